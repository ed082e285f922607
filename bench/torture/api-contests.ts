/**
 * The contests of the ledger, by HTTP: one request ten times at once has one effect and one answer; of two clerks who
 * read the same version one gets a 2xx and the other a 412.
 */
import { randomUUID } from 'node:crypto';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { openApi, type TestApi } from '../../test/support/api.ts';
import type { TestDatabase } from '../../test/support/server-database.ts';
import { openField, rowsOfField, type Field } from './fields.ts';

export type ApiContestsTold = Readonly<{
  contests: number;
  calls: number;
  effects: number;
  /** Contests by how they came out. */
  outcomes: ReadonlyMap<string, number>;
  differences: readonly string[];
}>;

type Contest = (api: TestApi, field: Field, row: number) => Promise<Readonly<{ calls: number; outcome: string }>>;

/** @param repeats - of each request, all at once. */
export const runApiRepeats = (
  database: TestDatabase,
  { runs, repeats = 10 }: Readonly<{ runs: number; repeats?: number }>,
): Promise<ApiContestsTold> =>
  runContests(database, { runs, code: 'AQ', good: '200 once' }, async (api, field, row) => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: repeats }, () => settle(api, field, row, '0.30', key)));
    const kinds = new Set(answers.map(({ statusCode, payload }) => `${statusCode} ${payload}`));
    const [only = ''] = kinds;
    return { calls: repeats, outcome: kinds.size === 1 ? `${only.slice(0, 3)} once` : [...kinds].join(' | ') };
  });

/** Two requests with keys of their own and the same `If-Match`. */
export const runApiRaces = (database: TestDatabase, { runs }: Readonly<{ runs: number }>): Promise<ApiContestsTold> =>
  runContests(database, { runs, code: 'AR', good: '200 + 412' }, async (api, field, row) => {
    const clerks = ['0.30', '0.40'].map((amount) => settle(api, field, row, amount, randomUUID()));
    const statuses = (await Promise.all(clerks)).map(({ statusCode }) => statusCode);
    return { calls: 2, outcome: statuses.toSorted((a, b) => a - b).join(' + ') };
  });

const settle = (api: TestApi, { names, code }: Field, row: number, amount: string, key: string) =>
  api.app.inject({
    method: 'POST',
    url: `/v1/ledgers/${code}/payments/${names.payment(`P-${row}`)}/settle`,
    headers: { 'idempotency-key': key, 'if-match': '"1"' },
    payload: {
      reason: 'a contest',
      parts: [{ use: 'items', lines: [{ openItemId: names.item(`A-${row}`), residual: '5.00', cleared: amount }] }],
    },
  });

async function runContests(
  { pool }: TestDatabase,
  { runs, code, good }: Readonly<{ runs: number; code: string; good: string }>,
  contest: Contest,
): Promise<ApiContestsTold> {
  const api = await openApi(pool);
  const outcomes = new Map<string, number>();
  const differences: string[] = [];
  let [calls, effects] = [0, 0];
  for (let begun = 0; begun < runs; begun += rowsOfField) {
    const field = await openField(pool, `${code}${begun}`);
    const rows = Math.min(rowsOfField, runs - begun);
    for (let row = 0; row < rows; row += 1) {
      const told = await contest(api, field, row);
      calls += told.calls;
      outcomes.set(told.outcome, (outcomes.get(told.outcome) ?? 0) + 1);
    }
    const { violations } = await verifyLedger(pool, field.ledgerId);
    differences.push(...violations.map((violation) => JSON.stringify(violation)));
    effects += await effectsIn(pool, field);
  }
  await api.app.close();
  if (effects !== runs) differences.push(`${runs} contests had ${effects} effects`);
  for (const [outcome, count] of outcomes)
    if (outcome !== good) differences.push(`${count} contests came out as ${outcome}`);
  return { contests: runs, calls, effects, outcomes, differences };
}

async function effectsIn(pool: TestDatabase['pool'], { ledgerId }: Field): Promise<number> {
  const { rows } = await inLedger(pool, ledgerId, (tx) =>
    tx.query<{ count: number }>(`select count(*)::int as count from posting where source = 'command'`),
  );
  return rows[0]?.count ?? 0;
}
