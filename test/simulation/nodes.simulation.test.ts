/**
 * Two nodes share the jobs of one database. The one that works is killed with SIGKILL three times in the middle of the
 * nights; the other takes over, at once or when the lease has run out. The books are those of one node that nobody
 * killed, to the byte.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoFolders } from '../../src/cli/commands/demo.ts';
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

const dist = new URL('../../dist/', import.meta.url);
const nodeProcess = fileURLToPath(new URL('../support/node-process.mjs', import.meta.url));
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

let threads: Threads;
beforeAll(() => {
  if (!existsSync(new URL('main.js', dist))) throw new Error('dist/ is missing: run `npm run build` first');
  threads = openThreads(1);
});
afterAll(() => threads.close());

/** Where the node calls itself: `here` is this machine, which sees that a process is gone; `elsewhere` only the lease tells. */
type Place = 'here' | 'elsewhere';
type Kill = Readonly<{ night: number; queue: Queue; place: Place }>;
type Node = Readonly<{ process: ChildProcess; worker: string; ended: Promise<unknown> }>;

async function startNode({ serviceUrl }: TestDatabase, queue: Queue, place: Place): Promise<Node> {
  const host = place === 'here' ? '' : 'elsewhere';
  const words = [nodeProcess, dist.href, serviceUrl, queue, host];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [worker] = (await once(child.stdout, 'data')) as [Buffer];
  return { process: child, worker: worker.toString().trim(), ended };
}

/** Kills the node in the middle of a job; false when it held none any more. */
async function killAtWork({ pool }: TestDatabase, node: Node, queue: Queue, afterMs: number): Promise<boolean> {
  const isAtWork = async (): Promise<boolean> => {
    const { rowCount } = await pool.query(`select from job where worker = $1 and state = 'running'`, [node.worker]);
    return rowCount === 1;
  };
  const isLeft = async (): Promise<boolean> =>
    (await pool.query('select from job where queue = $1 limit 1', [queue])).rowCount === 1;
  while ((await isLeft()) && !(await isAtWork())) await sleep(2);
  await sleep(afterMs);
  const wasAtWork = await isAtWork();
  node.process.kill('SIGKILL');
  await node.ended;
  return wasAtWork;
}

/** Works a queue off: by one node, or by two of which the first is killed. */
async function workOff(
  database: TestDatabase,
  queue: Queue,
  kill: Kill | null,
  random: () => number,
): Promise<boolean> {
  const first = await startNode(database, queue, kill?.place ?? 'here');
  if (kill === null) {
    await first.ended;
    return false;
  }
  // The first has to hold the job when the second comes: it is the one that is killed.
  const killed = killAtWork(database, first, queue, random() * 40);
  const second = await startNode(database, queue, 'here');
  const wasKilled = await killed;
  await Promise.all([first.ended, second.ended]);
  return wasKilled;
}

async function nightsOf(database: TestDatabase, kills: readonly Kill[], random: () => number): Promise<number> {
  const context = testContext(database, threads);
  const books = await ensureLedger(database.pool, 'demo', 'Demo');
  let killCount = 0;
  for (const [night, folder] of (await demoFolders()).entries()) {
    for (const kind of importKinds) {
      const file = join(folder, `${kind}.csv`);
      if (existsSync(file)) await importRecords(context, books, kind, file);
    }
    await storeFiles(context, books, [folder]);
    for (const queue of ['publish', 'match'] as const) {
      const kill = kills.find((one) => one.night === night && one.queue === queue) ?? null;
      if (await workOff(database, queue, kill, random)) killCount += 1;
    }
  }
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
  return killCount;
}

test(`two nodes end where one does, whichever is killed, SEED=${seed}`, { timeout: 600_000 }, async () => {
  const random = seededRandom(seed);
  const calm = await createTestDatabase('nodes_calm');
  const killed = await createTestDatabase('nodes');
  try {
    await nightsOf(calm, [], random);
    const kills: readonly Kill[] = [
      { night: 1, queue: 'publish', place: 'here' },
      { night: 1, queue: 'match', place: 'elsewhere' },
      { night: 2, queue: 'match', place: 'here' },
    ];
    expect(await nightsOf(killed, kills, random)).toBe(kills.length);
    expect(firstDifference(await dumpDatabase(calm.adminUrl), await dumpDatabase(killed.adminUrl))).toBeNull();
  } finally {
    for (const database of [calm, killed]) await database.drop();
  }
});
