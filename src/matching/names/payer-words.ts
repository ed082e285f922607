/**
 * Reads a payer's name against the words of a ledger: each word is one of them, the beginning of longer ones, one
 * typing error away from some, or several written without blanks.
 */
import { likeness, meaningsOf, type Meanings } from './meanings.ts';
import type { NameColumns } from './name-columns.ts';
import { nameReader, type NameReading } from './name-reader.ts';
import { nearWords } from './near-words.ts';
import { gluedSplitter } from './split-glued.ts';
import { beginsForm, isMistypedForm, specialWordAt, withForm } from './word-kinds.ts';
import { endOfBeginning, findWord, lowerBound, noWord } from './word-table.ts';

/** Telling words of a payer's name that are compared. */
export const mostPayerWords = 12;
/** The beginning of more words than these names none of them. */
const mostContinuations = 400;
/** A shorter one tells as little as an initial. */
const shortestBeginning = 3;
const shortestMistyped = 5;
const shortestGlued = 6;
/** Characters that banks leave of a name; one fewer where a blank stood at the end. */
const cutSizes: ReadonlySet<number> = new Set([26, 27, 34, 35]);

export type PayerWords = Readonly<{
  /** Reads a name, and what its words may mean; false when nothing is left to compare. */
  read(name: string): boolean;
  /** The same, but for what known words may mean beside themselves: enough to look for equal names. */
  readEqual(name: string): boolean;
  /** Makes up for what {@link readEqual} left out. */
  readMeanings(): void;
  reading: NameReading;
  meanings: Meanings;
  /** The word of the table equal to each, or `noWord`. */
  equal: Int32Array;
  /** How far a word that says nothing else may be a legal form, cut or mistyped, in percent; 0 for not. */
  formLikeness(place: number): number;
  /** True when the name has a length at which banks cut. */
  mayBeCut(): boolean;
}>;

export function payerWords(columns: NameColumns): PayerWords {
  const { words } = columns;
  const { read, keep, reading } = nameReader();
  const { bytes, starts, ends } = reading;
  const meanings = meaningsOf(columns, mostPayerWords);
  const equal = new Int32Array(mostPayerWords);
  // Many rows ask the same of a word: -1 until the first does.
  const formLikenesses = new Int8Array(mostPayerWords);
  const splitter = gluedSplitter(words);
  const eachNearWord = nearWords(columns);
  let isCut = false;

  /** Puts the telling pieces of a glued word in its place; false where it has none. */
  const part = (place: number): boolean => {
    const { letters, bounds } = splitter;
    const pieceCount = splitter.split(bytes, starts[place] ?? 0, ends[place] ?? 0);
    if (pieceCount === 0 || reading.wordCount + pieceCount - 1 > mostPayerWords) return false;
    const pieces: number[] = [];
    for (let piece = 0; piece < pieceCount; piece += 1) {
      const [from, to] = [bounds[piece] ?? 0, bounds[piece + 1] ?? 0];
      const special = specialWordAt(letters, from, to);
      if (special !== undefined) reading.forms = withForm(reading.forms, special.form);
      if (special?.longForm === null) continue;
      const long = special?.longForm;
      const start = long === undefined ? keep(letters, from, to) : keep(long, 0, long.length);
      if (start < 0) return false;
      pieces.push(start, start + (long?.length ?? to - from));
    }
    const kept = pieces.length >> 1;
    if (kept === 0) return false;
    starts.copyWithin(place + kept, place + 1, reading.wordCount);
    ends.copyWithin(place + kept, place + 1, reading.wordCount);
    for (let piece = 0; piece < kept; piece += 1) {
      starts[place + piece] = pieces[piece * 2] ?? 0;
      ends[place + piece] = pieces[piece * 2 + 1] ?? 0;
    }
    reading.wordCount += kept - 1;
    return true;
  };
  const formLikeness = (place: number): number => {
    const known = formLikenesses[place] ?? 0;
    if (known >= 0) return known;
    const [start, end] = [starts[place] ?? 0, ends[place] ?? 0];
    const isCutForm = place + 1 === reading.wordCount && beginsForm(bytes, start, end);
    const found = isCutForm ? likeness.cut : isMistypedForm(bytes, start, end) ? likeness.edit : 0;
    formLikenesses[place] = found;
    return found;
  };
  const mistyped = (word: number): void => meanings.mean(word, likeness.edit);
  const findPlace = (place: number): number => {
    const number = findWord(words, bytes, starts[place] ?? 0, ends[place] ?? 0);
    equal[place] = number;
    return number;
  };
  const meanPlace = (place: number): void => {
    const start = starts[place] ?? 0;
    const end = ends[place] ?? 0;
    const isLast = place + 1 === reading.wordCount;
    const number = equal[place] ?? noWord;
    meanings.begin(place);
    if (number !== noWord) meanings.mean(number, likeness.equal);
    else if (end - start >= shortestMistyped) eachNearWord(bytes, start, end, mistyped);
    const low = lowerBound(words, bytes, start, end);
    const high = endOfBeginning(words, bytes, start, end, low);
    const isInitial = end - start < shortestBeginning;
    const percent = isLast && isCut ? likeness.cut : isInitial ? likeness.initial : likeness.beginning;
    if (high - low <= mostContinuations) for (let word = low; word < high; word += 1) meanings.mean(word, percent);
    meanings.finish(place);
  };

  const readWords = (name: string, isEqualOnly: boolean): boolean => {
    meanings.clear();
    formLikenesses.fill(-1);
    read(name);
    isCut = cutSizes.has(name.trim().length);
    reading.wordCount = Math.min(reading.wordCount, mostPayerWords);
    // Pieces of a glued word are not parted again.
    let partedUntil = 0;
    for (let place = 0; place < reading.wordCount; place += 1) {
      const isKnown = findPlace(place) !== noWord;
      const isLong = (ends[place] ?? 0) - (starts[place] ?? 0) >= shortestGlued;
      if (isEqualOnly && (isKnown || !isLong)) continue;
      meanPlace(place);
      const tail = reading.wordCount - place;
      if (meanings.rowCounts[place] !== 0 || !isLong || place < partedUntil || !part(place)) continue;
      partedUntil = reading.wordCount - tail + 1;
      place -= 1;
    }
    return reading.wordCount > 0;
  };

  return {
    read: (name) => readWords(name, false),
    readEqual: (name) => readWords(name, true),
    readMeanings: () => {
      meanings.clear();
      for (let place = 0; place < reading.wordCount; place += 1) meanPlace(place);
    },
    reading,
    meanings,
    equal,
    formLikeness,
    mayBeCut: () => isCut,
  };
}
