/** The books closed some days further; also up to a day that is closed already. */
import { addDays } from '../../../src/domain/local-date.ts';
import type { Trade } from '../model.ts';

export const closePeriod: Trade<'close_period'> = {
  kind: 'close_period',
  weight: 1,
  // Days of which some are over: the last statement is of the 20th.
  make: ({ closedThrough }, random) =>
    closedThrough === null ? null : { closedThrough: addDays(closedThrough, random.below(3)) },
  foresee({ closedThrough: before }, { closedThrough }) {
    const isForward = (before === null || closedThrough > before) && closedThrough < '2026-03-31';
    return isForward
      ? { refusals: new Set(), effects: [], closes: closedThrough }
      : { refusals: new Set(['ledger.period_not_forward']), effects: [] };
  },
};
