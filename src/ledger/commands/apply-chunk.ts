/**
 * Applies one chunk of a run: allocations, residuals, letterings, postings and audit events in one transaction.
 *
 * Locks in the one order: payments, then items, each by ascending id; lettering counters; the audit head last. What can
 * be made without a lock is made while PostgreSQL writes: the decisions of the next chunk are read, the bodies of this
 * one's audit events are spelled.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { CustomerId, LedgerId, MatchRunId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { accounts } from '../accounts.ts';
import { arrayText } from '../array-text.ts';
import { appendAuditBodies, appendAuditEvents, auditBody, type Act, type AuditEvent } from '../audit.ts';
import { madeAhead } from '../made-ahead.ts';
import {
  planChunk,
  reasonOfRest,
  type ChunkPlan,
  type Decision,
  type DecisionLine,
  type LockedPayment,
} from '../plan/application.ts';
import { applicationEvent } from '../plan/settlement-event.ts';
import { counterKey, type SettledItem } from '../plan/settlement-model.ts';
import { inLedger } from '../transaction.ts';
import { followSettlement } from './disputes/follow-settlement.ts';
import { readBaseCurrency, readGroups } from './lock-settlement-rows.ts';
import { openDayFrom } from './open-day.ts';
import { writeSettlements } from './write-settlements.ts';

type AppliedChunk = Readonly<{ appliedCount: number; reviewCount: number }>;

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
 */
