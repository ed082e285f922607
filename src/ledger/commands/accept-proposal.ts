import type { PaymentPart } from '../../domain/command.ts';
import { formatDecimal } from '../../domain/money.ts';
import { LedgerError } from '../errors.ts';
import { partsOfProposal } from '../plan/proposal-parts.ts';
import type { Executor } from './carry-out.ts';
import { lockItems, lockPayment } from './lock-settlement-rows.ts';
import { readProposal } from './read-proposal.ts';
import { seenPayment, settleParts } from './settle-payment.ts';

/**
 * Applies a suggestion as it stands in the certificate of its run: its lines, what it writes off, and the rest as asked.
 *
 * @throws LedgerError `ledger.not_found`, `ledger.stale`, `ledger.several_customers` for a rest of nobody in particular,
 *   and what a settlement by hand refuses; ApprovalNeeded.
 */
export const acceptProposal: Executor<'accept_proposal'> = async (context, request) => {
  const { tx, ledgerId } = context;
  const { paymentId, version, matchRunId, rest } = request;
  const payment = await lockPayment(tx, ledgerId, paymentId);
  seenPayment(payment, version);
  const proposal = await readProposal(tx, ledgerId, request);
  const items = await lockItems(
    tx,
    ledgerId,
    proposal.lines.map(({ openItemId }) => openItemId),
  );
  const { part, takenMinor } = partsOfProposal(proposal, payment, items);
  const parts: PaymentPart[] = [part];
  const leftMinor = payment.unappliedMinor - takenMinor;
  if (rest === 'on_account' && leftMinor > 0n) {
    const { customerId } = proposal;
    if (customerId === null) throw new LedgerError('ledger.several_customers');
    const amount = formatDecimal({ minor: leftMinor, currency: payment.currency });
    parts.push({ use: 'on_account', customerId, amount });
  }
  return settleParts(context, payment, { parts, version }, { label: 'suggestion accepted', matchRunId });
};
