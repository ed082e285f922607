/** What the amount says about items, on both sides of every boundary, and that each line of it adds up. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PartitionItem } from '../../src/domain/partition.ts';
import { evaluate, type Evaluation } from '../../src/matching/hypotheses/amounts.ts';
import { openSurveyor } from '../../src/matching/survey.ts';
import { creditNote, currency, day, invoice, partitionOf, payment, type Ledger } from './ledgers.ts';

type Fields = Parameters<typeof payment>[2];

/** How a payment stands to all items of a little ledger, and what was left of them. */
function judged(
  items: readonly PartitionItem[],
  amount: number,
  fields: Fields = {},
  text = '',
  more: Partial<Ledger> = {},
) {
  const partition = partitionOf({ items, ...more });
  const residuals = partition.columns.itemResiduals;
  const { situation } = openSurveyor(partition, residuals).survey(payment(amount, text, fields), [], true);
  const rows = items.map((_, row) => row);
  return { residuals, evaluation: evaluate(situation, rows) };
}
const evaluationOf = (...each: Parameters<typeof judged>) => judged(...each).evaluation;
const classOf = (...each: Parameters<typeof evaluationOf>) => evaluationOf(...each)?.amountClass ?? null;
const cleared = (evaluation: Evaluation | null) => evaluation?.lines.map((line) => line.cleared);

const one = [invoice('FA2026-1', 12_000)];
const abroad = { bankTransactionCode: 'PMNT/RCDT/XBCT' };
const discounted = (bp: number) => [invoice('FA2026-1', 12_000, { discount: { bp, until: day('2026-03-02') } })];

test.each([
  ['the residual', one, 12_000, {}, 'exact'],
  ['50 cents less', one, 11_950, {}, 'rounding'],
  ['51 cents less', one, 11_949, {}, 'partial'],
  ['50 cents more', one, 12_050, {}, 'rounding'],
  ['51 cents more', one, 12_051, {}, 'over'],
  ['2 % of very little', [invoice('FA2026-1', 100)], 98, {}, 'partial'],
  ['less than 2 % of very little', [invoice('FA2026-1', 101)], 99, {}, 'rounding'],
  ['50.00 kept on the way from abroad', [invoice('FA2026-1', 20_001)], 15_001, abroad, 'fee'],
  ['50.01 kept on the way', [invoice('FA2026-1', 20_001)], 15_000, abroad, 'partial'],
  ['a quarter kept on the way', [invoice('FA2026-1', 400)], 300, abroad, 'partial'],
  ['less than a quarter', [invoice('FA2026-1', 404)], 304, abroad, 'fee'],
  ['kept, but not from abroad', [invoice('FA2026-1', 20_001)], 15_001, {}, 'partial'],
  ['the discount', discounted(200), 11_760, {}, 'discount'],
  ['a cent more than the discount', discounted(200), 11_759, {}, 'partial'],
  [
    'a discount of half a cent, rounded up',
    [invoice('FA2026-1', 12_025, { discount: { bp: 200, until: day('2026-03-02') } })],
    11_784,
    {},
    'discount',
  ],
  ['the discount on the last day of grace', discounted(200), 11_760, { bookingDate: day('2026-03-07') }, 'discount'],
  ['the discount a day later', discounted(200), 11_760, { bookingDate: day('2026-03-08') }, 'partial'],
] as const)('%s', (_, items, amount, fields, expected) => {
  expect(classOf(items, amount, fields)).toBe(expected);
});

test('a guarantee is withheld only where the text says so, and stays owed', () => {
  expect(classOf(one, 11_400, {}, 'RETENUE DE GARANTIE')).toBe('retention');
  expect(classOf(one, 11_400)).toBe('partial');
  expect(classOf(one, 11_399, {}, 'RETENUE DE GARANTIE')).toBe('partial');
  expect(cleared(evaluationOf(one, 11_400, {}, 'RETENUE DE GARANTIE'))).toEqual([11_400]);
});

describe('several items', () => {
  const two = [
    invoice('FA2026-1', 10_000, { dueDate: day('2026-02-01') }),
    invoice('FA2026-2', 6_000, { dueDate: day('2026-03-01') }),
  ];
  const withCredit = [...two, creditNote('AV2026-1', 2_000, { dueDate: day('2026-04-01') })];

  test('credit notes are deducted', () => {
    expect(classOf(withCredit, 14_000)).toBe('exact');
    expect(classOf(withCredit, 16_000)).toBe('over');
  });

  test('too little pays the oldest first, credit notes in full', () => {
    expect(evaluationOf(two, 11_000)).toMatchObject({ amountClass: 'short' });
    expect(cleared(evaluationOf(two, 11_000))).toEqual([10_000, 1_000]);
    expect(cleared(evaluationOf(two, 9_000))).toEqual([9_000]);
    expect(cleared(evaluationOf(withCredit, 11_000))).toEqual([10_000, 3_000, 2_000]);
  });

  test('more credit than debt is nothing to pay', () => {
    expect(evaluationOf([creditNote('AV2026-1', 2_000)], 2_000)).toBeNull();
    expect(evaluationOf([invoice('FA2026-1', 2_000), creditNote('AV2026-1', 2_000)], 2_000)).toBeNull();
    expect(evaluationOf([], 2_000)).toBeNull();
  });

  test('the discounts of all together', () => {
    const discount = { bp: 200, until: day('2026-03-02') };
    const both = [invoice('FA2026-1', 10_025, { discount }), invoice('FA2026-2', 6_025, { discount })];
    expect(classOf(both, 16_050 - 201 - 121)).toBe('discount');
    expect(classOf(both, 16_050 - 201 - 120)).toBe('short');
  });
});

