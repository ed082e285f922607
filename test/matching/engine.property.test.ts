/** What holds for every day, whatever was bought, written and paid. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Payment } from '../../src/domain/match.ts';
import { settleIn, weigh } from './engine.ts';
import { days, type Day } from './days.ts';
import { partitionOf } from './ledgers.ts';

/** All that a day says, in bytes that can be compared. */
function told({ ledger, payments }: Day): string {
  const { applied, reasons, residuals, outlooks } = settleIn(partitionOf(ledger), payments);
  const sorted = (map: ReadonlyMap<string, unknown>) => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([applied, sorted(reasons), [...residuals], sorted(outlooks)], (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
}
const whole = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

test('rows and payments in any order give the same bytes', () => {
  const shuffles = days.chain((each) =>
    fc.record({
      each: fc.constant(each),
      items: whole(each.ledger.items),
      customers: whole(each.ledger.customers ?? []),
      aliases: whole(each.ledger.aliases ?? []),
      payments: whole(each.payments),
    }),
  );
  fc.assert(
    fc.property(shuffles, ({ each, payments, ...rows }) => {
      expect(told({ ledger: { ...each.ledger, ...rows }, payments })).toBe(told(each));
    }),
    { numRuns: 150 },
  );
});

describe('a settled day', () => {
  test('answers every payment once, and clears no item beyond what was left of it', () => {
    let appliedCount = 0;
    fc.assert(
      fc.property(days, ({ ledger, payments }) => {
        const partition = partitionOf(ledger);
        const before = partition.columns.itemResiduals;
        const { applied, reasons, residuals } = settleIn(partition, payments);
        const answered = [...applied.map(({ paymentId }) => paymentId), ...reasons.keys()];
        expect(answered.toSorted()).toEqual(payments.map(({ id }) => id).toSorted());
        const clearedOf = new Map<number, number>();
        for (const { lines } of applied) {
          expect(new Set(lines.map(({ item }) => item)).size).toBe(lines.length);
          for (const { item, clearedMinor } of lines)
            clearedOf.set(item, (clearedOf.get(item) ?? 0) + Number(clearedMinor));
        }
        for (const [item, left] of residuals.entries()) {
          const was = before[item] ?? 0;
          const cleared = clearedOf.get(item) ?? 0;
          expect(cleared).toBeLessThanOrEqual(Math.abs(was));
          expect(left).toBe(was < 0 ? was + cleared : was - cleared);
        }
        appliedCount += applied.length;
      }),
      { numRuns: 400 },
    );
    // Else the property would say nothing about what is applied.
    expect(appliedCount).toBeGreaterThan(200);
  });

  test('what is applied adds up: in one currency, no more is cleared than was paid, but for a difference with a name', () => {
    fc.assert(
      fc.property(days, ({ ledger, payments }) => {
        const partition = partitionOf(ledger);
        const { itemCurrencies, currencies, itemResiduals } = partition.columns;
        for (const paid of payments) {
          const { best, verdict, outlook } = weigh(ledger, paid);
          if (verdict.reason !== null || best === null) continue;
          const lines = outlook.claim?.lines ?? [];
          expect(lines.length).toBeGreaterThan(0);
          const codes = new Set(lines.map(({ item }) => currencies[itemCurrencies[item] ?? 0]));
          expect(codes.size).toBe(1);
          const netOf = (share: (clearedMinor: bigint, discountBp: number) => bigint) =>
            lines.reduce((sum, { item, clearedMinor }) => {
              const sold = ledger.items.find(({ openItemId }) => openItemId === partition.itemId(item));
              const minor = share(clearedMinor, sold?.discount?.bp ?? 0);
              return sum + ((itemResiduals[item] ?? 0) < 0 ? -minor : minor);
            }, 0n);
          const net = netOf((clearedMinor) => clearedMinor);
          const deductible = netOf((clearedMinor, bp) => (clearedMinor * BigInt(bp) + 5_000n) / 10_000n);
          expect(net).toBeGreaterThan(0n);
          if (codes.has(paid.currency)) expect(isExplained(paid, net, best.amountClass, deductible)).toBe(true);
          else expect(best.amountClass).toBe('exchange');
        }
      }),
      { numRuns: 400 },
    );
  });
});

/**
 * The difference between what is cleared and what was paid is one that its class allows. A discount is of each item
 * with its terms: a credit note without terms makes the payment smaller, not the discount.
 */
function isExplained({ unappliedMinor }: Payment, net: bigint, amountClass: string, deductible: bigint): boolean {
  const missing = net - unappliedMinor;
  switch (amountClass) {
    case 'exact':
    case 'partial':
    case 'retention':
    case 'short':
      return missing === 0n;
    case 'over':
      return missing < 0n;
    case 'rounding':
      return missing !== 0n && missing >= -50n && missing <= 50n;
    case 'discount':
      return missing > 0n && missing === deductible;
    default:
      return amountClass === 'fee' && missing > 0n && missing <= 5_000n;
  }
}

test('only payments that every gate let through claim anything', () => {
  fc.assert(
    fc.property(days, ({ ledger, payments: [paid] }) => {
      if (paid === undefined) return;
      const { verdict, outlook } = weigh(ledger, paid);
      expect(outlook.claim === null).toBe(verdict.action === 'review');
      expect(verdict.gates.every(({ passed }) => passed)).toBe(verdict.action === 'apply');
      expect(verdict.rule === null).toBe(verdict.action === 'review');
      const out = weigh(ledger, { ...paid, side: 'debit' });
      expect([out.outlook.claim, out.drafts]).toEqual([null, []]);
    }),
    { numRuns: 300 },
  );
});

test('what a person turned down is not proposed again', () => {
  fc.assert(
    fc.property(days, ({ ledger, payments: [paid] }) => {
      if (paid === undefined) return;
      const { best, partition } = weigh(ledger, paid);
      const [line] = best?.lines ?? [];
      if (best === null || line === undefined) return;
      const pair = { paymentId: paid.id, customerId: partition.customerId(best.customer) };
      const openItemId = partition.itemId(line.item);
      const withoutItem = weigh(ledger, paid, { declined: [{ ...pair, openItemId }] }).drafts;
      const isOfCustomer = (customer: number): boolean => customer === best.customer;
      expect(
        withoutItem.some(
          ({ customer, lines }) => isOfCustomer(customer) && lines.some(({ item }) => item === line.item),
        ),
      ).toBe(false);
      const withoutCustomer = weigh(ledger, paid, { declined: [{ ...pair, openItemId: null }] }).drafts;
      expect(withoutCustomer.some(({ customer }) => isOfCustomer(customer))).toBe(false);
    }),
    { numRuns: 300 },
  );
});
