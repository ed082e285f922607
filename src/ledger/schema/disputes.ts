/** Why customers do not pay: disputes of residuals, their history, and the ledger's own words for the causes. */
import { sql } from 'drizzle-orm';
import {
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
import { disputeCategories, disputeEventKinds, disputeOrigins, disputeResolutions } from '../../domain/dispute.ts';
import { ledgerId, minor, currency, instant } from './columns.ts';
import { openItems } from './open-items.ts';
import { customers } from './parties.ts';
import { payments } from './statements.ts';

/** Sub-reasons of the five categories: company data. */
export const disputeReasons = pgTable(
  'dispute_reason',
  {
    ledgerId: ledgerId(),
    code: text('code').notNull(),
    category: text('category', { enum: disputeCategories }).notNull(),
    label: text('label').notNull(),
    /** Who in the company has to mend it. */
    department: text('department'),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.code] }),
    unique('dispute_reason_category').on(t.ledgerId, t.code, t.category),
  ],
);

/** Current state; `disputeEvents` say how it came to be. */
export const disputes = pgTable(
  'dispute',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    customerId: uuid('customer_id').notNull(),
    openItemId: uuid('open_item_id').notNull(),
    openedFrom: text('opened_from', { enum: disputeOrigins }).notNull(),
    /** The short payment or the return. */
    paymentId: uuid('payment_id'),
    currency: currency(),
    amountMinor: minor('amount_minor').notNull(),
    category: text('category', { enum: disputeCategories }).notNull(),
    reasonCode: text('reason_code').notNull(),
    owner: text('owner'),
    department: text('department'),
    dueDate: date('due_date'),
    state: text('state', { enum: ['open', 'resolved'] }).notNull(),
    resolution: text('resolution', { enum: disputeResolutions }),
    openedAt: instant('opened_at').notNull(),
    resolvedAt: instant('resolved_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.id] }),
    foreignKey({ columns: [t.ledgerId, t.customerId], foreignColumns: [customers.ledgerId, customers.id] }),
    foreignKey({ columns: [t.ledgerId, t.openItemId], foreignColumns: [openItems.ledgerId, openItems.id] }),
    foreignKey({ columns: [t.ledgerId, t.paymentId], foreignColumns: [payments.ledgerId, payments.id] }),
    foreignKey({
      columns: [t.ledgerId, t.reasonCode, t.category],
      foreignColumns: [disputeReasons.ledgerId, disputeReasons.code, disputeReasons.category],
    }),
    index('dispute_of_item').on(t.ledgerId, t.openItemId),
    check('dispute_amount', sql`${t.amountMinor} > 0`),
    check(
      'dispute_resolved',
      sql`(${t.state} = 'resolved') = (${t.resolution} is not null) and (${t.resolution} is null) = (${t.resolvedAt} is null)`,
    ),
  ],
);

export const disputeEvents = pgTable(
  'dispute_event',
  {
    ledgerId: ledgerId(),
    disputeId: uuid('dispute_id').notNull(),
    eventIndex: integer('event_index').notNull(),
    kind: text('kind', { enum: disputeEventKinds }).notNull(),
    /** All that stands after the event, and what was said. */
    details: jsonb('details').notNull(),
    actor: text('actor').notNull(),
    /** The command, or the run whose payment settled the item. */
    commandId: uuid('command_id').notNull(),
    happenedAt: instant('happened_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.disputeId, t.eventIndex] }),
    foreignKey({ columns: [t.ledgerId, t.disputeId], foreignColumns: [disputes.ledgerId, disputes.id] }),
  ],
);
