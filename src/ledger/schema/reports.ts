/** What reports and notifications (camt.052, camt.054, MT942) said of entries: told beside the books, never posted. */
import {
  boolean,
  char,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { ledgerId, minor, currency, side } from './columns.ts';
import { bankAccounts } from './parties.ts';
import { entries, statementFiles } from './statements.ts';

export const reportedEntries = pgTable(
  'reported_entry',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    bankAccountId: uuid('bank_account_id').notNull(),
    /** The file that said it first; a report that repeats it adds nothing. */
    sha256: char('sha256', { length: 64 }).notNull(),
    statementIndex: integer('statement_index').notNull(),
    entryIndex: integer('entry_index').notNull(),
    role: text('role', { enum: ['interim', 'detail'] }).notNull(),
    status: text('status', { enum: ['booked', 'pending', 'information'] }).notNull(),
    /** Of all that was said, and the rank among equals of one report: what makes two reported entries the same. */
    digest: char('digest', { length: 64 }).notNull(),
    digestRank: integer('digest_rank').notNull(),
    bookingDate: date('booking_date'),
    valueDate: date('value_date'),
    side: side(),
    amountMinor: minor('amount_minor').notNull(),
    currency: currency(),
    isReversal: boolean('is_reversal').notNull(),
    bankTransactionCode: text('bank_transaction_code'),
    accountServicerReference: text('account_servicer_reference'),
    batchReference: text('batch_reference'),
    additionalInformation: text('additional_information'),
    /** As the payments of an entry are staged: domain/payments-of-entry.ts. */
    payments: jsonb('payments').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.id] }),
    foreignKey({ columns: [t.ledgerId, t.bankAccountId], foreignColumns: [bankAccounts.ledgerId, bankAccounts.id] }),
    foreignKey({ columns: [t.ledgerId, t.sha256], foreignColumns: [statementFiles.ledgerId, statementFiles.sha256] }),
    unique('reported_entry_once').on(t.ledgerId, t.bankAccountId, t.role, t.digest, t.digestRank),
    index('reported_entry_reference')
      .on(t.ledgerId, t.bankAccountId, t.accountServicerReference)
      .where(sql`${t.accountServicerReference} is not null`),
    index('reported_entry_batch')
      .on(t.ledgerId, t.bankAccountId, t.batchReference)
      .where(sql`${t.batchReference} is not null`),
    index('reported_entry_amount').on(t.ledgerId, t.bankAccountId, t.amountMinor),
    check('reported_entry_amount', sql`${t.amountMinor} >= 0`),
  ],
);

/** Which reported entry tells about which booked one, and what came of it. */
export const entryReports = pgTable(
  'entry_report',
  {
    ledgerId: ledgerId(),
    entryId: uuid('entry_id').notNull(),
    reportedEntryId: uuid('reported_entry_id').notNull(),
    foundBy: text('found_by', { enum: ['reference', 'batch', 'day_and_amount'] }).notNull(),
    /** `payments_taken`: its details became the payments of the entry. `payments_kept`: somebody had used them already. */
    outcome: text('outcome', { enum: ['payments_taken', 'payments_kept'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.entryId, t.reportedEntryId] }),
    foreignKey({ columns: [t.ledgerId, t.entryId], foreignColumns: [entries.ledgerId, entries.id] }),
    foreignKey({
      columns: [t.ledgerId, t.reportedEntryId],
      foreignColumns: [reportedEntries.ledgerId, reportedEntries.id],
    }),
  ],
);
