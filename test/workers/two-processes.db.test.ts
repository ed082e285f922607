/** Two processes on one database: what both do at the same time is done once, and neither fails for it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import type { Entry } from '../../src/domain/statement.ts';
import { claimJob, completeJob, enqueue } from '../../src/ledger/jobs.ts';
import { stageEntries } from '../../src/ledger/commands/stage-entries.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { importRecords } from '../../src/workers/jobs/import-records.ts';
import { publishStoredFiles } from '../../src/workers/jobs/publish-files.ts';
import { runMatching } from '../../src/workers/jobs/run-matching.ts';
import { storeFiles } from '../../src/workers/jobs/store-files.ts';
import { openThreads } from '../../src/workers/threads.ts';
import type { WorkContext } from '../../src/workers/work-context.ts';
import { matchDue } from '../../src/workers/work-queue.ts';
import type { TestDatabase } from '../support/database.ts';
import { demo, openDemoBooks } from '../support/demo-books.ts';
import { day, euros, sha256Of } from '../support/books.ts';

const night1 = join(demo, 'night-1/camt053_FR7690817000420002148760545_20260302.xml');
const night1Bytes = readFileSync(night1, 'utf8');
const entry: Entry = {
  entryIndex: 0,
  amount: euros('1.00'),
  side: 'credit',
  isReversal: false,
  status: 'booked',
  bookingDate: day('2026-03-02'),
  valueDate: null,
  bankTransactionCode: null,
  accountServicerReference: null,
  additionalInformation: null,
  batchCount: null,
  batchReference: null,
  charges: null,
  details: [],
  at: { line: 1, path: 'Ntry' },
};

const threads = openThreads(2);
let database: TestDatabase;
let context: WorkContext;
let other: WorkContext;
let books: LedgerId;

afterAll(() => threads.close());
beforeEach(async () => {
  ({ database, context, books } = await openDemoBooks('two', threads));
  other = { ...context, worker: 'elsewhere/1/1' };
  return () => database.drop();
});

const rowsOf = async (sql: string): Promise<number | null> =>
  inLedger(database.pool, books, async (tx) => (await tx.query(sql)).rowCount);

const jobStates = async (): Promise<readonly string[]> =>
  (await database.pool.query<{ job: string }>(`select queue || ' ' || state as job from job order by id`)).rows.map(
    ({ job }) => job,
  );

test('the same customers and items imported by both at once are added once', async () => {
  const customers = () => importRecords(context, books, 'customers', join(demo, 'customers.csv'));
  const added = await Promise.all([customers(), customers(), customers()]);
  expect(added.map((imported) => imported.added).toSorted((a, b) => a - b)).toEqual([0, 0, 62]);
  expect(await rowsOf(`select 1 from audit_event where body like '%"customer.added"%'`)).toBe(62);

  const items = () => importRecords(context, books, 'open-items', join(demo, 'night-1/open-items.csv'));
  const taken = await Promise.all([items(), items(), items()]);
  expect(taken.map((imported) => imported.added).filter((count) => count > 0)).toHaveLength(1);
});

test('a file staged by both at once is staged once, and published once', async () => {
  await storeFiles(context, books, [night1]);
  const meeting = meetingOf(2);
  const late = (from: WorkContext): WorkContext => ({
    ...from,
    threads: { ...threads, parseFile: async (task) => meeting().then(() => threads.parseFile(task)) },
  });
  const both = await Promise.all([late(context), late(other)].map((each) => publishStoredFiles(each, books)));
  expect(both.flat().map(({ state }) => state)).toEqual(['published', 'published']);
  expect(await rowsOf('select 1 from statement')).toBe(1);
  expect(await rowsOf('select 1 from staged_entry')).toBe(0);

  const stageOne = () =>
    inLedger(database.pool, books, async (tx) => {
      const stage = await stageEntries(tx, books, sha256Of(night1Bytes));
      await stage.add(0, entry, 'f'.repeat(64));
      await stage.end();
      await sleep(300);
    });
  await Promise.all([stageOne(), stageOne()]);
  expect(await rowsOf('select 1 from staged_entry')).toBe(1);
});

/** Where so many meet before they go on; whoever comes alone goes on after a while. */
function meetingOf(count: number): () => Promise<unknown> {
  let arrived = 0;
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    arrived += 1;
    if (arrived === count) open();
    return Promise.race([all, sleep(500)]);
  };
}

