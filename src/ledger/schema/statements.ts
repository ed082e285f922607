/** What the banks said: files as they came, statements, entries, and the payments that are matched. */
import { sql } from 'drizzle-orm';
import {
  bigint,
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
import { fileStates } from '../file-state.ts';
import { bytes, ledgerId, minor, currency, instant, side } from './columns.ts';
import { bankAccounts } from './parties.ts';

export const statementFiles = pgTable(
  'statement_file',
  {
    ledgerId: ledgerId(),
    sha256: char('sha256', { length: 64 }).notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    /** What became of it: see file-state.ts. */
    state: text('state', { enum: fileStates }).notNull(),
    format: text('format'),
    formatVersion: text('format_version'),
    parser: text('parser'),
    findings: jsonb('findings').notNull().default([]),
    /** A person's decision to publish it despite its findings: `actor` and `reason`. */
    release: jsonb('release'),
  },
  (t) => [primaryKey({ columns: [t.ledgerId, t.sha256] })],
);

export const statementFileChunks = pgTable(
  'statement_file_chunk',
  {
    ledgerId: ledgerId(),
    sha256: char('sha256', { length: 64 }).notNull(),
    chunkIndex: integer('chunk_index').notNull(),
    bytes: bytes('bytes').notNull(),
    /** Full chunks of a large file are; see stored-chunk.ts. */
    isDeflated: boolean('is_deflated').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.sha256, t.chunkIndex] }),
    foreignKey({ columns: [t.ledgerId, t.sha256], foreignColumns: [statementFiles.ledgerId, statementFiles.sha256] }),
  ],
);

/** Each time the file came, under whatever name. */
export const statementFileArrivals = pgTable(
  'statement_file_arrival',
  {
    ledgerId: ledgerId(),
    id: bigint('id', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    sha256: char('sha256', { length: 64 }).notNull(),
    name: text('name').notNull(),
    /** The source that was pulled; null: handed in. */
    source: text('source'),
    arrivedAt: instant('arrived_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.id] }),
    foreignKey({ columns: [t.ledgerId, t.sha256], foreignColumns: [statementFiles.ledgerId, statementFiles.sha256] }),
    index('statement_file_arrival_of').on(t.ledgerId, t.sha256, t.id),
    index('statement_file_arrival_from').on(t.ledgerId, t.source),
  ],
);

export const statements = pgTable(
  'statement',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    bankAccountId: uuid('bank_account_id').notNull(),
    sha256: char('sha256', { length: 64 }).notNull(),
    statementIndex: integer('statement_index').notNull(),
    bankStatementId: text('bank_statement_id'),
    sequence: text('sequence'),
    fromDate: date('from_date'),
    toDate: date('to_date'),
    /** The day of the closing balance: with `dayRank` the place in the account's chain. */
    statementDate: date('statement_date').notNull(),
    dayRank: integer('day_rank').notNull(),
    digest: char('digest', { length: 64 }).notNull(),
    currency: currency(),
    /** Signed: a debit balance is negative. */
    openingMinor: minor('opening_minor').notNull(),
    creditsMinor: minor('credits_minor').notNull(),
    debitsMinor: minor('debits_minor').notNull(),
    closingMinor: minor('closing_minor').notNull(),
    entryCount: integer('entry_count').notNull(),
    findings: jsonb('findings').notNull(),
    /** A hole it was published with: what the account closed with before it, though it opens with another balance. */
    gapBeforeMinor: minor('gap_before_minor'),
    /** What the account opens with after it, though it closes with another balance. */
    gapAfterMinor: minor('gap_after_minor'),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.id] }),
    foreignKey({ columns: [t.ledgerId, t.bankAccountId], foreignColumns: [bankAccounts.ledgerId, bankAccounts.id] }),
    foreignKey({ columns: [t.ledgerId, t.sha256], foreignColumns: [statementFiles.ledgerId, statementFiles.sha256] }),
    unique('statement_chain').on(t.ledgerId, t.bankAccountId, t.statementDate, t.dayRank),
    check('statement_proves', sql`${t.openingMinor} + ${t.creditsMinor} - ${t.debitsMinor} = ${t.closingMinor}`),
    check('statement_sums', sql`${t.creditsMinor} >= 0 and ${t.debitsMinor} >= 0`),
  ],
);

