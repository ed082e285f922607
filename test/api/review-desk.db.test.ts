/** The review queue as people share it: filters, sorts, claims, assignments, and what is suggested for one payment. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { createApiKey } from '../../src/ledger/commands/api-keys.ts';
import { customerIdOf } from '../../src/ledger/commands/import-customers.ts';
import { registerBankAccount } from '../../src/ledger/commands/register-bank-account.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { openApi, type TestApi } from '../support/api.ts';
import {
  act,
  enterItems,
  euros,
  openBooks,
  publishPayments,
  readNames,
  runDecisions,
  type Names,
} from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('desk');
const { pool } = database;
const queue = '/v1/ledgers/FR01/review-queue';
let api: TestApi;
let books: LedgerId;
let names: Names;
let passedMs = 0;
const keyOf = new Map<string, string>();

beforeAll(async () => {
  books = await openBooks(pool, 'FR01', 'MAIN');
  const other = { identifier: 'SECOND', currency: euros('1').currency, name: 'Second', glAccount: '512200' };
  await registerBankAccount(pool, books, other, act);
  await enterItems(pool, books, [
    { number: 'F-1', customer: 'C1', amount: '100.00', due: '2026-03-20' },
    { number: 'F-2', customer: 'C2', amount: '250.00' },
  ]);
  await publishPayments(pool, books, { account: 'MAIN', content: 'main', opening: '0.00', closedOn: '2026-03-30' }, [
    { name: 'p1', amount: '100.00', bookedOn: '2026-03-28', from: 'Anna Martin', text: 'facture F-1 50% payée' },
    { name: 'p2', amount: '250.00', bookedOn: '2026-03-29', from: 'Martin Frères', text: 'F_2' },
    { name: 'p3', amount: '9.50', bookedOn: '2026-03-30', text: 'no idea' },
  ]);
  const second = { account: 'SECOND', content: 'second', opening: '0.00', closedOn: '2026-03-27' };
  await publishPayments(pool, books, second, [
    { name: 'rent', amount: '700.00', side: 'debit', bookedOn: '2026-03-27' },
  ]);
  await runDecisions(pool, books, [
    { payment: 'p1', amount: '100.00', customer: 'C1', item: 'F-1', reason: 'not_certain' },
    { payment: 'p2', amount: '250.00', customer: 'C2', item: 'F-2', reason: 'payer_is_other_customer' },
    { payment: 'p3', amount: '9.50', customer: 'C1', item: null, reason: 'no_reference_found' },
    { payment: 'rent', amount: '700.00', customer: 'C1', item: null, reason: 'outgoing_payment' },
  ]);
  names = await readNames(pool, books);
  for (const actor of ['anna', 'paul']) {
    const { key } = await createApiKey(pool, { actor, role: 'clerk', ledgerId: books, days: 1 }, act);
    keyOf.set(actor, key);
  }
  api = await openApi(pool, {
    access: { kind: 'authenticated', verifyToken: null },
    now: () => new Date(act.now.getTime() + passedMs),
  });
});
afterAll(async () => {
  await api.app.close();
  expect((await verifyLedger(pool, books)).violations).toEqual([]);
  await database.drop();
});

type Listed = Readonly<{ payment: { endToEndId: string } } & Record<string, unknown>>;

const asking = async (actor: string, method: 'GET' | 'PUT' | 'DELETE', url: string, payload?: object) => {
  const headers = { authorization: `Bearer ${keyOf.get(actor) ?? ''}` };
  const answer = await api.app.inject({ method, url, headers, ...(payload !== undefined && { payload }) });
  return { status: answer.statusCode, body: answer.payload === '' ? null : answer.json<Record<string, unknown>>() };
};
const page = async (query: string) => {
  const { status, body } = await asking('anna', 'GET', `${queue}?${query}`);
  expect([query, status]).toEqual([query, 200]);
  return body as unknown as { items: readonly Listed[]; next: string | null };
};
const namesOf = async (query: string) => (await page(query)).items.map(({ payment }) => payment.endToEndId);
const of = (name: string) => `${queue}/${names.payment(name)}`;

describe('the queue', () => {
  test.each([
    ['', ['rent', 'p1', 'p2', 'p3']],
    ['reason=no_reference_found', ['p3']],
    ['side=debit', ['rent']],
    ['bankAccount=SECOND', ['rent']],
    ['bankAccount=MAIN', ['p1', 'p2', 'p3']],
    ['bankAccount=NONE', []],
    ['currency=USD', []],
    ['currency=EUR&amountFrom=100.00&amountTo=250.00', ['p1', 'p2']],
    ['currency=EUR&amountFrom=100.01', ['rent', 'p2']],
    ['bookedFrom=2026-03-28&bookedTo=2026-03-29', ['p1', 'p2']],
    ['ageFrom=3', ['rent', 'p1']],
    ['ageTo=2', ['p2', 'p3']],
    ['ageTo=2&bookedFrom=2026-03-01&ageFrom=2', ['p2']],
    ['text=martin', ['p1', 'p2']],
    ['text=FACTURE%20anna', ['p1']],
    ['text=50%25', ['p1']],
    ['text=F_', ['p2']],
    ['text=%5C', []],
    ['isClaimed=true', []],
    ['isClaimed=false&side=credit', ['p1', 'p2', 'p3']],
    ['isAssigned=true', []],
    ['assignee=paul', []],
    ['sort=age&order=ascending', ['p3', 'p2', 'p1', 'rent']],
    ['sort=bookingDate&order=descending', ['p3', 'p2', 'p1', 'rent']],
    ['sort=amount&currency=EUR', ['rent', 'p2', 'p1', 'p3']],
    ['sort=amount&currency=EUR&order=ascending', ['p3', 'p1', 'p2', 'rent']],
  ])('filtered and sorted by %s', async (query, expected) => {
    expect(await namesOf(query)).toEqual(expected);
    const { sort: _sort, order: _order, ...filters } = Object.fromEntries(new URLSearchParams(query));
    const { body } = await asking('anna', 'GET', `${queue}/counts?${new URLSearchParams(filters).toString()}`);
    expect(body).toMatchObject({ paymentCount: expected.length, isComplete: true });
  });

  test('is filtered by the customer of the best suggestion', async () => {
    const id = customerIdOf(books, 'C1');
    expect(await namesOf(`customerId=${id}`)).toEqual(['p1']);
  });

  test.each(['amount', 'age'])('sorted by %s goes on where a page ended', async (sort) => {
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { items, next } = await page(`sort=${sort}&currency=EUR&limit=1${after}`);
      seen.push(...items.map(({ payment }) => payment.endToEndId));
      if (next === null) break;
      after = `&after=${next}`;
    }
    expect(seen).toEqual(await namesOf(`sort=${sort}&currency=EUR`));
    expect(seen).toHaveLength(4);
  });

  test.each(['sort=amount', 'amountFrom=5', 'amountTo=5'])(
    'compares amounts within one currency: %s',
    async (query) => {
      const { status, body } = await asking('anna', 'GET', `${queue}?${query}`);
      expect([status, body?.['code']]).toEqual([400, 'api.currency_missing']);
    },
  );

  test('shows what a clerk needs at a glance', async () => {
    const [p1] = (await page('reason=not_certain')).items;
    expect(p1).toMatchObject({
      payment: { version: 2, unapplied: { value: '100.00', currency: 'EUR' } },
      bankAccount: { identifier: 'MAIN', name: 'Main' },
      ageDays: 3,
      claim: null,
      assignment: null,
      suggestions: [
        {
          index: 0,
          cell: 'named full exact none',
          customer: { code: 'C1', name: 'Customer C1' },
          documents: ['F-1'],
          lineCount: 1,
          writeOff: null,
          unapplied: '0.00',
        },
      ],
      failedGates: ['not_certain'],
    });
  });
});

describe('a claim', () => {
  test('is for two minutes, renewed, taken over and let go', async () => {
    const claim = `${of('p1')}/claim`;
    const until = (ms: number) => new Date(act.now.getTime() + ms).toISOString();
    expect(await asking('anna', 'PUT', claim)).toEqual({
      status: 200,
      body: { actor: 'anna', claimedUntil: until(120_000) },
    });
    expect((await asking('paul', 'PUT', claim)).body).toMatchObject({
      code: 'ledger.payment_claimed',
      status: 409,
      details: { actor: 'anna', claimedUntil: until(120_000) },
    });
    passedMs = 60_000;
    expect((await asking('anna', 'PUT', claim)).body).toMatchObject({ claimedUntil: until(180_000) });
    expect(await namesOf('isClaimed=true')).toEqual(['p1']);
    expect((await page('isClaimed=true')).items[0]).toMatchObject({ claim: { actor: 'anna' } });
    expect((await asking('paul', 'PUT', `${claim}?takeOver=true`)).body).toMatchObject({ actor: 'paul' });
    expect((await asking('anna', 'DELETE', claim)).status).toBe(204);
    expect((await page('isClaimed=true')).items[0]).toMatchObject({ claim: { actor: 'paul' } });
    passedMs = 60_000 + 120_000;
    expect(await namesOf('isClaimed=true')).toEqual([]);
    expect((await asking('anna', 'PUT', claim)).body).toMatchObject({ actor: 'anna' });
    expect((await asking('anna', 'DELETE', claim)).status).toBe(204);
    expect(await namesOf('isClaimed=true')).toEqual([]);
  });

  test('is of a payment that waits', async () => {
    const unknown = '00000000-0000-8000-8000-000000000000';
    expect((await asking('anna', 'PUT', `${queue}/${unknown}/claim`)).body).toMatchObject({ code: 'ledger.not_found' });
    await publishPayments(
      pool,
      books,
      { account: 'MAIN', content: 'later', opening: '359.50', closedOn: '2026-03-31' },
      [{ name: 'new', amount: '1.00', bookedOn: '2026-03-31' }],
    );
    names = await readNames(pool, books);
    const { status, body } = await asking('anna', 'PUT', `${of('new')}/claim`);
    expect([status, body?.['code']]).toEqual([409, 'ledger.payment_not_queued']);
  });
});

test('a colleague is asked, which the audit chain tells once', async () => {
  const assignment = `${of('p2')}/assignment`;
  const question = 'Is this the retention of the Lyon site?';
  for (let time = 0; time < 2; time += 1)
    expect((await asking('anna', 'PUT', assignment, { assignee: 'paul', question })).status).toBe(204);
  expect(await namesOf('assignee=paul')).toEqual(['p2']);
  expect(await namesOf('isAssigned=false')).toEqual(['rent', 'p1', 'p3']);
  expect((await page('assignee=paul')).items[0]).toMatchObject({
    assignment: { assignee: 'paul', question, assignedBy: 'anna' },
  });
  expect((await asking('paul', 'PUT', assignment, { assignee: null })).status).toBe(204);
  expect(await namesOf('isAssigned=true')).toEqual([]);
  const { rows } = await inLedger(pool, books, (tx) =>
    tx.query<{ event: { actor: string; details: unknown } }>(
      `select body::json as event from audit_event where body::json ->> 'type' = 'payment.assigned' order by sequence`,
    ),
  );
  expect(rows.map(({ event: { actor, details } }) => [actor, details])).toEqual([
    ['anna', { assignee: 'paul', question }],
    ['paul', { assignee: null, question: null }],
  ]);
});

describe('what is suggested for a payment', () => {
  const payment = (name: string) => `/v1/ledgers/FR01/payments/${names.payment(name)}`;

  test('is shown with its arithmetic and whether it still holds', async () => {
    const { body } = await asking('anna', 'GET', `${payment('p1')}/proposals`);
    const euro = (value: string) => ({ value, currency: 'EUR' });
    expect(body).toMatchObject({
      payment: { remittance: ['facture F-1 50% payée'] },
      run: { runNumber: 1 },
      failedGates: ['not_certain'],
      proposals: [
        {
          index: 0,
          isStanding: true,
          customer: { code: 'C1' },
          arithmetic: {
            paid: euro('100.00'),
            debits: euro('100.00'),
            credits: euro('0.00'),
            writtenOff: euro('0.00'),
            leftOver: euro('0.00'),
          },
          items: [{ residual: euro('100.00'), disputed: euro('0.00'), dueDate: '2026-03-20' }],
          proposal: { rivals: 0, evidence: [{ kind: 'item_named', found: { line: 0 } }, { kind: 'amount_equal' }] },
        },
      ],
    });
    await enterItems(pool, books, [
      { number: 'F-1', customer: 'C1', amount: '100.00', residual: '40.00', due: '2026-03-20' },
    ]);
    const { body: later } = await asking('anna', 'GET', `${payment('p1')}/proposals`);
    expect(later).toMatchObject({ proposals: [{ isStanding: false, items: [{ residual: euro('40.00') }] }] });
  });

  test('is nothing before a run has looked', async () => {
    const { body } = await asking('anna', 'GET', `${payment('new')}/proposals`);
    expect(body).toMatchObject({ run: null, proposals: [] });
    expect((await asking('anna', 'GET', `${payment('new')}/certificate`)).body).toMatchObject({
      code: 'ledger.not_found',
    });
  });

  test('comes with the certificate in full', async () => {
    const { body } = await asking('anna', 'GET', `${payment('p2')}/certificate`);
    expect(body).toMatchObject({
      run: { runNumber: 1, decidedAt: act.now.toISOString() },
      certificate: { form: 'lettrage.certificate/2', reason: 'payer_is_other_customer', chosen: { points: 90 } },
    });
  });
});
