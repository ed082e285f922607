/** A PostgreSQL for the trigram peer: that of `DATABASE_URL`, or the embedded one in a folder that is removed again. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionUrl } from '../../../src/database/connections.ts';
import { startEmbeddedPostgres } from '../../../src/database/embedded/start.ts';
import type { OpenEngine } from '../types.ts';
import { pgTrigram } from './trigram.ts';

/** The engine with its server: closing it stops what was started for it. */
export const pgTrigramWithServer: OpenEngine = async (data) => {
  const server = await startServer();
  try {
    const engine = await pgTrigram(server.url)(data);
    const close = async (): Promise<void> => {
      await engine.close?.();
      await server.stop();
    };
    return { ...engine, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
};

async function startServer(): Promise<Readonly<{ url: string; stop(): Promise<void> }>> {
  const given = process.env['DATABASE_URL'] ?? '';
  if (given !== '') return { url: given, stop: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-trigram-'));
  // Started by root, the server runs as another account, which must get through.
  chmodSync(folder, 0o755);
  const { adminConnection, stop } = await startEmbeddedPostgres({ dataDir: join(folder, 'data') });
  return {
    url: connectionUrl(adminConnection),
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
