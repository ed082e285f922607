/** What a chunk of decisions does to the books, decided on rows alone. */
import { describe, expect, test } from 'vitest';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { CustomerId, LedgerId, MatchRunId, OpenItemId, PaymentId } from '../../src/domain/ids.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import { openChunkBooks, planDecisions, type Decision, type LockedPayment } from '../../src/ledger/plan/application.ts';
import { letteringCode } from '../../src/ledger/plan/lettering-code.ts';
import type { SettledItem } from '../../src/ledger/plan/settlement-model.ts';

/* oxlint-disable typescript/no-unsafe-type-assertion -- sample ids and days are branded by hand */
const ledgerId = 1 as LedgerId;
const runId = 'aaaaaaaa-0000-4000-8000-000000000000' as MatchRunId;
const eur = 'EUR' as CurrencyCode;
const customerId = 'C' as CustomerId;
const today = '2026-03-02' as LocalDate;

const item = (id: string, residualMinor: bigint, side: SettledItem['side'] = 'debit'): SettledItem => ({
  id: id as OpenItemId,
  customerId,
  account: '411',
  side,
  currency: eur,
  issueDate: today,
  amountMinor: residualMinor,
  residualMinor,
});

const payment = (id: string, unappliedMinor: bigint): LockedPayment => ({
  id: id as PaymentId,
  side: 'credit',
  currency: eur,
  bookingDate: today,
  amountMinor: unappliedMinor,
  unappliedMinor,
  status: 'received',
  reviewReason: null,
});

/** `FA1 100 60`: of the 100 left of FA1, 60 are cleared. */
const apply = (id: string, unappliedMinor: bigint | null, ...lines: readonly string[]): Decision => ({
  paymentId: id as PaymentId,
  unappliedMinor,
  action: 'apply',
  reason: null,
  writeOff: null,
  basis: 'named_by_debtor',
  lines: lines.map((line) => {
    const [openItemId = '', residual = '0', cleared = residual] = line.split(' ');
    return { openItemId: openItemId as OpenItemId, residualMinor: BigInt(residual), clearedMinor: BigInt(cleared) };
  }),
});

function plan(payments: readonly LockedPayment[], items: readonly SettledItem[], decisions: readonly Decision[]) {
  const books = openChunkBooks({
    payments: new Map(payments.map((each) => [each.id, each])),
    items: new Map(items.map((each) => [each.id, each])),
    units: new Map(),
    lastNumbers: new Map(),
    differences: null,
    baseCurrency: eur,
    openFrom: '1900-01-01' as LocalDate,
  });
  const planned = planDecisions(ledgerId, runId, decisions, books);
  const left = new Map(payments.map((each) => [each.id, each.unappliedMinor]));
  return {
    applied: planned.applications.map(
      ({ paymentId, cashMinor, letterings }) =>
        `${paymentId} ${cashMinor} left ${(left.get(paymentId ?? ('' as PaymentId)) ?? 0n) - (cashMinor ?? 0n)} ${letterings
          .map(({ codeNumber, isBalanced }) => letteringCode(codeNumber, isBalanced))
          .join(' ')}`,
    ),
    reviews: planned.reviews.map(({ paymentId, reason }) => `${paymentId} ${reason}`),
    residuals: Object.fromEntries(planned.applications.flatMap(({ residualById }) => [...residualById])),
  };
}

describe('a payment of a part', () => {
  test('leaves the rest of the item open, and its letters small', () => {
    expect(plan([payment('P', 60n)], [item('FA1', 100n)], [apply('P', 60n, 'FA1 100 60')])).toEqual({
      applied: ['P 60 left 0 a'],
      reviews: [],
      residuals: { FA1: 40n },
    });
  });

  test('and the payment of the rest behind it close the item, in this order only', () => {
    const payments = [payment('P', 60n), payment('Q', 40n)];
    const first = apply('P', 60n, 'FA1 100 60');
    const second = apply('Q', 40n, 'FA1 40');
    expect(plan(payments, [item('FA1', 100n)], [first, second])).toEqual({
      applied: ['P 60 left 0 a', 'Q 40 left 0 A'],
      reviews: [],
      residuals: { FA1: 0n },
    });
    expect(plan(payments, [item('FA1', 100n)], [second, first])).toMatchObject({
      applied: ['P 60 left 0 a'],
      reviews: ['Q item_changed_meanwhile'],
    });
  });

  test('takes the payment of the rest with it when it fails', () => {
    const decisions = [apply('P', 60n, 'FA1 100 60'), apply('Q', 40n, 'FA1 40')];
    expect(plan([payment('P', 60n), payment('Q', 40n)], [item('FA1', 90n)], decisions)).toEqual({
      applied: [],
      reviews: ['P item_changed_meanwhile', 'Q item_changed_meanwhile'],
      residuals: {},
    });
  });
});

describe('a payment of more than its items', () => {
  test('keeps what is over', () => {
    expect(plan([payment('P', 120n)], [item('FA1', 100n)], [apply('P', 120n, 'FA1 100')])).toEqual({
      applied: ['P 100 left 20 A'],
      reviews: [],
      residuals: { FA1: 0n },
    });
  });

  test.each([
    ['a cent less is left of it', 119n],
    ['a cent more', 121n],
    ['just what the items take', 100n],
  ])('is not applied when %s than the run saw', (_, unapplied) => {
    expect(plan([payment('P', unapplied)], [item('FA1', 100n)], [apply('P', 120n, 'FA1 100')])).toEqual({
      applied: [],
      reviews: ['P item_changed_meanwhile'],
      residuals: {},
    });
  });

  test('is not applied by a run that did not say what it saw', () => {
    expect(plan([payment('P', 120n)], [item('FA1', 100n)], [apply('P', null, 'FA1 100')]).applied).toEqual([]);
    expect(plan([payment('P', 100n)], [item('FA1', 100n)], [apply('P', null, 'FA1 100')]).applied).toHaveLength(1);
  });
});

describe('no decision is applied', () => {
  const items = [item('FA1', 100n), item('AV1', 30n, 'credit'), { ...item('FB1', 50n), customerId: 'D' as CustomerId }];
  test.each([
    ['that takes more than the payment has', apply('P', 70n, 'FA1 100')],
    ['that takes nothing from it', apply('P', 70n, 'AV1 30')],
    ['that clears more than an item has', apply('P', 70n, 'FA1 100 101', 'AV1 30 31')],
    ['that names an item twice', apply('P', 70n, 'FA1 100 40', 'FA1 100 30')],
    ['over items of two customers', apply('P', 70n, 'FA1 100 20', 'FB1 50')],
    ['without lines', apply('P', 70n)],
  ])('%s', (_, decision) => {
    expect(plan([payment('P', 70n)], items, [decision])).toEqual({
      applied: [],
      reviews: ['P item_changed_meanwhile'],
      residuals: {},
    });
  });

  test('but one that deducts a credit note is', () => {
    expect(plan([payment('P', 70n)], items, [apply('P', 70n, 'FA1 100', 'AV1 30')])).toEqual({
      applied: ['P 70 left 0 A'],
      reviews: [],
      residuals: { FA1: 0n, AV1: 0n },
    });
  });
});
