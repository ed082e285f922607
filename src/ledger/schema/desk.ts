/** Who is at which payment of the review queue: courtesy between people, no lock. What is decided is held to versions. */
import { foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, ledgerId } from './columns.ts';
import { payments } from './statements.ts';

/** Someone has the payment open; it counts until `claimedUntil`. */
export const paymentClaims = pgTable(
  'payment_claim',
  {
    ledgerId: ledgerId(),
    paymentId: uuid('payment_id').notNull(),
    actor: text('actor').notNull(),
    claimedUntil: instant('claimed_until').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.paymentId] }),
    foreignKey({ columns: [t.ledgerId, t.paymentId], foreignColumns: [payments.ledgerId, payments.id] }),
  ],
);

/** Whose the payment is to decide, when a colleague was asked. */
export const paymentAssignments = pgTable(
  'payment_assignment',
  {
    ledgerId: ledgerId(),
    paymentId: uuid('payment_id').notNull(),
    /** Null: nobody's in particular, again. */
    assignee: text('assignee'),
    question: text('question'),
    assignedBy: text('assigned_by').notNull(),
    assignedAt: instant('assigned_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.paymentId] }),
    foreignKey({ columns: [t.ledgerId, t.paymentId], foreignColumns: [payments.ledgerId, payments.id] }),
  ],
);
