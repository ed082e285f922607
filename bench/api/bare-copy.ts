/** The plainest way to bring the open items of a ledger into a table: COPY, into one with the same keys and into a bare one. */
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { from, to } from 'pg-copy-streams';
import { connectClient } from '../../src/database/connect.ts';
import type { LedgerId } from '../../src/domain/ids.ts';

/** @param adminUrl - a superuser: it makes tables. @returns seconds of each. */
export async function copySeconds(
  adminUrl: string,
  ledgerId: LedgerId,
): Promise<Readonly<{ keyed: number; bare: number }>> {
  const client = await connectClient(adminUrl);
  try {
    const pieces: Buffer[] = [];
    for await (const piece of client.query(
      to(`copy (select * from open_item where ledger_id = ${ledgerId}) to stdout`),
    ))
      pieces.push(piece as Buffer);
    const copyInto = async (table: string): Promise<number> => {
      await client.query('checkpoint');
      const start = performance.now();
      const copy = client.query(from(`copy ${table} from stdin`));
      const done = finished(copy);
      for (const piece of pieces) if (!copy.write(piece)) await Promise.race([once(copy, 'drain'), done]);
      copy.end();
      await done;
      return (performance.now() - start) / 1_000;
    };
    await client.query('create table keyed_item (like open_item including all)');
    await client.query(
      'alter table keyed_item add foreign key (ledger_id, customer_id) references customer (ledger_id, id)',
    );
    await client.query('create table bare_item (like open_item)');
    return { keyed: await copyInto('keyed_item'), bare: await copyInto('bare_item') };
  } finally {
    await client.end();
  }
}
