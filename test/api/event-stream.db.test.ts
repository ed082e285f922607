/** Followers that come and go: a place is free again whenever its follower leaves. */
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enqueue } from '../../src/ledger/jobs.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { openBooks } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('followers');
let api: TestApi;
let address: string;

beforeAll(async () => {
  const books = await openBooks(database.pool, 'FR01', 'FOLLOWED');
  // Nobody does it: it is followed for as long as one likes.
  await inLedger(database.pool, books, (tx) => enqueue(tx, books, 'match', 'EUR'));
  api = await openApi(database.pool);
  address = `${await api.app.listen({ host: '127.0.0.1', port: 0 })}/v1/ledgers/FR01/match-runs/progress?currency=EUR`;
});
afterAll(async () => {
  await api.app.close();
  await database.drop();
});

/** The status of one more follower, who leaves at once. */
const follow = () =>
  new Promise<number>((resolve, reject) => {
    const asked = request(address, ({ statusCode = 0 }) => {
      asked.destroy();
      resolve(statusCode);
    });
    asked.on('error', reject).end();
  });

test.each([0, 2, 5, 10, 20, 50])(
  'who leaves %i ms after asking keeps no place',
  { timeout: 30_000 },
  async (afterMs) => {
    for (let round = 0; round < 2; round += 1) {
      const followers = Array.from({ length: 16 }, () => request(address).on('error', () => undefined));
      for (const follower of followers) follower.end();
      await sleep(afterMs);
      for (const follower of followers) follower.destroy();
      await sleep(100);
    }
    await expect.poll(follow, { timeout: 3_000 }).toBe(200);
  },
);
