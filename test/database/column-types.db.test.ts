import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase('column_types');
});
afterAll(() => database.drop());

describe('a column', () => {
  test.each([
    [`9223372036854775807::int8`, 9_223_372_036_854_775_807n],
    [`array[1, null, -9223372036854775808]::int8[]`, [1n, null, -9_223_372_036_854_775_808n]],
    [`count(*)`, 1n],
    [`sum(9223372036854775807::int8)`, '9223372036854775807'],
    [`'0.10000000000000000001'::numeric`, '0.10000000000000000001'],
    [`array[0.1, null, 12345678901234567890.1]::numeric[]`, ['0.1', null, '12345678901234567890.1']],
    [`'2026-03-29'::date`, '2026-03-29'],
    [`array['2026-03-29', null]::date[]`, ['2026-03-29', null]],
    [`'2026-03-29 02:30'::timestamp`, '2026-03-29 02:30:00'],
    [`'2026-03-29 02:30+02'::timestamptz`, new Date('2026-03-29T00:30:00Z')],
    [`7::int4`, 7],
    [`'{"a": [1]}'::jsonb`, { a: [1] }],
    [`null::int8`, null],
  ])('%s arrives exact', async (expression, expected) => {
    const answer = await database.pool.query<{ value: unknown }>(`select ${expression} as value`);
    expect(answer.rows[0]?.value).toEqual(expected);
  });
});
