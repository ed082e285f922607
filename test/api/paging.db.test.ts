/** Lists in pages: each row once, in order, whatever the size of the page and whatever comes meanwhile. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { enterItems, openBooks, publishPayments, runDecisions, storeText } from '../support/books.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const account = 'FR7630006000011234567890189';
const numbers = Array.from({ length: 7 }, (_, index) => `n${index}`);
// Several share a day, so that the day alone does not name a place.
const dayOf = (index: number) => `2026-03-${String(10 + Math.floor(index / 3)).padStart(2, '0')}`;
let database: TestDatabase;
let api: TestApi;
let ledgerId: LedgerId;

beforeAll(async () => {
  database = await createTestDatabase('paging');
  const { pool } = database;
  ledgerId = await openBooks(pool, 'FR01', account);
  await enterItems(
    pool,
    ledgerId,
    numbers.map((number, index) => ({ number, customer: 'C1', amount: '10.00', due: dayOf(index) })),
  );
  await publishPayments(
    pool,
    ledgerId,
    { account, content: 'file 0', opening: '0.00', closedOn: '2026-03-20' },
    numbers.map((name, index) => ({ name, amount: '7.00', bookedOn: dayOf(index) })),
  );
  for (const number of [1, 2, 3, 4, 5, 6]) await storeText(pool, ledgerId, `file ${number}`, `${number}.xml`);
  const unexplained = { amount: '7.00', customer: 'C1', item: null, reason: 'no_reference_found' } as const;
  for (let run = 0; run < 7; run += 1) {
    await runDecisions(
      pool,
      ledgerId,
      numbers.map((payment) => ({ payment, ...unexplained })),
    );
  }
  api = await openApi(pool);
});

afterAll(async () => {
  await api.app.close();
  await database.drop();
});

async function readPages(path: string, limit: number, between: () => Promise<unknown> = async () => undefined) {
  const pages: (readonly unknown[])[] = [];
  for (let next: string | null = ''; next !== null;) {
    const after: string = next === '' ? '' : `&after=${next}`;
    const page = await api.getPage(`/v1/ledgers/FR01/${path}?limit=${limit}${after}`);
    expect(page.status).toBe(200);
    pages.push(page.items);
    next = page.next;
    await between();
  }
  return pages;
}

describe.each(['payments', 'open-items', 'review-queue', 'match-runs', 'statement-files'])('%s', (path) => {
  test.each([
    [1, [1, 1, 1, 1, 1, 1, 1]],
    [2, [2, 2, 2, 1]],
    [6, [6, 1]],
    [7, [7]],
    [200, [7]],
  ])('in pages of %i are the same rows in the same order', async (limit, sizes) => {
    const [whole] = await readPages(path, 200);
    const pages = await readPages(path, limit);
    expect(pages.map((page) => page.length)).toEqual(sizes);
    expect(pages.flat()).toEqual(whole);
  });
});

test('a row that comes while one pages makes none appear twice or not at all', async () => {
  const [before] = await readPages('statement-files', 200);
  let count = 0;
  const pages = await readPages('statement-files', 2, () =>
    storeText(database.pool, ledgerId, `new ${(count += 1)}`, 'new.xml'),
  );
  expect(pages.flat()).toEqual(before);
});

test.each([
  ['payments', 'not base64url of JSON', 'abc'],
  ['payments', 'of another list', Buffer.from('["7"]').toString('base64url')],
  ['payments', 'with a day that does not exist', Buffer.from('["2026-02-30","x"]').toString('base64url')],
  [
    'payments',
    'with something that is no id',
    Buffer.from(`["2026-02-28","'; drop table payment"]`).toString('base64url'),
  ],
  ['payments', 'with numbers for texts', Buffer.from('[1,2]').toString('base64url')],
  ['payments', 'that is no list', Buffer.from('{"0":"2026-02-28"}').toString('base64url')],
  ['match-runs', 'with a number that is none', Buffer.from('["1e3"]').toString('base64url')],
  ['statement-files', 'with a number that is too large', Buffer.from('["99999999999999999999"]').toString('base64url')],
])('%s refuse a cursor %s', async (path, _, cursor) => {
  const { status, body } = await api.get(`/v1/ledgers/FR01/${path}?after=${cursor}`);
  expect({ status, body }).toMatchObject({ status: 400, body: { code: 'api.cursor_invalid' } });
});
