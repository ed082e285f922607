/** kill -9 of the program that carries out commands, and of PostgreSQL: what was acknowledged stands, once, to the cent. */
import { afterAll, expect, test } from 'vitest';
import { runKills } from '../../bench/torture/kill.ts';
import { runPostgresKills } from '../../bench/torture/postgres-kill.ts';
import { buildWithoutTransactions } from '../simulation/sabotage.ts';
import { temporaryFolders } from '../support/folders.ts';
import { databases } from './databases.ts';
import { runSeed as seed } from '../support/random.ts';

const folders = temporaryFolders();
afterAll(() => folders.remove());

test(`the program killed is as the program not killed, SEED=${seed}`, { timeout: 600_000 }, async () => {
  const { kills, insideTransactions, atFailpoints, differences } = await runKills(databases, {
    fromSeed: seed,
    runs: 40,
    commandCount: 15,
    lanes: 1,
  });
  expect(differences).toEqual([]);
  for (const count of [kills - 20, insideTransactions, atFailpoints]) expect(count).toBeGreaterThan(0);
});

test(`a build without transactions is seen through, SEED=${seed}`, { timeout: 600_000 }, async () => {
  const build = buildWithoutTransactions(new URL('../../dist/', import.meta.url));
  const { differences } = await runKills(databases, {
    fromSeed: seed,
    runs: 60,
    commandCount: 5,
    lanes: 1,
    build,
  });
  // By a kill, or before the first by a command that was to leave nothing but a request for approval.
  expect(differences).not.toEqual([]);
});

test(
  `PostgreSQL killed under four writers has all that it acknowledged, SEED=${seed}`,
  { timeout: 600_000 },
  async () => {
    const told = await runPostgresKills(() => folders.dataDir(), { fromSeed: seed, runs: 3 });
    expect(told).toMatchObject({ kills: 3, differences: [] });
    expect(told.acknowledged).toBeGreaterThan(0);
  },
);
