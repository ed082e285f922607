import { expect, test } from 'vitest';
import { recordCells, type ConfirmedOutcome } from '../../src/matching/calibration/cell-record.ts';
import { recordRules } from '../../src/matching/calibration/rule-record.ts';
import { wilsonInterval } from '../../src/matching/calibration/wilson.ts';
import { allows, calibrate, neededConfirmedCount, openAllowance } from '../../src/matching/decision/calibration.ts';

const oneInTenThousand = { wrong: 1, of: 10_000 };
const fiveInTenThousand = { wrong: 5, of: 10_000 };

/** Outcomes of one cell, the wrong ones first. */
const outcomes = (cell: string, rule: string | null, right: number, wrong: number): readonly ConfirmedOutcome[] =>
  Array.from({ length: right + wrong }, (_, index) => ({ cell, rule, isRight: index >= wrong }));

const sure = outcomes('named full exact iban', 'full_reference', 20_000, 0);
const doubtful = outcomes('completed cut exact iban list', 'completed', 97, 3);
const decisionsOf = (calibration: ReturnType<typeof calibrate>) =>
  Object.fromEntries(calibration.cells.map(({ cell, decision }) => [cell, decision]));

test('the interval is that of the textbook, and stays within 0 and 1', () => {
  const { low, high } = wilsonInterval(8, 10);
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.4902', '0.9433']);
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  expect(wilsonInterval(0, 50).low).toBe(0);
  expect(wilsonInterval(50, 50).high).toBe(1);
});

test('a cell of the ladder that proved worse than the budget is taken away, the sure one stays', () => {
  const calibration = calibrate([...sure, ...doubtful], oneInTenThousand, 'on');
  expect(decisionsOf(calibration)).toEqual({
    'named full exact iban': 'apply',
    'completed cut exact iban list': 'ask',
  });
  expect(allows(calibration, 'completed cut exact iban list', 'completed')).toBe(false);
  expect(allows(calibration, 'named full exact iban', 'full_reference')).toBe(true);
});

test('a wider budget has room for what a narrow one has not', () => {
  const some = outcomes('mended typed exact iban', 'mended', 5_994, 6);
  const at = (budget: typeof oneInTenThousand) =>
    decisionsOf(calibrate([...sure, ...some], budget, 'on'))['mended typed exact iban'];
  expect([at(oneInTenThousand), at(fiveInTenThousand)]).toEqual(['ask', 'apply']);
});

test('a rare cell shares the record of its kind: never wrong itself, it goes when its kind proved worse', () => {
  const rare = outcomes('completed cut exact good list', 'completed', 4, 0);
  const calibration = calibrate([...sure, ...doubtful, ...rare], oneInTenThousand, 'on');
  expect(allows(calibration, 'completed cut exact good list', 'completed')).toBe(false);
});

test('a cell that was never confirmed is left to the ladder', () => {
  const allowed = openAllowance(calibrate([...sure, ...doubtful], oneInTenThousand, 'on'));
  expect(allowed('range full exact iban', 'range')).toBe(true);
  expect(allowed('range full exact other', null)).toBe(false);
});

test('a small budget has no room for a cell ten times worse, even where the sure ones leave some', () => {
  const few = outcomes('named full over iban', 'part', 28, 2);
  const many = outcomes('named full exact iban', 'full_reference', 400_000, 0);
  const cell = calibrate([...many, ...few], oneInTenThousand, 'on').cells.find(({ rule }) => rule === 'part');
  expect(cell?.decision).toBe('ask');
  expect(cell?.because).toContain('more than 10 times the budget');
});

test('nothing is taken away from a ledger that never saw a wrong payment, however narrow the budget', () => {
  const rare = outcomes('completed cut exact good list', 'completed', 1, 0);
  const history = [...outcomes('single none exact weak rare', 'single', 2_500, 0), ...rare];
  const allowed = openAllowance(calibrate(history, { wrong: 1, of: 1_000_000 }, 'on'));
  expect(history.filter(({ cell, rule }) => !allowed(cell, rule))).toEqual([]);
});

