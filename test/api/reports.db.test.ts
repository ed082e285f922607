/** Reports by HTTP, against figures that were worked out by hand. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Command, CommandKind, CommandRequests } from '../../src/domain/command.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { carryOut } from '../../src/ledger/commands/carry-out.ts';
import { customerIdOf } from '../../src/ledger/commands/import-customers.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { enterItems, openBooks, publishPayments, readNames, runDecisions, type Names } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('api_reports');
const base = '/v1/ledgers/FR01/reports';
const eur = (value: string) => ({ value, currency: 'EUR' });
const at = (count: number, value: string) => ({ count, amount: eur(value) });
let api: TestApi;
let books: LedgerId;
let names: Names;

const on = (day: string) => ({ actor: 'claire', now: new Date(`2026-03-${day}T10:00:00.000Z`) });
const ask = <Kind extends CommandKind>(kind: Kind, request: CommandRequests[Kind], day: string) =>
  carryOut(database.pool, books, { id: randomUUID(), kind, request, reason: 'agreed' } as Command, on(day));

/**
 * Of five payments in, a run applies two, one of which is taken back and left; a person settles one; one is put on account
 * and one waits. Documents are issued 30 days before they are due.
 */
beforeAll(async () => {
  const { pool } = database;
  books = await openBooks(pool, 'FR01', 'ACCOUNT1');
  const items = [
    { number: 'F-1', customer: 'C1', amount: '100.00', due: '2026-03-05' },
    { number: 'F-2', customer: 'C1', amount: '200.00', due: '2026-03-31' },
    { number: 'F-3', customer: 'C2', amount: '300.00', due: '2026-02-28' },
    { number: 'F-4', customer: 'C2', amount: '400.00', due: '2026-01-30' },
    { number: 'F-5', customer: 'C2', amount: '500.00', due: '2026-04-15' },
    { number: 'N-1', customer: 'C2', amount: '60.00', kind: 'credit_note' as const, due: '2026-04-20' },
    { number: 'D-1', customer: 'C2', amount: '70.00', currency: 'USD', due: '2026-03-30' },
  ];
  await enterItems(pool, books, items, on('01'));
  const statement = { account: 'ACCOUNT1', content: 'one', opening: '0.00', closedOn: '2026-03-30' };
  const payments = [
    { name: 'P-100', amount: '100.00', bookedOn: '2026-03-02' },
    { name: 'P-300', amount: '300.00', bookedOn: '2026-03-20' },
    { name: 'P-400', amount: '400.00', bookedOn: '2026-03-21' },
    { name: 'P-50', amount: '50.00', bookedOn: '2026-03-22' },
    { name: 'P-9', amount: '9.00', bookedOn: '2026-03-30' },
    { name: 'P-out', amount: '8.00', bookedOn: '2026-03-30', side: 'debit' as const },
  ];
  await publishPayments(pool, books, statement, payments, on('01'));
  const applied = (payment: string, item: string, customer: string, amount: string) => ({
    payment,
    item,
    customer,
    amount,
    reason: null,
  });
  const decisions = [applied('P-100', 'F-1', 'C1', '100.00'), applied('P-300', 'F-3', 'C2', '300.00')];
  await runDecisions(pool, books, decisions, { by: on('10') });
  names = await readNames(pool, books);
  const { rows } = await inLedger(pool, books, (tx) =>
    tx.query<{ id: string }>('select posting_id as id from allocation where payment_id = $1', [names.payment('P-300')]),
  );
  await ask('reverse_posting', { postingId: rows[0]?.id ?? '' }, '12');
  const line = { openItemId: names.item('F-4'), residual: '400.00', cleared: '400.00' };
  const settled = { paymentId: names.payment('P-400'), version: 1, parts: [{ use: 'items' as const, lines: [line] }] };
  await ask('settle_payment', settled, '14');
  const onAccount = { use: 'on_account', customerId: customerIdOf(books, 'C2'), amount: '50.00' } as const;
  await ask('settle_payment', { paymentId: names.payment('P-50'), version: 1, parts: [onAccount] }, '20');
  // A file arrives when its test says: on the 31st of March. Here it came with the night of the first.
  await database.ownerPool.query(`begin; set local app.ledger_id = ${books};
    update statement_file_arrival set arrived_at = '2026-03-01T10:00:00Z'; commit`);
  api = await openApi(pool);
});
afterAll(async () => {
  await api.app.close();
  await database.drop();
});

