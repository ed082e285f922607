import { recordRules, type RuleRecord } from '../../matching/calibration/rule-record.ts';
import { neededConfirmedCount, type CalibratedCell, type Calibration } from '../../matching/decision/calibration.ts';
import { calibrateLedger } from '../../workers/jobs/calibrate-ledger.ts';
import { budgetFrom, budgetUsage } from '../budget.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';
import { textTable } from '../text-table.ts';

/** `lettrage calibration`: what the ledger's own record says of each kind of evidence. It decides nothing. */
export async function calibration(
  session: Pick<Session, 'context'>,
  output: Output,
  { ledger, budget: asked }: Readonly<{ ledger: string; budget: string }>,
): Promise<ExitCode> {
  const budget = budgetFrom(asked);
  if (budget === 'unreadable') {
    output.say(budgetUsage);
    return exitCodes.usage;
  }
  const ledgerId = await ledgerFor(session, ledger, 'use');
  const calibrated = await calibrateLedger(session.context, ledgerId, { budget, mode: 'shadow', beforeRun: null });
  const rules = recordRules(calibrated);
  output.write(output.isJson ? `${toJson({ ...calibrated, rules })}\n` : describe(calibrated, rules));
  return exitCodes.done;
}

function describe({ confirmedCount, budget, cells }: Calibration, rules: readonly RuleRecord[]): string {
  const enough = confirmedCount < neededConfirmedCount ? `; it says something from ${neededConfirmedCount} on` : '';
  const head = `In shadow: ${confirmedCount} confirmed, budget ${budget.wrong} of ${budget.of}${enough}. The ladder decides alone.\n`;
  if (cells.length === 0) return head;
  const ruleTable = textTable(
    ['left', 'right', 'right', 'right', 'right'],
    [['rule', 'right', 'wrong', 'kinds', 'would ask'], ...rules.map(ruleRow)],
  );
  const cellTable = textTable(
    ['left', 'left', 'right', 'right', 'right', 'left'],
    [['kind of evidence', 'rule', 'right', 'wrong', 'at least', 'would'], ...cells.map(cellRow)],
  );
  return `${head}\n${ruleTable}\n\n${cellTable}\n`;
}

const ruleRow = ({ rule, right, wrong, cellCount, takenCellCount }: RuleRecord): readonly string[] => [
  rule,
  String(right),
  String(wrong),
  String(cellCount),
  String(takenCellCount),
];

const cellRow = ({ cell, rule, right, wrong, lowerBoundPpm, decision, because }: CalibratedCell): readonly string[] => [
  cell,
  rule ?? '-',
  String(right),
  String(wrong),
  percent(lowerBoundPpm),
  `${decision}: ${because}`,
];

/** Two digits after the point, rounded down: never better than it is. */
const percent = (ppm: number): string =>
  `${Math.floor(ppm / 10_000)}.${String(Math.floor((ppm % 10_000) / 100)).padStart(2, '0')} %`;
