/** Open items by what a person types: number, amount, customer, in this order, each item once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importCustomers } from '../../src/ledger/commands/import-customers.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { act, enterItems, openBooks } from '../support/books.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  database = await createTestDatabase('search');
  const { pool } = database;
  const ledgerId = await openBooks(pool, 'FR01', 'FR7630006000011234567890189');
  await enterItems(pool, ledgerId, [
    { number: 'FA-103', customer: 'C1', amount: '1250.50', due: '2026-03-01' },
    { number: 'FA-101', customer: 'C2', amount: '80.00', due: '2026-03-09' },
    { number: 'FA-102', customer: 'C1', amount: '80.00', residual: '0.00' },
    { number: '80', customer: 'C3', amount: '7.00' },
    { number: 'X%_', customer: 'C3', amount: '9.00' },
    { number: 'JP-1', customer: 'C3', amount: '80', currency: 'JPY' },
    { number: 'JP-2', customer: 'C3', amount: '8000', currency: 'JPY' },
  ]);
  const named = [
    { code: 'C1', name: 'Shop 12.50' },
    { code: 'C2', name: 'Boulangerie Martin' },
    { code: 'C3', name: 'Fa-80 Transports' },
  ];
  const customers = named.map((customer) => ({ ...customer, ibans: [], paymentTerms: null }));
  await importCustomers(pool, ledgerId, customers, act);
  await openBooks(pool, 'FR02', 'FR7630001007941234567890185');
  api = await openApi(pool);
});

afterAll(async () => {
  await api.app.close();
  await database.drop();
});

const ask = (search: string, more = '', ledger = 'FR01') =>
  api.getPage(`/v1/ledgers/${ledger}/open-items?search=${encodeURIComponent(search)}${more}`);
const numbersOf = async (search: string, more = '') =>
  (await ask(search, more)).items.map(({ documentNumber }) => documentNumber);

describe('open items are found', () => {
  test.each([
    ['FA-10', ['FA-101', 'FA-102', 'FA-103']],
    ['fa-101', ['FA-101']],
    ['A-101', []],
    ['X%', ['X%_']],
    ['_', []],
    ['1250.50', ['FA-103']],
    ['1 250,5', ['FA-103']],
    ['Shop 12.5', ['FA-102', 'FA-103']],
    ['12.50', []],
    ['125050', []],
    ['8000', ['JP-2']],
    ['boulang', ['FA-101']],
    ['c1', ['FA-102', 'FA-103']],
    ['MARTIN', ['FA-101']],
    ['nobody', []],
  ])('by %s', async (search, expected) => {
    expect(await numbersOf(search)).toEqual(expected);
  });

  test('by number, then by amount, then by customer; each once', async () => {
    // FA-101, FA-102 and JP-1 come to 80; customer C3 is called 80 too.
    const found = await numbersOf('80');
    expect(found[0]).toBe('80');
    expect(new Set(found.slice(1, 4))).toEqual(new Set(['FA-101', 'FA-102', 'JP-1']));
    expect(found.slice(4)).toEqual(['JP-2', 'X%_']);
  });

  test('within the other filters', async () => {
    expect(await numbersOf('FA-10', '&status=open')).toEqual(['FA-101', 'FA-103']);
    expect(await numbersOf('80', '&status=closed')).toEqual(['FA-102']);
    expect(await numbersOf('FA-10', '&customer=C2')).toEqual(['FA-101']);
    expect(await numbersOf('FA-10', '&dueBefore=2026-03-05')).toEqual(['FA-103']);
  });

  test.each(['80', 'FA', 'c', '80.00'])('page by page as in one: %s', async (search) => {
    const whole = await numbersOf(search);
    for (const limit of [1, 2, 3]) {
      const found: unknown[] = [];
      for (let after = ''; ;) {
        const page = await ask(search, `&limit=${limit}${after}`);
        found.push(...page.items.map(({ documentNumber }) => documentNumber));
        if (page.next === null) break;
        expect(page.items).toHaveLength(limit);
        after = `&after=${page.next}`;
      }
      expect(found).toEqual(whole);
    }
  });

  test('never in another ledger', async () => {
    expect(await ask('FA', '', 'FR02')).toMatchObject({ status: 200, items: [] });
  });
});

test.each([
  ['a word that is no way of searching', ['elsewhere', '0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8']],
  ['an item that is not there', ['number', '0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8']],
  ['a day', ['2026-03-01', '0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8']],
])('a cursor with %s is refused', async (_what, keys) => {
  const after = Buffer.from(JSON.stringify(keys)).toString('base64url');
  const { status, body } = await api.get(`/v1/ledgers/FR01/open-items?search=FA&after=${after}`);
  expect([status, body]).toMatchObject([400, { code: 'api.cursor_invalid' }]);
});

test.each(['', ' ', 'a%00b', 'x'.repeat(141)])('the search %j is refused', async (search) => {
  const { status } = await api.get(`/v1/ledgers/FR01/open-items?search=${search}`);
  expect(status).toBe(400);
});
