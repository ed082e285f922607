/**
 * How the documents of a partition are numbered: `FA2026-00123` is letters `FA`, then nine digits.
 *
 * A ledger has a handful of such series. They say what a number could have been: with letters in front that the payer
 * left out, or longer before the bank cut it. They never name an item; only its own key does.
 */
import { isCapital, isDigit } from './key-text.ts';

/** `isMixed`: letters follow the digits. */
export type DocumentSeries = Readonly<{ prefix: string; digitCount: number; isMixed: boolean }>;

/** `isComplete` is false when there are more than are kept: then nothing can be said about other readings. */
export type Numbering = Readonly<{ series: readonly DocumentSeries[]; isComplete: boolean }>;

/** Letters in front beyond this are a text, not a series. */
const longestPrefix = 8;
const maximumSeries = 256;
const overflow = '*';
/** `RECHNUNG40+` and a line's end, for each series; one line to say that there were more. */
export const seriesBytes = (maximumSeries + 1) * (longestPrefix + 4);

/** The series of a key (`key-text.ts`); null when it begins with more letters than a series does. */
export function seriesOf(key: string): DocumentSeries | null {
  let start = 0;
  while (isCapital(key.charCodeAt(start))) start += 1;
  if (start > longestPrefix) return null;
  let end = start;
  while (isDigit(key.charCodeAt(end))) end += 1;
  return { prefix: key.slice(0, start), digitCount: end - start, isMixed: end < key.length };
}

export type SeriesCollector = Readonly<{ add(key: string): void; write(): SharedArrayBuffer }>;

/** Collects the series of all keys; the same keys in any order give the same bytes. */
export function collectSeries(): SeriesCollector {
  const seen = new Set<string>();
  return {
    add(key) {
      if (seen.size > maximumSeries) return;
      const series = seriesOf(key);
      if (series !== null) seen.add(`${series.prefix}${series.digitCount}${series.isMixed ? '+' : ''}`);
    },
    write() {
      const lines = seen.size > maximumSeries ? [overflow] : [...seen].toSorted();
      const text = lines.join('\n');
      const column = new SharedArrayBuffer(text.length);
      new Uint8Array(column).set(Buffer.from(text, 'latin1'));
      return column;
    },
  };
}

export function readNumbering(column: SharedArrayBuffer): Numbering {
  const text = Buffer.from(column).toString('latin1');
  const series = text.split('\n').flatMap((line) => {
    const [, prefix = '', digits = '', mixed = ''] = /^([A-Z]*)(\d+)(\+?)$/.exec(line) ?? [];
    return digits === '' ? [] : [{ prefix, digitCount: +digits, isMixed: mixed === '+' }];
  });
  return { series, isComplete: text !== overflow };
}
