/** Ledgers, bank accounts, customers and documents, one at a time: told once or twice, and refused with the field. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi, type TestApi } from '../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  database = await createTestDatabase('master_data');
  api = await openApi(database.pool);
  await send('POST', '/v1/ledgers', { code: 'FR01', name: 'Company', baseCurrency: 'EUR' });
  await send('POST', '/v1/ledgers', { code: 'FR02', name: 'Other', baseCurrency: 'EUR' });
  await put('customers/by-code/C1', { name: 'Martin' });
});
afterAll(async () => {
  await api.app.close();
  await database.drop();
});

async function send(method: 'POST' | 'PUT', url: string, payload: object) {
  const response = await api.app.inject({ method, url, payload });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
}
const put = (path: string, payload: object, ledger = 'FR01') => send('PUT', `/v1/ledgers/${ledger}/${path}`, payload);

test('a ledger is opened once, shown, and is no other the second time', async () => {
  const ledger = { code: 'CH 1', name: 'Genève', baseCurrency: 'CHF' };
  expect(await send('POST', '/v1/ledgers', ledger)).toEqual({ status: 201, body: ledger });
  expect(await send('POST', '/v1/ledgers', ledger)).toEqual({ status: 200, body: ledger });
  expect(await api.get('/v1/ledgers/CH%201')).toMatchObject({ status: 200, body: ledger });
  for (const other of [{ name: 'Zürich' }, { baseCurrency: 'EUR' }]) {
    expect(await send('POST', '/v1/ledgers', { ...ledger, ...other })).toMatchObject({
      status: 409,
      body: { code: 'ledger.ledger_differs' },
    });
  }
  const events = await database.pool.connect();
  try {
    await events.query(
      `begin; select set_config('app.ledger_id', (select id::text from ledger where code = 'CH 1'), true)`,
    );
    const { rows } = await events.query<{ body: string }>('select body from audit_event');
    expect(rows.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
      { type: 'books.opened', actor: 'local', subject: 'CH 1' },
    ]);
  } finally {
    await events.query('rollback');
    events.release();
  }
});

test.each([
  [{ code: ' X', name: 'n', baseCurrency: 'EUR' }, 422, 'ledger.code_invalid'],
  [{ code: 'X', name: 'n', baseCurrency: 'EUX' }, 400, 'api.request_invalid'],
  [{ code: 'X', name: 'a\u0000', baseCurrency: 'EUR' }, 400, 'api.request_invalid'],
])('the ledger %j is refused', async (ledger, status, code) => {
  expect(await send('POST', '/v1/ledgers', ledger)).toMatchObject({ status, body: { code } });
});

test('a bank account is registered, changed, and keeps what is not said', async () => {
  const account = { currency: 'EUR', name: 'Main', glAccount: '512100' };
  const path = 'bank-accounts/FR7630006000011234567890189';
  expect(await put(path, { ...account, aliases: ['0001234'], masterFormat: 'mt940' })).toMatchObject({
    status: 200,
    body: { outcome: 'added' },
  });
  expect(await put(path, account)).toMatchObject({ body: { outcome: 'unchanged' } });
  expect(await put(path, { ...account, onSequenceGap: 'hold' })).toMatchObject({ body: { outcome: 'changed' } });
  const { items } = await api.getPage('/v1/ledgers/FR01/bank-accounts');
  expect(items).toMatchObject([{ aliases: ['0001234'], masterFormat: 'mt940', onSequenceGap: 'hold' }]);
  expect(await put(path, { ...account, aliases: [] })).toMatchObject({ body: { outcome: 'changed' } });
  expect((await api.getPage('/v1/ledgers/FR01/bank-accounts')).items).toMatchObject([{ aliases: [] }]);
  expect(await put(path, { ...account, currency: 'CHF' })).toMatchObject({
    status: 409,
    body: { code: 'ledger.bank_account_changed' },
  });
  expect(await put(path, account, 'FR02')).toMatchObject({
    status: 409,
    body: { code: 'ledger.bank_account_in_other_ledger' },
  });
  expect(await put('bank-accounts/N2', { ...account, aliases: ['FR7630006000011234567890189'] })).toMatchObject({
    status: 409,
    body: { code: 'ledger.bank_account_alias_taken' },
  });
});

test.each([
  [
    'bank-accounts/FR7630006000011234567890188',
    { currency: 'EUR', name: 'n', glAccount: '512' },
    'import.iban_invalid',
  ],
  ['bank-accounts/N3', { currency: 'EUR', name: 'n', glAccount: 'x' }, 'import.gl_account_invalid'],
  [
    'bank-accounts/N3',
    { currency: 'EUR', name: 'n', glAccount: '512', masterFormat: 'mt942' },
    'import.master_format_unknown',
  ],
  ['customers/by-code/C2', { name: 'n', ibans: ['FR00'] }, 'import.iban_invalid'],
  ['customers/by-code/C2', { name: 'n', paymentTerms: 'soon' }, 'import.terms_unknown'],
])('%s with %j is refused', async (path, body, code) => {
  expect(await put(path, body)).toMatchObject({ status: 422, body: { code: 'ledger.row_refused', details: { code } } });
});

test('a customer and its document are taken once, and changed by what is said anew', async () => {
  const customer = { name: 'Boulangerie', ibans: ['FR7630006000011234567890189'], paymentTerms: 'net:30' };
  expect(await put('customers/by-code/C9', customer)).toMatchObject({ status: 200, body: { outcome: 'added' } });
  expect(await put('customers/by-code/C9', customer)).toMatchObject({ body: { outcome: 'unchanged' } });
  const document = { customerCode: 'C9', kind: 'invoice', currency: 'EUR', amount: '12.00', issueDate: '2026-03-01' };
  const path = `open-items/by-document/${encodeURIComponent('FA/1 é')}`;
  expect(await put(path, document)).toMatchObject({ status: 200, body: { outcome: 'added' } });
  expect(await put(path, document)).toMatchObject({ body: { outcome: 'unchanged' } });
  expect(await put(path, { ...document, residual: '2.00', asOf: '2026-03-09' })).toMatchObject({
    body: { outcome: 'changed' },
  });
  expect(await put(path, { ...document, asOf: '2026-03-08' })).toMatchObject({ body: { outcome: 'stale' } });
  const { items } = await api.getPage('/v1/ledgers/FR01/open-items?search=FA/1');
  expect(items).toMatchObject([
    { documentNumber: 'FA/1 é', residual: { value: '2.00' }, dueDate: '2026-03-31', dueDateSource: 'derived' },
  ]);
});

test.each([
  [{ amount: '1.005' }, 'import.amount_too_precise'],
  [{ currency: 'EUX' }, 'import.currency_unknown'],
  [{ customerCode: 'C0' }, 'import.customer_unknown'],
  [{ residual: '90.00' }, 'import.residual_over_amount'],
])('a document with %j is refused', async (wrong, code) => {
  const document = { customerCode: 'C1', kind: 'invoice', currency: 'EUR', amount: '12.00', issueDate: '2026-03-01' };
  expect(await put('open-items/by-document/F9', { ...document, ...wrong })).toMatchObject({
    status: 422,
    body: { code: 'ledger.row_refused', details: { code } },
  });
});
