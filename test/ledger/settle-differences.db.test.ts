/** What differs between a payment and what it clears: where it is booked, line by line; the books prove themselves after each. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Difference, SettledLine } from '../../src/domain/command.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { act, day, enterItems, openBooks, publishPayments, readNames, type Names } from '../support/books.ts';
import { answered, clerkOf, type Clerk } from '../support/clerk.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('differences');
afterAll(() => database.drop());

let ledgerCount = 0;
let books: LedgerId;
let names: Names;
let clerk: Clerk;

beforeEach(async () => {
  ledgerCount += 1;
  const account = `DIFFERENCES${ledgerCount}`;
  books = await openBooks(database.pool, account, account);
  clerk = clerkOf(database.pool, books);
  const discount = { bp: 200, until: day('2026-03-10') };
  const vat = [
    { rateBp: 2_000, gross: '1200.00' },
    { rateBp: 1_000, gross: '110.00' },
    { rateBp: 550, gross: '105.50' },
  ];
  await enterItems(database.pool, books, [
    { number: 'F-1', customer: 'C1', amount: '1415.50', discount, vat },
    { number: 'F-2', customer: 'C1', amount: '1000.00', discount },
    { number: 'N-1', customer: 'C1', amount: '60.00', kind: 'credit_note' },
    { number: 'U-1', customer: 'C2', amount: '1000.00', currency: 'USD', booked: '920.00' },
    { number: 'J-1', customer: 'C2', amount: '100000', currency: 'JPY', booked: '612.50' },
    { number: 'T-1', customer: 'C2', amount: '1234.567', currency: 'TND' },
    {
      number: 'V-1',
      customer: 'C2',
      amount: '600.00',
      currency: 'USD',
      booked: '550.00',
      vat: [
        { rateBp: 2_000, gross: '540.00' },
        { rateBp: 550, gross: '60.00' },
      ],
    },
  ]);
  const statement = { account, content: account, opening: '0.00', closedOn: '2026-03-12' };
  await publishPayments(database.pool, books, statement, [
    { name: 'EARLY', amount: '2000.00', bookedOn: '2026-03-10' },
    { name: 'LATE', amount: '2000.00', bookedOn: '2026-03-11' },
    { name: 'OUT', amount: '60.00', side: 'debit', bookedOn: '2026-03-12' },
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
  more: Readonly<{ paid?: string; differences?: readonly Difference[] }> = {},
): SettledLine => ({ openItemId: names.item(number), residual, cleared, ...more });

const use = (payment: string, lines: readonly SettledLine[], version = 1, overpaidWrittenOff?: string) => ({
  paymentId: names.payment(payment),
  version,
  parts: [{ use: 'items' as const, lines, ...(overpaidWrittenOff === undefined ? {} : { overpaidWrittenOff }) }],
});

/** `account side amount currency [value in euros]`, by posting. */
const posted = async () =>
  (
    await clerk.told(`select l.account || ' ' || l.side || ' ' || l.amount_minor || ' ' || l.currency
        || coalesce(' ' || l.base_minor, '') as line
      from posting_line l join posting p on p.id = l.posting_id where p.source = 'command'
      order by (p.reverses_posting_id is not null), p.posting_date, p.id, l.line_index`)
  ).map((row) => String(row['line']));
const residualOf = async (number: string) =>
  (await clerk.told(`select residual_minor::int as minor from open_item where document_number = '${number}'`))[0]?.[
    'minor'
  ];
const refused = (code: string, details: object = {}) => ({ refusal: { code, details } });

