/** Every rule of the ladder: what it applies without a person, and beside each the next thing that it does not. */
import { describe, expect, test } from 'vitest';
import type { Payment } from '../../src/domain/match.ts';
import { everything } from '../../src/matching/decision/verdict.ts';
import { asked, outcome, weigh } from './engine.ts';
import {
  background,
  closed,
  creditNote,
  currency,
  customerId,
  day,
  half,
  invoice,
  invoices,
  itemId,
  known,
  ledgerOf,
  nobody,
  payment,
  sharedAccount,
  stranger,
  type Ledger,
} from './ledgers.ts';

const one = ledgerOf(invoice('FA2026-00123', 12_000));
/** Five others owe the amount as well. */
const common: Ledger = {
  items: [invoice('FA2026-00123', 12_000, { purchaseOrder: 'PO 4500088' }), ...background(12_000, 5)],
  aliases: sharedAccount,
};
const five = ledgerOf(...invoices('FA2026-', 101, [10_100, 10_210, 10_330, 10_470, 10_590]));

type Case = readonly [name: string, ledger: Ledger, payment: Payment, expected: string | RegExp];

const written = (expected: string | RegExp): RegExp =>
  typeof expected === 'string' ? new RegExp(`^${expected.replaceAll('+', '\\+')}$`) : expected;
const applied = 'apply FA2026-00123 12000';

describe('all digits of a number', () => {
  test.each<Case>([
    ['and the amount, of a payer nobody knows', one, payment(12_000, 'FACT FA2026-00123', nobody), applied],
    ['of a payer who may be the customer', common, payment(12_000, 'FACT FA2026-00123', half), applied],
    [
      'of a payer who is somebody else',
      one,
      payment(12_000, 'FACT FA2026-00123', stranger),
      /^payer_is_other_customer/,
    ],
    ['a difference with a name', one, payment(11_970, 'FA2026-00123', known), applied],
    ['51 cents have no name', one, payment(11_949, 'FA2026-00123', nobody), /^amount_differs/],
    ['a rounding of nobody', one, payment(11_970, 'FA2026-00123', nobody), asked],
    ['with letters read as digits, of the customer', one, payment(12_000, 'FA2O26-OO123', known), applied],
    ['with letters read as digits, of nobody', common, payment(12_000, 'FA2O26-OO123', nobody), asked],
  ])('%s', (_, ledger, paid, expected) => {
    expect(outcome(ledger, paid)).toMatch(written(expected));
  });
});

describe('a reference for machines', () => {
  const reference = { creditorReference: 'RF96R24000941' };
  const ledger: Ledger = {
    items: [invoice('R24000941', 12_000, reference), ...background(12_000, 5)],
    aliases: sharedAccount,
  };
  const settled = 'apply R24000941 12000';
  const abroad = { ...reference, bankTransactionCode: 'PMNT/RCDT/XBCT' };
  test.each<Case>([
    ['of nobody', ledger, payment(12_000, '', reference), settled],
    ['in the text', ledger, payment(12_000, 'RF96 R240 0094 1', nobody), settled],
    ['a rounding', ledger, payment(11_950, '', reference), settled],
    ['fees on the way', ledger, payment(11_000, '', abroad), settled],
    ['a cent more than a rounding', ledger, payment(11_949, '', reference), /^amount_differs/],
    ['of somebody else', ledger, payment(12_000, '', { ...reference, ...stranger }), /^payer_is_other_customer/],
    ['of another document', ledger, payment(12_000, '', { creditorReference: 'RF18539007547034' }), asked],
    [
      'of two items with one amount',
      { items: [...ledger.items, invoice('R24000942', 12_000, reference)] },
      payment(12_000, '', reference),
      /^several_explanations/,
    ],
  ])('%s', (_, ledger, paid, expected) => {
    expect(outcome(ledger, paid)).toMatch(written(expected));
  });
});

describe('a part of a number', () => {
  test.each<Case>([
    ['the serial number, of the customer', common, payment(12_000, 'FACT 00123', known), applied],
    ['the serial number, of nobody', common, payment(12_000, 'FACT 00123', nobody), asked],
    ['three digits of it, of the customer', common, payment(12_000, 'FACT 123', known), applied],
    ['three digits of it, of nobody', common, payment(12_000, 'FACT 123', nobody), asked],
    ['the order, of the customer', common, payment(12_000, 'CDE 4500088', known), applied],
    ['the order, of nobody', common, payment(12_000, 'CDE 4500088', nobody), asked],
    ['the order of another amount', common, payment(12_051, 'CDE 4500088', known), asked],
  ])('%s', (_, ledger, paid, expected) => {
    expect(outcome(ledger, paid)).toMatch(written(expected));
  });
});

