import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDecimal, money } from '../../src/domain/money.ts';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import { camt053, ntry, statement } from './camt-text.ts';
import { codesOf, readText } from './read-file.ts';

const euro = (minor: bigint): string => formatDecimal(money(minor, 'EUR' as CurrencyCode));

const provenBy = (text: string): boolean | null | undefined => readText(text).statements[0]?.summary.proves;

describe('the balance equation', () => {
  test('says by how much it does not close, with all its terms', () => {
    const text = statement('10.00', '13.01', ntry({ amount: '5.00' }), ntry({ amount: '2.00', side: 'DBIT' }));
    const [finding] = readText(text).statements[0]?.summary.findings ?? [];
    expect(finding).toMatchObject({ code: 'ingest.balance_mismatch', severity: 'refuse' });
    expect(finding?.message).toContain(
      'Opening 10.00 + credits 5.00 - debits 2.00 = 13.00, but closing is 13.01: off by 0.01 EUR',
    );
  });

  test.each([
    ['one cent under', '0.99', false],
    ['equal', '1.00', true],
    ['one cent over', '1.01', false],
  ])('%s', (_, closing, proves) => {
    expect(provenBy(statement('0.00', closing, ntry()))).toBe(proves);
  });

  test('counts booked entries only', () => {
    const pending = ntry({ amount: '99.00', status: 'PDNG' });
    expect(provenBy(statement('0.00', '1.00', ntry(), pending))).toBe(true);
  });

  test('closes for every statement that adds up, and for no other', () => {
    const entry = fc.record({ minor: fc.bigInt(0n, 10n ** 15n), isCredit: fc.boolean() });
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 17n),
        fc.array(entry, { maxLength: 8 }),
        fc.bigInt(-2n, 2n),
        (opening, entries, off) => {
          const sum = entries.reduce(
            (total, { minor, isCredit }) => (isCredit ? total + minor : total - minor),
            opening,
          );
          fc.pre(sum + off >= 0n);
          const written = entries.map(({ minor, isCredit }) =>
            ntry({ amount: euro(minor), side: isCredit ? 'CRDT' : 'DBIT' }),
          );
          expect(provenBy(statement(euro(opening), euro(sum + off), ...written))).toBe(off === 0n);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('names reversals that would close it the other way round, and does not turn them', () => {
    const reversal = ntry({ amount: '3.00', more: '<RvslInd>true</RvslInd>' });
    const result = readText(statement('10.00', '7.00', reversal));
    expect(codesOf(result)).toEqual(['ingest.balance_mismatch', 'ingest.reversals_look_flipped']);
    expect(result.statements[0]?.entries[0]?.side).toBe('credit');
  });
});

test('control totals that differ are a warning', () => {
  const totals = '<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries><Sum>x</Sum></TtlNtries></TxsSummry>';
  const result = readText(statement('0.00', '1.00', totals, ntry()));
  expect(codesOf(result)).toEqual(['ingest.totals_mismatch', 'ingest.totals_mismatch']);
  expect(result.statements[0]?.summary.proves).toBe(true);
});

test('control totals may count pending entries or leave them out', () => {
  const totals = (count: string): string =>
    `<TxsSummry><TtlNtries><NbOfNtries>${count}</NbOfNtries></TtlNtries></TxsSummry>`;
  const pending = ntry({ status: 'PDNG' });
  expect(codesOf(readText(statement('0.00', '1.00', totals('1'), ntry(), pending)))).toEqual([]);
  expect(codesOf(readText(statement('0.00', '1.00', totals('2'), ntry(), pending)))).toEqual([]);
});

test('an entry in another currency makes the statement unprovable', () => {
  const foreign = ntry().replace('"EUR"', '"USD"');
  const result = readText(statement('0.00', '1.00', ntry(), foreign));
  expect(codesOf(result)).toEqual(['ingest.currency_differs']);
  expect(result.statements[0]?.summary).toMatchObject({ proves: false, bookedCreditsMinor: 100n, entryCount: 2 });
});

test('a statement without booked balances proves nothing, and says so', () => {
  const result = readText(camt053(ntry()));
  expect(codesOf(result)).toEqual(['ingest.balance_missing']);
  expect(result.statements[0]?.summary.proves).toBeNull();
});
