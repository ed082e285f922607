/**
 * A process that takes a job and is killed at it: `node job-victim.mjs DIST DATABASE_URL`. Takes what waits as the
 * service's loop does, also from processes that are gone, says `took ATTEMPT`, and does nothing more.
 */
const [, , dist, serviceUrl] = process.argv;
const load = (path) => import(new URL(path, dist).href);
const { openPool } = await load('database/connections.js');
const { claimJob, releaseJobs } = await load('ledger/jobs.js');
const { isGone, thisWorker } = await load('workers/work-queue.js');

const pool = openPool(serviceUrl);
await releaseJobs(pool, isGone);
const job = await claimJob(pool, thisWorker(), null, 'match');
process.stdout.write(`took ${job?.attempt ?? 'nothing'}\n`);
setInterval(() => undefined, 60_000);
