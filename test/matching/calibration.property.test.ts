import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordCells, type ConfirmedOutcome } from '../../src/matching/calibration/cell-record.ts';
import { wilsonInterval } from '../../src/matching/calibration/wilson.ts';
import { calibrate, neededConfirmedCount, openAllowance } from '../../src/matching/decision/calibration.ts';

const cellArb = fc
  .tuple(
    fc.constantFrom('named', 'single', 'completed'),
    fc.constantFrom('none', 'full'),
    fc.constantFrom('exact', 'discount'),
    fc.constantFrom('weak', 'iban'),
    fc.subarray(['rare', 'list']),
  )
  .map((words) => words.flat().join(' '));
const batchArb = fc.record({
  cell: cellArb,
  rule: fc.constantFrom('full_reference', 'single', null),
  right: fc.nat(400),
  wrong: fc.oneof(fc.constant(0), fc.nat(3)),
});
type Batch = Readonly<{ cell: string; rule: string | null; right: number; wrong: number }>;
const outcomesOf = (batches: readonly Batch[]): readonly ConfirmedOutcome[] =>
  batches.flatMap(({ cell, rule, right, wrong }) =>
    Array.from({ length: right + wrong }, (_, index) => ({ cell, rule, isRight: index >= wrong })),
  );
const historyArb = fc.array(batchArb, { minLength: 1, maxLength: 20 }).map(outcomesOf);
const budgetArb = fc.record({ wrong: fc.integer({ min: 1, max: 50 }), of: fc.constantFrom(1_000, 10_000, 100_000) });

test('the same outcomes in any order give the same calibration, byte for byte', () => {
  const shuffledArb = fc
    .array(batchArb, { minLength: 1, maxLength: 8 })
    .chain((batches) => fc.tuple(fc.constant(batches), fc.shuffledSubarray(batches, { minLength: batches.length })));
  fc.assert(
    fc.property(shuffledArb, budgetArb, ([batches, shuffled], budget) => {
      const one = calibrate(outcomesOf(batches), budget, 'on');
      const other = calibrate(outcomesOf(shuffled).toReversed(), budget, 'on');
      expect(JSON.stringify(other)).toBe(JSON.stringify(one));
    }),
  );
});

test('every outcome is counted once', () => {
  fc.assert(
    fc.property(historyArb, budgetArb, (history, budget) => {
      const { cells, confirmedCount } = calibrate(history, budget, 'shadow');
      expect(cells.reduce((sum, { right, wrong }) => sum + right + wrong, 0)).toBe(history.length);
      expect(cells.reduce((sum, { wrong }) => sum + wrong, 0)).toBe(history.filter(({ isRight }) => !isRight).length);
      expect(confirmedCount).toBe(history.length);
    }),
  );
});

test('what is added never had a wrong outcome, and its worst is within the budget together with the rest', () => {
  fc.assert(
    fc.property(historyArb, budgetArb, (history, budget) => {
      const added = calibrate(history, budget, 'on').cells.filter(
        ({ rule, decision }) => rule === null && decision === 'apply',
      );
      const records = recordCells(history);
      expect(added.every(({ wrong }) => wrong === 0)).toBe(true);
      if (added.length === 0) return;
      const calibrated = calibrate(history, budget, 'on').cells;
      const applied = records.filter((record) =>
        calibrated.some(
          ({ cell, rule, decision }) =>
            cell === record.cell &&
            rule === record.rule &&
            (decision === 'apply' || (rule !== null && decision === 'unknown')),
        ),
      );
      const worst = applied.reduce((sum, record) => {
        const rate = record.rule === null ? 1 - record.lowerBound : record.expectedWrongRate;
        return sum + rate * (record.right + record.wrong);
      }, 0);
      const count = applied.reduce((sum, { right, wrong }) => sum + right + wrong, 0);
      expect(worst).toBeLessThanOrEqual((count * budget.wrong) / budget.of + 1e-9);
    }),
  );
});

test('while nothing that rules applied was wrong, on allows all that the ladder does', () => {
  fc.assert(
    fc.property(fc.array(batchArb, { maxLength: 20 }), budgetArb, (batches, budget) => {
      const clean = batches.map((batch) => (batch.rule === null ? batch : { ...batch, wrong: 0 }));
      const allows = openAllowance(calibrate(outcomesOf(clean), budget, 'on'));
      const ofLadder = clean.filter(({ rule }) => rule !== null);
      expect(ofLadder.filter(({ cell, rule }) => !allows(cell, rule))).toEqual([]);
    }),
  );
});

test('with too few confirmed, the ladder decides alone', () => {
  fc.assert(
    fc.property(historyArb, budgetArb, cellArb, fc.constantFrom('single', null), (history, budget, cell, rule) => {
      const few = history.slice(0, neededConfirmedCount - 1);
      expect(openAllowance(calibrate(few, budget, 'on'))(cell, rule)).toBe(rule !== null);
    }),
  );
});

test('one more wrong outcome never makes a cell look better', () => {
  fc.assert(
    fc.property(historyArb, fc.nat(), (history, place) => {
      const changed = history[place % Math.max(1, history.length)];
      if (changed === undefined) return;
      const rateIn = (outcomes: readonly ConfirmedOutcome[]): number =>
        recordCells(outcomes).find(({ cell, rule }) => cell === changed.cell && rule === changed.rule)
          ?.expectedWrongRate ?? 0;
      expect(rateIn([...history, { ...changed, isRight: false }])).toBeGreaterThan(
        rateIn([...history, { ...changed, isRight: true }]),
      );
    }),
  );
});

test('the interval holds the rate, and narrows with more of the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(5_000), (of, some) => {
      const count = some % (of + 1);
      const once = wilsonInterval(count, of);
      const tenfold = wilsonInterval(10 * count, 10 * of);
      expect(once.low).toBeLessThanOrEqual(count / of);
      expect(once.high).toBeGreaterThanOrEqual(count / of);
      expect(tenfold.high - tenfold.low).toBeLessThan(once.high - once.low);
    }),
  );
});
