/**
 * Parts words that were written without blanks: `HOTELLAURENTLYON`, `SARLLABORATOIREFABRERENN`.
 *
 * The cheapest way over the letters: a known word costs little, a letter that belongs to none costs much, and the last
 * piece may be the beginning of a known word, because banks cut.
 */
import { finishHash, hashStart, hashStep } from '../hash.ts';
import { isUmlautEnding, specialWordAt } from './word-kinds.ts';
import { beginsWord, findHashed, noWord, type WordColumns } from './word-table.ts';

/** Longer ones are not parted: the work grows with the square of the letters. */
const longestGlued = 48;
const longestPiece = 24;
const shortestPiece = 2;
const shortestBeginning = 3;
const cost = { word: 10, beginning: 14, strayLetter: 25, nextStrayLetter: 12 } as const;
/** A parting that costs more says nothing: most of its letters are strays. */
const dearest = (size: number): number => 25 + size * 8;

type GluedSplitter = Readonly<{
  /** Count of pieces, in order; 0 when no likely parting was found. */
  split(bytes: Uint8Array, start: number, end: number): number;
  /** The letters of the pieces, and where each begins; one more than there are pieces. Valid until the next call. */
  letters: Uint8Array;
  bounds: Uint8Array;
}>;

const letterE = 69;

export function gluedSplitter(words: WordColumns): GluedSplitter {
  const costs = new Uint16Array(longestGlued + 1);
  const cameFrom = new Uint8Array(longestGlued + 1);
  // 1 where the piece that ends here lost its first letter, an `E` that looked like the second half of an umlaut.
  const lostE = new Uint8Array(longestGlued + 1);
  const piece = new Uint8Array(longestPiece + 1);
  const stops = new Uint8Array(longestGlued + 1);
  const letters = new Uint8Array(longestGlued * 2);
  const bounds = new Uint8Array(longestGlued + 1);

  const relax = (from: number, to: number, price: number, isWithoutE: boolean): void => {
    const total = (costs[from] ?? 0) + price;
    if (total >= (costs[to] ?? 0)) return;
    costs[to] = total;
    cameFrom[to] = from;
    lostE[to] = isWithoutE ? 1 : 0;
  };
  const relaxWords = (bytes: Uint8Array, from: number, end: number, start: number, isWithoutE: boolean): void => {
    let hash = hashStart;
    let size = 0;
    if (isWithoutE) {
      hash = hashStep(hash, letterE);
      piece[size] = letterE;
      size += 1;
    }
    for (let to = from + 1; to <= end && size < longestPiece; to += 1) {
      const unit = bytes[to - 1] ?? 0;
      hash = hashStep(hash, unit);
      piece[size] = unit;
      size += 1;
      if (size < shortestPiece) continue;
      const isKnown =
        findHashed(words, finishHash(hash), piece, 0, size) !== noWord || specialWordAt(piece, 0, size) !== undefined;
      if (isKnown) relax(from - start, to - start, cost.word, isWithoutE);
    }
  };
  const relaxBeginning = (bytes: Uint8Array, from: number, end: number, start: number): void => {
    if (from === start || end - from < shortestBeginning) return;
    if (beginsWord(words, bytes, from, end)) relax(from - start, end - start, cost.beginning, false);
  };
  const relaxStray = (from: number): void => {
    const isAfterStray = from > 0 && from - (cameFrom[from] ?? 0) === 1;
    relax(from, from + 1, isAfterStray ? cost.nextStrayLetter : cost.strayLetter, false);
  };
  /** Writes down where the pieces end, last first; stray letters side by side are one piece. */
  const walkBack = (size: number): number => {
    let count = 0;
    let isStrayBefore = false;
    for (let to = size; to > 0; to = cameFrom[to] ?? 0) {
      const isStray = to - (cameFrom[to] ?? 0) === 1 && lostE[to] === 0;
      if (!isStray || !isStrayBefore) {
        stops[count] = to;
        count += 1;
      }
      isStrayBefore = isStray;
    }
    return count;
  };

  return {
    letters,
    bounds,
    split: (bytes, start, end) => {
      const size = end - start;
      if (size > longestGlued) return 0;
      costs.fill(0xffff, 1, size + 1);
      costs[0] = 0;
      for (let from = start; from < end; from += 1) {
        relaxWords(bytes, from, end, start, false);
        if (from > start && isUmlautEnding(bytes[from - 1] ?? 0, letterE)) relaxWords(bytes, from, end, start, true);
        relaxBeginning(bytes, from, end, start);
        relaxStray(from - start);
      }
      const count = (costs[size] ?? 0) > dearest(size) ? 0 : walkBack(size);
      if (count < 2) return 0;
      let used = 0;
      let from = start;
      for (let at = count - 1; at >= 0; at -= 1) {
        const stop = stops[at] ?? 0;
        bounds[count - 1 - at] = used;
        if (lostE[stop] === 1) {
          letters[used] = letterE;
          used += 1;
        }
        for (; from < start + stop; from += 1, used += 1) letters[used] = bytes[from] ?? 0;
      }
      bounds[count] = used;
      return count;
    },
  };
}
