/**
 * Applies one chunk of a run: allocations, residuals, letterings, postings and audit events in one transaction.
 *
 * Locks in the one order: payments, then items, each by ascending id; lettering counters; customers whose limits are
 * counted; the audit head last. Behind the locks the chunk is written in parts: while PostgreSQL writes one, the next is
 * planned and its statements are made.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { LedgerId, MatchRunId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { slices } from '../../domain/slices.ts';
import type { DecidedWriteOff } from '../../domain/match.ts';
import { uuidColumn } from '../column-parameter.ts';
import { appendAuditBodies, auditBody, type Act, type AuditEvent } from '../audit.ts';
import { oneAhead } from '../made-ahead.ts';
import {
  openChunkBooks,
  planDecisions,
  reasonOfRest,
  type ChunkBooks,
  type ChunkRows,
  type Decision,
  type DecisionLine,
  type LockedPayment,
  type Review,
} from '../plan/application.ts';
import { applicationEvent } from '../plan/settlement-event.ts';
import type { PlannedSettlement, SettledItem } from '../plan/settlement-model.ts';
import { inLedger } from '../transaction.ts';
import { followSettlement } from './disputes/follow-settlement.ts';
import { lockCounters, readBaseCurrency, readGroups } from './lock-settlement-rows.ts';
import { openDayFrom } from './open-day.ts';
import { readNightDifferences } from './read-night-differences.ts';
import { settlementStatements, type Statement } from './write-settlements.ts';

type AppliedChunk = Readonly<{ appliedCount: number; reviewCount: number }>;

/** A person stopped the run: what of it is not applied never is. */
export class RunCancelled extends Error {
  override readonly name = 'RunCancelled';
  constructor(runId: MatchRunId) {
    super(`Match run ${runId} was cancelled.`);
  }
}

/** A decision of a run as it is stored, with the round in which it was settled. */
export type StoredDecision = Decision & Readonly<{ round: number }>;

/** What the run decided for the payments of a chunk. It never changes, so that it may be read ahead. */
export function readChunk(
  pool: Pool,
  ledgerId: LedgerId,
  runId: MatchRunId,
  chunkIndex: number,
): Promise<readonly StoredDecision[]> {
  return inLedger(pool, ledgerId, async (tx) => {
    await lookUpByKey(tx);
    return readDecisions(tx, ledgerId, runId, chunkIndex);
  });
}

/**
 * @param decided - of this chunk, where it was read ahead.
 * @returns what the chunk did; the same again when it was applied before.
 * @throws RunCancelled when a person stopped the run before this chunk.
 */
export async function applyChunk(
  pool: Pool,
  ledgerId: LedgerId,
  runId: MatchRunId,
  chunkIndex: number,
  act: Act,
  decided?: readonly StoredDecision[],
): Promise<AppliedChunk> {
  const decisions = decided ?? (await readChunk(pool, ledgerId, runId, chunkIndex));
  return inLedger(pool, ledgerId, async (tx) => {
    await lookUpByKey(tx);
    const payments = await lockPayments(tx, ledgerId, decisions);
    // Looked for after the locks: a second worker on the same chunk waits for them, and then finds it done.
    const done = await findApplied(tx, ledgerId, runId, chunkIndex);
    if (done !== null) return done;
    const items = await lockItems(tx, ledgerId, decisions);
    const books = openChunkBooks(await readChunkRows(tx, ledgerId, runId, decisions, payments, items));
    const parts = slices(inOrder(decisions, payments), decisionsPerPart).map(
      (part) => () => preparePart(ledgerId, runId, part, books, act),
    );
    const bodies: string[] = [];
    const reviews: Review[] = [];
    const rests: PaymentId[] = [];
    for await (const part of oneAhead(parts)) {
      for (const { text, values } of part.statements) await tx.query(text, [...values]);
      bodies.push(...part.bodies);
      reviews.push(...part.reviews);
      rests.push(...part.rests);
    }
    const counts = { appliedCount: bodies.length, reviewCount: reviews.length };
    await writeReviews(tx, ledgerId, runId, reviews);
    const disputes = await followDisputed(tx, ledgerId, runId, items, act);
    const queued = queuedEvent(runId, reviews, rests);
    const events = queued === null ? disputes : [queued, ...disputes];
    await appendAuditBodies(tx, ledgerId, [...bodies, ...events.map((event) => auditBody(event, act))]);
    // Under the audit head, which a cancellation locks as well: it comes before this chunk, or after it.
    const marked = await tx.query(
      `insert into match_chunk (ledger_id, match_run_id, chunk_index, applied_count, review_count, applied_at)
       select $1, $2, $3, $4, $5, $6
       where not exists (select from match_run_cancellation where ledger_id = $1 and match_run_id = $2)`,
      [ledgerId, runId, chunkIndex, counts.appliedCount, counts.reviewCount, act.now],
    );
    if (marked.rowCount === 0) throw new RunCancelled(runId);
    return counts;
  });
}

