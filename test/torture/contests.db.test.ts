/** Several at once: two clerks on one payment, sixteen clients on the same customers, one request ten times. */
import { afterAll, describe, expect, test } from 'vitest';
import { runApiRaces, runApiRepeats } from '../../bench/torture/api-contests.ts';
import { runDeadlocks } from '../../bench/torture/deadlocks.ts';
import { openField, takeFor } from '../../bench/torture/fields.ts';
import { runRaces } from '../../bench/torture/races.ts';
import { runRepeats } from '../../bench/torture/repeats.ts';
import { carryOut } from '../../src/ledger/commands/carry-out.ts';
import { act } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';
import { runSeed as seed } from '../support/random.ts';

const database = await createTestDatabase('contests');
afterAll(() => database.drop());

test(`of two clerks on one payment one succeeds and one is told, SEED=${seed}`, { timeout: 300_000 }, async () => {
  const { outcomes, differences } = await runRaces(database, { fromSeed: seed, runs: 100 });
  expect(differences).toEqual([]);
  expect(Object.fromEntries(outcomes)).toEqual({ 'done + ledger.stale': 100 });
});

test('a request sent ten times at once has one effect, and one answer', { timeout: 300_000 }, async () => {
  expect(await runRepeats(database, { fromSeed: seed, runs: 50 })).toEqual({
    requests: 50,
    calls: 500,
    effects: 50,
    differences: [],
  });
});

test('of two clerks by HTTP one gets a 200 and the other a 412', { timeout: 300_000 }, async () => {
  const { outcomes, differences } = await runApiRaces(database, { runs: 100 });
  expect(differences).toEqual([]);
  expect(Object.fromEntries(outcomes)).toEqual({ '200 + 412': 100 });
});

test('a request sent ten times at once by HTTP has one effect, and one answer', { timeout: 300_000 }, async () => {
  const told = await runApiRepeats(database, { runs: 100 });
  expect(told).toMatchObject({ contests: 100, calls: 1_000, effects: 100, differences: [] });
});

test(`no deadlock among sixteen clients over the same customers, SEED=${seed}`, { timeout: 300_000 }, async () => {
  const { deadlocks, differences, done } = await runDeadlocks(database, { fromSeed: seed, runs: 500 });
  expect(differences).toEqual([]);
  expect(deadlocks).toBe(0);
  expect(done).toBeGreaterThan(100);
});

describe('a wall behind the code', () => {
  test('a command id stands once, also for who does not look for it first', async () => {
    const field = await openField(database.pool, 'WALL');
    const command = takeFor(field, 0, 1, { number: 'A-0', residual: '5.00' }, '0.30');
    await carryOut(database.pool, field.ledgerId, command, act);
    const again = database.ownerPool.query(
      `begin; select set_config('app.ledger_id', '${field.ledgerId}', true); insert into command select * from command`,
    );
    await expect(again).rejects.toMatchObject({ code: '23505' });
  });
});
