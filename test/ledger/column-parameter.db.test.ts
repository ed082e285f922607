/** PostgreSQL reads the columns as they were meant: it is asked, for nobody else knows its binary form. */
import { beforeAll, afterAll, expect, test } from 'vitest';
import { dateColumn, int4Column, int8Column, textColumn, uuidColumn } from '../../src/ledger/column-parameter.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('column_parameter');
});
afterAll(() => database.drop());

/** The elements as PostgreSQL spells them. */
async function elementsOf(type: string, column: Buffer): Promise<readonly (string | null)[]> {
  const { rows } = await database.pool.query<{ value: string | null }>(
    `select value::text as value from unnest($1::${type}[]) with ordinality as t (value, place) order by place`,
    [column],
  );
  return rows.map(({ value }) => value);
}

const itself = <Value>(value: Value): Value => value;
const id = '0f1e2d3c-4b5a-8697-8877-a5b4c3d2e1f0';

test.each([
  ['one', [id]],
  ['different ones', [id, null, 'ffffffff-ffff-8fff-8fff-ffffffffffff']],
  ['the same in each row', [id, id, id]],
  ['nulls only', [null, null]],
  ['none', []],
])('UUIDs: %s', async (_, values) => {
  expect(await elementsOf('uuid', uuidColumn(values, itself))).toEqual(values);
});

test('texts of any kind', async () => {
  const values = ['', 'NULL', '{a,"b"}', 'Müller & Söhne — 7 €', 'two\nlines', '\\', null, '🧾'];
  expect(await elementsOf('text', textColumn(values, itself))).toEqual(values);
});

test('days before and after the first that PostgreSQL counts from', async () => {
  const values = ['1900-01-01', '1999-12-31', '2000-01-01', '2024-02-29', null, '2026-11-22'];
  expect(await elementsOf('date', dateColumn(values, itself))).toEqual(values);
});

test('whole numbers to the end of their range', async () => {
  const amounts = [0n, -1n, 9_223_372_036_854_775_807n, -9_223_372_036_854_775_808n, null, 120_50n];
  expect(await elementsOf('bigint', int8Column(amounts, itself))).toEqual(
    amounts.map((each) => each?.toString() ?? null),
  );
  const counts = [0, -1, 2_147_483_647, -2_147_483_648, null];
  expect(await elementsOf('int', int4Column(counts, itself))).toEqual(counts.map((each) => each?.toString() ?? null));
});

test.each([
  ['a word', /UUID/, () => uuidColumn(['payment'], itself)],
  ['a UUID with a digit too few', /UUID/, () => uuidColumn([id.slice(0, -1)], itself)],
  ['a UUID with a digit too many', /UUID/, () => uuidColumn([`${id}0`], itself)],
  ['a UUID with a letter that is no digit', /UUID/, () => uuidColumn([id.replace('a', 'g')], itself)],
  ['a day that is none', /day/, () => dateColumn(['2026-13-01'], itself)],
  ['an amount beyond 8 bytes', /range/, () => int8Column([9_223_372_036_854_775_808n], itself)],
  ['a number beyond 4 bytes', /range/, () => int4Column([2_147_483_648], itself)],
  ['a fraction', /whole number/, () => int4Column([1.5], itself)],
])('%s is refused', (_, reason, make) => {
  expect(make).toThrow(reason);
});