export async function applyChunk(
  pool: Pool,
  ledgerId: LedgerId,
  runId: MatchRunId,
  chunkIndex: number,
  act: Act,
  decided: Promise<readonly StoredDecision[]> = readChunk(pool, ledgerId, runId, chunkIndex),
): Promise<AppliedChunk> {
  const decisions = await decided;
  return inLedger(pool, ledgerId, async (tx) => {
    await lookUpByKey(tx);
    const payments = await lockPayments(
      tx,
      ledgerId,
      decisions.map(({ paymentId }) => paymentId),
    );
    // Looked for after the locks: a second worker on the same chunk waits for them, and then finds it done.
    const done = await findApplied(tx, ledgerId, runId, chunkIndex);
    if (done !== null) return done;
    const locked = await lockItems(
      tx,
      ledgerId,
      decisions.flatMap(({ lines }) => lines.map(({ openItemId }) => openItemId)),
    );
    const lastNumbers = await lockCounters(tx, ledgerId, [...locked.values()]);
    const partial = [...locked.values()].filter(({ residualMinor, amountMinor }) => residualMinor !== amountMinor);
    const groups = await readGroups(
      tx,
      ledgerId,
      locked,
      partial.map(({ id }) => id),
    );
    const plan = planChunk(ledgerId, runId, inOrder(decisions, payments), {
      baseCurrency: await readBaseCurrency(tx, ledgerId),
      openFrom: await openDayFrom(tx, ledgerId, firstDay),
      payments,
      lastNumbers,
      ...groups,
    });
    const bodies = madeAhead(spelledBodies(eventsOf(runId, plan), act));
    await writeSettlements(tx, ledgerId, plan.applications, lastNumbers, act);
    await writeReviews(tx, ledgerId, runId, plan);
    const disputes = await followDisputed(tx, ledgerId, runId, locked, act);
    await appendAuditBodies(tx, ledgerId, await bodies);
    await appendAuditEvents(tx, ledgerId, disputes, act);
    const counts = { appliedCount: plan.applications.length, reviewCount: plan.reviews.length };
    await tx.query(
      `insert into match_chunk (ledger_id, match_run_id, chunk_index, applied_count, review_count, applied_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [ledgerId, runId, chunkIndex, counts.appliedCount, counts.reviewCount, act.now],
    );
    return counts;
  });
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

const eventsPerTurn = 250;

/** A slice a turn: the connection goes on meanwhile. */
async function spelledBodies(events: readonly AuditEvent[], act: Act): Promise<readonly string[]> {
  const bodies: string[] = [];
  for (let start = 0; start < events.length; start += eventsPerTurn) {
    await nextTurn();
    for (const event of events.slice(start, start + eventsPerTurn)) bodies.push(auditBody(event, act));
  }
  return bodies;
}

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
  const decisions = await tx.query<Omit<StoredDecision, 'lines'>>(
    `select payment_id as "paymentId", round, unapplied_minor as "unappliedMinor", action, reason
     from match_decision where ledger_id = $1 and match_run_id = $2 and chunk_index = $3`,
    [ledgerId, runId, chunkIndex],
  );
  // Asked by payment, not joined: before the tables have statistics, the join would compare each line with each decision.
  const lines = await tx.query<DecisionLine & Readonly<{ paymentId: PaymentId }>>(
    `select payment_id as "paymentId", open_item_id as "openItemId", residual_minor as "residualMinor",
       cleared_minor as "clearedMinor"
     from match_decision_line where ledger_id = $1 and match_run_id = $2 and payment_id = any($3::uuid[])
     order by payment_id, open_item_id`,
    [ledgerId, runId, arrayText(decisions.rows.map(({ paymentId }) => paymentId))],
  );
  const linesByPayment = new Map<PaymentId, DecisionLine[]>();
  for (const { paymentId, ...line } of lines.rows) {
    const known = linesByPayment.get(paymentId);
    if (known === undefined) linesByPayment.set(paymentId, [line]);
    else known.push(line);
  }
  return decisions.rows.map((decision) => ({ ...decision, lines: linesByPayment.get(decision.paymentId) ?? [] }));
}

async function lockPayments(tx: PoolClient, ledgerId: LedgerId, ids: readonly PaymentId[]) {
  const { rows } = await tx.query<LockedPayment>(
    `select id, side, currency, booking_date as "bookingDate", amount_minor as "amountMinor",
       unapplied_minor as "unappliedMinor", status, review_reason as "reviewReason"
     from payment where ledger_id = $1 and id = any($2::uuid[]) order by id for update`,
    [ledgerId, arrayText(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

type LockedChunkItem = SettledItem & Readonly<{ disputedMinor: bigint }>;

/** Matching reads what stands on 411, and nothing else. */
async function lockItems(tx: PoolClient, ledgerId: LedgerId, ids: readonly OpenItemId[]) {
  const { rows } = await tx.query<LockedChunkItem>(
    `select id, customer_id as "customerId", account, side, currency, issue_date as "issueDate",
       amount_minor as "amountMinor", residual_minor as "residualMinor", disputed_minor as "disputedMinor"
     from open_item where ledger_id = $1 and id = any($2::uuid[]) order by id for update`,
    [ledgerId, arrayText(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function lockCounters(tx: PoolClient, ledgerId: LedgerId, items: readonly SettledItem[]) {
  const { rows } = await tx.query<{ account: string; customerId: CustomerId; lastNumber: number }>(
    `select account, customer_id as "customerId", last_number as "lastNumber" from lettering_counter
     where ledger_id = $1 and account = $2 and customer_id = any($3::uuid[]) order by customer_id for update`,
    [ledgerId, accounts.receivables, arrayText([...new Set(items.map(({ customerId }) => customerId))])],
  );
  return new Map(rows.map((row) => [counterKey(row), row.lastNumber]));
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
  { reviews }: ChunkPlan,
): Promise<void> {
  for (const reason of new Set(reviews.map((review) => review.reason)))
    await tx.query(
      `update payment set status = 'in_review', review_reason = $3, match_run_id = $2, version = version + 1
       where ledger_id = $1 and id = any($4)`,
      [ledgerId, runId, reason, reviews.filter((review) => review.reason === reason).map(({ paymentId }) => paymentId)],
    );
}

function eventsOf(runId: MatchRunId, { applications, reviews, rests }: ChunkPlan): readonly AuditEvent[] {
  const queued = [
    ...reviews.filter(({ isNews }) => isNews).map(({ paymentId, reason }) => ({ paymentId, reason })),
    ...rests.map((paymentId) => ({ paymentId, reason: reasonOfRest })),
  ];
  const events = applications.map((application) => applicationEvent(application));
  return queued.length === 0
    ? events
    : [...events, { type: 'payments.queued', subject: runId, details: { payments: queued } }];
}
