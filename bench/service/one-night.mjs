/**
 * One night of the built program in a process of its own: `node one-night.mjs FOLDER`, with the files of
 * `generated-books.ts` in it. Prints what it took as one line of JSON.
 *
 * A plain script over `dist/`: what translates TypeScript on the fly makes hot loops slower than they are as shipped.
 */
import { join } from 'node:path';
import { watchStages } from './stage-watch.mjs';

const folder = process.argv[2];
const load = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);
const { openSession } = await load('cli/session.js');
const { readConfig } = await load('config/config.js');
const { ensureLedger } = await load('ledger/commands/register.js');
const { verifyLedger } = await load('ledger/queries/verify.js');
const { inLedger } = await load('ledger/transaction.js');
const { importRecords } = await load('workers/jobs/import-records.js');
const { storeFiles } = await load('workers/jobs/store-files.js');
const { matchDue, publishDue } = await load('workers/work-queue.js');

let watch = null;
const output = { isJson: true, write() {}, say() {}, onProgress: ({ task }) => watch?.enter(task) };
const session = await openSession(readConfig({ LETTRAGE_DATA_DIR: join(folder, 'data') }).value, output);
const { context, database } = session;

/** What the ERP exports. */
async function importBooks(ledgerId) {
  const start = performance.now();
  for (const kind of ['bank-accounts', 'customers', 'open-items']) {
    const { refused } = await importRecords(context, ledgerId, kind, join(folder, `${kind}.csv`));
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused.slice(0, 3))}`);
  }
  return (performance.now() - start) / 1_000;
}

/** What `lettrage night` does behind the imports. */
async function night(ledgerId) {
  await storeFiles(context, ledgerId, [join(folder, 'statements')]);
  const published = await publishDue(context, ledgerId);
  const held = published.filter(({ state }) => state !== 'published');
  if (held.length > 0) throw new Error(`not published: ${JSON.stringify(held)}`);
  const [run] = await matchDue(context, ledgerId);
  return run;
}

/** What came out: ids are made from content, so the same night has the same hash whoever computes it. */
async function outcomeOf(ledgerId) {
  const { violations } = await verifyLedger(database.pool, ledgerId);
  if (violations.length > 0) throw new Error(`the books do not prove: ${JSON.stringify(violations.slice(0, 3))}`);
  return inLedger(database.pool, ledgerId, async (tx) => {
    const { rows } = await tx.query(
      `select (select count(*)::int from allocation) as "allocationCount",
         (select md5(string_agg(concat(payment_id, open_item_id, amount_minor), ',' order by payment_id, open_item_id))
          from allocation) as "allocationHash",
         (select md5(string_agg(concat(customer_id, code_number, id), ',' order by id)) from lettering) as "letteringHash",
         pg_table_size('match_decision')::float8 as "decisionBytes"`,
    );
    return rows[0];
  });
}

try {
  const ledgerId = await ensureLedger(context.pool, 'night', 'night');
  const importSeconds = await importBooks(ledgerId);
  const { rows } = await database.pool.query('select pg_backend_pid() as backend');
  watch = watchStages(rows[0].backend);
  watch.enter('store');
  const { paymentCount, appliedCount, reviewCount } = await night(ledgerId);
  const stages = watch.finish();
  watch = null;
  const peakMegabytes = process.resourceUsage().maxRSS / 1_024;
  const outcome = await outcomeOf(ledgerId);
  const told = { importSeconds, paymentCount, appliedCount, reviewCount, stages, peakMegabytes, ...outcome };
  process.stdout.write(`${JSON.stringify(told)}\n`);
} finally {
  await session.close();
}
