/** Open items and customers sent as rows: over `inject`, and over a real connection where the network matters. */
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { openBooks } from '../support/books.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const maxFileBytes = 4_000_000;
let database: TestDatabase;
let api: TestApi;
let origin: string;
let ledger = 'none';
let ledgerId: LedgerId;
let ledgerCount = 0;

beforeAll(async () => {
  database = await createTestDatabase('imports');
  api = await openApi(database.pool, { maxFileBytes });
  origin = await api.app.listen({ host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await api.app.close();
  await database.drop();
});

// Each test has a ledger of its own, with one customer.
beforeEach(async () => {
  ledgerCount += 1;
  ledger = `L${ledgerCount}`;
  ledgerId = await openBooks(database.pool, ledger, `ACCOUNT${ledgerCount}`);
  await send('customers', '{"code":"C1","name":"Martin"}\n');
});

const send = async (what: string, payload: string | Buffer, type = 'application/x-ndjson') => {
  const url = `/v1/ledgers/${ledger}/${what}/import`;
  const response = await api.app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
};

const item = (number: string, more: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    customerCode: 'C1',
    documentNumber: number,
    kind: 'invoice',
    currency: 'EUR',
    amount: '120.50',
    issueDate: '2026-03-01',
    ...more,
  });
const items = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => item(`F${from + index}`)).join('\n');
const ask = <Row extends object>(question: string): Promise<Row[]> =>
  inLedger(database.pool, ledgerId, async (tx) => (await tx.query<Row>(question)).rows);
const countItems = async () => (await ask<{ count: number }>('select count(*)::int as count from open_item'))[0]?.count;

describe('rows that are good', () => {
  test('are taken, and counted once however often they are sent', async () => {
    const text = `${item('F1')}\n${item('F2', { residual: '0.00' })}\n`;
    expect(await send('open-items', text)).toEqual({
      status: 200,
      body: { added: 2, changed: 0, closed: 1, unchanged: 0, stale: 0 },
    });
    expect(await send('open-items', text)).toMatchObject({ body: { added: 0, changed: 0, unchanged: 2 } });
    expect(await send('open-items', item('F1', { residual: '20.50' }))).toMatchObject({ body: { changed: 1 } });
  });

  test.each([
    ['without a last line break', () => `${item('F1')}\n${item('F2')}`],
    ['with CRLF', () => `${item('F1')}\r\n${item('F2')}\r\n`],
    ['with a byte order mark and blank lines', () => `\uFEFF${item('F1')}\n\n\n${item('F2')}\n`],
  ])('are taken %s', async (_how, text) => {
    expect(await send('open-items', text())).toMatchObject({ status: 200, body: { added: 2 } });
  });

  test('are taken as CSV', async () => {
    const csv = 'customer_code;document_number;kind;currency;amount;issue_date\nC1;F1;invoice;EUR;120.50;2026-03-01\n';
    expect(await send('open-items', csv, 'text/csv; charset=utf-8')).toMatchObject({ status: 200, body: { added: 1 } });
    expect(await send('open-items', item('F1'))).toMatchObject({ body: { unchanged: 1 } });
  });

  test('are none in an empty body', async () => {
    expect(await send('open-items', '')).toMatchObject({ status: 200, body: { added: 0, unchanged: 0 } });
  });

  test('name in the audit who sent them, and ask for a run', async () => {
    const before = api.wakeCount();
    await send('open-items', item('F1'));
    expect(api.wakeCount()).toBe(before + 1);
    const rows = await ask(
      `select body::json ->> 'actor' as actor from audit_event where body::json ->> 'type' = 'open_items.added'`,
    );
    expect(rows).toEqual([{ actor: 'local' }]);
  });

  test('of customers replace what was known', async () => {
    const named = (name: string) => JSON.stringify({ code: 'C1', name, paymentTerms: 'net:30' });
    expect(await send('customers', named('Dupont'))).toMatchObject({ status: 200, body: { added: 0, changed: 1 } });
    expect(await send('customers', named('Dupont'))).toMatchObject({ status: 200, body: { unchanged: 1 } });
  });
});

