/** Makes the embedded server look like any server: an owner, a service role without privileges, a migrated database. */
import { escapeLiteral, type Client } from 'pg';
import { connectClient, connectionUrl } from './connections.ts';
import type { ConnectionParameters } from './embedded/start.ts';
import { applySchema, type Schema } from './migrate.ts';

const ownerRole = 'lettrage_owner';
const serviceRole = 'lettrage_service';
const database = 'lettrage';

async function hasRow(client: Client, question: string, name: string): Promise<boolean> {
  return (await client.query(question, [name])).rowCount === 1;
}

async function ensureRoles(admin: Client, servicePassword: string): Promise<void> {
  const roleExists = 'select from pg_roles where rolname = $1';
  if (!(await hasRow(admin, roleExists, ownerRole))) await admin.query(`create role ${ownerRole} nologin`);
  if (!(await hasRow(admin, roleExists, serviceRole))) await admin.query(`create role ${serviceRole} login`);
  // Said at every start, so that a password file put back from a backup works.
  const password = escapeLiteral(servicePassword);
  await admin.query(`alter role ${serviceRole} with login nosuperuser nobypassrls password ${password}`);
}

async function ensureDatabase(admin: Client): Promise<void> {
  if (await hasRow(admin, 'select from pg_database where datname = $1', database)) return;
  await admin.query(`create database ${database} owner ${ownerRole}`);
  await admin.query(`revoke all on database ${database} from public`);
  await admin.query(`grant connect, temporary on database ${database} to ${serviceRole}`);
}

/**
 * Creates what is absent, migrates, grants.
 *
 * @returns the URL of the database for the service's role.
 * @throws DatabaseRefused those of {@link applySchema}
 */
export async function prepareEmbedded(
  adminConnection: ConnectionParameters,
  servicePassword: string,
  schema: Schema,
): Promise<string> {
  const admin = await connectClient(connectionUrl(adminConnection));
  try {
    await ensureRoles(admin, servicePassword);
    await ensureDatabase(admin);
  } finally {
    await admin.end();
  }
  const owner = await connectClient(connectionUrl({ ...adminConnection, database }));
  try {
    await owner.query(`set role ${ownerRole}`);
    await applySchema(owner, schema, serviceRole);
  } finally {
    await owner.end();
  }
  return connectionUrl({ ...adminConnection, user: serviceRole, password: servicePassword, database });
}
