/**
 * The service as built is told to stop while a match run and an upload are under way. It says so to whoever asks, lets
 * both end where they can, hands back what takes too long, and its next start ends where an undisturbed one does.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { connectClient } from '../../src/database/connections.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { importRecords } from '../../src/workers/jobs/import-records.ts';
import { publishStoredFiles } from '../../src/workers/jobs/publish-files.ts';
import { storeFiles } from '../../src/workers/jobs/store-files.ts';
import { openThreads } from '../../src/workers/threads.ts';
import type { TestDatabase } from '../support/database.ts';
import { demo, openDemoBooks } from '../support/demo-books.ts';
import { startService, type Service } from '../support/service.ts';

const first = join(demo, 'night-1/camt053_FR7690817000420002148760545_20260302.xml');
const second = readFileSync(join(demo, 'night-2/camt053_FR7690817000420002148760545_20260303.xml'));

const threads = openThreads(1);
const services: Service[] = [];
let database: TestDatabase;
let books: LedgerId;

afterAll(() => threads.close());
afterEach(async () => {
  for (const { process: child } of services.splice(0)) child.kill('SIGKILL');
  await database.drop();
});

/** A statement is published, its match waits. */
beforeEach(async () => {
  const opened = await openDemoBooks('stop', threads);
  ({ database, books } = opened);
  await importRecords(opened.context, books, 'customers', join(demo, 'customers.csv'));
  await importRecords(opened.context, books, 'open-items', join(demo, 'night-1/open-items.csv'));
  await storeFiles(opened.context, books, [first]);
  await publishStoredFiles(opened.context, books);
  await database.pool.query(`delete from job where queue = 'publish'`);
});

async function start(settings: NodeJS.ProcessEnv): Promise<Service> {
  const service = await startService(database.serviceUrl, {
    LETTRAGE_WORKERS: '1',
    LETTRAGE_LOG_LEVEL: 'info',
    ...settings,
  });
  services.push(service);
  return service;
}

/** While it is held nothing is written to the books: every fact has its event. */
async function holdAuditHead(): Promise<{ release(): Promise<void> }> {
  const client = await connectClient(database.adminUrl);
  await client.query('begin');
  await client.query('select from audit_head where ledger_id = $1 for update', [books]);
  return { release: () => client.end() };
}

type Job = Readonly<{ queue: string; state: string; isLeased: boolean }>;

const jobs = async (): Promise<readonly Job[]> =>
  (
    await database.pool.query<Job>(
      `select queue, state, coalesce(lease_until > now(), false) as "isLeased" from job order by queue`,
    )
  ).rows;

async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const startedAt = performance.now();
  while (!(await isSo())) {
    if (performance.now() - startedAt > 40_000) throw new Error(`never: ${what}; ${services.at(-1)?.told()}`);
    await sleep(20);
  }
}

/** The run is decided, and its first chunk waits for the audit head. */
const runIsStuck = (): Promise<void> =>
  until(async () => {
    const { rowCount } = await database.pool.query(
      `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%audit_head%'`,
    );
    return rowCount === 1;
  }, 'a run that waits to write');

const readyStatus = async ({ origin }: Service): Promise<number> =>
  fetch(`${origin}/ready`).then(({ status }) => status);

/** An upload of which one half has been sent. */
function beginUpload({ origin }: Service): { finish(): Promise<number>; isRefused: Promise<boolean> } {
  const sent = request(`${origin}/v1/ledgers/demo/statement-files?name=second.xml`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'content-length': second.length },
  });
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  // The connection ends, and now and then a refusal comes through before it does.
  const isRefused = answered.then(
    ([{ statusCode = 0 }]) => statusCode >= 400,
    () => true,
  );
  sent.write(second.subarray(0, second.length / 2));
  return {
    finish: async () => {
      sent.end(second.subarray(second.length / 2));
      const [{ statusCode = 0 }] = await answered;
      return statusCode;
    },
    isRefused,
  };
}

type Counts = Readonly<{ files: number; runs: number; applied: number; undecided: number }>;

const counts = (): Promise<Counts> =>
  inLedger(database.pool, books, async (tx) => {
    const { rows } = await tx.query<Counts>(
      `select (select count(*) from statement_file)::int as files, (select count(*) from match_run)::int as runs,
         (select count(*) from allocation)::int as applied,
         (select count(*) from payment where status = 'received')::int as undecided`,
    );
    const [row] = rows;
    if (row === undefined) throw new Error('no counts');
    return row;
  });

test(
  'finishes the run and the upload under way, not ready meanwhile, and exits with 0',
  { timeout: 180_000 },
  async () => {
    const head = await holdAuditHead();
    const service = await start({ LETTRAGE_DRAIN_SECONDS: '3' });
    await runIsStuck();
    const upload = beginUpload(service);
    expect(await readyStatus(service)).toBe(200);
    service.process.kill('SIGTERM');
    await until(async () => (await readyStatus(service)) === 503, 'not ready');
    await sleep(3_200);
    await expect(fetch(`${service.origin}/health`)).rejects.toThrow('fetch failed');
    await head.release();
    expect(await upload.finish()).toBe(202);
    expect([await service.ended, service.told()]).toEqual([0, expect.stringContaining('"end":"finished"')]);
    // The run is whole; the file waits for the next start.
    expect(await jobs()).toEqual([{ queue: 'publish', state: 'waiting', isLeased: false }]);
    expect(await counts()).toMatchObject({ files: 2, runs: 1, undecided: 0 });
    expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
  },
);

test(
  'hands back what takes too long, with nothing half-written, and the next start goes on',
  { timeout: 180_000 },
  async () => {
    const head = await holdAuditHead();
    const service = await start({ LETTRAGE_STOP_SECONDS: '1' });
    await runIsStuck();
    const upload = beginUpload(service);
    service.process.kill('SIGTERM');
    expect(await service.ended).toBe(0);
    expect(await upload.isRefused).toBe(true);
    expect(service.told()).toMatch(/"end":"(left|handed back)"/);
    expect(service.told()).not.toContain('"level":"error"');
    expect(await jobs()).toEqual([{ queue: 'match', state: 'running', isLeased: false }]);
    await head.release();
    expect(await counts()).toMatchObject({ files: 1, runs: 1, applied: 0 });
    expect((await verifyLedger(database.pool, books)).violations).toEqual([]);

    const next = await start({});
    await until(async () => (await jobs()).length === 0, 'the job is done');
    expect(await beginUpload(next).finish()).toBe(202);
    await until(async () => (await jobs()).length === 0 && (await counts()).runs === 2, 'the second night is done');
    next.process.kill('SIGTERM');
    expect([await next.ended, next.told()]).toEqual([0, expect.stringContaining('"end":"finished"')]);
    expect(await counts()).toMatchObject({ files: 2, undecided: 0 });
    expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
  },
);
