import { parseCurrency } from '../../domain/currency.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import {
  backTestSetting,
  type AppliedCount,
  type BackTestAsked,
  type BackTestCase,
  type BackTested,
} from '../../workers/jobs/back-test.ts';
import { ruleNames } from '../../workers/matching-policy.ts';
import { budgetFrom, budgetUsage } from '../budget.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';
import { textTable } from '../text-table.ts';

type BackTestOptions = Readonly<{
  ledger: string;
  currency: string;
  runs: string;
  withoutRule: readonly string[];
  budget: string | null;
}>;

/** `lettrage backtest`: what another setting would have applied in nights that are over, and where it would be wrong. */
export async function backTest(
  session: Pick<Session, 'context'>,
  output: Output,
  options: BackTestOptions,
): Promise<ExitCode> {
  const asked = askedBy(options);
  if (!asked.ok) {
    output.say(asked.error);
    return exitCodes.usage;
  }
  const ledgerId = await ledgerFor(session, options.ledger, 'use');
  const tested = await backTestSetting(session.context, ledgerId, asked.value);
  output.write(output.isJson ? `${toJson(tested)}\n` : describe(tested));
  return exitCodes.done;
}

/** What the words ask for, or how to write them. */
function askedBy({ currency, runs, withoutRule, budget: wanted }: BackTestOptions): Result<BackTestAsked, string> {
  const parsed = parseCurrency(currency);
  if (!parsed.ok) return err(`${currency} is not an ISO 4217 currency; write EUR, for example.`);
  const runCount = /^\d{1,4}$/.test(runs) ? +runs : 0;
  if (runCount < 1) return err('--runs takes a whole number from 1 to 9999.');
  const unknown = withoutRule.filter((rule) => !ruleNames.includes(rule));
  if (unknown.length > 0) return err(`There is no rule ${unknown.join(', ')}; the rules are ${ruleNames.join(', ')}.`);
  const budget = wanted === null ? null : budgetFrom(wanted);
  if (budget === 'unreadable') return err(budgetUsage);
  return ok({ currency: parsed.value, runCount, withoutRules: withoutRule, budget });
}

function describe({ runNumbers, paymentCount, calibration, before, after, caseCount, cases }: BackTested): string {
  const [first] = runNumbers;
  if (first === undefined) return 'No run of this currency can be tried: none has noted its inputs.\n';
  const lines = [
    `Tried on ${runNumbers.length === 1 ? `run ${first}` : `runs ${first} to ${runNumbers.at(-1) ?? first}`}: ${paymentCount} payments.`,
    textTable(
      ['left', 'right', 'right', 'right', 'right'],
      [['', 'applied', 'right', 'wrong', 'unconfirmed'], rowOf('as it was', before), rowOf('would have', after)],
    ),
  ];
  if (calibration?.mode === 'shadow')
    lines.push(
      `  Only ${calibration.confirmedCount} confirmed before these runs: too few for a calibration to decide.`,
    );
  if (cases.length > 0) lines.push('', textTable(['left', 'left', 'left', 'left', 'left'], cases.map(caseRow)));
  if (caseCount > cases.length) lines.push(`  … and ${caseCount - cases.length} more`);
  return `${lines.join('\n')}\n`;
}

const rowOf = (name: string, { applied, right, wrong, unconfirmed }: AppliedCount): readonly string[] => [
  name,
  String(applied),
  String(right),
  String(wrong),
  String(unconfirmed),
];

const caseRow = ({ paymentId, before, after, rule, reason, cell, documents }: BackTestCase): readonly string[] => [
  paymentId.slice(0, 13),
  `${before ?? 'asked'} -> ${after ?? 'asked'}`,
  rule ?? reason ?? '',
  cell ?? '',
  documents.join(' + ').slice(0, 60),
];
