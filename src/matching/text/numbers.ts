/**
 * The numbers of a text: digits with the letters in front, what the words before make of them, and how far each may be
 * joined with the one before. Days, IBANs, phones, company and VAT numbers are set aside.
 */
import { ibanLengthOf, isIban } from '../../domain/check-digits.ts';
import { hashBytes } from '../hash.ts';
import { gap, type Scan } from './scan.ts';
import { classOfWord, isForeignPair, isRefundPair, wordClass } from './word-classes.ts';

export const maximumNumbers = 256;
/** Beyond this a number is no whole number that a double holds; structured references are read from the text itself. */
export const longestValue = 15;

export type Numbers = {
  count: number;
  /** Of at most {@link longestValue} digits, else -1. */
  readonly value: Float64Array;
  readonly size: Uint8Array;
  /** Hash of the letters directly before; 0: none. */
  readonly prefix: Int32Array;
  /** `wordClass` of the word that speaks about the number; `none` when nothing does. */
  readonly context: Uint8Array;
  /** How it stands to the number before: a `gap`; `hard` when letters are between. */
  readonly joint: Uint8Array;
  /** Letters were read as digits: `2O9S5`. */
  readonly isMisread: Uint8Array;
  /** Set aside: a day, an account, a phone. */
  readonly isAside: Uint8Array;
  /** Two to four letters stand before it that are no word and no series: another company's number. */
  readonly isForeign: Uint8Array;
  /** From this number to the next: `A`, `BIS`, a dash between blanks. */
  readonly isRange: Uint8Array;
  readonly firstAtom: Int32Array;
  readonly lastAtom: Int32Array;
  /** Digits of each number as written, and with what directly stands around it; filled when asked for. */
  readonly alone: string[];
  readonly joined: string[];
  /** Bit `c` is set when a word of class `c` occurs. */
  words: number;
  /** A list breaks off: the letters of a series, or a mark, with no number behind. */
  isListOpen: boolean;
};

export const emptyNumbers = (): Numbers => ({
  count: 0,
  value: new Float64Array(maximumNumbers),
  size: new Uint8Array(maximumNumbers),
  prefix: new Int32Array(maximumNumbers),
  context: new Uint8Array(maximumNumbers),
  joint: new Uint8Array(maximumNumbers),
  isMisread: new Uint8Array(maximumNumbers),
  isAside: new Uint8Array(maximumNumbers),
  isForeign: new Uint8Array(maximumNumbers),
  isRange: new Uint8Array(maximumNumbers),
  firstAtom: new Int32Array(maximumNumbers),
  lastAtom: new Int32Array(maximumNumbers),
  alone: [],
  joined: [],
  words: 0,
  isListOpen: false,
});

export const says = ({ words }: Numbers, meaning: number): boolean => (words & (1 << meaning)) !== 0;

// Letters that optical readers and hasty typists put for digits.
const digitOfLetter = new Int8Array(128).fill(-1);
for (const [letter, digit] of Object.entries({ O: 0, Q: 0, D: 0, I: 1, L: 1, Z: 2, S: 5, G: 6, B: 8 }))
  digitOfLetter[letter.charCodeAt(0)] = digit;
const longestMisread = 3;
const letterN = 'N'.charCodeAt(0);

const isMisreadable = (scan: Scan, atom: number): boolean => {
  const from = scan.from[atom] ?? 0;
  const to = scan.to[atom] ?? 0;
  if (to - from > longestMisread) return false;
  for (let at = from; at < to; at += 1) if ((digitOfLetter[scan.codes[at] ?? 0] ?? -1) < 0) return false;
  return true;
};

/** Words that stay in force over the numbers of a list. */
const isLasting = (meaning: number): boolean => meaning === wordClass.document || meaning === wordClass.creditNote;
/** One document or several: the number behind is one of ours all the same. */
const contextOf = (meaning: number): number => (meaning === wordClass.documents ? wordClass.document : meaning);
const speaksOfNumber = (meaning: number): boolean =>
  (meaning >= wordClass.document && meaning <= wordClass.creditNote) ||
  (meaning >= wordClass.date && meaning <= wordClass.vat) ||
  meaning === wordClass.currency ||
  meaning === wordClass.customer;

