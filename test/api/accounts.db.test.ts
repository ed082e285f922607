/** A customer's account by HTTP: documents, payments, letters and postings, as they are and as they were known. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Command, CommandKind, CommandRequests } from '../../src/domain/command.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { carryOut } from '../../src/ledger/commands/carry-out.ts';
import { customerIdOf } from '../../src/ledger/commands/import-customers.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { enterItems, openBooks, publishPayments, readNames, runDecisions, type Names } from '../support/books.ts';
import { answered } from '../support/clerk.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('api_accounts');
const base = '/v1/ledgers/FR01';
const eur = (value: string) => ({ value, currency: 'EUR' });
let api: TestApi;
let books: LedgerId;
let names: Names;
let reversed = '';
let customer = '';

const on = (day: string) => ({ actor: 'claire', now: new Date(`2026-03-${day}T10:00:00.000Z`) });
const ask = <Kind extends CommandKind>(kind: Kind, request: CommandRequests[Kind], day: string) =>
  carryOut(database.pool, books, { id: randomUUID(), kind, request, reason: 'agreed' } as Command, on(day));

/**
 * F-1 is paid by a run on the 10th, in full. F-2 is paid in part by a person on the 20th, which is taken back on the 25th.
 * N-1 clears a part of F-3 on the 26th. P-5 is put on account on the 27th.
 */
beforeAll(async () => {
  const { pool } = database;
  books = await openBooks(pool, 'FR01', 'ACCOUNT1');
  const items = [
    { number: 'F-1', customer: 'C1', amount: '100.00', due: '2026-03-05' },
    { number: 'F-2', customer: 'C1', amount: '200.00', due: '2026-03-31' },
    { number: 'F-3', customer: 'C1', amount: '50.00', due: '2026-02-27' },
    { number: 'N-1', customer: 'C1', amount: '20.00', kind: 'credit_note' as const },
    { number: 'G-1', customer: 'C2', amount: '70.00', due: '2026-04-30' },
  ];
  await enterItems(pool, books, items, on('01'));
  const statement = { account: 'ACCOUNT1', content: 'one', opening: '0.00', closedOn: '2026-03-10' };
  const payments = [
    { name: 'P-100', amount: '100.00', bookedOn: '2026-03-10' },
    { name: 'P-150', amount: '150.00', bookedOn: '2026-03-09' },
    { name: 'P-5', amount: '5.00', bookedOn: '2026-03-08' },
  ];
  await publishPayments(pool, books, statement, payments, on('10'));
  const applied = { payment: 'P-100', amount: '100.00', customer: 'C1', item: 'F-1', reason: null };
  await runDecisions(pool, books, [applied], { by: on('10') });
  names = await readNames(pool, books);
  customer = customerIdOf(books, 'C1');
  const line = (number: string, residual: string, cleared: string) => ({
    openItemId: names.item(number),
    residual,
    cleared,
  });
  const settled = await ask(
    'settle_payment',
    {
      paymentId: names.payment('P-150'),
      version: 1,
      parts: [{ use: 'items', lines: [line('F-2', '200.00', '150.00')] }],
    },
    '20',
  );
  reversed = answered(settled, 'postingId');
  await ask('reverse_posting', { postingId: reversed }, '25');
  await ask('net_items', { lines: [line('F-3', '50.00', '20.00'), line('N-1', '20.00', '20.00')] }, '26');
  const onAccount = { use: 'on_account', customerId: customerIdOf(books, 'C1'), amount: '5.00' } as const;
  await ask('settle_payment', { paymentId: names.payment('P-5'), version: 1, parts: [onAccount] }, '27');
  api = await openApi(pool);
});
afterAll(async () => {
  await api.app.close();
  await database.drop();
});

const items = async (path: string) => {
  const { status, items } = await api.getPage(`${base}${path}`);
  expect(status).toBe(200);
  return items;
};

