/**
 * Promise one, whatever crashes: the night is killed with SIGKILL at random points and started again. The final state
 * has to equal that of a night nobody killed, to the byte, and the same harness has to notice when it could not.
 */
import { existsSync } from 'node:fs';
import { demoFolders } from '../../src/cli/commands/demo.ts';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ledgerId } from '../support/ledger-id.ts';
import { dumpDatabase, firstDifference } from '../support/dump.ts';
import { runNight, seededRandom, type Night, type NightEnd } from './kill-night.ts';
import { buildWithoutTransactions } from './sabotage.ts';
import { runSeed as seed } from '../support/random.ts';

const dist = new URL('../../dist/', import.meta.url);
const killCount = Number(process.env['LETTRAGE_KILLS'] ?? 200);
// Small on purpose: many transactions, many places between them.
const chunkSize = 5;

const databases: TestDatabase[] = [];
afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop();
});

async function freshBooks(): Promise<TestDatabase> {
  const database = await createTestDatabase('night');
  databases.push(database);
  return database;
}

async function violationsOf(database: TestDatabase): Promise<readonly unknown[]> {
  return (await verifyLedger(database.pool, ledgerId(1))).violations;
}

/** Kills each night until it comes to its end; `killAfter` gives the moment, null lets it run. */
async function nightsOf(
  build: URL,
  database: TestDatabase,
  killAfter: (folder: string) => number | null,
): Promise<readonly (NightEnd & { folder: string })[]> {
  const ends: (NightEnd & { folder: string })[] = [];
  for (const folder of await demoFolders()) {
    const night: Night = { dist: build, serviceUrl: database.serviceUrl, folder, chunkSize };
    for (let end = 'killed'; end === 'killed'; end = ends.at(-1)?.end ?? 'failed') {
      ends.push({ ...(await runNight(night, killAfter(folder))), folder });
    }
    if (ends.at(-1)?.end === 'failed') break;
  }
  return ends;
}

describe('the nights under kill -9', () => {
  let unkilled = '';
  /** How long the work of each night takes when nobody kills it. */
  const workMs = new Map<string, number>();

  beforeAll(async () => {
    if (!existsSync(new URL('main.js', dist))) throw new Error('dist/ is missing: run `npm run build` first');
    const database = await freshBooks();
    for (const end of await nightsOf(dist, database, () => null)) {
      expect([end.end, end.stderr]).toEqual(['finished', '']);
      workMs.set(end.folder, end.workMs);
    }
    unkilled = await dumpDatabase(database.adminUrl);
    expect(await violationsOf(database)).toEqual([]);
  });

  test(`end in the same state, ${killCount} kills, SEED=${seed}`, { timeout: 1_500_000 }, async () => {
    const random = seededRandom(seed);
    let kills = 0;
    let rounds = 0;
    while (kills < killCount) {
      const database = await freshBooks();
      const ends = await nightsOf(dist, database, (folder) => random() * (workMs.get(folder) ?? 0));
      kills += ends.filter(({ end }) => end === 'killed').length;
      rounds += 1;
      const place = `SEED=${seed}, round ${rounds}, ${kills} kills`;
      expect(ends.at(-1)?.end, `${place}: ${ends.at(-1)?.stderr}`).toBe('finished');
      expect(await violationsOf(database), place).toEqual([]);
      expect(firstDifference(unkilled, await dumpDatabase(database.adminUrl)), place).toBeNull();
      await databases.pop()?.drop();
    }
    process.stdout.write(
      `${kills} kills in ${rounds} rounds of three nights, SEED=${seed}: the same state each time\n`,
    );
  });

  test(`are seen to fail without transactions, SEED=${seed}`, { timeout: 600_000 }, async () => {
    const random = seededRandom(seed);
    const build = buildWithoutTransactions(dist);
    // Unharmed, this build does the same work: what is noticed below comes of the kills.
    const calm = await freshBooks();
    const ends = await nightsOf(build, calm, () => null);
    expect(ends.map(({ end, stderr }) => [end, stderr])).toEqual(ends.map(() => ['finished', '']));
    expect(firstDifference(unkilled, await dumpDatabase(calm.adminUrl))).toBeNull();

    const noticed: string[] = [];
    for (let round = 0; round < 40 && noticed.length === 0; round += 1) {
      const database = await freshBooks();
      let kills = 0;
      const harmed = await nightsOf(build, database, (folder) =>
        (kills += 1) > 12 ? null : random() * (workMs.get(folder) ?? 0),
      );
      const last = harmed.at(-1);
      if (last?.end === 'failed')
        noticed.push(`it can't go on (${last.stderr.match(/\w*[eE]rror: .*/)?.[0] ?? 'no word why'})`);
      const violations = await violationsOf(database);
      if (violations.length > 0) noticed.push(`verify finds ${violations.length} violations`);
      if (firstDifference(unkilled, await dumpDatabase(database.adminUrl)) !== null)
        noticed.push('another final state');
      await databases.pop()?.drop();
    }
    process.stdout.write(`without transactions: ${noticed.join('; ')}\n`);
    expect(noticed).not.toEqual([]);
  });
});