/** Two words of a refund, or one that the end of a line cut in two. */
const speaksOfRefund = (scan: Scan, atom: number, from: number): boolean =>
  isRefundPair(scan.codes, from, scan.to[atom] ?? 0) ||
  (scan.gapBefore[atom] === gap.wrap && classOfWord(scan.codes, from, scan.to[atom] ?? 0) === wordClass.refund);

/**
 * Reads the numbers of a scan.
 *
 * @param isSeries - true for the hash of letters that documents of this ledger begin with.
 */
export function readNumbers(scan: Scan, numbers: Numbers, isSeries: (prefix: number) => boolean): void {
  numbers.count = 0;
  numbers.alone.length = 0;
  numbers.joined.length = 0;
  numbers.words = 0;
  numbers.isListOpen = false;
  let context: number = wordClass.none;
  let isSpent = false;
  let lettersSince = 0;
  let rangeSince = false;
  // Only marks, words of a list and letters of a series since the last number.
  let isListSince = true;
  for (let atom = 0; atom < scan.count;) {
    if (scan.isNumber[atom] === 0 && !startsMisread(scan, atom, isSeries)) {
      const meaning = scan.meaning[atom] ?? 0;
      numbers.words |= 1 << meaning;
      const pairFrom = atom > 0 && scan.isNumber[atom - 1] === 0 ? (scan.from[atom - 1] ?? 0) : -1;
      if (pairFrom >= 0 && speaksOfRefund(scan, atom, pairFrom)) numbers.words |= 1 << wordClass.refund;
      if (pairFrom >= 0 && isForeignPair(scan.codes, pairFrom, scan.to[atom] ?? 0)) {
        context = wordClass.other;
        isSpent = false;
      } else if (speaksOfNumber(contextOf(meaning))) {
        context = contextOf(meaning);
        isSpent = false;
      } else if (meaning === wordClass.numberSign) {
        // `FACTURE 123 MERCI REF 709666`: a word between, and the sign is of something else.
        if (isSpent && (!isLasting(context) || !isListSince)) context = wordClass.none;
      } else if (meaning === wordClass.range) rangeSince = true;
      // `A VALOIR` is no range.
      else if (meaning === wordClass.advance) rangeSince = false;
      else if (meaning !== wordClass.list && !isLasting(context)) {
        const size = (scan.to[atom] ?? 0) - (scan.from[atom] ?? 0);
        if (size > 2 && !isSeries(hashBytes(scan.codes, scan.from[atom] ?? 0, scan.to[atom] ?? 0)))
          context = wordClass.none;
      }
      if (lettersSince === 0 && numbers.count > 0) setShareAside(scan, numbers, atom);
      lettersSince += 1;
      rangeSince ||=
        scan.isDash[atom] === 1 && isSeries(hashBytes(scan.codes, scan.from[atom] ?? 0, scan.to[atom] ?? 0));
      isListSince &&=
        (scan.gapBefore[atom] ?? gap.hard) <= gap.list &&
        (meaning === wordClass.list || isSeries(hashBytes(scan.codes, scan.from[atom] ?? 0, scan.to[atom] ?? 0)));
      if (
        numbers.count > 0 &&
        scan.gapBefore[atom] === gap.list &&
        (atom + 1 >= scan.count || scan.isNumber[atom + 1] === 0) &&
        startsSeries(scan, atom, isSeries)
      )
        numbers.isListOpen = true;
      atom += 1;
      continue;
    }
    if (numbers.count === maximumNumbers) {
      scan.isCut = true;
      return;
    }
    const number = numbers.count;
    const last = readNumber(scan, numbers, number, atom, isSeries);
    const joint =
      number === 0
        ? gap.hard
        : lettersSince === 0
          ? (scan.gapBefore[atom] ?? gap.hard)
          : isInsideSeries(scan, atom, lettersSince, isSeries)
            ? gap.tight
            : isListSince
              ? gap.list
              : gap.hard;
    numbers.joint[number] = joint;
    // `FA2024-00123` is one number of one series, however it is cut.
    if (joint <= gap.tight && numbers.prefix[number] === 0) numbers.prefix[number] = numbers.prefix[number - 1] ?? 0;
    if (number > 0)
      numbers.isRange[number - 1] = rangeSince || (lettersSince === 0 && isSpacedDash(scan, atom)) ? 1 : 0;
    if (isSpent && !goesOnFor(context, joint, numbers, number)) context = wordClass.none;
    numbers.context[number] = context;
    numbers.isAside[number] = isSetAside(context) ? 1 : 0;
    isSpent = true;
    lettersSince = 0;
    isListSince = true;
    rangeSince = false;
    numbers.count = number + 1;
    setDayAside(numbers, number);
    setInstalmentAside(numbers, number);
    if (scan.meaning[last] === wordClass.percent) setPercentAside(scan, numbers, number);
    atom = Math.max(last + 1, ibanEnd(scan, numbers, number, atom));
  }
  if (lettersSince === 0 && numbers.count > 0 && scan.endsInList) numbers.isListOpen = true;
}