describe('several documents', () => {
  const three = 'FA2026-00101 10100 + FA2026-00102 10210 + FA2026-00103 10330';
  const sum = 30_640;
  test.each<Case>([
    [
      'a list of nobody',
      five,
      payment(20_430, 'FA2026-00101, FA2026-00103', nobody),
      'apply FA2026-00101 10100 + FA2026-00103 10330',
    ],
    ['a range', five, payment(sum, 'FACTURES 00101 A 00103', known), `apply ${three}`],
    ['a range with a dash between blanks', five, payment(sum, '00101 - 00103', known), `apply ${three}`],
    ['a range of nobody', five, payment(sum, 'FA2026-00101 A 00103', nobody), asked],
    ['a range and a cent too little', five, payment(sum - 1, 'FACTURES 00101 A 00103', known), asked],
    [
      'some of a list',
      five,
      payment(20_430, 'FA2026-00101 FA2026-00103 FA2026-00105', known),
      'apply FA2026-00101 10100 + FA2026-00103 10330',
    ],
    ['some of a list, of nobody', five, payment(20_430, 'FA2026-00101 FA2026-00103 FA2026-00105', nobody), asked],
    ['a list that was cut off', five, payment(sum, 'FA2026-00101, FA2026-00102, FA2026-', known), `apply ${three}`],
    ['a list that was cut off, of nobody', five, payment(sum, 'FA2026-00101, FA2026-00102, FA2026-', nobody), asked],
    [
      'a list with a typing error',
      five,
      payment(sum, 'FA2026-00101, FA2026-00102, FA2026-00193', known),
      `apply ${three}`,
    ],
  ])('%s', (_, ledger, paid, expected) => {
    expect(outcome(ledger, paid)).toMatch(written(expected));
  });
});

describe('credit notes', () => {
  const items = [invoice('FA2026-00123', 12_000), creditNote('AV2026-00007', 2_000)];
  const both = 'apply AV2026-00007 2000 + FA2026-00123 12000';
  test.each<Case>([
    ['that are named', ledgerOf(...items), payment(10_000, 'FA2026-00123 MOINS AVOIR AV2026-00007', nobody), both],
    ['deducted in silence by the customer', ledgerOf(...items), payment(10_000, 'FA2026-00123', known), both],
    ['deducted in silence by nobody', ledgerOf(...items), payment(10_000, 'FA2026-00123', nobody), asked],
    [
      'two that may be meant',
      ledgerOf(...items, creditNote('AV2026-00008', 2_000)),
      payment(10_000, 'FA2026-00123', known),
      asked,
    ],
    ['alone owe nothing', ledgerOf(creditNote('AV2026-00007', 2_000)), payment(2_000, 'AV2026-00007', known), asked],
  ])('%s', (_, ledger, paid, expected) => {
    expect(outcome(ledger, paid)).toMatch(written(expected));
  });
});

describe('nothing is named', () => {
  const twins = ledgerOf(invoice('FA2026-00123', 12_000), invoice('FA2026-00124', 12_000));
  const whole = five.items
    .slice(0, 5)
    .map(({ documentNumber, residualMinor }) => `${documentNumber} ${residualMinor}`)
    .join(' + ');
  test.each<Case>([
    ['the only item of the amount', common, payment(12_000, 'VIREMENT', known), applied],
    ['two of the amount', twins, payment(12_000, 'VIREMENT', known), /^several_explanations/],
    ['a cent less', common, payment(11_949, 'VIREMENT', known), asked],
    ['of nobody', one, payment(12_000, 'VIREMENT', nobody), asked],
    ['of one who may be the customer, and others owe as much', common, payment(12_000, 'VIREMENT', half), asked],
    ['the whole account', five, payment(51_700, 'VIREMENT', known), `apply ${whole}`],
    ['the whole account, of one who may be the customer', five, payment(51_700, 'VIREMENT', half), asked],
    [
      'the only two that give the amount',
      five,
      payment(20_680, 'VIREMENT', known),
      'apply FA2026-00102 10210 + FA2026-00104 10470',
    ],
    [
      'two ways to give the amount',
      ledgerOf(...invoices('FA2026-', 101, [5_000, 5_000, 7_000])),
      payment(12_000, 'VIREMENT', known),
      /^several_explanations/,
    ],
  ])('%s', (_, ledger, paid, expected) => {
    expect(outcome(ledger, paid)).toMatch(written(expected));
  });
});

