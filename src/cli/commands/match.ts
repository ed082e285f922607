import { parseCurrency } from '../../domain/currency.ts';
import { dryRunMatching, type DryRun } from '../../workers/jobs/ask-matching.ts';
import type { MatchingDone } from '../../workers/jobs/run-matching.ts';
import { matchDue } from '../../workers/work-queue.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';
import { textTable } from '../text-table.ts';

/** `lettrage match`: runs what is due. With `dryRun`: tells what a run would do for the currency, and stores nothing. */
export async function match(
  session: Pick<Session, 'context'>,
  output: Output,
  { ledger, dryRun, currency }: Readonly<{ ledger: string; dryRun: boolean; currency: string }>,
): Promise<ExitCode> {
  if (!dryRun) {
    const runs = await matchWhatIsDue(session, output, ledger);
    if (runs.length === 0 && !output.isJson) output.write('Nothing new to match.\n');
    return exitCodes.done;
  }
  const parsed = parseCurrency(currency);
  if (!parsed.ok) {
    output.say(`${currency} is not an ISO 4217 currency; write EUR, for example.`);
    return exitCodes.usage;
  }
  const run = await dryRunMatching(session.context, await ledgerFor(session, ledger, 'use'), parsed.value);
  output.write(output.isJson ? `${toJson({ dryRun: true, runs: [{ runId: null, ...run }] })}\n` : describeDryRun(run));
  return exitCodes.done;
}

/** Runs what is due in the ledger, and tells of each run. */
export async function matchWhatIsDue(
  session: Pick<Session, 'context'>,
  output: Output,
  ledger: string,
): Promise<readonly MatchingDone[]> {
  const runs = await matchDue(session.context, await ledgerFor(session, ledger, 'use'));
  if (output.isJson) output.write(`${toJson({ dryRun: false, runs })}\n`);
  else for (const run of runs) output.write(`${describeReturns(run)}Looked at ${describe(run)}`);
  return runs;
}

function describeReturns({ returns: { collectedCount, returnedCount } }: MatchingDone): string {
  const collected = collectedCount === 0 ? '' : `Lettered ${collectedCount} collection(s) that the bank names\n`;
  return returnedCount === 0 ? collected : `${collected}Took back ${returnedCount} payment(s) that came back\n`;
}

type Counted = Pick<MatchingDone, 'paymentCount' | 'appliedCount' | 'reviewCount'>;

const describe = ({ paymentCount, appliedCount, reviewCount }: Counted): string =>
  `${paymentCount} payments: ${appliedCount} applied and lettered, ${reviewCount} to the review queue\n`;

function describeDryRun({ rules, reasons, ...run }: DryRun): string {
  const listed = (title: string, rows: readonly (readonly [string, number])[]): string =>
    rows.length === 0
      ? ''
      : `${title}\n${textTable(
          ['left', 'right'],
          rows.map(([name, count]) => [name, String(count)]),
        )}\n`;
  return [
    `A run would look at ${describe(run)}`,
    listed(
      'Applied by rule:',
      rules.map(({ rule, count }) => [rule, count]),
    ),
    listed(
      'Asked about, for the first reason:',
      reasons.map(({ reason, count }) => [reason, count]),
    ),
  ].join('');
}
