/** Another setting, tried on nights that are over. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { carryOut } from '../../src/ledger/commands/carry-out.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { backTestSetting, type BackTestAsked } from '../../src/workers/jobs/back-test.ts';
import { calibrateLedger } from '../../src/workers/jobs/calibrate-ledger.ts';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { matchDue } from '../../src/workers/work-queue.ts';
import { act, enterItems, euros, openBooks, publishPayments, readNames, type PaymentSpec } from '../support/books.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { dumpDatabase, firstDifference } from '../support/dump.ts';
import { testContext } from '../support/work.ts';

const { currency } = euros('1.00');
let database: TestDatabase;
let threads: Threads;
let books: LedgerId;
const account = 'BACKTEST1';
const oneInTenThousand = { wrong: 1, of: 10_000 };

const context = () => testContext(database, threads);
const backTest = (asked: Partial<BackTestAsked>) =>
  backTestSetting(context(), books, { currency, runCount: 10, withoutRules: [], budget: null, ...asked });

const from = (customer: string, name: string, amount: string, text: string, bookedOn: string): PaymentSpec => ({
  name,
  amount,
  bookedOn,
  from: `Customer ${customer}`,
  text,
});

/** Two nights: three payments that name their invoice, one that pays a part, one that says nothing. */
beforeAll(async () => {
  database = await createTestDatabase('backtest');
  threads = openThreads(1);
  books = await openBooks(database.pool, account, account);
  await enterItems(database.pool, books, [
    { number: 'FA2026-0101', customer: 'Alba', amount: '100.00' },
    { number: 'FA2026-0102', customer: 'Bruno', amount: '200.00' },
    { number: 'FA2026-0103', customer: 'Carla', amount: '300.00' },
    { number: 'FA2026-0104', customer: 'Carla', amount: '400.00' },
  ]);
  const night = async (opening: string, closedOn: string, payments: readonly PaymentSpec[]) => {
    await publishPayments(
      database.pool,
      books,
      { account, content: `${account} ${closedOn}`, opening, closedOn },
      payments,
    );
    await matchDue(context(), books);
  };
  await night('0.00', '2026-03-02', [
    from('Alba', 'A', '100.00', 'FACTURE FA2026-0101', '2026-03-02'),
    from('Bruno', 'B', '200.00', 'FACTURE FA2026-0102', '2026-03-02'),
    from('Nobody', 'nothing', '12.34', 'VIREMENT', '2026-03-02'),
  ]);
  await night('312.34', '2026-03-03', [
    from('Carla', 'C', '300.00', 'FACTURE FA2026-0103', '2026-03-03'),
    from('Carla', 'part', '150.00', 'ACOMPTE FACTURE FA2026-0104', '2026-03-03'),
  ]);
});
afterAll(async () => {
  await threads.close();
  await database.drop();
});

/** What a person who takes a letter back will write. */
/** As a clerk takes it back. */
async function undo(payment: string): Promise<void> {
  const { rows } = await inLedger(database.pool, books, (tx) =>
    tx.query<{ postingId: string }>(
      `select id as "postingId" from posting where source = 'application'
         and payment_id = (select id from payment where end_to_end_id = $1)`,
      [payment],
    ),
  );
  const request = { postingId: rows[0]?.postingId ?? '' };
  const command = { id: randomUUID(), kind: 'reverse_posting', request, reason: 'wrong customer' } as const;
  await carryOut(database.pool, books, command, act);
}

test('the setting of today applies what it applied, and writes nothing', async () => {
  const before = await dumpDatabase(database.adminUrl);
  expect(await backTest({})).toEqual({
    runNumbers: [1, 2],
    paymentCount: 5,
    calibration: null,
    before: { applied: 4, right: 4, wrong: 0, unconfirmed: 0 },
    after: { applied: 4, right: 4, wrong: 0, unconfirmed: 0 },
    caseCount: 0,
    cases: [],
  });
  expect(firstDifference(before, await dumpDatabase(database.adminUrl))).toBeNull();
});

test('a rule that is switched off takes its payments with it, and names them', async () => {
  const names = await readNames(database.pool, books);
  const tested = await backTest({ withoutRules: ['full_reference'] });
  expect(tested).toMatchObject({ before: { applied: 4 }, after: { applied: 1, right: 1 }, caseCount: 3 });
  expect(tested.cases.map(({ paymentId }) => paymentId).toSorted()).toEqual(
    ['A', 'B', 'C'].map((name) => names.payment(name)).toSorted(),
  );
  expect(tested.cases[0]).toMatchObject({
    runNumber: 1,
    before: 'right',
    after: null,
    rule: null,
    reason: 'not_certain',
  });
});

test('only the latest runs are tried when fewer are asked for', async () => {
  expect(await backTest({ runCount: 1 })).toMatchObject({ runNumbers: [2], before: { applied: 2 } });
});

test('a calibration that knows too little leaves the ladder as it is, and says so', async () => {
  expect(await backTest({ runCount: 1, budget: oneInTenThousand })).toMatchObject({
    calibration: { mode: 'shadow', confirmedCount: 2 },
    after: { applied: 2 },
  });
});

test('what was taken back counts as wrong, in the back-test and in the record of its kind', async () => {
  await undo('B');
  const names = await readNames(database.pool, books);
  const tested = await backTest({});
  expect(tested).toMatchObject({ before: { right: 3, wrong: 1 }, after: { right: 3, wrong: 1 }, caseCount: 1 });
  expect(tested.cases[0]).toMatchObject({
    paymentId: names.payment('B'),
    before: 'wrong',
    after: 'wrong',
    rule: 'full_reference',
    documents: ['FA2026-0102'],
  });
  const asked = { budget: oneInTenThousand, mode: 'shadow', beforeRun: null } as const;
  const { mode, confirmedCount, cells } = await calibrateLedger(context(), books, asked);
  expect({ mode, confirmedCount }).toEqual({ mode: 'shadow', confirmedCount: 4 });
  const full = cells.filter(({ rule }) => rule === 'full_reference');
  expect(full.reduce((sum, { right }) => sum + right, 0)).toBe(2);
  expect(full.reduce((sum, { wrong }) => sum + wrong, 0)).toBe(1);
});
