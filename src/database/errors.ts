/** Why there is no database to work with, and what to do. Codes are stable; `docs/errors.md` lists them. */
export const databaseRefusals = {
  'database.account_unsuitable':
    'PostgreSQL will not run under this account. Start as root or as an account with an entry in the user database, or set DATABASE_URL.',
  'database.binaries_unusable': 'The PostgreSQL programs that came with the package do not run here. Set DATABASE_URL.',
  'database.data_dir_damaged':
    'The data folder is not whole. Restore it from a backup, or name an empty folder in LETTRAGE_DATA_DIR.',
  'database.data_dir_in_use':
    'Another process works on this data folder. Stop it, use another LETTRAGE_DATA_DIR, or set DATABASE_URL.',
  'database.data_dir_not_writable': 'The data folder can not be written. Check its rights, or set LETTRAGE_DATA_DIR.',
  'database.data_dir_other_version':
    'The data folder was made by another major version of PostgreSQL. Use that version, or restore a backup.',
  'database.encoding_not_utf8': 'The database is not in UTF-8. Create it with ENCODING UTF8.',
  'database.migration_failed': 'A migration was refused; the database is as it was before. The message has the reason.',
  'database.migration_out_of_order':
    'The database has migrations that this build does not know in this order. Use the build that made them.',
  'database.migrations_missing': 'The tables are missing or old. Run `lettrage migrate`.',
  'database.migrations_newer': 'The tables are of a newer build. Use that build.',
  'database.platform_unsupported': 'There is no embedded PostgreSQL for this platform. Set DATABASE_URL.',
  'database.role_bypasses_row_security':
    'The role of DATABASE_URL passes by row-level security. Use a role without BYPASSRLS.',
  'database.role_is_superuser':
    'The role of DATABASE_URL is a superuser. Use a service role; `lettrage migrate` creates one.',
  'database.role_owns_tables':
    'The role of DATABASE_URL owns the tables. Use a service role; `lettrage migrate` creates one.',
  'database.server_too_old': 'The server is older than PostgreSQL 15. Use a newer one.',
  'database.service_role_missing':
    'The role of DATABASE_URL is missing and can not be created. Create it as the message says.',
  'database.start_failed': 'The embedded PostgreSQL did not start; the message has the end of its log.',
  'database.stop_failed': 'The embedded PostgreSQL did not stop in time. It is taken over at the next start.',
  'database.unreachable': 'No connection to the server. Check DATABASE_URL, and that the server is running.',
} as const satisfies Readonly<Record<`database.${string}`, string>>;

export type DatabaseRefusal = keyof typeof databaseRefusals;

/** The database can't be used as it is. The message says what was found, where, and what to do next. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused';
  readonly code: DatabaseRefusal;

  constructor(code: DatabaseRefusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The message of whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
