/** A day in which payments want the same items. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaymentId } from '../../src/domain/ids.ts';
import type { Claim, Outlook } from '../../src/matching/propose.ts';
import { openSettlement, type Settlement } from '../../src/matching/settle.ts';
import { settle } from './engine.ts';
import {
  background,
  columnsOf,
  creditNote,
  day,
  invoice,
  invoices,
  itemId,
  known,
  nobody,
  payment,
  paymentId,
  type Ledger,
} from './ledgers.ts';

const six = columnsOf({ items: [1, 2, 3, 4, 5, 6].map((number) => invoice(`FA2026-0000${number}`, 100)) });

const outlook = (index: number, items: readonly number[], fields: Partial<Claim> & { date?: string } = {}): Outlook => {
  const { date = '2026-03-02', ...claim } = fields;
  return {
    paymentId: paymentId(index),
    bookingDate: day(date),
    customers: [0],
    named: items,
    claim: {
      points: 100,
      isNamed: true,
      twinKey: `payer ${index}`,
      lines: items.map((item) => ({
        item,
        openItemId: itemId(`${item}`),
        kind: 'invoice',
        residualMinor: 100n,
        clearedMinor: 100n,
      })),
      writeOff: null,
      basis: 'named_by_debtor',
      ...claim,
    },
  };
};
const undecided = (index: number, named: readonly number[]): Outlook => ({ ...outlook(index, named), claim: null });

/** Settles outlooks that never change, and tells what became of each payment. */
function answers(outlooks: readonly Outlook[], settlement: Settlement = openSettlement(six)): readonly string[] {
  for (const each of outlooks) settlement.add(each);
  const byId = new Map(outlooks.map((each) => [each.paymentId, each]));
  // Looked at again, each says that it wants nothing any more where its items were taken.
  const again = (id: PaymentId): Outlook[] => {
    const before = byId.get(id);
    if (before === undefined) return [];
    const isGone = before.claim?.lines.some(({ item }) => settlement.residuals[item] === 0) ?? true;
    return isGone ? [] : [before];
  };
  for (let ids = settlement.settleRound(); ids.length > 0; ids = settlement.settleRound())
    for (const next of ids.flatMap(again)) settlement.add(next);
  const { applied, lost } = settlement.result();
  const told = new Map<string, string>(lost.map(({ paymentId, reason }) => [paymentId, reason]));
  for (const { paymentId } of applied) told.set(paymentId, 'apply');
  return outlooks.map(({ paymentId }) => told.get(paymentId) ?? 'nothing');
}

const [taken, several] = ['item_taken_by_other_payment', 'several_explanations'];

test.each<[string, readonly Outlook[], readonly string[]]>([
  ['different items', [outlook(1, [1]), outlook(2, [2])], ['apply', 'apply']],
  ['the more certain first', [outlook(1, [1]), outlook(2, [1], { points: 110 })], [taken, 'apply']],
  ['then the earlier', [outlook(1, [1]), outlook(2, [1], { date: '2026-03-01' })], [taken, 'apply']],
  [
    'certainty before the date',
    [outlook(1, [1], { date: '2026-03-01' }), outlook(2, [1], { points: 110 })],
    [taken, 'apply'],
  ],
  [
    'twins: the lowest payment id',
    [outlook(2, [1], { twinKey: 'twin' }), outlook(1, [1], { twinKey: 'twin' })],
    [taken, 'apply'],
  ],
  ['strangers that stand equal: nobody', [outlook(1, [1]), outlook(2, [1])], [several, several]],
  [
    'twins and a stranger: nobody',
    [outlook(1, [1], { twinKey: 'twin' }), outlook(2, [1], { twinKey: 'twin' }), outlook(3, [1])],
    [several, several, several],
  ],
  ['all or nothing', [outlook(1, [1, 2]), outlook(2, [2, 3], { points: 110 })], [taken, 'apply']],
  [
    'an item that nobody got stays open, for weaker claims as well',
    [outlook(1, [1]), outlook(2, [1]), outlook(3, [1], { points: 90 })],
    [several, several, several],
  ],
  [
    'a claim that lost one item does not hold its others',
    [outlook(1, [1], { points: 110 }), outlook(2, [1, 2]), outlook(3, [2], { points: 90 })],
    ['apply', taken, 'apply'],
  ],
  [
    'what is named goes before an amount',
    [outlook(1, [1], { isNamed: false, points: 110 }), outlook(2, [1])],
    [taken, 'apply'],
  ],
  [
    'an amount does not take what another names without being sure',
    [outlook(1, [1], { isNamed: false }), undecided(2, [1])],
    [taken, 'nothing'],
  ],
  ['a name does', [outlook(1, [1]), undecided(2, [1])], ['apply', 'nothing']],
  ['nobody', [], []],
])('%s', (_, outlooks, expected) => {
  expect(answers(outlooks)).toEqual(expected);
  expect(answers(outlooks.toReversed())).toEqual(expected.toReversed());
});

