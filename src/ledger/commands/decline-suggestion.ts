import { LedgerError } from '../errors.ts';
import type { Executor } from './carry-out.ts';
import { declineProposal } from './decline-proposal.ts';
import { lockItems, lockPayment } from './lock-settlement-rows.ts';
import { readProposal } from './read-proposal.ts';

/**
 * Turns a suggestion down: its items are not proposed for the payment again.
 *
 * @throws LedgerError `ledger.not_found`.
 */
export const declineSuggestion: Executor<'decline_proposal'> = async (context, { paymentId, matchRunId, index }) => {
  const { tx, ledgerId, act } = context;
  await lockPayment(tx, ledgerId, paymentId);
  const { lines } = await readProposal(tx, ledgerId, { paymentId, matchRunId, index });
  const items = await lockItems(
    tx,
    ledgerId,
    lines.map(({ openItemId }) => openItemId),
  );
  const pairs = [...items.values()].map(({ id, customerId }) => ({ paymentId, customerId, openItemId: id }));
  if (pairs.length === 0) throw new LedgerError('ledger.not_found', { payment: paymentId });
  return { outcome: { declinedCount: await declineProposal(tx, ledgerId, pairs, act) }, events: [] };
};
