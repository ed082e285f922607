/** What was applied: allocations, the letters that tie documents together, and the postings. */
import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
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
    foreignKey({ columns: [t.ledgerId, t.letteringId], foreignColumns: [letterings.ledgerId, letterings.id] }),
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

/** An amount of one payment that clears an amount of one item. `side` is the item's: a credit note counts against. */
export const allocations = pgTable(
  'allocation',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    paymentId: uuid('payment_id').notNull(),
    openItemId: uuid('open_item_id').notNull(),
    side: side(),
    amountMinor: minor('amount_minor').notNull(),
    currency: currency(),
    letteringId: uuid('lettering_id').notNull(),
    /** Which rule of imputation decided: Code civil art. 1342-10. */
    basis: text('basis', { enum: ['named_by_debtor', 'decided_by_clerk'] }).notNull(),
    matchRunId: uuid('match_run_id'),
    allocatedAt: instant('allocated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.id] }),
    foreignKey({ columns: [t.ledgerId, t.paymentId], foreignColumns: [payments.ledgerId, payments.id] }),
    foreignKey({ columns: [t.ledgerId, t.openItemId], foreignColumns: [openItems.ledgerId, openItems.id] }),
    foreignKey({ columns: [t.ledgerId, t.letteringId], foreignColumns: [letterings.ledgerId, letterings.id] }),
    index('allocation_of_payment').on(t.ledgerId, t.paymentId),
    index('allocation_of_item').on(t.ledgerId, t.openItemId),
    check('allocation_amount', sql`${t.amountMinor} > 0`),
  ],
);

export const postings = pgTable(
  'posting',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    journal: text('journal').notNull(),
    postingDate: date('posting_date').notNull(),
    /** What it records: an entry of the bank, or the application of a payment. */
    source: text('source', { enum: ['entry', 'application'] }).notNull(),
    sourceId: uuid('source_id').notNull(),
    label: text('label').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.id] }),
    // The posting of an entry is found by its id, which is made from the entry's.
    index('posting_source')
      .on(t.ledgerId, t.sourceId)
      .where(sql`${t.source} <> 'entry'`),
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
    letteringId: uuid('lettering_id'),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.postingId, t.lineIndex] }),
    // No foreign key to the posting, as docs/decisions/0015 says: both are written together, neither is ever deleted.
    index('posting_line_lettering')
      .on(t.ledgerId, t.letteringId)
      .where(sql`${t.letteringId} is not null`),
    check('posting_line_amount', sql`${t.amountMinor} >= 0`),
  ],
);
