/**
 * Books of a size that takes hours to grow, in minutes: the three nights of the demo company as the service matched them,
 * and then copies of their rows under other ids, numbers and days. Every copy is of a row that the service wrote, its
 * certificate with it; what the copies add up to is nothing, so that such books are for reading and for single commands.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { demoFolders } from '../../src/cli/commands/demo.ts';
import { connectClient } from '../../src/database/connect.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { ensureLedger } from '../../src/ledger/commands/register.ts';
import { importKinds, importRecords } from '../../src/workers/jobs/import-records.ts';
import { storeFiles } from '../../src/workers/jobs/store-files.ts';
import { openThreads } from '../../src/workers/threads.ts';
import { matchDue, publishDue } from '../../src/workers/work-queue.ts';
import type { TestDatabase } from '../../test/support/server-database.ts';
import { testContext } from '../../test/support/work.ts';

/** One payment in ten waits for a person. */
const shares = { in_review: 0.1, applied: 0.9 } as const;
const itemsPerCustomer = 18;
const dayCount = 700;

/** @param size - payments, and as many open items. @returns the ledger `demo`, of that size or a little more. */
export async function openLargeBooks(database: TestDatabase, size: number): Promise<LedgerId> {
  const ledgerId = await matchDemo(database);
  const admin = await connectClient(database.adminUrl);
  try {
    // Copies keep the keys by what they are made of; looking each of them up would double the time.
    await admin.query(`set session_replication_role = replica`);
    for (const [status, share] of Object.entries(shares)) await copyPayments(admin, status, Math.ceil(size * share));
    await copyItems(admin, size);
    await admin.query('vacuum analyze');
  } finally {
    await admin.end();
  }
  return ledgerId;
}

async function matchDemo(database: TestDatabase): Promise<LedgerId> {
  const threads = openThreads(1);
  try {
    const context = testContext(database, threads);
    const ledgerId = await ensureLedger(database.pool, 'demo', 'Demo');
    for (const folder of await demoFolders()) {
      for (const kind of importKinds) {
        const file = join(folder, `${kind}.csv`);
        if (existsSync(file)) await importRecords(context, ledgerId, kind, file);
      }
      await storeFiles(context, ledgerId, [folder]);
      await publishDue(context, ledgerId);
      await matchDue(context, ledgerId);
    }
    return ledgerId;
  } finally {
    await threads.close();
  }
}

const copyOf = (id: string): string => `md5(${id}::text || n)::uuid`;

/** A row with some of its columns said anew, the others as they are: `row` is a row of the table. */
const insertCopies = (table: string, columns: Readonly<Record<string, string>>, from: string): string => `
  insert into ${table} select copy.* from ${from}
  cross join lateral jsonb_populate_record(r, jsonb_build_object(${Object.entries(columns)
    .map(([column, value]) => `'${column}', ${value}`)
    .join(', ')})) copy`;

async function countOf(admin: Client, from: string): Promise<number> {
  const { rows } = await admin.query<{ count: number }>(`select count(*)::int as count from ${from}`);
  return rows[0]?.count ?? 0;
}

/** Each with its entry and the decision that stands. */
async function copyPayments(admin: Client, status: string, wanted: number): Promise<void> {
  const chosen = `payment where status = '${status}'`;
  const copies = Math.ceil(wanted / (await countOf(admin, chosen)) - 1);
  if (copies < 1) return;
  await admin.query(`create temporary table original as select * from ${chosen}`);
  const times = `generate_series(1, ${copies}) n`;
  const bookingDate = `r.booking_date - n % ${dayCount}`;
  const entry = { id: copyOf('r.id'), fingerprint_rank: 'r.fingerprint_rank + n * 100', booking_date: bookingDate };
  const ofEntries = `entry r join (select distinct entry_id from original) o on o.entry_id = r.id cross join ${times}`;
  await admin.query(insertCopies('entry', entry, ofEntries));
  const decision = { payment_id: copyOf('r.payment_id') };
  const ofDecisions = `match_decision r join original o on o.id = r.payment_id and o.match_run_id = r.match_run_id cross join ${times}`;
  await admin.query(insertCopies('match_decision', decision, ofDecisions));
  const payment = { id: copyOf('r.id'), entry_id: copyOf('r.entry_id'), booking_date: bookingDate };
  await admin.query(insertCopies('payment', payment, `payment r join original o on o.id = r.id cross join ${times}`));
  await admin.query('drop table original');
}

async function copyItems(admin: Client, wanted: number): Promise<void> {
  const customerCount = await countOf(admin, 'customer');
  const copies = Math.ceil(wanted / itemsPerCustomer / customerCount);
  const customer = { id: copyOf('r.id'), code: `r.code || '-' || n`, name: `r.name || ' ' || n` };
  await admin.query(insertCopies('customer', customer, `customer r cross join generate_series(1, ${copies}) n`));
  const itemCount = await countOf(admin, 'open_item');
  const perCustomer = Math.ceil(wanted / itemCount / copies);
  // Other amounts, so that an amount is found a few times and not a million.
  const more = '(n * 7919 + m * 104729) % 9000000';
  const item = {
    id: `md5(r.id::text || n || '/' || m)::uuid`,
    customer_id: copyOf('r.customer_id'),
    document_number: `r.document_number || '-' || n || '-' || m`,
    amount_minor: `r.amount_minor + ${more}`,
    residual_minor: `r.residual_minor + ${more}`,
    imported_residual_minor: `r.imported_residual_minor + ${more}`,
  };
  const times = `generate_series(1, ${copies}) n cross join generate_series(1, ${perCustomer}) m`;
  await admin.query(insertCopies('open_item', item, `open_item r cross join ${times}`));
}
