/** Random commands on small books: a model in memory and the five equations agree after each of them, and all of the books after every five. */
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { makeBooks } from '../../bench/torture/books.ts';
import { nextStep, takeStep } from '../../bench/torture/commands.ts';
import { findDifferences } from '../../bench/torture/compare.ts';
import { createTestDatabase } from '../support/database.ts';
import { watchBooks } from '../../bench/torture/watch.ts';
import { random } from '../support/random.ts';

const database = await createTestDatabase('torture_commands');
afterAll(() => database.drop());

let bookCount = 0;

test('any sequence of commands leaves the books as the model has them', { timeout: 300_000 }, async () => {
  const seen = { done: 0, refused: 0, repeated: 0 };
  // A step is made from its own number and the books it finds: steps can be left out when a failure is made smaller.
  // Two of one number would ask two things under one id.
  const steps = fc.uniqueArray(fc.nat(), { minLength: 20, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(fc.nat(9), steps, async (seed, dice) => {
      bookCount += 1;
      const books = await makeBooks(database.pool, `T${bookCount}`, String(seed));
      const watch = await watchBooks(books);
      for (const [index, die] of dice.entries()) {
        const step = nextStep(books, random(String(die)));
        const outcome = await takeStep(books, step);
        seen[outcome] += 1;
        expect(await watch.findFaults(step, outcome), JSON.stringify(step.command)).toEqual([]);
        if (index % 5 === 4) expect(await findDifferences(books), JSON.stringify(step.command)).toEqual([]);
      }
      expect(await findDifferences(books)).toEqual([]);
    }),
    { numRuns: 8, interruptAfterTimeLimit: 240_000 },
  );
  for (const count of Object.values(seen)) expect(count, JSON.stringify(seen)).toBeGreaterThan(5);
});
