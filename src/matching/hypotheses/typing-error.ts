/** Numbers that are written nearly like a document: one digit wrong, missing, too many, or two exchanged; or cut off. */
import { joinsOn } from '../references/find-references.ts';
import type { Numbers } from '../text/numbers.ts';

/** True when one edit, or none, makes the texts equal: Damerau and Levenshtein, adjacent transpositions included. */
export function isNear(a: string, b: string): boolean {
  const difference = a.length - b.length;
  if (difference > 1 || difference < -1) return false;
  let start = 0;
  const shorter = Math.min(a.length, b.length);
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  if (start === shorter) return true;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1;
    endB -= 1;
  }
  if (endA - start <= 1 && endB - start <= 1) return true;
  return (
    endA - start === 2 &&
    endB - start === 2 &&
    a.charCodeAt(start) === b.charCodeAt(start + 1) &&
    a.charCodeAt(start + 1) === b.charCodeAt(start)
  );
}

const digitsOfNumber = (numbers: Numbers, number: number): string =>
  (numbers.alone[number] ??= String(numbers.value[number] ?? 0).padStart(numbers.size[number] ?? 0, '0'));

/** The digits of a number joined with what directly stands before and behind it: what a payer may have meant as one. */
export const joinedDigits = (numbers: Numbers, number: number): string =>
  (numbers.joined[number] ??= joinDigits(numbers, number));

function joinDigits(numbers: Numbers, number: number): string {
  let first = number;
  let last = number;
  while (first > 0 && number - first < 3 && joinsOn(numbers, first)) first -= 1;
  while (last + 1 < numbers.count && last - number < 3 && joinsOn(numbers, last + 1)) last += 1;
  let digits = '';
  for (let at = first; at <= last; at += 1) digits += digitsOfNumber(numbers, at);
  return digits;
}

/** Numbers of a text that are compared with the numbers of items. */
export const mostCompared = 24;
/** Digits of a typed number below which one error leaves too little of it. */
const fewestTyped = 4;

export type Likeness = 'near' | 'cut' | null;

/** How a number of the text, alone or joined, resembles the digits or the serial number of a document. */
export function likenessOf(
  numbers: Numbers,
  number: number,
  document: Readonly<{ digits: string; serial: string }>,
): Likeness {
  const joined = joinedDigits(numbers, number);
  const alone = digitsOfNumber(numbers, number);
  if (joined.length >= fewestTyped && isNear(joined, document.digits)) return 'near';
  // A part of a longer number is compared alone only where it is long enough to be a number of its own.
  const standsAlone = alone === joined ? alone.length >= fewestTyped : alone.length > fewestTyped;
  if (standsAlone && isNear(alone, document.digits)) return 'near';
  const beginsLikeDate = alone.slice(0, 4) === document.digits.slice(0, 4);
  if (standsAlone && !beginsLikeDate && document.serial.length >= fewestTyped && isNear(alone, document.serial))
    return 'near';
  const isLast = number === numbers.count - 1;
  if (!isLast) return null;
  if (joined.length >= 2 && joined.length < document.digits.length && document.digits.startsWith(joined)) return 'cut';
  return null;
}
