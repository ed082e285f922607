import type { MatchRunId } from '../../domain/ids.ts';
import type { DecisionDifference, DecisionSeen, RunNamed } from '../../ledger/queries/replayed-run.ts';
import { replayRun, type Replay } from '../../workers/jobs/replay-run.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';

/** `lettrage replay RUN`: decides a run again on the books as they were, and compares. Fails when anything differs. */
export async function replay(
  session: Pick<Session, 'context'>,
  output: Output,
  { ledger, run }: Readonly<{ ledger: string; run: string }>,
): Promise<ExitCode> {
  const named = runNamed(run);
  if (named === null) {
    output.say(`${run} is no run: write its number in the ledger, or its whole id.`);
    return exitCodes.usage;
  }
  const replayed = await replayRun(session.context, await ledgerFor(session, ledger, 'use'), named);
  output.write(output.isJson ? `${toJson(replayed)}\n` : describe(replayed));
  return replayed.isIdentical ? exitCodes.done : exitCodes.failed;
}

function runNamed(run: string): RunNamed | null {
  if (/^[1-9]\d{0,8}$/.test(run)) return { runNumber: +run };
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(run) ? { id: run as MatchRunId } : null;
}

function describe({ runNumber, paymentCount, isIdentical, ...replayed }: Replay): string {
  const { hasSameInputs, engineThen, engineNow, differenceCount, differences } = replayed;
  const lines = [
    `Run ${runNumber}: ${paymentCount} payments, ${isIdentical ? 'identical' : `${differenceCount} differ`}`,
  ];
  if (engineThen !== engineNow) lines.push(`  decided by ${engineThen} then, by ${engineNow} now`);
  if (!hasSameInputs)
    lines.push('  the inputs are not those of then: something was changed that the audit chain does not tell');
  for (const difference of differences) lines.push(...describeDifference(difference));
  const untold = differenceCount - differences.length;
  if (untold > 0) lines.push(`  … and ${untold} more`);
  return `${lines.join('\n')}\n`;
}

const describeDifference = ({ paymentId, recorded, replayed, differsIn }: DecisionDifference): readonly string[] => [
  `  ${paymentId} differs in ${differsIn.join(', ')}`,
  `    recorded: ${describeDecision(recorded)}`,
  `    replayed: ${describeDecision(replayed)}`,
];

function describeDecision(decision: DecisionSeen | null): string {
  if (decision === null) return 'not decided';
  const { action, reason, rule, documents } = decision;
  const to = documents.length === 0 ? '' : `: ${documents.join(' + ')}`;
  return action === 'apply' ? `applied by ${rule ?? 'no rule'}${to}` : `asked about, ${reason ?? 'no reason'}${to}`;
}
