/** Collections, exchange rates and a FEC, sent over the API as the terminal takes them from files. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { importRecords } from '../../src/workers/jobs/import-records.ts';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { enterItems, openBooks } from '../support/books.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { testContext } from '../support/work.ts';

const fecPath = fileURLToPath(new URL('../../fixtures/fec/123456782FEC20261231.txt', import.meta.url));
let database: TestDatabase;
let threads: Threads;
let api: TestApi;
let ledger = 'none';
let ledgerId: LedgerId;
let ledgerCount = 0;

beforeAll(async () => {
  database = await createTestDatabase('programs');
  threads = openThreads(1);
  api = await openApi(database.pool, { maxFileBytes: 1_000_000 });
});
afterAll(async () => {
  await api.app.close();
  await threads.close();
  await database.drop();
});
beforeEach(async () => {
  ledgerCount += 1;
  ledger = `P${ledgerCount}`;
  ledgerId = await openBooks(database.pool, ledger, `PROGRAM${ledgerCount}`);
  await enterItems(database.pool, ledgerId, [
    { number: 'F-1', customer: 'C1', amount: '100.00' },
    { number: 'F-2', customer: 'C1', amount: '50.00' },
  ]);
});

const send = async (path: string, payload: string | Buffer, type = 'application/x-ndjson') => {
  const url = `/v1/ledgers/${ledger}/${path}`;
  const response = await api.app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
};
const get = async (path: string) => {
  const response = await api.app.inject({ url: `/v1/ledgers/${ledger}/${path}` });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
};

describe('collections', () => {
  const row = (number: string, amount: string, more: Readonly<Record<string, unknown>> = {}) =>
    JSON.stringify({
      reference: 'SDD-0001',
      collectionDate: '2026-03-02',
      scheme: 'core',
      endToEndId: `E-${number}`,
      customerCode: 'C1',
      documentNumber: number,
      amount,
      collectionAmount: '150.00',
      ...more,
    });
  const whole = `${row('F-1', '100.00')}\n${row('F-2', '50.00')}\n`;

  test('are taken whole, once', async () => {
    expect(await send('collections/import', whole)).toMatchObject({ status: 200, body: { added: 2, unchanged: 0 } });
    expect(await send('collections/import', whole)).toMatchObject({ status: 200, body: { added: 0, unchanged: 2 } });
    expect((await verifyLedger(database.pool, ledgerId)).violations).toEqual([]);
  });

  test.each([
    ['does not add up', row('F-1', '100.00'), 'import.collection_sum', '1'],
    ['has a row that can not be read', `${whole}{"reference"`, 'import.row_unreadable', '3'],
    ['names a document that is not known', whole.replaceAll('F-2', 'F-9'), 'import.document_unknown', '2'],
  ])('that %s is refused, and nothing of it is there', async (_what, text, code, line) => {
    const { status, body } = await send('collections/import', text);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'ledger.row_refused', details: { code, line, added: '0' } });
    expect(await send('collections/import', whole)).toMatchObject({ status: 200, body: { added: 2 } });
  });
});

describe('exchange rates', () => {
  const rate = (rateDate: string, written: string, currency = 'USD') =>
    JSON.stringify({ currency, rateDate, rate: written, source: 'ECB' });

  test('are taken and listed', async () => {
    const text = `${rate('2026-02-27', '1.0842')}\n${rate('2026-03-02', '1.09')}\n${rate('2026-03-02', '163', 'JPY')}\n`;
    expect(await send('exchange-rates/import', text)).toMatchObject({ status: 200, body: { added: 3 } });
    expect(await send('exchange-rates/import', text)).toMatchObject({ body: { added: 0, unchanged: 3 } });
    expect((await get('exchange-rates?currency=USD')).body).toEqual({
      items: [
        { currency: 'USD', rateDate: '2026-03-02', rate: '1.09', source: 'ECB' },
        { currency: 'USD', rateDate: '2026-02-27', rate: '1.0842', source: 'ECB' },
      ],
      next: null,
    });
  });

  test('stop at the first that can not be taken: those before it stay', async () => {
    const text = `${rate('2026-02-27', '1.0842')}\n${rate('2026-02-27', '1', 'EUR')}\n${rate('2026-03-02', '1.09')}\n`;
    expect(await send('exchange-rates/import', text)).toMatchObject({
      status: 422,
      body: { details: { code: 'import.rate_of_base_currency', line: '2', added: '1' } },
    });
    expect((await get('exchange-rates')).body['items']).toHaveLength(1);
  });
});

describe('a FEC', () => {
  const file = readFileSync(fecPath);
  const documents = async () => {
    const { body } = await get('open-items?limit=200');
    return (body['items'] as readonly Record<string, unknown>[]).map(({ documentNumber, residual }) => ({
      documentNumber,
      residual,
    }));
  };

  test('leaves the same items as the terminal, and counts once', async () => {
    const sent = await send('open-items/import-fec?asOf=2026-12-31', file, 'text/plain');
    expect(sent.status).toBe(200);
    const overApi = await documents();

    ledger = `${ledger}-terminal`;
    const other = await openBooks(database.pool, ledger, `${ledger}-ACCOUNT`);
    await enterItems(database.pool, other, [
      { number: 'F-1', customer: 'C1', amount: '100.00' },
      { number: 'F-2', customer: 'C1', amount: '50.00' },
    ]);
    const imported = await importRecords(testContext(database, threads), other, 'open-items', fecPath);
    expect(sent.body).toMatchObject({ added: imported.added, closed: imported.closed });
    expect(sent.body['refusedCount']).toBe(imported.refused.length);
    expect(overApi).toEqual(await documents());
    expect(overApi.length).toBeGreaterThan(2);
  });

  test('sent again changes nothing, whatever its pieces', async () => {
    const first = await send('open-items/import-fec?asOf=2026-12-31', file, 'application/octet-stream');
    const again = await send('open-items/import-fec?asOf=2026-12-31', file, 'text/csv; charset=iso-8859-15');
    expect(again.body).toMatchObject({ added: 0, changed: 0, refusedCount: first.body['refusedCount'] });
  });

  test.each([
    [
      'that is none is told column by column',
      'open-items/import-fec',
      'Bonjour\n',
      200,
      {
        added: 0,
        refused: expect.arrayContaining([expect.objectContaining({ line: 1, code: 'import.column_missing' })]),
      },
    ],
    ['of other accounts has nothing', 'open-items/import-fec?accounts=467', file, 200, { added: 0 }],
    [
      'with an account that is none is refused',
      'open-items/import-fec?accounts=4x',
      file,
      400,
      { code: 'api.request_invalid' },
    ],
    [
      'beyond the limit is refused',
      'open-items/import-fec',
      Buffer.alloc(1_000_001, 'a'),
      413,
      { code: 'ledger.file_too_large' },
    ],
  ])('%s', async (_what, path, payload, status, body) => {
    expect(await send(path, payload, 'text/plain')).toMatchObject({ status, body });
  });
});
