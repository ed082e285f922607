/** What was applied: allocations, the letters that tie documents together, and the postings. */
import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { imputationBases } from '../../domain/match.ts';
import { settlementMeans } from '../../domain/settlement.ts';
import { ledgerId, minor, currency, instant, side } from './columns.ts';
import { openItems } from './open-items.ts';
import { customers } from './parties.ts';
import { payments } from './statements.ts';

/** Identity of a letter group. The code that people see is made from `codeNumber` and is never issued twice. */
export const letterings = pgTable(
  'lettering',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    account: text('account').notNull(),
    customerId: uuid('customer_id').notNull(),
    currency: currency(),
    codeNumber: integer('code_number').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.id] }),
    foreignKey({ columns: [t.ledgerId, t.customerId], foreignColumns: [customers.ledgerId, customers.id] }),
    unique('lettering_code').on(t.ledgerId, t.account, t.customerId, t.codeNumber),
  ],
);

export const letteringEvents = pgTable(
  'lettering_event',
  {
    ledgerId: ledgerId(),
    letteringId: uuid('lettering_id').notNull(),
    eventIndex: integer('event_index').notNull(),
    kind: text('kind', { enum: ['lettered', 'partly_lettered', 'unlettered'] }).notNull(),
    /** The greatest booking or document date of the lines: `DateLet` of the FEC. Null while partial. */
    letteringDate: date('lettering_date'),
    reason: text('reason').notNull(),
    actor: text('actor').notNull(),
    happenedAt: instant('happened_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.letteringId, t.eventIndex] }),
    // No foreign key to the letter group, as docs/decisions/0025 says: one function writes both, neither is ever deleted.
  ],
);

/** The last code number issued per account and customer. */
export const letteringCounters = pgTable(
  'lettering_counter',
  {
    ledgerId: ledgerId(),
    account: text('account').notNull(),
    customerId: uuid('customer_id').notNull(),
    lastNumber: integer('last_number').notNull(),
  },
  (t) => [primaryKey({ columns: [t.ledgerId, t.account, t.customerId] })],
);

/**
 * What a posting did to one account of a customer moves to another letter group. The group it was
 * written with stands in its lines and allocations; the last move says where it is now.
 */
export const letteringMoves = pgTable(
  'lettering_move',
  {
    ledgerId: ledgerId(),
    postingId: uuid('posting_id').notNull(),
    account: text('account').notNull(),
    customerId: uuid('customer_id').notNull(),
    currency: currency(),
    moveIndex: integer('move_index').notNull(),
    letteringId: uuid('lettering_id').notNull(),
    /** The command, or the run. */
    movedBy: uuid('moved_by').notNull(),
    movedAt: instant('moved_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.postingId, t.account, t.customerId, t.currency, t.moveIndex] }),
    foreignKey({ columns: [t.ledgerId, t.postingId], foreignColumns: [postings.ledgerId, postings.id] }),
    foreignKey({ columns: [t.ledgerId, t.letteringId], foreignColumns: [letterings.ledgerId, letterings.id] }),
    index('lettering_move_to').on(t.ledgerId, t.letteringId),
  ],
);

/**
 * An amount of an item that a posting clears (> 0) or opens again (< 0). `side` is the item's: a credit note counts
 * against. `means` is what cleared it: money, or what was booked instead of it.
 */
export const allocations = pgTable(
  'allocation',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    postingId: uuid('posting_id').notNull(),
    /** Null: without a payment, as a credit note against an invoice. */
    paymentId: uuid('payment_id'),
    openItemId: uuid('open_item_id').notNull(),
    side: side(),
    amountMinor: minor('amount_minor').notNull(),
    currency: currency(),
    means: text('means', { enum: settlementMeans }).notNull().default('payment'),
    /** What the item gave up of its base value; null: the item is in the base currency. */
    baseMinor: minor('base_minor'),
    /** The letter group it was written with: see {@link letteringMoves}. */
    letteringId: uuid('lettering_id').notNull(),
    /** Which rule of imputation decided: Code civil art. 1342-10. */
    basis: text('basis', { enum: imputationBases }).notNull(),
    matchRunId: uuid('match_run_id'),
    allocatedAt: instant('allocated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.id] }),
    foreignKey({ columns: [t.ledgerId, t.paymentId], foreignColumns: [payments.ledgerId, payments.id] }),
    foreignKey({ columns: [t.ledgerId, t.openItemId], foreignColumns: [openItems.ledgerId, openItems.id] }),
    // No foreign key to the letter group, as docs/decisions/0025 says: one function writes both, neither is ever deleted.
    index('allocation_of_payment').on(t.ledgerId, t.paymentId),
    index('allocation_of_item').on(t.ledgerId, t.openItemId),
    // Those of a payment are found by it: the night pays for one index fewer.
    index('allocation_of_posting')
      .on(t.ledgerId, t.postingId)
      .where(sql`${t.paymentId} is null`),
    check('allocation_amount', sql`${t.amountMinor} <> 0`),
  ],
);

export const postings = pgTable(
  'posting',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    journal: text('journal').notNull(),
    postingDate: date('posting_date').notNull(),
    /** What it records: an entry of the bank, a payment that a run applied, or a person's command. */
    source: text('source', { enum: ['entry', 'application', 'command'] }).notNull(),
    sourceId: uuid('source_id').notNull(),
    label: text('label').notNull(),
    /** Of which payment it uses `cashMinor` (in the payment's currency), or gives it back (< 0). */
    paymentId: uuid('payment_id'),
    cashMinor: minor('cash_minor'),
    reversesPostingId: uuid('reverses_posting_id'),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.id] }),
    // No foreign key to the payment: its allocations have one.
    foreignKey({ columns: [t.ledgerId, t.reversesPostingId], foreignColumns: [t.ledgerId, t.id] }),
    // Those of entries and runs are not indexed: their ids are made from the entry's or lettering's, and so found.
    index('posting_of_payment')
      .on(t.ledgerId, t.paymentId)
      .where(sql`${t.source} = 'command'`),
    index('posting_of_command')
      .on(t.ledgerId, t.sourceId)
      .where(sql`${t.source} = 'command'`),
    // Postings come by date: a range of pages is found by it, and the night pays next to nothing.
    index('posting_day').using('brin', t.ledgerId, t.postingDate),
    index('posting_reversal')
      .on(t.ledgerId, t.reversesPostingId)
      .where(sql`${t.reversesPostingId} is not null`),
    check('posting_cash', sql`(${t.paymentId} is null) = (${t.cashMinor} is null)`),
  ],
);

export const postingLines = pgTable(
  'posting_line',
  {
    ledgerId: ledgerId(),
    postingId: uuid('posting_id').notNull(),
    lineIndex: integer('line_index').notNull(),
    account: text('account').notNull(),
    customerId: uuid('customer_id'),
    side: side(),
    amountMinor: minor('amount_minor').notNull(),
    currency: currency(),
    /** Its value in the ledger's base currency, ≥ 0; null where `currency` is that, or nobody has said the value. */
    baseMinor: minor('base_minor'),
    letteringId: uuid('lettering_id'),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.postingId, t.lineIndex] }),
    // No foreign key to the posting, as docs/decisions/0015 says: both are written together, neither is ever deleted.
    // No index by lettering: its lines are found with its allocations.
    check('posting_line_amount', sql`${t.amountMinor} >= 0 and ${t.baseMinor} >= 0`),
  ],
);
