import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim } from '../../src/matching/propose.ts';
import { resolve, type Resolution } from '../../src/matching/resolve.ts';
import { day, itemId, paymentId } from './sample-ledger.ts';

const claim = (index: number, items: readonly number[], fields: Partial<Claim> = {}): Claim => ({
  paymentId: paymentId(index),
  bookingDate: day('2026-03-02'),
  confidenceBp: 9_800,
  twinKey: `payer ${index}`,
  lines: items.map((each) => ({
    openItemId: itemId(each),
    residualMinor: 100n,
    clearedMinor: 100n,
    kind: 'invoice' as const,
  })),
  ...fields,
});

const word = (resolution: Resolution): string => (resolution.action === 'apply' ? 'apply' : resolution.reason);
const words = (...claims: readonly Claim[]): readonly string[] => resolve(claims).map(word);
const [taken, several] = ['item_taken_by_other_payment', 'several_explanations'];

test.each<[string, readonly Claim[], readonly string[]]>([
  ['different items', [claim(1, [1]), claim(2, [2])], ['apply', 'apply']],
  ['the more certain first', [claim(1, [1]), claim(2, [1], { confidenceBp: 9_900 })], [taken, 'apply']],
  ['then the earlier', [claim(1, [1]), claim(2, [1], { bookingDate: day('2026-03-01') })], [taken, 'apply']],
  [
    'certainty before the date',
    [claim(1, [1], { bookingDate: day('2026-03-01') }), claim(2, [1], { confidenceBp: 9_900 })],
    [taken, 'apply'],
  ],
  [
    'twins: the lowest payment id',
    [claim(2, [1], { twinKey: 'twin' }), claim(1, [1], { twinKey: 'twin' })],
    ['apply', taken],
  ],
  ['strangers that stand equal: nobody', [claim(1, [1]), claim(2, [1])], [several, several]],
  [
    'twins and a stranger: nobody',
    [claim(1, [1], { twinKey: 'twin' }), claim(2, [1], { twinKey: 'twin' }), claim(3, [1])],
    [several, several, several],
  ],
  ['all or nothing', [claim(1, [1, 2]), claim(2, [2, 3], { confidenceBp: 9_900 })], [taken, 'apply']],
  [
    'an item that nobody got stays open, for weaker claims as well',
    [claim(1, [1]), claim(2, [1]), claim(3, [1], { confidenceBp: 9_500 })],
    [several, several, several],
  ],
  [
    'a claim that lost one item does not hold its others',
    [claim(1, [1], { confidenceBp: 9_900 }), claim(2, [1, 2]), claim(3, [2])],
    ['apply', taken, 'apply'],
  ],
  ['no claims', [], []],
])('%s', (_, claims, expected) => {
  expect(words(...claims)).toEqual(expected);
});

test('a payment that claims twice is refused', () => {
  expect(() => resolve([claim(1, [1]), claim(1, [2])])).toThrow('claims more than once');
});

const claims: fc.Arbitrary<readonly Claim[]> = fc
  .array(
    fc.record({
      items: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }),
      confidenceBp: fc.constantFrom(9_500, 9_800, 9_900),
      bookingDate: fc.constantFrom(day('2026-03-01'), day('2026-03-02')),
      twinKey: fc.constantFrom('a', 'b', 'c'),
    }),
    { maxLength: 12 },
  )
  .map((rows) => rows.map(({ items, ...fields }, index) => claim(index, items, fields)));

test('claims in any order get the same answer', () => {
  const orders = claims.chain((some) =>
    fc.record({ some: fc.constant(some), shuffled: fc.shuffledSubarray([...some], { minLength: some.length }) }),
  );
  fc.assert(
    fc.property(orders, ({ some, shuffled }) => {
      expect(resolve(shuffled)).toEqual(resolve(some));
    }),
  );
});

test('every claim is answered, and no item goes to two payments', () => {
  fc.assert(
    fc.property(claims, (some) => {
      const applied = new Set(resolve(some).flatMap((each) => (each.action === 'apply' ? [each.paymentId] : [])));
      const used = some.filter((each) => applied.has(each.paymentId)).flatMap(({ lines }) => lines);
      expect(new Set(used.map((line) => line.openItemId)).size).toBe(used.length);
      expect(resolve(some)).toHaveLength(some.length);
    }),
  );
});