describe('a part of an invoice', () => {
  const other = ledgerOf(invoice('FA2026-00123', 12_000), invoice('FA2026-00300', 7_000));
  test.each<Case>([
    ['named in full by the customer', one, payment(7_000, 'FA2026-00123', known), 'apply FA2026-00123 7000'],
    ['a cent', one, payment(1, 'FA2026-00123', known), 'apply FA2026-00123 1'],
    ['more than the invoice: the rest stays on the account', one, payment(15_000, 'FA2026-00123', known), applied],
    ['an instalment', one, payment(4_000, 'FA2026-00123 1/3', known), 'apply FA2026-00123 4000'],
    ['a deposit in percent', one, payment(3_600, '30 % DEPOSIT ON FA2026-00123', known), 'apply FA2026-00123 3600'],
    ['by nobody', one, payment(7_000, 'FA2026-00123', nobody), /^amount_differs/],
    ['which is the amount of another', other, payment(7_000, 'FA2026-00123', known), /^amount_differs/],
    ['beside a number that we do not have', one, payment(7_000, 'FA2026-00123 FA2026-00999', known), /^amount_differs/],
    ['three digits are too few', one, payment(7_000, 'FACT 123', known), asked],
  ])('%s', (_, ledger, paid, expected) => {
    expect(outcome(ledger, paid)).toMatch(written(expected));
  });
});

test('direct debits we collected come back as one sum, by their reference or as the only one of sum and count', () => {
  const ids = ['1 invoice FA2026-00001', '2 invoice FA2026-00002'].map((text) => itemId(text));
  const ledger: Ledger = {
    items: [invoice('FA2026-00001', 3_000), invoice('FA2026-00002', 4_000, { of: 2 }), ...background()],
    collections: [{ reference: 'SDD-2026-03', openItemIds: ids }],
  };
  const both = 'apply FA2026-00001 3000 + FA2026-00002 4000';
  expect(outcome(ledger, payment(7_000, '', { endToEndId: 'SDD-2026-03', batchCount: 2 }))).toBe(both);
  expect(outcome(ledger, payment(7_000, 'REMISE SDD 2026 03', { batchCount: 2 }))).toBe(both);
  expect(outcome(ledger, payment(7_000, '2 PRELEVEMENTS', { batchCount: 2 }))).toBe(both);
  expect(outcome(ledger, payment(7_000, '3 PRELEVEMENTS', { batchCount: 3 }))).toMatch(/^batch_without_details/);
  expect(outcome(ledger, payment(6_999, '', { endToEndId: 'SDD-2026-03', batchCount: 2 }))).toMatch(
    /^batch_without_details/,
  );
  const paid = { ...ledger, items: [closed('FA2026-00001'), ...ledger.items.slice(1)] };
  expect(outcome(paid, payment(4_000, '', { endToEndId: 'SDD-2026-03', batchCount: 2 }))).toMatch(
    /^batch_without_details/,
  );
});

test('a rule that is switched off applies nothing, and a difference that is not booked is asked about', () => {
  const paid = payment(12_000, 'FA2026-00123', known);
  const { rule } = weigh(one, paid).verdict;
  expect(rule).not.toBeNull();
  expect(outcome(one, paid, { ...everything, withoutRules: [rule ?? ''] })).toMatch(/^not_certain/);
  const rounded = payment(11_970, 'FA2026-00123', known);
  expect(outcome(one, rounded, { ...everything, amountClasses: ['exact'] })).toMatch(/^not_bookable/);
  expect(outcome(one, paid, { ...everything, amountClasses: ['exact'] })).toBe(applied);
});

test('what was applied lately is not applied again by amount alone', () => {
  const paid = (date: string) => [{ customerId: customerId(1), amountMinor: 12_000n, date: day(date) }];
  const silent = payment(12_000, 'VIREMENT', known);
  expect(outcome({ ...one, paid: paid('2026-02-20') }, silent)).toMatch(/^repeated_payment/);
  expect(outcome({ ...one, paid: paid('2026-02-04') }, silent)).toBe(applied);
  expect(outcome({ ...one, paid: paid('2026-03-03') }, silent)).toBe(applied);
  expect(outcome({ ...one, paid: paid('2026-02-20') }, payment(12_000, 'FA2026-00123', known))).toBe(applied);
});

test('money of another currency settles by what the payer ordered, or by the day’s rate', () => {
  const dollars = { items: [invoice('FA2026-00123', 10_000, { currency: currency('USD') }), ...background()] };
  const rates = [{ from: currency('USD'), to: currency('EUR'), rate: 0.92 }];
  const ordered = (minor: bigint) => ({ instructed: { minor, currency: currency('USD'), rate: null } });
  const settled = 'apply FA2026-00123 10000';
  expect(outcome(dollars, payment(9_338, 'FA2026-00123', ordered(10_000n)))).toBe(settled);
  expect(outcome(dollars, payment(9_338, 'FA2026-00123', ordered(9_999n)))).toMatch(asked);
  expect(outcome({ ...dollars, rates }, payment(9_383, 'FA2026-00123', known))).toBe(settled);
  expect(outcome({ ...dollars, rates }, payment(9_385, 'FA2026-00123', known))).toMatch(asked);
  expect(outcome(dollars, payment(9_200, 'FA2026-00123', known))).toMatch(asked);
  expect(
    outcome({ ...dollars, rates }, payment(10_000, 'FA2026-00123', { ...known, currency: currency('SEK') })),
  ).toMatch(asked);
});
