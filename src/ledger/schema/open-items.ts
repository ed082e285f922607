/** What customers owe, as the ERP told it and as it stands. */
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
import { ledgerItemKinds } from '../../domain/settlement.ts';
import { ledgerId, minor, currency, instant, side } from './columns.ts';
import { customers } from './parties.ts';

export const openItems = pgTable(
  'open_item',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    customerId: uuid('customer_id').notNull(),
    documentNumber: text('document_number').notNull(),
    kind: text('kind', { enum: ledgerItemKinds }).notNull(),
    /** The account it stands on: 411, or where a command moved it. */
    account: text('account').notNull().default('411'),
    side: side(),
    currency: currency(),
    amountMinor: minor('amount_minor').notNull(),
    issueDate: date('issue_date').notNull(),
    dueDate: date('due_date').notNull(),
    /** `derived`: the source named none, the customer's terms gave it. */
    dueDateSource: text('due_date_source', { enum: ['given', 'derived'] })
      .notNull()
      .default('given'),
    creditorReference: text('creditor_reference'),
    purchaseOrder: text('purchase_order'),
    /** Early-payment discount in hundredths of a percent, and the last day on which it may be taken. */
    discountBp: integer('discount_bp'),
    discountUntil: date('discount_until'),
    /** `[{"rateBp":2000,"gross":"1200.00"}]`: the document's total by VAT rate, when the ERP told it. */
    vat: jsonb('vat'),
    /** What it was booked at in the ledger's base currency, when it is in another. */
    baseMinor: minor('base_minor'),
    /** What the ERP said was left when it last spoke of the item. */
    importedResidualMinor: minor('imported_residual_minor').notNull(),
    /** The day the ERP wrote what stands here, when it said so. */
    importedAsOf: date('imported_as_of'),
    /** What we cleared and the ERP has since taken over into its own residual. */
    acknowledgedMinor: minor('acknowledged_minor').notNull(),
    residualMinor: minor('residual_minor').notNull(),
    /** What of the residual is in dispute: left alone by matching unless the payer names it. */
    disputedMinor: minor('disputed_minor')
      .notNull()
      .default(sql`0`),
    /** The posting of ours that made the item; null: the ERP told it. */
    originPostingId: uuid('origin_posting_id'),
    addedAt: instant('added_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.id] }),
    foreignKey({ columns: [t.ledgerId, t.customerId], foreignColumns: [customers.ledgerId, customers.id] }),
    unique('open_item_document').on(t.ledgerId, t.customerId, t.kind, t.documentNumber),
    index('open_item_due').on(t.ledgerId, t.dueDate, t.id),
    // For searching: what clearing writes is in none of these.
    index('open_item_number').on(t.ledgerId, sql`${t.documentNumber} collate "C"`, t.id),
    index('open_item_amount').on(t.ledgerId, t.amountMinor, t.id),
    index('open_item_origin')
      .on(t.ledgerId, t.originPostingId)
      .where(sql`${t.originPostingId} is not null`),
    // No index asks for the residual: clearing an item then writes one row and none of the indexes (docs/decisions/0018).
    check('open_item_residual', sql`${t.residualMinor} between 0 and ${t.amountMinor}`),
    check('open_item_discount', sql`${t.discountBp} between 1 and 9999`),
    check('open_item_discount_whole', sql`(${t.discountBp} is null) = (${t.discountUntil} is null)`),
    check('open_item_disputed', sql`${t.disputedMinor} between 0 and ${t.amountMinor}`),
    check(
      'open_item_side',
      sql`${t.side} = case when ${t.kind} in ('invoice', 'down_payment', 'retention') then 'debit' else 'credit' end`,
    ),
  ],
);

/** What reduced (or, negative, restored) an item outside our allocations: the ERP's own clearing, told by an import. */
export const openItemAdjustments = pgTable(
  'open_item_adjustment',
  {
    ledgerId: ledgerId(),
    openItemId: uuid('open_item_id').notNull(),
    itemVersion: integer('item_version').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    reason: text('reason', { enum: ['cleared_before_import', 'cleared_elsewhere', 'amount_changed'] }).notNull(),
    adjustedAt: instant('adjusted_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.openItemId, t.itemVersion, t.reason] }),
    foreignKey({ columns: [t.ledgerId, t.openItemId], foreignColumns: [openItems.ledgerId, openItems.id] }),
  ],
);
