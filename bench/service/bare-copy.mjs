/** The rows that applying wrote, as text, and the plainest way to bring them into tables: COPY. */
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { from, to } from 'pg-copy-streams';

const decidedPayments = 'id in (select payment_id from match_decision)';
const decidedItems = 'id in (select open_item_id from match_decision_line)';

/** What an applied run wrote, parents first. */
const written = {
  payment: decidedPayments,
  open_item: decidedItems,
  lettering_counter: 'true',
  posting: `source = 'application'`,
  lettering: 'true',
  lettering_event: 'true',
  posting_line: `posting_id in (select id from posting where source = 'application')`,
  allocation: 'true',
  audit_event: `body like '%"type":"payment%'`,
  match_chunk: 'true',
};

/** The rows of each table, in the text form of COPY. */
export async function readRows(client) {
  const tables = [];
  for (const [table, condition] of Object.entries(written)) {
    const copy = client.query(to(`copy (select * from ${table} where ${condition}) to stdout`));
    const pieces = [];
    for await (const piece of copy) pieces.push(piece);
    tables.push({ table, pieces, rowCount: copy.rowCount });
  }
  return tables;
}

/**
 * Makes room for the rows; what is returned copies them, in one transaction.
 *
 * @param kind - `keyed`: into the tables themselves, with their indexes, checks and foreign keys, where what was updated
 *   is taken out before. `bare`: into tables of the same columns and nothing else.
 */
export async function copyRows(client, tables, kind) {
  const name = (table) => (kind === 'keyed' ? table : `bare.${table}`);
  if (kind === 'keyed') {
    await client.query('set session_replication_role = replica');
    await client.query(`delete from payment where ${decidedPayments}`);
    await client.query(`delete from open_item where ${decidedItems}`);
    await client.query('delete from lettering_counter');
    await client.query('reset session_replication_role');
    await client.query('vacuum payment, open_item');
  } else {
    await client.query('create schema bare');
    for (const { table } of tables) await client.query(`create table bare.${table} (like ${table})`);
  }
  await client.query('checkpoint');
  return async () => {
    await client.query('begin');
    for (const { table, pieces } of tables) {
      const copy = client.query(from(`copy ${name(table)} from stdin`));
      const done = finished(copy);
      for (const piece of pieces) if (!copy.write(piece)) await Promise.race([once(copy, 'drain'), done]);
      copy.end();
      await done;
    }
    await client.query('commit');
  };
}
