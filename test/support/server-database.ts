/** Databases of their own on a test server, copied from the migrated one in a tenth of a second. */
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { connectClient } from '../../src/database/connect.ts';
import { openPool } from '../../src/database/connections.ts';
import { urlFor, type TestServer } from './postgres.ts';

export type TestDatabase = Readonly<{
  name: string;
  /** The service's role: what the program uses, held to row-level security and to its grants. */
  serviceUrl: string;
  /** The owner of the tables: for looking behind the curtain, and for damage on purpose. */
  ownerUrl: string;
  /** A superuser in this database. */
  adminUrl: string;
  pool: Pool;
  ownerPool: Pool;
  /** Ends the pools: then others may be copied from it. */
  disconnect(): Promise<void>;
  drop(): Promise<void>;
}>;

async function asAdmin(server: TestServer, sql: string): Promise<void> {
  const admin = await connectClient(server.adminUrl);
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}

/**
 * @param name - shows in server logs; lower-case letters, digits and `_`.
 * @param template - a database that nobody is connected to.
 */
export async function createDatabaseOn(server: TestServer, name: string, template: string): Promise<TestDatabase> {
  const database = `${server.runName}_${name}_${randomBytes(4).toString('hex')}`;
  await asAdmin(server, `create database ${database} owner ${server.ownerRole} template ${template}`);
  const serviceUrl = urlFor(server, server.serviceRole, database);
  const ownerUrl = urlFor(server, server.ownerRole, database);
  const adminUrl = new URL(server.adminUrl);
  adminUrl.pathname = `/${database}`;
  const pool = openPool(serviceUrl);
  const ownerPool = openPool(ownerUrl);
  let disconnected: Promise<unknown> | null = null;
  const disconnect = async (): Promise<void> => {
    disconnected ??= Promise.all([pool.end(), ownerPool.end()]);
    await disconnected;
  };
  const drop = async (): Promise<void> => {
    await disconnect();
    await asAdmin(server, `drop database ${database} with (force)`);
  };
  return { name: database, serviceUrl, ownerUrl, adminUrl: adminUrl.href, pool, ownerPool, disconnect, drop };
}
