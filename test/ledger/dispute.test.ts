/** How disputes give way to what settles their item: by random ones, and by what a person would ask. */
import { expect, test } from 'vitest';
import type { CustomerId, OpenItemId } from '../../src/domain/ids.ts';
import { claim, isCleared, planFollowing, resolutionBy, type Dispute } from '../../src/ledger/plan/dispute.ts';
import { euros } from '../support/books.ts';
import { random } from '../support/random.ts';

const openItemId = 'item' as OpenItemId;

const dispute = (id: number, amountMinor: bigint, residualMinor: bigint): Dispute => ({
  id: String(id),
  version: 1,
  customerId: 'customer' as CustomerId,
  openItemId,
  openedFrom: 'residual',
  paymentId: null,
  currency: euros('1.00').currency,
  amountMinor,
  residualMinor,
  category: 'B',
  reasonCode: 'quality',
  owner: null,
  department: null,
  dueDate: null,
  state: 'open',
  resolution: null,
});
const sum = (minors: readonly bigint[]): bigint => minors.reduce((total, minor) => total + minor, 0n);
const itemOf = (residualMinor: bigint, disputedMinor: bigint) => ({ id: openItemId, residualMinor, disputedMinor });

const seed = `disputes ${new Date().toISOString()}`;

test(`after any settlement disputes claim what is left at most, and give up no more than they must; seed "${seed}"`, () => {
  const drawn = random(seed);
  for (let round = 0; round < 2_000; round += 1) {
    const open = Array.from({ length: drawn.below(6) }, (_, id) => dispute(id, BigInt(1 + drawn.below(50)), 300n));
    const residualMinor = BigInt(drawn.below(200));
    const followed = planFollowing(open, residualMinor, 'payment');
    const after = open.map((one) => followed.find(({ dispute: { id } }) => id === one.id)?.event.after ?? one);
    const before = sum(open.map(({ amountMinor }) => amountMinor));
    const claimed = sum(after.map(({ state, amountMinor }) => (state === 'open' ? amountMinor : 0n)));
    expect(claimed, JSON.stringify({ round, seed })).toBe(before < residualMinor ? before : residualMinor);
    // The oldest first: behind one that still claims something, none was touched.
    const touched = after.map(
      ({ state, amountMinor }, place) => state === 'resolved' || amountMinor < (open[place]?.amountMinor ?? 0n),
    );
    expect(touched.lastIndexOf(true)).toBeLessThan(Math.max(1, followed.length));
    for (const { event } of followed) expect(event.after.amountMinor).toBeGreaterThan(0n);
  }
});

test('an amount is cleared when the residual has fallen by it, beside what ended other disputes', () => {
  const one = dispute(1, 30n, 100n);
  expect(isCleared(one, itemOf(71n, 30n), 0n)).toBe(false);
  expect(isCleared(one, itemOf(70n, 30n), 0n)).toBe(true);
  expect(isCleared(one, itemOf(70n, 30n), 1n)).toBe(false);
  expect(isCleared(one, itemOf(40n, 30n), 30n)).toBe(true);
});

test('a dispute claims what others leave; its own amount is free again when it changes', () => {
  expect(claim(itemOf(100n, 60n), null, 40n)).toEqual({ amountMinor: 40n, residualMinor: 100n });
  expect(() => claim(itemOf(100n, 60n), null, 41n)).toThrow('Only what a customer owes can be disputed');
  expect(claim(itemOf(100n, 60n), dispute(1, 20n, 100n), 60n)).toEqual({ amountMinor: 60n, residualMinor: 100n });
});

test.each([
  ['payment', 'payment'],
  ['netting', 'credit_note'],
  ['write_off', 'write_off'],
  ['discount', 'write_off'],
  ['bank_charge', 'write_off'],
  ['transfer', 'payment'],
] as const)('%s resolves as %s', (means, resolution) => {
  expect(resolutionBy(means)).toBe(resolution);
});
