/** The audit chain, the work that waits, and staging that nobody but the running job reads. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  char,
  date,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { ledgerId, minor, currency, instant, side } from './columns.ts';

/** The chain: `hash` = SHA-256 of the previous hash and `body`, which is canonical JSON kept as text, byte for byte. */
export const auditEvents = pgTable(
  'audit_event',
  {
    ledgerId: ledgerId(),
    sequence: bigint('sequence', { mode: 'bigint' }).notNull(),
    body: text('body').notNull(),
    previousHash: char('previous_hash', { length: 64 }).notNull(),
    hash: char('hash', { length: 64 }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.ledgerId, t.sequence] })],
);

export const auditHeads = pgTable('audit_head', {
  ledgerId: integer('ledger_id').primaryKey(),
  sequence: bigint('sequence', { mode: 'bigint' }).notNull(),
  hash: char('hash', { length: 64 }).notNull(),
});

/** Work to be done, enqueued in the transaction that makes it. Not under row-level security: one queue for all nodes. */
export const jobs = pgTable(
  'job',
  {
    ledgerId: ledgerId(),
    id: bigint('id', { mode: 'bigint' }).notNull().generatedAlwaysAsIdentity(),
    queue: text('queue').notNull(),
    /** One job with this key waits at a time, and one runs. */
    key: text('key').notNull(),
    state: text('state', { enum: ['waiting', 'running', 'failed', 'dead'] }).notNull(),
    /** The run that was decided for this job: taken again, it only has to be applied. */
    matchRunId: uuid('match_run_id'),
    attempt: integer('attempt').notNull().default(0),
    runAt: instant('run_at').notNull().defaultNow(),
    leaseUntil: instant('lease_until'),
    worker: text('worker'),
    problem: text('problem'),
    /** A person wants it to stop: it does, where it leaves whole books. */
    cancelRequestedBy: text('cancel_requested_by'),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.id] }),
    uniqueIndex('job_waiting')
      .on(t.ledgerId, t.queue, t.key)
      .where(sql`${t.state} = 'waiting'`),
    index('job_ready')
      .on(t.queue, t.runAt)
      .where(sql`${t.state} = 'waiting'`),
  ],
);

/** Entries of a file that is being read. PostgreSQL refuses COPY into a table with row-level security: hence none here. */
export const stagedEntries = pgTable(
  'staged_entry',
  {
    ledgerId: ledgerId(),
    sha256: char('sha256', { length: 64 }).notNull(),
    statementIndex: integer('statement_index').notNull(),
    entryIndex: integer('entry_index').notNull(),
    fingerprint: char('fingerprint', { length: 64 }).notNull(),
    /** Given when the file is published: the entry's rank among equals of its account. */
    fingerprintRank: integer('fingerprint_rank').notNull().default(0),
    bookingDate: date('booking_date'),
    valueDate: date('value_date'),
    side: side(),
    amountMinor: minor('amount_minor').notNull(),
    currency: currency(),
    isReversal: boolean('is_reversal').notNull(),
    /** Only booked ones become entries; the others of a report are kept as reported. */
    status: text('status', { enum: ['booked', 'pending', 'information'] }).notNull(),
    bankTransactionCode: text('bank_transaction_code'),
    accountServicerReference: text('account_servicer_reference'),
    batchReference: text('batch_reference'),
    additionalInformation: text('additional_information'),
    sourceLine: integer('source_line').notNull(),
    payments: jsonb('payments').notNull(),
  },
  (t) => [index('staged_entry_file').on(t.ledgerId, t.sha256, t.statementIndex)],
);

export const stagedDecisions = pgTable(
  'staged_decision',
  {
    ledgerId: ledgerId(),
    matchRunId: uuid('match_run_id').notNull(),
    paymentId: uuid('payment_id').notNull(),
    /** What decides the order in which payments are applied. */
    bookingDate: date('booking_date').notNull(),
    unappliedMinor: minor('unapplied_minor').notNull(),
    action: text('action', { enum: ['apply', 'review'] }).notNull(),
    reason: text('reason'),
    suggestedCustomerId: uuid('suggested_customer_id'),
    certificate: json('certificate').notNull(),
  },
  (t) => [index('staged_decision_run').on(t.ledgerId, t.matchRunId, t.paymentId)],
);
