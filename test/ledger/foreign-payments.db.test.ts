/**
 * Dollars paid for dollars in books kept in euros: every line has its amount and its value, and the values differ only by
 * exchange. Worked out by hand: 1.1000 dollars are a euro on 10 March, 1.2500 on 12 March.
 */
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Difference, SettledLine } from '../../src/domain/command.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { customerIdOf } from '../../src/ledger/commands/import-customers.ts';
import { registerBankAccount } from '../../src/ledger/commands/register-bank-account.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import {
  act,
  currencyOf,
  day,
  enterItems,
  openBooks,
  publishPayments,
  readNames,
  type Names,
} from '../support/books.ts';
import { answered, clerkOf, type Clerk } from '../support/clerk.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('foreign_payments');
afterAll(() => database.drop());

let ledgerCount = 0;
let books: LedgerId;
let names: Names;
let clerk: Clerk;

beforeEach(async () => {
  ledgerCount += 1;
  const account = `DOLLARS${ledgerCount}`;
  books = await openBooks(database.pool, account, `EUROS${ledgerCount}`);
  const usd = currencyOf('USD');
  const bank = { identifier: account, currency: usd, name: 'Dollars', glAccount: '512200' };
  await registerBankAccount(database.pool, books, bank, act);
  clerk = clerkOf(database.pool, books);
  await clerk.told(`insert into exchange_rate (ledger_id, currency, rate_date, rate, source)
    select id, 'USD', day::date, rate, 'test' from ledger, (values ('2026-03-10', '1.1000'), ('2026-03-12', '1.2500')) as t (day, rate)
    where code = '${account}'`);
  const dollars = { customer: 'C1', currency: 'USD' } as const;
  await enterItems(database.pool, books, [
    {
      ...dollars,
      number: 'U-1',
      amount: '1000.00',
      booked: '920.00',
      discount: { bp: 200, until: day('2026-03-10') },
      vat: [{ rateBp: 2_000, gross: '1000.00' }],
    },
    { ...dollars, number: 'U-2', amount: '300.00', booked: '270.00' },
    { ...dollars, number: 'N-1', amount: '100.00', booked: '95.00', kind: 'credit_note' },
    { ...dollars, number: 'X-1', amount: '100.00' },
  ]);
  const statement = { account, content: account, opening: '0.00', closedOn: '2026-03-12', currency: 'USD' };
  await publishPayments(database.pool, books, statement, [
    { name: 'P', amount: '980.00', bookedOn: '2026-03-10' },
    { name: 'Q', amount: '500.00', bookedOn: '2026-03-10' },
    { name: 'BACK', amount: '300.00', side: 'debit', bookedOn: '2026-03-12', returned: 'AM04' },
  ]);
  names = await readNames(database.pool, books);
});

afterEach(async () => {
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});

const line = (
  number: string,
  residual: string,
  cleared: string,
  differences: readonly Difference[] = [],
): SettledLine => ({ openItemId: names.item(number), residual, cleared, differences });
const use = (payment: string, lines: readonly SettledLine[], version = 1) => ({
  paymentId: names.payment(payment),
  version,
  parts: [{ use: 'items' as const, lines }],
});
/** `account side amount currency value`, by posting. */
const posted = async () =>
  (
    await clerk.told(`select l.account || ' ' || l.side || ' ' || l.amount_minor || ' ' || l.currency
        || coalesce(' ' || l.base_minor, '') as line
      from posting_line l join posting p on p.id = l.posting_id join command c on c.id = p.source_id
      where p.source = 'command' order by c.ctid, l.line_index`)
  ).map((row) => String(row['line']));
const suspended = async () =>
  (
    await clerk.told(`select coalesce(sum(case l.side when 'debit' then l.base_minor else -l.base_minor end), 0)::int as value
      from posting_line l join posting p on p.id = l.posting_id where p.source = 'command' and l.account = '471'`)
  )[0]?.['value'];

test('a discount is booked in dollars, with the value that the invoice had', async () => {
  await clerk.ask(
    'settle_payment',
    use('P', [line('U-1', '1000.00', '1000.00', [{ as: 'discount', amount: '20.00', vat: 'net' }])]),
  );
  // 980.00 ÷ 1.1 are 890.91. The 20.00 are left of 18.40: 3.33 of tax are 3.06 of it, 16.67 of cost the rest. 980.00 were
  // booked at 901.60: 10.69 more than they brought.
  expect(await posted()).toEqual([
    '471 debit 98000 USD 89091',
    '411 credit 100000 USD 92000',
    '665 debit 1667 USD 1534',
    '44571 debit 333 USD 306',
    '656 debit 1069 EUR',
  ]);
});

