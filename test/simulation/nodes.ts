/** Nodes in processes of their own that share the jobs of one database, and the moment at which one of them is killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Queue } from '../../src/ledger/jobs.ts';
import type { TestDatabase } from '../support/database.ts';

const nodeProcess = fileURLToPath(new URL('../support/node-process.mjs', import.meta.url));

/** `here`: the others see at once that its process is gone. `elsewhere`: only its lease tells, when it has run out. */
export type Place = 'here' | 'elsewhere';

export type Node = Readonly<{
  place: Place;
  /** What it calls itself in its leases. */
  worker: string;
  process: ChildProcess;
  /** Does what waits in this queue. */
  assign(queue: Queue): void;
  /** Whether it has done all that it was assigned, and looks no more. */
  isResting(): boolean;
  /** What went wrong, to be shown when something takes too long. */
  told(): string;
}>;

/** @throws when it ends before it is ready. */
export async function startNode({ serviceUrl }: TestDatabase, dist: URL, place: Place): Promise<Node> {
  const words = [nodeProcess, dist.href, serviceUrl, place === 'here' ? '' : place];
  const child = spawn(process.execPath, words, { stdio: 'pipe' });
  let told = '';
  let assignedCount = 0;
  let doneCount = 0;
  child.stderr.on('data', (text: Buffer) => (told += text.toString()));
  // What is said to a node that was just killed is lost with it.
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(() => null);
  const ready = await Promise.race([once(lines, 'line'), ended]);
  if (ready === null) throw new Error(`a node did not start: ${told}`);
  lines.on('line', () => (doneCount += 1));
  return {
    place,
    worker: String(ready[0]),
    process: child,
    assign: (queue) => {
      assignedCount += 1;
      child.stdin.write(`${queue}\n`);
    },
    isResting: () => doneCount === assignedCount,
    told: () => told,
  };
}

export async function kill({ process: child }: Node): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

type Row = Readonly<{ state: string; worker: string | null; problem: string | null }>;

const jobsIn = async ({ pool }: TestDatabase, queue: Queue): Promise<readonly Row[]> =>
  (await pool.query<Row>('select state, worker, problem from job where queue = $1', [queue])).rows;

export const isAtWork = async (database: TestDatabase, queue: Queue, { worker }: Node): Promise<boolean> =>
  (await jobsIn(database, queue)).some((job) => job.state === 'running' && job.worker === worker);

// Three leases: two kills in one phase and their work.
const phaseLimitMs = 60_000;

/**
 * Asks again and again until it is so.
 *
 * @throws when it takes too long, or when the service has given a job up: the first is not waited for behind the second.
 */
export async function waitFor(
  database: TestDatabase,
  queue: Queue,
  nodes: readonly Node[],
  isSo: (jobs: readonly Row[]) => boolean,
): Promise<void> {
  const startedAt = performance.now();
  for (;;) {
    const jobs = await jobsIn(database, queue);
    if (isSo(jobs)) return;
    const isTooLate = performance.now() - startedAt > phaseLimitMs;
    if (isTooLate || jobs.some(({ state }) => state === 'dead')) {
      const words = nodes.map(({ worker, told }) => `${worker}: ${told()}`).join('\n');
      throw new Error(`${queue} came to no end: ${JSON.stringify(jobs)}\n${words}`);
    }
    await sleep(2);
  }
}
