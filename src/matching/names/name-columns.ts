/**
 * The names of a ledger's customers as flat arrays in shared memory: threads read them without a copy.
 *
 * A name is a row: its words (numbers into a sorted word table), its owner and its legal forms. Each word lists the rows
 * it stands in. Two keys find equal names at once: the words in any order, and the letters without blanks.
 */
import type { RowTable } from './row-table.ts';
import { finishHash, hashStart, hashStep } from '../hash.ts';
import type { WordColumns } from './word-table.ts';
import type { Letters } from './letters-key.ts';

export type NameColumns = Readonly<{
  words: WordColumns;
  /** Word numbers by the letters from behind: words with one ending are neighbours. */
  byEnding: Uint32Array<SharedArrayBuffer>;
  /** What each word tells: the natural logarithm of names per name that has it, in thousandths. */
  weights: Uint16Array<SharedArrayBuffer>;
  /** Where the rows of each word begin in `rows`, ascending there; one more than there are words. */
  rowStarts: Uint32Array<SharedArrayBuffer>;
  rows: Uint32Array<SharedArrayBuffer>;
  /** Where the words of each name begin in `nameWords`, in order of the name; one more than there are names. */
  nameStarts: Uint32Array<SharedArrayBuffer>;
  nameWords: Uint32Array<SharedArrayBuffer>;
  /** Ascending. */
  owners: Uint32Array<SharedArrayBuffer>;
  forms: Uint32Array<SharedArrayBuffer>;
  byWords: RowTable;
  byLetters: RowTable;
}>;

/** Bytes of all columns together. */
export function nameColumnsSizeBytes(columns: NameColumns): number {
  let sizeBytes = 0;
  for (const column of Object.values(columns)) {
    const arrays = ArrayBuffer.isView(column) ? [column] : Object.values(column);
    for (const { byteLength } of arrays) sizeBytes += byteLength;
  }
  return sizeBytes;
}

/** What a word tells that stands in `rowCount` of `nameCount` names, in thousandths of a natural logarithm. */
export const weightOf = (nameCount: number, rowCount: number): number =>
  Math.round(1000 * Math.log((nameCount + 1) / Math.max(rowCount, 1)));

/** How many names have this word. */
export const rowCountOf = ({ rowStarts }: NameColumns, word: number): number =>
  (rowStarts[word + 1] ?? 0) - (rowStarts[word] ?? 0);

/** The same for the same words in any order. */
export function wordsHash(words: ArrayLike<number>, start: number, end: number): number {
  let sum = end - start;
  for (let at = start; at < end; at += 1) sum = (sum + finishHash(hashStep(hashStart, words[at] ?? 0))) | 0;
  return finishHash(sum);
}

/** Puts the letters of a row's name in place of those collected before. */
export function collectLetters(
  { words, nameStarts, nameWords }: Pick<NameColumns, 'words' | 'nameStarts' | 'nameWords'>,
  row: number,
  letters: Letters,
): void {
  letters.clear();
  for (let at = nameStarts[row] ?? 0; at < (nameStarts[row + 1] ?? 0); at += 1) {
    const word = nameWords[at] ?? 0;
    letters.append(words.bytes, words.starts[word] ?? 0, words.starts[word + 1] ?? 0);
  }
}