test('what is written off, a fee and what is overpaid are booked in dollars too', async () => {
  await clerk.askWithTwo(
    'settle_payment',
    use('Q', [
      line('U-2', '300.00', '300.00', [
        { as: 'write_off', amount: '0.50' },
        { as: 'bank_charge', amount: '9.50' },
      ]),
    ]),
  );
  // 290.00 of 500.00 leave 210.00, worth 190.91 of 454.55: they bring 263.64, and were booked at 261.00 (270.00 × 29 ÷ 30).
  // 0.50 take 0.45 of what is left, 9.00; the fee the last 8.55.
  expect(await posted()).toEqual([
    '471 debit 29000 USD 26364',
    '411 credit 30000 USD 27000',
    '658 debit 50 USD 45',
    '627 debit 950 USD 855',
    '756 credit 264 EUR',
  ]);
  await clerk.ask('settle_payment', {
    paymentId: names.payment('Q'),
    version: 2,
    parts: [
      { use: 'items', lines: [line('U-1', '1000.00', '9.50')], overpaidWrittenOff: '0.50' },
      { use: 'on_account', customerId: customerIdOf(books, 'C1'), amount: '150.00' },
      { use: 'not_receivable', purpose: 'tax', amount: '50.00' },
    ],
  });
  // 210.00 are worth 190.91. 9.50 leave 200.50, worth 182.27; 0.50 leave 181.82; 150.00 leave
  // 45.455, half up 45.46, which the last 50.00 take.
  expect((await posted()).slice(5)).toEqual([
    '471 debit 950 USD 864',
    '471 debit 50 USD 45',
    '471 debit 15000 USD 13636',
    '471 debit 5000 USD 4546',
    '411 credit 950 USD 874',
    '656 debit 10 EUR',
    '758 credit 50 USD 45',
    '411 credit 15000 USD 13636',
    '447 credit 5000 USD 4546',
  ]);
  expect(await suspended()).toBe(45_455);
  expect(await clerk.told(`select base_minor::int as value from open_item where kind = 'on_account'`)).toEqual([
    { value: 13_636 },
  ]);
});

test('a credit note of another value is netted with the difference of exchange', async () => {
  await clerk.ask('net_items', {
    lines: [
      { openItemId: names.item('U-1'), residual: '1000.00', cleared: '100.00' },
      { openItemId: names.item('N-1'), residual: '100.00', cleared: '100.00' },
    ],
  });
  expect(await posted()).toEqual(['411 debit 0 USD 300', '756 credit 300 EUR']);
  const unequal = clerk.ask('net_items', {
    lines: [
      { openItemId: names.item('U-1'), residual: '900.00', cleared: '100.00' },
      { openItemId: names.item('U-2'), residual: '300.00', cleared: '300.00' },
    ],
  });
  await expect(unequal).rejects.toMatchObject({ refusal: { code: 'ledger.settlement_unbalanced' } });
});

test('a return gives back the value that was taken, at the rate of its own day', async () => {
  const paid = await clerk.ask('settle_payment', use('Q', [line('U-2', '300.00', '300.00')]));
  const request = {
    paymentId: names.payment('BACK'),
    version: 1,
    postingId: answered(paid, 'postingId'),
    lines: [{ openItemId: names.item('U-2'), amount: '295.00' }],
    fee: '5.00',
  };
  const back = await clerk.ask('return_payment', request);
  // 300.00 ÷ 1.25 are 240.00, 5.00 are 4.00. 295.00 were booked at 265.50: 29.50 less was paid back than they are worth.
  expect((await posted()).slice(3)).toEqual([
    '471 credit 30000 USD 24000',
    '411 debit 29500 USD 26550',
    '627 debit 500 USD 400',
    '756 credit 2950 EUR',
  ]);
  await clerk.ask('reverse_posting', { postingId: answered(back, 'postingId') });
  expect((await posted()).slice(7)).toEqual([
    '471 debit 30000 USD 24000',
    '411 credit 29500 USD 26550',
    '627 credit 500 USD 400',
    '756 debit 2950 EUR',
  ]);
  expect(await clerk.told(`select sum(base_minor)::int as value from allocation`)).toEqual([{ value: 27_000 }]);
});

describe('an item that the ledger makes itself', () => {
  test('has the value of what it comes from, and its VAT: moved to another customer, and to be paid back', async () => {
    await enterItems(database.pool, books, [{ number: 'E-1', customer: 'C2', amount: '1.00' }]);
    await clerk.askWithTwo('transfer_item', {
      openItemId: names.item('U-1'),
      residual: '1000.00',
      amount: '333.33',
      toCustomerId: customerIdOf(books, 'C2'),
    });
    await clerk.askWithTwo('refund_credit', { openItemId: names.item('N-1'), residual: '100.00', amount: '60.00' });
    expect(await posted()).toEqual([
      '411 credit 33333 USD 30666',
      '411 debit 33333 USD 30666',
      '411 debit 6000 USD 5700',
      '467 credit 6000 USD 5700',
    ]);
    expect(
      await clerk.told(`select kind, base_minor::int as value, vat from open_item
        where origin_posting_id is not null order by kind`),
    ).toEqual([
      { kind: 'invoice', value: 30_666, vat: [{ rateBp: 2_000, gross: '333.33' }] },
      { kind: 'refund', value: 5_700, vat: null },
    ]);
  });
});

