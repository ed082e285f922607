/** What is refused, how it is said, and what the log keeps of it. */
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPool } from '../../src/database/connections.ts';
import { openLog } from '../../src/observability/log.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { openBooks } from '../support/books.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const unknownId = '00000000-0000-8000-8000-000000000000';
let database: TestDatabase;
let api: TestApi;
let isReady = true;
const lines: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase('requests');
  await openBooks(database.pool, 'FR01', 'FR7630006000011234567890189');
  const log = openLog('info', { write: (line) => void lines.push(line) });
  api = await openApi(database.pool, {
    log,
    isReady: async () => {
      if (!isReady) throw new Error('the database is away');
      return true;
    },
  });
});

afterAll(async () => {
  await api.app.close();
  await database.drop();
});

describe('the service', () => {
  test('is up and ready while the database answers', async () => {
    isReady = true;
    expect(await api.get('/health')).toMatchObject({ status: 200, body: { status: 'up' } });
    expect(await api.get('/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
  });

  test('is up, but not ready, while the database does not', async () => {
    isReady = false;
    expect(await api.get('/health')).toMatchObject({ status: 200 });
    expect(await api.get('/ready')).toMatchObject({ status: 503, body: { code: 'api.not_ready' } });
  });
});

describe('an unknown', () => {
  test.each([
    ['/v1/ledgers/NO/payments', 'ledger.ledger_unknown', { ledger: 'NO' }],
    [`/v1/ledgers/FR01/payments/${unknownId}`, 'ledger.not_found', { payment: unknownId }],
    [`/v1/ledgers/FR01/open-items/${unknownId}`, 'ledger.not_found', { openItem: unknownId }],
    [`/v1/ledgers/FR01/match-runs/${unknownId}`, 'ledger.not_found', { matchRun: unknownId }],
    [`/v1/ledgers/FR01/statement-files/${'0'.repeat(64)}`, 'ledger.not_found', { statementFile: '0'.repeat(64) }],
  ])('record in %s is a problem document', async (url, code, details) => {
    const { status, contentType, body } = await api.get(url);
    expect(status).toBe(404);
    expect(contentType).toContain('application/problem+json');
    expect(body).toMatchObject({ type: `/errors/${code}`, status: 404, code, details });
  });

  test.each([
    ['GET', '/v1/nothing'],
    ['GET', '/v1/ledgers/FR01/nothing'],
    ['DELETE', '/v1/ledgers/FR01/payments'],
  ] as const)('route %s %s is a problem document', async (method, url) => {
    const { statusCode, headers, payload } = await api.app.inject({ method, url });
    expect(statusCode).toBe(404);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(payload)).toMatchObject({ code: 'api.route_unknown', status: 404 });
  });
});

describe('a request that is not valid', () => {
  test.each([
    ['payments?limit=0', 'query', '/limit'],
    ['payments?limit=201', 'query', '/limit'],
    ['payments?limit=many', 'query', '/limit'],
    ['payments?limit=1&limit=2', 'query', '/limit'],
    ['payments?staus=applied', 'query', '/staus'],
    ['payments?status=paid', 'query', '/status'],
    ['payments?bookedFrom=2026-02-30', 'query', '/bookedFrom'],
    ['payments?bookedFrom=0000-01-01', 'query', '/bookedFrom'],
    ['payments?after=', 'query', '/after'],
    ['open-items?customer=%00', 'query', '/customer'],
    ['review-queue?reason=because', 'query', '/reason'],
    ['payments/42', 'path', '/paymentId'],
    [`statement-files/${'F'.repeat(64)}`, 'path', '/sha256'],
  ])('%s says where: %s %s', async (path, part, at) => {
    const { status, body } = await api.get(`/v1/ledgers/FR01/${path}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'api.request_invalid', faults: [{ in: part, at }] });
  });

  test('names every fault at once', async () => {
    const url = '/v1/ledgers/FR01/payments?limit=0&side=left&colour=red';
    const { faults } = (await api.app.inject({ url })).json<{ faults: { at: string }[] }>();
    expect(new Set(faults.map(({ at }) => at))).toEqual(new Set(['/colour', '/limit', '/side']));
  });

  test.each(['/v1/ledgers/%', '/v1/ledgers/%00/payments', `/v1/ledgers/${'x'.repeat(500)}/payments`])(
    'in its address alone, %s, is refused as a problem too',
    async (url) => {
      const { status, contentType } = await api.get(url);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(contentType).toContain('application/problem+json');
    },
  );

  test('with a body that nobody reads is refused', async () => {
    const post = (payload: string, type: string) =>
      api.app.inject({
        method: 'POST',
        url: '/v1/ledgers/FR01/match-runs',
        payload,
        headers: { 'content-type': type },
      });
    expect((await post('{', 'application/json')).json()).toMatchObject({ code: 'api.request_invalid' });
    expect((await post('<a/>', 'application/xml')).json()).toMatchObject({ code: 'api.media_type_unsupported' });
    expect((await post(`"${'x'.repeat(70_000)}"`, 'application/json')).json()).toMatchObject({
      code: 'api.body_too_large',
      status: 413,
    });
  });
});

describe('a failure that nobody expected', () => {
  test('is a 500 that says only where to look, and a line in the log that says the rest', async () => {
    const broken = await createTestDatabase('broken');
    await openBooks(broken.pool, 'FR01', 'FR7630006000011234567890189');
    await broken.ownerPool.query('alter table payment rename column remittance to gone');
    const log = openLog('info', { write: (line) => void lines.push(line) });
    const failing = await openApi(broken.pool, { log });
    const url = '/v1/ledgers/FR01/payments?bookedFrom=2026-03-29';
    const response = await failing.app.inject({ url });
    const body = response.json<{ instance: string }>();
    await failing.app.close();
    await broken.drop();
    expect(response.statusCode).toBe(500);
    expect(body).toMatchObject({ code: 'api.unexpected' });
    expect(response.payload).not.toMatch(/remittance|select|\.ts/);
    const line = lines.find((line) => line.includes('"unexpected"')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ requestId: body.instance.replace('urn:uuid:', '') });
    expect(line).toContain('42703');
    expect(line).not.toContain('2026-03-29');
  });

  test.each([
    ['all connections are lent', 'api.database_unavailable', (url: string) => url],
    ['nobody listens there', 'api.database_unavailable', (url: string) => url.replace(/:\d+\//, ':9/')],
  ])('is a 503 that asks to come back, when %s', async (_what, code, urlOf) => {
    const connectionString = urlOf(database.serviceUrl);
    const pool = new Pool({ connectionString, max: 1, connectionTimeoutMillis: 100 });
    pool.on('error', () => undefined);
    const lent = connectionString === database.serviceUrl ? await pool.connect() : null;
    const busy = await openApi(pool);
    const answer = await busy.app.inject({ url: '/v1/ledgers' });
    lent?.release();
    await busy.app.close();
    await pool.end();
    expect(answer.json()).toMatchObject({ code, status: 503 });
    expect(answer.headers['retry-after']).toBe('1');
  });
});

test('a statement that takes too long is given up, and the answer says to ask for less', async () => {
  const books = await createTestDatabase('slow');
  await openBooks(books.pool, 'FR01', 'FR7630006000011234567890189');
  const pool = openPool(books.serviceUrl, { statementTimeoutMs: 200 });
  const slow = await openApi(pool);
  const holder = await books.ownerPool.connect();
  await holder.query('begin; lock table open_item in access exclusive mode');
  const answer = await slow.app.inject({ url: '/v1/ledgers/FR01/open-items' });
  await holder.query('rollback');
  holder.release();
  await slow.app.close();
  await pool.end();
  await books.drop();
  expect(answer.json()).toMatchObject({ code: 'api.database_slow', status: 503 });
  expect(answer.headers['retry-after']).toBeUndefined();
});

describe('the log', () => {
  test('keeps of a request its method, route, status and time, and nothing that was asked', async () => {
    lines.length = 0;
    await api.get(`/v1/ledgers/FR01/open-items?customer=AnnaMartin`);
    await api.get('/v1/ledgers/AnnaMartin/payments?limit=1');
    await api.get('/AnnaMartin');
    const requests = lines.filter((line) => line.includes('"request"')).map((line): unknown => JSON.parse(line));
    expect(requests).toMatchObject([
      { level: 'info', method: 'GET', route: '/v1/ledgers/:ledger/open-items', status: 200 },
      { level: 'info', method: 'GET', route: '/v1/ledgers/:ledger/payments', status: 404 },
      { level: 'info', method: 'GET', route: 'unknown', status: 404 },
    ]);
    expect(requests).toEqual(requests.map(() => expect.objectContaining({ milliseconds: expect.any(Number) })));
    expect(lines.join('')).not.toContain('AnnaMartin');
  });
});