describe('a row that is bad', () => {
  test.each([
    ['a control character', item('F\u0001'), 'import.value_not_printable', 'document_number'],
    ['a currency that is none', item('F2', { currency: 'EUX' }), 'import.currency_unknown', 'currency'],
    ['too many decimals', item('F2', { amount: '1.005' }), 'import.amount_too_precise', 'amount'],
    ['an amount as a number', item('F2', { amount: 1.5 }), 'import.amount_not_text', 'amount'],
    ['a column that nobody knows', item('F2', { amont: '1' }), 'import.column_unknown', 'amont'],
    ['no JSON', '{"customerCode"', 'import.row_unreadable', ''],
    ['a customer who is not known', item('F2', { customerCode: 'C9' }), 'import.customer_unknown', ''],
    ['a document a second time', item('F1'), 'import.duplicate_row', ''],
    ['a line of megabytes', `{"x":"${'x'.repeat(3_000_000)}`, 'import.row_too_long', ''],
  ])('with %s stops the import: what was before it stays', async (_what, line, code, field) => {
    const { status, body } = await send('open-items', `${item('F1')}\n${line}\n${item('F3')}\n`);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'ledger.row_refused', details: { line: '2', code, added: '1' } });
    expect(JSON.stringify(body)).toContain(field);
    expect(await countItems()).toBe(1);
    expect(await send('open-items', `${item('F1')}\n${item('F3')}\n`)).toMatchObject({
      status: 200,
      body: { added: 1, unchanged: 1 },
    });
  });

  test('that is not UTF-8 is refused', async () => {
    const bytes = Buffer.from(item('Fé'), 'latin1');
    expect(await send('open-items', bytes)).toMatchObject({
      status: 422,
      body: { details: { line: '1', code: 'import.value_not_printable' } },
    });
  });

  test('after thousands stops the import there, and takes no row behind it', async () => {
    const text = `${items(0, 12_000)}\n${item('F12000', { customerCode: 'C9' })}\n${items(12_001, 13_000)}\n`;
    const { status, body } = await send('open-items', text);
    expect([status, body]).toMatchObject([422, { details: { line: '12001', added: '12000', unchanged: '0' } }]);
    expect(await countItems()).toBe(12_000);
  }, 60_000);
});

test('a body larger than a file may be is refused', async () => {
  const { status, body } = await send('open-items', `${items(0, 40_000)}\n`);
  expect([status, body]).toMatchObject([413, { code: 'ledger.file_too_large' }]);
}, 60_000);

test('a body of another type is not read', async () => {
  expect(await send('open-items', item('F1'), 'application/json')).toMatchObject({
    status: 415,
    body: { code: 'api.media_type_unsupported' },
  });
});

test('a connection that breaks leaves whole batches; the whole sent again gives what it gives at once', async () => {
  const text = `${items(0, 12_000)}\n`;
  const path = `/v1/ledgers/${ledger}/open-items/import`;
  const broken = request(`${origin}${path}`, { method: 'POST', headers: { 'content-type': 'application/x-ndjson' } });
  broken.on('error', () => undefined);
  broken.write(text.slice(0, text.length / 2));
  await expect.poll(countItems, { timeout: 30_000 }).toBe(5_000);
  broken.destroy();
  expect(await send('open-items', text)).toMatchObject({ status: 200, body: { added: 7_000, unchanged: 5_000 } });
  expect(await countItems()).toBe(12_000);
  expect(await verifyLedger(database.pool, ledgerId)).toMatchObject({ violations: [] });
}, 90_000);

test('of three at a time one has to come again', async () => {
  const path = `/v1/ledgers/${ledger}/open-items/import`;
  const open = () => {
    const sent = request(`${origin}${path}`, { method: 'POST', headers: { 'content-type': 'application/x-ndjson' } });
    sent.on('error', () => undefined);
    sent.write(`${item('F1')}\n`);
    return sent;
  };
  const waiting = [open(), open()];
  await expect
    .poll(async () => (await send('open-items', '')).body['code'], { timeout: 10_000 })
    .toBe('api.uploads_busy');
  for (const sent of waiting) sent.destroy();
  await expect.poll(async () => (await send('open-items', '')).status, { timeout: 10_000 }).toBe(200);
});