/** The whole letters of a series, or the beginning of some: where a text was cut off. */
function startsSeries(scan: Scan, atom: number, isSeries: (prefix: number) => boolean): boolean {
  const from = scan.from[atom] ?? 0;
  const to = scan.to[atom] ?? 0;
  return to - from <= 2 && (to - from === 1 || isSeries(hashBytes(scan.codes, from, to)));
}

/** `2025R009002`: letters of a series between the digits of one number. */
function isInsideSeries(
  scan: Scan,
  atom: number,
  lettersSince: number,
  isSeries: (prefix: number) => boolean,
): boolean {
  if (lettersSince !== 1 || scan.gapBefore[atom] !== gap.glued || scan.gapBefore[atom - 1] !== gap.glued) return false;
  return isSeries(hashBytes(scan.codes, scan.from[atom - 1] ?? 0, scan.to[atom - 1] ?? 0));
}

const isSetAside = (context: number): boolean =>
  context === wordClass.phone || context === wordClass.companyNumber || context === wordClass.vat;

/** `CDE 24004265 24004266`: the same word speaks about both; `CLIENT 014183 2405-0590`: only about the first. */
function goesOnFor(context: number, joint: number, numbers: Numbers, number: number): boolean {
  if (isLasting(context)) return true;
  if (joint === gap.tight) return true;
  // A phone is written in pairs, a company number in threes; what is longer is a number of its own.
  if (isSetAside(context))
    return joint === gap.blank && (numbers.size[number] ?? 0) <= 5 && (numbers.size[number - 1] ?? 0) <= 5;
  return context === wordClass.order && joint <= gap.list && numbers.size[number] === numbers.size[number - 1];
}

// `25908 - 26339`: a dash with blanks on both sides is kept as `list` by the scan.
function isSpacedDash(scan: Scan, atom: number): boolean {
  return scan.gapBefore[atom] === gap.list && scan.isDash[atom] === 1;
}

/** A letter for a digit at the start of a number: directly behind digits, and no letters of a series. */
function startsMisread(scan: Scan, atom: number, isSeries: (prefix: number) => boolean): boolean {
  if (atom === 0 || scan.isNumber[atom - 1] === 0 || (scan.gapBefore[atom] ?? gap.hard) > gap.tight) return false;
  if (scan.isNumber[atom + 1] !== 1 || scan.gapBefore[atom + 1] !== gap.glued || atom + 1 >= scan.count) return false;
  return isMisreadable(scan, atom) && !isSeries(hashBytes(scan.codes, scan.from[atom] ?? 0, scan.to[atom] ?? 0));
}