test('a match decided by both at once is decided once, for every payment', async () => {
  await importRecords(context, books, 'customers', join(demo, 'customers.csv'));
  await importRecords(context, books, 'open-items', join(demo, 'night-1/open-items.csv'));
  await storeFiles(context, books, [night1]);
  await publishStoredFiles(context, books);
  const meeting = meetingOf(2);
  const late = (from: WorkContext): WorkContext => ({
    ...from,
    threads: { ...threads, propose: async (task) => meeting().then(() => threads.propose(task)) },
  });
  const job = await claimJob(database.pool, context.worker, books, 'match');
  if (job === null) throw new Error('no job');
  // One lost its lease while it worked, the other took the job over.
  await Promise.all([runMatching(late(context), job), runMatching(late(other), job)]);
  expect(await rowsOf('select 1 from match_run')).toBe(1);
  expect(await rowsOf(`select 1 from payment where status = 'received'`)).toBe(0);
  expect(await rowsOf('select 1 from allocation')).toBeGreaterThan(0);
  expect(await rowsOf('select 1 from staged_decision')).toBe(0);
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});

test('work asked for while a job waits is not lost to a worker that takes the job before the asking is committed', async () => {
  await inLedger(database.pool, books, (tx) => enqueue(tx, books, 'match', 'EUR'));
  await inLedger(database.pool, books, async (tx) => {
    await enqueue(tx, books, 'match', 'EUR');
    const taken = await claimJob(database.pool, 'elsewhere/1/1', books, 'match');
    if (taken !== null) await completeJob(database.pool, taken, 'elsewhere/1/1');
  });
  expect(await jobStates()).toContain('match waiting');
});

test('a job whose twin is running waits for it', async () => {
  await inLedger(database.pool, books, (tx) => enqueue(tx, books, 'publish', ''));
  const first = await claimJob(database.pool, 'elsewhere/1/1', books, 'publish');
  await inLedger(database.pool, books, (tx) => enqueue(tx, books, 'publish', ''));
  expect(await claimJob(database.pool, 'here/2/2', books, 'publish')).toBeNull();
  if (first === null) throw new Error('the first job was not given out');
  await completeJob(database.pool, first, 'elsewhere/1/1');
  expect(await claimJob(database.pool, 'here/2/2', books, 'publish')).not.toBeNull();
});

test('a match that failed is tried again when it is asked for, however often it failed', async () => {
  await importRecords(context, books, 'customers', join(demo, 'customers.csv'));
  await importRecords(context, books, 'open-items', join(demo, 'night-1/open-items.csv'));
  await storeFiles(context, books, [night1]);
  await publishStoredFiles(context, books);
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    await expect(matchDue({ ...context, largestPartitionBytes: 1 }, books), `attempt ${attempt}`).rejects.toThrow(
      'LETTRAGE_MATCH_MEMORY_MB',
    );
  }
  expect(await matchDue(context, books)).toHaveLength(1);
  expect(await rowsOf(`select 1 from payment where status = 'received'`)).toBe(0);
});

test('items that came while a match was failing are matched after it is resumed', async () => {
  await importRecords(context, books, 'customers', join(demo, 'customers.csv'));
  await storeFiles(context, books, [night1]);
  await publishStoredFiles(context, books);
  // Decided, and stopped before the first chunk; meanwhile the items come.
  const stopped = { ...context, onProgress: () => undefined, now: stopAfter(1) };
  await expect(matchDue(stopped, books)).rejects.toThrow('stopped on purpose');
  await importRecords(context, books, 'open-items', join(demo, 'night-1/open-items.csv'));
  await matchDue(context, books);
  expect(await rowsOf('select 1 from allocation')).toBeGreaterThan(0);
});

/** A clock that can be read so often, and then breaks. */
function stopAfter(readings: number): () => Date {
  let count = 0;
  return () => {
    count += 1;
    if (count > readings) throw new Error('stopped on purpose');
    return context.now();
  };
}
