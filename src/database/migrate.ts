/**
 * Brings a database to this build: migrations, then the rights of the service's role. Both as the owner of the tables,
 * whom the service never is. One migration at a time, however many nodes start at once.
 */
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { connectClient, newClient } from './connections.ts';
import { DatabaseRefused, messageOf } from './errors.ts';
import {
  migrationsSchema,
  migrationsTable,
  readMigrations,
  readMigrationState,
  refuseNewer,
  type Migration,
} from './migration-state.ts';

/** What the ledger brings: a folder as `drizzle-kit generate` writes it, and the rights of the service's role. */
export type Schema = Readonly<{
  migrationsFolder: string;
  /** SQL statements, run as the owner after every migration; repeating them changes nothing. */
  grants: (serviceRole: string) => readonly string[];
}>;

export type MigrationReport = Readonly<{ applied: readonly string[]; serviceRoleCreated: boolean }>;

// Any constant will do, as long as nobody else in the database takes it: "lettrage" in a telephone's letters.
const migrationLock = 53_887_243;

/**
 * Runs what is missing, as the role the client acts as, then the grants, in one transaction, so that a running service
 * never meets a moment without rights. Others wait until the client has ended.
 *
 * @returns the tags of the migrations applied, none when all were there.
 * @throws DatabaseRefused `database.migrations_newer`, `database.migration_failed`, `database.migration_out_of_order`
 */
export async function applySchema(client: Client, schema: Schema, serviceRole: string): Promise<readonly string[]> {
  const migrations = readMigrations(schema.migrationsFolder);
  await client.query('select pg_advisory_lock($1)', [migrationLock]);
  const before = await readMigrationState(client, migrations);
  refuseNewer(before);
  await runMigrations(client, schema.migrationsFolder, before.missing);
  refuseSkipped((await readMigrationState(client, migrations)).missing);
  await runGrants(client, schema, serviceRole);
  return before.missing.map((migration) => migration.tag);
}

async function runMigrations(client: Client, migrationsFolder: string, missing: readonly Migration[]): Promise<void> {
  try {
    await migrate(drizzle(client), { migrationsFolder, migrationsSchema, migrationsTable });
  } catch (cause) {
    throw new DatabaseRefused(
      'database.migration_failed',
      `The migrations ${missing.map((migration) => migration.tag).join(', ')} were not applied, none of them: ` +
        `${innermostMessage(cause)}. The database is as it was before.`,
      { cause },
    );
  }
}

/** Drizzle wraps the server's error in one that repeats the statement. */
const innermostMessage = (error: unknown): string =>
  error instanceof Error && error.cause !== undefined ? innermostMessage(error.cause) : messageOf(error);

/** Drizzle applies only what was written after the newest applied migration; a branch merged late is left out. */
function refuseSkipped(skipped: readonly Migration[]): void {
  if (skipped.length === 0) return;
  throw new DatabaseRefused(
    'database.migration_out_of_order',
    `The migrations ${skipped.map((migration) => migration.tag).join(', ')} were written before one that is applied ` +
      'already, and were left out. Generate them again.',
  );
}

async function runGrants(client: Client, schema: Schema, serviceRole: string): Promise<void> {
  const role = escapeIdentifier(serviceRole);
  await client.query('begin');
  try {
    await client.query(`grant usage on schema ${migrationsSchema} to ${role}`);
    await client.query(`grant select on ${migrationsSchema}.${migrationsTable} to ${role}`);
    for (const statement of schema.grants(serviceRole)) await client.query(statement);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new DatabaseRefused(
      'database.migration_failed',
      `The migrations are applied, but the rights of ${serviceRole} could not be granted: ${messageOf(cause)}. ` +
        'Migrate as the owner of the tables.',
      { cause },
    );
  }
}

/**
 * `lettrage migrate`: for a server of one's own. Creates the service's login role when it is absent and the owner may.
 *
 * @param ownerUrl - the owner of the database, connected directly: PgBouncer would lose the lock.
 * @param serviceUrl - names the service's role and its password; used to create the role, never to connect.
 * @throws DatabaseRefused `database.unreachable`, `database.service_role_missing`, and those of {@link applySchema}.
 */
export async function migrateDatabase(
  options: Readonly<{ ownerUrl: string; serviceUrl: string }> & Schema,
): Promise<MigrationReport> {
  const service = newClient({ connectionString: options.serviceUrl });
  const role = service.user ?? '';
  const client = await connectClient(options.ownerUrl);
  try {
    const serviceRoleCreated = await ensureServiceRole(client, role, service.password);
    return { applied: await applySchema(client, options, role), serviceRoleCreated };
  } finally {
    await client.end();
  }
}

async function ensureServiceRole(client: Client, role: string, password: unknown): Promise<boolean> {
  const found = await client.query('select from pg_roles where rolname = $1', [role]);
  if (found.rowCount === 1) return false;
  const secret = typeof password === 'string' && password !== '' ? ` password ${escapeLiteral(password)}` : '';
  try {
    await client.query(`create role ${escapeIdentifier(role)} login${secret}`);
    return true;
  } catch (cause) {
    throw new DatabaseRefused(
      'database.service_role_missing',
      `The role ${role} of DATABASE_URL does not exist, and the owner may not create it (${messageOf(cause)}). ` +
        `Have an administrator run: create role ${escapeIdentifier(role)} login password '…'`,
      { cause },
    );
  }
}
