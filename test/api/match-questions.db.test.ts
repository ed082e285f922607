/** Questions about runs that are over, through the API. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { openMatchingQuestions } from '../../src/workers/matching-questions.ts';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { matchDue } from '../../src/workers/work-queue.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { enterItems, openBooks, publishPayments } from '../support/books.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { testContext } from '../support/work.ts';

const base = '/v1/ledgers/FR01/match-runs';
const unknownId = '00000000-0000-8000-8000-000000000000';
let database: TestDatabase;
let threads: Threads;
let api: TestApi;
let runId: string;

beforeAll(async () => {
  database = await createTestDatabase('questions');
  threads = openThreads(1);
  const context = testContext(database, threads);
  const account = 'FR7630006000011234567890189';
  const books: LedgerId = await openBooks(database.pool, 'FR01', account);
  await enterItems(database.pool, books, [{ number: 'FA2026-0101', customer: 'Alba', amount: '100.00' }]);
  const statement = { account, content: 'questions', opening: '0.00', closedOn: '2026-03-02' };
  await publishPayments(database.pool, books, statement, [
    { name: 'A', amount: '100.00', bookedOn: '2026-03-02', from: 'Customer Alba', text: 'FACTURE FA2026-0101' },
    { name: 'B', amount: '12.34', bookedOn: '2026-03-02', from: 'Nobody', text: 'VIREMENT' },
  ]);
  await matchDue(context, books);
  api = await openApi(database.pool, { questions: openMatchingQuestions(context) });
  const { items } = await api.getPage(base);
  runId = String(items[0]?.['id']);
});
afterAll(async () => {
  await api.app.close();
  await threads.close();
  await database.drop();
});

const post = async (url: string, payload?: object) => {
  const response = await api.app.inject({ method: 'POST', url, ...(payload === undefined ? {} : { payload }) });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
};

describe('a replay', () => {
  test('says that the run decides the same again', async () => {
    expect(await post(`${base}/${runId}/replay`)).toEqual({
      status: 200,
      body: {
        matchRunId: runId,
        runNumber: 1,
        engineThen: expect.any(String),
        engineNow: expect.any(String),
        paymentCount: 2,
        hasSameInputs: true,
        isIdentical: true,
        identicalCount: 2,
        differenceCount: 0,
        differences: [],
      },
    });
  });

  test('of no run is a problem document', async () => {
    expect(await post(`${base}/${unknownId}/replay`)).toMatchObject({
      status: 404,
      body: { code: 'ledger.not_found' },
    });
  });

  test('is answered though others ask at the same time', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => post(`${base}/${runId}/replay`)));
    expect(answers.map(({ status, body }) => [status, body['isIdentical']])).toEqual(answers.map(() => [200, true]));
  });
});

describe('a back-test', () => {
  test('tells what a rule was worth', async () => {
    const { status, body } = await post(`${base}/backtest`, { withoutRules: ['full_reference'] });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        runNumbers: [1],
        paymentCount: 2,
        calibration: null,
        before: { applied: 1, right: 1, wrong: 0, unconfirmed: 0 },
        after: { applied: 0, right: 0, wrong: 0, unconfirmed: 0 },
        caseCount: 1,
      },
    });
    expect(body['cases']).toEqual([
      expect.objectContaining({ before: 'right', after: null, reason: 'not_certain', documents: ['FA2026-0101'] }),
    ]);
  });

  test('takes a budget', async () => {
    const { body } = await post(`${base}/backtest`, { budget: { wrong: 1, of: 10_000 }, runCount: 5 });
    expect(body).toMatchObject({ calibration: { mode: 'shadow', confirmedCount: 0 }, after: { applied: 1 } });
  });

  test.each([
    { withoutRules: ['no_such_rule'] },
    { currency: 'EURO' },
    { currency: 'ZZZ' },
    { runCount: 0 },
    { budget: { wrong: 0, of: 10 } },
    { rules: [] },
  ])('refuses %j', async (payload) => {
    expect(await post(`${base}/backtest`, payload)).toMatchObject({
      status: 400,
      body: { code: 'api.request_invalid' },
    });
  });
});

describe('a dry run', () => {
  test('tells what the next run would do of what waits now, and writes nothing', async () => {
    const { status, body } = await post(`${base}/dry-run`, { currency: 'EUR' });
    expect([status, body]).toEqual([
      200,
      {
        currency: 'EUR',
        paymentCount: 1,
        appliedCount: 0,
        reviewCount: 1,
        rules: [],
        reasons: [{ reason: 'no_reference_found', count: 1 }],
      },
    ]);
    expect((await api.getPage(base)).items).toHaveLength(1);
    expect((await post(`${base}/dry-run`, { currency: 'XQX' })).body).toMatchObject({ code: 'api.request_invalid' });
  });

  test('and a back-test speak of the rules that are listed', async () => {
    const { items } = await api.getPage('/v1/ledgers/FR01/match-rules');
    expect(items.length).toBeGreaterThan(5);
    const withoutRules = items.map(({ rule }) => rule);
    const { status } = await post(`${base}/backtest`, { currency: 'EUR', withoutRules });
    expect(status).toBe(200);
  });
});
