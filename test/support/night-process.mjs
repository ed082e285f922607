/**
 * A night in a process of its own, to be killed: `node night-process.mjs DIST DATABASE_URL FOLDER CHUNK_SIZE`.
 * Prints `ready` when the work begins. The clock stands still, so that two nights can be equal to the byte.
 */
const [, , dist, serviceUrl, folder, chunkSize] = process.argv;
const load = (path) => import(new URL(path, dist).href);
const { openPool } = await load('database/connections.js');
const { openThreads } = await load('workers/threads.js');
const { thisWorker } = await load('workers/work-queue.js');
const { night } = await load('cli/commands/night.js');

const silent = { isJson: false, write() {}, say() {}, onProgress() {} };
const pool = openPool(serviceUrl, { statementTimeoutMs: 60_000 });
const threads = openThreads(2);
const context = {
  pool,
  serviceUrl,
  threads,
  worker: thisWorker(),
  actor: 'lettrage',
  now: () => new Date('2026-03-05T06:00:00.000Z'),
  largestFileBytes: 1 << 26,
  largestPartitionBytes: 1 << 28,
  chunkSize: Number(chunkSize),
  paymentsPerTask: 10,
  onProgress: () => undefined,
};
await pool.query('select 1');
process.stdout.write('ready\n');
await night({ context }, silent, { ledger: 'demo', folder });
await threads.close();
await pool.end();