/** What is planned and spelled while PostgreSQL writes the part before it. */
const decisionsPerPart = 1_000;
/** Then the connection gets a turn: PostgreSQL waits for its next statement. */
const decisionsPerTurn = 50;

/** Plans the next decisions of a chunk and spells what they write; `books` are as the part before leaves them. */
async function preparePart(
  ledgerId: LedgerId,
  runId: MatchRunId,
  decisions: readonly Decision[],
  books: ChunkBooks,
  act: Act,
) {
  const applications: PlannedSettlement[] = [];
  const bodies: string[] = [];
  const reviews: Review[] = [];
  const rests: PaymentId[] = [];
  for (const few of slices(decisions, decisionsPerTurn)) {
    const plan = planDecisions(ledgerId, runId, few, books);
    applications.push(...plan.applications);
    reviews.push(...plan.reviews);
    rests.push(...plan.rests);
    for (const application of plan.applications) bodies.push(auditBody(applicationEvent(application), act));
    await nextTurn();
  }
  const statements: Statement[] = [];
  for (const statement of settlementStatements(ledgerId, applications, act)) {
    statements.push(statement);
    await nextTurn();
  }
  return { statements, bodies, reviews, rests };
}

async function readChunkRows(
  tx: PoolClient,
  ledgerId: LedgerId,
  runId: MatchRunId,
  decisions: readonly Decision[],
  payments: ReadonlyMap<PaymentId, LockedPayment>,
  items: ReadonlyMap<OpenItemId, LockedChunkItem>,
): Promise<ChunkRows> {
  const lastNumbers = await lockCounters(tx, ledgerId, [...items.values()]);
  const partial = [...items.values()].filter(({ residualMinor, amountMinor }) => residualMinor !== amountMinor);
  const groups = await readGroups(
    tx,
    ledgerId,
    items,
    partial.map(({ id }) => id),
  );
  const baseCurrency = await readBaseCurrency(tx, ledgerId);
  const openFrom = await openDayFrom(tx, ledgerId, firstDay);
  const locked = { baseCurrency, openFrom, payments, items };
  const differences = await readNightDifferences(tx, ledgerId, runId, decisions, locked);
  return { baseCurrency, openFrom, payments, lastNumbers, differences, ...groups };
}

/** The order in which a run applies its payments: round, booking date, id. */
function inOrder(
  decisions: readonly StoredDecision[],
  payments: ReadonlyMap<PaymentId, LockedPayment>,
): readonly StoredDecision[] {
  const keyed = decisions.map((decision) => {
    const { round, paymentId } = decision;
    return { decision, round, text: `${payments.get(paymentId)?.bookingDate ?? ''} ${paymentId}` };
  });
  keyed.sort((a, b) => a.round - b.round || (a.text < b.text ? -1 : 1));
  return keyed.map(({ decision }) => decision);
}

/** Before all that a bank books. */
const firstDay = '1900-01-01' as LocalDate;

/**
 * Everything that a chunk touches is found by its key. Where the planner has no statistics yet it would read a whole table
 * for some thousand rows of it, or compare each of them with each of what it takes for a few.
 */
async function lookUpByKey(tx: PoolClient): Promise<void> {
  await tx.query(
    `select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
       set_config('enable_mergejoin', 'off', true), set_config('enable_material', 'off', true),
       set_config('jit', 'off', true)`,
  );
}

async function readDecisions(
  tx: PoolClient,
  ledgerId: LedgerId,
  runId: MatchRunId,
  chunkIndex: number,
): Promise<readonly StoredDecision[]> {
  const decisions = await tx.query<DecisionRow>(
    `select payment_id as "paymentId", round, unapplied_minor as "unappliedMinor", action, reason,
       write_off_minor as "writeOffMinor", write_off_kind as "writeOffKind", coalesce(basis, 'named_by_debtor') as basis
     from match_decision where ledger_id = $1 and match_run_id = $2 and chunk_index = $3`,
    [ledgerId, runId, chunkIndex],
  );
  // Asked by payment, not joined: before the tables have statistics, the join would compare each line with each decision.
  const lines = await tx.query<DecisionLine & Readonly<{ paymentId: PaymentId }>>(
    `select payment_id as "paymentId", open_item_id as "openItemId", residual_minor as "residualMinor",
       cleared_minor as "clearedMinor"
     from match_decision_line where ledger_id = $1 and match_run_id = $2 and payment_id = any($3::uuid[])
     order by payment_id, open_item_id`,
    [ledgerId, runId, uuidColumn(decisions.rows, ({ paymentId }) => paymentId)],
  );
  const linesByPayment = new Map<PaymentId, DecisionLine[]>();
  for (const { paymentId, ...line } of lines.rows) {
    const known = linesByPayment.get(paymentId);
    if (known === undefined) linesByPayment.set(paymentId, [line]);
    else known.push(line);
  }
  return decisions.rows.map(({ writeOffKind: kind, writeOffMinor: minor, ...decision }) => ({
    ...decision,
    lines: linesByPayment.get(decision.paymentId) ?? [],
    writeOff: kind === null || minor === null ? null : { kind, minor },
  }));
}

