/** Ways in which money once went to the wrong place, each beside the case that it must not be confused with. */
import { describe, expect, test } from 'vitest';
import type { PartitionItem } from '../../src/domain/partition.ts';
import { asked, outcome, settle } from './engine.ts';
import {
  background,
  creditNote,
  currency,
  customer,
  day,
  invoice,
  invoices,
  itemId,
  known,
  ledgerOf,
  nobody,
  payment,
  type Ledger,
} from './ledgers.ts';

const one = ledgerOf(invoice('FA2026-00123', 12_000));

test('an item that another payment took is not taken again by a collection of several customers', () => {
  const ledger: Ledger = {
    items: [
      invoice('FA2026-00001', 10_000),
      invoice('FA2026-00002', 10_000, { of: 2, creditorReference: 'RF96R24000941' }),
    ],
    collections: [
      {
        reference: 'SDD-2026-03',
        openItemIds: ['1 invoice FA2026-00001', '2 invoice FA2026-00002'].map((text) => itemId(text)),
      },
    ],
  };
  const collected = payment(20_000, 'PRELEVEMENTS', { id: 1, endToEndId: 'SDD-2026-03', batchCount: 2 });
  const early = payment(10_000, '', {
    id: 2,
    bookingDate: day('2026-03-01'),
    creditorReference: 'RF96R24000941',
    from: 'FR7630006000011234567890189',
  });
  expect(settle(ledger, [collected])).toEqual(['1 FA2026-00001 10000 + FA2026-00002 10000']);
  const [first, second] = settle(ledger, [collected, early]);
  expect(first).not.toMatch(/FA2026/);
  expect(second).toBe('2 FA2026-00002 10000');
});

describe('more documents share a key than are kept for it', () => {
  const owners = Array.from({ length: 10 }, (_, place) => customer(place + 1, `Firma ${'ABCDEFGHIJ'[place]}ndermatt`));
  const sharing = (keep: (place: number) => boolean): Ledger => ({
    customers: owners,
    items: owners.flatMap((_, place) =>
      keep(place) ? [invoice('2026-00123', place === 0 || place === 9 ? 12_000 : 500 + place, { of: place + 1 })] : [],
    ),
  });
  const recurring = (fields: Partial<PartitionItem>): Ledger =>
    ledgerOf(
      ...Array.from({ length: 12 }, (_, place) =>
        invoice(`FA2026-0${1_000 + place * 17}`, place === 2 || place === 10 ? 12_000 : 500 + place * 31, {
          dueDate: day(`2026-03-${String(place + 1).padStart(2, '0')}`),
          ...(fields as object),
        }),
      ),
    );

  test('a number of many customers', () => {
    expect(
      outcome(
        sharing(() => true),
        payment(12_000, 'FACT 2026-00123', nobody),
      ),
    ).toMatch(asked);
    expect(
      outcome(
        sharing((place) => place !== 9 && place < 6),
        payment(12_000, 'FACT 2026-00123', nobody),
      ),
    ).toBe('apply 2026-00123 12000');
  });

  test('an order, or a reference, on all invoices of a customer', () => {
    expect(outcome(recurring({ purchaseOrder: '4500001234' }), payment(12_000, 'CDE 4500001234', known))).toMatch(
      asked,
    );
    expect(
      outcome(
        recurring({ creditorReference: 'RF96R24000941' }),
        payment(12_000, '', { creditorReference: 'RF96R24000941' }),
      ),
    ).toMatch(asked);
  });
});

describe('money that cannot be counted', () => {
  test.each([
    ['none', 0, 'FA2026-00123'],
    ['none, where items cancel each other', 0, 'FA2026-00123 AV2026-00007'],
    ['more than a double holds', 2n ** 53n + 1n, 'FA2026-00123 FA2026-00124'],
    ['the most that a database holds', 2n ** 63n - 1n, 'FA2026-00123'],
  ])('%s', (_, amount, text) => {
    const items = [
      invoice('FA2026-00123', 2 ** 52),
      invoice('FA2026-00124', 2 ** 52),
      creditNote('AV2026-00007', 2 ** 52),
    ];
    expect(outcome(ledgerOf(...items), payment(amount, text, known))).toMatch(asked);
  });

  test('yen are not cents', () => {
    const yen: Ledger = {
      items: [invoice('FA2026-00123', 1_000_000, { currency: currency('JPY') }), ...background()],
      rates: [{ from: currency('JPY'), to: currency('EUR'), rate: 0.0061 }],
    };
    expect(outcome(yen, payment(6_100, 'FA2026-00123', known))).toMatch(asked);
    expect(outcome(yen, payment(610_000, 'FA2026-00123', known))).toBe('apply FA2026-00123 1000000');
  });

  test('an amount near the day’s rate names nothing', () => {
    const dollars: Ledger = {
      items: [invoice('FA2026-00123', 10_000, { currency: currency('USD') }), ...background()],
      rates: [{ from: currency('USD'), to: currency('EUR'), rate: 0.92 }],
    };
    expect(outcome(dollars, payment(9_338, 'VIREMENT', known))).toMatch(asked);
  });
});

test('a collection in two currencies is no sum', () => {
  const items = [invoice('FA2026-00001', 10_000), invoice('FA2026-00002', 10_000, { currency: currency('USD') })];
  const openItemIds = ['1 invoice FA2026-00001', '1 invoice FA2026-00002'].map((text) => itemId(text));
  const ledger = { ...ledgerOf(...items), collections: [{ reference: 'SDD-2026-03', openItemIds }] };
  expect(outcome(ledger, payment(20_000, '', { endToEndId: 'SDD-2026-03', batchCount: 2 }))).toMatch(asked);
});

describe('a text that is not read to its end', () => {
  test.each([
    ['many numbers', Array.from({ length: 260 }, (_, place) => place + 7).join(' ')],
    ['many words', 'x '.repeat(4_200)],
    ['many characters', 'xyzxyz '.repeat(3_000)],
  ])('%s', (_, filling) => {
    expect(outcome(one, payment(12_000, `FA2026-00123 ${filling} REMBOURSEMENT`, known))).toMatch(asked);
  });

  test('a word of money given back, in two halves', () => {
    expect(outcome(one, payment(12_000, 'VIR REMBOUR\nSEMENT FA2026-00123', known))).toMatch(/^refund_wording/);
    expect(outcome(one, payment(12_000, 'VIR REMBOUR SEMENT FA2026-00123', known))).toBe('apply FA2026-00123 12000');
  });
});

test('the account of one customer and the name of another name nobody', () => {
  const contradictory = { from: 'DE89370400440532013000', by: 'Atelier Nord SAS' };
  expect(outcome(one, payment(12_000, 'VIREMENT', contradictory))).toMatch(/^payer_is_other_customer/);
  expect(outcome(one, payment(12_000, 'FA2026-00123', contradictory))).toBe('apply FA2026-00123 12000');
});

test('twelve invoices of one amount are a question, however the payer is known', () => {
  const twelve = ledgerOf(
    ...invoices(
      'FA2026-',
      201,
      Array.from({ length: 12 }, () => 4_500),
    ),
  );
  for (const amount of [4_500, 9_000, 27_000])
    expect(outcome(twelve, payment(amount, 'VIREMENT', known)), String(amount)).toMatch(asked);
});