describe('an early-payment discount', () => {
  const discounted = (amount: string, vat: 'net' | 'gross', late?: true): Difference => ({
    as: 'discount',
    amount,
    vat,
    ...(late === undefined ? {} : { late }),
  });

  test('is booked on 665, its tax by rate on 44571', async () => {
    await clerk.ask(
      'settle_payment',
      use('EARLY', [line('F-1', '1415.50', '1415.50', { differences: [discounted('28.31', 'net')] })]),
    );
    expect(await posted()).toEqual([
      '471 debit 138719 EUR',
      '411 credit 141550 EUR',
      '665 debit 2400 EUR',
      '44571 debit 400 EUR',
      '44571 debit 20 EUR',
      '44571 debit 11 EUR',
    ]);
    expect(await residualOf('F-1')).toBe(0);
    expect(await clerk.told('select means, amount_minor::int as minor from allocation order by 1')).toEqual([
      { means: 'discount', minor: 2_831 },
      { means: 'payment', minor: 138_719 },
    ]);
  });

  test('gross leaves the tax alone, which net needs to know', async () => {
    const net = use('EARLY', [line('F-2', '1000.00', '1000.00', { differences: [discounted('20.00', 'net')] })]);
    await expect(clerk.ask('settle_payment', net)).rejects.toMatchObject(refused('ledger.vat_unknown'));
    await clerk.ask(
      'settle_payment',
      use('EARLY', [line('F-2', '1000.00', '1000.00', { differences: [discounted('20.00', 'gross')] })]),
    );
    expect(await posted()).toEqual(['471 debit 98000 EUR', '411 credit 100000 EUR', '665 debit 2000 EUR']);
  });

  test('is no discount after its day, unless it is granted late, by two above the limit', async () => {
    const late = (said?: true) =>
      use('LATE', [line('F-2', '1000.00', '1000.00', { differences: [discounted('20.00', 'gross', said)] })]);
    await expect(clerk.ask('settle_payment', late())).rejects.toMatchObject(
      refused('ledger.discount_late', { until: '2026-03-10' }),
    );
    expect(await clerk.ask('settle_payment', late(true))).toMatchObject({
      state: 'waiting',
      reasons: [{ limit: 'late discount', found: '20.00 EUR', allowed: '1.00 EUR' }],
    });
  });

  test('is no more than its rate, not even in two parts', async () => {
    await clerk.ask(
      'settle_payment',
      use('EARLY', [line('F-2', '1000.00', '500.00', { differences: [discounted('15.00', 'gross')] })]),
    );
    const more = use('EARLY', [line('F-2', '500.00', '500.00', { differences: [discounted('5.01', 'gross')] })], 2);
    await expect(clerk.ask('settle_payment', more)).rejects.toMatchObject(refused('ledger.discount_too_large'));
    await clerk.ask(
      'settle_payment',
      use('EARLY', [line('F-2', '500.00', '500.00', { differences: [discounted('5.00', 'gross')] })], 2),
    );
    expect(await residualOf('F-2')).toBe(0);
  });
});

describe('what a payment lacks, or has too much of', () => {
  test('is written off to 658, a bank’s fee to 627: the customer paid in full', async () => {
    await clerk.ask(
      'settle_payment',
      use('EARLY', [
        line('F-2', '1000.00', '1000.00', {
          differences: [
            { as: 'write_off', amount: '0.37' },
            { as: 'bank_charge', amount: '0.90' },
          ],
        }),
      ]),
    );
    expect(await posted()).toEqual([
      '471 debit 99873 EUR',
      '411 credit 100000 EUR',
      '658 debit 37 EUR',
      '627 debit 90 EUR',
    ]);
  });

  test('is kept back as a guarantee, owed on 4117 on its own day', async () => {
    await clerk.ask(
      'settle_payment',
      use('EARLY', [
        line('F-2', '1000.00', '1000.00', {
          differences: [{ as: 'retention', amount: '50.00', dueDate: day('2027-03-10') }],
        }),
      ]),
    );
    expect(await posted()).toEqual(['471 debit 95000 EUR', '411 credit 100000 EUR', '4117 debit 5000 EUR']);
    const own = await clerk.told(`select kind, side, account, residual_minor::int as minor, due_date::text as due,
      document_number like 'F-2 RG %' as named from open_item where kind = 'retention'`);
    expect(own).toEqual([
      { kind: 'retention', side: 'debit', account: '4117', minor: 5_000, due: '2027-03-10', named: true },
    ]);
    const notADay = use(
      'EARLY',
      [
        line('F-1', '1415.50', '100.00', {
          differences: [{ as: 'retention', amount: '50.00', dueDate: '2027-02-30' as never }],
        }),
      ],
      2,
    );
    await expect(clerk.ask('settle_payment', notADay)).rejects.toMatchObject(refused('ledger.date_invalid'));
  });

  test('is gained on 758 when the payer is one, and pays nothing too little', async () => {
    const lines = [line('F-2', '1000.00', '1000.00')];
    await clerk.ask('settle_payment', use('EARLY', lines, 1, '0.37'));
    expect(await posted()).toEqual([
      '471 debit 100000 EUR',
      '471 debit 37 EUR',
      '411 credit 100000 EUR',
      '758 credit 37 EUR',
    ]);
    const short = line('F-1', '1415.50', '100.00', { differences: [{ as: 'write_off', amount: '0.10' }] });
    const both = clerk.ask('settle_payment', use('LATE', [short], 1, '0.37'));
    await expect(both).rejects.toMatchObject(refused('ledger.over_and_under'));
    const two = [line('F-1', '1415.50', '100.00'), line('U-1', '1000.00', '100.00', { paid: '92.00' })];
    const several = clerk.ask('settle_payment', use('LATE', two, 1, '0.37'));
    await expect(several).rejects.toMatchObject(refused('ledger.several_customers'));
  });

  test('differs by what is said, and on no account that settlements keep', async () => {
    const unlike = use('EARLY', [line('F-2', '1000.00', '1000.00', { paid: '999.99' })]);
    await expect(clerk.ask('settle_payment', unlike)).rejects.toMatchObject(refused('ledger.settlement_unbalanced'));
    for (const account of ['658', '75800', '411C1', '471', '5121']) {
      const part = { use: 'not_receivable', purpose: 'other', amount: '45.00', account } as const;
      const booked = clerk.ask('settle_payment', { paymentId: names.payment('EARLY'), version: 1, parts: [part] });
      await expect(booked).rejects.toMatchObject(refused('ledger.account_refused', { account }));
    }
  });
});

