/** Columns that mean the same in every table. */
import { bigint, char, customType, integer, text, timestamp } from 'drizzle-orm/pg-core';

export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
/** First in every key: see schema.ts. */
export const ledgerId = () => integer('ledger_id').notNull();
/** An amount in minor units of the currency beside it. */
export const minor = (name: string) => bigint(name, { mode: 'bigint' });
export const currency = () => char('currency', { length: 3 }).notNull();
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
export const side = () => text('side', { enum: ['credit', 'debit'] }).notNull();
