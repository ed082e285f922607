/**
 * Words of the table that one typing error parts from a given one.
 *
 * An error leaves the first half or the last half of a word whole. So only words that begin or end as it does are
 * compared: two ranges of sorted lists, and no list of all spellings to keep.
 */
import type { NameColumns } from './name-columns.ts';
import { isWithinOneEdit } from './one-edit.ts';
import { endOfBeginning, lowerBound } from './word-table.ts';

/** Words compared at most on each side. */
const mostNearCandidates = 2_000;

type NearWords = (bytes: Uint8Array, start: number, end: number, visit: (word: number) => void) => void;

/** @returns calls back with each word within one error, in a fixed order; a word may come twice. */
export function nearWords(columns: NameColumns): NearWords {
  const { words, byEnding } = columns;
  const isNear = (bytes: Uint8Array, start: number, end: number, word: number): boolean =>
    isWithinOneEdit(bytes, start, end, words.bytes, words.starts[word] ?? 0, words.starts[word + 1] ?? 0);
  return (bytes, start, end, visit) => {
    // Two letters that changed places may stand across the middle: one of them belongs to neither half.
    const middle = start + ((end - start - 1) >> 1);
    const low = lowerBound(words, bytes, start, middle);
    const high = Math.min(endOfBeginning(words, bytes, start, middle, low), low + mostNearCandidates);
    for (let word = low; word < high; word += 1) if (isNear(bytes, start, end, word)) visit(word);
    const lowEnding = endingBound(columns, bytes, middle + 1, end, false);
    const highEnding = Math.min(endingBound(columns, bytes, middle + 1, end, true), lowEnding + mostNearCandidates);
    for (let place = lowEnding; place < highEnding; place += 1) {
      const word = byEnding[place] ?? 0;
      if (isNear(bytes, start, end, word)) visit(word);
    }
  };
}

/** As {@link lowerBound}, over the words from behind. */
function endingBound(columns: NameColumns, bytes: Uint8Array, start: number, end: number, isAfter: boolean): number {
  const { words, byEnding } = columns;
  let low = 0;
  let high = byEnding.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const word = byEnding[middle] ?? 0;
    const wordStart = words.starts[word] ?? 0;
    let at = (words.starts[word + 1] ?? 0) - 1;
    let index = end - 1;
    while (index >= start && at >= wordStart && words.bytes[at] === bytes[index]) {
      at -= 1;
      index -= 1;
    }
    const order = index < start ? 0 : at < wordStart ? -1 : (words.bytes[at] ?? 0) - (bytes[index] ?? 0);
    if (order < 0 || (isAfter && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
