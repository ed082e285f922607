import { expect, test } from 'vitest';
import { accountButOne, allButOne, runsOf } from '../../../src/matching/combination/runs.ts';

/** Due in this order, issued in another; the credit note is no member of anything. */
const account = {
  length: 6,
  amounts: Float64Array.of(400, 100, -30, 250, 800, 70),
  issueDays: Int32Array.of(40, 10, 15, 20, 30, 50),
  dueDays: Int32Array.of(1, 2, 3, 4, 5, 6),
};

test.each([
  ['in the order of issue', 350, [[1, 3]]],
  ['from any item on', 1_050, [[3, 4]]],
  ['up to the last', 1_270, [[0, 4, 5]]],
  ['one item alone is none', 800, []],
  ['nor is one with a gap', 900, []],
])('runs: %s', (_, target, runs) => {
  expect(runsOf(account, target, 3)).toEqual(runs);
});

test('runs: the earliest first, no more than asked for', () => {
  const equal = { ...account, amounts: Float64Array.of(10, 10, 10, 10, 10, 10) };
  expect(runsOf(equal, 20, 2)).toEqual([
    [1, 2],
    [2, 3],
  ]);
});

test.each([
  ['without one of them', 900, [[1, 4]]],
  ['without the first', 1_450, [[0, 3, 4]]],
  ['two remain', 250, []],
  ['all of them are not all but one', 350, []],
])('the oldest: %s', (_, target, sets) => {
  expect(allButOne(account, target, 3)).toEqual(sets);
});

test.each([
  ['the whole account without one invoice', 1_340, 9, [[0, 1, 2, 4, 5]]],
  ['what is due without one invoice', 620, 4, [[0, 2, 3]]],
  ['a day before, it was not due', 620, 3, []],
  ['all of it is not all but one', 1_590, 9, []],
])('the account: %s', (_, target, asOfDay, sets) => {
  expect(accountButOne(account, target, asOfDay)).toEqual(sets);
});

test('the account: of equal ones that could be the one, the last', () => {
  const equal = { ...account, amounts: Float64Array.of(10, 10, -5, 30, 10, 20) };
  expect(accountButOne(equal, 65, 9)).toEqual([[0, 1, 2, 3, 5]]);
});
