/** The service at work: what is stored is published and matched without anyone asking, and jobs survive their workers. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { claimJob, completeJob, enqueue, extendLease, failJob, reviveJob } from '../../src/ledger/jobs.ts';
import { listJobs } from '../../src/ledger/queries/jobs.ts';
import { listMatchRuns } from '../../src/ledger/queries/match-runs.ts';
import { readJobFigures } from '../../src/ledger/queries/service-figures.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { runMatching } from '../../src/workers/jobs/run-matching.ts';
import { storeFiles } from '../../src/workers/jobs/store-files.ts';
import { openThreads } from '../../src/workers/threads.ts';
import { startWorkLoop } from '../../src/workers/work-loop.ts';
import { handBackJobs, matchDue, publishDue } from '../../src/workers/work-queue.ts';
import type { WorkContext } from '../../src/workers/work-context.ts';
import type { TestDatabase } from '../support/database.ts';
import { demo, openDemoBooks } from '../support/demo-books.ts';

const statement = join(demo, 'night-1/camt053_FR7690817000420002148760545_20260302.xml');

const threads = openThreads(1);
let database: TestDatabase;
let context: WorkContext;
let books: LedgerId;

afterAll(() => threads.close());
beforeEach(async () => {
  ({ database, context, books } = await openDemoBooks('loop', threads));
  return () => database.drop();
});

const victimProcess = fileURLToPath(new URL('../support/job-victim.mjs', import.meta.url));
const dist = new URL('../../dist/', import.meta.url).href;
const idOfJob = async () => String((await database.pool.query<{ id: bigint }>('select id from job')).rows[0]?.id);

const stateOfJobs = async () =>
  (await database.pool.query<{ queue: string; state: string }>('select queue, state from job order by id')).rows;

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error('it did not come to pass within ten seconds');
}

test('a file that is stored is published and matched', async () => {
  const failures: unknown[] = [];
  const loop = startWorkLoop(context, (error) => failures.push(error));
  await storeFiles(context, books, [statement]);
  loop.wake();
  const isApplied = async () => {
    const [run] = (await listMatchRuns(database.pool, books, { limit: 1 })).items;
    return run !== undefined && run.appliedChunkCount === run.chunkCount && run.paymentCount > 0;
  };
  await until(isApplied);
  await until(async () => (await stateOfJobs()).length === 0);
  await loop.stop();
  expect(failures).toEqual([]);
});

const enqueueMatch = () => inLedger(database.pool, books, (tx) => enqueue(tx, books, 'match', 'EUR'));

test('the same work asked for twice waits once, and is given to one worker', async () => {
  await enqueueMatch();
  await enqueueMatch();
  expect(await stateOfJobs()).toEqual([{ queue: 'match', state: 'waiting' }]);
  const claims = await Promise.all(['a', 'b', 'c'].map((worker) => claimJob(database.pool, worker, null, 'match')));
  expect(claims.filter((job) => job !== null)).toHaveLength(1);
});

test('a job of a process that is gone is taken over at once; of another host when its lease ends', async () => {
  await enqueueMatch();
  const gone = `${context.worker.split('/')[0]}/2147483646/1`;
  expect(await claimJob(database.pool, gone, books, 'match')).not.toBeNull();
  expect(await matchDue(context, books)).toHaveLength(1);

  await enqueueMatch();
  const job = await claimJob(database.pool, 'elsewhere/1/1', books, 'match');
  expect(await matchDue(context, null)).toEqual([]);
  await database.pool.query(`update job set lease_until = now() - interval '1 second'`);
  expect(await matchDue(context, books)).toHaveLength(1);
  expect(job !== null && (await extendLease(database.pool, job, 'elsewhere/1/1'))).toBe(false);
});

test('a job that keeps failing is dead after five attempts, with its problem', async () => {
  await enqueueMatch();
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await database.pool.query('update job set run_at = now()');
    const job = await claimJob(database.pool, 'w', books, 'match');
    if (job === null) throw new Error(`attempt ${attempt} found no job`);
    await failJob(database.pool, job, 'w', 'the disk is full');
  }
  const { rows } = await database.pool.query('select state, attempt, problem from job');
  expect(rows).toEqual([{ state: 'dead', attempt: 5, problem: 'the disk is full' }]);
  // The service leaves it alone; a person who asks for the work gets it tried again.
  expect(await claimJob(database.pool, 'w', null, 'match')).toBeNull();
  expect(await claimJob(database.pool, 'w', books, 'match')).not.toBeNull();
});

test('a job that kills each process that takes it is dead after five claims, told, and tried again by hand', async () => {
  await enqueueMatch();
  const jobId = await idOfJob();
  for (let claim = 1; claim <= 5; claim += 1) {
    const victim = spawn(process.execPath, [victimProcess, dist, database.serviceUrl]);
    const [said] = (await once(createInterface({ input: victim.stdout }), 'line')) as [string];
    expect(said).toBe(`took ${claim}`);
    victim.kill('SIGKILL');
    await once(victim, 'exit');
  }
  // Nobody takes it from here on: the loop of the service looks, and it is dead.
  expect(await matchDue(context, null)).toEqual([]);
  const { rows } = await database.pool.query('select state, attempt, problem from job');
  expect(rows).toEqual([{ state: 'dead', attempt: 5, problem: 'Each process that took it ended without a word.' }]);
  expect((await readJobFigures(database.pool)).map(({ queue, state, jobCount }) => [queue, state, jobCount])).toEqual([
    ['match', 'dead', 1],
  ]);
  expect((await listJobs(database.pool, books, {}, { limit: 1 })).items).toMatchObject([{ state: 'dead', attempt: 5 }]);
  await reviveJob(database.pool, books, jobId);
  expect(await matchDue(context, null)).toHaveLength(1);
  await expect(reviveJob(database.pool, books, jobId)).rejects.toMatchObject({
    refusal: { code: 'ledger.not_found' },
  });
});

test('a job that is handed back by a service that stops has lost no attempt', async () => {
  await enqueueMatch();
  for (let stop = 0; stop < 7; stop += 1) {
    expect(await claimJob(database.pool, context.worker, null, 'match')).toMatchObject({ attempt: 1 });
    await handBackJobs(context);
  }
  await expect(reviveJob(database.pool, books, await idOfJob())).rejects.toMatchObject({
    refusal: { code: 'ledger.job_not_dead' },
  });
});

test('a job is completed by the worker that has it, and by no other', async () => {
  await enqueueMatch();
  const job = await claimJob(database.pool, 'mine', books, 'match');
  if (job === null) throw new Error('no job');
  await completeJob(database.pool, job, 'other');
  expect(await stateOfJobs()).toEqual([{ queue: 'match', state: 'running' }]);
  await completeJob(database.pool, job, 'mine');
  expect(await stateOfJobs()).toEqual([]);
});

test('a job taken again after its run was applied adds no other run', async () => {
  await storeFiles(context, books, [statement]);
  await publishDue(context, books);
  const job = await claimJob(database.pool, 'killed/1/1', books, 'match');
  if (job === null) throw new Error('no job');
  const [first] = await runMatching(context, job);
  // Killed before it could say that it was done.
  const [again, ...others] = await runMatching(context, job);
  expect([again, others]).toEqual([first, []]);
  expect((await listMatchRuns(database.pool, books, { limit: 5 })).items).toHaveLength(1);
});
