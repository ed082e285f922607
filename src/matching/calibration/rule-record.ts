/** What a calibration leaves of each rule of the ladder: the table that a person reads before switching it on. */
import type { CalibratedCell, Calibration } from '../decision/calibration.ts';

export type RuleRecord = Readonly<{
  rule: string;
  right: number;
  wrong: number;
  cellCount: number;
  /** Cells that were taken away, and the confirmed payments they stand for. */
  takenCellCount: number;
  takenCount: number;
}>;

/** One row for each rule that was ever confirmed, by name. */
export function recordRules({ cells }: Calibration): readonly RuleRecord[] {
  const rules = [...new Set(cells.flatMap(({ rule }) => rule ?? []))].toSorted();
  return rules.map((rule) => {
    const own = cells.filter((cell) => cell.rule === rule);
    const taken = own.filter(({ decision }) => decision === 'ask');
    return {
      rule,
      right: sum(own, ({ right }) => right),
      wrong: sum(own, ({ wrong }) => wrong),
      cellCount: own.length,
      takenCellCount: taken.length,
      takenCount: sum(taken, ({ right, wrong }) => right + wrong),
    };
  });
}

const sum = (cells: readonly CalibratedCell[], countOf: (cell: CalibratedCell) => number): number =>
  cells.reduce((total, cell) => total + countOf(cell), 0);
