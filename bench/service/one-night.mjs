/**
 * One night of the built program in a process of its own: `node one-night.mjs FOLDER`, with the files of
 * `generated-books.ts` in it. Prints what it took as one line of JSON.
 */
import { importBooks, load, openBuilt, proveBooks, publishBooks } from './built.mjs';
import { watchStages } from './stage-watch.mjs';

const folder = process.argv[2];
const { ensureLedger } = await load('ledger/commands/register.js');
const { inLedger } = await load('ledger/transaction.js');
const { matchDue } = await load('workers/work-queue.js');

let watch = null;
const session = await openBuilt(folder, ({ task }) => watch?.enter(task));
const { context, database } = session;

/** What `lettrage night` does behind the imports. */
async function night(ledgerId) {
  await publishBooks(context, ledgerId, folder);
  const [run] = await matchDue(context, ledgerId);
  return run;
}

/** What came out: ids are made from content, so the same night has the same hash whoever computes it. */
async function outcomeOf(ledgerId) {
  await proveBooks(database.pool, ledgerId);
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
  const importSeconds = await importBooks(context, ledgerId, folder);
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
