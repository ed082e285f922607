import { planChange } from '../../plan/dispute.ts';
import type { Executor } from '../carry-out.ts';
import { findDisputeReason } from './dispute-reasons.ts';
import { lockDispute } from './read-disputes.ts';
import { writeDispute } from './write-dispute.ts';

/**
 * Changes what is known of a dispute, or says something about it. A category without a reason keeps the reason's code.
 *
 * @throws LedgerError `ledger.stale`, `ledger.dispute_reason_unknown`, and what {@link planChange} refuses.
 */
export const changeDispute: Executor<'change_dispute'> = async ({ tx, ledgerId, commandId, act }, request) => {
  const { dispute, item } = await lockDispute(tx, ledgerId, request.disputeId, request.version);
  const { category = dispute.category, reasonCode = dispute.reasonCode } = request;
  const reason = await findDisputeReason(tx, ledgerId, category, reasonCode);
  const events = planChange(dispute, request, reason, item);
  const cause = { id: commandId, act };
  const { version, event } = await writeDispute(tx, ledgerId, cause, { id: dispute.id, before: dispute, events, item });
  return { outcome: { version }, events: [event] };
};