test('without a value of the document the posting stands in dollars alone, as before', async () => {
  await clerk.ask('settle_payment', use('Q', [line('X-1', '100.00', '100.00')]));
  expect(await posted()).toEqual(['471 debit 10000 USD', '411 credit 10000 USD']);
  // The rest of the payment has the rest of its value.
  await clerk.ask('settle_payment', use('Q', [line('U-2', '300.00', '300.00')], 2));
  expect((await posted()).slice(2)).toEqual([
    '471 debit 30000 USD 27273',
    '411 credit 30000 USD 27000',
    '756 credit 273 EUR',
  ]);
});

test('what takes of one document what it gives another takes nothing of the payment, and is taken back all the same', async () => {
  const euros = `EUROS${ledgerCount}`;
  const statement = { account: euros, content: euros, opening: '0.00', closedOn: '2026-03-10' };
  await publishPayments(database.pool, books, statement, [{ name: 'E', amount: '50.00', bookedOn: '2026-03-10' }]);
  const { payment } = await readNames(database.pool, books);
  const lines = [
    { ...line('U-2', '300.00', '110.00'), paid: '100.00' },
    { ...line('N-1', '100.00', '100.00'), paid: '100.00' },
  ];
  const settled = await clerk.ask('settle_payment', {
    paymentId: payment('E'),
    version: 1,
    parts: [{ use: 'items', lines }],
  });
  // 110.00 of 300.00 dollars were booked at 99.00, the credit note at 95.00: either was worth 100.00.
  expect(await posted()).toEqual([
    '471 debit 10000 EUR',
    '471 credit 10000 EUR',
    '411 credit 1000 USD 400',
    '756 credit 100 EUR',
    '656 debit 500 EUR',
  ]);
  await clerk.ask('reverse_posting', { postingId: answered(settled, 'postingId') });
  expect((await posted()).slice(5)).toEqual([
    '471 credit 10000 EUR',
    '471 debit 10000 EUR',
    '411 debit 1000 USD 400',
    '756 debit 100 EUR',
    '656 credit 500 EUR',
  ]);
});

test('a settlement of differences alone takes no cash, and is taken back', async () => {
  const differences = [{ as: 'write_off', amount: '0.50' }] as const;
  const settled = await clerk.ask('settle_payment', use('Q', [line('U-2', '300.00', '0.50', differences)]));
  expect(await posted()).toEqual(['411 credit 50 USD 45', '658 debit 50 USD 45']);
  await clerk.ask('reverse_posting', { postingId: answered(settled, 'postingId') });
  expect((await posted()).slice(2)).toEqual(['411 debit 50 USD 45', '658 credit 50 USD 45']);
});

test('a currency of which as much comes as goes keeps its lines, for what balances with its values must be seen to', async () => {
  await enterItems(database.pool, books, [
    { customer: 'C1', currency: 'USD', number: 'U-3', amount: '100.00', booked: '95.00' },
    { customer: 'C1', number: 'E-1', amount: '80.00' },
  ]);
  const euros = `EUROS${ledgerCount}`;
  const statement = { account: euros, content: euros, opening: '0.00', closedOn: '2026-03-10' };
  await publishPayments(database.pool, books, statement, [{ name: 'E', amount: '50.00', bookedOn: '2026-03-10' }]);
  const { item, payment } = await readNames(database.pool, books);
  const lines = [
    { openItemId: item('U-3'), residual: '100.00', cleared: '100.00', paid: '70.00' },
    { openItemId: item('N-1'), residual: '100.00', cleared: '100.00', paid: '90.00' },
    { openItemId: item('E-1'), residual: '80.00', cleared: '70.00' },
  ];
  const settled = await clerk.askWithTwo('settle_payment', {
    paymentId: payment('E'),
    version: 1,
    parts: [{ use: 'items', lines }],
  });
  // 100.00 dollars booked at 95.00 brought 70.00; a credit note of the same value is worth 90.00: 25.00 and 5.00 were lost.
  const booked = [
    '471 debit 7000 EUR',
    '471 credit 9000 EUR',
    '471 debit 7000 EUR',
    '411 debit 10000 USD 9500',
    '411 credit 10000 USD 9500',
    '411 credit 7000 EUR',
    '656 debit 2500 EUR',
    '756 credit 500 EUR',
  ];
  expect(await posted()).toEqual(booked);
  await clerk.ask('reverse_posting', { postingId: answered(settled, 'postingId') });
  expect((await posted()).slice(booked.length).toSorted()).toEqual(booked.map(turned).toSorted());
});

const turned = (text: string): string =>
  text.replace(/debit|credit/, (side) => (side === 'debit' ? 'credit' : 'debit'));
