import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLocalDate, daysBetween, type LocalDate } from '../../../src/domain/local-date.ts';
import { structuredSets, type Account, type StructuredSet } from '../../../src/matching/combination/structured-sets.ts';

const epoch = '1970-01-01' as LocalDate;
function dayOf(text: string): number {
  const date = parseLocalDate(text);
  if (!date.ok) throw new Error(`${text} is no day`);
  return daysBetween(epoch, date.value);
}

/** Amount, day of issue, day due; in due order, as an account is. */
type Row = readonly [amount: number, issued: string, due: string];
const accountOf = (rows: readonly Row[]): Account => ({
  length: rows.length,
  amounts: Float64Array.from(rows, ([amount]) => amount),
  issueDays: Int32Array.from(rows, ([, issued]) => dayOf(issued)),
  dueDays: Int32Array.from(rows, ([, , due]) => dayOf(due)),
});
const ask = (rows: readonly Row[], target: number, asOf = '2026-03-31'): readonly StructuredSet[] =>
  structuredSets(accountOf(rows), target, dayOf(asOf));
const names = (sets: readonly StructuredSet[]): unknown => sets.map((set) => [set.structures, set.members]);

const account: readonly Row[] = [
  [100, '2026-01-05', '2026-02-04'],
  [250, '2026-01-31', '2026-03-02'],
  [-30, '2026-02-01', '2026-03-03'],
  [400, '2026-02-28', '2026-03-31'],
  [800, '2026-03-01', '2026-04-01'],
  [1_600, '2026-03-20', '2026-04-01'],
];

test.each([
  [
    'the whole account',
    3_120,
    [
      [
        ['whole_account', 'oldest'],
        [0, 1, 2, 3, 4, 5],
      ],
    ],
  ],
  [
    'all that is due on the day of the payment',
    720,
    [
      [
        ['all_due', 'oldest'],
        [0, 1, 2, 3],
      ],
    ],
  ],
  ['the items due in one month', 620, [[['due_month'], [1, 2, 3]]]],
  [
    'the invoices of one month',
    350,
    [
      [
        ['issue_month', 'oldest'],
        [0, 1],
      ],
    ],
  ],
  [
    'the month of issue and of due date together',
    2_400,
    [
      [
        ['due_month', 'issue_month'],
        [4, 5],
      ],
    ],
  ],
  ['the oldest', 320, [[['oldest'], [0, 1, 2]]]],
  ['nothing', 1_200, []],
  ['one item alone is no set', 100, []],
])('finds %s', (_, target, expected) => {
  expect(names(ask(account, target))).toEqual(expected);
});

test.each([
  ['the whole account', 3_150, ['whole_account', 'oldest'], [0, 1, 3, 4, 5]],
  ['all that is due', 750, ['all_due', 'oldest'], [0, 1, 3]],
  ['a month', 650, ['due_month'], [1, 3]],
])('finds %s of a payer who forgot the credit note', (_, target, structures, members) => {
  expect(ask(account, target)).toEqual([
    { structures, members, withCreditNotes: false, splitsDay: false, isExchangeable: false },
  ]);
});

test('says when the oldest end in the middle of a day', () => {
  expect(ask(account, 1_520)).toEqual([
    { structures: ['oldest'], members: [0, 1, 2, 3, 4], withCreditNotes: true, splitsDay: true, isExchangeable: false },
  ]);
});

test('says when an item outside has the amount of one inside', () => {
  const subscription: readonly Row[] = [
    [990, '2026-01-10', '2026-02-10'],
    [2_500, '2026-01-15', '2026-02-15'],
    [990, '2026-02-10', '2026-03-10'],
    [4_000, '2026-02-15', '2026-03-15'],
  ];
  const isExchangeable = (target: number): unknown => ask(subscription, target).map((set) => set.isExchangeable);
  expect(isExchangeable(3_490)).toEqual([true]);
  expect(isExchangeable(4_480)).toEqual([false]);
  expect(isExchangeable(8_480)).toEqual([false]);
});

test('gives two sets of one sum, the more certain first', () => {
  const rows: readonly Row[] = [
    [100, '2026-01-10', '2026-02-10'],
    [50, '2026-01-12', '2026-02-12'],
    [60, '2026-02-10', '2026-03-10'],
    [90, '2026-02-12', '2026-03-12'],
  ];
  expect(names(ask(rows, 150))).toEqual([
    [['due_month', 'issue_month', 'oldest'], [0, 1]],
    [['due_month', 'issue_month'], [2, 3]],
  ]); // prettier-ignore
});

test('what is due on the day itself is due, what is due the day after is not', () => {
  expect(names(ask(account, 720, '2026-03-30'))).toEqual([[['oldest'], [0, 1, 2, 3]]]);
  expect(names(ask(account, 3_120, '2026-04-01'))).toEqual([[['whole_account', 'all_due', 'oldest'], [0, 1, 2, 3, 4, 5]]]); // prettier-ignore
});

describe('months', () => {
  test('are those of the calendar, whatever the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 1, max: 40 }), (day, apart) => {
        const month = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 7);
        const days = Int32Array.of(day, day + apart, day + 90);
        const found = structuredSets(
          { length: 3, amounts: Float64Array.of(1, 2, 4), issueDays: days, dueDays: days },
          3,
          -1,
        );
        const isMonth = found.some((set) => set.structures.includes('due_month'));
        expect(isMonth).toBe(month(day) === month(day + apart));
      }),
    );
  });

  test('of an account over more than fifty years are not looked at', () => {
    const rows: readonly Row[] = [
      [100, '1950-01-10', '1950-02-10'],
      [50, '2026-01-12', '2026-02-12'],
      [60, '2026-01-13', '2026-02-13'],
    ];
    expect(ask(rows, 110)).toEqual([]);
  });
});
