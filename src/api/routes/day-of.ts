import { parseLocalDate, type LocalDate } from '../../domain/local-date.ts';

/** The day from which ages count, in UTC: near midnight nobody minds which. */
export function dayOf(now: Date): LocalDate {
  const day = parseLocalDate(now.toISOString().slice(0, 10));
  if (!day.ok) throw new Error('the clock is out of the years that are known here');
  return day.value;
}
