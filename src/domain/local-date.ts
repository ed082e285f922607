/**
 * A day as the bank or the invoice wrote it. It has no time zone and is never shifted: `2026-03-01T00:30+02:00`
 * is the first of March, whatever UTC says.
 */
import { err, ok, type Result } from './result.ts';

/** `YYYY-MM-DD`, a day that exists; sorts as text. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const dayMilliseconds = 86_400_000;
const epochDay = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / dayMilliseconds;
const fromEpochDay = (day: number): LocalDate =>
  new Date(day * dayMilliseconds).toISOString().slice(0, 10) as LocalDate;

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Of the Gregorian calendar; 0 for what is no month. */
function daysIn(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (daysOfMonth[month - 1] ?? 0);
}

/** Accepts `YYYY-MM-DD` of a day that exists, between 1900 and 2199. */
export function parseLocalDate(text: string): Result<LocalDate, 'date_invalid'> {
  if (!/^(?:19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return err('date_invalid');
  const day = +text.slice(8);
  return day >= 1 && day <= daysIn(+text.slice(0, 4), +text.slice(5, 7)) ? ok(text as LocalDate) : err('date_invalid');
}

export const addDays = (date: LocalDate, days: number): LocalDate => fromEpochDay(epochDay(date) + days);
/** Whole days from `start` to `end`; negative when `end` is earlier. */
export const daysBetween = (start: LocalDate, end: LocalDate): number => epochDay(end) - epochDay(start);
export const latest = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? b : a);
