/** Sources over the API: how they are, and looked at when somebody asks; what they are is nobody's to see or choose. */
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApiKey } from '../../src/ledger/commands/api-keys.ts';
import { ensureLedger } from '../../src/ledger/commands/register.ts';
import { startPullLoop } from '../../src/transfer/pull-loop.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { act } from '../support/books.ts';
import { mt940Day, openTransferBooks, sourceOf, type TransferBooks } from '../support/transfer.ts';

let books: TransferBooks;
let loop: ReturnType<typeof startPullLoop>;
let api: TestApi;
let drop = '';
const silent = () => undefined;

beforeAll(async () => {
  books = await openTransferBooks('api_sources');
  drop = join(books.folder, 'a-secret-place');
  mkdirSync(drop);
  await ensureLedger(books.database.pool, 'DE01', 'Another company');
  // By itself it would look once an hour.
  const source = sourceOf({ kind: 'folder', folders: [drop], pollSeconds: 3_600 }, books.folder);
  loop = startPullLoop(books.context, [source], { info: silent, warn: silent, error: silent }, silent);
  const access = { kind: 'authenticated', verifyToken: null } as const;
  api = await openApi(books.database.pool, { sources: loop.desk, access });
});
afterAll(async () => {
  await api.app.close();
  await loop.stop();
  await books.close();
});

async function as(role: 'viewer' | 'machine', method: 'GET' | 'POST', path: string, ledger = 'main') {
  const { key } = await createApiKey(books.database.pool, { actor: role, role, ledgerId: null, days: 1 }, act);
  const url = `/v1/ledgers/${ledger}/sources${path}`;
  const answer = await api.app.inject({ method, url, headers: { authorization: `Bearer ${key}` } });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>(), payload: answer.payload };
}
const state = async () => ((await as('viewer', 'GET', '')).body['items'] as object[])[0];

test('a source is looked at when somebody asks, and tells how that went, but not where it is', async () => {
  await expect.poll(state).toMatchObject({ name: 'bank', kind: 'folder', lastPull: { storedCount: 0, problems: [] } });
  const path = join(drop, 'day.sta');
  writeFileSync(path, mt940Day('ASKED FOR'));
  utimesSync(path, new Date('2026-03-02T03:00:00Z'), new Date('2026-03-02T03:00:00Z'));
  expect(await as('machine', 'POST', '/bank/pull')).toMatchObject({ status: 202, body: { name: 'bank' } });
  await expect.poll(state).toMatchObject({ isOverdue: false, lastPull: { storedCount: 1, problems: [] } });
  expect(await state()).toMatchObject({ lastArrivalAt: expect.any(String) as unknown });
  expect(await books.stored()).toHaveLength(1);
  expect((await as('viewer', 'GET', '')).payload).not.toMatch(/secret|day\.sta|folders|host/);
});

test('only who delivers asks, and only for a source of the ledger', async () => {
  expect(await as('viewer', 'POST', '/bank/pull')).toMatchObject({ status: 403 });
  expect(await as('machine', 'POST', '/other/pull')).toMatchObject({ status: 404 });
  expect(await as('machine', 'POST', '/bank/pull', 'DE01')).toMatchObject({ status: 404 });
  expect(await as('viewer', 'GET', '', 'DE01')).toMatchObject({ status: 200, body: { items: [] } });
});