/** Reads one number from its first atom on; returns its last. */
function readNumber(
  scan: Scan,
  numbers: Numbers,
  number: number,
  first: number,
  isSeries: (prefix: number) => boolean,
): number {
  let last = first;
  let misread = scan.isNumber[first] === 0;
  while (last + 1 < scan.count && scan.gapBefore[last + 1] === gap.glued) {
    if (scan.isNumber[last + 1] === 1) {
      last += 1;
      continue;
    }
    if (!isMisreadable(scan, last + 1)) break;
    const isInside = last + 2 < scan.count && scan.gapBefore[last + 2] === gap.glued && scan.isNumber[last + 2] === 1;
    const isEnd = last + 2 >= scan.count || scan.gapBefore[last + 2] !== gap.glued;
    if (!isInside && !(isEnd && misread)) break;
    misread = true;
    last += 1;
  }
  let value = 0;
  let size = 0;
  for (let at = scan.from[first] ?? 0; at < (scan.to[last] ?? 0); at += 1) {
    const code = scan.codes[at] ?? 48;
    value = value * 10 + (code < 58 ? code - 48 : (digitOfLetter[code] ?? 0));
    size += 1;
  }
  numbers.value[number] = size > longestValue ? -1 : value;
  numbers.size[number] = Math.min(size, 255);
  numbers.isMisread[number] = misread ? 1 : 0;
  numbers.isRange[number] = 0;
  numbers.firstAtom[number] = first;
  numbers.lastAtom[number] = last;
  numbers.prefix[number] = prefixOf(scan, first, isSeries);
  numbers.isForeign[number] = hasForeignLetters(scan, first, isSeries) ? 1 : 0;
  return last;
}

function prefixOf(scan: Scan, first: number, isSeries: (prefix: number) => boolean): number {
  if (first === 0 || scan.isNumber[first - 1] === 1) return 0;
  const joint = scan.gapBefore[first] ?? gap.hard;
  const size = (scan.to[first - 1] ?? 0) - (scan.from[first - 1] ?? 0);
  if (joint > gap.wrap || size > 8) return 0;
  const prefix = hashBytes(scan.codes, scan.from[first - 1] ?? 0, scan.to[first - 1] ?? 0);
  return joint === gap.glued || isSeries(prefix) ? prefix : 0;
}

/** `SIG 2026-0042`, `X10405443`: letters of another company's series. A longer word is a word. */
function hasForeignLetters(scan: Scan, first: number, isSeries: (prefix: number) => boolean): boolean {
  if (first === 0 || scan.isNumber[first - 1] === 1 || (scan.gapBefore[first] ?? gap.hard) > gap.blank) return false;
  const from = scan.from[first - 1] ?? 0;
  const to = scan.to[first - 1] ?? 0;
  if (to - from > 4 || scan.meaning[first - 1] !== wordClass.none) return false;
  // `FAN°2024-00123`.
  const end = scan.codes[to - 1] === letterN ? to - 1 : to;
  return !isSeries(hashBytes(scan.codes, from, to)) && !isSeries(hashBytes(scan.codes, from, end));
}

const ordinalEndings: ReadonlySet<string> = new Set('ER ERE EME E ND NDE ST RD TH'.split(' '));

/** The word behind a number says that it is no document: `3 PCT`, `1ER VERSEMENT`, `2. RATE`. */
function setShareAside(scan: Scan, numbers: Numbers, word: number): void {
  const number = numbers.count - 1;
  const joint = scan.gapBefore[word] ?? gap.hard;
  const meaning = scan.meaning[word] ?? wordClass.none;
  if (meaning === wordClass.percent && joint <= gap.blank) setPercentAside(scan, numbers, number);
  // Part of a longer number, or written in a series.
  if ((numbers.size[number] ?? 0) > 2 || (numbers.joint[number] ?? gap.hard) <= gap.tight) return;
  if (numbers.prefix[number] !== 0) return;
  const isOrdinal = joint === gap.glued && ordinalEndings.has(textOf(scan, word));
  if (isOrdinal || (meaning === wordClass.partial && joint === gap.tight)) setAside(numbers, number);
}

/** Nor does a range end at it. */
function setAside({ isAside, isRange }: Numbers, number: number): void {
  isAside[number] = 1;
  if (number > 0) isRange[number - 1] = 0;
}

