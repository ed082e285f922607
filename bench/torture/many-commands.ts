/**
 * Random commands in their thousands: many small books one after another, so that none grows old, each from its seed alone
 * and in a database of its own. What a command touched is looked at after each; all of the books, and what the model says
 * of them, now and then and at the end. A disagreement names the one line that repeats it.
 */
import { random } from '../../test/support/random.ts';
import { makeBooks } from './books.ts';
import { Disagreement, nextStep, takeStep, type Outcome } from './commands.ts';
import { findDifferences } from './compare.ts';
import type { Databases } from './server.ts';
import { eachPiece, type Piece, type Slice } from './slice.ts';
import { watchBooks } from './watch.ts';

/** Commands of one seed: of one books. */
const commandsOfBooks = 500;

export type ManyCommands = Slice &
  Readonly<{
    /** Commands between two looks at all of the books. */
    batch?: number;
    lanes?: number;
  }>;

export type CommandsTold = Record<Outcome | 'books' | 'verified', number>;

/** @throws Disagreement with the line that repeats it. */
export async function runManyCommands(
  create: Databases,
  { batch = 250, lanes = 2, ...slice }: ManyCommands,
): Promise<CommandsTold> {
  const told: CommandsTold = { done: 0, refused: 0, repeated: 0, books: 0, verified: 0 };
  await eachPiece(slice, { runsOfSeed: commandsOfBooks, lanes }, async (piece) => {
    try {
      await oneBooks(create, piece, batch, told);
    } catch (error) {
      const replay = `npm run torture -- commands --from-seed ${piece.seed} --runs ${piece.runs} --batch 1`;
      throw new Disagreement(`${error instanceof Error ? error.message : String(error)}\nReplay: ${replay}`, {
        cause: error,
      });
    }
  });
  return told;
}

async function oneBooks(create: Databases, { seed, runs }: Piece, batch: number, told: CommandsTold): Promise<void> {
  const database = await create('commands');
  try {
    const books = await makeBooks(database.pool, 'BOOKS', String(seed));
    const watch = await watchBooks(books);
    const dice = random(`commands ${seed}`);
    for (let count = 1; count <= runs; count += 1) {
      const step = nextStep(books, dice);
      const outcome = await takeStep(books, step);
      told[outcome] += 1;
      const isWhole = count % batch === 0 || count === runs;
      const differences = await watch.findFaults(step, outcome);
      const found = isWhole ? [...differences, ...(await findDifferences(books))] : differences;
      if (isWhole) told.verified += 1;
      if (found.length > 0)
        throw new Disagreement(
          `after ${count} commands:\n${found.slice(0, 10).join('\n')}\n${JSON.stringify(step.command)}`,
        );
    }
    told.books += 1;
  } finally {
    await database.drop();
  }
}
