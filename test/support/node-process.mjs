/**
 * One node of several on one database, to be killed: `node node-process.mjs DIST DATABASE_URL QUEUE HOST`. Does what
 * waits in the queue, as the service's loop does, until nobody waits or works; then it ends. HOST is what it calls
 * itself in its leases: empty for the name of this machine, whose dead processes are seen to be dead.
 */
import { setTimeout as sleep } from 'node:timers/promises';

const [, , dist, serviceUrl, queue, host] = process.argv;
const load = (path) => import(new URL(path, dist).href);
const { openPool } = await load('database/connections.js');
const { openThreads } = await load('workers/threads.js');
const { matchDue, publishDue, thisWorker } = await load('workers/work-queue.js');

const pool = openPool(serviceUrl, { statementTimeoutMs: 60_000 });
const threads = openThreads(1);
const worker = host === '' ? thisWorker() : `${host}/${process.pid}/0`;
const context = {
  pool,
  serviceUrl,
  threads,
  worker,
  actor: 'lettrage',
  now: () => new Date('2026-03-05T06:00:00.000Z'),
  largestFileBytes: 1 << 26,
  largestPartitionBytes: 1 << 28,
  // Small on purpose: many transactions, many places between them.
  chunkSize: 5,
  paymentsPerTask: 10,
  onProgress: () => undefined,
};
process.stdout.write(`${worker}\n`);
const due = queue === 'publish' ? publishDue : matchDue;
for (;;) {
  await due(context, null);
  const { rows } = await pool.query('select count(*)::int as count from job where queue = $1', [queue]);
  if (rows[0].count === 0) break;
  await sleep(50);
}
await threads.close();
await pool.end();
