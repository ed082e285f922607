/** Silence is noticed, whatever it looks like; and nothing else is taken for silence. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Schedule } from '../../src/config/sources.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import { instantOf, silenceOf } from '../../src/transfer/heartbeat.ts';

const schedule: Schedule = {
  expectedBy: '07:00',
  timezone: 'Europe/Paris',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  notOn: ['2026-12-25' as LocalDate],
  withinHours: 12,
};
const at = (instant: string): Date => new Date(instant);

// 2026-03-02 is a Monday; Paris is one hour ahead of UTC until the 29th of March, then two.
describe('an alert', () => {
  test.each<[string, Partial<Schedule>, string | null, string, string]>([
    ['when there never was a file', {}, null, '2026-03-03T06:00:00Z', '2026-03-03'],
    ['at the minute it is due', {}, '2026-03-02T05:00:00Z', '2026-03-03T06:00:00Z', '2026-03-03'],
    ['all day, until a file comes', {}, '2026-03-02T05:00:00Z', '2026-03-03T22:00:00Z', '2026-03-03'],
    [
      'when the last file came too late for the day before',
      {},
      '2026-03-02T09:00:00Z',
      '2026-03-03T06:30:00Z',
      '2026-03-03',
    ],
    [
      'when the last file came just before the hours that count',
      {},
      '2026-03-02T18:00:00Z',
      '2026-03-03T06:30:00Z',
      '2026-03-03',
    ],
    ['for Friday, told through the weekend', {}, '2026-03-05T05:00:00Z', '2026-03-08T12:00:00Z', '2026-03-06'],
    ['for Monday, when the last file is of Friday', {}, '2026-03-06T05:00:00Z', '2026-03-09T06:00:00Z', '2026-03-09'],
    ['the morning after clocks went forward', {}, '2026-03-29T10:00:00Z', '2026-03-30T05:00:00Z', '2026-03-30'],
    ['the morning after clocks went back', {}, '2026-10-24T10:00:00Z', '2026-10-26T06:00:00Z', '2026-10-26'],
    ['for the day before a holiday, on the holiday', {}, '2026-12-23T05:00:00Z', '2026-12-25T12:00:00Z', '2026-12-24'],
    [
      'for a source that delivers on Sundays',
      { days: ['sun'] },
      '2026-03-01T05:00:00Z',
      '2026-03-08T06:00:00Z',
      '2026-03-08',
    ],
    [
      'on the clocks of the source, not ours',
      { timezone: 'America/New_York' },
      null,
      '2026-03-03T12:00:00Z',
      '2026-03-03',
    ],
    [
      'before midnight of UTC where the day is over',
      { timezone: 'Pacific/Kiritimati' },
      null,
      '2026-03-02T17:00:00Z',
      '2026-03-03',
    ],
    ['when every file is older than two weeks', {}, '2026-02-01T05:00:00Z', '2026-03-03T06:00:00Z', '2026-03-03'],
  ])('%s', (_says, change, last, now, day) => {
    const silence = silenceOf({ ...schedule, ...change }, last === null ? null : at(last), at(now));
    expect(silence?.day).toBe(day);
    expect(silence?.lastArrivalAt).toEqual(last === null ? null : at(last));
  });
});

describe('no alert', () => {
  test.each<[string, Partial<Schedule>, string | null, string]>([
    ['a minute before it is due', {}, '2026-03-02T05:00:00Z', '2026-03-03T05:59:00Z'],
    ['when the file came in the night', {}, '2026-03-02T22:00:00Z', '2026-03-03T06:00:00Z'],
    ['when the file came too late, but came', {}, '2026-03-03T08:00:00Z', '2026-03-03T09:00:00Z'],
    ['on a Sunday after a good Friday', {}, '2026-03-06T05:00:00Z', '2026-03-08T12:00:00Z'],
    ['on a holiday', {}, '2026-12-24T05:00:00Z', '2026-12-25T12:00:00Z'],
    ['for a source that has no days left', { days: [] }, null, '2026-03-03T12:00:00Z'],
  ])('%s', (_says, change, last, now) => {
    expect(silenceOf({ ...schedule, ...change }, last === null ? null : at(last), at(now))).toBeNull();
  });
});

describe('the clock of a source', () => {
  test.each([
    ['2026-03-02', '07:00', 'Europe/Paris', '2026-03-02T06:00:00.000Z'],
    ['2026-07-02', '07:00', 'Europe/Paris', '2026-07-02T05:00:00.000Z'],
    // 02:30 does not exist on this day: clocks go from 02:00 to 03:00.
    ['2026-03-29', '02:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', '07:00', 'Europe/Paris', '2026-03-29T05:00:00.000Z'],
    // 02:30 exists twice: the first is meant.
    ['2026-10-25', '02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '07:00', 'Europe/Paris', '2026-10-25T06:00:00.000Z'],
    ['2026-03-02', '00:00', 'Asia/Kolkata', '2026-03-01T18:30:00.000Z'],
    ['2026-03-02', '23:59', 'Pacific/Kiritimati', '2026-03-02T09:59:00.000Z'],
  ])('%s %s in %s', (day, time, zone, instant) => {
    expect(instantOf(day as LocalDate, time, zone).toISOString()).toBe(instant);
  });

  test('a file in the hours before it is due always ends the silence, one before them never does', () => {
    const zones = fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati', 'UTC');
    const minutes = fc.integer({ min: 0, max: 400 * 24 * 60 });
    fc.assert(
      fc.property(zones, minutes, fc.integer({ min: 1, max: 168 }), (timezone, minute, withinHours) => {
        const source = { ...schedule, timezone, withinHours };
        const now = new Date(Date.parse('2026-01-15T00:00:00Z') + minute * 60_000);
        const silence = silenceOf(source, null, now);
        if (silence === null) throw new Error('there is always a last time');
        const fromMs = silence.dueAt.getTime() - withinHours * 3_600_000;
        expect(silence.dueAt.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(silenceOf(source, new Date(fromMs + 1), now)).toBeNull();
        expect(silenceOf(source, new Date(fromMs), now)).not.toBeNull();
      }),
    );
  });
});
