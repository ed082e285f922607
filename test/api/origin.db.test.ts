import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type TestApi } from '../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  database = await createTestDatabase('origin');
  api = await openApi(database.pool);
});
afterAll(async () => {
  await api.app.close();
  await database.drop();
});

const ask = async (headers: Record<string, string>) => {
  const response = await api.app.inject({ url: '/health', headers });
  return response.statusCode === 200 ? 200 : [response.statusCode, response.json<{ code: string }>().code];
};

describe('without authentication', () => {
  test.each([
    ['localhost:8780', {}],
    ['127.0.0.1:8780', {}],
    ['[::1]:8780', {}],
    ['127.0.0.1:8780', { origin: 'http://127.0.0.1:8780' }],
  ])('%s is served, %o', async (host, headers) => {
    expect(await ask({ host, ...headers })).toBe(200);
  });

  test.each(['rebound.example', 'localhost.rebound.example:8780', '192.0.2.7'])('%s is not our name', async (host) => {
    expect(await ask({ host })).toEqual([421, 'api.host_unknown']);
  });

  test.each(['https://evil.example', 'null', 'http://localhost.evil.example'])(
    'a page of %s is refused',
    async (origin) => {
      expect(await ask({ host: 'localhost:8780', origin })).toEqual([403, 'api.origin_foreign']);
    },
  );
});