describe('another currency', () => {
  const dollars = [invoice('FA2026-1', 10_000, { currency: currency('USD') })];
  const rates = [{ from: currency('USD'), to: currency('EUR'), rate: 0.9 }];

  test('by the day’s rate, give or take 2 %', () => {
    expect(classOf(dollars, 9_000, {}, '', { rates })).toBe('exchange');
    expect(classOf(dollars, 9_179, {}, '', { rates })).toBe('exchange');
    expect(classOf(dollars, 9_181, {}, '', { rates })).toBeNull();
    expect(classOf(dollars, 8_821, {}, '', { rates })).toBe('exchange');
    expect(classOf(dollars, 8_819, {}, '', { rates })).toBeNull();
    expect(classOf(dollars, 9_000)).toBeNull();
  });

  test('what the payer ordered goes before the rate', () => {
    const ordered = (minor: bigint, code = 'USD') => ({ instructed: { minor, currency: currency(code), rate: null } });
    expect(classOf(dollars, 1_234, ordered(10_000n))).toBe('exchange');
    expect(classOf(dollars, 9_000, ordered(9_999n), '', { rates })).toBeNull();
    expect(classOf(dollars, 9_000, ordered(10_000n, 'GBP'), '', { rates })).toBe('exchange');
  });

  test('two currencies at once settle nothing', () => {
    expect(classOf([...dollars, invoice('FA2026-2', 500)], 9_500, {}, '', { rates })).toBeNull();
    const both = [...dollars, invoice('FA2026-2', 500, { currency: currency('GBP') })];
    expect(classOf(both, 9_500, {}, '', { rates })).toBeNull();
  });
});

const percent = (minor: number, bp: number): number => Math.round((minor * bp) / 10_000);

test('whatever is cleared is at most what was left, and adds up as its class says', () => {
  const owed = fc.record({
    minor: fc.integer({ min: 1, max: 40_000 }),
    isCredit: fc.boolean(),
    bp: fc.constantFrom(0, 0, 200, 300),
  });
  const cases = fc.record({
    owed: fc.array(owed, { minLength: 1, maxLength: 6 }),
    off: fc.constantFrom('discount' as const, 'guarantee' as const, 0, 1, -1, 50, -50, 51, -51, 5_000, -5_000, 700),
    isAbroad: fc.boolean(),
    text: fc.constantFrom('', 'RETENUE GARANTIE'),
  });
  const seen = new Set<string>();
  fc.assert(
    fc.property(cases, ({ owed, off, isAbroad, text }) => {
      const items = owed.map(({ minor, isCredit, bp }, place) =>
        isCredit
          ? creditNote(`AV2026-${place}`, minor)
          : invoice(`FA2026-${place}`, minor, { discount: bp === 0 ? null : { bp, until: day('2026-03-02') } }),
      );
      const sum = owed.reduce((total, { minor, isCredit }) => total + (isCredit ? -minor : minor), 0);
      const discount = owed.reduce((total, { minor, isCredit, bp }) => total + (isCredit ? 0 : percent(minor, bp)), 0);
      const withheld = { discount, guarantee: percent(sum, 500) };
      const missing = typeof off === 'number' ? off : withheld[off];
      const amount = Math.max(1, sum - missing);
      const { evaluation, residuals } = judged(items, amount, isAbroad ? abroad : {}, text);
      expect(evaluation === null).toBe(sum <= 0);
      if (evaluation === null) return;
      seen.add(evaluation.amountClass);
      const net = evaluation.lines.reduce((total, { item, cleared }) => {
        const residual = residuals[item] ?? 0;
        expect(cleared).toBeGreaterThan(0);
        expect(cleared).toBeLessThanOrEqual(Math.abs(residual));
        return total + (residual < 0 ? -cleared : cleared);
      }, 0);
      const isWhole = ['exact', 'discount', 'rounding', 'fee', 'over'].includes(evaluation.amountClass);
      // All of them are cleared and the difference has a name; or just as much is cleared as was paid.
      expect(net).toBe(isWhole ? sum : amount);
      if (evaluation.amountClass === 'over') expect(amount).toBeGreaterThan(sum);
    }),
    { numRuns: 800 },
  );
  expect([...seen].toSorted()).toEqual([
    'discount',
    'exact',
    'fee',
    'over',
    'partial',
    'retention',
    'rounding',
    'short',
  ]);
});
