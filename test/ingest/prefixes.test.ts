/**
 * A file that is still being written is never taken for a whole one: one statement of 20 KB in each format, cut at
 * every byte. By default a seeded tenth of the places and each of the last 400; all of them with LETTRAGE_PREFIXES=all.
 */
import { expect, test } from 'vitest';
import { bankDays } from '../support/bank/days.ts';
import { bytesOf, writtenFormats, type WrittenFormat } from '../support/bank/formats.ts';
import { random } from '../support/random.ts';
import { readBytes } from './read-file.ts';

const isExhaustive = process.env['LETTRAGE_PREFIXES'] === 'all';
const seed = process.env['LETTRAGE_SEED'] ?? 'prefixes';
const wantedBytes = 20_480;
const endBytes = 400;

/** One day with as many entries as make 20 KB. */
function statementOf(format: WrittenFormat): Uint8Array {
  const bytesWith = (entriesPerDay: number): Uint8Array => {
    const [day] = bankDays({ seed: format, dayCount: 1, entriesPerDay });
    if (day === undefined) throw new Error('a day was asked for');
    return bytesOf(format, day);
  };
  const [few, many] = [bytesWith(10).length, bytesWith(110).length];
  return bytesWith(15 + Math.ceil(((wantedBytes - few) * 100) / (many - few)));
}

function placesIn(bytes: Uint8Array, format: string): readonly number[] {
  const all = Array.from(bytes.keys());
  const { below } = random(`${seed} ${format}`);
  return isExhaustive ? all : all.filter((place) => place >= bytes.length - endBytes || below(10) === 0);
}

const timeout = isExhaustive ? 600_000 : 60_000;

test.each(writtenFormats)('%s is accepted only when it is there to its last character', { timeout }, (format) => {
  const bytes = statementOf(format);
  expect(bytes.length).toBeGreaterThanOrEqual(wantedBytes);
  // Blanks at the end say nothing, and neither does the dash between two MT940 messages.
  const whole = Buffer.from(bytes)
    .toString()
    .replace(/\s+(?:-\s*)?$/, '');
  const wholeLength = Buffer.byteLength(whole);
  const accepted = placesIn(bytes, format).filter(
    (length) => readBytes(bytes.subarray(0, length)).file.outcome === 'accepted',
  );
  expect(
    accepted.filter((length) => length < wholeLength),
    `seed ${seed}`,
  ).toEqual([]);
  expect(readBytes(bytes).file.outcome).toBe('accepted');
});