test('a cell beyond the budget stays with the ladder while nothing of its kind was wrong', () => {
  const rare = outcomes('collection structured exact none', 'collection', 3, 0);
  const cell = calibrate([...sure, ...doubtful, ...rare], { wrong: 1, of: 1_000_000 }, 'on').cells.find(
    ({ rule }) => rule === 'collection',
  );
  expect(cell?.decision).toBe('unknown');
  expect(cell?.because).toContain('nothing proves it worse');
});

test('a cell without a rule is added when even the worst that its record allows is within the budget', () => {
  const left = outcomes('single none exact none anyone', null, 5_000, 0);
  const large = outcomes('named full exact iban', 'full_reference', 60_000, 0);
  const allowedAfter = (confirmed: readonly ConfirmedOutcome[]) =>
    allows(calibrate([...confirmed, ...left], oneInTenThousand, 'on'), 'single none exact none anyone', null);
  expect([allowedAfter(sure), allowedAfter(large)]).toEqual([false, true]);
});

test('a cell without a rule that was seen too seldom is not added, whatever room there is', () => {
  const left = outcomes('named full short iban list', null, 400, 0);
  const large = outcomes('named full exact iban', 'full_reference', 60_000, 0);
  const cell = calibrate([...large, ...left], oneInTenThousand, 'on').cells.find(({ rule }) => rule === null);
  expect(cell?.decision).toBe('unknown');
  expect(cell?.because).toContain('too few to know');
});

test('a cell without a rule that was once wrong is never added, whatever the budget', () => {
  const left = outcomes('single none exact none', null, 10_000, 1);
  const calibration = calibrate([...sure, ...left], { wrong: 1, of: 2 }, 'on');
  expect(allows(calibration, 'single none exact none', null)).toBe(false);
});

test('what rules apply does not lend its record to what they leave', () => {
  const byRule = recordCells([...sure, ...outcomes('named full exact other', null, 5, 5)]);
  const left = byRule.find(({ rule }) => rule === null);
  expect(left?.expectedWrongRate).toBeGreaterThan(0.4);
  expect(byRule.find(({ rule }) => rule !== null)?.provenWrongRate).toBe(0);
});

test('the outcomes of an earlier version of a rule do not count for the next', () => {
  const calibration = calibrate(
    [...sure, ...outcomes('range full exact iban', 'range/1', 50, 50)],
    oneInTenThousand,
    'on',
  );
  expect(allows(calibration, 'range full exact iban', 'range/1')).toBe(false);
  expect(allows(calibration, 'range full exact iban', 'range/2')).toBe(true);
});

test.each(['off', 'shadow'] as const)('%s: the ladder decides alone', (mode) => {
  const calibration = calibrate([...sure, ...doubtful], oneInTenThousand, mode);
  expect(calibration.mode).toBe(mode);
  expect(allows(calibration, 'completed cut exact iban list', 'completed')).toBe(true);
  expect(allows(calibration, 'named full exact iban', null)).toBe(false);
});

test('off counts nothing, shadow says what on would do', () => {
  expect(calibrate(sure, oneInTenThousand, 'off').cells).toEqual([]);
  const shadow = calibrate([...sure, ...doubtful], oneInTenThousand, 'shadow');
  expect(shadow.cells).toEqual(calibrate([...sure, ...doubtful], oneInTenThousand, 'on').cells);
});

test('on stays in shadow until enough was confirmed, to the payment', () => {
  const modeAfter = (count: number) => calibrate(sure.slice(0, count), oneInTenThousand, 'on').mode;
  expect([modeAfter(neededConfirmedCount - 1), modeAfter(neededConfirmedCount)]).toEqual(['shadow', 'on']);
});

test('the record of a rule counts all its cells, and those taken away', () => {
  const kept = outcomes('named full exact good', 'full_reference', 10, 0);
  const rules = recordRules(calibrate([...sure, ...kept, ...doubtful], oneInTenThousand, 'on'));
  expect(rules).toEqual([
    { rule: 'completed', right: 97, wrong: 3, cellCount: 1, takenCellCount: 1, takenCount: 100 },
    { rule: 'full_reference', right: 20_010, wrong: 0, cellCount: 2, takenCellCount: 0, takenCount: 0 },
  ]);
});