describe('an item in another currency', () => {
  const paid = (number: string, residual: string, cleared: string, euros: string, version = 1) =>
    clerk.ask('settle_payment', use('EARLY', [line(number, residual, cleared, { paid: euros })], version));

  test('is lettered in its own, and what it brings less is lost on 656', async () => {
    await paid('U-1', '1000.00', '1000.00', '905.30');
    expect(await posted()).toEqual(['471 debit 90530 EUR', '411 credit 100000 USD 92000', '656 debit 1470 EUR']);
    expect(await clerk.told('select currency, code_number from lettering')).toEqual([
      { currency: 'USD', code_number: 1 },
    ]);
    expect(await residualOf('U-1')).toBe(0);
  });

  test('brings more in two payments: 756, and its parts are what it was booked at', async () => {
    await paid('U-1', '1000.00', '333.33', '310.00');
    await paid('U-1', '666.67', '666.67', '620.00', 2);
    expect((await posted()).toSorted()).toEqual([
      '411 credit 33333 USD 30666',
      '411 credit 66667 USD 61334',
      '471 debit 31000 EUR',
      '471 debit 62000 EUR',
      '756 credit 334 EUR',
      '756 credit 666 EUR',
    ]);
  });

  test('of no decimals, and of three, valued at the rate of its day when nobody booked it', async () => {
    await paid('J-1', '100000', '100000', '612.50');
    expect(await posted()).toEqual(['471 debit 61250 EUR', '411 credit 100000 JPY 61250']);
    const unknown = paid('T-1', '1234.567', '1234.567', '368.31', 2);
    await expect(unknown).rejects.toMatchObject(refused('ledger.base_value_unknown'));
    await clerk.told(`insert into exchange_rate (ledger_id, currency, rate_date, rate, source)
      select id, 'TND', '2026-02-12', '3.3520', 'test' from ledger where code = 'DIFFERENCES${ledgerCount}'`);
    await paid('T-1', '1234.567', '1234.567', '368.31', 2);
    expect((await posted()).filter((text) => text.includes('TND'))).toEqual(['411 credit 1234567 TND 36831']);
  });

  test('gives its whole value back when it is taken back', async () => {
    const postingId = answered(await paid('U-1', '1000.00', '333.33', '310.00'), 'postingId');
    await clerk.ask('reverse_posting', { postingId });
    expect((await posted()).slice(3)).toEqual([
      '471 credit 31000 EUR',
      '411 debit 33333 USD 30666',
      '756 debit 334 EUR',
    ]);
    expect(await residualOf('U-1')).toBe(100_000);
  });

  test('keeps its value to the cent when a part in the middle is taken back and paid otherwise', async () => {
    // 33,334 of 100,000 yen booked at 612.50 leave 66,666, worth 408.329…, 408.33: they take 204.17. 33,333 leave 33,333,
    // worth 204.164…, 204.16: 204.17; the last take 204.16.
    await paid('J-1', '100000', '33334', '204.17');
    const middle = answered(await paid('J-1', '66666', '33333', '204.17', 2), 'postingId');
    await paid('J-1', '33333', '33333', '204.16', 3);
    await clerk.ask('reverse_posting', { postingId: middle });
    // 33,333 are open again, and 204.17 of the value. 20,000 leave 13,333, worth 81.664…, 81.66: they take 122.51.
    await paid('J-1', '33333', '20000', '122.51', 5);
    await paid('J-1', '13333', '13333', '81.66', 6);
    expect((await posted()).filter((text) => text.includes('JPY')).toSorted()).toEqual([
      '411 credit 13333 JPY 8166',
      '411 credit 20000 JPY 12251',
      '411 credit 33333 JPY 20416',
      '411 credit 33333 JPY 20417',
      '411 credit 33334 JPY 20417',
      '411 debit 33333 JPY 20417',
    ]);
    expect(await clerk.told('select sum(base_minor)::int as value from allocation')).toEqual([{ value: 61_250 }]);
    // What a payment brings is what its part took: nothing is lost or gained by exchange.
    expect((await posted()).filter((text) => text.startsWith('656') || text.startsWith('756'))).toEqual([]);
  });

  test('is kept back in part as a guarantee with its value and its VAT', async () => {
    const kept = line('V-1', '600.00', '600.00', {
      paid: '522.50',
      differences: [{ as: 'retention', amount: '30.00', dueDate: day('2027-03-10') }],
    });
    await clerk.ask('settle_payment', use('EARLY', [kept]));
    // 570.00 of 600.00 USD booked at 550.00 are 522.50; 30.00 are 27.50, a tenth of them at 5.5 %.
    expect(await posted()).toEqual(['471 debit 52250 EUR', '411 credit 60000 USD 55000', '4117 debit 3000 USD 2750']);
    expect(
      await clerk.told(`select amount_minor::int as minor, base_minor::int as value, currency, vat from open_item
        where kind = 'retention'`),
    ).toEqual([
      {
        minor: 3_000,
        value: 2_750,
        currency: 'USD',
        vat: [
          { rateBp: 2_000, gross: '27.00' },
          { rateBp: 550, gross: '3.00' },
        ],
      },
    ]);
  });

  test('has its fee and what is written off in euros', async () => {
    await clerk.ask(
      'settle_payment',
      use('EARLY', [
        line('U-1', '1000.00', '1000.00', {
          paid: '919.00',
          differences: [{ as: 'bank_charge', amount: '1.00' }],
        }),
      ]),
    );
    // 999.00 USD are 919.08, 1.00 USD is 0.92: 0.08 is lost by exchange.
    expect(await posted()).toEqual([
      '471 debit 91900 EUR',
      '411 credit 100000 USD 92000',
      '627 debit 92 EUR',
      '656 debit 8 EUR',
    ]);
  });

  test('is not cleared by next to nothing without a second person, nor by nothing said', async () => {
    expect(await paid('U-1', '1000.00', '1000.00', '1.00')).toMatchObject({
      state: 'waiting',
      reasons: [{ limit: 'exchange difference', found: '919.00 EUR' }],
    });
    const unsaid = clerk.ask('settle_payment', use('EARLY', [line('U-1', '1000.00', '1000.00')]));
    await expect(unsaid).rejects.toMatchObject(refused('ledger.currencies_mixed'));
  });
});

