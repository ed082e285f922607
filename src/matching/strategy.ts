/**
 * A strategy is one reason to tie a payment to open items: a pure function from the situation to drafts, with evidence.
 * It never decides; the gates do. Its name carries a number that grows with any change of outcome, because stored
 * certificates quote it.
 */
import type { Evidence, Payment } from '../domain/match.ts';
import type { NamedItems } from './named-items.ts';
import type { Partition } from './partition.ts';
import type { Payer } from './payer.ts';
import type { Reading } from './references.ts';
import type { SubsetSearch } from './subset-sum.ts';

/** All that is known about one payment before anything is proposed. */
export type Situation = Readonly<{
  payment: Payment;
  partition: Partition;
  payer: Payer;
  reading: Reading;
  named: NamedItems;
  /** Subsets of `named.open` that add up to the payment; searched when they are of one customer. */
  explanations: SubsetSearch;
}>;

export type DraftLine = Readonly<{ item: number; clearedMinor: bigint }>;

/** A proposal in rows and minor units, before it is written down as one. */
export type Draft = Readonly<{
  strategy: string;
  customer: number;
  lines: readonly DraftLine[];
  evidence: readonly Evidence[];
  confidenceBp: number;
}>;

export type Strategy = (situation: Situation) => readonly Draft[];

/** An allocation has no more lines than this, whoever makes it. */
export const maximumLines = 500;
