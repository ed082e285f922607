/**
 * One run over a partition (ledger, currency): load, propose in threads, settle by one resolver, store all decisions,
 * apply them chunk by chunk. A run that was interrupted is finished from its stored decisions.
 */
import { inLedger } from '../../ledger/transaction.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, MatchRunId, PaymentId } from '../../domain/ids.ts';
import { engineVersion } from '../../matching/certificate.ts';
import { partitionBuilder, partitionBytes, type PartitionColumns } from '../../matching/partition.ts';
import type { Claim } from '../../matching/propose.ts';
import { resolve } from '../../matching/resolve.ts';
import { applyChunk } from '../../ledger/commands/apply-chunk.ts';
import { decideAlone } from '../../ledger/commands/decide-alone.ts';
import {
  clearStagedDecisions,
  nextMatchRun,
  recordDecisions,
  RunAlreadyDecided,
  type AppliedLine,
  type Demotion,
  type MatchRun,
} from '../../ledger/commands/record-decisions.ts';
import {
  listPaymentRanges,
  measurePartition,
  readPartitionCustomers,
  readPartitionItems,
  type PaymentRange,
} from '../../ledger/queries/matching-input.ts';
import type { Job } from '../../ledger/jobs.ts';
import { act, type WorkContext } from '../work-context.ts';

export type MatchingDone = Readonly<{
  /** Null for a dry run. */
  runId: MatchRunId | null;
  paymentCount: number;
  appliedCount: number;
  reviewCount: number;
}>;

const paymentsPerTask = 2_000;

/** The open items of one ledger and currency do not fit the memory that matching may use. */
export class PartitionTooLarge extends Error {
  override readonly name = 'PartitionTooLarge';
  constructor(currency: CurrencyCode, neededBytes: number, allowedBytes: number) {
    const megabytes = (bytes: number): string => String(Math.ceil(bytes / 1_048_576));
    super(
      `Matching the open items in ${currency} needs ${megabytes(neededBytes)} MB; LETTRAGE_MATCH_MEMORY_MB allows ${megabytes(allowedBytes)}. Raise it and run again.`,
    );
  }
}

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
    const { run, kind } = await decideAlone(context.pool, ledgerId, () => nextOrDecided(context, job, currency));
    done.push(await applyRun(context, ledgerId, run));
    if (kind !== 'unfinished') return done;
  }
}

async function nextOrDecided(context: WorkContext, job: Job, currency: CurrencyCode) {
  const next = await nextMatchRun(context.pool, job, currency);
  if (next.kind !== 'undecided') return next;
  try {
    return { kind: next.kind, run: await decide(context, job, { ...next, currency }) };
  } catch (error) {
    if (!(error instanceof RunAlreadyDecided)) throw error;
    // The COMMIT of a process that was killed came through after all: what it decided stands.
    await clearStagedDecisions(context.pool, job.ledgerId, error.runId);
    const decided = await nextMatchRun(context.pool, job, currency);
    if (decided.kind === 'undecided') throw error;
    return decided;
  }
}

/** What a run would do now; nothing is stored. */
export async function dryRunMatching(
  context: WorkContext,
  ledgerId: LedgerId,
  currency: CurrencyCode,
): Promise<MatchingDone> {
  const runId = 'dddddddd-0000-8000-8000-000000000000' as MatchRunId;
  const { paymentCount, demotions, claimCount } = await proposeAndSettle(context, ledgerId, runId, currency);
  await clearStagedDecisions(context.pool, ledgerId, runId);
  const appliedCount = claimCount - demotions.length;
  return { runId: null, paymentCount, appliedCount, reviewCount: paymentCount - appliedCount };
}

async function decide(
  context: WorkContext,
  job: Job,
  { id, runNumber, currency }: Pick<MatchRun, 'id' | 'runNumber' | 'currency'>,
): Promise<MatchRun> {
  const settled = await proposeAndSettle(context, job.ledgerId, id, currency);
  const run = { id, runNumber, currency, engine: engineVersion, chunkSize: context.chunkSize };
  return recordDecisions(context.pool, job, run, settled, act(context));
}

async function proposeAndSettle(context: WorkContext, ledgerId: LedgerId, runId: MatchRunId, currency: CurrencyCode) {
  const { pool, serviceUrl, threads, onProgress } = context;
  await clearStagedDecisions(pool, ledgerId, runId);
  const { columns, ranges } = await loadPartition(context, ledgerId, currency);
  const claims: Claim[] = [];
  let paymentCount = 0;
  let doneCount = 0;
  const proposeRange = async (range: PaymentRange) => {
    const proposed = await threads.propose({ serviceUrl, ledgerId, runId, currency, range, columns });
    claims.push(...proposed.claims);
    paymentCount += proposed.paymentCount;
    onProgress({ task: 'propose', done: (doneCount += 1), total: ranges.length });
  };
  await Promise.all(ranges.map(proposeRange));
  return { paymentCount, claimCount: claims.length, ...settle(claims) };
}

/** One resolver for all threads: the order in which they finished leaves no trace. */
function settle(claims: readonly Claim[]): { lines: readonly AppliedLine[]; demotions: readonly Demotion[] } {
  const demotions: Demotion[] = [];
  const applied = new Set<PaymentId>();
  for (const resolution of resolve(claims)) {
    if (resolution.action === 'apply') applied.add(resolution.paymentId);
    else demotions.push({ paymentId: resolution.paymentId, reason: resolution.reason });
  }
  const lines = claims
    .filter(({ paymentId }) => applied.has(paymentId))
    .flatMap(({ paymentId, lines }) => lines.map((line) => ({ paymentId, ...line })));
  return { lines, demotions };
}

async function loadPartition(
  { pool, largestPartitionBytes }: WorkContext,
  ledgerId: LedgerId,
  currency: CurrencyCode,
): Promise<{ columns: PartitionColumns; ranges: readonly PaymentRange[] }> {
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const size = await measurePartition(tx, ledgerId, currency);
      const needed = partitionBytes(size);
      if (needed > largestPartitionBytes) throw new PartitionTooLarge(currency, needed, largestPartitionBytes);
      const builder = partitionBuilder(size);
      for await (const customer of readPartitionCustomers(tx, ledgerId)) builder.addCustomer(customer);
      for await (const item of readPartitionItems(tx, ledgerId, currency)) builder.addItem(item);
      return { columns: builder.finish(), ranges: await listPaymentRanges(tx, ledgerId, currency, paymentsPerTask) };
    },
    'snapshot',
  );
}

async function applyRun(context: WorkContext, ledgerId: LedgerId, run: MatchRun): Promise<MatchingDone> {
  let appliedCount = 0;
  let reviewCount = 0;
  for (let chunkIndex = 0; chunkIndex < run.chunkCount; chunkIndex += 1) {
    const chunk = await applyChunk(context.pool, ledgerId, run.id, chunkIndex, act(context));
    appliedCount += chunk.appliedCount;
    reviewCount += chunk.reviewCount;
    context.onProgress({ task: 'apply', done: chunkIndex + 1, total: run.chunkCount });
  }
  return { runId: run.id, paymentCount: run.paymentCount, appliedCount, reviewCount };
}
