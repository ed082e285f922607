/** What people taught matching: who pays for whom, and what is not to be proposed again. */
import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { ledgerId, instant } from './columns.ts';
import { openItems } from './open-items.ts';
import { customers } from './parties.ts';
import { payments } from './statements.ts';

/** A payer under the IBAN or the name that it writes, and the customer it was confirmed to pay for. It may be several. */
export const payerAliases = pgTable(
  'payer_alias',
  {
    ledgerId: ledgerId(),
    kind: text('kind', { enum: ['iban', 'name'] }).notNull(),
    /** An IBAN without blanks, or the key of a name: what matching compares. */
    value: text('value').notNull(),
    customerId: uuid('customer_id').notNull(),
    confirmedCount: integer('confirmed_count').notNull(),
    /** Booking dates of the first and the last payment that confirmed it. */
    firstDate: date('first_date').notNull(),
    lastDate: date('last_date').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.kind, t.value, t.customerId] }),
    foreignKey({ columns: [t.ledgerId, t.customerId], foreignColumns: [customers.ledgerId, customers.id] }),
    check('payer_alias_confirmed', sql`${t.confirmedCount} > 0 and ${t.firstDate} <= ${t.lastDate}`),
  ],
);

/** A proposal that a person turned down. The id is made from the pair: declined twice is declined once. */
export const declinedPairs = pgTable(
  'declined_pair',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    paymentId: uuid('payment_id').notNull(),
    customerId: uuid('customer_id').notNull(),
    /** Null: the customer as a whole. */
    openItemId: uuid('open_item_id'),
    actor: text('actor').notNull(),
    declinedAt: instant('declined_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.id] }),
    foreignKey({ columns: [t.ledgerId, t.paymentId], foreignColumns: [payments.ledgerId, payments.id] }),
    foreignKey({ columns: [t.ledgerId, t.customerId], foreignColumns: [customers.ledgerId, customers.id] }),
    foreignKey({ columns: [t.ledgerId, t.openItemId], foreignColumns: [openItems.ledgerId, openItems.id] }),
    index('declined_pair_of_payment').on(t.ledgerId, t.paymentId),
  ],
);
