/** Keys are made, listed and revoked, by the API and by the terminal, and open what they say. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { createApiKey } from '../../src/ledger/commands/api-keys.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { act, openBooks } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('api_keys');
let api: TestApi;
let admin = '';

beforeAll(async () => {
  await openBooks(database.pool, 'FR01', 'ACCOUNT1');
  api = await openApi(database.pool, { access: { kind: 'authenticated', verifyToken: null } });
  const asked = { actor: 'anne', role: 'admin', ledgerId: null, days: 1 } as const;
  admin = (await createApiKey(database.pool, asked, act)).key;
});
afterAll(async () => {
  await api.app.close();
  await database.drop();
});

const ask = (method: 'GET' | 'POST' | 'DELETE', url: string, key: string, payload?: object) =>
  api.app.inject({ method, url, headers: { authorization: `Bearer ${key}` }, ...(payload && { payload }) });

const keys = async (...argv: string[]) => {
  let out = '';
  let told = '';
  const exitCode = await runProgram({
    argv: ['keys', ...argv],
    environment: { DATABASE_URL: database.serviceUrl, LETTRAGE_WORKERS: '1' },
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (told += text) },
    serve: async () => 0,
    version: '0.0.0',
  });
  return { exitCode, out, told };
};

test('an admin makes a key, which says who it is, is listed without its secret, and revoked', async () => {
  const body = { actor: 'erp', role: 'machine', ledger: 'FR01', days: 30 };
  const made = await ask('POST', '/v1/api-keys', admin, body);
  expect(made.statusCode).toBe(201);
  expect(made.headers['cache-control']).toBe('no-store');
  const { id, key } = made.json<{ id: string; key: string }>();
  expect((await ask('GET', '/v1/me', key)).json()).toEqual({
    actor: 'erp',
    grants: [{ ledger: 'FR01', role: 'machine' }],
  });
  const listed = await ask('GET', '/v1/api-keys', admin);
  expect(listed.json()).toMatchObject({ items: [{}, {}] });
  expect(listed.payload).toContain(id);
  expect(listed.payload).not.toContain(key.slice(17));
  for (let time = 0; time < 2; time += 1)
    expect((await ask('DELETE', `/v1/api-keys/${id}`, admin)).statusCode).toBe(204);
  expect((await ask('GET', '/v1/me', key)).statusCode).toBe(401);
});

test('a key for a ledger that is not there, or of nobody in particular, is not made', async () => {
  const body = { actor: 'erp', role: 'machine', ledger: 'FR99', days: 30 };
  expect((await ask('POST', '/v1/api-keys', admin, body)).json()).toMatchObject({ code: 'ledger.ledger_unknown' });
  const blank = await ask('POST', '/v1/api-keys', admin, { ...body, ledger: null, actor: ' ' });
  expect(blank.json()).toMatchObject({ code: 'ledger.key_refused' });
  expect((await ask('DELETE', '/v1/api-keys/0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8', admin)).statusCode).toBe(404);
});

test('the terminal prints the key alone, lists it and revokes it', async () => {
  const { exitCode, out, told } = await keys('create', '--actor', 'claire', '--role', 'clerk', '--ledger', 'FR01');
  expect(exitCode).toBe(0);
  expect(told).toContain('claire, clerk of FR01');
  const key = out.trim();
  expect((await ask('GET', '/v1/me', key)).json()).toMatchObject({ actor: 'claire' });
  const { items } = JSON.parse((await keys('list', '--json')).out) as {
    items: readonly { id: string; actor: string }[];
  };
  const mine = items.find(({ actor }) => actor === 'claire');
  expect((await keys('list')).out).toMatch(/claire +clerk +FR01 +valid/);
  expect((await keys('revoke', mine?.id ?? '')).exitCode).toBe(0);
  expect((await ask('GET', '/v1/me', key)).statusCode).toBe(401);
  expect((await keys('list')).out).toMatch(/claire +clerk +FR01 +revoked/);
  expect((await keys('revoke', 'claire')).exitCode).toBe(2);
});
