/**
 * Numbers with right check digits: accounts, structured references, company numbers. All are invented; a reader that
 * checks them must accept them.
 */
import { ibanLengthOf, remainderBy97 } from '../../../src/domain/check-digits.ts';
import type { Random } from './random.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `FR76…`: the account behind the country and its check digits. @see ISO 13616 */
function ibanOf(country: string, account: string): string {
  return `${country}${twoDigits(98 - remainderBy97(`${account}${country}00`))}${account}`;
}

// Letters where a bank code has letters; elsewhere digits. A reader checks the length and the two digits in front.
const bankLetters: Readonly<Record<string, readonly string[]>> = {
  GB: ['LOYD', 'NWBK', 'BARC', 'MIDL'],
  NL: ['INGB', 'ABNA', 'RABO', 'TRIO'],
};

/** An invented account in a country that has IBANs. */
export function inventIban(country: string, random: Random): string {
  const length = (ibanLengthOf(country) ?? 22) - 4;
  const letters = bankLetters[country];
  if (letters !== undefined) return ibanOf(country, random.pick(letters) + random.digits(length - 4));
  if (country !== 'IT') return ibanOf(country, random.digits(length));
  return ibanOf(country, random.pick(['A', 'K', 'S', 'X']) + random.digits(length - 1));
}

/** `RF18…`. @see ISO 11649 @param content - up to 21 capitals and digits. */
export const creditorReference = (content: string): string =>
  `RF${twoDigits(98 - remainderBy97(`${content}RF00`))}${content}`;

/** Twelve digits, the last two the remainder of the first ten by 97, 97 for 0. @see Belgian OGM-VCS */
export function belgianReference(tenDigits: string): string {
  const remainder = remainderBy97(tenDigits);
  return tenDigits + twoDigits(remainder === 0 ? 97 : remainder);
}

const recursiveRow = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];

/** 27 digits, the last by the recursive modulo 10. @see Swiss Implementation Guidelines QR-bill, annex B */
export function swissReference(content: string): string {
  const digits = content.padStart(26, '0');
  let carry = 0;
  for (const digit of digits) carry = recursiveRow[(carry + +digit) % 10] ?? 0;
  return `${digits}${(10 - carry) % 10}`;
}

/** The number and a check digit, weights 7, 3, 1 from the right. @see Finnish reference number (viitenumero) */
export function finnishReference(content: string): string {
  const weights = [7, 3, 1];
  let sum = 0;
  for (let index = 0; index < content.length; index += 1) {
    sum += +(content[content.length - 1 - index] ?? '0') * (weights[index % 3] ?? 0);
  }
  return `${content}${(10 - (sum % 10)) % 10}`;
}

const dutchWeights = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];

/** 16 digits, the first a check digit by modulo 11. @see Dutch payment reference (betalingskenmerk) */
export function dutchReference(content: string): string {
  const digits = content.padStart(15, '0');
  let sum = 0;
  for (let index = 0; index < 15; index += 1) sum += +(digits[14 - index] ?? '0') * (dutchWeights[index % 10] ?? 0);
  const check = 11 - (sum % 11);
  return `${check === 10 ? 1 : check === 11 ? 0 : check}${digits}`;
}

/** The digit that makes a number pass the Luhn test. */
function luhnDigit(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = +(digits[digits.length - 1 - index] ?? '0');
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}

const inventSiren = (random: Random): string => {
  const body = random.digits(8);
  return `${body}${luhnDigit(body)}`;
};

/** Fourteen digits: a company and its establishment, both by Luhn. */
export function inventSiret(random: Random): string {
  const body = `${inventSiren(random)}000${random.digits(1)}`;
  return `${body}${luhnDigit(body)}`;
}

/** A French VAT number. */
export function inventVatNumber(random: Random): string {
  const siren = inventSiren(random);
  return `FR${twoDigits((12 + 3 * remainderBy97(siren)) % 97)}${siren}`;
}
