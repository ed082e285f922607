/** All that is known about one payment before anything is proposed. */
import type { Payment } from '../domain/match.ts';
import type { Partition } from './index/partition.ts';
import type { Payer } from './payer/identify-payer.ts';
import type { Hit } from './references/find-references.ts';
import type { Numbers } from './text/numbers.ts';
import type { Scan } from './text/scan.ts';

export type Situation = Readonly<{
  payment: Payment;
  partition: Partition;
  /** What is left of the items now, minor units, negative for credit notes: the day's settlement changes it. */
  residuals: Float64Array;
  /** Minor units, > 0: what is left of the payment. */
  amount: number;
  /** Place of the payment's currency in the partition's; -1 when no item has it. */
  currency: number;
  day: number;
  scan: Scan;
  numbers: Numbers;
  hits: readonly Hit[];
  /** `AVOIR FA2026-00123`, where that is an invoice of ours: the payer's own credit note, paid out to us. */
  namesOwnCreditNote: boolean;
  /** Documents are named, and every one of them is paid. */
  namesOnlyPaid: boolean;
  payer: Payer;
  /** Bank charges may have been taken on the way: a payment from abroad. */
  isCrossBorder: boolean;
}>;
