/** How this program opens connections: one place for types, timeouts and names, for the pool and for threads. */
import { Client, Pool, type ClientConfig } from 'pg';
import { pgTypes } from './column-types.ts';
import { DatabaseRefused, messageOf } from './errors.ts';
import type { ConnectionParameters } from './embedded/start.ts';

type ConnectionOptions = Readonly<{
  /** The longest a statement may run; null: no limit of ours. PgBouncer must be told to let the parameter pass. */
  statementTimeoutMs?: number | null;
}>;

const connectTimeoutMs = 10_000;

export const connectionUrl = ({ host, port, user, password, database }: ConnectionParameters): string =>
  `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}/${encodeURIComponent(database)}`;

const clientConfig = (url: string, { statementTimeoutMs = null }: ConnectionOptions): ClientConfig => ({
  connectionString: url,
  application_name: 'lettrage',
  types: pgTypes,
  keepAlive: true,
  connectionTimeoutMillis: connectTimeoutMs,
  ...(statementTimeoutMs === null ? {} : { statement_timeout: statementTimeoutMs }),
});

/**
 * A pool; connections open when they are needed. Queries must be unnamed: PgBouncer shares connections.
 *
 * An idle connection that breaks is dropped from the pool by `pg` itself; `onIdleLoss` is told, for the log.
 */
export function openPool(
  url: string,
  options: ConnectionOptions & Readonly<{ poolSize?: number; onIdleLoss?: (error: Error) => void }> = {},
): Pool {
  const pool = new Pool({ ...clientConfig(url, options), max: options.poolSize ?? 10 });
  // Without a listener the event would end the process.
  pool.on('error', options.onIdleLoss ?? (() => undefined));
  // The pool lets go of a new connection a moment before its borrower listens; a server that dies right behind its greeting
  // is heard in between. The borrower learns it from its first query.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** @throws DatabaseRefused `database.unreachable` when the URL can't be read; it is not shown, it may hold a password. */
export function newClient(config: ClientConfig): Client {
  try {
    return new Client(config);
  } catch (cause) {
    throw new DatabaseRefused(
      'database.unreachable',
      `The connection URL can't be read: ${messageOf(cause)}. Write postgres://user:password@host:5432/database, with ` +
        'special characters of the password percent-encoded.',
      { cause },
    );
  }
}

/**
 * One connection of one's own, for a worker thread, a migration or a COPY. The caller ends it.
 * When it breaks, the query under way and every later one fail; nothing else happens.
 *
 * @throws DatabaseRefused `database.unreachable`, without the password.
 */
export async function connectClient(url: string, options: ConnectionOptions = {}): Promise<Client> {
  const client = newClient(clientConfig(url, options));
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const { user, host, port, database } = client;
    throw new DatabaseRefused(
      'database.unreachable',
      `No connection to database ${database} at ${host}:${port} as ${user}: ${messageOf(cause)}. ` +
        'Check the connection URL, and that the server is running and lets this account in.',
      { cause },
    );
  }
}
