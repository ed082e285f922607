/** What leaves the service: exports that are made as jobs, and how far each webhook has read the audit chain. */
import { bigint, index, integer, json, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant, ledgerId } from './columns.ts';

/** An export that was asked for; made from one snapshot of the books. */
export const exports = pgTable(
  'export',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    kind: text('kind').notNull(),
    /** What of it was asked for, as it was asked. */
    parameters: json('parameters').notNull(),
    state: text('state', { enum: ['waiting', 'ready', 'failed', 'expired'] }).notNull(),
    fileName: text('file_name'),
    mediaType: text('media_type'),
    byteCount: bigint('byte_count', { mode: 'bigint' }),
    problem: text('problem'),
    requestedBy: text('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    readyAt: instant('ready_at'),
  },
  (t) => [primaryKey({ columns: [t.ledgerId, t.id] }), index('export_requested').on(t.ledgerId, t.requestedAt, t.id)],
);

/** The bytes of an export, in order. */
export const exportChunks = pgTable(
  'export_chunk',
  {
    ledgerId: ledgerId(),
    exportId: uuid('export_id').notNull(),
    chunkIndex: integer('chunk_index').notNull(),
    bytes: bytes('bytes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.ledgerId, t.exportId, t.chunkIndex] })],
);

/** The audit chain is the outbox: a destination is the last event that it was sent. */
export const webhookPositions = pgTable(
  'webhook_position',
  {
    ledgerId: ledgerId(),
    /** Its name in the configuration. */
    destination: text('destination').notNull(),
    sequence: bigint('sequence', { mode: 'bigint' }).notNull(),
    /** Of the delivery that comes next; 0: none failed. */
    attempt: integer('attempt').notNull().default(0),
    nextAttemptAt: instant('next_attempt_at').notNull(),
    problem: text('problem'),
  },
  (t) => [primaryKey({ columns: [t.ledgerId, t.destination] })],
);

/** Events that a destination did not take, after the last attempt: to be sent again by hand. */
export const webhookDeadLetters = pgTable(
  'webhook_dead_letter',
  {
    ledgerId: ledgerId(),
    id: bigint('id', { mode: 'bigint' }).notNull().generatedAlwaysAsIdentity(),
    destination: text('destination').notNull(),
    fromSequence: bigint('from_sequence', { mode: 'bigint' }).notNull(),
    throughSequence: bigint('through_sequence', { mode: 'bigint' }).notNull(),
    problem: text('problem').notNull(),
    failedAt: instant('failed_at').notNull(),
    resentAt: instant('resent_at'),
  },
  (t) => [primaryKey({ columns: [t.ledgerId, t.id] })],
);
