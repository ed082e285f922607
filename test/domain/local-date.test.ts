import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, latest, parseLocalDate, type LocalDate } from '../../src/domain/local-date.ts';

test.each(['2026-03-02', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s is a day', (text) => {
  expect(parseLocalDate(text)).toEqual({ ok: true, value: text });
});

test.each([
  '2026-02-29',
  '2100-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '20260302',
  '2026-3-2',
  '1899-12-31',
  '',
])('%s is none', (text) => {
  expect(parseLocalDate(text)).toEqual({ ok: false, error: 'date_invalid' });
});

test('a text is a day exactly where the calendar has it', () => {
  const two = (number: number) => String(number).padStart(2, '0');
  const differing: string[] = [];
  for (let year = 1900; year < 2200; year += 1)
    for (let month = 0; month <= 13; month += 1)
      for (let day = 0; day <= 32; day += 1) {
        const text = `${year}-${two(month)}-${two(day)}`;
        const time = new Date(Date.UTC(year, month - 1, day));
        const isDay = time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
        if (parseLocalDate(text).ok !== isDay) differing.push(text);
      }
  expect(differing).toEqual([]);
});

test('days are counted over months, years and leap days, in any time zone of the machine', () => {
  // The suite runs at UTC+14: a day that passed through local time would be another.
  expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(-840);
  const day = fc.integer({ min: 0, max: 80_000 });
  const first = '1901-01-01' as LocalDate;
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [left, right] = [addDays(first, a), addDays(first, b)];
      expect(parseLocalDate(left).ok).toBe(true);
      expect(daysBetween(left, right)).toBe(b - a);
      expect(latest(left, right)).toBe(a < b ? right : left);
    }),
  );
});
