/**
 * Why the characters of a reading may not be the whole of what the payer wrote. A doubtful reading still leads to its
 * items, so that a person sees them; it never lets the payment be applied.
 */
import { sideOfKind } from '../domain/open-item.ts';
import { seriesOf, type DocumentSeries } from './document-series.ts';
import { isDigit } from './key-text.ts';
import type { Partition } from './partition.ts';
import { goesOn, isNumber, sizeOf, sliceText, type ScannedText, type Token, type TokenRun } from './text-scan.ts';

/** Where banks and their systems cut a line: MT940 `:86:` (27, 65), SWIFT 4x35, SEPA `Ustrd`. */
const fullLengths: ReadonlySet<number> = new Set([27, 35, 65, 140]);

/** Digits that a cut may have taken and that are all tried: 110 look-ups at most. */
const maximumTried = 2;

/** A number of digits only with more of them is an amount or an account, unless documents are that long. */
const longestPlausibleNumber = 12;

/**
 * Items that the same characters would name with letters in front: `2026-00123` may be `FA2026-00123`. Credit notes are
 * left out: nobody pays one.
 */
export function rivalsOf(key: string, partition: Partition): readonly number[] {
  const own = isDigit(key.charCodeAt(0)) ? seriesOf(key) : null;
  if (own === null) return [];
  return partition.numbering.series
    .filter(
      ({ prefix, digitCount, isMixed }) => prefix !== '' && digitCount === own.digitCount && isMixed === own.isMixed,
    )
    .flatMap(({ prefix }) => partition.itemsByDocumentKey(prefix + key))
    .filter((item) => sideOfKind(partition.kindOf(item)) === 'debit');
}

const isEndOfLine = (text: string, at: number): boolean => at >= text.length || text[at] === '\n' || text[at] === '\r';

/** The token is the last thing in a line as long as lines get. A line of a payment may hold several of the bank's. */
function endsFullLine({ lines }: ScannedText, token: Token): boolean {
  const text = lines[token.endLine] ?? '';
  if (!isEndOfLine(text, token.end)) return false;
  const start = Math.max(text.lastIndexOf('\n', token.end - 1), text.lastIndexOf('\r', token.end - 1)) + 1;
  return fullLengths.has(token.end - start);
}

function isLineBreak({ lines }: ScannedText, token: Token, next: Token): boolean {
  if (next.line > token.endLine) return true;
  const text = lines[token.endLine] ?? '';
  for (let at = token.end; at < next.start; at += 1) if (isEndOfLine(text, at)) return true;
  return false;
}

/** Ends a line that is as long as lines get, and a longer number of the same series begins with it. */
export function mayBeCut(
  scan: ScannedText,
  { end, key }: TokenRun & Readonly<{ key: string }>,
  partition: Partition,
): boolean {
  const last = scan.tokens[end - 1];
  if (last === undefined || !endsFullLine(scan, last)) return false;
  const own = seriesOf(key);
  if (!partition.numbering.isComplete || own === null) return true;
  return partition.numbering.series.some((series) => isLonger(series, own) && mayGoOnTo(series, own, key, partition));
}

const isLonger = (series: DocumentSeries, own: DocumentSeries): boolean =>
  series.prefix === own.prefix &&
  (series.digitCount > own.digitCount || (series.digitCount === own.digitCount && series.isMixed));

/** Tries the digits that are missing where they are few; where not, the series alone is reason to ask. */
function mayGoOnTo(series: DocumentSeries, own: DocumentSeries, key: string, partition: Partition): boolean {
  const missing = series.digitCount - own.digitCount;
  if (series.isMixed || own.isMixed || missing > maximumTried) return true;
  return Array.from({ length: 10 ** missing }, (_, rest) => key + String(rest).padStart(missing, '0')).some(
    (longer) => partition.itemsByDocumentKey(longer).length > 0,
  );
}

const leadingDigits = ({ characters }: ScannedText, { from, to }: Token): number => {
  let end = from;
  while (end < to && isDigit(characters[end] ?? 0)) end += 1;
  return end - from;
};

/**
 * Ends a line, and digits open the next: the bank may have wrapped a longer number. `isOther` says which tokens are
 * something else, a day or a document of its own.
 */
export function mayGoOnInNextLine(
  scan: ScannedText,
  { first, end, key }: TokenRun & Readonly<{ key: string }>,
  { numbering }: Partition,
  isOther: (at: number) => boolean,
): boolean {
  const last = scan.tokens[end - 1];
  const next = scan.tokens[end];
  if (last === undefined || next === undefined || !goesOn(next.gap) || !isLineBreak(scan, last, next)) return false;
  const more = leadingDigits(scan, next);
  if (more === 0 || isOther(end)) return false;
  const own = seriesOf(key);
  if (own === null || own.prefix !== '' || own.isMixed) return true;
  // Numbers of one size are a list.
  if (end - first === 1 && isNumber(next) && sizeOf(next) === key.length) return false;
  const joined = own.digitCount + more;
  return (
    joined <= longestPlausibleNumber ||
    numbering.series.some(({ prefix, digitCount }) => prefix === '' && digitCount === joined)
  );
}

/** Goes on over the end of a line, and what stands before that end is a document as well: `FA2026-001`, then `23`. */
export function isJoinedBehindDocument(scan: ScannedText, { first, end }: TokenRun, partition: Partition): boolean {
  const { tokens } = scan;
  const start = tokens[first];
  for (let at = first + 1; at < end; at += 1) {
    const last = tokens[at - 1];
    const next = tokens[at];
    if (start === undefined || last === undefined || next === undefined || !isLineBreak(scan, last, next)) continue;
    if (partition.itemsByDocumentKey(sliceText(scan, start.from, last.to)).length > 0) return true;
  }
  return false;
}
