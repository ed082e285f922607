/** Days as numbers since 1970, and as text. A benchmark has some hundred different days: each text is made once. */

const textByDay = new Map<number, string>();

/** Days since 1970-01-01. @param date - `YYYY-MM-DD` */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** `YYYY-MM-DD`. */
export function dayText(day: number): string {
  const known = textByDay.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
  textByDay.set(day, text);
  return text;
}

/** `count` days on which banks book, from `first` on: Mondays to Fridays. */
export function bankDays(first: number, count: number): readonly number[] {
  const days: number[] = [];
  // 1970-01-01 was a Thursday.
  for (let day = first; days.length < count; day += 1) if ((day + 4) % 7 !== 0 && (day + 4) % 7 !== 6) days.push(day);
  return days;
}

/** `09/05/2026`, as people write it. */
export const europeanDay = (day: number): string => dayText(day).split('-').toReversed().join('/');
/** `09.05.2026` */
export const dottedDay = (day: number): string => dayText(day).split('-').toReversed().join('.');
