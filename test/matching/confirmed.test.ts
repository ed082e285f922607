import { expect, test } from 'vitest';
import type { OpenItemId } from '../../src/domain/ids.ts';
import { outcomeOf, type ClearedLine } from '../../src/matching/calibration/confirmed.ts';

const line = (item: string, clearedMinor: bigint): ClearedLine => ({ openItemId: item as OpenItemId, clearedMinor });

test.each<[string, readonly ClearedLine[], readonly ClearedLine[], readonly ClearedLine[], string]>([
  ['all of it stands', [line('a', 100n)], [line('a', 100n)], [], 'right'],
  ['it stands, and the payment cleared more later', [line('a', 100n)], [line('a', 100n), line('b', 5n)], [], 'right'],
  ['a cent less stands', [line('a', 100n)], [line('a', 99n)], [], 'wrong'],
  ['another item was paid', [line('a', 100n)], [line('b', 100n)], [], 'wrong'],
  ['one of two lines stands', [line('a', 100n), line('b', 5n)], [line('a', 100n)], [], 'wrong'],
  ['it was undone', [line('a', 100n)], [], [line('a', 100n)], 'wrong'],
  ['it was undone, and then done again', [line('a', 100n)], [line('a', 100n)], [line('a', 100n)], 'right'],
  ['something else was undone', [line('a', 100n)], [], [line('b', 100n)], 'unconfirmed'],
  ['nothing was ever applied', [line('a', 100n)], [], [], 'unconfirmed'],
])('%s', (_, lines, standing, undone, outcome) => {
  expect(outcomeOf(lines, { standing, undone })).toBe(outcome);
});
