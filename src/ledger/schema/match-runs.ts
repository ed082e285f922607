/** Runs of the matching engine: decided whole, then applied chunk by chunk. */
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
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
  },
  (t) => [primaryKey({ columns: [t.ledgerId, t.id] }), unique('match_run_number').on(t.ledgerId, t.runNumber)],
);

export const matchDecisions = pgTable(
  'match_decision',
  {
    ledgerId: ledgerId(),
    matchRunId: uuid('match_run_id').notNull(),
    paymentId: uuid('payment_id').notNull(),
    chunkIndex: integer('chunk_index').notNull(),
    action: text('action', { enum: ['apply', 'review'] }).notNull(),
    reason: text('reason'),
    certificate: jsonb('certificate').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.matchRunId, t.paymentId] }),
    foreignKey({ columns: [t.ledgerId, t.matchRunId], foreignColumns: [matchRuns.ledgerId, matchRuns.id] }),
    foreignKey({ columns: [t.ledgerId, t.paymentId], foreignColumns: [payments.ledgerId, payments.id] }),
    index('match_decision_chunk').on(t.ledgerId, t.matchRunId, t.chunkIndex),
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
