/**
 * Several nodes share the jobs of one database. One is killed with SIGKILL in the middle of its work, three times in
 * three nights, and started again; the other takes over, at once or when the lease has run out. The books are those of
 * one node that nobody killed, to the byte. `LETTRAGE_NODE_KILLS` asks for more kills, in other places.
 *
 * The nodes work one queue at a time: what the second matches while the first still publishes would be other runs, as
 * right as these and not the same bytes.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { demoFolders } from '../../src/cli/commands/demo.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { ensureLedger } from '../../src/ledger/commands/register.ts';
import type { Queue } from '../../src/ledger/jobs.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { importKinds, importRecords } from '../../src/workers/jobs/import-records.ts';
import { storeFiles } from '../../src/workers/jobs/store-files.ts';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { dumpDatabase, firstDifference } from '../support/dump.ts';
import { testContext } from '../support/work.ts';
import { seededRandom } from './kill-night.ts';
import { isAtWork, kill, startNode, waitFor, type Node, type Place } from './nodes.ts';
import { runSeed as seed } from '../support/random.ts';

const dist = new URL(process.env['LETTRAGE_TEST_DIST'] ?? '../../dist/', import.meta.url);
const killCount = Number(process.env['LETTRAGE_NODE_KILLS'] ?? 3);

let threads: Threads;
const databases: TestDatabase[] = [];
const nodes: Node[] = [];

beforeAll(() => {
  if (!existsSync(new URL('main.js', dist))) throw new Error('dist/ is missing: run `npm run build` first');
  threads = openThreads(1);
});
afterAll(() => threads.close());
afterEach(async () => {
  await Promise.all(nodes.splice(0).map(kill));
  for (const database of databases.splice(0)) await database.drop();
});

type Phase = Readonly<{ name: string; queue: Queue }>;
/** Works the queue of a phase off. */
type WorkOff = (phase: Phase) => Promise<void>;

async function freshBooks(): Promise<TestDatabase> {
  const database = await createTestDatabase('nodes');
  databases.push(database);
  return database;
}

async function start(database: TestDatabase, place: Place): Promise<Node> {
  const node = await startNode(database, dist, place);
  nodes.push(node);
  return node;
}

/** What the nights bring is there whole before the nodes look. */
async function nightsOf(database: TestDatabase, workOff: WorkOff): Promise<LedgerId> {
  const context = testContext(database, threads);
  const books = await ensureLedger(database.pool, 'demo', 'Demo');
  for (const [night, folder] of (await demoFolders()).entries()) {
    for (const kind of importKinds) {
      const file = join(folder, `${kind}.csv`);
      if (existsSync(file)) await importRecords(context, books, kind, file);
    }
    await storeFiles(context, books, [folder]);
    for (const queue of ['publish', 'match'] as const) await workOff({ name: `${night} ${queue}`, queue });
  }
  return books;
}

/** One node, and how long each phase took it. */
async function calmNights(): Promise<Readonly<{ dump: string; phaseMs: ReadonlyMap<string, number> }>> {
  const database = await freshBooks();
  const node = await start(database, 'here');
  const phaseMs = new Map<string, number>();
  const books = await nightsOf(database, async ({ name, queue }) => {
    const startedAt = performance.now();
    node.assign(queue);
    await waitFor(database, queue, [node], () => node.isResting());
    phaseMs.set(name, performance.now() - startedAt);
  });
  expect(node.told()).toBe('');
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
  return { dump: await dumpDatabase(database.adminUrl), phaseMs };
}

type Kill = Readonly<{ place: Place; afterMs: number }>;

/** Two nodes; in each of the phases the one that is at work is killed and started again. @returns kills at work. */
async function killedNights(database: TestDatabase, kills: ReadonlyMap<string, Kill>): Promise<number> {
  let pair = [await start(database, 'here'), await start(database, 'elsewhere')] as const;
  let count = 0;
  const books = await nightsOf(database, async ({ name, queue }) => {
    const wanted = kills.get(name);
    const doomed = pair.find(({ place }) => place === wanted?.place) ?? pair[0];
    const other = doomed === pair[0] ? pair[1] : pair[0];
    // The one that is to be killed has the job before the other looks for one.
    doomed.assign(queue);
    await waitFor(database, queue, pair, (jobs) => jobs.every(({ state }) => state !== 'waiting'));
    other.assign(queue);
    if (wanted !== undefined) {
      await sleep(wanted.afterMs);
      if (await isAtWork(database, queue, doomed)) count += 1;
      await kill(doomed);
      const again = await start(database, wanted.place);
      again.assign(queue);
      pair = [other, again];
    }
    await waitFor(database, queue, pair, () => pair.every((node) => node.isResting()));
  });
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
  return count;
}

test(`two nodes end where one does, ${killCount} kills, SEED=${seed}`, { timeout: 3_600_000 }, async () => {
  const random = seededRandom(seed);
  const { dump, phaseMs } = await calmNights();
  let kills = 0;
  let rounds = 0;
  while (kills < killCount) {
    // Night 0 brings accounts and customers only. One lease a round runs out: that takes its 20 seconds.
    const phases = [...phaseMs.keys()].filter((name) => !name.startsWith('0'));
    const chosen = (['elsewhere', 'here', 'here'] as const).map((place): [string, Kill] => {
      const [name = ''] = phases.splice(Math.floor(random() * phases.length), 1);
      return [name, { place, afterMs: (random() * (phaseMs.get(name) ?? 0)) / 2 }];
    });
    const database = await freshBooks();
    const place = `SEED=${seed}, round ${(rounds += 1)}, ${JSON.stringify(chosen)}`;
    kills += await killedNights(database, new Map(chosen));
    expect(firstDifference(dump, await dumpDatabase(database.adminUrl)), place).toBeNull();
    await Promise.all(nodes.splice(0).map(kill));
    await databases.pop()?.drop();
  }
  process.stdout.write(
    `${kills} kills in ${rounds} rounds of two nodes, SEED=${seed}: the same books as of one node\n`,
  );
});
