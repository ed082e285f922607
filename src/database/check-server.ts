/**
 * The conditions for working on a server that is not ours alone. Row-level security keeps one ledger's books from
 * another's, and append-only tables keep the past; superusers and owners pass both by, so the service is neither.
 */
import type pg from 'pg';
import { DatabaseRefused } from './errors.ts';
import { readMigrations, readMigrationState, refuseMissing, refuseNewer } from './migration-state.ts';

type Server = Readonly<{
  version: string;
  version_number: number;
  encoding: string;
  role: string;
  is_superuser: boolean;
  bypasses_row_security: boolean;
  owned_table: string | null;
}>;

const oldestSupported = 150_000;

// `member`, not `usage`: a role that could become the owner by SET ROLE is as good as the owner.
const serverQuestion = `
  select current_setting('server_version') as version,
         current_setting('server_version_num')::int as version_number,
         current_setting('server_encoding') as encoding,
         rolname as role, rolsuper as is_superuser, rolbypassrls as bypasses_row_security,
         (select min(format('%I.%I', n.nspname, c.relname))
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            and pg_has_role(c.relowner, 'member')) as owned_table
  from pg_roles where rolname = current_user`;

const useServiceRole =
  'Use a service role of its own in DATABASE_URL: run `lettrage migrate` with DATABASE_OWNER_URL set to the owner; ' +
  'it creates the role that DATABASE_URL names.';

/**
 * Refuses what would not be safe, the gravest first.
 *
 * @returns the server's version, such as `15.20`.
 * @throws DatabaseRefused `database.server_too_old`, `database.encoding_not_utf8`, `database.role_is_superuser`,
 *   `database.role_bypasses_row_security`, `database.role_owns_tables`, `database.migrations_missing`,
 *   `database.migrations_newer`
 */
export async function checkServer(client: pg.Client, migrationsFolder: string): Promise<string> {
  const server = (await client.query<Server>(serverQuestion)).rows[0];
  if (server === undefined) throw new Error('The server does not know the role it let in.');
  refuseServer(server);
  refuseRole(server);
  const state = await readMigrationState(client, readMigrations(migrationsFolder));
  refuseNewer(state);
  refuseMissing(state);
  return server.version;
}

function refuseServer({ version, version_number, encoding }: Server): void {
  if (version_number < oldestSupported) {
    throw new DatabaseRefused(
      'database.server_too_old',
      `The server is PostgreSQL ${version}; Lettrage needs 15 or later. Upgrade it, or leave DATABASE_URL unset.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new DatabaseRefused(
      'database.encoding_not_utf8',
      `The database is encoded in ${encoding}, which can't hold every payer's name. Create one with encoding 'UTF8'.`,
    );
  }
}

function refuseRole({ role, is_superuser, bypasses_row_security, owned_table }: Server): void {
  if (is_superuser) {
    throw new DatabaseRefused('database.role_is_superuser', `The role ${role} is a superuser. ${useServiceRole}`);
  }
  if (bypasses_row_security) {
    throw new DatabaseRefused(
      'database.role_bypasses_row_security',
      `The role ${role} has BYPASSRLS and would see every ledger. ${useServiceRole}`,
    );
  }
  if (owned_table !== null) {
    throw new DatabaseRefused(
      'database.role_owns_tables',
      `The role ${role} owns tables (${owned_table}) and could rewrite what is meant to be append-only. ${useServiceRole}`,
    );
  }
}