describe('customers', () => {
  test('are listed by code with what they owe today', async () => {
    expect(await items('/customers')).toMatchObject([
      {
        code: 'C1',
        name: 'Customer C1',
        balances: [
          {
            openCount: 2,
            open: eur('230.00'),
            overdue: eur('30.00'),
            disputed: eur('0.00'),
            credits: eur('5.00'),
          },
        ],
      },
      { code: 'C2', balances: [{ openCount: 1, open: eur('70.00'), overdue: eur('0.00') }] },
    ]);
  });

  test.each([
    ['c1', ['C1']],
    ['OMER C', ['C1', 'C2']],
    ['%25', []],
    ['C_', []],
  ])('are found by a part of code or name: %s', async (search, codes) => {
    expect((await items(`/customers?search=${search}`)).map(({ code }) => code)).toEqual(codes);
  });

  test('come in pages', async () => {
    const first = await api.getPage(`${base}/customers?limit=1`);
    const second = await api.getPage(`${base}/customers?limit=1&after=${first.next}`);
    expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(['C1', 'C2']);
    expect(second.next).toBeNull();
  });

  test('are shown one by one, with a version', async () => {
    const { headers, statusCode } = await api.app.inject({ url: `${base}/customers/${customer}` });
    expect([statusCode, headers['etag']]).toEqual([200, '"1"']);
    const { status, body } = await api.get(`${base}/customers/${randomUUID()}`);
    expect({ status, body }).toMatchObject({ status: 404, body: { code: 'ledger.not_found' } });
    expect((await api.get(`${base}/customers/${randomUUID()}/account`)).status).toBe(404);
    expect((await api.get(`${base}/customers/${randomUUID()}/payments`)).status).toBe(404);
  });
});

describe('the account of a customer', () => {
  const account = (query: string) => items(`/customers/${customer}/account?${query}`);

  test('has what is open and closed, with what cleared it and the letters', async () => {
    const rows = await account('');
    expect(rows.map(({ documentNumber }) => documentNumber)).toHaveLength(5);
    const byNumber = new Map(rows.map((row) => [row['documentNumber'], row]));
    expect(byNumber.get('F-1')).toMatchObject({
      status: 'closed',
      residual: eur('0.00'),
      daysPastDue: null,
      allocations: [{ amount: eur('100.00'), lettering: { code: 'A' }, payment: { id: names.payment('P-100') } }],
    });
    expect(byNumber.get('F-2')).toMatchObject({
      status: 'open',
      residual: eur('200.00'),
      daysPastDue: 0,
      allocations: [{ amount: eur('150.00') }, { amount: eur('-150.00') }],
    });
    expect(byNumber.get('F-3')).toMatchObject({ residual: eur('30.00'), daysPastDue: 32, disputed: eur('0.00') });
    expect((await account('status=open')).map(({ residual }) => residual)).toHaveLength(3);
    expect((await account('status=closed')).map(({ documentNumber }) => documentNumber)).toEqual(['N-1', 'F-1']);
  });

  test.each([
    ['2026-03-05', ['200.00', '50.00', '20.00', '100.00'], [0, 0, 0, 0]],
    ['2026-03-10', ['200.00', '50.00', '20.00', '0.00'], [0, 0, 0, 1]],
    ['2026-03-22', ['50.00', '50.00', '20.00', '0.00'], [1, 0, 0, 1]],
    ['2026-03-26T09:59:59Z', ['200.00', '50.00', '20.00', '0.00'], [2, 0, 0, 1]],
    ['2026-03-26T12:00:00%2B02:00', ['200.00', '30.00', '0.00', '0.00'], [2, 1, 1, 1]],
  ])('is told as it was known at %s', async (asOf, residuals, allocationCounts) => {
    const byNumber = new Map((await account(`asOf=${asOf}`)).map((row) => [row['documentNumber'], row]));
    const known = ['F-2', 'F-3', 'N-1', 'F-1'].map((number) => byNumber.get(number));
    expect(known.map((row) => row?.['residual'])).toEqual(residuals.map(eur));
    expect(known.map((row) => (row?.['allocations'] as unknown[] | undefined)?.length)).toEqual(allocationCounts);
    expect(byNumber.size).toBe(4);
  });

  test('comes in pages, whatever their size', async () => {
    const whole = await account('limit=200');
    const pages: unknown[] = [];
    for (let after: string | null = ''; after !== null;) {
      const query: string = after === '' ? '' : `&after=${after}`;
      const page = await api.getPage(`${base}/customers/${customer}/account?limit=2${query}`);
      pages.push(...page.items);
      after = page.next;
    }
    expect(pages).toEqual(whole);
  });

  test('has the payments that cleared something or are on it', async () => {
    const paid = await items(`/customers/${customer}/payments`);
    expect(paid.map(({ id }) => id)).toEqual(['P-100', 'P-150', 'P-5'].map((name) => names.payment(name)));
    expect(await items(`/customers/${customerIdOf(books, 'C2')}/payments`)).toEqual([]);
  });
});

