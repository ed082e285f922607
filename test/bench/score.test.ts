/** The published rules, held against ledgers whose scores were counted by hand. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, outcomeOf } from '../../bench/matching/judge.ts';
import { score, type Scores } from '../../bench/matching/score.ts';
import { wilsonLow } from '../../bench/matching/wilson.ts';
import type { BenchData, Decision } from '../../bench/matching/types.ts';
import { aLedger, aLine, anItem, applies, asks, aTruth, leavesAlone } from './score-ledger.ts';

const items = [
  anItem(1, 100_00),
  anItem(2, 250_00),
  anItem(3, -20_00),
  anItem(4, 75_50),
  anItem(5, 75_50),
  anItem(6, 40_00),
];

const scoresOf = (data: BenchData, decisions: readonly Decision[]): Scores => score(judge(data, decisions));

describe('one applied line', () => {
  const truth = aTruth(0, { 1: 100_00, 2: 250_00, 3: -20_00 });
  test.each([
    ['all items, in any order', { 3: -20_00, 2: 250_00, 1: 100_00 }, 'correct'],
    ['one item missing', { 1: 100_00, 2: 250_00 }, 'incomplete'],
    ['a cent more', { 1: 100_01, 2: 250_00, 3: -20_00 }, 'wrong'],
    ['a cent less', { 1: 99_99, 2: 250_00, 3: -20_00 }, 'wrong'],
    ['one item too many', { 1: 100_00, 2: 250_00, 3: -20_00, 4: 75_50 }, 'wrong'],
    ['one missing, and a stranger of the same amount', { 1: 100_00, 5: 250_00 }, 'wrong'],
    ['the credit note as a debt', { 1: 100_00, 2: 250_00, 3: 20_00 }, 'wrong'],
  ])('%s', (_, cleared, outcome) => {
    expect(outcomeOf(applies(0, cleared).alloc, truth)).toBe(outcome);
  });
});

describe('a day of ten lines', () => {
  const data = aLedger({
    items,
    lines: [
      aLine(0, 100_00),
      aLine(1, 330_00),
      aLine(2, 75_50),
      aLine(3, 40_00, { ccy: 'CHF' }),
      aLine(4, 75_50),
      aLine(5, 60_00),
      aLine(6, 100_00),
      aLine(7, 500_00),
      aLine(8, -12_00),
      aLine(9, 25_00),
    ],
    truth: [
      aTruth(0, { 1: 100_00 }),
      aTruth(1, { 1: 100_00, 2: 250_00, 3: -20_00 }, { scenario: 'multi_credit' }),
      aTruth(2, { 4: 75_50 }, { scenario: 'noref_same_amount', expect: 'review' }),
      aTruth(3, { 6: 40_00 }, { scenario: 'fx' }),
      aTruth(4, { 5: 75_50 }, { scenario: 'noref_same_amount', expect: 'review' }),
      aTruth(5, { 6: 60_00 }, { scenario: 'ref_partial' }),
      aTruth(6, {}, { scenario: 'duplicate', expect: 'review', type: 'duplicate' }),
      aTruth(7, { 1: 100_00, 2: 250_00 }, { scenario: 'dd_batch', customer: null }),
      aTruth(8, {}, { scenario: 'noise_out', expect: 'none', type: 'none', customer: null }),
      aTruth(9, {}, { scenario: 'on_account', expect: 'review', type: 'on_account' }),
    ],
  });
  const scores = scoresOf(data, [
    applies(0, { 1: 100_00 }), // Right.
    applies(1, { 1: 100_00, 2: 250_00 }), // Incomplete.
    applies(2, { 4: 75_50 }), // Right by luck.
    applies(3, { 5: 75_50 }), // Wrong, in a foreign currency.
    asks(4, [{ 4: 75_50 }, { 5: 75_50 }]), // Right in the second place.
    asks(5, [{ 6: 40_00 }, { 4: 75_50 }, { 1: 100_00 }, { 6: 60_00 }], { customer: 8 }), // Right in the fourth place.
    applies(6, { 1: 100_00 }), // Wrong: it was paid before.
    asks(7, [{ 1: 100_00, 2: 250_00 }]), // Right in the first place.
    leavesAlone(8),
    asks(9, [{ 6: 25_00 }]),
  ]);

  test('counts what was applied and what of it was right', () => {
    expect(scores).toMatchObject({ lines: 10, receivable: 7, precision: { count: 2, of: 5, rate: 0.4 } });
    expect(scores.autoMatch).toEqual({ count: 2, of: 7, rate: 2 / 7 });
  });

  test('tells wrong from incomplete, and weighs false posts in euros', () => {
    expect(scores.falsePosts).toEqual({
      count: 3,
      wrong: 2,
      incomplete: 1,
      perTenThousandLines: 3_000,
      euroCents: 330_00 + 41_24 + 100_00,
      largestEuroCents: 330_00,
    });
  });

  test('weighs the auto-match by euros, foreign amounts at the rate of the data', () => {
    const receivable = 100_00 + 330_00 + 75_50 + 41_24 + 75_50 + 60_00 + 500_00;
    expect(scores.autoMatchEuroCents).toEqual({ count: 175_50, of: receivable, rate: 175_50 / receivable });
  });

  test('does not reward what was right by luck', () => {
    expect(scores.lucky).toBe(1);
    expect(scores.autoMatchWithoutLucky).toMatchObject({ count: 1, of: 7 });
  });

  test('looks at three suggestions, over all receivable lines and over the queue alone', () => {
    expect(scores.recallAt1).toMatchObject({ count: 3, of: 7 });
    expect(scores.recallAt3).toMatchObject({ count: 4, of: 7 });
    expect(scores.queueRecallAt1).toMatchObject({ count: 1, of: 3 });
    expect(scores.queueRecallAt3).toMatchObject({ count: 2, of: 3 });
  });

  test('asks for the customer only where one customer is paid for', () => {
    expect(scores.customerAt1).toMatchObject({ count: 5, of: 6 });
  });

  test('counts what became of the lines that pay for nothing', () => {
    expect(scores.quiet).toEqual([
      { type: 'duplicate', lines: 1, applied: 1, review: 0, none: 0 },
      { type: 'none', lines: 1, applied: 0, review: 0, none: 1 },
      { type: 'on_account', lines: 1, applied: 0, review: 1, none: 0 },
    ]);
  });

  test('has a row for each scenario', () => {
    const row = (scenario: string) => scores.scenarios.find((one) => one.scenario === scenario);
    expect(scores.scenarios.map(({ lines }) => lines).reduce((total, lines) => total + lines)).toBe(10);
    expect(row('noref_same_amount')).toEqual({
      scenario: 'noref_same_amount',
      expect: 'review',
      lines: 2,
      applied: 1,
      correct: 1,
      wrong: 0,
      incomplete: 0,
      recallAt3: 1,
    });
    expect(row('multi_credit')).toMatchObject({ applied: 1, correct: 0, wrong: 0, incomplete: 1, recallAt3: 0 });
    expect(row('on_account')).toMatchObject({ recallAt3: null });
  });
});

test('an engine that applies nothing has no precision, instead of a perfect one', () => {
  const data = aLedger({ items, lines: [aLine(0, 100_00)], truth: [aTruth(0, { 1: 100_00 })] });
  const scores = scoresOf(data, [asks(0, [])]);
  expect(scores.precision).toEqual({ count: 0, of: 0, rate: null, wilsonLow: null });
  expect(scores).toMatchObject({ autoMatch: { count: 0, of: 1, rate: 0 }, falsePosts: { count: 0 }, curve: null });
});

test('suggestions of a line that is left alone are not shown to anybody', () => {
  const data = aLedger({ items, lines: [aLine(0, 100_00)], truth: [aTruth(0, { 1: 100_00 })] });
  const scores = scoresOf(data, [asks(0, [{ 1: 100_00 }], { action: 'none' })]);
  expect(scores.recallAt3).toMatchObject({ count: 0, of: 1 });
});

test('scores depend neither on the order of decisions nor on that of the items in them', () => {
  const ids = fc.subarray([1, 2, 3, 4], { minLength: 1 });
  const line = fc.record({ right: ids, decided: ids, isApplied: fc.boolean(), place: fc.integer() });
  const clearedOf = (ids: readonly number[]) => Object.fromEntries(ids.map((id) => [id, id]));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (drawn) => {
      const data = aLedger({
        items,
        lines: drawn.map((_, id) => aLine(id, 100_00)),
        truth: drawn.map(({ right }, id) => aTruth(id, clearedOf(right))),
      });
      const decisions = drawn.map(({ decided, isApplied }, id) =>
        isApplied ? applies(id, clearedOf(decided)) : asks(id, [clearedOf(decided)]),
      );
      const places = drawn.map(({ place }) => place);
      const shuffled = decisions
        .toSorted((one, other) => (places[one.line] ?? 0) - (places[other.line] ?? 0))
        .map((decision) => ({ ...decision, alloc: decision.alloc.toReversed() }));
      const scores = scoresOf(data, decisions);
      expect(scoresOf(data, shuffled)).toEqual(scores);
      const { wrong, incomplete } = scores.falsePosts;
      expect(scores.precision.count + wrong + incomplete).toBe(scores.precision.of);
    }),
    { numRuns: 100 },
  );
});

describe("Wilson's interval", () => {
  /** @see R. G. Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3 */
  test.each([
    [81, 263, 0.2553],
    [15, 148, 0.0624],
    [0, 20, 0],
    [1, 29, 0.0061],
  ])('%i of %i is at least %f, as published', (successCount, trialCount, low) => {
    expect(wilsonLow(successCount, trialCount)).toBeCloseTo(low, 4);
  });

  test('4,337 without a fault promise 99.91 %, not 100 %', () => {
    expect(wilsonLow(4_337, 4_337)).toBeCloseTo(0.99912, 5);
  });

  test('of nothing there is none', () => {
    expect(wilsonLow(0, 0)).toBeNull();
  });
});
