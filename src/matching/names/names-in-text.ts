/**
 * Customers' names that stand in a remittance text: `REGLT P/C LIBRAIRIE SIMON FACTURE 2402-1328`.
 *
 * A text says many things, so only whole words count, side by side, in any order, legal forms and joining words left
 * out; and one word alone names somebody only when it stands in one name of the ledger and in no ordinary text.
 */
import { textWords } from './special-words.ts';
import type { NameMatch } from './name-index.ts';
import type { NameColumns } from './name-columns.ts';
import { nameReader } from './name-reader.ts';
import { findWord, noWord, wordText } from './word-table.ts';

/** ISO 20022 gives 140 characters a line of remittance; seven of them are read. */
export const longestText = 1_024;
const mostTextWords = 160;
/** A name is looked for by its rarest word, when no more rows than these have it. */
const mostRowsPerWord = 400;
const shortestLoneWord = 6;
/** Places of names that are weighed against each other; those behind are not looked at. */
const mostPlaces = 1_000;
const ordinary: ReadonlySet<string> = new Set(textWords);

type Place = Readonly<{ row: number; start: number; size: number; hits: number; told: number; share: number }>;

/** @returns finds at most `limit` owners, whole names first, then by how much they tell, then by owner. */
export function namesInText(columns: NameColumns): (text: string, limit?: number) => readonly NameMatch[] {
  const { words, rowStarts, rows, nameStarts, nameWords, owners, weights } = columns;
  const reader = nameReader(mostTextWords, longestText);
  const { bytes, starts, ends } = reader.reading;
  const numbers = new Int32Array(mostTextWords);
  const rowCountOf = (word: number): number => (rowStarts[word + 1] ?? 0) - (rowStarts[word] ?? 0);
  const accident = Math.round(1000 * Math.log(owners.length + 1));

  const isRarestOf = (word: number, first: number, end: number): boolean => {
    for (let at = first; at < end; at += 1) {
      const other = nameWords[at] ?? 0;
      const difference = rowCountOf(other) - rowCountOf(word);
      if (difference < 0 || (difference === 0 && other < word)) return false;
    }
    return true;
  };
  /** May this word stand for a whole name? */
  const isTellingAlone = (word: number): boolean => {
    if (rowCountOf(word) !== 1) return false;
    const text = wordText(words, word);
    return text.length >= shortestLoneWord && !/\d/.test(text) && !ordinary.has(text);
  };
  const placeIn = (row: number, near: number, first: number, end: number): Place => {
    const size = end - first;
    let best: Place = { row, start: near, size: 1, hits: 0, told: 0, share: 0 };
    let total = 0;
    for (let at = first; at < end; at += 1) total += weights[nameWords[at] ?? 0] ?? 0;
    for (let start = Math.max(0, near - size + 1); start <= near; start += 1) {
      let used = 0;
      let hits = 0;
      let told = 0;
      for (let at = start; at < Math.min(start + size, reader.reading.wordCount); at += 1) {
        for (let place = first; place < end; place += 1) {
          if (nameWords[place] !== numbers[at] || (used & (1 << (place - first))) !== 0) continue;
          used |= 1 << (place - first);
          hits += 1;
          told += weights[numbers[at] ?? 0] ?? 0;
          break;
        }
      }
      if (told > best.told) best = { row, start, size, hits, told, share: total === 0 ? 0 : told / total };
    }
    return best;
  };
  const isBelievable = ({ hits, size, told }: Place, word: number): boolean =>
    hits >= 2 ? hits * 2 > size && told >= accident : size <= 2 && isTellingAlone(word);
  const isWhole = ({ hits, size }: Place): boolean => hits === size;
  /** Another owner's whole name in the same place, no smaller. */
  const isContested = (place: Place, all: readonly Place[]): boolean =>
    all.some(
      (other) =>
        owners[other.row] !== owners[place.row] &&
        isWhole(other) &&
        other.size >= place.size &&
        other.start < place.start + place.size &&
        place.start < other.start + other.size,
    );

  /** Whole names first, then by what they tell, then by row. */
  const findPlaces = (): readonly Place[] => {
    const found: Place[] = [];
    for (let at = 0; at < reader.reading.wordCount; at += 1)
      numbers[at] = findWord(words, bytes, starts[at] ?? 0, ends[at] ?? 0);
    for (let at = 0; at < reader.reading.wordCount; at += 1) {
      const word = numbers[at] ?? noWord;
      if (word === noWord || rowCountOf(word) > mostRowsPerWord) continue;
      for (let place = rowStarts[word] ?? 0; place < (rowStarts[word + 1] ?? 0); place += 1) {
        const row = rows[place] ?? 0;
        const [first, end] = [nameStarts[row] ?? 0, nameStarts[row + 1] ?? 0];
        if (!isRarestOf(word, first, end)) continue;
        const candidate = placeIn(row, at, first, end);
        if (found.length < mostPlaces && isBelievable(candidate, word)) found.push(candidate);
      }
    }
    return found.toSorted((a, b) => Number(isWhole(b)) - Number(isWhole(a)) || b.told - a.told || a.row - b.row);
  };

  return (text, limit = 3) => {
    reader.read(text);
    const found = findPlaces();
    const matches: NameMatch[] = [];
    for (const place of found) {
      const owner = owners[place.row] ?? 0;
      if (matches.length >= limit) break;
      if (matches.some((match) => match.owner === owner)) continue;
      const isGood = isWhole(place) && !isContested(place, found);
      matches.push({ owner, level: isGood ? 'good' : 'weak', score: place.share });
    }
    return matches;
  };
}