/** `3 %`, and `RG 5 %`: a share withheld as a guarantee. */
function setPercentAside(scan: Scan, numbers: Numbers, number: number): void {
  if ((numbers.size[number] ?? 0) > 2) return;
  setAside(numbers, number);
  const word = (numbers.firstAtom[number] ?? 0) - 1;
  if (word >= 0 && textOf(scan, word) === 'RG') numbers.words |= 1 << wordClass.retention;
}

const textOf = (scan: Scan, atom: number): string =>
  String.fromCharCode(...scan.codes.subarray(scan.from[atom] ?? 0, scan.to[atom] ?? 0));

const mostInstalments = 36;
const isDay = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;
const isYear = (year: number): boolean => year >= 1990 && year <= 2079;

/** `12/05/2024`, `12.05.24`, `2024-05-12` end at this number; `120524`, `12052024` behind a word such as `DU`. */
function setDayAside(numbers: Numbers, last: number): void {
  const { value, size, joint, isAside, context } = numbers;
  const c = value[last] ?? 0;
  if (context[last] === wordClass.date && (size[last] === 6 || size[last] === 8)) {
    const year = size[last] === 8 ? c % 10_000 : 2_000 + (c % 100);
    const rest = Math.floor(c / (size[last] === 8 ? 10_000 : 100));
    if (isDay(Math.floor(rest / 100), rest % 100) && isYear(year)) isAside[last] = 1;
  }
  if (last < 2 || joint[last] !== gap.tight || joint[last - 1] !== gap.tight || isAside[last - 2] === 1) return;
  const [a, b] = [value[last - 2] ?? 0, value[last - 1] ?? 0];
  const [sizeA, sizeB, sizeC] = [size[last - 2] ?? 0, size[last - 1] ?? 0, size[last] ?? 0];
  const isForward =
    sizeA <= 2 &&
    sizeB <= 2 &&
    isDay(a, b) &&
    ((sizeC === 4 && isYear(c)) || (sizeC === 2 && sizeA === 2 && sizeB === 2));
  const isBackward = sizeA === 4 && sizeB === 2 && sizeC === 2 && isYear(a) && isDay(c, b);
  if (isForward || isBackward) isAside.fill(1, last - 2, last + 1);
}

/** `1/3`, `ECH 2/4`: the first of so many parts, no document. */
function setInstalmentAside(numbers: Numbers, last: number): void {
  const { value, size, joint, isAside } = numbers;
  if (last < 2 || joint[last] !== gap.tight || joint[last - 1] === gap.tight || isAside[last] === 1) return;
  const [part, whole] = [value[last - 1] ?? 0, value[last] ?? 0];
  if (
    (size[last] ?? 0) > 2 ||
    (size[last - 1] ?? 0) > 2 ||
    part < 1 ||
    part > whole ||
    whole < 2 ||
    whole > mostInstalments
  )
    return;
  isAside.fill(1, last - 1, last + 1);
  numbers.words |= 1 << wordClass.partial;
}

/** Where the IBAN ends that this number belongs to, or 0. Its letters stand before it: `FR76 3000 …`. */
function ibanEnd(scan: Scan, numbers: Numbers, number: number, atom: number): number {
  if (atom === 0 || scan.isNumber[atom - 1] === 1 || scan.gapBefore[atom] !== gap.glued) return 0;
  const from = scan.from[atom - 1] ?? 0;
  if ((scan.to[atom - 1] ?? 0) - from !== 2) return 0;
  const country = String.fromCharCode(scan.codes[from] ?? 0, scan.codes[from + 1] ?? 0);
  const length = ibanLengthOf(country);
  if (length === null) return 0;
  let end = atom;
  while (end < scan.count && (scan.to[end] ?? 0) - from < length) end += 1;
  if (end >= scan.count || (scan.to[end] ?? 0) - from !== length) return 0;
  let text = '';
  for (let at = from; at < from + length; at += 1) text += String.fromCharCode(scan.codes[at] ?? 0);
  if (!isIban(text)) return 0;
  numbers.isAside[number] = 1;
  return end + 1;
}
