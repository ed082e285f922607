/**
 * What the words of a payer's name may mean, for one name at a time. Arrays over all words of the table are cleared by
 * counting up one number, so a name costs no more than its own meanings.
 */
import { rowCountOf, weightOf, type NameColumns } from './name-columns.ts';

/** How far a word of a name is the word that was written, in percent. */
export const likeness = { equal: 100, cut: 96, edit: 85, beginning: 75, contraction: 65, initial: 50 } as const;

export type Meanings = Readonly<{
  /** Names with any meaning of each place. */
  rowCounts: Uint32Array;
  /** What each place tells, whichever of its meanings holds; thousandths of a logarithm. */
  weights: Int32Array;
  /** Forgets the name before. */
  clear(): void;
  /** The place whose meanings come next; all of one place are given together. */
  begin(place: number): void;
  mean(word: number, percent: number): void;
  finish(place: number): void;
  /** The place that means this word of the table, or -1. */
  placeOf(word: number): number;
  likenessOf(word: number): number;
  eachOf(place: number, visit: (word: number) => void): void;
}>;

export function meaningsOf(columns: NameColumns, placeCapacity: number): Meanings {
  const wordCount = columns.weights.length;
  const nameCount = columns.owners.length;
  const epochs = new Uint32Array(wordCount);
  const places = new Uint8Array(wordCount);
  const likenesses = new Uint8Array(wordCount);
  const meant: number[] = [];
  const begins = new Uint32Array(placeCapacity);
  const ends = new Uint32Array(placeCapacity);
  const rowCounts = new Uint32Array(placeCapacity);
  const weights = new Int32Array(placeCapacity);
  let epoch = 0;
  let current = 0;
  return {
    rowCounts,
    weights,
    clear: () => {
      epoch += 1;
      meant.length = 0;
    },
    begin: (place) => {
      current = place;
      begins[place] = meant.length;
      rowCounts[place] = 0;
    },
    mean: (word, percent) => {
      const isKnown = epochs[word] === epoch;
      if (isKnown && (likenesses[word] ?? 0) >= percent) return;
      // A word belongs to the place that comes nearest to it, and is followed from there only.
      if (!isKnown || places[word] !== current) {
        meant.push(word);
        rowCounts[current] = (rowCounts[current] ?? 0) + rowCountOf(columns, word);
      }
      epochs[word] = epoch;
      places[word] = current;
      likenesses[word] = percent;
    },
    finish: (place) => {
      ends[place] = meant.length;
      weights[place] = weightOf(nameCount, rowCounts[place] ?? 0);
    },
    placeOf: (word) => (epochs[word] === epoch ? (places[word] ?? 0) : -1),
    likenessOf: (word) => (epochs[word] === epoch ? (likenesses[word] ?? 0) : 0),
    eachOf: (place, visit) => {
      for (let at = begins[place] ?? 0; at < (ends[place] ?? 0); at += 1) {
        const word = meant[at] ?? 0;
        if (places[word] === place) visit(word);
      }
    },
  };
}
