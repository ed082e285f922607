/**
 * Words as bytes (A-Z, 0-9) one behind the other, found by open addressing without making a string.
 *
 * Numbers of words follow their alphabetical order, so that all words with one beginning are one range of numbers.
 */
import { finishHash, hashBytes } from '../hash.ts';

export type WordColumns = Readonly<{
  /** Where each word begins in `bytes`; one more than there are words. */
  starts: Uint32Array<SharedArrayBuffer>;
  bytes: Uint8Array<SharedArrayBuffer>;
  /** Word number plus one, 0 is free; a power of two of them. */
  slots: Uint32Array<SharedArrayBuffer>;
}>;

export const noWord = -1;

export const sharedUint32 = (length: number): Uint32Array<SharedArrayBuffer> =>
  new Uint32Array(new SharedArrayBuffer(length * 4));
const sharedUint8 = (length: number): Uint8Array<SharedArrayBuffer> => new Uint8Array(new SharedArrayBuffer(length));
/** Slots for that many entries: at most half of them are taken. */
export const slotCountFor = (entryCount: number): number => 2 << (32 - Math.clz32(entryCount));

/** Of a word: equal for the same letters. */
export const hashWord = (bytes: Uint8Array, start: number, end: number): number =>
  finishHash(hashBytes(bytes, start, end));

/** @param words - ASCII, ascending by UTF-16 unit, each once. */
export function wordColumnsOf(words: readonly string[]): WordColumns {
  const starts = sharedUint32(words.length + 1);
  const bytes = sharedUint8(words.reduce((sum, word) => sum + word.length, 0));
  const slots = sharedUint32(slotCountFor(words.length));
  let end = 0;
  for (const [number, word] of words.entries()) {
    const start = end;
    for (let at = 0; at < word.length; at += 1) bytes[end++] = word.charCodeAt(at);
    starts[number + 1] = end;
    let slot = hashWord(bytes, start, end) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  }
  return { starts, bytes, slots };
}

/** The number of a word with this hash and these bytes, or {@link noWord}. */
export function findHashed(words: WordColumns, hash: number, bytes: Uint8Array, start: number, end: number): number {
  const { slots } = words;
  let slot = hash & (slots.length - 1);
  for (let held = slots[slot] ?? 0; held !== 0; held = slots[slot] ?? 0) {
    if (hasBytes(words, held - 1, bytes, start, end)) return held - 1;
    slot = (slot + 1) & (slots.length - 1);
  }
  return noWord;
}

export const findWord = (words: WordColumns, bytes: Uint8Array, start: number, end: number): number =>
  findHashed(words, hashWord(bytes, start, end), bytes, start, end);

function hasBytes(words: WordColumns, number: number, bytes: Uint8Array, start: number, end: number): boolean {
  const first = words.starts[number] ?? 0;
  if ((words.starts[number + 1] ?? 0) - first !== end - start) return false;
  for (let at = start; at < end; at += 1) if (words.bytes[first + at - start] !== bytes[at]) return false;
  return true;
}

/** Below, equal (0: the word begins with these bytes) or above, in alphabetical order. */
function compareBeginning(words: WordColumns, number: number, bytes: Uint8Array, start: number, end: number): number {
  let at = words.starts[number] ?? 0;
  const stop = words.starts[number + 1] ?? 0;
  for (let index = start; index < end; index += 1, at += 1) {
    if (at === stop) return -1;
    const difference = (words.bytes[at] ?? 0) - (bytes[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The first word that does not stand before these bytes: where the words begin that begin so. */
export function lowerBound(words: WordColumns, bytes: Uint8Array, start: number, end: number): number {
  let low = 0;
  let high = words.starts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareBeginning(words, middle, bytes, start, end) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the words end that begin with these bytes; `from` is their {@link lowerBound}. They are mostly few. */
export function endOfBeginning(
  words: WordColumns,
  bytes: Uint8Array,
  start: number,
  end: number,
  from: number,
): number {
  const wordCount = words.starts.length - 1;
  const begins = (word: number): boolean => compareBeginning(words, word, bytes, start, end) === 0;
  let low = from;
  let step = 1;
  while (low + step <= wordCount && begins(low + step - 1)) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step - 1, wordCount);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (begins(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True where a word begins with these bytes. */
export function beginsWord(words: WordColumns, bytes: Uint8Array, start: number, end: number): boolean {
  const first = lowerBound(words, bytes, start, end);
  return first + 1 < words.starts.length && compareBeginning(words, first, bytes, start, end) === 0;
}

/** A word's text, for a person or a test. */
export function wordText(words: WordColumns, number: number): string {
  let text = '';
  for (let at = words.starts[number] ?? 0; at < (words.starts[number + 1] ?? 0); at += 1)
    text += String.fromCharCode(words.bytes[at] ?? 0);
  return text;
}
