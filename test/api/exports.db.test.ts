/** Exports over the API: asked for once, made from one moment, the bytes that the terminal writes. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportLedger, type ExportOptions } from '../../src/cli/commands/export.ts';
import type { Session } from '../../src/cli/session.ts';
import { exportKinds, formatsOf, type ExportKind } from '../../src/domain/export.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { requestExport } from '../../src/ledger/commands/exports.ts';
import { mostAttempts } from '../../src/ledger/jobs.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { expireOldExports } from '../../src/workers/exports/export-expiry.ts';
import { exportDue } from '../../src/workers/work-queue.ts';
import { makeExport } from '../../src/workers/jobs/make-export.ts';
import { openThreads } from '../../src/workers/threads.ts';
import type { WorkContext } from '../../src/workers/work-context.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { act, enterItems, openBooks, publishPayments, runDecisions } from '../support/books.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { silentOutput, testContext } from '../support/work.ts';

const threads = openThreads(1);
let database: TestDatabase;
let api: TestApi;
let context: WorkContext;
let ledgerId: LedgerId;

beforeAll(async () => {
  database = await createTestDatabase('exports');
  const { pool } = database;
  context = { ...testContext(database, threads), now: () => act.now };
  ledgerId = await openBooks(pool, 'FR01', 'A1');
  await openBooks(pool, 'FR02', 'A2');
  await enterItems(pool, ledgerId, [
    { number: 'F-1', customer: 'C1', amount: '120.50', due: '2026-03-01' },
    { number: 'F-2', customer: 'C2', amount: '80.00', due: '2026-03-20' },
    { number: 'F-3', customer: 'C2', amount: '70.00', due: '2026-03-20', currency: 'USD' },
  ]);
  await publishPayments(pool, ledgerId, { account: 'A1', content: 'x', opening: '0.00', closedOn: '2026-03-30' }, [
    { name: 'p1', amount: '120.50', bookedOn: '2026-03-30', text: 'F-1' },
    { name: 'p2', amount: '33.00', bookedOn: '2026-03-30', text: 'who knows' },
  ]);
  await runDecisions(pool, ledgerId, [
    { payment: 'p1', amount: '120.50', customer: 'C1', item: 'F-1', reason: null },
    { payment: 'p2', amount: '33.00', customer: 'C1', item: null, reason: 'no_reference_found' },
  ]);
  api = await openApi(pool);
});
afterAll(async () => {
  await api.app.close();
  await threads.close();
  await database.drop();
});

const ask = (payload: object, key: string = randomUUID()) =>
  api.app.inject({
    method: 'POST',
    url: '/v1/ledgers/FR01/exports',
    headers: { 'idempotency-key': key },
    payload,
  });
const at = (id: string, ledger = 'FR01') => `/v1/ledgers/${ledger}/exports/${id}`;

async function fromTerminal(kind: ExportKind, options: Partial<ExportOptions>): Promise<string> {
  let written = '';
  const output = { ...silentOutput, write: (text: string) => void (written += text) };
  const session = { context } as unknown as Session;
  await exportLedger(session, output, kind, { ledger: 'FR01', after: '0', ...options });
  return written;
}

const shapes = exportKinds.flatMap((kind) => formatsOf[kind].map((format) => ({ kind, format })));

test.each(shapes)('$kind as $format is what the terminal writes', async ({ kind, format }) => {
  const asked = await ask({ kind, format, to: '2026-03-31' });
  expect(asked.statusCode).toBe(202);
  const { id } = asked.json<{ id: string }>();
  expect(asked.headers.location).toBe(at(id));
  expect((await api.get(`${at(id)}/bytes`)).body).toMatchObject({ code: 'api.export_not_ready' });
  await exportDue(context);
  const bytes = await api.app.inject({ url: `${at(id)}/bytes` });
  expect(bytes.body).toBe(await fromTerminal(kind, { format, to: '2026-03-31' }));
  expect(bytes.headers['content-length']).toBe(String(Buffer.byteLength(bytes.body)));
  expect(bytes.headers['content-disposition']).toMatch(new RegExp(`filename="${kind}-20260331T081500Z\\.\\w+"$`));
  const made = (await api.get(at(id))).body;
  expect(made).toMatchObject({ state: 'ready', format, to: '2026-03-31', byteCount: Buffer.byteLength(bytes.body) });
  if (kind !== 'disputes') expect(bytes.body).toMatch(/120.50|80.00/);
});

test('asking again with the same key is asking once; for something else it is refused', async () => {
  const key = randomUUID();
  const first = await ask({ kind: 'allocations' }, key);
  expect((await ask({ kind: 'allocations', format: 'csv' }, key)).json()).toEqual(first.json());
  expect((await ask({ kind: 'postings' }, key)).json()).toMatchObject({ code: 'ledger.command_reused' });
  const keyless = await api.app.inject({
    method: 'POST',
    url: '/v1/ledgers/FR01/exports',
    payload: { kind: 'postings' },
  });
  expect(keyless.json()).toMatchObject({ code: 'api.idempotency_key_missing' });
  expect((await api.get(at(key, 'FR02'))).body).toMatchObject({ code: 'ledger.not_found' });
  await exportDue(context);
});

test.each([
  { kind: 'allocations', format: 'fec' },
  { kind: 'aged-balance', from: '2026-01-01' },
  { kind: 'postings', after: '3' },
])('what a kind has not is refused: %o', async (payload) => {
  expect((await ask(payload)).json()).toMatchObject({ code: 'ledger.export_refused', status: 422 });
});

test('the list gives each once, the latest asked for first', async () => {
  const { items } = await api.getPage('/v1/ledgers/FR01/exports?limit=200');
  const paged: unknown[] = [];
  for (let after = ''; ;) {
    const page = await api.getPage(`/v1/ledgers/FR01/exports?limit=2${after}`);
    paged.push(...page.items);
    if (page.next === null) break;
    after = `&after=${encodeURIComponent(page.next)}`;
  }
  expect(items.length).toBeGreaterThan(5);
  expect(paged).toEqual(items);
});

test('more than twenty that wait are refused, until they are made', async () => {
  const ids = Array.from({ length: 20 }, () => randomUUID());
  for (const id of ids) await requestExport(database.pool, ledgerId, id, { kind: 'disputes' }, act);
  expect((await ask({ kind: 'disputes' })).json()).toMatchObject({ code: 'ledger.exports_waiting' });
  await exportDue(context);
  expect((await ask({ kind: 'disputes' })).statusCode).toBe(202);
  await exportDue(context);
});

test('an export that breaks leaves no bytes; the last attempt gives it up, and says so', async () => {
  const id = randomUUID();
  await requestExport(database.pool, ledgerId, id, { kind: 'postings' }, act);
  const job = { ledgerId, id: 0n, queue: 'export', key: id, attempt: 1 } as const;
  const broken = new Error('the clock stopped');
  let isBroken = true;
  const now = () => {
    if (isBroken) throw broken;
    return act.now;
  };
  await expect(makeExport({ pool: database.pool, now }, job)).rejects.toThrow(broken);
  expect((await api.get(at(id))).body).toMatchObject({ state: 'waiting', byteCount: null });
  await expect(makeExport({ pool: database.pool, now }, { ...job, attempt: mostAttempts })).rejects.toThrow(broken);
  isBroken = false;
  await makeExport({ pool: database.pool, now }, job);
  expect((await api.get(at(id))).body).toMatchObject({ state: 'failed', byteCount: null });
  await exportDue(context);
});

test('an export is kept for its days: then its bytes are gone, and who asked for it is still known', async () => {
  const id = randomUUID();
  await requestExport(database.pool, ledgerId, id, { kind: 'postings' }, act);
  await exportDue(context);
  const after = (days: number) => ({
    pool: database.pool,
    now: () => new Date(act.now.getTime() + days * 86_400_000),
    exportDays: 30,
  });
  const chunkCount = async () =>
    (await inLedger(database.pool, ledgerId, (tx) => tx.query('select from export_chunk where export_id = $1', [id])))
      .rowCount;
  await expireOldExports(after(30));
  expect((await api.app.inject({ url: `${at(id)}/bytes` })).statusCode).toBe(200);
  expect(await expireOldExports(after(30.001))).toBeGreaterThan(0);
  const gone = await api.app.inject({ url: `${at(id)}/bytes` });
  expect([gone.statusCode, gone.json()]).toEqual([410, expect.objectContaining({ code: 'api.export_expired' })]);
  expect(await chunkCount()).toBe(0);
  expect((await api.get(at(id))).body).toMatchObject({ state: 'expired', requestedBy: act.actor });
  expect(await expireOldExports(after(31))).toBe(0);
});
