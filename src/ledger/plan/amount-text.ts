import type { CurrencyCode } from '../../domain/currency.ts';
import { parseAmount } from '../../domain/money.ts';
import { LedgerError } from '../errors.ts';

/**
 * Reads an amount of a command, > 0, into minor units.
 *
 * @throws LedgerError `ledger.amount_invalid`.
 */
export function minorOf(text: string, currency: CurrencyCode): bigint {
  const amount = parseAmount(text, currency);
  if (!amount.ok || amount.value.minor <= 0n)
    throw new LedgerError('ledger.amount_invalid', { amount: text, currency });
  return amount.value.minor;
}
