import { expect, test } from 'vitest';
import type { Candidate, History } from '../../bench/matching/calibrate-outcomes.ts';
import { foldsOf, trialsOf } from '../../bench/matching/calibrate-score.ts';
import { run } from '../../bench/matching/calibrate.ts';

const candidateOf = (fields: Partial<Candidate> = {}): Candidate => {
  const { rule = 'full_reference' } = fields;
  return { cell: 'named full exact iban', isRight: true, day: 0, items: [], ...fields, rule, isApplied: rule !== null };
};
const historyOf = (folder: string, candidates: readonly Candidate[], receivableCount = candidates.length): History => ({
  folder,
  receivableCount,
  candidates,
});
const times = (count: number, candidate: Candidate): readonly Candidate[] =>
  Array.from({ length: count }, () => candidate);

const over = { cell: 'named full over iban', rule: 'part' };
const learned = historyOf('learned', [
  ...times(60_000, candidateOf()),
  ...times(5_000, candidateOf({ cell: 'single none exact weak', rule: null })),
  ...times(90, candidateOf(over)),
  ...times(10, candidateOf({ ...over, isRight: false })),
]);

test('the ladder alone, then what is taken away, then what is added', () => {
  const tested = historyOf(
    'tested',
    [
      ...times(6, candidateOf()),
      candidateOf({ ...over, isRight: false }),
      candidateOf(over),
      candidateOf({ cell: 'single none exact weak', rule: null }),
    ],
    10,
  );
  const trials = trialsOf([{ fit: [learned], test: [tested] }], [1]);
  expect(
    trials.map(({ autoMatch, precision }) => [autoMatch, precision].map(({ count, of }) => `${count} of ${of}`)),
  ).toEqual([
    ['7 of 10', '7 of 8'],
    ['6 of 10', '6 of 6'],
    ['7 of 10', '7 of 7'],
  ]);
});

test('an added line leaves alone what another took on its day', () => {
  const tested = historyOf('tested', [
    candidateOf({ items: [1] }),
    candidateOf({ cell: 'single none exact weak', rule: null, items: [1, 2], isRight: false }),
    candidateOf({ cell: 'single none exact weak', rule: null, items: [2] }),
    candidateOf({ cell: 'single none exact weak', rule: null, items: [2], isRight: false }),
    candidateOf({ cell: 'single none exact weak', rule: null, items: [2], day: 1 }),
  ]);
  const added = trialsOf([{ fit: [learned], test: [tested] }], [1]).at(-1);
  expect(added?.precision).toMatchObject({ count: 3, of: 3 });
});

test('without folders to test on, each is tested with the others, never with itself', () => {
  const histories = ['a', 'b', 'c'].map((folder) => historyOf(folder, []));
  const folds = foldsOf(histories, []);
  expect(
    folds.map(({ fit, test: tested }) => [fit, tested].map((side) => side.map(({ folder }) => folder).join())),
  ).toEqual([
    ['b,c', 'a'],
    ['a,c', 'b'],
    ['a,b', 'c'],
  ]);
});

test.each([
  [['--test', 'x'], '--fit is missing'],
  [['--fit', 'x'], '--test is missing'],
  [['--fit', 'x', 'y', '--test', 'y'], 'either learn from it'],
  [['--fit', 'x', 'y', '--budget', 'many'], '--budget many'],
  [['--fit', 'no-such-folder', 'y'], 'no-such-folder: no such folder'],
  [['x', '--fit', 'y'], 'behind no option'],
  [['--unknown'], 'unknown'],
])('%j is refused with what is wrong', async (words, message) => {
  const said: string[] = [];
  const exitCode = await run(words, { write: () => said.push('stdout') }, { write: (text) => said.push(text) });
  expect(exitCode).toBe(2);
  expect(said.join('')).toContain(message);
});
