/** The built program as the benchmarks of the service use it, and what comes before a night is measured. */
import { join } from 'node:path';

/** A module of `dist/`: what translates TypeScript on the fly makes hot loops slower than they are as shipped. */
export const load = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);

/** The embedded server of `folder`, opened as the command line opens it. */
export async function openBuilt(folder, onProgress) {
  const { openSession } = await load('cli/session.js');
  const { readConfig } = await load('config/config.js');
  const output = { isJson: true, write() {}, say() {}, onProgress };
  return openSession(readConfig({ LETTRAGE_DATA_DIR: join(folder, 'data') }).value, output);
}

/** Imports what the ERP exports, the files of `generated-books.ts` in `folder`; returns the seconds that it took. */
export async function importBooks(context, ledgerId, folder) {
  const { importRecords } = await load('workers/jobs/import-records.js');
  const start = performance.now();
  for (const kind of ['bank-accounts', 'customers', 'open-items']) {
    const { refused } = await importRecords(context, ledgerId, kind, join(folder, `${kind}.csv`));
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused.slice(0, 3))}`);
  }
  return (performance.now() - start) / 1_000;
}

/** Stores and publishes the statements of `folder`. */
export async function publishBooks(context, ledgerId, folder) {
  const { storeFiles } = await load('workers/jobs/store-files.js');
  const { publishDue } = await load('workers/work-queue.js');
  await storeFiles(context, ledgerId, [join(folder, 'statements')]);
  const published = await publishDue(context, ledgerId);
  const held = published.filter(({ state }) => state !== 'published');
  if (held.length > 0) throw new Error(`not published: ${JSON.stringify(held)}`);
}

/** @throws Error with the first violations, when the books do not prove. */
export async function proveBooks(pool, ledgerId) {
  const { verifyLedger } = await load('ledger/queries/verify.js');
  const { violations } = await verifyLedger(pool, ledgerId);
  if (violations.length > 0) throw new Error(`the books do not prove: ${JSON.stringify(violations.slice(0, 3))}`);
}
