/** Runs and jobs as people steer them: followed, cancelled, listed. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { LedgerId, MatchRunId } from '../../src/domain/ids.ts';
import { applyChunk, RunCancelled } from '../../src/ledger/commands/apply-chunk.ts';
import { MatchingCancelled, nextMatchRun, recordDecisions } from '../../src/ledger/commands/record-decisions.ts';
import { claimJob, enqueue } from '../../src/ledger/jobs.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { act, enterItems, openBooks, publishPayments, runDecisions, sha256Of } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('match_control');
const { pool } = database;
const eur = 'EUR' as CurrencyCode;
let api: TestApi;
let ledger = '';
let books: LedgerId;

beforeAll(async () => {
  api = await openApi(pool);
});
afterAll(async () => {
  await api.app.close();
  await database.drop();
});
afterEach(async () => {
  expect((await verifyLedger(pool, books)).violations).toEqual([]);
});
beforeEach(async () => {
  ledger = `run-${randomUUID().slice(0, 8)}`;
  books = await openBooks(pool, ledger, ledger);
  const numbers = ['1', '2', '3'];
  await enterItems(
    pool,
    books,
    numbers.map((number) => ({ number: `F-${number}`, customer: `C${number}`, amount: '10.00' })),
  );
  const statement = { account: ledger, content: ledger, opening: '0.00', closedOn: '2026-03-30' };
  await publishPayments(
    pool,
    books,
    statement,
    numbers.map((number) => ({ name: `p${number}`, amount: '10.00', bookedOn: '2026-03-30' })),
  );
  // What publishing asked for: each test asks for its own.
  await pool.query('delete from job where ledger_id = $1', [books]);
});

/** Three payments, one a chunk, of which the first `chunks` are applied. */
const runOfThree = (chunks: number) =>
  runDecisions(
    pool,
    books,
    ['1', '2', '3'].map((number) => ({
      payment: `p${number}`,
      amount: '10.00',
      customer: `C${number}`,
      item: `F-${number}`,
      reason: null,
    })),
    { chunkSize: 1, chunks },
  );
const post = async (path: string) => {
  const answer = await api.app.inject({ method: 'POST', url: `/v1/ledgers/${ledger}${path}` });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
};
const enqueueMatch = () => inLedger(pool, books, (tx) => enqueue(tx, books, 'match', 'EUR'));
const jobs = async () => (await api.getPage(`/v1/ledgers/${ledger}/jobs`)).items;
const follow = (path: string) => api.app.inject({ url: `/v1/ledgers/${ledger}/match-runs/${path}` });
const statusesOfPayments = async () =>
  (
    await inLedger(pool, books, (tx) =>
      tx.query<{ status: string; count: number }>(
        'select status, count(*)::int as count from payment group by status order by status',
      ),
    )
  ).rows;

describe('a run that is cancelled', () => {
  test('keeps what is applied, and applies nothing more, whoever tries', async () => {
    const run = await runOfThree(1);
    const cancelled = {
      status: 200,
      body: { state: 'cancelled', appliedChunkCount: 1, cancelled: { actor: 'local' } },
    };
    expect(await post(`/match-runs/${run.id}/cancel`)).toMatchObject(cancelled);
    expect(await post(`/match-runs/${run.id}/cancel`)).toMatchObject(cancelled);
    await expect(applyChunk(pool, books, run.id, 1, act)).rejects.toThrow(RunCancelled);
    // A chunk that was applied before, asked for again by who was killed, is what it was.
    expect(await applyChunk(pool, books, run.id, 0, act)).toEqual({ appliedCount: 1, reviewCount: 0 });
    expect(await statusesOfPayments()).toEqual([
      { status: 'applied', count: 1 },
      { status: 'received', count: 2 },
    ]);
    expect((await nextMatchRun(pool, { ledgerId: books, id: 0n }, eur)).kind).toBe('undecided');
  });

  test('and a chunk under way are one after the other', async () => {
    const run = await runOfThree(0);
    const chunks = [0, 1, 2].map((index) =>
      applyChunk(pool, books, run.id, index, act).catch((error: unknown) => error),
    );
    const { body } = await post(`/match-runs/${run.id}/cancel`);
    const outcomes = await Promise.all(chunks);
    const refused = outcomes.filter((outcome) => outcome instanceof RunCancelled).length;
    if (body['code'] === 'ledger.run_applied') expect(refused).toBe(0);
    else {
      expect(body['appliedChunkCount']).toBe(3 - refused);
      expect(refused).toBeGreaterThan(0);
    }
  });

  test('is one of which something is left', async () => {
    const run = await runOfThree(3);
    const { status, body } = await post(`/match-runs/${run.id}/cancel`);
    expect([status, body['code']]).toEqual([409, 'ledger.run_applied']);
    expect((await post('/match-runs/00000000-0000-8000-8000-000000000000/cancel')).status).toBe(404);
  });
});

