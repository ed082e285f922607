/**
 * Sixteen clients with random commands over the same few customers: nobody waits for somebody who waits for them. The
 * server counts deadlocks itself; a retry would hide them. The model has all that was carried out, in whatever order.
 */
import { connectClient } from '../../src/database/connect.ts';
import { openPool } from '../../src/database/connections.ts';
import { random as seeded } from '../../test/support/random.ts';
import type { TestDatabase } from '../../test/support/server-database.ts';
import { makeBooks } from './books.ts';
import { nextStep, tradesAmongOthers, tryStep } from './commands.ts';
import { findDifferences } from './compare.ts';

export type DeadlocksTold = Record<'done' | 'refused' | 'repeated' | 'deadlocks', number> & {
  differences: readonly string[];
};

const commandsOfBooks = 1_000;
const sharedBooks = { customers: 3, items: 60, payments: 60 };

export async function runDeadlocks(
  database: TestDatabase,
  { seed, runs, clients = 16 }: Readonly<{ seed: number; runs: number; clients?: number }>,
): Promise<DeadlocksTold> {
  const told: DeadlocksTold = { done: 0, refused: 0, repeated: 0, deadlocks: 0, differences: [] };
  const pool = openPool(database.serviceUrl, { poolSize: clients });
  for (let first = 0; first < runs; first += commandsOfBooks) {
    const books = await makeBooks(pool, `D${first}`, `${seed}-${first}`, sharedBooks);
    let left = Math.min(commandsOfBooks, runs - first);
    const client = async (_: unknown, index: number): Promise<void> => {
      const dice = seeded(`deadlocks ${seed} ${first} ${index}`);
      for (; left > 0;) {
        left -= 1;
        told[await tryStep(books, nextStep(books, dice, tradesAmongOthers))] += 1;
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    told.differences = [...told.differences, ...(await findDifferences(books))];
  }
  // A connection tells the server's statistics at its end, at the latest.
  await pool.end();
  told.deadlocks = await countDeadlocks(database);
  if (told.deadlocks !== 0) told.differences = [...told.differences, `${told.deadlocks} deadlocks`];
  return told;
}

async function countDeadlocks({ adminUrl, name }: TestDatabase): Promise<number> {
  const admin = await connectClient(adminUrl);
  try {
    const { rows } = await admin.query<{ count: number }>(
      'select deadlocks::int as count from pg_stat_database where datname = $1',
      [name],
    );
    return rows[0]?.count ?? -1;
  } finally {
    await admin.end();
  }
}
