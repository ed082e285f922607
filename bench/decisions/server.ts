/** The PostgreSQL server that some scripts need, and a database on it that is dropped again. */
import { Client } from 'pg';

/**
 * The last argument, or `DATABASE_URL`. The role must be allowed to create databases.
 *
 * @throws Error when neither is there.
 */
export function serverUrl(): string {
  const last = process.argv.at(-1) ?? '';
  const url = last.startsWith('postgres') ? last : process.env['DATABASE_URL'];
  if (url === undefined || url === '') {
    throw new Error('This script needs a PostgreSQL server. Give its URL as the last argument or in DATABASE_URL.');
  }
  return url;
}

/** Runs `work` against an empty database of its own, and drops the database whatever happens. */
export async function withScratchDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: serverUrl() });
  await admin.connect();
  const name = `lettrage_decision_${process.pid}`;
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  try {
    await admin.query(`create database ${name}`);
    await work(url.href);
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}

/** One connection for the length of `work`. */
export async function withClient<Outcome>(url: string, work: (client: Client) => Promise<Outcome>): Promise<Outcome> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
