/** The two databases that could be the default without a server to install, opened the same way. */
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/database/embedded/start.ts';
import { loadPeer } from './peers.ts';

type Database = Readonly<{
  query: (sql: string) => Promise<Readonly<{ rows: readonly Readonly<Record<string, unknown>>[] }>>;
  close: () => Promise<void>;
}>;
type Pglite = Readonly<{ PGlite: Readonly<{ create: (folder: string) => Promise<Database> }> }>;

async function openEmbedded(dataDir: string): Promise<Database> {
  const { adminConnection, stop } = await startEmbeddedPostgres({ dataDir });
  const client = new Client(adminConnection);
  await client.connect();
  return {
    query: async (sql) => client.query<Record<string, unknown>>(sql),
    close: async () => {
      await client.end();
      await stop();
    },
  };
}

/** By name: opens the database of a folder, and makes it when the folder is empty. */
const openers: Readonly<Record<string, (folder: string) => Promise<Database>>> = {
  PGlite: (folder) => loadPeer<Pglite>('@electric-sql/pglite').PGlite.create(folder),
  'embedded PostgreSQL': openEmbedded,
};

export const engineNames: readonly string[] = Object.keys(openers);

export async function openDatabase(engine: string, folder: string): Promise<Database> {
  const open = openers[engine];
  if (open === undefined) throw new Error(`no engine ${engine}`);
  return open(folder);
}
