/**
 * What people asked the ledger to do, once per id, and who else agreed; the limits and closed periods that it is held to.
 */
import { sql } from 'drizzle-orm';
import {
  char,
  check,
  date,
  foreignKey,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { ledgerId, minor, instant } from './columns.ts';

/** A command that was carried out: written in its transaction, so that the same id again gives the same answer. */
export const commands = pgTable(
  'command',
  {
    ledgerId: ledgerId(),
    /** Given by who asks, before asking: kept over retries. */
    id: uuid('id').notNull(),
    kind: text('kind').notNull(),
    actor: text('actor').notNull(),
    /** SHA-256 of the kind and the canonical JSON of what was asked. */
    requestSha256: char('request_sha256', { length: 64 }).notNull(),
    request: text('request').notNull(),
    outcome: json('outcome').notNull(),
    doneAt: instant('done_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.ledgerId, t.id] }), index('command_done').on(t.ledgerId, t.doneAt, t.id)],
);

/** A command that one person may not do alone. The id is the command's; `reasons` are the limits it passes. */
export const approvalRequests = pgTable(
  'approval_request',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    kind: text('kind').notNull(),
    author: text('author').notNull(),
    requestSha256: char('request_sha256', { length: 64 }).notNull(),
    request: text('request').notNull(),
    reasons: json('reasons').notNull(),
    state: text('state', { enum: ['waiting', 'approved', 'rejected', 'withdrawn'] }).notNull(),
    requestedAt: instant('requested_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.id] }),
    index('approval_request_asked').on(t.ledgerId, t.requestedAt, t.id),
    unique('approval_request_content').on(t.ledgerId, t.id, t.author, t.requestSha256),
  ],
);

/** What the second person said: of this content, by this author, and of nothing else. */
export const approvals = pgTable(
  'approval',
  {
    ledgerId: ledgerId(),
    requestId: uuid('request_id').notNull(),
    author: text('author').notNull(),
    requestSha256: char('request_sha256', { length: 64 }).notNull(),
    decision: text('decision', { enum: ['approved', 'rejected', 'withdrawn'] }).notNull(),
    approver: text('approver').notNull(),
    reason: text('reason').notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.requestId] }),
    foreignKey({
      columns: [t.ledgerId, t.requestId, t.author, t.requestSha256],
      foreignColumns: [
        approvalRequests.ledgerId,
        approvalRequests.id,
        approvalRequests.author,
        approvalRequests.requestSha256,
      ],
    }),
    check('approval_by_another', sql`${t.decision} <> 'approved' or ${t.approver} <> ${t.author}`),
  ],
);

/** What one person may do alone, in minor units of the base currency and hundredths of a percent. The last version counts. */
export const tolerances = pgTable(
  'tolerance',
  {
    ledgerId: ledgerId(),
    version: integer('version').notNull(),
    commandId: uuid('command_id').notNull(),
    /** A difference may be written off at all up to both: the amount, and the share of the document. */
    writeOffMinor: minor('write_off_minor').notNull(),
    writeOffBp: integer('write_off_bp').notNull(),
    /** Of one customer in one calendar month. */
    writeOffMonthlyMinor: minor('write_off_monthly_minor').notNull(),
    /** What is above needs a second person. */
    approveWriteOffMinor: minor('approve_write_off_minor').notNull(),
    approveRefundMinor: minor('approve_refund_minor').notNull(),
    approveTransferMinor: minor('approve_transfer_minor').notNull(),
    setAt: instant('set_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.version] }),
    check(
      'tolerance_range',
      sql`least(${t.writeOffMinor}, ${t.writeOffMonthlyMinor}, ${t.approveWriteOffMinor}, ${t.approveRefundMinor}, ${t.approveTransferMinor}) >= 0 and ${t.writeOffBp} between 0 and 10000`,
    ),
  ],
);

/** The books are closed up to a day: nothing is dated on it or before. Only ever later. */
export const periodCloses = pgTable(
  'period_close',
  {
    ledgerId: ledgerId(),
    closedThrough: date('closed_through').notNull(),
    commandId: uuid('command_id').notNull(),
    closedAt: instant('closed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.ledgerId, t.closedThrough] })],
);
