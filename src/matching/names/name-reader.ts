/**
 * Reads a name into words, without making strings: case, accents and punctuation fall away, legal forms and joining
 * words are set apart, abbreviations are written out. `Ä`, `AE` and `A` become one letter, as banks write them so.
 *
 * One reader is one set of scratch arrays: what it read stays until it reads again.
 */
import { foldCharacter } from '../key-text.ts';
import { asciiKind, asciiKinds, capitalOf } from '../text/ascii.ts';
import { isUmlautEnding, specialWordAt, withForm } from './word-kinds.ts';

/** Characters of a name that are read. ISO 20022 gives a name 140. */
const longestName = 280;
/** Words of a name that are read. */
const mostWords = 24;
/** Room that abbreviations take when they are written out. */
const longFormBytes = 512;

/** A name's telling words, as ranges of bytes (A-Z, 0-9, and `?` for a letter that a bank could not write). */
export type NameReading = {
  readonly bytes: Uint8Array;
  readonly starts: Uint16Array;
  readonly ends: Uint16Array;
  wordCount: number;
  /** Legal forms, packed by `withForm`; 0 where there is none. */
  forms: number;
};

type NameReader = Readonly<{
  /** What was read last. */
  reading: NameReading;
  /** Reads a text; where every word is a legal form or joins (`SA & CO`), all of them are its telling words. */
  read(text: string): NameReading;
  /** Keeps letters beside those that were read; where they begin, or -1 when there is no room. */
  keep(letters: Uint8Array, start: number, end: number): number;
}>;

const firstUncached = 0x250;
const [letterE, letterT, question] = [69, 84, 63];
/** What the code units up to Latin Extended-B contribute; null parts words. Bank texts hold few others. */
const foldedUnits = Array.from({ length: firstUncached }, (_, unit) => foldCharacter(String.fromCharCode(unit)));
const foldPoint = (point: number): string | null =>
  point < firstUncached ? (foldedUnits[point] ?? null) : foldCharacter(String.fromCodePoint(point));
const unitsOf = (marks: string): ReadonlySet<number> => new Set(Uint16Array.from(marks, (mark) => mark.charCodeAt(0)));
// `S.A.` and `D'OR` are one word each; every other mark parts words.
const staysInside: ReadonlySet<number> = unitsOf(".'’`´");
const joins: ReadonlySet<number> = unitsOf('&+');
const standsForLost: ReadonlySet<number> = unitsOf('?\uFFFD');

/** @param characterCapacity - characters of a text that are read; those behind are not looked at. */
export function nameReader(wordCapacity = mostWords, characterCapacity = longestName): NameReader {
  // A character folds to three letters at most that matter here; what goes beyond is cut as well.
  const splitCapacity = characterCapacity * 3;
  const bytes = new Uint8Array(splitCapacity + longFormBytes);
  const starts = new Uint16Array(wordCapacity);
  const ends = new Uint16Array(wordCapacity);
  const reading: NameReading = { bytes, starts, ends, wordCount: 0, forms: 0 };
  let used = 0;
  let wordStart = 0;
  let isAfterInitials = false;

  const put = (unit: number): void => {
    if (used === splitCapacity || (used > wordStart && isUmlautEnding(bytes[used - 1] ?? 0, unit))) return;
    bytes[used] = unit;
    used += 1;
  };
  const endWord = (): void => {
    const size = used - wordStart;
    if (size === 0) return;
    // `S A R L` is one word, as `S.A.R.L.` is.
    if (size === 1 && isAfterInitials) ends[reading.wordCount - 1] = used;
    else if (reading.wordCount < wordCapacity) {
      starts[reading.wordCount] = wordStart;
      ends[reading.wordCount] = used;
      reading.wordCount += 1;
    }
    isAfterInitials = size === 1;
    wordStart = used;
  };
  const split = (text: string): void => {
    used = wordStart = reading.wordCount = 0;
    isAfterInitials = false;
    const end = Math.min(text.length, characterCapacity);
    for (let at = 0; at < end; at += 1) {
      const unit = text.charCodeAt(at);
      const kind = asciiKinds[unit] ?? asciiKind.other;
      if (kind === asciiKind.letter || kind === asciiKind.digit) {
        put(capitalOf(unit));
        continue;
      }
      const point = text.codePointAt(at) ?? 0;
      if (point > 0xffff) at += 1;
      const folded = foldPoint(point);
      if (folded !== null) for (let index = 0; index < folded.length; index += 1) put(folded.charCodeAt(index));
      else if (joins.has(point)) {
        endWord();
        put(letterE);
        put(letterT);
        endWord();
      } else if (standsForLost.has(point) && used > wordStart && foldPoint(text.charCodeAt(at + 1) || 0) !== null)
        put(question);
      else if (!staysInside.has(point)) endWord();
    }
    endWord();
  };
  const keep = (letters: Uint8Array, start: number, end: number): number => {
    if (used + end - start > bytes.length) return -1;
    for (let at = start; at < end; at += 1, used += 1) bytes[used] = letters[at] ?? 0;
    return used - (end - start);
  };
  /** Keeps the telling words only. */
  const sift = (): void => {
    let kept = 0;
    reading.forms = 0;
    for (let word = 0; word < reading.wordCount; word += 1) {
      let start = starts[word] ?? 0;
      let end = ends[word] ?? 0;
      const special = specialWordAt(bytes, start, end);
      if (special !== undefined) reading.forms = withForm(reading.forms, special.form);
      if (special?.longForm === null) continue;
      const long = special === undefined ? -1 : keep(special.longForm, 0, special.longForm.length);
      if (special !== undefined && long >= 0) {
        start = long;
        end = long + special.longForm.length;
      }
      starts[kept] = start;
      ends[kept] = end;
      kept += 1;
    }
    if (kept > 0) reading.wordCount = kept;
  };

  return {
    reading,
    keep,
    read: (text) => {
      split(text);
      sift();
      return reading;
    },
  };
}