const report = async (path: string): Promise<unknown> => {
  const { status, body } = await api.get(`${base}${path}`);
  expect([status, body]).toEqual([200, body]);
  return body;
};

describe('the aged balance', () => {
  test('has what is owed by days past due, with its totals', async () => {
    expect(await report('/aged-balance')).toEqual({
      day: '2026-03-31',
      buckets: [30, 60, 90],
      totals: [
        {
          notDue: eur('700.00'),
          pastDue: ['0.00', '300.00', '0.00', '0.00'].map(eur),
          owed: eur('1000.00'),
          credits: eur('60.00'),
          onAccount: eur('50.00'),
        },
        expect.objectContaining({ owed: { value: '70.00', currency: 'USD' } }),
      ],
      suspense: [eur('301.00')],
      items: [
        expect.objectContaining({ customer: expect.objectContaining({ code: 'C1' }), owed: eur('200.00') }),
        expect.objectContaining({ customer: expect.objectContaining({ code: 'C2' }), owed: eur('800.00') }),
        expect.objectContaining({
          pastDue: ['70.00', '0.00', '0.00', '0.00'].map((value) => ({ value, currency: 'USD' })),
        }),
      ],
      next: null,
    });
  });

  test('in pages has the same rows, and the totals on each', async () => {
    const whole = (await report('/aged-balance')) as { items: unknown[]; totals: unknown[] };
    const rows: unknown[] = [];
    for (let after: string | null = ''; after !== null;) {
      const query: string = after === '' ? '' : `&after=${after}`;
      const page = (await report(`/aged-balance?limit=1${query}`)) as typeof whole & { next: string | null };
      expect(page.totals).toEqual(whole.totals);
      rows.push(...page.items);
      after = page.next;
    }
    expect(rows).toEqual(whole.items);
  });

  test('has other buckets, and is as it was known', async () => {
    const pastDue = async (query: string) =>
      (
        (await report(`/aged-balance?${query}`)) as { totals: readonly { pastDue: { value: string }[] }[] }
      ).totals[0]?.pastDue.map(({ value }) => value);
    expect(await pastDue('buckets=10,40')).toEqual(['0.00', '300.00', '0.00']);
    expect(await pastDue('asOf=2026-03-09')).toEqual(['400.00', '400.00', '0.00', '0.00']);
    expect(await pastDue('asOf=2026-03-11')).toEqual(['0.00', '400.00', '0.00', '0.00']);
    for (const buckets of ['60,30', '0', '30,30', 'x', ''])
      expect((await api.get(`${base}/aged-balance?buckets=${buckets}`)).body).toMatchObject({
        code: 'api.request_invalid',
      });
  });

  test('is told document by document', async () => {
    const documents = async (query: string) =>
      ((await report(`/aged-balance/documents?${query}`)) as { items: readonly Record<string, unknown>[] }).items.map(
        ({ documentNumber, daysPastDue, bucket }) => [documentNumber, daysPastDue, bucket],
      );
    const all = [
      ['F-3', 31, 2],
      ['D-1', 1, 1],
      ['F-2', 0, 0],
      ['F-5', -15, 0],
    ];
    expect(await documents('')).toEqual(all);
    expect(await documents('bucket=2')).toEqual([['F-3', 31, 2]]);
    expect(await documents('customer=C1')).toEqual([['F-2', 0, 0]]);
    expect(await documents('asOf=2026-03-11&bucket=2')).toEqual([['F-4', 40, 2]]);
    const first = await api.getPage(`${base}/aged-balance/documents?limit=3`);
    const last = await api.getPage(`${base}/aged-balance/documents?limit=3&after=${first.next}`);
    expect([first.items.length, last.items.length, last.next]).toEqual([3, 1, null]);
  });
});

