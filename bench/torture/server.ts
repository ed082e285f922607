/** A server of its own for a run of the torture, removed with everything on it; or that of `LETTRAGE_TEST_ADMIN_URL`. */
import { connectClient } from '../../src/database/connect.ts';
import { random } from '../../test/support/random.ts';
import { startTestServer } from '../../test/support/postgres.ts';
import { createDatabaseOn, type TestDatabase } from '../../test/support/server-database.ts';
import { makeBooks } from './books.ts';
import { nextStep, takeStep } from './commands.ts';
import { openPreparedPool } from './prepared-pool.ts';

/** Makes databases: of this build's tables, or copies of one that nobody is connected to. */
export type Databases = (name: string, template?: string) => Promise<TestDatabase>;

export async function openDatabases(): Promise<
  Readonly<{ adminUrl: string; create: Databases; close(): Promise<void> }>
> {
  const { server, stop } = await startTestServer();
  return {
    adminUrl: server.adminUrl,
    create: (name, template = server.templateDatabase) => createDatabaseOn(server, name, template),
    close: stop,
  };
}

/** What these databases are asked is not how they survive, nor how statements are planned: see {@link openPreparedPool}. */
const settings = ['synchronous_commit = off', 'plan_cache_mode = force_generic_plan'];

/**
 * Makes databases that are quick from the first command on: their statements are planned once, with statistics of books
 * that went through some commands.
 */
export async function quickDatabases(create: Databases): Promise<Databases> {
  const seasoned = await create('seasoned');
  const books = await makeBooks(seasoned.pool, 'SEASON', 'season');
  const dice = random('season');
  for (let step = 0; step < 150; step += 1) await takeStep(books, nextStep(books, dice));
  const admin = await connectClient(seasoned.adminUrl);
  await admin.query('analyze');
  const { rows } = await admin.query<{ names: string }>(
    `select string_agg(format('%I', relname), ', ') as names from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  // The statistics stay.
  await admin.query(`truncate ${rows[0]?.names ?? ''} restart identity cascade`);
  await admin.end();
  await seasoned.disconnect();
  return (name, template = seasoned.name) => quicken(create, name, template);
}

async function quicken(create: Databases, name: string, template: string): Promise<TestDatabase> {
  const database = await create(name, template);
  const admin = await connectClient(database.adminUrl);
  for (const setting of settings) await admin.query(`alter database ${database.name} set ${setting}`);
  await admin.end();
  const pool = openPreparedPool(database.serviceUrl, 16);
  let ended: Promise<void> | null = null;
  const disconnect = async (): Promise<void> => {
    await (ended ??= pool.end());
    await database.disconnect();
  };
  const drop = async (): Promise<void> => {
    await disconnect();
    await database.drop();
  };
  return { ...database, pool, disconnect, drop };
}
