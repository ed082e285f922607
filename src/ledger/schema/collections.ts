/** What we collect by direct debit, so that a return finds what it takes back; and the rates of exchange of the days. */
import { sql } from 'drizzle-orm';
import { char, check, date, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { collectionSchemes } from '../../domain/collection.ts';
import { ledgerId, minor, currency } from './columns.ts';
import { openItems } from './open-items.ts';

/** A batch of direct debits as we sent it. `reference` is what the bank repeats: the payment information id. */
export const collections = pgTable(
  'collection',
  {
    ledgerId: ledgerId(),
    reference: text('reference').notNull(),
    collectionDate: date('collection_date').notNull(),
    scheme: text('scheme', { enum: collectionSchemes }).notNull(),
    currency: currency(),
    amountMinor: minor('amount_minor').notNull(),
    lineCount: integer('line_count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.ledgerId, t.reference] }), check('collection_amount', sql`${t.amountMinor} > 0`)],
);

/** One debit. The end-to-end id is ours, so it names the debit when it comes back. */
export const collectionLines = pgTable(
  'collection_line',
  {
    ledgerId: ledgerId(),
    reference: text('reference').notNull(),
    lineIndex: integer('line_index').notNull(),
    endToEndId: text('end_to_end_id').notNull(),
    mandateId: text('mandate_id'),
    openItemId: uuid('open_item_id').notNull(),
    amountMinor: minor('amount_minor').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.reference, t.lineIndex] }),
    foreignKey({ columns: [t.ledgerId, t.reference], foreignColumns: [collections.ledgerId, collections.reference] }),
    foreignKey({ columns: [t.ledgerId, t.openItemId], foreignColumns: [openItems.ledgerId, openItems.id] }),
    index('collection_line_end_to_end').on(t.ledgerId, t.endToEndId),
    index('collection_line_mandate')
      .on(t.ledgerId, t.mandateId)
      .where(sql`${t.mandateId} is not null`),
    check('collection_line_amount', sql`${t.amountMinor} > 0`),
  ],
);

/** Units of `currency` for one unit of the ledger's base currency on a day, as the source printed it: a decimal. */
export const exchangeRates = pgTable(
  'exchange_rate',
  {
    ledgerId: ledgerId(),
    currency: char('currency', { length: 3 }).notNull(),
    rateDate: date('rate_date').notNull(),
    rate: text('rate').notNull(),
    source: text('source').notNull(),
  },
  (t) => [primaryKey({ columns: [t.ledgerId, t.currency, t.rateDate] })],
);
