/** Words of a text that could be a document number, cut out the same way for every peer that searches by number. */
import type { BenchLine } from '../types.ts';

/** Words looked at in one line; a list of invoices is rarely longer. */
const wordLimit = 12;
const fewestDigits = 4;

const digitCount = (word: string): number => word.replaceAll(/\D/g, '').length;

/** Words with at least four digits, first those of the structured fields; marks within a word stay. */
export function numbersIn({ text, sref, e2e }: BenchLine): readonly string[] {
  const words = [sref, e2e, ...text.split(/[\s,;:+()]+/)].map((word) => word.replaceAll(/^[./-]+|[./-]+$/g, ''));
  return [...new Set(words.filter((word) => digitCount(word) >= fewestDigits))].slice(0, wordLimit);
}

/** Upper-case letters and digits only, accents taken off. */
export const compact = (text: string): string =>
  text
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '');

/** Words of letters and digits, upper case, accents taken off. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '');
