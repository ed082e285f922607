/**
 * Sixteen clients with random commands over the same few customers: nobody waits for somebody who waits for them. The
 * server counts deadlocks itself; a retry would hide them. The model has all that was carried out, in whatever order.
 */
import { connectClient } from '../../src/database/connect.ts';
import { random as seeded } from '../../test/support/random.ts';
import type { TestDatabase } from '../../test/support/server-database.ts';
import { makeBooks } from './books.ts';
import { openPreparedPool } from './prepared-pool.ts';
import { nextStep, tradesAmongOthers, tryStep } from './commands.ts';
import { findDifferences } from './compare.ts';
import { eachPiece, type Piece, type Slice } from './slice.ts';

export type DeadlocksTold = Record<'done' | 'refused' | 'repeated' | 'deadlocks', number> & {
  differences: readonly string[];
};

const commandsOfBooks = 1_000;
const sharedBooks = { customers: 3, items: 60, payments: 60 };

/** A seed is a books, of a thousand commands. */
export async function runDeadlocks(
  database: TestDatabase,
  { clients = 16, ...slice }: Slice & Readonly<{ clients?: number }>,
): Promise<DeadlocksTold> {
  const told: DeadlocksTold = { done: 0, refused: 0, repeated: 0, deadlocks: 0, differences: [] };
  const pool = openPreparedPool(database.serviceUrl, clients);
  const crowdOneBooks = async ({ seed, runs }: Piece): Promise<void> => {
    const books = await makeBooks(pool, `D${seed}`, String(seed), sharedBooks);
    let left = runs;
    const client = async (_: unknown, index: number): Promise<void> => {
      const dice = seeded(`deadlocks ${seed} ${index}`);
      for (; left > 0;) {
        left -= 1;
        told[await tryStep(books, nextStep(books, dice, tradesAmongOthers))] += 1;
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    const found = await findDifferences(books);
    told.differences = [...told.differences, ...found.map((difference) => `seed ${seed}: ${difference}`)];
  };
  await eachPiece(slice, { runsOfSeed: commandsOfBooks }, crowdOneBooks);
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
