/**
 * Document numbers as a matcher sees them: letters in front, digits, and how the digits are grouped.
 *
 * Ledgers number in a handful of ways: `FA2024-00123`, `2401-0456`, `R24000123`, `RE-118000`, `123/2024`. Which digits
 * are a date is not configured: for each grouping, the issue dates of the documents themselves decide.
 */
import { plainTextOf } from '../text/plain-text.ts';
import { hashBytes } from '../hash.ts';

/** Digits beyond this many are left out, from the front: a double holds no more of them exactly. */
export const longestDigits = 15;

export type DocumentDigits = {
  /** The last 15 digits as a number. */
  digits: number;
  size: number;
  /** Hash of the first letters, which mostly stand in front: `FA2024-00123`, `2025R009002`; 0: none. */
  prefix: number;
  /** Hash of the sizes of the groups of digits. */
  grouping: number;
};

const letters = new Uint8Array(64);

/** Reads a document number into `target`, which is reused. */
export function readDocumentDigits(documentNumber: string, target: DocumentDigits): void {
  const { text } = plainTextOf(documentNumber);
  let digits = 0;
  let size = 0;
  let letterCount = 0;
  let lettersEnd = 0;
  let groupSize = 0;
  let grouping = 17;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      digits = (size >= longestDigits ? digits % 1e14 : digits) * 10 + code - 48;
      size += 1;
      groupSize += 1;
      continue;
    }
    if (groupSize > 0) grouping = Math.imul(grouping, 31) + groupSize;
    groupSize = 0;
    const capital = code >= 97 && code <= 122 ? code - 32 : code;
    const isFirst = letterCount === 0 || lettersEnd === at;
    if (isFirst && capital >= 65 && capital <= 90 && letterCount < letters.length) {
      lettersEnd = at + 1;
      letters[letterCount] = capital;
      letterCount += 1;
    }
  }
  if (groupSize > 0) grouping = Math.imul(grouping, 31) + groupSize;
  target.digits = digits;
  target.size = Math.min(size, longestDigits);
  target.prefix = letterCount === 0 ? 0 : hashBytes(letters, 0, letterCount);
  target.grouping = grouping;
}

/** Where the date stands in the digits of a series, most telling first; `none`: a plain counter. */
export const dateParts = ['yyyymm-', 'yyyy-', 'yymm-', 'mmyy-', '-yyyy', 'yy-', '-yy', 'none'] as const;
export type DatePart = (typeof dateParts)[number];

const tens = Float64Array.from({ length: 17 }, (_, exponent) => 10 ** exponent);
/** 10 to the power of a small whole number. */
export const tenTo = (exponent: number): number => tens[exponent] ?? Infinity;

const leading = (digits: number, size: number, count: number): number => Math.floor(digits / tenTo(size - count));

/** Does this date part of the digits agree with the document's own issue month? */
function agrees(part: number, digits: number, size: number, year: number, month: number): boolean {
  const short = year % 100;
  switch (part) {
    case 0:
      return size > 7 && leading(digits, size, 6) === year * 100 + month;
    case 1:
      return size > 5 && leading(digits, size, 4) === year;
    case 2:
      return size > 5 && leading(digits, size, 4) === short * 100 + month;
    case 3:
      return size > 5 && leading(digits, size, 4) === month * 100 + short;
    case 4:
      return size > 4 && digits % 10_000 === year;
    case 5:
      return size > 4 && leading(digits, size, 2) === short;
    case 6:
      return size > 3 && digits % 100 === short;
    default:
      return true;
  }
}

type SeriesVotes = Readonly<{
  add(grouping: number, digits: number, size: number, year: number, month: number): void;
  /** Place in {@link dateParts} of each grouping. */
  decide(): ReadonlyMap<number, number>;
}>;

/** Share of the documents of a grouping that must agree before a date is seen in its digits. */
const enough = 0.85;
/** `-yy` and `yy-` agree by chance too easily where few documents vote. */
const fewestVotes = 12;

export function seriesVotes(): SeriesVotes {
  const votes = new Map<number, Uint32Array>();
  return {
    add(grouping, digits, size, year, month) {
      let counts = votes.get(grouping);
      if (counts === undefined) votes.set(grouping, (counts = new Uint32Array(dateParts.length)));
      for (let part = 0; part < dateParts.length; part += 1)
        if (agrees(part, digits, size, year, month)) counts[part] = (counts[part] ?? 0) + 1;
    },
    decide() {
      const decided = new Map<number, number>();
      const none = dateParts.length - 1;
      for (const [grouping, counts] of votes) {
        const total = counts[none] ?? 0;
        const best = counts.findIndex((count, part) => part < none && total >= fewestVotes && count >= total * enough);
        decided.set(grouping, best === -1 ? none : best);
      }
      return decided;
    },
  };
}

/** The serial number without its date, and how many digits it has as printed. */
export function serialOf(part: number, digits: number, size: number): Readonly<{ serial: number; size: number }> {
  const dateSize = [6, 4, 4, 4, 4, 2, 2, 0][part] ?? 0;
  const serialSize = Math.max(size - dateSize, 0);
  const isAtEnd = part === 4 || part === 6;
  const serial = isAtEnd ? Math.floor(digits / tenTo(dateSize)) : digits % tenTo(serialSize);
  return { serial: serial % 1e9, size: Math.min(serialSize, 9) };
}

/** The digits with a year of two digits where the series prints four; -1 where it does not. */
export function shortYearOf(part: number, digits: number, size: number): number {
  if (part === 0 || part === 1) return digits % tenTo(size - 2);
  return part === 4 ? Math.floor(digits / 10_000) * 100 + (digits % 100) : -1;
}
