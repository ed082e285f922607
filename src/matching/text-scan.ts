/**
 * A payer's text as tokens, read once from left to right.
 *
 * The key characters of all lines stand in one array without what separated them. So any run of neighbouring tokens is
 * a slice of it, and `FA2024-00123`, `FA 2024 00123` and a number that the bank wrapped over two lines are the same slice.
 * Each token remembers what stood before it and where it came from.
 */
import { foldCharacter, isDigit } from './key-text.ts';

/**
 * What stands before a token. A number may go on over a blank (or a line's end) and over one `-`, `/`, `.` or `_` with
 * a blank on one side at most; anything else breaks it. `+` is a plus directly before the token and not after a word.
 */
export type Gap = ' ' | '-' | '/' | '.' | '_' | '+' | '|';

export type Token = Readonly<{
  /** Slice of `characters`. */
  from: number;
  to: number;
  digitCount: number;
  gap: Gap;
  /** Place in the text as written. */
  line: number;
  start: number;
  endLine: number;
  end: number;
}>;

/** A run of neighbouring tokens, `end` exclusive. */
export type TokenRun = Readonly<{ first: number; end: number }>;

export type ScannedText = Readonly<{
  /** A-Z and 0-9 as ASCII. */
  characters: Buffer;
  tokens: readonly Token[];
  /** The text as written. */
  lines: readonly string[];
  /** Characters looked at: what a bound on the work is stated in. */
  stepCount: number;
}>;

/** Characters of a payment's text that are read; the rest is not looked at. Far beyond what any format carries. */
export const longestText = 65_536;

type OpenToken = { -readonly [Field in keyof Token]: Token[Field] };

const isJoiner = (character: string): boolean =>
  character === '-' || character === '/' || character === '.' || character === '_';
const dash = /^[\p{Pd}\u2212]$/u;
const blank = /^\s$/u;
const plainSeparator = (character: string): string => {
  if (character.charCodeAt(0) < 128 && character.length === 1) return character;
  return dash.test(character) ? '-' : character;
};

/** Collects what separates two tokens, in the few bits that {@link Gap} needs. */
type Between = { joiner: string; isBlankBefore: boolean; isBlankAfter: boolean; isBroken: boolean };
const nothingBetween = (): Between => ({ joiner: '', isBlankBefore: false, isBlankAfter: false, isBroken: false });

function separate(between: Between, character: string): void {
  if (blank.test(character)) {
    if (between.joiner === '') between.isBlankBefore = true;
    else between.isBlankAfter = true;
    return;
  }
  const separator = plainSeparator(character);
  if (between.joiner !== '' || !(isJoiner(separator) || separator === '+')) between.isBroken = true;
  between.joiner = separator;
  between.isBlankAfter = false;
}

function gapOf(between: Between, isFirst: boolean): Gap {
  const { joiner, isBlankBefore, isBlankAfter, isBroken } = between;
  if (joiner === '+') return !isBlankAfter && (isBlankBefore || isFirst) ? '+' : '|';
  if (isFirst || isBroken || (isBlankBefore && isBlankAfter)) return '|';
  return joiner === '-' || joiner === '/' || joiner === '.' || joiner === '_' ? joiner : ' ';
}

/** Splits lines of text into tokens; linear in their length, whatever they contain. */
export function scanText(lines: readonly string[]): ScannedText {
  const characters: number[] = [];
  const tokens: Token[] = [];
  let open: OpenToken | null = null;
  let between = nothingBetween();
  let stepCount = 0;
  for (const [line, text] of lines.entries()) {
    let start = 0;
    for (const character of text) {
      stepCount += 1;
      if (stepCount > longestText) break;
      const folded = foldCharacter(character);
      const end = start + character.length;
      if (folded === null) {
        if (open !== null) open = close(tokens, open);
        separate(between, character);
      } else if (folded !== '') {
        open ??= begin(between, tokens.length === 0, characters.length, line, start);
        between = nothingBetween();
        extend(open, characters, folded, line, end);
      }
      start = end;
    }
    if (open !== null) open = close(tokens, open);
    separate(between, '\n');
  }
  return { characters: Buffer.from(characters), tokens, lines, stepCount };
}

function begin(between: Between, isFirst: boolean, from: number, line: number, start: number): OpenToken {
  return { from, to: from, digitCount: 0, gap: gapOf(between, isFirst), line, start, endLine: line, end: start };
}

function extend(token: OpenToken, characters: number[], folded: string, line: number, end: number): void {
  for (let index = 0; index < folded.length; index += 1) {
    const code = folded.charCodeAt(index);
    characters.push(code);
    if (isDigit(code)) token.digitCount += 1;
  }
  token.to = characters.length;
  token.endLine = line;
  token.end = end;
}

function close(tokens: Token[], token: OpenToken): null {
  tokens.push(token);
  return null;
}

/** Joined by one mark, as the parts of a number are. */
export const isTight = (gap: Gap): boolean => gap === '-' || gap === '/' || gap === '.' || gap === '_';
/** A number may go on from the token before to this one. */
export const goesOn = (gap: Gap): boolean => gap !== '|' && gap !== '+';
export const isNumber = (token: Token): boolean => token.digitCount === token.to - token.from;
export const sizeOf = (token: Token): number => token.to - token.from;

/** The key characters from one place to another, as text. */
export const sliceText = (scan: ScannedText, from: number, to: number): string =>
  scan.characters.toString('latin1', from, to);

/** The token as a word, or the empty text when it is too long to be one or has digits. */
export const wordOf = (scan: ScannedText, token: Token | undefined): string =>
  token === undefined || token.digitCount > 0 || sizeOf(token) > 24 ? '' : sliceText(scan, token.from, token.to);
