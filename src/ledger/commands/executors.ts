import type { CommandKind } from '../../domain/command.ts';
import { acceptProposal } from './accept-proposal.ts';
import type { Executor } from './carry-out.ts';
import { applyCollection } from './apply-collection.ts';
import { closePeriod } from './close-period.ts';
import { confirmNewPayer } from './confirm-payer.ts';
import { declineSuggestion } from './decline-suggestion.ts';
import { changeDispute } from './disputes/change-dispute.ts';
import { setDisputeReason } from './disputes/dispute-reasons.ts';
import { openDispute } from './disputes/open-dispute.ts';
import { reopenDispute, resolveDispute } from './disputes/resolve-dispute.ts';
import { netItems } from './net-items.ts';
import { refundCredit } from './refund-credit.ts';
import { returnPayment } from './return-payment.ts';
import { reversePosting } from './reverse-posting.ts';
import { setTolerances } from './set-tolerances.ts';
import { settlePayment } from './settle-payment.ts';
import { transferItem } from './transfer-item.ts';
import { writeOff } from './write-off.ts';

/** What carries out each kind of command, inside its transaction. */
export const executors: { readonly [Kind in CommandKind]: Executor<Kind> } = {
  settle_payment: settlePayment,
  accept_proposal: acceptProposal,
  decline_proposal: declineSuggestion,
  net_items: netItems,
  write_off: writeOff,
  transfer_item: transferItem,
  refund_credit: refundCredit,
  reverse_posting: reversePosting,
  close_period: closePeriod,
  set_tolerances: setTolerances,
  confirm_payer: confirmNewPayer,
  open_dispute: openDispute,
  change_dispute: changeDispute,
  resolve_dispute: resolveDispute,
  reopen_dispute: reopenDispute,
  set_dispute_reason: setDisputeReason,
  apply_collection: applyCollection,
  return_payment: returnPayment,
};

export const commandKinds = Object.keys(executors) as readonly CommandKind[];
