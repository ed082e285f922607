/** The two days of a `:61:`: entries of one statement share them, so each pair is worked out once. */
import type { LocalDate } from '../../domain/local-date.ts';
import { readMonthDay, readSwiftDate } from './amount.ts';

/** `bookingDate` is null for an entry date that does not exist. */
type EntryDays = Readonly<{ valueDate: LocalDate; isClamped: boolean; bookingDate: LocalDate | null }>;

const limit = 1_024;
const knownDays = new Map<number, EntryDays | null>();
let lastKey = 0;
let lastDays: EntryDays | null = null;
const zero = 48;

/**
 * Reads the value date `YYMMDD`, and behind it the entry date `MMDD` unless it is left out: then it is the value date.
 * Entries follow each other by days: most often they are those of the entry before.
 *
 * @param line - begins with these digits.
 * @returns null for a value date that does not exist.
 */
export function readEntryDays(line: string, hasEntryDate: boolean): EntryDays | null {
  const digitCount = hasEntryDate ? 10 : 6;
  // The digits as a number are a key that needs no new string. A one before them keeps the two lengths apart.
  let key = 1;
  for (let index = 0; index < digitCount; index++) key = key * 10 + line.charCodeAt(index) - zero;
  if (key === lastKey) return lastDays;
  let days = knownDays.get(key);
  if (days === undefined) {
    days = workOutDays(line, hasEntryDate);
    if (knownDays.size >= limit) knownDays.clear();
    knownDays.set(key, days);
  }
  lastKey = key;
  lastDays = days;
  return days;
}

function workOutDays(line: string, hasEntryDate: boolean): EntryDays | null {
  const value = readSwiftDate(line.slice(0, 6));
  const bookingDate = value !== null && hasEntryDate ? readMonthDay(line.slice(6, 10), value.date) : value?.date;
  return value === null
    ? null
    : { valueDate: value.date, isClamped: value.isClamped, bookingDate: bookingDate ?? null };
}
