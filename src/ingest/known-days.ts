/** Days of a statement repeat by the thousand; each is checked once. */
import { parseLocalDate, type LocalDate } from '../domain/local-date.ts';

const limit = 1_024;
const days = new Map<string, LocalDate | null>();

/** `YYYY-MM-DD` of a day that exists, else null: {@link parseLocalDate} with a memory of some years of days. */
export function readDay(text: string): LocalDate | null {
  const known = days.get(text);
  if (known !== undefined) return known;
  const parsed = parseLocalDate(text);
  const day = parsed.ok ? parsed.value : null;
  if (days.size >= limit) days.clear();
  days.set(text, day);
  return day;
}
