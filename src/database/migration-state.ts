/** Which migrations this build brings, which the database has, and what that means. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { DatabaseRefused } from './errors.ts';

/** Where Drizzle writes what was applied. */
export const migrationsSchema = 'lettrage_migrations';
export const migrationsTable = 'applied';

/** `writtenAt` identifies a migration, in milliseconds since 1970: Drizzle's `when` and `created_at`. */
export type Migration = Readonly<{ tag: string; writtenAt: bigint }>;
type MigrationState = Readonly<{
  missing: readonly Migration[];
  /** Applied by a newer build: known by their time only. */
  unknown: readonly bigint[];
}>;

/** Reads the journal of a migrations folder, in the order of application. */
export function readMigrations(migrationsFolder: string): readonly Migration[] {
  const journalPath = join(migrationsFolder, 'meta', '_journal.json');
  if (!existsSync(journalPath)) throw new Error(`No migrations in ${migrationsFolder}: ${journalPath} is not there.`);
  const journal: unknown = JSON.parse(readFileSync(journalPath, 'utf8'));
  const hasEntries = typeof journal === 'object' && journal !== null && 'entries' in journal;
  const entries: unknown = hasEntries ? journal.entries : null;
  if (!Array.isArray(entries) || !entries.every(isJournalEntry)) throw new Error(`${journalPath} can't be read.`);
  return entries.map(({ tag, when }) => ({ tag, writtenAt: BigInt(when) }));
}

const isJournalEntry = (entry: unknown): entry is { tag: string; when: number } =>
  typeof entry === 'object' &&
  entry !== null &&
  'tag' in entry &&
  typeof entry.tag === 'string' &&
  'when' in entry &&
  typeof entry.when === 'number';

/** Compares the build with the database. A table that is absent, or not ours to read, counts as nothing applied. */
export async function readMigrationState(client: pg.Client, migrations: readonly Migration[]): Promise<MigrationState> {
  const applied = await readApplied(client);
  const known = new Set(migrations.map((migration) => migration.writtenAt));
  return {
    missing: migrations.filter((migration) => !applied.has(migration.writtenAt)),
    unknown: [...applied].filter((writtenAt) => !known.has(writtenAt)),
  };
}

async function readApplied(client: pg.Client): Promise<ReadonlySet<bigint>> {
  // A table whose schema may not be entered can't be named: asked of the catalogue first.
  const readable = await client.query<{ readable: boolean }>(
    `select has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select') as readable
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relname = $2`,
    [migrationsSchema, migrationsTable],
  );
  if (readable.rows[0]?.readable !== true) return new Set();
  const applied = await client.query<{ created_at: bigint }>(
    `select created_at from ${migrationsSchema}.${migrationsTable}`,
  );
  return new Set(applied.rows.map((row) => row.created_at));
}

/** @throws DatabaseRefused `database.migrations_newer`: an older build must not write into tables it does not know. */
export function refuseNewer({ unknown }: MigrationState): void {
  if (unknown.length === 0) return;
  const newest = unknown.reduce((a, b) => (a > b ? a : b));
  throw new DatabaseRefused(
    'database.migrations_newer',
    `The database was migrated by a newer Lettrage: it has ${unknown.length} migration(s) that this one does not know, ` +
      `the newest written at ${new Date(Number(newest)).toISOString()}. Start the newer version.`,
  );
}

/** @throws DatabaseRefused `database.migrations_missing`, naming them. */
export function refuseMissing({ missing }: MigrationState): void {
  if (missing.length === 0) return;
  throw new DatabaseRefused(
    'database.migrations_missing',
    `The database lacks migrations: ${missing.map((migration) => migration.tag).join(', ')}. ` +
      'Run `lettrage migrate` with DATABASE_OWNER_URL set to the owner of the tables.',
  );
}
