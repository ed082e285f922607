/**
 * One run over a partition (ledger, currency): load, propose in threads, settle in one place, store all decisions,
 * apply them chunk by chunk. A run that was interrupted is finished from its stored decisions.
 */
import type { CurrencyCode } from '../../domain/currency.ts';
import { engineVersion } from '../../matching/certificate.ts';
import { applyReturns, type ReturnsApplied } from '../../ledger/commands/apply-returns.ts';
import { decideAlone } from '../../ledger/commands/decide-alone.ts';
import {
  clearStagedDecisions,
  MatchingCancelled,
  nextMatchRun,
  recordDecisions,
  RunAlreadyDecided,
  type MatchRun,
} from '../../ledger/commands/record-decisions.ts';
import { isCancelRequested, type Job } from '../../ledger/jobs.ts';
import { asStage } from '../stages.ts';
import { act, type WorkContext } from '../work-context.ts';
import { applyRun, type RunApplied } from './apply-run.ts';
import { nextRunOf, settlePayments } from './settle-payments.ts';

export type MatchingDone = RunApplied &
  Readonly<{
    /** What was certain before the run looked at anything, and is none of its decisions. */
    returns: ReturnsApplied;
  }>;

const noReturns: ReturnsApplied = { collectedCount: 0, returnedCount: 0, leftCount: 0 };

/**
 * Does a job: decides its run, once, and applies it. Runs that others left unfinished are applied first, because they
 * were decided on what was there before.
 *
 * @throws when the database refuses; the job taken again goes on where it stopped.
 */
export async function runMatching(context: WorkContext, job: Job): Promise<readonly MatchingDone[]> {
  const { ledgerId } = job;
  const currency = job.key as CurrencyCode;
  const done: MatchingDone[] = [];
  for (;;) {
    const decided = await decideAlone(context.pool, ledgerId, () => nextOrDecided(context, job, currency));
    if (decided === null) return done;
    const { run, kind, returns } = decided;
    done.push({ ...(await asStage('apply', () => applyRun(context, ledgerId, run))), returns });
    if (kind !== 'unfinished') return done;
  }
}

/** Null: a person stopped the job before its run was decided. */
async function nextOrDecided(context: WorkContext, job: Job, currency: CurrencyCode) {
  const next = await nextMatchRun(context.pool, job, currency);
  if (next.kind !== 'undecided') return { ...next, returns: noReturns };
  if (await isCancelRequested(context.pool, job)) return null;
  const returns = await applyReturns(context.pool, job.ledgerId, currency, context.now());
  try {
    return { kind: next.kind, run: await decide(context, job, { ...next, currency }), returns };
  } catch (error) {
    if (error instanceof MatchingCancelled) {
      await clearStagedDecisions(context.pool, job.ledgerId, next.id);
      return null;
    }
    if (!(error instanceof RunAlreadyDecided)) throw error;
    // The COMMIT of a process that was killed came through after all: what it decided stands.
    await clearStagedDecisions(context.pool, job.ledgerId, error.runId);
    const decided = await nextMatchRun(context.pool, job, currency);
    if (decided.kind === 'undecided') throw error;
    return { ...decided, returns };
  }
}

async function decide(
  context: WorkContext,
  job: Job,
  { id, runNumber, currency }: Pick<MatchRun, 'id' | 'runNumber' | 'currency'>,
): Promise<MatchRun> {
  const settled = await settlePayments(context, await nextRunOf(context.pool, job.ledgerId, id, currency));
  context.onProgress({ task: 'record', done: 0, total: null });
  const run = { id, runNumber, currency, engine: engineVersion, chunkSize: context.chunkSize, ...settled.inputs };
  return asStage('record', () => recordDecisions(context.pool, job, run, settled, act(context)));
}
