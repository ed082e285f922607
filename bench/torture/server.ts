/** A server of its own for a run of the torture, removed with everything on it; or that of `LETTRAGE_TEST_ADMIN_URL`. */
import { createDatabaseOn, type TestDatabase } from '../../test/support/server-database.ts';
import { startTestServer } from '../../test/support/postgres.ts';

/** Makes databases: of this build's tables, or copies of one that nobody is connected to. */
export type Databases = (name: string, template?: string) => Promise<TestDatabase>;

export async function openDatabases(): Promise<
  Readonly<{ adminUrl: string; create: Databases; close(): Promise<void> }>
> {
  const { server, stop } = await startTestServer();
  return {
    adminUrl: server.adminUrl,
    create: (name, template = server.templateDatabase) => createDatabaseOn(server, name, template),
    close: stop,
  };
}
