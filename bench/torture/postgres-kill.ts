/**
 * kill -9 of PostgreSQL under writers: every command that was acknowledged is there once when the server is back, and one
 * whose COMMIT got no answer is settled by asking again. The machine stays up: this proves the server's recovery, not the
 * disk's.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, type Database } from '../../src/database/connect.ts';
import { grants, migrationsFolder } from '../../src/ledger/migrate.ts';
import { random as seeded, type Random } from '../../test/support/random.ts';
import { makeBooks, type Books } from './books.ts';
import { Disagreement, nextStep, takeStep, type Step } from './commands.ts';
import { findDifferences } from './compare.ts';
import { eachPiece, type Piece, type Slice } from './slice.ts';

export type PostgresKillsTold = Record<'kills' | 'acknowledged' | 'unanswered', number> & {
  differences: readonly string[];
};

type Writer = { books: Books; dice: Random; unanswered: Step | null };

const killsOfCluster = 20;
/** Between two kills, by all writers. */
const mostAcknowledged = 60;
const writerCount = 4;

/**
 * A seed is a cluster, of twenty kills.
 *
 * @param makeFolder - makes an empty folder that the account of the server may enter.
 */
export async function runPostgresKills(makeFolder: () => string, slice: Slice): Promise<PostgresKillsTold> {
  const told: PostgresKillsTold = { kills: 0, acknowledged: 0, unanswered: 0, differences: [] };
  await eachPiece(slice, { runsOfSeed: killsOfCluster }, (piece) => killOneCluster(makeFolder(), piece, told));
  return told;
}

async function killOneCluster(dataDir: string, { seed, runs }: Piece, told: PostgresKillsTold): Promise<void> {
  const dice = seeded(`postgres ${seed}`);
  let database = await start(dataDir);
  const writers: Writer[] = [];
  for (let index = 0; index < writerCount; index += 1) {
    const books = await makeBooks(database.pool, `W${index}`, `${seed}-${index}`);
    writers.push({ books, dice: seeded(`writer ${seed} ${index}`), unanswered: null });
  }
  for (let kill = 0; kill < runs && told.differences.length === 0; kill += 1, told.kills += 1) {
    const state = { isDown: false, isOver: false };
    const until = told.acknowledged + 1 + dice.below(mostAcknowledged);
    const writing = Promise.all(writers.map((writer) => write(writer, state, told)));
    // By what was done, not by the clock: a busy machine is killed in the middle of as much work.
    const noteEnd = (): void => void (state.isOver = true);
    writing.then(noteEnd, noteEnd);
    while (!state.isOver && told.acknowledged < until) await sleep(1);
    await sleep(dice.below(20));
    process.kill(serverPid(dataDir), 'SIGKILL');
    await sleep(20);
    state.isDown = true;
    await writing;
    await database.close();
    database = await start(dataDir);
    for (const writer of writers) {
      writer.books = { ...writer.books, pool: database.pool };
      const { unanswered } = writer;
      writer.unanswered = null;
      if (unanswered !== null) await takeStep(writer.books, unanswered);
      const differences = await findDifferences(writer.books);
      told.differences = [...told.differences, ...differences];
    }
  }
  await database.close();
}

const start = (dataDir: string): Promise<Database> =>
  openDatabase({ databaseUrl: null, dataDir }, { migrationsFolder, grants });

const serverPid = (dataDir: string): number =>
  +(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0] ?? '');

/** Writes until the server is gone; the command that got no answer is kept. */
async function write(writer: Writer, state: Readonly<{ isDown: boolean }>, told: PostgresKillsTold): Promise<void> {
  while (!state.isDown) {
    const step = nextStep(writer.books, writer.dice);
    try {
      await takeStep(writer.books, step);
      told.acknowledged += 1;
    } catch (error) {
      if (error instanceof Disagreement) throw error;
      writer.unanswered = step;
      told.unanswered += 1;
      return;
    }
  }
}
