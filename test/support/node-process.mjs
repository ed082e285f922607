/**
 * One node of several on one database, to be killed: `node node-process.mjs DIST DATABASE_URL HOST`. Each line of its
 * standard input names a queue, `publish` or `match`: it does what waits there, as the service's loop does, until nobody
 * waits or works, and says `rests`. HOST is what it calls itself in its leases: empty for the name of this machine, whose dead processes
 * are seen to be dead; of others only the lease tells. Says that name when it is ready.
 */
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const [, , dist, serviceUrl, host] = process.argv;
const load = (path) => import(new URL(path, dist).href);
const { openPool } = await load('database/connections.js');
const { openThreads } = await load('workers/threads.js');
const { matchDue, publishDue, thisWorker } = await load('workers/work-queue.js');

const pool = openPool(serviceUrl, { statementTimeoutMs: 60_000 });
const context = {
  pool,
  serviceUrl,
  threads: openThreads(1),
  worker: host === '' ? thisWorker() : `${host}/${process.pid}/0`,
  actor: 'lettrage',
  now: () => new Date('2026-03-05T06:00:00.000Z'),
  largestFileBytes: 1 << 26,
  largestPartitionBytes: 1 << 28,
  // Small on purpose: many transactions, many places between them.
  chunkSize: 5,
  paymentsPerTask: 10,
  onProgress: () => undefined,
};
await pool.query('select 1');
process.stdout.write(`${context.worker}\n`);
for await (const queue of createInterface({ input: process.stdin })) {
  const due = queue === 'publish' ? publishDue : matchDue;
  for (;;) {
    // As in the service: the job is back in the queue, and the node goes on.
    await due(context, null).catch((error) => process.stderr.write(`${error.stack}\n`));
    const { rowCount } = await pool.query('select from job where queue = $1 limit 1', [queue]);
    if (rowCount === 0) break;
    await sleep(25);
  }
  process.stdout.write('rests\n');
}
process.exit();
