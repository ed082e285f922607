/** The calibration tool's findings as Markdown. */
import { recordRules } from '../../src/matching/calibration/rule-record.ts';
import type { CalibratedCell, Calibration } from '../../src/matching/decision/calibration.ts';
import type { History } from './calibrate-outcomes.ts';
import type { Trial } from './calibrate-score.ts';
import type { Share } from './share.ts';

const percent = (rate: number | null): string => (rate === null ? '' : `${(100 * rate).toFixed(3)} %`);
const wrongIn = ({ count, of }: Share): number => of - count;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** What was applied under each setting. */
export const trialsAsMarkdown = (trials: readonly Trial[]): string =>
  table(
    ['setting', 'automatic', 'applied', 'wrong', 'precision', 'Wilson low'],
    trials.map(({ setting, autoMatch, precision, wilsonLow }) => [
      setting,
      percent(autoMatch.rate),
      precision.of,
      wrongIn(precision),
      percent(precision.rate),
      percent(wilsonLow),
    ]),
  );

/** Rules, then cells in the order in which the budget was spent; beside each what the folders to test on say of it. */
export function calibrationAsMarkdown(calibration: Calibration, tested: readonly History[]): string {
  const { budget, confirmedCount, cells } = calibration;
  const rules = recordRules(calibration).map((row) => [
    row.rule,
    row.right,
    row.wrong,
    `${row.takenCellCount} of ${row.cellCount}`,
    row.takenCount,
  ]);
  const toRow = cellRows(tested);
  return [
    `# Calibration at ${budget.wrong} wrong of ${budget.of}`,
    `${confirmedCount} confirmed payments, ${cells.length} cells.`,
    '## Rules',
    table(['rule', 'right', 'wrong', 'cells taken away', 'payments taken away'], rules),
    '## Cells',
    table(
      [...cellHead, 'because'],
      cells.map((cell) => [...toRow(cell), cell.because]),
    ),
    '',
  ].join('\n\n');
}

/** Cells of the ladder that were wrong, and cells without a rule that never were: what to look at first. */
export function notableAsMarkdown({ cells }: Calibration, tested: readonly History[], limit: number): string {
  const toRow = cellRows(tested);
  const wrong = cells.filter((cell) => cell.rule !== null && cell.wrong > 0);
  const safe = cells.filter((cell) => cell.rule === null && cell.wrong === 0).toSorted((a, b) => b.right - a.right);
  return [
    'Applied by the ladder, and wrong:',
    table(
      cellHead,
      wrong
        .toSorted((a, b) => b.wrong - a.wrong || a.right - b.right)
        .slice(0, limit)
        .map(toRow),
    ),
    'Left by the ladder, and never wrong:',
    table(cellHead, safe.slice(0, limit).map(toRow)),
  ].join('\n\n');
}

const cellHead = ['cell', 'rule', 'right', 'wrong', 'tested: right, wrong', 'decision'];

/** The row of a cell under {@link cellHead}. */
function cellRows(tested: readonly History[]): (cell: CalibratedCell) => readonly (string | number)[] {
  const seen = countTested(tested);
  return (cell) => [cell.cell, cell.rule ?? '', cell.right, cell.wrong, seen.get(keyOf(cell)) ?? '', cell.decision];
}

const keyOf = ({ cell, rule }: Readonly<{ cell: string; rule: string | null }>): string => `${cell}\n${rule ?? ''}`;

/** `right, wrong` by cell and rule. */
function countTested(histories: readonly History[]): ReadonlyMap<string, string> {
  const counts = new Map<string, [right: number, wrong: number]>();
  for (const candidate of histories.flatMap(({ candidates }) => candidates)) {
    const [right, wrong] = counts.get(keyOf(candidate)) ?? [0, 0];
    counts.set(keyOf(candidate), candidate.isRight ? [right + 1, wrong] : [right, wrong + 1]);
  }
  return new Map([...counts].map(([key, count]) => [key, count.join(', ')]));
}
