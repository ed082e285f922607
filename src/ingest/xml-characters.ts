/**
 * Which characters XML 1.0 allows where, by UTF-16 unit: a table for ASCII, ranges for the rest.
 *
 * The text comes from a strict decoder, so that surrogates are always paired and each half can be judged alone.
 *
 * @see XML 1.0, fifth edition, productions 2 to 4a.
 */

export const tab = 0x09;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
export const space = 0x20;
export const exclamationMark = 0x21;
export const quotationMark = 0x22;
export const numberSign = 0x23;
export const ampersand = 0x26;
export const apostrophe = 0x27;
export const slash = 0x2f;
export const semicolon = 0x3b;
export const lessThan = 0x3c;
export const equalsSign = 0x3d;
export const greaterThan = 0x3e;
export const questionMark = 0x3f;
export const closingBracket = 0x5d;
export const byteOrderMark = 0xfeff;

export const isBlank = (unit: number): boolean =>
  unit === space || unit === lineFeed || unit === tab || unit === carriageReturn;

const nameStart = 1;
const nameRest = 2;
const special = 4;
const illegal = 8;

const asciiFlags = new Uint8Array(128);
for (let unit = 0; unit < 128; unit++) {
  const character = String.fromCharCode(unit);
  if (/[:A-Z_a-z]/.test(character)) asciiFlags[unit] = nameStart | nameRest;
  else if (/[-.0-9]/.test(character)) asciiFlags[unit] = nameRest;
  // What a reader of text has to stop at: `>` and `]` because of `]]>`.
  else if (/[<&>\]\n\r]/.test(character)) asciiFlags[unit] = special;
  else if (unit < space && unit !== tab) asciiFlags[unit] = illegal;
}

const flagsOf = (asciiUnit: number): number => asciiFlags[asciiUnit] ?? 0;

/** First and last of each range. The halves of surrogate pairs stand for U+10000 to U+EFFFF. */
type Ranges = readonly (readonly [number, number])[];

// prettier-ignore
const nameStartRanges: Ranges = [
  [0xc0, 0xd6], [0xd8, 0xf6], [0xf8, 0x2ff], [0x370, 0x37d], [0x37f, 0x1fff], [0x200c, 0x200d], [0x2070, 0x218f],
  [0x2c00, 0x2fef], [0x3001, 0xdb7f], [0xdc00, 0xdfff], [0xf900, 0xfdcf], [0xfdf0, 0xfffd],
];
// prettier-ignore
const nameRestRanges: Ranges = [[0xb7, 0xb7], [0x300, 0x36f], [0x203f, 0x2040]];

const isIn = (ranges: Ranges, unit: number): boolean => ranges.some(([first, last]) => unit >= first && unit <= last);

export const isNameStart = (unit: number): boolean =>
  unit < 128 ? (flagsOf(unit) & nameStart) !== 0 : isIn(nameStartRanges, unit);

export const isNameUnit = (unit: number): boolean =>
  unit < 128 ? (flagsOf(unit) & nameRest) !== 0 : isIn(nameStartRanges, unit) || isIn(nameRestRanges, unit);

/** Neither markup nor line end nor forbidden: what most of a text is. */
export const isPlain = (unit: number): boolean => (unit < 128 ? flagsOf(unit) < special : unit < 0xfffe);

/** Control characters and the two that are no characters; allowed nowhere, not even in a comment. */
export const isForbidden = (unit: number): boolean => (unit < 128 ? flagsOf(unit) === illegal : unit >= 0xfffe);

/** NUL of fixed-length records, SUB of old DOS tools, byte order marks: no XML, but banks leave them behind the end. */
export const isPadding = (unit: number): boolean => unit === 0x00 || unit === 0x1a || unit === byteOrderMark;
