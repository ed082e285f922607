/**
 * One PostgreSQL for a whole test run, with one migrated database to copy from.
 *
 * Embedded in a temporary folder, or, with `LETTRAGE_TEST_ADMIN_URL` (a superuser's URL), on a server of one's own,
 * where it removes everything it made: roles and databases carry the name of the run.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { escapeIdentifier, type Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { connectClient, migrateDatabase } from '../../src/database/connect.ts';
import { connectionUrl } from '../../src/database/connections.ts';
import { startEmbeddedPostgres } from '../../src/database/embedded/start.ts';
import { grants, migrationsFolder } from '../../src/ledger/migrate.ts';

/** What tests need to make databases of their own. */
export type TestServer = Readonly<{
  /** A superuser, connected to the maintenance database. */
  adminUrl: string;
  /** Names begin with it; it belongs to this run alone. */
  runName: string;
  ownerRole: string;
  serviceRole: string;
  /** Of both roles: the server listens to this machine only, and not for long. */
  password: string;
  /** Migrated and granted; no connection stays open to it. */
  templateDatabase: string;
}>;

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

type RunningServer = Readonly<{ adminUrl: string; stop(): Promise<void> }>;

async function startServer(): Promise<RunningServer> {
  const given = process.env['LETTRAGE_TEST_ADMIN_URL'];
  if (given !== undefined && given !== '') return { adminUrl: given, stop: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-test-'));
  // As root the server runs as another account, which must get through.
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data') });
  const stop = async (): Promise<void> => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { adminUrl: connectionUrl(postgres.adminConnection), stop };
}

/** The same server, another role and database. */
export function urlFor(server: TestServer, role: string, database: string): string {
  const url = new URL(server.adminUrl);
  url.username = role;
  url.password = server.password;
  url.pathname = `/${database}`;
  return url.href;
}

async function makeTemplate(admin: Client, server: TestServer): Promise<void> {
  for (const role of [server.ownerRole, server.serviceRole]) {
    await admin.query(`create role ${role} login password '${server.password}'`);
  }
  await admin.query(`create database ${server.templateDatabase} owner ${server.ownerRole} template template0`);
  await migrateDatabase({
    ownerUrl: urlFor(server, server.ownerRole, server.templateDatabase),
    serviceUrl: urlFor(server, server.serviceRole, server.templateDatabase),
    migrationsFolder,
    grants,
  });
}

async function removeAll(admin: Client, { runName }: TestServer): Promise<void> {
  const databases = await admin.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [runName],
  );
  for (const { datname } of databases.rows)
    await admin.query(`drop database ${escapeIdentifier(datname)} with (force)`);
  const roles = await admin.query<{ rolname: string }>('select rolname from pg_roles where starts_with(rolname, $1)', [
    runName,
  ]);
  for (const { rolname } of roles.rows) await admin.query(`drop role ${escapeIdentifier(rolname)}`);
}

/** Starts a server, with a template to copy from; `stop` removes all that was made on it. */
export async function startTestServer(): Promise<Readonly<{ server: TestServer; stop(): Promise<void> }>> {
  const { adminUrl, stop: stopServer } = await startServer();
  const runName = `lettrage_test_${randomBytes(6).toString('hex')}`;
  const server: TestServer = {
    adminUrl,
    runName,
    ownerRole: `${runName}_owner`,
    serviceRole: `${runName}_service`,
    password: randomBytes(18).toString('base64url'),
    templateDatabase: `${runName}_template`,
  };
  const admin = await connectClient(adminUrl);
  const stop = async (): Promise<void> => {
    try {
      await removeAll(admin, server);
    } finally {
      await admin.end();
      await stopServer();
    }
  };
  try {
    await makeTemplate(admin, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { server, stop };
}

/** Vitest calls this once before all test files, and the function it returns once after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startTestServer();
  project.provide('testServer', server);
  return stop;
}
