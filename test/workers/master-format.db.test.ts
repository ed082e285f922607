/** Two formats tell of the same days: one is posted, the other compared with it. Never both. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { camt, mt940 } from '../support/bank-texts.ts';
import { createTestDatabase } from '../support/database.ts';
import { mainAccount as account, openNight, type Night } from '../support/statement-night.ts';
import { testContext } from '../support/work.ts';

let threads: Threads;
let night: Night;

beforeAll(() => {
  threads = openThreads(1);
});
afterAll(() => threads.close());
beforeEach(async () => {
  const database = await createTestDatabase('master');
  night = await openNight(testContext(database, threads));
  return () => database.drop();
});

const monday = { account, day: '2026-03-02', opening: '100.00', entries: [{ amount: '50.00' }] };
const nothing = { account, day: '2026-03-03', opening: '150.00', entries: [{ amount: '20.00' }, { amount: '-20.00' }] };

describe('a day that moves nothing, in two formats', () => {
  test('is posted once, whichever comes first', async () => {
    expect(await night.send(camt('053', monday))).toEqual(['published']);
    expect(await night.send(camt('053', nothing))).toEqual(['published']);
    expect(await night.send(mt940(nothing))).toEqual(['cross_checked']);
    expect([await night.count('statement'), await night.count('entry')]).toEqual([2, 3]);
    expect(await night.violations()).toEqual([]);
  });

  test('waits for the master format when it comes first in the other', async () => {
    expect(await night.send(camt('053', monday))).toEqual(['published']);
    expect(await night.send(mt940(nothing))).toEqual(['held ingest.master_format_awaited']);
    expect(await night.send(camt('053', nothing))).toEqual(['published', 'cross_checked']);
    expect(await night.count('entry')).toBe(3);
  });
});

test('the master format can be changed: what waited for the old one is posted, and no day twice', async () => {
  const tuesday = { account, day: '2026-03-03', opening: '150.00', entries: [{ amount: '7.00' }] };
  expect(await night.send(camt('053', monday))).toEqual(['published']);
  expect(await night.send(mt940(monday), mt940(tuesday))).toEqual([
    'cross_checked',
    'held ingest.master_format_awaited',
  ]);
  expect(await night.register({ masterFormat: 'mt940' })).toBe('changed');
  expect(await night.send()).toEqual(['published']);
  expect(await night.send(camt('053', tuesday))).toEqual(['cross_checked']);
  expect([await night.count('entry'), await night.violations()]).toEqual([2, []]);
});

test('the first statement decides, and where both come at once the richer one; the other is compared', async () => {
  expect(await night.send(mt940(monday), camt('053', monday))).toEqual(['published', 'cross_checked']);
  const [kept] = await night.query<{ format: string }>('select master_format as format from bank_account');
  const events = await night.query(`select 1 from audit_event where body like '%bank_account.master_format_set%'`);
  expect([kept?.format, events.length, await night.count('entry')]).toEqual(['camt.053', 1, 1]);
});