describe('without a payment', () => {
  test('a rest of a claim is lost, a rest of a debt gained; of a foreign claim in euros', async () => {
    const off = (number: string, residual: string, amount: string) =>
      clerk.askWithTwo('write_off', { openItemId: names.item(number), residual, amount });
    await off('F-2', '1000.00', '0.80');
    await off('N-1', '60.00', '0.60');
    const foreign = await off('U-1', '1000.00', '1.00');
    expect((await posted()).toSorted()).toEqual([
      '411 credit 100 USD 92',
      '411 credit 80 EUR',
      '411 debit 60 EUR',
      '658 debit 80 EUR',
      '658 debit 92 EUR',
      '758 credit 60 EUR',
    ]);
    await clerk.ask('reverse_posting', { postingId: answered(foreign, 'postingId') });
    expect((await posted()).slice(6)).toEqual(['411 debit 100 USD 92', '658 credit 92 EUR']);
    const over = off('F-2', '999.20', '999.21');
    await expect(over).rejects.toMatchObject(refused('ledger.item_overpaid'));
  });

  test('a yen that is worth no cent is lost as a yen, and comes back as one', async () => {
    const off = (residual: string) =>
      clerk.askWithTwo('write_off', { openItemId: names.item('J-1'), residual, amount: '1' });
    await off('100000');
    const worthless = await off('99999');
    expect((await posted()).toSorted()).toEqual([
      '411 credit 1 JPY 0',
      '411 credit 1 JPY 1',
      '658 debit 1 EUR',
      '658 debit 1 JPY 0',
    ]);
    await clerk.ask('reverse_posting', { postingId: answered(worthless, 'postingId') });
    expect((await posted()).slice(4)).toEqual(['411 debit 1 JPY 0', '658 credit 1 JPY 0']);
  });

  test('a claim moves to another customer with its number and dates, and is paid there', async () => {
    const [customer] = await clerk.told(`select id from customer where code = 'C2'`);
    const toCustomerId = customer?.['id'] as never;
    const move = () =>
      clerk.askWithTwo('transfer_item', {
        openItemId: names.item('F-2'),
        residual: '1000.00',
        amount: '1000.00',
        toCustomerId,
      });
    const first = await move();
    expect(await posted()).toEqual(['411 credit 100000 EUR', '411 debit 100000 EUR']);
    const of = `select c.code, i.document_number as number, i.kind, i.residual_minor::int as minor,
      i.issue_date::text as issued, i.due_date::text as due from open_item i join customer c on c.id = i.customer_id
      where document_number like 'F-2%' order by 1, 2`;
    const moved = {
      code: 'C2',
      number: 'F-2',
      kind: 'invoice',
      minor: 100_000,
      issued: '2026-02-13',
      due: '2026-03-15',
    };
    expect(await clerk.told(of)).toEqual([{ ...moved, code: 'C1', minor: 0 }, moved]);
    await clerk.ask('reverse_posting', { postingId: answered(first, 'postingId') });
    await move();
    expect((await clerk.told(of)).map(({ minor }) => minor)).toEqual([0, 0, 100_000]);
    const same = { openItemId: names.item('F-1'), residual: '1415.50', amount: '1.00' };
    const [own] = await clerk.told(`select id from customer where code = 'C1'`);
    const nowhere = clerk.ask('transfer_item', { ...same, toCustomerId: own?.['id'] as never });
    await expect(nowhere).rejects.toMatchObject(refused('ledger.same_customer'));
  });

  test('a credit waits on 467 to be paid back, and the payment out does it', async () => {
    const refund = await clerk.askWithTwo('refund_credit', {
      openItemId: names.item('N-1'),
      residual: '60.00',
      amount: '60.00',
    });
    const openItemId = answered(refund, 'openItemId') as never;
    expect(await posted()).toEqual(['411 debit 6000 EUR', '467 credit 6000 EUR']);
    await clerk.ask('settle_payment', use('OUT', [{ openItemId, residual: '60.00', cleared: '60.00' }]));
    expect(await clerk.told(`select kind, residual_minor::int as minor from open_item where kind = 'refund'`)).toEqual([
      { kind: 'refund', minor: 0 },
    ]);
    const invoice = { openItemId: names.item('F-1'), residual: '1415.50', amount: '1.00' };
    await expect(clerk.ask('refund_credit', invoice)).rejects.toMatchObject(refused('ledger.side_mismatch'));
  });
});

test('the day of what no document dates is the day it is done on', async () => {
  await clerk.ask('write_off', { openItemId: names.item('F-2'), residual: '1000.00', amount: '0.80' });
  expect(await clerk.told(`select posting_date::text as day from posting where source = 'command'`)).toEqual([
    { day: act.now.toISOString().slice(0, 10) },
  ]);
});
