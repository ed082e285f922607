/** Makes account numbers and references with the check digits that banks would accept. Bank codes are invented. */

const spelledInDigits = (text: string): string => text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));

const twoDigits = (value: bigint | number): string => String(value).padStart(2, '0');

// ISO 7064 MOD 97-10: the two digits that leave a remainder of 1.
const checkDigits = (prefix: string, rest: string): string =>
  twoDigits(98n - (BigInt(spelledInDigits(`${rest}${prefix}`) + '00') % 97n));

export const ibanOf = (country: string, bankAccount: string): string =>
  country + checkDigits(country, bankAccount) + bankAccount;

/** @see ISO 11649 */
export const creditorReferenceOf = (reference: string): string => `RF${checkDigits('RF', reference)}${reference}`;

/** Bank 5, branch 5, account 11 digits, then the key of the French RIB. */
export function frenchAccount(bank: string, branch: string, account: string): string {
  const key = 97n - ((89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(account)) % 97n);
  return bank + branch + account + twoDigits(key);
}

/** Bank 3, account 7 digits, then both modulo 97, where 0 is written 97. */
export function belgianAccount(bank: string, account: string): string {
  const remainder = BigInt(bank + account) % 97n;
  return bank + account + twoDigits(remainder === 0n ? 97n : remainder);
}

const spanishWeights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];

function spanishDigit(tenDigits: string): string {
  const sum = spanishWeights.reduce((total, weight, index) => total + weight * Number(tenDigits[index]), 0);
  const digit = 11 - (sum % 11);
  return String(digit === 11 ? 0 : digit === 10 ? 1 : digit);
}

/** Bank 4, branch 4, two control digits, account 10 digits. */
export const spanishAccount = (bank: string, branch: string, account: string): string =>
  bank + branch + spanishDigit(`00${bank}${branch}`) + spanishDigit(account) + account;