type DecisionRow = Omit<StoredDecision, 'lines' | 'writeOff'> &
  Readonly<{ writeOffMinor: bigint | null; writeOffKind: DecidedWriteOff['kind'] | null }>;

async function lockPayments(tx: PoolClient, ledgerId: LedgerId, decisions: readonly Decision[]) {
  const { rows } = await tx.query<LockedPayment>(
    `select id, side, currency, booking_date as "bookingDate", amount_minor as "amountMinor",
       unapplied_minor as "unappliedMinor", status, review_reason as "reviewReason"
     from payment where ledger_id = $1 and id = any($2::uuid[]) order by id for update`,
    [ledgerId, uuidColumn(decisions, ({ paymentId }) => paymentId)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

type LockedChunkItem = SettledItem & Readonly<{ disputedMinor: bigint }>;

/** Matching reads what stands on 411, and nothing else. */
async function lockItems(tx: PoolClient, ledgerId: LedgerId, decisions: readonly Decision[]) {
  const lines = decisions.flatMap((decision) => decision.lines);
  const { rows } = await tx.query<LockedChunkItem>(
    `select id, customer_id as "customerId", account, side, currency, issue_date as "issueDate",
       amount_minor as "amountMinor", residual_minor as "residualMinor", disputed_minor as "disputedMinor"
     from open_item where ledger_id = $1 and id = any($2::uuid[]) order by id for update`,
    [ledgerId, uuidColumn(lines, ({ openItemId }) => openItemId)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The items of a chunk are hardly ever disputed: then nothing is asked. */
async function followDisputed(
  tx: PoolClient,
  ledgerId: LedgerId,
  runId: MatchRunId,
  items: ReadonlyMap<OpenItemId, LockedChunkItem>,
  act: Act,
): Promise<readonly AuditEvent[]> {
  const disputed = [...items.values()].filter(({ disputedMinor }) => disputedMinor > 0n);
  if (disputed.length === 0) return [];
  return followSettlement(tx, ledgerId, { id: runId, act }, new Map(disputed.map(({ id }) => [id, 'payment'])));
}

async function findApplied(
  tx: PoolClient,
  ledgerId: LedgerId,
  runId: MatchRunId,
  chunkIndex: number,
): Promise<AppliedChunk | null> {
  const { rows } = await tx.query<AppliedChunk>(
    `select applied_count as "appliedCount", review_count as "reviewCount" from match_chunk
     where ledger_id = $1 and match_run_id = $2 and chunk_index = $3`,
    [ledgerId, runId, chunkIndex],
  );
  return rows[0] ?? null;
}

/** A statement a reason: joined with a list of pairs, a planner without statistics compared every payment with every pair. */
async function writeReviews(
  tx: PoolClient,
  ledgerId: LedgerId,
  runId: MatchRunId,
  reviews: readonly Review[],
): Promise<void> {
  for (const reason of new Set(reviews.map((review) => review.reason))) {
    const ofReason = reviews.filter((review) => review.reason === reason);
    await tx.query(
      `update payment set status = 'in_review', review_reason = $3, match_run_id = $2, version = version + 1
       where ledger_id = $1 and id = any($4::uuid[])`,
      [ledgerId, runId, reason, uuidColumn(ofReason, ({ paymentId }) => paymentId)],
    );
  }
}

/** What waits for a person from now on, or for another reason than before; null: nothing. */
function queuedEvent(runId: MatchRunId, reviews: readonly Review[], rests: readonly PaymentId[]): AuditEvent | null {
  const payments = [
    ...reviews.filter(({ isNews }) => isNews).map(({ paymentId, reason }) => ({ paymentId, reason })),
    ...rests.map((paymentId) => ({ paymentId, reason: reasonOfRest })),
  ];
  return payments.length === 0 ? null : { type: 'payments.queued', subject: runId, details: { payments } };
}
