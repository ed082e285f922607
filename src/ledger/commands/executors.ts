import type { CommandKind } from '../../domain/command.ts';
import type { Executor } from './carry-out.ts';
import { changeDispute } from './disputes/change-dispute.ts';
import { setDisputeReason } from './disputes/dispute-reasons.ts';
import { openDispute } from './disputes/open-dispute.ts';
import { reopenDispute, resolveDispute } from './disputes/resolve-dispute.ts';
import { netItems } from './net-items.ts';
import { reversePosting } from './reverse-posting.ts';
import { settlePayment } from './settle-payment.ts';

/** What carries out each kind of command, inside its transaction. */
export const executors: { readonly [Kind in CommandKind]?: Executor<Kind> } = {
  settle_payment: settlePayment,
  net_items: netItems,
  reverse_posting: reversePosting,
  open_dispute: openDispute,
  change_dispute: changeDispute,
  resolve_dispute: resolveDispute,
  reopen_dispute: reopenDispute,
  set_dispute_reason: setDisputeReason,
};
