import { parseCurrency } from '../../domain/currency.ts';
import { dryRunMatching, type MatchingDone } from '../../workers/jobs/run-matching.ts';
import { matchDue } from '../../workers/work-queue.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';

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
  tell(output, true, [run]);
  return exitCodes.done;
}

/** Runs what is due in the ledger, and tells of each run. */
export async function matchWhatIsDue(
  session: Pick<Session, 'context'>,
  output: Output,
  ledger: string,
): Promise<readonly MatchingDone[]> {
  const runs = await matchDue(session.context, await ledgerFor(session, ledger, 'use'));
  tell(output, false, runs);
  return runs;
}

function tell(output: Output, dryRun: boolean, runs: readonly MatchingDone[]): void {
  if (output.isJson) output.write(`${toJson({ dryRun, runs })}\n`);
  else for (const run of runs) output.write(describe(run));
}

const describe = ({ runId, paymentCount, appliedCount, reviewCount }: MatchingDone): string =>
  `${runId === null ? 'A run would look' : 'Looked'} at ${paymentCount} payments: ${appliedCount} applied and lettered, ${reviewCount} to the review queue\n`;
