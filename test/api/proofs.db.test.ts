/** What the books prove of themselves, asked over the API, and what speaks against them when somebody went round the walls. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectClient } from '../../src/database/connect.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openFullBooks } from '../support/full-books.ts';

let database: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  database = await createTestDatabase('proofs');
  await openFullBooks(database.pool, 'FR01', 'PROOFS');
  api = await openApi(database.pool);
});
afterAll(async () => {
  await api.app.close();
  await database.drop();
});

const get = async (path: string) => {
  const response = await api.app.inject({ url: `/v1/ledgers/FR01/${path}` });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
};

test('books that hold say so, with what was looked at and the head of the chain', async () => {
  const { status, body } = await get('verification');
  const head = (await get('audit/head')).body;
  expect(status).toBe(200);
  expect(body).toMatchObject({
    holds: true,
    violationCount: 0,
    violations: [],
    auditHead: { sequence: head['sequence'], hash: head['hash'] },
  });
  const counts = body['checkedCounts'] as Readonly<Record<string, number>>;
  expect(Object.values(counts).every((count) => count > 0)).toBe(true);
});

test('a head that was kept outside is held against the chain', async () => {
  const { sequence, hash } = (await get('audit/head')).body as { sequence: number; hash: string };
  expect((await get(`verification?sequence=${sequence}&hash=${hash}`)).body).toMatchObject({ holds: true });
  const other = `${hash.startsWith('0') ? '1' : '0'}${hash.slice(1)}`;
  expect((await get(`verification?sequence=${sequence}&hash=${other}`)).body).toMatchObject({
    holds: false,
    violations: [{ equation: 'audit_chain_whole' }],
  });
  expect(await get(`verification?hash=${hash}`)).toMatchObject({ status: 400, body: { code: 'api.request_invalid' } });
});

test('an amount that somebody changed is found, by its row', async () => {
  const admin = await connectClient(database.adminUrl);
  const { rows } = await admin.query<{ id: string }>(
    'update open_item set residual_minor = residual_minor - 1 where residual_minor > 1 and id = (select min(id::text)::uuid from open_item where residual_minor > 1) returning id',
  );
  const { body } = await get('verification');
  await admin.query('update open_item set residual_minor = residual_minor + 1 where id = $1', [rows[0]?.id]);
  await admin.end();
  expect(body['holds']).toBe(false);
  expect(body['violations']).toContainEqual(
    expect.objectContaining({ equation: 'item_adds_up', subject: expect.stringContaining(rows[0]?.id ?? 'none') }),
  );
  expect((await get('verification')).body).toMatchObject({ holds: true });
});

test('the record of each kind of evidence is told, for a budget that can be spent', async () => {
  const { status, body } = await get('match-rules/calibration');
  expect(status).toBe(200);
  expect(body).toMatchObject({ budget: { wrong: 1, of: 10_000 } });
  const cells = body['cells'] as readonly { right: number; wrong: number; decision: string }[];
  expect(body['confirmedCount']).toBe(cells.reduce((sum, { right, wrong }) => sum + right + wrong, 0));
  expect(body['confirmedCount']).toBeGreaterThan(0);
  expect(cells.every(({ decision }) => decision === 'unknown')).toBe(true);
  expect(await get('match-rules/calibration?wrong=10&of=10')).toMatchObject({ status: 400 });
});
