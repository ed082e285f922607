/** Applies the stored decisions of a run, chunk by chunk; what was applied before is found done. */
import type { LedgerId, MatchRunId } from '../../domain/ids.ts';
import { applyChunk, readChunk, RunCancelled } from '../../ledger/commands/apply-chunk.ts';
import { countForPlanner } from '../../ledger/commands/count-for-planner.ts';
import type { MatchRun } from '../../ledger/commands/record-decisions.ts';
import { oneAhead } from '../../ledger/made-ahead.ts';
import { act, type WorkContext } from '../work-context.ts';

export type RunApplied = Readonly<{
  runId: MatchRunId;
  paymentCount: number;
  appliedCount: number;
  reviewCount: number;
  /** A person stopped it: what was applied by then stands, the rest waits for the next run. */
  isCancelled: boolean;
}>;

/** A day of a small company is found by key whatever the planner believes. */
const manyPayments = 1_000;

/** The decisions of a chunk are read while the one before it is applied: they never change. */
export async function applyRun(
  context: Pick<WorkContext, 'pool' | 'actor' | 'now' | 'onProgress'>,
  ledgerId: LedgerId,
  { id, chunkCount, paymentCount }: Pick<MatchRun, 'id' | 'chunkCount' | 'paymentCount'>,
): Promise<RunApplied> {
  const { pool, onProgress } = context;
  let appliedCount = 0;
  let reviewCount = 0;
  let chunkIndex = 0;
  onProgress({ task: 'apply', done: 0, total: chunkCount });
  if (paymentCount >= manyPayments) await countForPlanner(pool);
  const reads = Array.from({ length: chunkCount }, (_, index) => () => readChunk(pool, ledgerId, id, index));
  for await (const decisions of oneAhead(reads)) {
    const chunk = await unlessCancelled(applyChunk(pool, ledgerId, id, chunkIndex, act(context), decisions));
    if (chunk === null) return { runId: id, paymentCount, appliedCount, reviewCount, isCancelled: true };
    appliedCount += chunk.appliedCount;
    reviewCount += chunk.reviewCount;
    chunkIndex += 1;
    onProgress({ task: 'apply', done: chunkIndex, total: chunkCount });
  }
  return { runId: id, paymentCount, appliedCount, reviewCount, isCancelled: false };
}

/** Null: the run was cancelled before this chunk. */
async function unlessCancelled<Chunk>(applying: Promise<Chunk>): Promise<Chunk | null> {
  try {
    return await applying;
  } catch (error) {
    if (error instanceof RunCancelled) return null;
    throw error;
  }
}
