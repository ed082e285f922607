/** Commands by HTTP: once per key, against what was seen, with the answer that the ledger gives. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { enterItems, openBooks, publishPayments, readNames, type Names } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('api_commands');
let api: TestApi;
let books: LedgerId;
let names: Names;
let ledger = '';

beforeAll(async () => {
  api = await openApi(database.pool);
});
afterAll(async () => {
  await api.app.close();
  await database.drop();
});
afterEach(async () => {
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});

async function freshBooks(): Promise<void> {
  ledger = `api-${randomUUID().slice(0, 8)}`;
  books = await openBooks(database.pool, ledger, `ACCOUNT-${ledger}`);
  await enterItems(database.pool, books, [
    { number: 'F-1', customer: 'C1', amount: '100.00' },
    { number: 'F-2', customer: 'C1', amount: '50.00' },
    { number: 'N-1', customer: 'C1', amount: '20.00', kind: 'credit_note' },
  ]);
  const statement = { account: `ACCOUNT-${ledger}`, content: ledger, opening: '0.00', closedOn: '2026-03-02' };
  await publishPayments(database.pool, books, statement, [
    { name: 'P-130', amount: '130.00', bookedOn: '2026-03-02' },
    { name: 'P-60', amount: '60.00', bookedOn: '2026-03-02' },
  ]);
  names = await readNames(database.pool, books);
}

type Asked = Readonly<{ key?: string | null; ifMatch?: string | null; method?: 'POST' | 'PUT' }>;
const ask = (path: string, body: object, { key = randomUUID(), ifMatch = '"1"', method = 'POST' }: Asked = {}) =>
  api.app.inject({
    method,
    url: `/v1/ledgers/${ledger}${path}`,
    headers: { ...(key !== null && { 'idempotency-key': key }), ...(ifMatch !== null && { 'if-match': ifMatch }) },
    payload: { reason: 'a test', ...body },
  });

const line = (number: string, residual: string, cleared: string) => ({
  openItemId: names.item(number),
  residual,
  cleared,
});
const items = (...lines: readonly ReturnType<typeof line>[]) => ({ parts: [{ use: 'items', lines }] });
const settle = () => `/payments/${names.payment('P-130')}/settle`;
const count = async (sql: string) =>
  (
    await inLedger(database.pool, books, (tx) =>
      tx.query<{ count: number }>(`select count(*)::int as count from ${sql}`),
    )
  ).rows[0]?.count;

describe('a command', () => {
  beforeAll(freshBooks);

  test('settles a payment over an invoice and a credit note, and says what became of it', async () => {
    const body = items(line('F-1', '100.00', '100.00'), line('F-2', '50.00', '50.00'), line('N-1', '20.00', '20.00'));
    const answer = await ask(settle(), body);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ state: 'done', outcome: { version: 2, unconfirmed: [] }, approval: null });
    const { body: payment } = await api.get(`/v1/ledgers/${ledger}/payments/${names.payment('P-130')}`);
    expect(payment).toMatchObject({ status: 'applied', unapplied: { value: '0.00' } });
  });

  test('is refused when what was seen has changed, with what stands now', async () => {
    const answer = await ask(settle(), items(line('F-1', '100.00', '30.00')));
    expect(answer.statusCode).toBe(412);
    expect(answer.json()).toMatchObject({ code: 'ledger.stale', details: { version: '2' } });
  });

  test('is taken back by another', async () => {
    const settled = await inLedger(database.pool, books, (tx) =>
      tx.query<{ id: string }>(`select id from posting where source = 'command'`),
    );
    const answer = await ask(`/postings/${settled.rows[0]?.id ?? ''}/reverse`, {});
    expect(answer.json()).toMatchObject({ state: 'done' });
    const { body } = await api.get(`/v1/ledgers/${ledger}/payments/${names.payment('P-130')}`);
    expect(body).toMatchObject({ unapplied: { value: '130.00' } });
  });

  test('above a limit waits for a second person', async () => {
    const limits = { writeOff: '5.00', writeOffBp: 100, writeOffMonthly: '20.00' };
    const approvals = { approveWriteOff: '2.00', approveRefund: '500.00', approveTransfer: '1000.00' };
    const answer = await ask('/tolerances', { ...limits, ...approvals }, { method: 'PUT' });
    expect(answer.statusCode).toBe(202);
    expect(answer.json()).toMatchObject({ state: 'waiting', outcome: null, approval: { reasons: [{}] } });
  });
});

describe('the headers of a command', () => {
  beforeAll(freshBooks);
  const body = () => items(line('F-1', '100.00', '60.00'));
  const path = () => `/payments/${names.payment('P-60')}/settle`;

  test.each([
    ['no key', { key: null }, 400, 'api.idempotency_key_missing'],
    ['a key that is no UUID', { key: 'twice' }, 400, 'api.idempotency_key_missing'],
    ['no version', { ifMatch: null }, 428, 'api.if_match_missing'],
    ['any version', { ifMatch: '*' }, 400, 'api.if_match_invalid'],
    ['a weak version', { ifMatch: 'W/"1"' }, 400, 'api.if_match_invalid'],
    ['two versions', { ifMatch: '"1", "2"' }, 400, 'api.if_match_invalid'],
    ['version 0', { ifMatch: '"0"' }, 400, 'api.if_match_invalid'],
  ])('with %s are refused', async (_name, asked, status, code) => {
    const answer = await ask(path(), body(), asked);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code });
    expect(await count('command')).toBe(0);
  });

  test('with the same key give the same answer and one effect, however often and at whatever time', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(path(), body(), { key })));
    const later = await ask(path(), body(), { key: `"${key}"` });
    const bodies = new Set([...answers, later].map(({ payload }) => payload));
    expect(bodies.size).toBe(1);
    expect(later.statusCode).toBe(200);
    expect([await count('command'), await count('allocation')]).toEqual([1, 1]);
    const other = await ask(path(), items(line('F-1', '100.00', '10.00')), { key });
    expect(other.statusCode).toBe(422);
    expect(other.json()).toMatchObject({ code: 'ledger.command_reused' });
  });

  test('with a key that is being worked on elsewhere are told to ask again', async () => {
    const key = randomUUID();
    const other = await database.pool.connect();
    try {
      await other.query('begin');
      await other.query('select pg_advisory_xact_lock($1, hashtext($2))', [0x4c45_5456, `${books} ${key}`]);
      const answer = await ask(path(), body(), { key });
      expect(answer.statusCode).toBe(409);
      expect(answer.json()).toMatchObject({ code: 'ledger.command_running' });
    } finally {
      await other.query('rollback');
      other.release();
    }
  });
});
