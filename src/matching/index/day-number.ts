/** Days as small whole numbers: days since 1970-01-01, held in 16 bits up to the year 2149. */
import type { LocalDate } from '../../domain/local-date.ts';

const digitAt = (text: string, at: number): number => text.charCodeAt(at) - 48;

export const yearOf = (date: LocalDate): number =>
  digitAt(date, 0) * 1_000 + digitAt(date, 1) * 100 + digitAt(date, 2) * 10 + digitAt(date, 3);
export const monthOf = (date: LocalDate): number => digitAt(date, 5) * 10 + digitAt(date, 6);
const dayOf = (date: LocalDate): number => digitAt(date, 8) * 10 + digitAt(date, 9);

/**
 * Days since 1970-01-01, 0 for days before and 65,535 for days beyond what 16 bits hold.
 *
 * @see Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 */
export function dayNumberOf(date: LocalDate): number {
  const month = monthOf(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return Math.min(Math.max(era * 146_097 + dayOfEra - 719_468, 0), 65_535);
}
