/** What a calibration does to lines it was not made from. */
import { calibrate, openAllowance, type Calibration } from '../../src/matching/decision/calibration.ts';
import type { Candidate, History } from './calibrate-outcomes.ts';
import { share, sum, type Share } from './share.ts';
import { wilsonLow } from './wilson.ts';

export type Trial = Readonly<{
  setting: string;
  /** Applied rightly, of the lines that carry a receivable. */
  autoMatch: Share;
  precision: Share;
  wilsonLow: number | null;
}>;

/** Histories to learn from, and those to test it on. */
type Fold = Readonly<{ fit: readonly History[]; test: readonly History[] }>;

/** Without folders to test on, each folder is tested with what the others say. */
export const foldsOf = (fit: readonly History[], test: readonly History[]): readonly Fold[] =>
  test.length > 0
    ? [{ fit, test }]
    : fit.map((history) => ({ fit: fit.filter((other) => other !== history), test: [history] }));

export const calibrationOf = (histories: readonly History[], wrongOfTenThousand: number): Calibration =>
  calibrate(
    histories.flatMap(({ candidates }) => candidates),
    { wrong: wrongOfTenThousand, of: 10_000 },
    'on',
  );

/** The ladder alone; then for each budget what is left of it, and the same with the cells that were added. */
export function trialsOf(folds: readonly Fold[], budgets: readonly number[]): readonly Trial[] {
  const receivableCount = sum(folds, ({ test }) => sum(test, (history) => history.receivableCount));
  const trial = (setting: string, appliedOf: (fold: Fold) => readonly Candidate[]): Trial => {
    const applied = folds.flatMap(appliedOf);
    const right = applied.filter(({ isRight }) => isRight).length;
    return {
      setting,
      autoMatch: share(right, receivableCount),
      precision: share(right, applied.length),
      wilsonLow: wilsonLow(right, applied.length),
    };
  };
  const ladderAlone = trial('the ladder alone', ({ test }) =>
    test.flatMap(({ candidates }) => candidates.filter(isOfLadder)),
  );
  return [
    ladderAlone,
    ...budgets.flatMap((budget) => {
      const calibrations = new Map(folds.map((fold) => [fold, calibrationOf(fold.fit, budget)]));
      const appliedOf = (fold: Fold): readonly Candidate[] => {
        const calibration = calibrations.get(fold);
        return calibration === undefined ? [] : fold.test.flatMap((history) => appliedIn(history, calibration));
      };
      return [
        trial(`${budget} of 10,000, taken away`, (fold) => appliedOf(fold).filter(isOfLadder)),
        trial(`${budget} of 10,000, taken away and added`, appliedOf),
      ];
    }),
  ];
}

const isOfLadder = ({ isApplied }: Candidate): boolean => isApplied;

/**
 * An added line must find its items free on its day: the day was settled without it. Lines that the ladder would have
 * decided anew, because others were taken away, stay as they are.
 */
function appliedIn({ candidates }: History, calibration: Calibration): readonly Candidate[] {
  const allows = openAllowance(calibration);
  const allowed = candidates.filter(({ cell, rule }) => allows(cell, rule));
  const kept = allowed.filter(isOfLadder);
  const taken = new Set(kept.flatMap(placesOf));
  const added = allowed.filter((candidate) => {
    if (candidate.isApplied || placesOf(candidate).some((place) => taken.has(place))) return false;
    for (const place of placesOf(candidate)) taken.add(place);
    return true;
  });
  return [...kept, ...added];
}

const placesOf = ({ day, items }: Candidate): readonly string[] => items.map((item) => `${day} ${item}`);
