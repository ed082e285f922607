/** Who the books are of and about: ledgers, their bank accounts, their customers. */
import { sql } from 'drizzle-orm';
import { char, check, foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { defaultPolicy, whenInDoubt, whenUnproved } from '../../domain/account-policy.ts';
import { ledgerId, currency } from './columns.ts';

/** One legal entity's books. Not under row-level security: it is what the rows are secured by. */
export const ledgers = pgTable('ledger', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  /** The currency the books are kept in. */
  baseCurrency: char('base_currency', { length: 3 }).notNull().default('EUR'),
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
    /** The format whose statements are posted; any other is only compared with them. Null until the first is published. */
    masterFormat: text('master_format'),
    /** What to do with each kind of doubt: see domain/account-policy.ts. */
    onMissingStatement: text('on_missing_statement', { enum: whenInDoubt })
      .notNull()
      .default(defaultPolicy.onMissingStatement),
    onAbsentBalance: text('on_absent_balance', { enum: whenInDoubt }).notNull().default(defaultPolicy.onAbsentBalance),
    onTotalsMismatch: text('on_totals_mismatch', { enum: whenInDoubt })
      .notNull()
      .default(defaultPolicy.onTotalsMismatch),
    onSequenceGap: text('on_sequence_gap', { enum: whenInDoubt }).notNull().default(defaultPolicy.onSequenceGap),
    onBalanceMismatch: text('on_balance_mismatch', { enum: whenUnproved })
      .notNull()
      .default(defaultPolicy.onBalanceMismatch),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.id] }),
    unique('bank_account_identifier').on(t.ledgerId, t.identifier),
    check('bank_account_never_unproved', sql`${t.onBalanceMismatch} in ('hold', 'quarantine')`),
  ],
);

/** Other numbers under which banks name the account: what a format writes instead of the IBAN. */
export const bankAccountAliases = pgTable(
  'bank_account_alias',
  {
    ledgerId: ledgerId(),
    alias: text('alias').notNull(),
    bankAccountId: uuid('bank_account_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ledgerId, t.alias] }),
    foreignKey({ columns: [t.ledgerId, t.bankAccountId], foreignColumns: [bankAccounts.ledgerId, bankAccounts.id] }),
  ],
);

export const customers = pgTable(
  'customer',
  {
    ledgerId: ledgerId(),
    id: uuid('id').notNull(),
    /** The ERP's key: the auxiliary account. */
    code: text('code').notNull(),
    name: text('name').notNull(),
    /** Terms as `domain/payment-terms.ts` writes them; null: the law's. */
    paymentTerms: text('payment_terms'),
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
