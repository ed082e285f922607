/** A database of its own for each test file, copied from the migrated one in a tenth of a second. */
import { randomBytes } from 'node:crypto';
import type { Client, Pool } from 'pg';
import { inject } from 'vitest';
import { connectClient } from '../../src/database/connect.ts';
import { openPool } from '../../src/database/connections.ts';
import { urlFor } from './postgres.ts';

export type TestDatabase = Readonly<{
  /** The service's role: what the program uses, held to row-level security and to its grants. */
  serviceUrl: string;
  /** The owner of the tables: for looking behind the curtain, and for damage on purpose. */
  ownerUrl: string;
  /** A superuser in this database. */
  adminUrl: string;
  pool: Pool;
  ownerPool: Pool;
  drop(): Promise<void>;
}>;

async function asAdmin(work: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = await connectClient(inject('testServer').adminUrl);
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

/**
 * Makes a database with the tables, constraints and rights of this build, and nothing in it.
 *
 * @param name - shows in server logs; lower-case letters, digits and `_`.
 */
export const createTestDatabase = (name = 'case'): Promise<TestDatabase> =>
  createDatabase(name, inject('testServer').templateDatabase);

/** Makes a database without any table: for tests of migrations. */
export const createEmptyDatabase = (name = 'empty'): Promise<TestDatabase> => createDatabase(name, 'template0');

async function createDatabase(name: string, template: string): Promise<TestDatabase> {
  const server = inject('testServer');
  const database = `${server.runName}_${name}_${randomBytes(4).toString('hex')}`;
  await asAdmin((admin) => admin.query(`create database ${database} owner ${server.ownerRole} template ${template}`));
  const serviceUrl = urlFor(server, server.serviceRole, database);
  const ownerUrl = urlFor(server, server.ownerRole, database);
  const adminUrl = new URL(server.adminUrl);
  adminUrl.pathname = `/${database}`;
  const pool = openPool(serviceUrl);
  const ownerPool = openPool(ownerUrl);
  const drop = async (): Promise<void> => {
    await Promise.all([pool.end(), ownerPool.end()]);
    await asAdmin((admin) => admin.query(`drop database ${database} with (force)`));
  };
  return { serviceUrl, ownerUrl, adminUrl: adminUrl.href, pool, ownerPool, drop };
}
