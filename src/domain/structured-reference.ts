/**
 * References that a creditor prints for machines, with check digits of their own.
 *
 * A check digit says that a number was copied without a mistake. It does not say that the number is a reference: of all
 * numbers one in `modulus` passes. A key with letters or a length of its own is recognised by itself
 * ({@link structuredReferenceOf}); of any other number, {@link schemesOf} only says what it could be.
 *
 * Keys are upper case, without blanks and marks: `+++010/8068/17183+++` is `010806817183`.
 */
import { isCreditorReference, isLuhn, remainderBy97 } from './check-digits.ts';

type ReferenceScheme =
  | 'iso_11649'
  | 'swiss_qr'
  | 'belgian'
  | 'finnish'
  | 'norwegian_mod10'
  | 'norwegian_mod11'
  | 'dutch'
  | 'slovenian';

type StructuredReference = Readonly<{
  scheme: ReferenceScheme;
  /** As the scheme writes it, so that equal references are equal texts: QR with its leading zeros, Finnish without. */
  reference: string;
  /** One of so many random numbers passes the check. */
  modulus: number;
}>;

/** Remainder of the digits times their weights; the last digit has the first weight, and weights repeat. */
function weightedRemainder(digits: string, weights: readonly number[], modulus: number): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1)
    sum += digitAt(digits, digits.length - 1 - index) * (weights[index % weights.length] ?? 0);
  return sum % modulus;
}

const digitAt = (digits: string, index: number): number => digits.charCodeAt(index) - 48;
const withoutLast = (digits: string): string => digits.slice(0, -1);
const lastDigit = (digits: string): number => digitAt(digits, digits.length - 1);
const withoutLeadingZeros = (digits: string): string => digits.replace(/^0+/, '');

const swissLength = 27;
const carries: readonly number[] = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];

/**
 * 26 digits and one that carries each digit into the next; leading zeros may have been lost.
 *
 * @see SIX, Swiss Implementation Guidelines QR-bill, QR reference: modulo 10, recursive
 */
function isSwissQr(digits: string): boolean {
  if (digits.length > swissLength || !/[1-9]/.test(digits)) return false;
  let carry = 0;
  for (let index = 0; index < digits.length - 1; index += 1)
    carry = carries[(carry + digitAt(digits, index)) % 10] ?? 0;
  return (10 - carry) % 10 === lastDigit(digits);
}

/**
 * Ten digits, and their remainder by 97 in two, where 97 stands for 0.
 *
 * @see Febelfin, structured communication `+++ddd/dddd/ddddd+++`
 */
function isBelgian(digits: string): boolean {
  if (digits.length !== 12 || digits.startsWith('0000000000')) return false;
  return (remainderBy97(digits, 0, 10) || 97) === digitAt(digits, 10) * 10 + digitAt(digits, 11);
}

/**
 * 3 to 19 digits and one; leading zeros do not count.
 *
 * @see Finance Finland, reference numbers: weights 7, 3, 1 from the right
 */
function isFinnish(digits: string): boolean {
  const significant = withoutLeadingZeros(digits);
  if (significant.length < 4 || significant.length > 20) return false;
  const remainder = weightedRemainder(withoutLast(significant), [7, 3, 1], 10);
  return (10 - remainder) % 10 === lastDigit(significant);
}

const hasLengthOfKid = (digits: string): boolean => digits.length >= 2 && digits.length <= 25;

/** @see Bits, KID: modulus 11 with weights 2 to 7; a check digit of 10 is written `-`, which no key has. */
function isNorwegianMod11(digits: string): boolean {
  if (!hasLengthOfKid(digits)) return false;
  const check = 11 - weightedRemainder(withoutLast(digits), [2, 3, 4, 5, 6, 7], 11);
  return check % 11 === lastDigit(digits);
}

const dutchWeights: readonly number[] = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];

/**
 * The check digit comes first. Up to 14 digits the second says how many follow; 7 digits have no check and are not told
 * from any other number.
 *
 * @see Betaalvereniging Nederland, specificaties betalingskenmerk
 */
function isDutch(digits: string): boolean {
  const { length } = digits;
  const hasLengthCode = length >= 9 && length <= 14;
  if (length !== 16 && !hasLengthCode) return false;
  if (hasLengthCode && digitAt(digits, 1) !== (length - 2) % 10) return false;
  const check = 11 - weightedRemainder(digits.slice(1), dutchWeights, 11);
  return (check === 10 ? 1 : check % 11) === digitAt(digits, 0);
}

const slovenianWeights: readonly number[] = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];

/**
 * `SI12`, up to twelve digits and one. The other models tell their parts by hyphens, which a key no longer has. Eight
 * digits behind `SI` are a VAT number.
 *
 * @see Združenje bank Slovenije, standardised references: model 12, modulus 11
 */
function isSlovenian(key: string): boolean {
  if (!/^SI12\d{2,13}$/.test(key) || key.length === 'SI'.length + 8) return false;
  const digits = key.slice(4);
  const check = 11 - weightedRemainder(withoutLast(digits), slovenianWeights, 11);
  return (check >= 10 ? 0 : check) === lastDigit(digits);
}

/**
 * The reference that a key is by its own form: `RF…`, `SI12…`, 27 digits of a Swiss QR reference, 12 of a Belgian one.
 * Null for anything else, and for wrong check digits.
 */
export function structuredReferenceOf(key: string): StructuredReference | null {
  if (isCreditorReference(key)) return { scheme: 'iso_11649', reference: key, modulus: 97 };
  if (isSlovenian(key)) return { scheme: 'slovenian', reference: key, modulus: 11 };
  if (!/^\d+$/.test(key)) return null;
  if (isBelgian(key)) return { scheme: 'belgian', reference: key, modulus: 97 };
  return key.length === swissLength && isSwissQr(key) ? { scheme: 'swiss_qr', reference: key, modulus: 10 } : null;
}

type DigitScheme = Readonly<{
  scheme: ReferenceScheme;
  modulus: number;
  isValid: (digits: string) => boolean;
  /** Where the scheme writes it otherwise than it may arrive. */
  written?: (digits: string) => string;
}>;

const digitSchemes: readonly DigitScheme[] = [
  { scheme: 'belgian', modulus: 97, isValid: isBelgian },
  { scheme: 'dutch', modulus: 11, isValid: isDutch },
  { scheme: 'norwegian_mod11', modulus: 11, isValid: isNorwegianMod11 },
  { scheme: 'swiss_qr', modulus: 10, isValid: isSwissQr, written: (digits) => digits.padStart(swissLength, '0') },
  { scheme: 'finnish', modulus: 10, isValid: isFinnish, written: withoutLeadingZeros },
  { scheme: 'norwegian_mod10', modulus: 10, isValid: (digits) => hasLengthOfKid(digits) && isLuhn(digits) },
];

/**
 * Every scheme whose check a number passes, strongest check first; empty when it has anything but digits. Nearly two
 * numbers of five pass one of them: only one that the ledger has issued counts.
 */
export function schemesOf(digits: string): readonly StructuredReference[] {
  if (!/^\d{2,27}$/.test(digits)) return [];
  return digitSchemes
    .filter(({ isValid }) => isValid(digits))
    .map(({ scheme, modulus, written }) => ({ scheme, reference: written?.(digits) ?? digits, modulus }));
}
