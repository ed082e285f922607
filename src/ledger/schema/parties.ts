/** Who the books are of and about: ledgers, their bank accounts, their customers. */
import { foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { ledgerId, currency } from './columns.ts';

/** One legal entity's books. Not under row-level security: it is what the rows are secured by. */
export const ledgers = pgTable('ledger', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
});

/** A bank account belongs to one ledger only: the same statement can't be booked in two companies. */
export const bankAccountDirectory = pgTable('bank_account_directory', {
  identifier: text('identifier').primaryKey(),
  ledgerId: ledgerId(),
});

export const bankAccounts = pgTable(
  'bank_account',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    /** IBAN or the bank's own number, upper case, no blanks. */
    identifier: text('identifier').notNull(),
    currency: currency(),
    name: text('name').notNull(),
    /** The general-ledger account that mirrors it, such as 512100. */
    glAccount: text('gl_account').notNull(),
  },
  (t) => [primaryKey({ columns: [t.ledgerId, t.id] }), unique('bank_account_identifier').on(t.ledgerId, t.identifier)],
);

export const customers = pgTable(
  'customer',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    /** The ERP's key: the auxiliary account. */
    code: text('code').notNull(),
    name: text('name').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.ledgerId, t.id] }), unique('customer_code').on(t.ledgerId, t.code)],
);

export const customerIbans = pgTable(
  'customer_iban',
  {
    ledgerId: ledgerId(),
    customerId: uuid('customer_id').notNull(),
    iban: text('iban').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.customerId, t.iban] }),
    foreignKey({ columns: [t.ledgerId, t.customerId], foreignColumns: [customers.ledgerId, customers.id] }),
  ],
);
