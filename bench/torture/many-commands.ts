/**
 * Random commands in their thousands: many small books one after another, so that none grows old, each from the seed and
 * its number alone. The model is asked after every batch; a disagreement names the one line that repeats it.
 */
import type { TestDatabase } from '../../test/support/server-database.ts';
import { random } from '../../test/support/random.ts';
import { makeBooks } from './books.ts';
import { Disagreement, nextStep, takeStep } from './commands.ts';
import { findDifferences } from './compare.ts';

export type ManyCommands = Readonly<{
  seed: number;
  count: number;
  /** The first books; others were gone through before. */
  from?: number;
  perBooks?: number;
  /** Commands between two questions. */
  batch?: number;
  lanes?: number;
}>;

export type CommandsTold = Record<'done' | 'refused' | 'repeated' | 'books' | 'questions', number>;

/** @throws Disagreement with the line that repeats it. */
export async function runManyCommands(
  database: TestDatabase,
  { seed, count, from = 0, perBooks = 500, batch = 100, lanes = 2 }: ManyCommands,
): Promise<CommandsTold> {
  const told: CommandsTold = { done: 0, refused: 0, repeated: 0, books: 0, questions: 0 };
  const bookCount = Math.ceil(count / perBooks);
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < bookCount) {
      const index = from + next;
      const steps = Math.min(perBooks, count - next * perBooks);
      next += 1;
      try {
        await oneBooks(database, `${seed}-${index}`, steps, batch, told);
      } catch (error) {
        next = bookCount;
        const replay = `npm run torture -- commands --seed ${seed} --from ${index} --runs ${steps} --batch 1`;
        throw new Disagreement(`${error instanceof Error ? error.message : String(error)}\nReplay: ${replay}`, {
          cause: error,
        });
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return told;
}

async function oneBooks(
  database: TestDatabase,
  seed: string,
  steps: number,
  batch: number,
  told: CommandsTold,
): Promise<void> {
  const books = await makeBooks(database.pool, `B${seed}`, seed);
  const dice = random(`commands ${seed}`);
  for (let step = 1; step <= steps; step += 1) {
    told[await takeStep(books, nextStep(books, dice))] += 1;
    if (step % batch !== 0 && step !== steps) continue;
    const differences = await findDifferences(books);
    told.questions += 1;
    if (differences.length > 0)
      throw new Disagreement(`after ${step} commands:\n${differences.slice(0, 10).join('\n')}`);
  }
  told.books += 1;
}
