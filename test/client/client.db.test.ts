/** The client over a real socket: types made of the document, answers of the service. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, given, ifMatch, newKey, Refused, type LettrageClient } from '../../src/client/client.ts';
import { createApiKey } from '../../src/ledger/commands/api-keys.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { act, enterItems, openBooks, publishPayments, readNames } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('client');
let api: TestApi;
let lettrage: LettrageClient;
let baseUrl = '';

beforeAll(async () => {
  api = await openApi(database.pool, { access: { kind: 'authenticated', verifyToken: null } });
  baseUrl = await api.app.listen({ host: '127.0.0.1', port: 0 });
  const asked = { actor: 'claire', role: 'clerk', ledgerId: null, days: 1 } as const;
  const { key } = await createApiKey(database.pool, asked, act);
  lettrage = connect({ baseUrl, token: () => key });
});
afterAll(async () => {
  await api.app.close();
  await database.drop();
});

test('its types are of docs/openapi.json; if not, run: npm run client:generate', () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const sha256 = createHash('sha256').update(read('docs/openapi.json')).digest('hex');
  expect(read('src/client/openapi.ts').split('\n')[0]).toContain(sha256);
});

test('a payment is read, settled, and refused when it is settled again as it was', async () => {
  const books = await openBooks(database.pool, 'FR01', 'ACCOUNT');
  await enterItems(database.pool, books, [{ number: 'F-1', customer: 'C1', amount: '100.00' }]);
  const statement = { account: 'ACCOUNT', content: 'client', opening: '0.00', closedOn: '2026-03-02' };
  await publishPayments(database.pool, books, statement, [{ name: 'P', amount: '100.00', bookedOn: '2026-03-02' }]);
  const names = await readNames(database.pool, books);

  const path = { ledger: 'FR01', paymentId: names.payment('P') };
  const payment = given(await lettrage.GET('/v1/ledgers/{ledger}/payments/{paymentId}', { params: { path } }));
  expect(payment.unapplied).toEqual({ value: '100.00', currency: 'EUR' });

  const settle = () =>
    lettrage.POST('/v1/ledgers/{ledger}/payments/{paymentId}/settle', {
      params: { path, header: { 'Idempotency-Key': newKey(), 'If-Match': ifMatch(1) } },
      body: {
        reason: 'a test',
        parts: [{ use: 'items', lines: [{ openItemId: names.item('F-1'), residual: '100.00', cleared: '100.00' }] }],
      },
    });
  expect(given(await settle())).toMatchObject({ state: 'done', outcome: { version: 2 } });
  const again = await settle();
  expect(() => given(again)).toThrow(Refused);
  expect(again.error).toMatchObject({ code: 'ledger.stale', status: 412 });
});

test('nobody is refused, and so is what is no service', async () => {
  const nobody = connect({ baseUrl });
  expect((await nobody.GET('/v1/me')).error).toMatchObject({ code: 'api.credentials_missing' });
  const proxy = connect({ baseUrl, fetch: async () => new Response('<html>', { status: 502 }) });
  const answered = await proxy.GET('/v1/me');
  expect(() => given(answered)).toThrow('502');
});
