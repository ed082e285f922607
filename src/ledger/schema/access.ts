/** Who may come in by key. Shared by all ledgers: a key is looked up before it is known whose books it opens. */
import { sql } from 'drizzle-orm';
import { char, check, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { accessRoles } from '../../domain/access.ts';
import { instant } from './columns.ts';

/** A key is shown once; what is kept is the hash of its secret, which nobody can turn back. */
export const apiKeys = pgTable(
  'api_key',
  {
    id: uuid('id').primaryKey(),
    /** Who acts by it, as the audit names them: a person or a machine, not an address. */
    actor: text('actor').notNull(),
    role: text('role', { enum: accessRoles }).notNull(),
    /** Null: all ledgers. */
    ledgerId: integer('ledger_id'),
    /** The part of the key that may be shown, by which it is found. */
    prefix: text('prefix').notNull(),
    secretSha256: char('secret_sha256', { length: 64 }).notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    /** To the hour: enough to find those that nobody uses. */
    lastUsedAt: instant('last_used_at'),
  },
  (t) => [unique('api_key_prefix').on(t.prefix), check('api_key_expiry', sql`${t.expiresAt} > ${t.createdAt}`)],
);
