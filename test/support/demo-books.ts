/** The demo company's ledger with its bank accounts, in a database of its own: what a night of files begins with. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LedgerId } from '../../src/domain/ids.ts';
import { ensureLedger } from '../../src/ledger/commands/register.ts';
import { importRecords } from '../../src/workers/jobs/import-records.ts';
import type { Threads } from '../../src/workers/threads.ts';
import type { WorkContext } from '../../src/workers/work-context.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { testContext } from './work.ts';

export const demo = fileURLToPath(new URL('../../fixtures/bank/demo/', import.meta.url));

type DemoBooks = Readonly<{ database: TestDatabase; context: WorkContext; books: LedgerId }>;

/** @param threads - serve all tests of a file; the database is for the caller to drop. */
export async function openDemoBooks(name: string, threads: Threads): Promise<DemoBooks> {
  const database = await createTestDatabase(name);
  const context = testContext(database, threads);
  const books = await ensureLedger(database.pool, 'demo', 'Demo');
  await importRecords(context, books, 'bank-accounts', join(demo, 'bank-accounts.csv'));
  return { database, context, books };
}
