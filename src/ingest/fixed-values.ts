/** Values in the zones of fixed-length records. Zones are named as their standards do: first and last position, from 1. */
import { exponentOf, type CurrencyCode } from '../domain/currency.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { money, type Money } from '../domain/money.ts';
import type { SourcePosition } from '../domain/statement.ts';
import { readDay } from './known-days.ts';

export const zone = (record: string, first: number, last: number): string => record.slice(first - 1, last);

/** The text of a zone without the blanks around it; null when there is nothing else. */
export const zoneText = (record: string, first: number, last: number): string | null =>
  record.slice(first - 1, last).trim() || null;

/** `04[91-104]`: the record and the zone in it. */
export const zonePosition = (line: number, code: string, first: number, last: number): SourcePosition => ({
  line,
  path: `${code}[${String(first)}-${String(last)}]`,
});

const zero = 48;

/** A number of digits only, up to 15 of them, which a double holds exactly; null when anything else stands there. */
export function zoneDigits(record: string, first: number, last: number): number | null {
  let value = 0;
  for (let index = first - 1; index < last; index++) {
    const digit = record.charCodeAt(index) - zero;
    // Negated, so that NaN behind the end of the record fails too.
    if (!(digit >= 0 && digit <= 9)) return null;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * An amount written without a point, `scale` of its digits being decimals.
 *
 * @returns null when it has more decimals than its currency, and they are not zeros.
 */
export function scaledMoney(unscaled: number, scale: number, currency: CurrencyCode): Money | null {
  const written = BigInt(unscaled);
  const missing = exponentOf(currency) - scale;
  if (missing === 0) return money(written, currency);
  if (missing > 0) return money(written * 10n ** BigInt(missing), currency);
  const divisor = 10n ** BigInt(-missing);
  return written % divisor === 0n ? money(written / divisor, currency) : null;
}

// Years are written with two digits: 60 to 99 are of the last century.
const centuryPivot = '60';
const rememberedDays = 1_024;
const days = new Map<string, LocalDate | null>();

/** A day as `DDMMYY`, or null when there is none: blanks, zeros, a day that does not exist. */
export function zoneDay(record: string, first: number): LocalDate | null {
  const written = record.slice(first - 1, first + 5);
  const known = days.get(written);
  if (known !== undefined) return known;
  const year = written.slice(4);
  const century = year >= centuryPivot ? '19' : '20';
  const day = readDay(`${century}${year}-${written.slice(2, 4)}-${written.slice(0, 2)}`);
  if (days.size >= rememberedDays) days.clear();
  days.set(written, day);
  return day;
}

/** True where a date zone says that there is no date. */
export const isZoneDayAbsent = (record: string, first: number): boolean => {
  const written = record.slice(first - 1, first + 5);
  return written === '      ' || written === '000000';
};

/**
 * Puts a text together that was cut into zones of equal or different widths. A zone that is full to its last character
 * was cut there, within a word or not; a zone that ends in blanks ends its line.
 */
export function joinZones(parts: readonly Readonly<{ text: string; width: number }>[]): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const { text, width } of parts) {
    const content = text.trimEnd();
    if (content.length >= width - 1) {
      current += content.padEnd(width);
      continue;
    }
    lines.push(current + content);
    current = '';
  }
  lines.push(current);
  return lines.map((line) => line.trim().replace(/ {2,}/g, ' ')).filter((line) => line !== '');
}
