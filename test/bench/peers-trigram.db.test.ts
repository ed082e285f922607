/** The trigram peer on a real server, since it takes a server to be one. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pgTrigram } from '../../bench/matching/peers/trigram.ts';
import { createEmptyDatabase, type TestDatabase } from '../support/database.ts';
import { books, customer, decide, invoice, paid, receipt } from './peers-books.ts';

const data = books(
  [customer(1, 'Garage Morel'), customer(2, 'Pharmacie Tanguy')],
  [invoice(1, 'FA2026-40917', 12_000), invoice(2, 'FA2026-71318', 8_000, { customer: 2 })],
);

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase('trigram');
});
afterAll(() => database.drop());

test.each([
  ['a number with a wrong digit', receipt(0, 8_000, 'REGLT FA2026-71319')],
  ['a name with a wrong letter, and the amount', receipt(0, 8_000, 'REGLT', { name: 'PHARMACIE TANGUI' })],
])('finds %s', async (_what, line) => {
  expect(await decide(pgTrigram(database.ownerUrl), data, line)).toMatchObject({
    alloc: [{ item: 2, cleared: 8_000 }],
  });
});

test('finds nothing for a name with another amount', async () => {
  const line = receipt(0, 7_999, 'REGLT', { name: 'PHARMACIE TANGUY' });
  expect(await decide(pgTrigram(database.ownerUrl), data, line)).toMatchObject({ action: 'none' });
});

test('forgets what was paid the day before', async () => {
  const line = receipt(0, 8_000, 'REGLT FA2026-71318');
  const engine = await pgTrigram(database.ownerUrl)(data);
  await engine.decideDay(0, line.date, [line]);
  await engine.learn(0, [paid(0, [{ item: 2, cleared: 8_000 }])]);
  const [again] = await engine.decideDay(1, '2026-01-21', [{ ...line, id: 1, day: 1, date: '2026-01-21' }]);
  await engine.close?.();
  expect(again?.action).toBe('none');
});
