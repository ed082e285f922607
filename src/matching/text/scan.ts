/**
 * A payer's text as atoms: runs of letters and runs of digits, read once from left to right.
 *
 * `FA2024-00123`, `FA 2024 00123` and a number that the bank wrapped over two lines are the same atoms with other gaps.
 * Every atom remembers what stood before it and where it came from. The arrays are reused: one scan, one scanner a thread.
 */
import { asciiKind, asciiKinds, capitalOf } from './ascii.ts';
import { plainTextOf } from './plain-text.ts';
import { classOfWord, wordClass } from './word-classes.ts';

/** What stood before an atom, from most to least joining. */
export const gap = {
  /** Nothing: `FA2024`. */
  glued: 0,
  /** One of `- / . _` with a blank on one side at most. */
  tight: 1,
  /** One blank. */
  blank: 2,
  /** The end of a line, or several blanks: banks wrap with both. */
  wrap: 3,
  /** A mark that parts the numbers of a list, or a dash between blanks. */
  list: 4,
  /** Anything else, and the start of a text. */
  hard: 5,
} as const;

/** Characters of a payment's text that are read; what follows is not looked at, and that is said. */
export const longestText = 8_192;
const maximumAtoms = 2_048;

export type Scan = {
  /** A-Z and 0-9 as ASCII, without what stood between. */
  readonly codes: Uint8Array;
  /** Atom `i` is `codes[from[i]..to[i]]`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly isNumber: Uint8Array;
  readonly gapBefore: Uint8Array;
  /** A dash between blanks stood before: `25908 - 26339`. */
  readonly isDash: Uint8Array;
  /** `wordClass`; of digits: `percent` where a sign for it stands behind. */
  readonly meaning: Uint8Array;
  /** Place in the text as written: line, first character, character after the last. */
  readonly line: Uint16Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  count: number;
  /** A mark of a list is the last thing in the text. */
  endsInList: boolean;
  /** True when the text was longer than is read. */
  isCut: boolean;
};

type Scanner = Readonly<{
  /** Reads lines; nothing joins over the start of line `fieldStart`. The result is overwritten by the next call. */
  scan(lines: readonly string[], fieldStart: number): Scan;
}>;

export function textScanner(): Scanner {
  const scan: Scan = {
    codes: new Uint8Array(longestText + 1),
    from: new Int32Array(maximumAtoms),
    to: new Int32Array(maximumAtoms),
    isNumber: new Uint8Array(maximumAtoms),
    gapBefore: new Uint8Array(maximumAtoms),
    isDash: new Uint8Array(maximumAtoms),
    meaning: new Uint8Array(maximumAtoms),
    line: new Uint16Array(maximumAtoms),
    start: new Uint32Array(maximumAtoms),
    end: new Uint32Array(maximumAtoms),
    count: 0,
    endsInList: false,
    isCut: false,
  };
  const reader = lineReader(scan);
  return {
    scan(lines, fieldStart) {
      scan.count = 0;
      scan.isCut = false;
      reader.begin();
      let left = longestText;
      for (let number = 0; number < lines.length && !scan.isCut; number += 1) {
        const line = lines[number] ?? '';
        scan.isCut = line.length > left;
        reader.read(line.slice(0, left), number, number === fieldStart);
        left -= line.length;
      }
      scan.endsInList = reader.endsInList();
      return scan;
    },
  };
}

const { letter, digit, joiner, listMark, blank, lineEnd } = asciiKind;
const percentSign = '%'.charCodeAt(0);
/** `3%`, `3 %`. */
const meaningOfDigits = (text: string, end: number): number =>
  text.charCodeAt(text.charCodeAt(end) === 32 ? end + 1 : end) === percentSign ? wordClass.percent : wordClass.none;

/** Appends atoms to the scan, line by line, and keeps what stood since the last one. */
function lineReader(scan: Scan) {
  const { codes, from, to, isNumber, gapBefore, meaning, start, end } = scan;
  // How many of each kind stood since the last atom; `lineEnd` counts lines.
  const between = new Uint8Array(7);
  let length = 0;

  function gapSoFar(): number {
    if (scan.count === 0 || (between[0] ?? 0) > 0) return gap.hard;
    if ((between[listMark] ?? 0) > 0) return gap.list;
    const blanks = between[blank] ?? 0;
    const wraps = between[lineEnd] ?? 0;
    const joiners = between[joiner] ?? 0;
    if (joiners > 1) return gap.hard;
    if (joiners === 1) return blanks > 1 && wraps === 0 ? gap.list : gap.tight;
    if (wraps > 0 || blanks > 1) return gap.wrap;
    return blanks === 1 ? gap.blank : gap.glued;
  }

  return {
    endsInList: (): boolean => (between[listMark] ?? 0) > 0,
    begin(): void {
      length = 0;
      between.fill(0);
    },
    read(line: string, lineNumber: number, isField: boolean): void {
      const { text, places } = plainTextOf(line);
      if (lineNumber > 0) between[isField ? 0 : lineEnd] = 1;
      for (let at = 0; at < text.length;) {
        const code = text.charCodeAt(at);
        const kind = asciiKinds[code] ?? 0;
        if (kind !== letter && kind !== digit) {
          between[kind] = Math.min((between[kind] ?? 0) + 1, 200);
          at += 1;
          continue;
        }
        const atom = scan.count;
        if (atom === maximumAtoms) {
          scan.isCut = true;
          return;
        }
        gapBefore[atom] = gapSoFar();
        scan.isDash[atom] = between[joiner] === 1 && (between[blank] ?? 0) > 1 ? 1 : 0;
        between.fill(0);
        from[atom] = length;
        isNumber[atom] = kind - letter;
        scan.line[atom] = lineNumber;
        start[atom] = places === null ? at : (places[at] ?? 0);
        let next = code;
        do {
          if (length >= longestText) {
            scan.isCut = true;
            break;
          }
          codes[length] = capitalOf(next);
          length += 1;
          at += 1;
          next = at < text.length ? text.charCodeAt(at) : 0;
        } while ((asciiKinds[next] ?? 0) === kind);
        to[atom] = length;
        end[atom] = places === null ? at : (places[at] ?? 0);
        meaning[atom] = kind === letter ? classOfWord(codes, from[atom] ?? 0, length) : meaningOfDigits(text, at);
        scan.count = atom + 1;
        if (length >= longestText) return;
      }
    },
  };
}
