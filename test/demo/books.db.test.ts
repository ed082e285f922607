/**
 * The books after the demo nights, as one digest per table, committed. The same file has to come out on the embedded
 * database and on any other server: that is what makes the two the same.
 */
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { demoFolders } from '../../src/cli/commands/demo.ts';
import { night } from '../../src/cli/commands/night.ts';
import { openThreads } from '../../src/workers/threads.ts';
import { sha256Of } from '../support/books.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { dumpDatabase } from '../support/dump.ts';
import { silentOutput, testContext } from '../support/work.ts';

const golden = fileURLToPath(new URL('../../fixtures/bank/demo/expected-books.json', import.meta.url));

let database: TestDatabase | null = null;
afterAll(() => database?.drop());

test('the demo nights leave the committed books, on whatever server this runs', async () => {
  database = await createTestDatabase('golden');
  const threads = openThreads(2);
  const context = testContext(database, threads);
  for (const folder of await demoFolders()) await night({ context }, silentOutput, { ledger: 'demo', folder });
  await threads.close();
  const tables = (await dumpDatabase(database.adminUrl)).split(/^-- /m).slice(1);
  const digests = tables.map((table) => {
    const [, name = '', rowCount = ''] = /^(\w+): (\d+)\n/.exec(table) ?? [];
    return [name, { rows: Number(rowCount), sha256: sha256Of(table) }] as const;
  });
  expect(digests.length).toBeGreaterThan(20);
  await expect(`${JSON.stringify(Object.fromEntries(digests), null, 2)}\n`).toMatchFileSnapshot(golden);
});