describe('a whole day', () => {
  const ledger: Ledger = {
    items: [invoice('FA2026-00123', 12_000), ...invoices('FA2026-', 201, [5_000, 5_000]), ...background()],
  };

  test('the same transfer twice pays once', () => {
    const day = settle(ledger, [
      payment(12_000, 'FA2026-00123', { id: 1 }),
      payment(12_000, 'FA2026-00123', { id: 2 }),
    ]);
    expect(day[0]).toBe('1 FA2026-00123 12000');
    expect(day[1]).not.toMatch(/FA2026/);
  });

  test('two payers of one invoice are a question', () => {
    const payments = [
      payment(12_000, 'FA2026-00123', { id: 1, by: 'Factofrance' }),
      payment(12_000, 'FA2026-00123', { id: 2, by: 'Eurofactor' }),
    ];
    expect(settle(ledger, payments)).toEqual(['1 several_explanations', '2 several_explanations']);
  });

  test('what one names leaves the other as the only one of its amount', () => {
    const named = payment(5_000, 'FA2026-00202', { id: 2, ...nobody });
    const silent = payment(5_000, 'VIREMENT', { id: 1, ...known });
    expect(settle(ledger, [silent])).toEqual(['1 several_explanations']);
    expect(settle(ledger, [silent, named])).toEqual(['1 FA2026-00201 5000', '2 FA2026-00202 5000']);
  });

  test('parts of one invoice follow one another until nothing is left', () => {
    const parts = [1, 2, 3].map((id) =>
      payment(4_500, 'FA2026-00123', { id, ...known, bookingDate: day(`2026-03-0${id}`) }),
    );
    expect(settle(ledger, parts)).toEqual(['1 FA2026-00123 4500', '2 FA2026-00123 4500', '3 FA2026-00123 3000']);
  });

  test('a credit note is deducted once', () => {
    const items = [...invoices('FA2026-', 301, [9_000, 7_000]), creditNote('AV2026-00001', 1_000), ...background()];
    const payments = [
      payment(8_000, 'FA2026-00301', { id: 1, ...known }),
      payment(6_000, 'FA2026-00302', { id: 2, ...known }),
    ];
    const answered = settle({ items }, payments);
    expect(answered.filter((line) => line.includes('AV2026-00001')).length).toBeLessThanOrEqual(1);
  });
});

const outlooks: fc.Arbitrary<readonly Outlook[]> = fc
  .array(
    fc.record({
      items: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 3 }),
      points: fc.constantFrom(90, 100, 110),
      date: fc.constantFrom('2026-03-01', '2026-03-02'),
      twinKey: fc.constantFrom('a', 'b', 'c'),
      isNamed: fc.boolean(),
      isSure: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ items, isSure, ...fields }, index) =>
      isSure ? outlook(index, items, fields) : undecided(index, items),
    ),
  );

test('outlooks in any order get the same answer, and no item goes to two payments', () => {
  const orders = outlooks.chain((some) =>
    fc.tuple(fc.constant(some), fc.shuffledSubarray([...some], { minLength: some.length })),
  );
  fc.assert(
    fc.property(orders, ([some, shuffled]) => {
      const settlement = openSettlement(six);
      const told = answers(some, settlement);
      const inOrder = answers(shuffled);
      expect(some.map((each) => inOrder[shuffled.indexOf(each)])).toEqual(told);
      const used = settlement.result().applied.flatMap(({ lines }) => lines.map(({ item }) => item));
      expect(new Set(used).size).toBe(used.length);
      expect(settlement.residuals.every((residual) => residual === 0 || residual === 100)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
