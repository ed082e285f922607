/** IBANs where banks write accounts: alone, or with a bank before and a currency behind them. */
import { hasIbanShape, ibanLengthOf, ibanRemainder, isIban } from '../../domain/check-digits.ts';
import { normalizeAccount } from '../written-values.ts';

const shortestIban = 15;
const otherSpelling = /[\sa-z]/;

/** The IBAN that is written, in any case and with blanks or without; null for everything else. */
export function ibanOrNull(written: string): string | null {
  if (written.length < shortestIban) return null;
  const remainder = ibanRemainder(written);
  if (remainder >= 0) return remainder === 1 && hasIbanShape(written) ? written : null;
  if (!otherSpelling.test(written)) return null;
  const account = normalizeAccount(written);
  return isIban(account) ? account : null;
}

/**
 * The IBAN within `:25:`: `BANKNL2A/NL20INGB0001234567`, `NL20INGB0001234567EUR`. Check digits and the length of its
 * country tell it from a number that begins alike, and where it ends.
 *
 * @param account - upper case, without blanks.
 */
export function ibanWithin(account: string): string | null {
  // At the beginning, or behind what separates it from the bank.
  for (const { index } of account.matchAll(/(?<![A-Z\d])[A-Z]{2}\d{2}/g)) {
    const length = ibanLengthOf(account.slice(index, index + 2));
    const iban = length === null ? '' : account.slice(index, index + length);
    if (isIban(iban)) return iban;
  }
  return null;
}
