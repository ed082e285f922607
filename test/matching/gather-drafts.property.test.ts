/** Leaving out what can't change a decision changes none. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { everything, isReturned, judge, type Verdict } from '../../src/matching/decision/verdict.ts';
import type { Ranked } from '../../src/matching/decision/rank.ts';
import { openProposer } from '../../src/matching/propose.ts';
import { openSurveyor } from '../../src/matching/survey.ts';
import { days } from './days.ts';
import { partitionOf } from './ledgers.ts';

const decisionOf = ({ action, reason, rule }: Verdict, ranked: readonly Ranked[]) => ({
  action,
  reason,
  rule,
  points: ranked[0]?.points,
  lines: ranked[0]?.draft.lines,
});

test('a payment is decided as if everything had been looked for', () => {
  const seed = 26;
  let shortCount = 0;
  fc.assert(
    fc.property(days, ({ ledger, payments }) => {
      const partition = partitionOf(ledger);
      const { itemResiduals } = partition.columns;
      const proposer = openProposer(partition, itemResiduals, everything);
      const surveyor = openSurveyor(partition, itemResiduals);
      for (const payment of payments) {
        const short = proposer.weigh(payment);
        const isOffered = payment.side === 'credit' && !isReturned(payment);
        const full = surveyor.survey(payment, [], isOffered);
        const verdict = judge(full.situation, full.ranked, everything);
        expect(decisionOf(short.verdict, short.ranked)).toEqual(decisionOf(verdict, full.ranked));
        // Who is asked gets every suggestion.
        if (verdict.action === 'review') expect(short.ranked.length).toBe(full.ranked.length);
        if (short.ranked.length < full.ranked.length) shortCount += 1;
      }
    }),
    { seed, numRuns: 400 },
  );
  expect(shortCount).toBeGreaterThan(50);
});
