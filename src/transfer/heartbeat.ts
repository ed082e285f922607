/**
 * The silence that nobody notices: no file came, so nothing failed. Each source may say by when a file has to have come;
 * this says, for one moment, whether it has. Pure: the clock and the arrivals are given.
 */
import type { Schedule } from '../config/sources.ts';
import { weekdays, type Weekday } from '../config/sources-schema.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';

type Silence = Readonly<{
  /** The day whose file is missing, on the source's clocks. */
  day: LocalDate;
  /** When it was due. */
  dueAt: Date;
  /** The last file that came before, for the person who asks the bank; null: there never was one. */
  lastArrivalAt: Date | null;
}>;

const hourMs = 3_600_000;
// Two weeks without an expected day, and there is none.
const mostDaysBack = 14;

/**
 * Looks at the last time that a file was due: one has to have come since, or in the hours before. A file that came too
 * late ends the silence of its own day; it does not stand for the next.
 *
 * @param lastArrivalAt - of a new file that could be read, from this source.
 * @returns null when there is nothing to say
 */
export function silenceOf(schedule: Schedule, lastArrivalAt: Date | null, now: Date): Silence | null {
  const due = lastDue(schedule, now);
  if (due === null) return null;
  const fromMs = due.at.getTime() - schedule.withinHours * hourMs;
  if (lastArrivalAt !== null && lastArrivalAt.getTime() > fromMs) return null;
  return { day: due.day, dueAt: due.at, lastArrivalAt };
}

function lastDue(schedule: Schedule, now: Date): Readonly<{ day: LocalDate; at: Date }> | null {
  const today = wallClock(now, schedule.timezone).slice(0, 10) as LocalDate;
  for (let back = 0; back <= mostDaysBack; back += 1) {
    const day = addDays(today, -back);
    if (!schedule.days.includes(weekdayOf(day)) || schedule.notOn.includes(day)) continue;
    const at = instantOf(day, schedule.expectedBy, schedule.timezone);
    if (at.getTime() <= now.getTime()) return { day, at };
  }
  return null;
}

function weekdayOf(day: LocalDate): Weekday {
  // 0 is Sunday; our week begins on Monday.
  const index = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return weekdays[index] ?? 'mon';
}

/**
 * The instant at which clocks of the zone show this. When they are put forward over it, the moment they would have shown
 * it; when they show it twice, the first time.
 */
export function instantOf(day: LocalDate, time: string, timezone: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  // As far from UTC as half a day before, or as half a day after: at most one change lies between.
  const distances = [-12 * hourMs, 12 * hourMs].map((shift) => distanceFromUtc(asUtc + shift, timezone));
  const candidates = distances.map((distance) => asUtc - distance);
  const shown = candidates.filter((instant) => instant + distanceFromUtc(instant, timezone) === asUtc);
  return new Date(shown.length > 0 ? Math.min(...shown) : Math.max(...candidates));
}

const distanceFromUtc = (instantMs: number, timezone: string): number =>
  Date.parse(`${wallClock(new Date(instantMs), timezone)}Z`) - instantMs;

/** `2026-03-02T07:00:00` as clocks of the zone show it. */
function wallClock(instant: Date, timezone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}
