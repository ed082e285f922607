/** Exchange rates from a file: one for each currency and day, replaced in sight of the auditor. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import { readRate } from '../../src/ledger/commands/read-worth.ts';
import { listExchangeRates } from '../../src/ledger/queries/exchange-rates.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { importRecords } from '../../src/workers/jobs/import-records.ts';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { openBooks } from '../support/books.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { testContext } from '../support/work.ts';

let database: TestDatabase;
let threads: Threads;
let folder = '';
let books: LedgerId;
let bookCount = 0;
beforeAll(async () => {
  database = await createTestDatabase('rates');
  threads = openThreads(1);
  folder = mkdtempSync(join(tmpdir(), 'lettrage-rates-'));
});
afterAll(async () => {
  await threads.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  bookCount += 1;
  books = await openBooks(database.pool, `rates-${bookCount}`, `RATES${bookCount}`);
});

async function take(...rows: readonly string[]) {
  const path = join(folder, 'exchange-rates.csv');
  writeFileSync(path, `currency,rate_date,rate,source\n${rows.join('\n')}\n`);
  const imported = await importRecords(testContext(database, threads), books, 'exchange-rates', path);
  const refused = imported.refused.map(({ line, code }) => `${line} ${code}`);
  return [imported.added, imported.changed, imported.unchanged, ...refused];
}
const rateOn = (day: string) =>
  inLedger(database.pool, books, (tx) => readRate(tx, books, 'USD' as CurrencyCode, day as LocalDate));
const events = async () => {
  const asked = `select body::json -> 'details' -> 'rates' as rates from audit_event
    where body::json ->> 'type' = 'exchange_rates.set' order by sequence`;
  const { rows } = await inLedger(database.pool, books, (tx) => tx.query<{ rates: unknown }>(asked));
  return rows.map(({ rates }) => rates);
};

describe('a rate', () => {
  test('counts for its day and the days behind it, once however often it is sent', async () => {
    expect(await take('USD,2026-02-27,1.0842,ECB', 'JPY,2026-02-27,162.50,')).toEqual([2, 0, 0]);
    expect(await take('USD,2026-02-27,1.0842,ECB')).toEqual([0, 0, 1]);
    expect([await rateOn('2026-02-26'), await rateOn('2026-02-27'), await rateOn('2026-03-01')]).toEqual([
      null,
      '1.0842',
      '1.0842',
    ]);
    expect(await rateOn('2026-03-06')).toBeNull();
    expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
  });

  test('is replaced by another, and the audit chain has both', async () => {
    await take('USD,2026-02-27,1.0842,ECB');
    expect(await take('USD,2026-02-27,1.0843,ECB', 'USD,2026-03-02,1.09,ECB')).toEqual([1, 1, 0]);
    const rate = { currency: 'USD', rateDate: '2026-02-27', source: 'ECB' };
    expect(await events()).toEqual([
      [{ ...rate, rate: '1.0842', before: null }],
      [
        { ...rate, rate: '1.0843', before: { rate: '1.0842', source: 'ECB' } },
        { ...rate, rateDate: '2026-03-02', rate: '1.09', before: null },
      ],
    ]);
  });

  test('is listed, the latest first, page by page', async () => {
    await take('USD,2026-02-27,1.0842,ECB', 'JPY,2026-02-27,162.50,', 'USD,2026-03-02,1.09,ECB');
    const list = async (currency: string | undefined, after?: string) => {
      const wanted = { currency: currency as CurrencyCode | undefined };
      return listExchangeRates(database.pool, books, wanted, { limit: 2, after });
    };
    const first = await list(undefined);
    expect(first.items.map(({ currency, rate, source }) => `${currency} ${rate} ${source}`)).toEqual([
      'USD 1.09 ECB',
      'USD 1.0842 ECB',
    ]);
    expect((await list(undefined, first.next ?? '')).items).toEqual([
      { currency: 'JPY', rateDate: '2026-02-27', rate: '162.50', source: 'import' },
    ]);
    expect((await list('JPY')).items).toHaveLength(1);
  });
});

describe('a row is refused', () => {
  test.each([
    ['nothing', 'USD,2026-02-27,0,', 'import.rate_invalid'],
    ['nothing with decimals', 'USD,2026-02-27,0.000,', 'import.rate_invalid'],
    ['less than nothing', 'USD,2026-02-27,-1.08,', 'import.rate_invalid'],
    ['a decimal comma', 'USD,2026-02-27,"1,0842",', 'import.rate_invalid'],
    ['an exponent', 'USD,2026-02-27,1e3,', 'import.rate_invalid'],
    ['a currency that is none', 'XXX1,2026-02-27,1.08,', 'import.currency_unknown'],
    ['a day that is none', 'USD,2026-02-30,1.08,', 'import.date_invalid'],
    ['the currency of the books', 'EUR,2026-02-27,1.00,', 'import.rate_of_base_currency'],
  ])('with %s, and the rows around it are taken', async (_what, row, code) => {
    expect(await take('USD,2026-02-26,1.08,', row, 'USD,2026-03-02,1.09,')).toEqual([2, 0, 0, `3 ${code}`]);
  });

  test('that says another rate of a day that the file has', async () => {
    const told = await take('USD,2026-02-27,1.08,', 'USD,2026-02-27,1.08,', 'USD,2026-02-27,1.09,');
    expect(told).toEqual([1, 0, 1, '4 import.rate_twice']);
    expect(await rateOn('2026-02-27')).toBe('1.08');
  });
});