export const entries = pgTable(
  'entry',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    statementId: uuid('statement_id').notNull(),
    bankAccountId: uuid('bank_account_id').notNull(),
    entryIndex: integer('entry_index').notNull(),
    /** What the bank gave of this entry; two really identical ones differ by `fingerprintRank`. */
    fingerprint: char('fingerprint', { length: 64 }).notNull(),
    fingerprintRank: integer('fingerprint_rank').notNull(),
    bookingDate: date('booking_date').notNull(),
    valueDate: date('value_date'),
    side: side(),
    amountMinor: minor('amount_minor').notNull(),
    currency: currency(),
    isReversal: boolean('is_reversal').notNull(),
    bankTransactionCode: text('bank_transaction_code'),
    accountServicerReference: text('account_servicer_reference'),
    batchReference: text('batch_reference'),
    additionalInformation: text('additional_information'),
    sourceLine: integer('source_line').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.id] }),
    // No foreign key to the statement, as docs/decisions/0015 says: both are written together, neither is ever deleted.
    unique('entry_once').on(t.ledgerId, t.bankAccountId, t.fingerprint, t.fingerprintRank),
    index('entry_of_statement').on(t.ledgerId, t.statementId, t.entryIndex),
    check('entry_amount', sql`${t.amountMinor} >= 0`),
  ],
);

export const payments = pgTable(
  'payment',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    entryId: uuid('entry_id').notNull(),
    detailIndex: integer('detail_index').notNull(),
    bookingDate: date('booking_date').notNull(),
    side: side(),
    amountMinor: minor('amount_minor').notNull(),
    currency: currency(),
    isReversal: boolean('is_reversal').notNull(),
    returnReason: text('return_reason'),
    bankTransactionCode: text('bank_transaction_code'),
    batchCount: integer('batch_count'),
    counterpartyName: text('counterparty_name'),
    counterpartyIban: text('counterparty_iban'),
    remittance: text('remittance').array().notNull(),
    creditorReference: text('creditor_reference'),
    endToEndId: text('end_to_end_id'),
    /** Of the direct debit (`MndtId`). */
    mandateId: text('mandate_id'),
    /** What the payer ordered in another currency, and the rate as the bank wrote it. */
    instructedMinor: minor('instructed_minor'),
    instructedCurrency: char('instructed_currency', { length: 3 }),
    exchangeRate: text('exchange_rate'),
    /** State from here on: rebuilt from allocations by `verify`. */
    unappliedMinor: minor('unapplied_minor').notNull(),
    status: text('status', { enum: ['received', 'applied', 'in_review'] }).notNull(),
    reviewReason: text('review_reason'),
    /** The run whose decision stands: where the suggestions and the certificate are. */
    matchRunId: uuid('match_run_id'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.id] }),
    // No foreign key to the entry, as docs/decisions/0015 says: both are written together, neither is ever deleted.
    unique('payment_of_entry').on(t.ledgerId, t.entryId, t.detailIndex),
    index('payment_unapplied')
      .on(t.ledgerId, t.currency, t.id)
      .where(sql`${t.unappliedMinor} > 0`),
    index('payment_booked').on(t.ledgerId, t.bookingDate, t.id),
    index('payment_queue')
      .on(t.ledgerId, t.bookingDate, t.id)
      .where(sql`${t.status} = 'in_review'`),
    index('payment_mandate')
      .on(t.ledgerId, t.mandateId)
      .where(sql`${t.mandateId} is not null`),
    index('payment_queue_of_reason')
      .on(t.ledgerId, t.reviewReason, t.bookingDate, t.id)
      .where(sql`${t.status} = 'in_review'`),
    index('payment_queue_by_amount')
      .on(t.ledgerId, t.currency, t.unappliedMinor, t.id)
      .where(sql`${t.status} = 'in_review'`),
    check('payment_unapplied_range', sql`${t.unappliedMinor} between 0 and ${t.amountMinor}`),
    check('payment_instructed', sql`(${t.instructedMinor} is null) = (${t.instructedCurrency} is null)`),
    check('payment_review', sql`(${t.status} = 'in_review') = (${t.reviewReason} is not null)`),
  ],
);
