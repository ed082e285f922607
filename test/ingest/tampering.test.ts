/**
 * A statement of 200 entries in which one amount was changed: a cent more, the sign turned, two digits swapped. The
 * totals that a format has are made to agree with the changed entry; the balances are what gives it away, in every format
 * that has both. What nothing gives away is shown too.
 */
import { describe, expect, test } from 'vitest';
import { bankDays, type BankDay, type BankEntry } from '../support/bank/days.ts';
import { bytesOf, provesAlone, writtenFormats, type WrittenFormat } from '../support/bank/formats.ts';
import { writeCamt053 } from '../support/bank/write-camt053.ts';
import { random } from '../support/random.ts';
import { readBytes, readText, type ReadResult } from './read-file.ts';

const entryCount = 200;

function dayOf(seed: string): BankDay {
  const [day] = bankDays({ seed, dayCount: 1, entriesPerDay: entryCount });
  if (day === undefined) throw new Error('a day was asked for');
  return day;
}

/** The day with one entry changed and everything else as it was. */
const withEntry = (day: BankDay, index: number, change: (entry: BankEntry) => BankEntry): BankDay => ({
  ...day,
  entries: day.entries.map((entry, at) => (at === index ? change(entry) : entry)),
});

const plus =
  (cents: bigint) =>
  (entry: BankEntry): BankEntry => ({ ...entry, amountMinor: entry.amountMinor + cents });

const turned = (entry: BankEntry): BankEntry => ({ ...entry, side: entry.side === 'credit' ? 'debit' : 'credit' });

/** Two neighbouring digits of the amount swapped; the entry itself where all of them are equal. */
function digitsSwapped(entry: BankEntry, below: (bound: number) => number): BankEntry {
  const digits = String(entry.amountMinor);
  const places = Array.from(digits).flatMap((digit, at) => (at > 0 && digit !== digits[at - 1] ? [at - 1] : []));
  const at = places[below(places.length)];
  if (at === undefined) return plus(9n)(entry);
  const swapped = digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2);
  return swapped.replace(/0/g, '') === '' ? plus(9n)(entry) : { ...entry, amountMinor: BigInt(swapped) };
}

/** Nothing of it would be posted: the file is refused, or the statement says that it does not add up. */
const isNoticed = ({ file, statements }: ReadResult): boolean =>
  file.outcome !== 'accepted' ||
  statements.some(({ summary }) => summary.findings.some(({ severity }) => severity === 'refuse'));

describe.each(writtenFormats.filter(provesAlone))('a %s', (format: WrittenFormat) => {
  const day = dayOf(`tampered ${format}`);
  const { below } = random(`digits ${format}`);
  const entryIndexes = Array.from(day.entries.keys());

  test('that nobody touched adds up', () => {
    expect(entryIndexes).toHaveLength(entryCount);
    const { statements } = readBytes(bytesOf(format, day));
    expect(statements.map(({ summary }) => [summary.proves, summary.findings])).toEqual([[true, []]]);
  });

  test.each([
    ['a cent more', plus(1n)],
    ['the sign turned', turned],
    ['two digits swapped', (entry: BankEntry) => digitsSwapped(entry, below)],
  ])('with %s in any one entry is noticed', (_what, change) => {
    const missed = entryIndexes.filter(
      (index) => !isNoticed(readBytes(bytesOf(format, withEntry(day, index, change)))),
    );
    expect(missed).toEqual([]);
  });

  test.each([
    ['opening', { openingMinor: day.openingMinor + 1n }],
    ['closing', { closingMinor: day.closingMinor - 1n }],
  ])('with another %s balance is noticed', (_what, balance) => {
    expect(isNoticed(readBytes(bytesOf(format, { ...day, ...balance })))).toBe(true);
  });

  test('with an entry left out or doubled is noticed', () => {
    for (const index of entryIndexes.filter((at) => at % 20 === 0)) {
      const without = { ...day, entries: day.entries.toSpliced(index, 1) };
      const doubled = {
        ...day,
        entries: day.entries.flatMap((entry, at) => (at === index ? [entry, entry] : [entry])),
      };
      expect([without, doubled].map((each) => isNoticed(readBytes(bytesOf(format, each))))).toEqual([true, true]);
    }
  });
});

describe('two changes that make up for each other', () => {
  const day = dayOf('pairs');
  const credits = Array.from(day.entries.keys()).filter((index) => day.entries[index]?.side === 'credit');
  const [credit = 0, otherCredit = 1] = credits;
  const debit = day.entries.findIndex(({ side }) => side === 'debit');
  const ofBothSides = withEntry(withEntry(day, credit, plus(1n)), debit, plus(1n));
  const ofOneSide = withEntry(withEntry(day, credit, plus(1n)), otherCredit, plus(-1n));

  test('are seen by the control totals where they are of two sides', () => {
    const [totals] = /<TxsSummry>.*<\/TxsSummry>/.exec(writeCamt053([day], { withTotals: true })) ?? [''];
    const tampered = writeCamt053([ofBothSides], { withTotals: true }).replace(/<TxsSummry>.*<\/TxsSummry>/, totals);
    expect(isNoticed(readText(tampered))).toBe(true);
  });

  test.each([
    ['of two sides, without control totals', ofBothSides],
    ['of one side, with or without them', ofOneSide],
  ])('are not seen %s: this is the limit of what a statement can prove', (_what, tampered) => {
    expect(isNoticed(readText(writeCamt053([tampered])))).toBe(false);
  });
});

test('an OFX file has no opening balance: alone it proves nothing, and does not say it does', () => {
  const { statements } = readBytes(bytesOf('ofx', withEntry(dayOf('ofx'), 7, plus(1n))));
  expect(statements.map(({ summary }) => summary.proves)).toEqual([null]);
});
