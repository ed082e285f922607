/** Reports and notifications (camt.052, camt.054) tell about entries: they detail them, and never add one. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { matchDue } from '../../src/workers/work-queue.ts';
import type { WorkContext } from '../../src/workers/work-context.ts';
import { camt, type TextDay } from '../support/bank-texts.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { dumpDatabase } from '../support/dump.ts';
import { mainAccount as account, openNight, type Night } from '../support/statement-night.ts';
import { testContext } from '../support/work.ts';

let threads: Threads;
let database: TestDatabase;
let context: WorkContext;
let night: Night;

const open = async () => {
  database = await createTestDatabase('reports');
  context = testContext(database, threads);
  night = await openNight(context);
};
beforeAll(() => {
  threads = openThreads(1);
});
afterAll(() => threads.close());
beforeEach(async () => {
  await open();
  return () => database.drop();
});

const day = '2026-03-02';
const batch = [
  { amount: '100.00', endToEndId: 'E2E-1', name: 'Martin SARL' },
  { amount: '70.00', endToEndId: 'E2E-2', name: 'Durand SA' },
  { amount: '-20.00', endToEndId: 'E2E-3', name: 'Petit' },
] as const;
const statementOf = (entries: TextDay['entries']) => camt('053', { account, day, opening: '1000.00', entries });
const notificationOf = (entries: TextDay['entries'], id = 'N1') =>
  camt('054', { account, day, opening: '0.00', entries, id });
const reportOf = (entries: TextDay['entries'], id = 'R1') =>
  camt('052', { account, day, opening: '0.00', entries, id });

const payments = () =>
  night.query<{ side: string; amount: string; name: string | null }>(
    `select side, amount_minor::text as amount, end_to_end_id as name from payment order by entry_id, detail_index`,
  );

/** All but what happened when, and what is to be done: they tell of the order of delivery. */
const books = async () =>
  (await dumpDatabase(database.adminUrl))
    .split(/^-- /m)
    .filter((table) => !/^(audit_|job)/.test(table))
    .join('');

describe.each([
  ['the reference of the bank', { amount: '150.00', reference: 'BANK-77', count: 3 }],
  ['the name of the batch', { amount: '150.00', batch: 'SALARIES-12', count: 3 }],
  ['day and amount', { amount: '150.00' }],
] as const)('a notification found by %s', (_by, bare) => {
  const notification = notificationOf([{ ...bare, details: batch, bookedOn: day }]);
  const statement = statementOf([bare, { amount: '33.00' }]);

  test('details the entry, in both orders, to the same books', async () => {
    expect(await night.send(statement)).toEqual(['published']);
    expect(await night.send(notification)).toEqual(['enriched']);
    const detailed = (await payments()).filter(({ name }) => name !== null);
    expect(detailed.map(({ side, amount, name }) => `${name ?? ''} ${side} ${amount}`).toSorted()).toEqual([
      'E2E-1 credit 10000',
      'E2E-2 credit 7000',
      'E2E-3 debit 2000',
    ]);
    expect([await night.count('entry'), await night.violations()]).toEqual([2, []]);
    const first = await books();
    await database.drop();
    await open();
    expect(await night.send(notification)).toEqual(['enriched']);
    expect(await night.count('entry')).toBe(0);
    expect(await night.send(statement)).toEqual(['published']);
    expect(await books()).toBe(first);
  });
});

test('a report during the day, then the statement, and the other way round: nothing is posted twice', async () => {
  const entry = { amount: '150.00', reference: 'BANK-1' };
  const pending = { amount: '40.00', reference: 'BANK-2', status: 'PDNG' } as const;
  const report = reportOf([{ ...entry, details: [{ ...batch[0], amount: '150.00' }] }, pending]);
  expect(await night.send(report)).toEqual(['enriched']);
  expect([await night.count('entry'), await night.count('reported_entry')]).toEqual([0, 2]);
  expect(await night.send(statementOf([entry]))).toEqual(['published']);
  expect(await payments()).toEqual([{ side: 'credit', amount: '15000', name: 'E2E-1' }]);
  expect(await night.send(report.replace('<MsgId>M', '<MsgId>AGAIN'))).toEqual(['duplicate']);
  expect([await night.count('entry'), await night.violations()]).toEqual([1, []]);
});

test('two equal amounts are not told apart: nothing is linked, and it is said', async () => {
  const twin = { amount: '150.00' };
  expect(await night.send(statementOf([twin, twin]))).toEqual(['published']);
  expect(await night.send(notificationOf([{ ...twin, details: batch }]))).toEqual(['enriched ingest.report_ambiguous']);
  expect([await night.count('entry_report'), await night.count('payment')]).toEqual([0, 2]);
});

test('details that do not make the entry to the cent change nothing', async () => {
  expect(await night.send(statementOf([{ amount: '150.01', reference: 'BANK-77' }]))).toEqual(['published']);
  expect(await night.send(notificationOf([{ amount: '150.00', reference: 'BANK-77', details: batch }]))).toEqual([
    'enriched',
  ]);
  expect([await night.count('entry_report'), await night.count('payment')]).toEqual([0, 1]);
});

test('a payment that was decided on stays as it is, and the report is told', async () => {
  expect(await night.send(statementOf([{ amount: '150.00', reference: 'BANK-77', count: 3 }]))).toEqual(['published']);
  await matchDue(context, night.ledgerId);
  const notification = notificationOf([{ amount: '150.00', reference: 'BANK-77', details: batch }]);
  expect(await night.send(notification)).toEqual(['enriched ingest.payments_kept']);
  const links = await night.query<{ outcome: string }>('select outcome from entry_report');
  expect([links, await night.count('payment')]).toEqual([[{ outcome: 'payments_kept' }], 1]);
  expect(await night.violations()).toEqual([]);
});
