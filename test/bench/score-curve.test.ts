/** The curve over confidence: which threshold reaches which precision, and how much is applied there. */
import { describe, expect, test } from 'vitest';
import { confidenceCurve, type CurvePoint } from '../../bench/matching/curve.ts';
import { judge } from '../../bench/matching/judge.ts';
import type { Decision } from '../../bench/matching/types.ts';
import { aLedger, aLine, anItem, applies, asks, aTruth } from './score-ledger.ts';

const items = [anItem(1, 100_00), anItem(2, 100_00)];

/** Every line pays item 1. */
function curveOf(decisions: readonly Decision[]): readonly CurvePoint[] | null {
  const lines = decisions.map(({ line }) => aLine(line, 100_00));
  const truth = decisions.map(({ line }) => aTruth(line, { 1: 100_00 }));
  return confidenceCurve(judge(aLedger({ items, lines, truth }), decisions));
}
const right = (line: number, confidence: number): Decision => applies(line, { 1: 100_00 }, { confidence });
const wrong = (line: number, confidence: number): Decision => applies(line, { 2: 100_00 }, { confidence });
const many = (count: number, of: (line: number) => Decision, from = 0): Decision[] =>
  Array.from({ length: count }, (_, index) => of(from + index));

describe('the curve', () => {
  test('is absent without confidence', () => {
    expect(curveOf([applies(0, { 1: 100_00 }), asks(1, [{ 1: 100_00 }])])).toBeNull();
  });

  test('stops above the fault that would break the target', () => {
    // 998 right at 0.9, one fault at 0.8, 1,000 right at 0.7: 1 of 1,999 is 99.95 %, not 99.99 %.
    const decisions = [
      ...many(998, (line) => right(line, 0.9)),
      wrong(998, 0.8),
      ...many(1_001, (line) => right(line, 0.7), 999),
    ];
    expect(
      curveOf(decisions)?.map(({ target, threshold, autoMatch }) => [target, threshold?.confidence, autoMatch.count]),
    ).toEqual([
      [0.999, 0.7, 1_999],
      [0.9995, 0.7, 1_999],
      [0.9999, 0.9, 998],
    ]);
  });

  test('reaches 99.9 % with one fault in 1,000, and not with one in 999', () => {
    const at = (rightCount: number) => curveOf([wrong(0, 1), ...many(rightCount, (line) => right(line, 0.5), 1)])?.[0];
    expect(at(999)).toMatchObject({ threshold: { among: 'applied', confidence: 0.5 }, autoMatch: { count: 999 } });
    expect(at(998)).toMatchObject({ threshold: null, autoMatch: { count: 0, rate: 0 } });
  });

  test('takes lines of equal confidence together', () => {
    expect(curveOf([right(0, 0.9), right(1, 0.8), wrong(2, 0.8)])?.[0]).toMatchObject({
      threshold: { among: 'applied', confidence: 0.9 },
      autoMatch: { count: 1, of: 3 },
    });
  });

  test('takes up the first suggestion of a line left to review, unless it carries no confidence', () => {
    const decisions = [
      right(0, 0.9),
      asks(1, [{ 1: 100_00 }, { 2: 100_00 }], { confidence: 0.6 }),
      asks(2, [{ 1: 100_00 }]),
    ];
    expect(curveOf(decisions)?.[2]).toMatchObject({
      threshold: { among: 'review', confidence: 0.6 },
      autoMatch: { count: 2, of: 3 },
    });
  });

  test('takes a line that a gate held back only after all that was applied', () => {
    const gated = asks(2, [{ 2: 100_00 }], { confidence: 0.99 });
    expect(curveOf([right(0, 0.9), right(1, 0.4), gated])?.[0]).toMatchObject({
      threshold: { among: 'applied', confidence: 0.4 },
      autoMatch: { count: 2, of: 3 },
    });
  });

  test('says how little few lines prove', () => {
    expect(curveOf([right(0, 0.9)])?.[2]?.wilsonLow).toBeCloseTo(0.2065, 4);
  });
});
