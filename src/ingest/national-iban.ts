/** The IBAN that a national account number makes: formats older than IBAN write only the latter. */
import { remainderBy97 } from '../domain/check-digits.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const withCheckDigits = (country: string, national: string): string =>
  `${country}${twoDigits(98 - remainderBy97(`${national}${country}00`))}${national}`;

/** Letters count as digits in the RIB key: A and J are 1, B, K and S are 2, up to I, R and Z, which are 9. */
const ribDigits = (account: string): number =>
  +account.replace(/[A-Z]/g, (letter) => {
    const index = letter.charCodeAt(0) - 65;
    return String(index < 18 ? (index % 9) + 1 : index - 16);
  });

/**
 * The French IBAN of bank, branch and account number, whose RIB key is computed; null when they are no such numbers.
 *
 * A bank of Monaco writes the same three numbers: nothing in them tells the two countries apart.
 */
export function frenchIban(bank: string, branch: string, account: string): string | null {
  if (!/^\d{5}$/.test(bank) || !/^\d{5}$/.test(branch) || !/^[0-9A-Z]{11}$/.test(account)) return null;
  const key = 97 - ((89 * +bank + 15 * +branch + 3 * ribDigits(account)) % 97);
  return withCheckDigits('FR', `${bank}${branch}${account}${twoDigits(key)}`);
}

/** True for 12 digits of which the last two are the first ten modulo 97, a remainder of 0 being written 97. */
export function isBelgianNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  return (+digits.slice(0, 10) % 97 || 97) === +digits.slice(10);
}

/** The IBAN of a Belgian account number of 12 digits; null when its check digits are wrong. */
export const belgianIban = (number: string): string | null =>
  isBelgianNumber(number) ? withCheckDigits('BE', number) : null;
