/** Runs of the matching engine: decided whole, then applied chunk by chunk. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  char,
  check,
  foreignKey,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { imputationBases } from '../../domain/match.ts';
import { ledgerId, minor, currency, instant } from './columns.ts';
import { payments } from './statements.ts';

/** A run over one currency of a ledger. Its decisions are stored whole before the first is applied. */
export const matchRuns = pgTable(
  'match_run',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    runNumber: integer('run_number').notNull(),
    currency: currency(),
    engine: text('engine').notNull(),
    decidedAt: instant('decided_at').notNull(),
    paymentCount: integer('payment_count').notNull(),
    chunkCount: integer('chunk_count').notNull(),
    /** Last event of the audit chain that the run saw: what came later is undone to replay it. Null before 0011. */
    auditSequence: bigint('audit_sequence', { mode: 'bigint' }),
    /** SHA-256 of the partition as matching read it; null before 0011. */
    inputsSha256: char('inputs_sha256', { length: 64 }),
    /** What the run was allowed to apply by itself, as `matching` understands it; null before 0011. */
    policy: json('policy'),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.id] }),
    unique('match_run_number').on(t.ledgerId, t.runNumber),
    check('match_run_inputs_whole', sql`num_nulls(${t.auditSequence}, ${t.inputsSha256}, ${t.policy}) in (0, 3)`),
  ],
);

export const matchDecisions = pgTable(
  'match_decision',
  {
    ledgerId: ledgerId(),
    matchRunId: uuid('match_run_id').notNull(),
    paymentId: uuid('payment_id').notNull(),
    chunkIndex: integer('chunk_index').notNull(),
    /** Of the settlement: claims on one item are of several rounds, and are applied in their order. */
    round: smallint('round').notNull().default(1),
    /** What was unapplied of the payment when the run looked; null in runs before 0010, which applied payments whole. */
    unappliedMinor: minor('unapplied_minor'),
    action: text('action', { enum: ['apply', 'review'] }).notNull(),
    reason: text('reason'),
    /** What is cleared without having been paid: > 0 short, < 0 overpaid; in the payment's currency. */
    writeOffMinor: minor('write_off_minor'),
    writeOffKind: text('write_off_kind', { enum: ['discount', 'rounding', 'fee'] }),
    /** By which rule of imputation it is applied (Code civil art. 1342-10); null: before 0014. */
    basis: text('basis', { enum: imputationBases }),
    /** Of the best suggestion; null: none, or before 0014. */
    suggestedCustomerId: uuid('suggested_customer_id'),
    /** Kept as it was written: taking it apart would cost more than storing it (docs/decisions/0018). */
    certificate: json('certificate').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.matchRunId, t.paymentId] }),
    foreignKey({ columns: [t.ledgerId, t.matchRunId], foreignColumns: [matchRuns.ledgerId, matchRuns.id] }),
    foreignKey({ columns: [t.ledgerId, t.paymentId], foreignColumns: [payments.ledgerId, payments.id] }),
    index('match_decision_suggested')
      .on(t.ledgerId, t.suggestedCustomerId, t.matchRunId, t.paymentId)
      .where(sql`${t.suggestedCustomerId} is not null`),
    index('match_decision_chunk').on(t.ledgerId, t.matchRunId, t.chunkIndex),
    check('match_decision_write_off', sql`(${t.writeOffMinor} is null) = (${t.writeOffKind} is null)`),
    check('match_decision_reason', sql`(${t.action} = 'review') = (${t.reason} is not null)`),
  ],
);

/** The lines of the decisions to apply. */
export const matchDecisionLines = pgTable(
  'match_decision_line',
  {
    ledgerId: ledgerId(),
    matchRunId: uuid('match_run_id').notNull(),
    paymentId: uuid('payment_id').notNull(),
    openItemId: uuid('open_item_id').notNull(),
    /** What was left of the item when the run looked: the line is applied only while that still holds. */
    residualMinor: minor('residual_minor').notNull(),
    clearedMinor: minor('cleared_minor').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.matchRunId, t.paymentId, t.openItemId] }),
    foreignKey({
      columns: [t.ledgerId, t.matchRunId, t.paymentId],
      foreignColumns: [matchDecisions.ledgerId, matchDecisions.matchRunId, matchDecisions.paymentId],
    }),
    check('match_decision_line_amount', sql`${t.clearedMinor} > 0 and ${t.clearedMinor} <= ${t.residualMinor}`),
  ],
);

/** Written in the transaction that applied the chunk: a chunk is applied once, or not at all. */
export const matchChunks = pgTable(
  'match_chunk',
  {
    ledgerId: ledgerId(),
    matchRunId: uuid('match_run_id').notNull(),
    chunkIndex: integer('chunk_index').notNull(),
    appliedCount: integer('applied_count').notNull(),
    reviewCount: integer('review_count').notNull(),
    appliedAt: instant('applied_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.matchRunId, t.chunkIndex] }),
    foreignKey({ columns: [t.ledgerId, t.matchRunId], foreignColumns: [matchRuns.ledgerId, matchRuns.id] }),
  ],
);

/** A run that a person stopped: its chunks that were not applied by then never are. */
export const matchRunCancellations = pgTable(
  'match_run_cancellation',
  {
    ledgerId: ledgerId(),
    matchRunId: uuid('match_run_id').notNull(),
    actor: text('actor').notNull(),
    cancelledAt: instant('cancelled_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.matchRunId] }),
    foreignKey({ columns: [t.ledgerId, t.matchRunId], foreignColumns: [matchRuns.ledgerId, matchRuns.id] }),
  ],
);
