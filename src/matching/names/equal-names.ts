/** Names that are the payer's but for legal form, order and blanks. A key finds them, the words decide. */
import { lettersBuffer } from './letters-key.ts';
import { collectLetters, wordsHash, type NameColumns } from './name-columns.ts';
import type { PayerWords } from './payer-words.ts';
import { firstRow, nextRow, noRow, type RowTable } from './row-table.ts';
import { noWord } from './word-table.ts';

/** Namesakes behind this many are left out: the name identifies nobody. */
export const mostEqualNames = 64;

const countOf = (wanted: number, numbers: ArrayLike<number>, start: number, end: number): number => {
  let count = 0;
  for (let at = start; at < end; at += 1) if (numbers[at] === wanted) count += 1;
  return count;
};

/** @returns finds rows equal to the name just read: those of the same words first, each group ascending. */
export function equalNames(columns: NameColumns, payer: PayerWords): () => readonly number[] {
  const { nameStarts, nameWords, byWords, byLetters } = columns;
  const { reading, equal } = payer;
  const written = lettersBuffer();
  const onFile = lettersBuffer();
  const found: number[] = [];

  const hashOfWords = (row: number): number => wordsHash(nameWords, nameStarts[row] ?? 0, nameStarts[row + 1] ?? 0);
  const hashOfLetters = (row: number): number => {
    collectLetters(columns, row, onFile);
    return onFile.hash();
  };
  const hasSameWords = (row: number): boolean => {
    const start = nameStarts[row] ?? 0;
    const end = nameStarts[row + 1] ?? 0;
    if (end - start !== reading.wordCount) return false;
    for (let place = 0; place < reading.wordCount; place += 1) {
      const word = equal[place] ?? noWord;
      if (countOf(word, equal, 0, reading.wordCount) !== countOf(word, nameWords, start, end)) return false;
    }
    return true;
  };
  const hasSameLetters = (row: number): boolean => {
    collectLetters(columns, row, onFile);
    return onFile.equals(written);
  };
  const collect = (
    table: RowTable,
    hash: number,
    hashOf: (row: number) => number,
    isSame: (row: number) => boolean,
  ): void => {
    for (let row = firstRow(table, hash, hashOf); row !== noRow; row = nextRow(table, row)) {
      if (found.length === mostEqualNames) return;
      if (isSame(row) && !found.includes(row)) found.push(row);
    }
  };

  return () => {
    found.length = 0;
    if (countOf(noWord, equal, 0, reading.wordCount) === 0)
      collect(byWords, wordsHash(equal, 0, reading.wordCount), hashOfWords, hasSameWords);
    written.clear();
    for (let place = 0; place < reading.wordCount; place += 1)
      written.append(reading.bytes, reading.starts[place] ?? 0, reading.ends[place] ?? 0);
    collect(byLetters, written.hash(), hashOfLetters, hasSameLetters);
    return found;
  };
}
