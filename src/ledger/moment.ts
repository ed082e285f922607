import { parseLocalDate, type LocalDate } from '../domain/local-date.ts';

/** What was known at `instant`, and which day it was in the company: a due date before `day` has passed. */
export type Moment = Readonly<{ instant: Date; day: LocalDate }>;

const instantForm = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * `2026-12-31` is that day to its end, in UTC; `2026-12-31T18:00:00+01:00` that instant, on the day that is written.
 *
 * @returns null for anything else.
 */
export function readMoment(text: string): Moment | null {
  const plain = parseLocalDate(text);
  if (plain.ok) return { instant: new Date(`${text}T23:59:59.999Z`), day: plain.value };
  const day = parseLocalDate(instantForm.exec(text)?.[1] ?? '');
  const instant = new Date(text);
  return day.ok && !Number.isNaN(instant.getTime()) ? { instant, day: day.value } : null;
}
