/** A process that owns a data folder, for tests that kill it. Prints how to connect, or why not; stops on SIGTERM. */
import { DatabaseRefused } from '../../src/database/connect.ts';
import { connectionUrl } from '../../src/database/connections.ts';
import { startEmbeddedPostgres } from '../../src/database/embedded/start.ts';

try {
  const postgres = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' });
  const staysAlive = setInterval(() => undefined, 60_000);
  process.once('SIGTERM', () => {
    clearInterval(staysAlive);
    void postgres.stop();
  });
  console.log(JSON.stringify({ adopted: postgres.adopted, url: connectionUrl(postgres.adminConnection) }));
} catch (error) {
  if (!(error instanceof DatabaseRefused)) throw error;
  console.log(JSON.stringify({ refused: error.code, message: error.message }));
}
