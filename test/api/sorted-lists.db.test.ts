/** Customers and the aged balance in any order: the same rows, in that order, whatever the size of the page. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi, type TestApi } from '../support/api.ts';
import { enterItems, openBooks } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('sorted');
let api: TestApi;

beforeAll(async () => {
  const books = await openBooks(database.pool, 'FR01', 'ACCOUNT');
  // The service stands at 31 March 2026. Two owe the same; one owes in dollars too; one owes nothing that is late.
  await enterItems(database.pool, books, [
    { number: 'F-1', customer: 'C3', amount: '20.00', due: '2026-03-01' },
    { number: 'F-2', customer: 'C1', amount: '20.00', due: '2026-03-02' },
    { number: 'F-3', customer: 'C2', amount: '300.00', due: '2026-04-30' },
    { number: 'F-4', customer: 'C5', amount: '7.00', due: '2026-01-01' },
    { number: 'F-5', customer: 'C4', amount: '100.00', due: '2026-02-01' },
  ]);
  await enterItems(database.pool, books, [
    { number: 'F-6', customer: 'C5', amount: '900.00', due: '2026-01-01', currency: 'USD' },
  ]);
  api = await openApi(database.pool);
});
afterAll(async () => {
  await api.app.close();
  await database.drop();
});

async function readAll(path: string, query: string, limit: number): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for (let next: string | null = ''; next !== null;) {
    const after: string = next === '' ? '' : `&after=${next}`;
    const page = await api.getPage(`/v1/ledgers/FR01/${path}?limit=${limit}&${query}${after}`);
    expect(page.status).toBe(200);
    rows.push(...page.items);
    next = page.next;
  }
  return rows;
}

test.each([
  ['', ['C1', 'C2', 'C3', 'C4', 'C5']],
  ['order=descending', ['C5', 'C4', 'C3', 'C2', 'C1']],
  ['sort=name', ['C1', 'C2', 'C3', 'C4', 'C5']],
  ['sort=overdue', ['C4', 'C3', 'C1', 'C5', 'C2']],
  ['sort=overdue&order=ascending', ['C2', 'C5', 'C1', 'C3', 'C4']],
  ['sort=overdue&currency=USD', ['C5', 'C4', 'C3', 'C2', 'C1']],
  ['sort=open', ['C2', 'C4', 'C3', 'C1', 'C5']],
  ['sort=open&search=c5', ['C5']],
])('customers asked with "%s"', async (query, expected) => {
  for (const limit of [1, 2, 200]) {
    const rows = (await readAll('customers', query, limit)) as readonly { code: string }[];
    expect(rows.map(({ code }) => code)).toEqual(expected);
  }
});

type Aged = Readonly<{ customer: { code: string }; owed: { currency: string } }>;
test.each([
  ['', ['C1 EUR', 'C2 EUR', 'C3 EUR', 'C4 EUR', 'C5 EUR', 'C5 USD']],
  ['sort=name&order=descending', ['C5 USD', 'C5 EUR', 'C4 EUR', 'C3 EUR', 'C2 EUR', 'C1 EUR']],
  ['sort=overdue', ['C5 USD', 'C4 EUR', 'C3 EUR', 'C1 EUR', 'C5 EUR', 'C2 EUR']],
  ['sort=owed&order=ascending', ['C5 EUR', 'C1 EUR', 'C3 EUR', 'C4 EUR', 'C2 EUR', 'C5 USD']],
])('the aged balance asked with "%s"', async (query, expected) => {
  for (const limit of [1, 4, 200]) {
    const rows = (await readAll('reports/aged-balance', query, limit)) as readonly Aged[];
    expect(rows.map(({ customer, owed }) => `${customer.code} ${owed.currency}`)).toEqual(expected);
  }
});

test('an order refuses the cursor of another', async () => {
  const { next } = await api.getPage('/v1/ledgers/FR01/customers?limit=1&sort=name');
  const { status, body } = await api.get(`/v1/ledgers/FR01/customers?limit=1&sort=overdue&after=${next ?? ''}`);
  expect({ status, body }).toMatchObject({ status: 400, body: { code: 'api.cursor_invalid' } });
});

test('documents are all ages, what is past due, or what is not', async () => {
  const numbers = async (query: string) =>
    ((await readAll('reports/aged-balance/documents', query, 200)) as readonly { documentNumber: string }[]).map(
      ({ documentNumber }) => documentNumber,
    );
  expect(await numbers('isPastDue=false')).toEqual(['F-3']);
  expect((await numbers('isPastDue=true')).toSorted()).toEqual(['F-1', 'F-2', 'F-4', 'F-5', 'F-6']);
});