test('unapplied cash is told by kind and age', async () => {
  expect(await report('/unapplied-cash')).toEqual({
    day: '2026-03-31',
    ages: [7, 30, 90],
    items: [
      { kind: 'money_in', ...at(2, '309.00'), byAge: [at(1, '9.00'), at(1, '300.00'), at(0, '0.00'), at(0, '0.00')] },
      { kind: 'money_out', ...at(1, '8.00'), byAge: [at(1, '8.00'), at(0, '0.00'), at(0, '0.00'), at(0, '0.00')] },
      { kind: 'on_account', ...at(1, '50.00'), byAge: [at(0, '0.00'), at(1, '50.00'), at(0, '0.00'), at(0, '0.00')] },
    ].toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind)),
  });
});
const order = ['money_in', 'money_out', 'on_account'];

describe('matching rates', () => {
  test('tell what runs applied alone, what was taken back, and how long it took', async () => {
    expect(await report('/matching?from=2026-03-01&to=2026-03-31')).toEqual({
      from: '2026-03-01',
      to: '2026-03-31',
      received: at(5, '859.00'),
      automatic: at(1, '100.00'),
      byPersons: at(2, '450.00'),
      waiting: at(2, '309.00'),
      appliedByRuns: at(2, '400.00'),
      takenBackOfRuns: at(1, '300.00'),
      settledByPersons: at(2, '450.00'),
      takenBackOfPersons: at(0, '0.00'),
      automaticPpm: 200_000,
      automaticAmountPpm: 116_414,
      precisionPpm: 500_000,
      reversalOfRunsPpm: 500_000,
      reversalOfPersonsPpm: 0,
      timeToApply: {
        all: { count: 3, medianSeconds: 13 * 86_400, p90Seconds: 19 * 86_400 },
        automatic: { count: 1, medianSeconds: 9 * 86_400, p90Seconds: 9 * 86_400 },
        byPersons: { count: 2, medianSeconds: 13 * 86_400, p90Seconds: 19 * 86_400 },
      },
    });
  });

  test('of a period without payments are nothing, and of more than a year are not told', async () => {
    expect(await report('/matching?from=2025-01-01&to=2025-12-31')).toMatchObject({
      received: at(0, '0.00'),
      automaticPpm: null,
      precisionPpm: null,
      timeToApply: { all: { count: 0, medianSeconds: null } },
    });
    const { body } = await api.get(`${base}/matching?from=2025-01-01&to=2026-12-31`);
    expect(body).toMatchObject({ code: 'api.request_invalid' });
  });
});

test('days of sales outstanding count back over the months', async () => {
  // Owed: F-2, F-3, F-5 less N-1. Sold in March: F-2, F-5 less N-1; in February F-1; in January F-3; in December F-4.
  // 940 - 640 - 100 leaves 200, which is 200 / 300 of January.
  expect(await report('/days-sales-outstanding')).toMatchObject({
    day: '2026-03-31',
    owed: eur('940.00'),
    uncovered: eur('0.00'),
    days: '79.7',
    months: [
      { month: '2026-03', sales: eur('640.00'), days: 31, counted: '31.0' },
      { month: '2026-02', sales: eur('100.00'), days: 28, counted: '28.0' },
      { month: '2026-01', sales: eur('300.00'), days: 31, counted: '20.7' },
    ],
  });
});

test('the night is told from a day on', async () => {
  expect(await report('/night?from=2026-03-30')).toMatchObject({
    statements: [{ account: 'ACCOUNT1', closing: eur('851.00'), entryCount: 6 }],
    missingNumbers: [],
    files: [],
    payments: [
      { side: 'credit', count: 1, amount: eur('9.00') },
      { side: 'debit', count: 1, amount: eur('8.00') },
    ],
    items: [{ openCount: 5, open: eur('890.00') }, { open: { value: '70.00', currency: 'USD' } }],
  });
  expect(await report('/night?from=2026-03-31')).toMatchObject({ statements: [], payments: [] });
});
