/**
 * Applies the decided payments of one night, and copies the rows that come of it: `node apply-decided.mjs FOLDER ROUNDS`,
 * with the files of `generated-books.ts` in FOLDER. Prints what it took as one line of JSON.
 *
 * The night is stopped behind its recording. Each round works on a copy of that database.
 */
import { join } from 'node:path';
import { copyRows, readRows } from './bare-copy.mjs';
import { importBooks, load, openBuilt, proveBooks, publishBooks } from './built.mjs';
import { watchStages } from './stage-watch.mjs';

const [folder, rounds] = process.argv.slice(2);
const { connectClient, connectionUrl, openPool } = await load('database/connections.js');
const { keepPassword } = await load('database/embedded/create-cluster.js');
const { startEmbeddedPostgres } = await load('database/embedded/start.js');
const { ensureLedger } = await load('ledger/commands/register.js');
const { inLedger } = await load('ledger/transaction.js');
const { applyRun } = await load('workers/jobs/apply-run.js');
const { matchDue } = await load('workers/work-queue.js');

class Stopped extends Error {}

/** Does the night up to its decisions; whoever stops there finds them stored. */
async function decide() {
  const session = await openBuilt(folder, ({ task }) => {
    if (task === 'apply') throw new Stopped();
  });
  const { context } = session;
  try {
    const ledgerId = await ensureLedger(context.pool, 'night', 'night');
    await importBooks(context, ledgerId, folder);
    await publishBooks(context, ledgerId, folder);
    await matchDue(context, ledgerId).catch((error) => {
      if (!(error instanceof Stopped)) throw error;
    });
    return ledgerId;
  } finally {
    await session.close();
  }
}

/** What `work` takes: seconds, and those of the processors. */
async function measure(client, work) {
  const { rows } = await client.query('select pg_backend_pid() as backend');
  const watch = watchStages(rows[0].backend);
  watch.enter('work');
  const value = await work();
  const [{ seconds, nodeSeconds, postgresSeconds }] = watch.finish();
  return { value, taken: { seconds, nodeSeconds, postgresSeconds } };
}

async function applyDecided(server, ledgerId, { database, isLast }) {
  const password = keepPassword(join(folder, 'data'), 'service');
  const pool = openPool(connectionUrl({ ...server, user: 'lettrage_service', password, database }));
  try {
    const { rows } = await inLedger(pool, ledgerId, (tx) =>
      tx.query('select id, chunk_count as "chunkCount", payment_count as "paymentCount" from match_run'),
    );
    const context = { pool, actor: 'lettrage', now: () => new Date(), onProgress() {} };
    const { value, taken } = await measure(pool, () => applyRun(context, ledgerId, rows[0]));
    if (isLast) await proveBooks(pool, ledgerId);
    return { applied: value, taken };
  } finally {
    await pool.end();
  }
}

/** A copy of the decided books under a name of its own, for as long as `work` takes. */
async function withCopy(admin, database, work) {
  await admin.query(`create database ${database} template lettrage strategy file_copy`);
  try {
    return await work(database);
  } finally {
    await admin.query(`drop database ${database} with (force)`);
  }
}

async function withAdmin(server, database, work) {
  const admin = await connectClient(connectionUrl({ ...server, database }));
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

const ledgerId = await decide();
const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data') });
const server = postgres.adminConnection;
try {
  const told = await withAdmin(server, 'postgres', async (admin) => {
    const applies = [];
    const intoKeyed = [];
    const intoBare = [];
    let applied = null;
    let rowCounts = null;
    for (let round = 1; round <= Number(rounds); round += 1) {
      const tables = await withCopy(admin, 'applied', async (database) => {
        const done = await applyDecided(server, ledgerId, { database, isLast: round === Number(rounds) });
        applies.push(done.taken);
        applied = done.applied;
        return withAdmin(server, database, readRows);
      });
      rowCounts = Object.fromEntries(tables.map(({ table, rowCount }) => [table, rowCount]));
      await withCopy(admin, 'copied', (database) =>
        withAdmin(server, database, async (client) => {
          intoKeyed.push((await measure(client, await copyRows(client, tables, 'keyed'))).taken);
          intoBare.push((await measure(client, await copyRows(client, tables, 'bare'))).taken);
        }),
      );
    }
    return { applied, rowCounts, applies, intoKeyed, intoBare };
  });
  process.stdout.write(`${JSON.stringify(told)}\n`);
} finally {
  await postgres.stop();
}