describe('a job', () => {
  test('that waits is listed, and taken away when it is cancelled', async () => {
    await enqueueMatch();
    const [job] = await jobs();
    expect(job).toMatchObject({ queue: 'match', key: 'EUR', state: 'waiting', attempt: 0, problem: null });
    expect(await post(`/jobs/${String(job?.['id'])}/cancel`)).toEqual({ status: 202, body: { state: 'removed' } });
    expect(await jobs()).toEqual([]);
    expect((await post(`/jobs/${String(job?.['id'])}/cancel`)).status).toBe(404);
  });

  test('that is being decided records nothing once it is cancelled', async () => {
    await enqueueMatch();
    const job = await claimJob(pool, 'test/1/1', books, 'match');
    if (job === null) throw new Error('no job');
    expect(await post(`/jobs/${job.id}/cancel`)).toEqual({ status: 202, body: { state: 'requested' } });
    expect(await jobs()).toMatchObject([{ state: 'running', worker: 'test/1/1', cancelRequestedBy: 'local' }]);
    const next = await nextMatchRun(pool, job, eur);
    if (next.kind !== 'undecided') throw new Error('decided');
    const inputs = { auditSequence: 0n, inputsSha256: sha256Of('none'), policy: {} };
    const run = { ...next, currency: eur, engine: 'test/1', chunkSize: 1, ...inputs };
    const recorded = recordDecisions(pool, job, run, { applied: [], lines: [], demotions: [] }, act);
    await expect(recorded).rejects.toThrow(MatchingCancelled);
    expect((await api.getPage(`/v1/ledgers/${ledger}/match-runs`)).items).toEqual([]);
  });

  test('whose run is being applied cancels the run', async () => {
    await enqueueMatch();
    const job = await claimJob(pool, 'test/1/1', books, 'match');
    const run = await runOfThree(1);
    await pool.query('update job set match_run_id = $3 where ledger_id = $1 and id = $2', [books, job?.id, run.id]);
    expect((await post(`/jobs/${String(job?.id)}/cancel`)).status).toBe(202);
    const { body } = await api.get(`/v1/ledgers/${ledger}/match-runs/${run.id}`);
    expect(body).toMatchObject({ state: 'cancelled' });
  });

  test('that publishes is left alone', async () => {
    await inLedger(pool, books, (tx) => enqueue(tx, books, 'publish', 'all'));
    const [job] = (await api.getPage(`/v1/ledgers/${ledger}/jobs?queue=publish&state=waiting`)).items;
    const { body } = await post(`/jobs/${String(job?.['id'])}/cancel`);
    expect(body).toMatchObject({ code: 'ledger.job_not_cancellable' });
  });
});

test('matching is asked for in one currency', async () => {
  expect((await post('/match-runs?currency=USD')).body).toEqual({ currencies: [] });
  expect((await post('/match-runs?currency=EUR')).body).toEqual({ currencies: ['EUR'] });
  expect((await post('/match-runs?currency=XQX')).body).toMatchObject({ code: 'api.request_invalid' });
  expect(await jobs()).toHaveLength(1);
});

const dataOf = (payload: string): readonly Record<string, unknown>[] =>
  [...payload.matchAll(/^data: (?<data>\{.+\})$/gm)].map(
    ({ groups }) => JSON.parse(groups?.['data'] ?? '') as Record<string, unknown>,
  );

describe('who follows matching', () => {
  test('is told at once of a run that is applied', async () => {
    const run = await runOfThree(3);
    const { headers, payload } = await follow(`${run.id}/progress`);
    expect(headers['content-type']).toBe('text/event-stream');
    expect(payload).toMatch(/^event: progress\n.*\n\nevent: end\ndata: \{\}\n\n$/);
    expect(dataOf(payload)).toMatchObject([{ state: 'applied', chunkCount: 3, appliedChunkCount: 3, appliedCount: 3 }]);
    expect((await follow('00000000-0000-8000-8000-000000000000/progress')).statusCode).toBe(404);
  });

  test('hears of each step from waiting to the end', async () => {
    await enqueueMatch();
    const followed = follow('progress?currency=EUR');
    await toldFirst();
    const job = await claimJob(pool, 'test/1/1', books, 'match');
    await toldFirst();
    const run = await runOfThree(1);
    await pool.query('update job set match_run_id = $3 where ledger_id = $1 and id = $2', [books, job?.id, run.id]);
    await toldFirst();
    await applyAll(run.id);
    await pool.query('delete from job where ledger_id = $1', [books]);
    const { payload } = await followed;
    // Between two looks some chunks may have been applied: `applying` is told once or several times.
    const states = [...new Set(dataOf(payload).map(({ state }) => state))];
    expect(states).toEqual(['waiting', 'deciding', 'applying', 'applied']);
    expect(payload).toContain('event: end');
  });

  test('where nothing is asked for is told so', async () => {
    expect(dataOf((await follow('progress?currency=EUR')).payload)).toMatchObject([{ state: 'idle', runId: null }]);
  });

  test('hears no end when the service stops, and is one of a few', async () => {
    const other = await openApi(pool);
    await enqueueMatch();
    const url = `/v1/ledgers/${ledger}/match-runs/progress?currency=EUR`;
    const followed = Array.from({ length: 16 }, () => other.app.inject({ url }));
    await toldFirst();
    expect((await other.app.inject({ url })).json()).toMatchObject({ code: 'api.streams_busy', status: 503 });
    await other.app.close();
    for (const { payload } of await Promise.all(followed)) {
      expect(dataOf(payload)).toMatchObject([{ state: 'waiting' }]);
      expect(payload).not.toContain('event: end');
    }
  });
});

/** Longer than the stream pauses. */
const toldFirst = () => new Promise((resolve) => setTimeout(resolve, 1_500));

async function applyAll(runId: MatchRunId): Promise<void> {
  for (const index of [0, 1, 2]) await applyChunk(pool, books, runId, index, act);
}
