/**
 * Decision 0010: applying a night's decisions one transaction a payment, beside one transaction a chunk.
 *
 * A small model of the posting path: payment, open item, allocation, audit row. Both ways end in the same state.
 *
 * Run: `npx tsx bench/decisions/apply-chunks.ts postgres://…` (about 30 seconds)
 */
import type { Client } from 'pg';
import { compareMs, printMachine, printTable, ratioRows } from './measure.ts';
import { withClient, withScratchDatabase } from './server.ts';

const paymentCount = 4_000;
const chunkSize = 2_000;

const tables = `
  create table payment (id int primary key, unapplied bigint not null check (unapplied >= 0));
  create table open_item (id int primary key, residual bigint not null check (residual >= 0));
  create table decision (payment_id int primary key, open_item_id int not null, amount bigint not null);
  create table allocation (payment_id int primary key, open_item_id int not null, amount bigint not null);
  create table audit (id bigint generated always as identity primary key, body text not null);`;
const fill = `
  truncate payment, open_item, decision, allocation, audit restart identity;
  insert into payment select id, 10000 + id from generate_series(1, ${paymentCount}) id;
  insert into open_item select id, 10000 + id from generate_series(1, ${paymentCount}) id;
  insert into decision select id, id, 10000 + id from generate_series(1, ${paymentCount}) id;
  analyze payment, open_item, decision`;
const state = `
  select (select sum(unapplied) from payment)::text || '/' || (select sum(residual) from open_item) || '/' ||
         (select count(*) from allocation) || '/' || (select sum(amount) from allocation) || '/' ||
         (select count(*) from audit) as state`;

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  await work();
  await client.query('commit');
}

async function applyOneByOne(client: Client): Promise<void> {
  for (let id = 1; id <= paymentCount; id++) {
    await inTransaction(client, async () => {
      await client.query('select unapplied from payment where id = $1 for update', [id]);
      await client.query('select residual from open_item where id = $1 for update', [id]);
      await client.query('insert into allocation select * from decision where payment_id = $1', [id]);
      await client.query('update payment set unapplied = unapplied - $2 where id = $1', [id, 10_000 + id]);
      await client.query('update open_item set residual = residual - $2 where id = $1', [id, 10_000 + id]);
      await client.query('insert into audit (body) values ($1)', [`payment ${id}`]);
    });
  }
}

async function applyInChunks(client: Client): Promise<void> {
  for (let first = 1; first <= paymentCount; first += chunkSize) {
    const range = [first, first + chunkSize - 1];
    const lock = 'where id between $1 and $2 order by id for update';
    const joined = 'from decision d where d.payment_id between $1 and $2';
    await inTransaction(client, async () => {
      await client.query(`select id from payment ${lock}`, range);
      await client.query(`select id from open_item ${lock}`, range);
      await client.query(`insert into allocation select d.* ${joined}`, range);
      await client.query(
        `update payment p set unapplied = p.unapplied - d.amount ${joined} and p.id = d.payment_id`,
        range,
      );
      await client.query(
        `update open_item i set residual = i.residual - d.amount ${joined} and i.id = d.open_item_id`,
        range,
      );
      await client.query(
        `insert into audit (body) select 'payment ' || d.payment_id ${joined} order by d.payment_id`,
        range,
      );
    });
  }
}

printMachine();
await withScratchDatabase((url) =>
  withClient(url, async (client) => {
    await client.query(tables);
    const states = new Map<string, string>();
    const way = (name: string, apply: (client: Client) => Promise<void>) => ({
      [name]: async () => {
        await apply(client);
        const { rows } = await client.query<{ state: string }>(state);
        states.set(name, rows[0]?.state ?? '');
        await client.query(fill);
      },
    });
    await client.query(fill);
    const medians = await compareMs({
      ...way(`one transaction per chunk of ${chunkSize}`, applyInChunks),
      ...way('one transaction per payment', applyOneByOne),
    });
    printTable(
      `${paymentCount} payments, median of 5 (filling the tables again is counted in both)`,
      ratioRows(medians).map((row) => ({ ...row, 'state afterwards': states.get(row['way'] ?? '') ?? '' })),
    );
  }),
);
