/**
 * A night again: the books as they were before it, the engine as it is now, and every decision compared with the one that
 * was stored. Reads only.
 */
import type { LedgerId, MatchRunId } from '../../domain/ids.ts';
import {
  compareDecisions,
  findReplayableRun,
  type DecisionsCompared,
  type RunNamed,
} from '../../ledger/queries/replayed-run.ts';
import { engineVersion } from '../../matching/certificate.ts';
import type { MatchingPolicy } from '../../matching/decision/verdict.ts';
import type { WorkContext } from '../work-context.ts';
import { askedRunId, askMatching } from './ask-matching.ts';

/** Of the differences this many are told. */
const mostDifferences = 100;

export type Replay = DecisionsCompared &
  Readonly<{
    matchRunId: MatchRunId;
    runNumber: number;
    /** Who decided then, and who now: another engine may well decide otherwise. */
    engineThen: string;
    engineNow: string;
    paymentCount: number;
    /** The inputs found again have the SHA-256 that the run noted. */
    hasSameInputs: boolean;
    /** Same inputs, and every decision the same to the byte. */
    isIdentical: boolean;
  }>;

/**
 * Replays a run under the policy that it had.
 *
 * @throws LedgerError `ledger.not_found`, `ledger.run_not_replayable`
 */
export async function replayRun(context: WorkContext, ledgerId: LedgerId, named: RunNamed): Promise<Replay> {
  const run = await findReplayableRun(context.pool, ledgerId, named);
  const question = {
    ledgerId,
    currency: run.currency,
    seen: { by: 'run', runId: run.id },
    asOf: run.auditSequence,
    policy: run.policy as MatchingPolicy,
  } as const;
  return askMatching(context, question, async (settled) => {
    const staged = { runId: askedRunId, settled, most: mostDifferences };
    const compared = await compareDecisions(context.pool, ledgerId, run.id, staged);
    const hasSameInputs = settled.inputs.inputsSha256 === run.inputsSha256;
    return {
      matchRunId: run.id,
      runNumber: run.runNumber,
      engineThen: run.engine,
      engineNow: engineVersion,
      paymentCount: run.paymentCount,
      hasSameInputs,
      isIdentical: hasSameInputs && compared.differenceCount === 0,
      ...compared,
    };
  });
}