describe('letter groups', () => {
  test('are found by customer, code and state', async () => {
    const all = await items('/letterings?customer=C1');
    expect(all.map(({ code, state }) => [code, state])).toEqual([
      ['d', 'partly_lettered'],
      // What was taken back, and what took it back, cancel each other.
      ['C', 'lettered'],
      ['b', 'unlettered'],
      ['A', 'lettered'],
    ]);
    for (const query of ['code=A', 'code=a', 'state=lettered&account=411&code=a', 'asOf=2026-03-12'])
      expect((await items(`/letterings?customer=C1&${query}`)).map(({ code }) => code)).toEqual(['A']);
    expect(await items('/letterings?customer=C1&code=7')).toEqual([]);
    expect(await items('/letterings?customer=C2')).toEqual([]);
  });

  test('are shown with their members, which add up to zero', async () => {
    const [, , , whole] = await items('/letterings?customer=C1');
    const { body } = await api.get(`${base}/letterings/${String(whole?.['id'])}`);
    expect(body).toMatchObject({
      code: 'A',
      letteringDate: '2026-03-10',
      documents: [{ documentNumber: 'F-1', side: 'debit', cleared: eur('100.00') }],
      lines: [{ side: 'credit', amount: eur('100.00'), payment: { id: names.payment('P-100') } }],
      events: [{ kind: 'lettered', actor: 'claire' }],
    });
  });

  test('are shown as they were before they ended', async () => {
    const [, , ended] = await items('/letterings?customer=C1');
    const url = `${base}/letterings/${String(ended?.['id'])}`;
    expect((await api.get(url)).body).toMatchObject({ state: 'unlettered', documents: [], events: [{}, {}] });
    expect((await api.get(`${url}?asOf=2026-03-22`)).body).toMatchObject({
      state: 'partly_lettered',
      documents: [{ documentNumber: 'F-2', cleared: eur('150.00') }],
      lines: [{ amount: eur('150.00') }],
      events: [{ kind: 'partly_lettered' }],
    });
    const { status, body } = await api.get(`${url}?asOf=2026-03-12`);
    expect({ status, body }).toMatchObject({ status: 404, body: { code: 'ledger.not_found' } });
  });
});

describe('postings', () => {
  test('are listed by day, journal and source, with their lines', async () => {
    // What is netted is dated by its later document: of 13 February.
    const days = 'from=2026-02-13&to=2026-03-31';
    const all = await items(`/postings?${days}`);
    expect(all.map(({ postingDate }) => postingDate)).toEqual(
      all
        .map(({ postingDate }) => String(postingDate))
        .toSorted()
        .toReversed(),
    );
    const count = async (query: string) => (await items(`/postings?${query}`)).length;
    expect(await count(`${days}&source=entry`)).toBe(3);
    expect(await count(`${days}&source=application`)).toBe(1);
    expect(await count(`${days}&source=command`)).toBe(4);
    expect(await count(`${days}&journal=BQ`)).toBe(3);
    expect(await count('from=2026-03-08&to=2026-03-08')).toBe(2);
    const [entry] = await items('/postings?from=2026-03-10&to=2026-03-10&source=entry');
    expect(entry).toMatchObject({
      lines: [
        { account: '512100', side: 'debit', amount: eur('100.00') },
        { account: '471', side: 'credit', amount: eur('100.00'), accountLabel: "Comptes d'attente" },
      ],
    });
  });

  test('that were taken back say so', async () => {
    const { body } = await api.get(`${base}/postings/${reversed}`);
    expect(body).toMatchObject({ cash: eur('150.00'), reversals: [{ label: 'taken_back' }] });
    const { status, body: missing } = await api.get(`${base}/postings/${randomUUID()}`);
    expect({ status, missing }).toMatchObject({ status: 404, missing: { code: 'ledger.not_found' } });
  });

  test('need days, and days that exist', async () => {
    for (const query of ['', 'from=2026-03-01', 'from=2026-02-30&to=2026-03-01'])
      expect((await api.get(`${base}/postings?${query}`)).body).toMatchObject({ code: 'api.request_invalid' });
  });
});

test('payments and open items have their version as ETag', async () => {
  const tagOf = async (path: string) => (await api.app.inject({ url: `${base}${path}` })).headers['etag'];
  expect(await tagOf(`/payments/${names.payment('P-150')}`)).toBe('"3"');
  expect(await tagOf(`/open-items/${names.item('F-2')}`)).toBe('"3"');
});
