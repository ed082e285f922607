import { isIban } from '../../domain/check-digits.ts';
import { LedgerError } from '../errors.ts';
import type { Executor } from './carry-out.ts';
import { confirmPayer } from './learn-payer.ts';
import { requireApproval } from './needs-approval.ts';
import { dayOf } from './open-day.ts';
import { seeCustomer } from './transfer-item.ts';

/**
 * Says that an IBAN pays for a customer. It always takes two: whoever is believed to be the payer has its payments applied.
 *
 * @throws LedgerError `ledger.iban_invalid`, `ledger.not_found`; ApprovalNeeded.
 */
export const confirmNewPayer: Executor<'confirm_payer'> = async (context, { customerId, iban }) => {
  const { tx, ledgerId, act } = context;
  const value = iban.replaceAll(/\s/g, '').toUpperCase();
  if (!isIban(value)) throw new LedgerError('ledger.iban_invalid');
  await seeCustomer(tx, ledgerId, customerId);
  requireApproval(context, [{ limit: 'new payer IBAN', found: 'one person', allowed: 'two' }]);
  const confirmedCount = await confirmPayer(tx, ledgerId, { kind: 'iban', value, customerId }, dayOf(act), act);
  return { outcome: { confirmedCount }, events: [] };
};
