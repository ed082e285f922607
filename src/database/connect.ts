/**
 * The database of this installation: the server of `DATABASE_URL`, or the embedded one. After {@link openDatabase}
 * nothing else in the program knows the difference.
 */
import { resolve } from 'node:path';
import type pg from 'pg';
import type { Config } from '../config/config.ts';
import { checkServer } from './check-server.ts';
import { connectClient, openPool } from './connections.ts';
import { keepPassword } from './embedded/create-cluster.ts';
import { startEmbeddedPostgres } from './embedded/start.ts';
import type { Schema } from './migrate.ts';
import { prepareEmbedded } from './prepare-embedded.ts';

export { connectClient } from './connections.ts';
export { DatabaseRefused } from './errors.ts';
export { migrateDatabase, type Schema } from './migrate.ts';

export type Database = Readonly<{
  /** As the service's role. */
  pool: pg.Pool;
  serverVersion: string;
  kind: 'embedded' | 'server';
  /** For threads, which open connections of their own with {@link connectClient}. Holds a password. */
  serviceUrl: string;
  /** Ends the pool, then the embedded server. Calling it again waits for the same end. */
  close(): Promise<void>;
}>;

type OpenOptions = Schema &
  Readonly<{
    /** The longest a statement of the pool may run; two minutes when not said, null for no limit. */
    statementTimeoutMs?: number | null;
    poolSize?: number;
    /** Told when an idle connection breaks; the pool has dropped it already. */
    onIdleLoss?: (error: Error) => void;
  }>;

const defaultStatementTimeoutMs = 120_000;

/**
 * Opens the database. Embedded: started, migrated and granted here. Server: only checked; `lettrage migrate` migrates.
 *
 * @throws DatabaseRefused with the reason and what to do; nothing is left running.
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  options: OpenOptions,
): Promise<Database> {
  return config.databaseUrl === null
    ? openEmbedded(resolve(config.dataDir), options)
    : openServer('server', config.databaseUrl, options, async () => undefined);
}

async function openEmbedded(dataDir: string, options: OpenOptions): Promise<Database> {
  const postgres = await startEmbeddedPostgres({ dataDir });
  try {
    const servicePassword = keepPassword(dataDir, 'service');
    const serviceUrl = await prepareEmbedded(postgres.adminConnection, servicePassword, options);
    return await openServer('embedded', serviceUrl, options, () => postgres.stop());
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function openServer(
  kind: Database['kind'],
  serviceUrl: string,
  options: OpenOptions,
  stopServer: () => Promise<void>,
): Promise<Database> {
  const client = await connectClient(serviceUrl);
  let serverVersion: string;
  try {
    serverVersion = await checkServer(client, options.migrationsFolder);
  } finally {
    await client.end();
  }
  const statementTimeoutMs =
    options.statementTimeoutMs === undefined ? defaultStatementTimeoutMs : options.statementTimeoutMs;
  const pool = openPool(serviceUrl, { ...options, statementTimeoutMs });
  let closing: Promise<void> | null = null;
  return {
    pool,
    serverVersion,
    kind,
    serviceUrl,
    close: () => (closing ??= pool.end().then(stopServer)),
  };
}
