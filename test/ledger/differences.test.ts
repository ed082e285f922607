/**
 * Discounts, values in the base currency and limits, against figures worked out by hand.
 *
 * Discount: tax = round(amount × rate ÷ (1 + rate)), cost = the rest; several rates by their gross totals, remainder to the
 * greatest (CGI art. 267, II-1°). Rates of exchange are written as the ECB writes them: units for one euro.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCurrency, type CurrencyCode } from '../../src/domain/currency.ts';
import type { OpenItemId } from '../../src/domain/ids.ts';
import { isLate, largestDiscount, splitDiscount } from '../../src/ledger/plan/discount.ts';
import {
  exchangeLegs,
  openValues,
  valuedOf,
  valueInBase,
  valueOfPart,
  type Valued,
} from '../../src/ledger/plan/exchange.ts';
import { splitByWeight } from '../../src/ledger/plan/rounding.ts';
import { defaultTolerances, judgeLetOff, type LetOff } from '../../src/ledger/plan/tolerances.ts';
import { day } from '../support/books.ts';

const seed = 20_261_122;
const currency = (code: string): CurrencyCode => {
  const parsed = parseCurrency(code);
  if (!parsed.ok) throw new Error(code);
  return parsed.value;
};
const eur = currency('EUR');

describe('a discount', () => {
  test('of one rate: 24.00 EUR at 20 % is 20.00 and 4.00', () => {
    expect(splitDiscount(2_400n, [{ rateBp: 2_000, grossMinor: 120_000n }])).toEqual({
      netMinor: 2_000n,
      taxes: [{ rateBp: 2_000, taxMinor: 400n }],
    });
  });

  // 1,200.00 at 20 %, 110.00 at 10 %, 105.50 at 5.5 %: 1,415.50 in all.
  const shares = [
    { rateBp: 2_000, grossMinor: 120_000n },
    { rateBp: 1_000, grossMinor: 11_000n },
    { rateBp: 550, grossMinor: 10_550n },
  ];

  test('of three rates that divides: 28.31, 2 %, is 24.00 + 2.20 + 2.11, with 4.00 + 0.20 + 0.11 of tax', () => {
    expect(splitDiscount(2_831n, shares)).toEqual({
      netMinor: 2_400n,
      taxes: [
        { rateBp: 2_000, taxMinor: 400n },
        { rateBp: 1_000, taxMinor: 20n },
        { rateBp: 550, taxMinor: 11n },
      ],
    });
  });

  test('of three rates that does not: 10.00 is 8.47 + 0.77 + 0.74, two cents over go to the greatest', () => {
    // 8.49 at 20 % holds 1.415, half up 1.42; 0.77 at 10 % holds 0.07; 0.74 at 5.5 % holds 0.0386.
    expect(splitDiscount(1_000n, shares)).toEqual({
      netMinor: 847n,
      taxes: [
        { rateBp: 2_000, taxMinor: 142n },
        { rateBp: 1_000, taxMinor: 7n },
        { rateBp: 550, taxMinor: 4n },
      ],
    });
  });

  test('in yen: 1,001 at 10 % holds 91; in dinars: 12.345 at 19 % holds 1.971', () => {
    expect(splitDiscount(1_001n, [{ rateBp: 1_000, grossMinor: 50_050n }])).toEqual({
      netMinor: 910n,
      taxes: [{ rateBp: 1_000, taxMinor: 91n }],
    });
    expect(splitDiscount(12_345n, [{ rateBp: 1_900, grossMinor: 617_250n }])).toEqual({
      netMinor: 10_374n,
      taxes: [{ rateBp: 1_900, taxMinor: 1_971n }],
    });
  });

  test('of an export holds no tax', () => {
    expect(splitDiscount(500n, [{ rateBp: 0, grossMinor: 25_000n }])).toEqual({ netMinor: 500n, taxes: [] });
  });

  test('is one until its day, up to its rate rounded up, and never without terms', () => {
    const terms = { amountMinor: 10_033n, discountBp: 200, discountUntil: day('2026-03-10') };
    expect(largestDiscount(terms)).toBe(201n);
    expect(isLate(terms, day('2026-03-10'))).toBe(false);
    expect(isLate(terms, day('2026-03-11'))).toBe(true);
    expect(largestDiscount({ ...terms, discountBp: null })).toBe(0n);
    expect(isLate({ ...terms, discountUntil: null }, day('2026-03-10'))).toBe(true);
  });

  test(`and its tax are the whole, whatever the rates (seed ${seed})`, () => {
    const share = fc.record({ rateBp: fc.integer({ min: 0, max: 2_700 }), grossMinor: fc.bigInt(1n, 10n ** 12n) });
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 12n), fc.array(share, { minLength: 1, maxLength: 6 }), (discount, of) => {
        const { netMinor, taxes } = splitDiscount(discount, of);
        expect(taxes.reduce((sum, { taxMinor }) => sum + taxMinor, netMinor)).toBe(discount);
        expect(netMinor).toBeGreaterThanOrEqual(0n);
      }),
      { seed, numRuns: 2_000 },
    );
  });
});

test(`parts by weight are the whole, each within one of its share but the greatest (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      fc.bigInt(0n, 10n ** 15n),
      fc.array(fc.bigInt(1n, 10n ** 9n), { minLength: 1, maxLength: 8 }),
      (amount, weights) => {
        const parts = splitByWeight(amount, weights);
        const total = weights.reduce((sum, weight) => sum + weight, 0n);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(amount);
        for (const [index, part] of parts.entries()) {
          const exact = (amount * (weights[index] ?? 0n)) / total;
          expect(part - exact).toBeLessThan(BigInt(weights.length));
        }
      },
    ),
    { seed, numRuns: 2_000 },
  );
});

describe('a value in euros', () => {
  test.each([
    ['USD', 100_000n, '1.0842', 92_234n], // 1,000.00 ÷ 1.0842 = 922.339…
    ['JPY', 100_000n, '163.25', 61_256n], // 100,000 ÷ 163.25 = 612.557…
    ['TND', 1_234_567n, '3.3520', 36_831n], // 1,234.567 ÷ 3.352 = 368.307…
    ['USD', 1n, '2', 1n], // half a cent goes up
  ])('of %s %s at %s is %s cents', (code, minor, rate, cents) => {
    expect(valueInBase(minor, currency(code), rate, eur)).toBe(cents);
  });

  test.each(['0', '0.000', '-1', '1e3', '', '1,2'])('by the rate “%s” is unknown', (rate) => {
    expect(valueInBase(100n, currency('USD'), rate, eur)).toBeNull();
  });

  const untouched = { amountMinor: 0n, baseMinor: 0n };
  const booked = (amountMinor: bigint, baseMinor: bigint): Valued =>
    valuedOf({ amountMinor, baseMinor }, amountMinor, untouched);
  /** The values of parts, one after the other. */
  const taken = (document: Valued, parts: readonly bigint[]): readonly (bigint | null)[] => {
    const id = 'item' as OpenItemId;
    const { take } = openValues({ baseCurrency: eur, documents: new Map([[id, document]]), payment: null });
    return parts.map((part) => take(id, part));
  };

  test('of parts: 333.33 and 666.67 of 1,000.00 USD booked at 920.00 are 306.66 and 613.34', () => {
    expect(taken(booked(100_000n, 92_000n), [33_333n, 66_667n])).toEqual([30_666n, 61_334n]);
  });

  test('of thirds: 33,333, 33,333 and 33,334 of 100,000 JPY booked at 612.50 are 204.16, 204.17 and 204.17', () => {
    expect(taken(booked(100_000n, 61_250n), [33_333n, 33_333n, 33_334n])).toEqual([20_416n, 20_417n, 20_417n]);
  });

  test('of what a part in the middle gave back: the rest takes what is left, to the cent', () => {
    // 100 yen at 0.50. 33 leave 67, worth 33.5, half up 34: they take 16 cents; 33 more leave 34, worth 17: 17; the last 17.
    expect(taken(booked(100n, 50n), [33n, 33n, 34n])).toEqual([16n, 17n, 17n]);
    // The first are taken back: 33 are left, and 16 cents, although a third of 50 is 16.5, half up 17. 10 leave 23, worth
    // 11.5, half up 12: they take 4, the last 12. 17 + 17 + 4 + 12 are 50.
    const reopened = valuedOf({ amountMinor: 100n, baseMinor: 50n }, 33n, { amountMinor: 67n, baseMinor: 34n });
    expect(reopened.leftBaseMinor).toBe(16n);
    expect(taken(reopened, [10n, 23n])).toEqual([4n, 12n]);
  });

  test('of a document that was cleared elsewhere in part is a share of what that left', () => {
    const half = valuedOf({ amountMinor: 100_000n, baseMinor: 92_000n }, 50_000n, untouched);
    expect(taken(half, [20_000n, 30_000n])).toEqual([18_400n, 27_600n]);
  });

  test(`of parts taken and given back in any order is what the document was booked at (seed ${seed})`, () => {
    const steps = fc.array(fc.record({ part: fc.bigInt(1n, 10n ** 6n), back: fc.boolean(), which: fc.nat() }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(steps, fc.bigInt(1n, 10n ** 9n), fc.bigInt(1n, 10n ** 7n), (played, baseMinor, amountMinor) => {
        const document = { amountMinor, baseMinor };
        const held: { part: bigint; value: bigint }[] = [];
        const left = () => amountMinor - held.reduce((sum, { part }) => sum + part, 0n);
        const noted = () => ({
          amountMinor: amountMinor - left(),
          baseMinor: held.reduce((sum, { value }) => sum + value, 0n),
        });
        const take = (part: bigint) => {
          const value = valueOfPart(valuedOf(document, left(), noted()), part);
          expect(value).toBeGreaterThanOrEqual(0n);
          held.push({ part, value });
        };
        for (const { part, back, which } of played)
          if (back && held.length > 0) held.splice(which % held.length, 1);
          else if (left() > 0n) take(part < left() ? part : left());
        if (left() > 0n) take(left());
        expect(noted().baseMinor).toBe(baseMinor);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  test('that a claim brings less is lost on 656, more is gained on 756; of a debt the other way round', () => {
    const [lost] = exchangeLegs('debit', 92_000n, 90_530n, eur);
    expect(lost).toMatchObject({ account: '656', side: 'debit', amountMinor: 1_470n, currency: 'EUR' });
    const [gained] = exchangeLegs('debit', 92_000n, 93_120n, eur);
    expect(gained).toMatchObject({ account: '756', side: 'credit', amountMinor: 1_120n });
    expect(exchangeLegs('credit', 92_000n, 90_530n, eur)).toMatchObject([{ account: '756', amountMinor: 1_470n }]);
    expect(exchangeLegs('debit', 92_000n, 92_000n, eur)).toEqual([]);
  });
});

describe('the limits until a ledger sets its own', () => {
  const none: LetOff = {
    writtenOff: [],
    monthly: [],
    conceded: [],
    exchange: { differenceMinor: 0n, bookedMinor: 0n },
  };
  const judge = (letOff: Partial<LetOff>) => judgeLetOff(defaultTolerances(eur), eur, { ...none, ...letOff });
  const written = (writtenOffMinor: bigint, ofMinor: bigint) =>
    judge({ writtenOff: [{ subject: 'F-1', ofMinor, writtenOffMinor, baseMinor: writtenOffMinor }] });

  test('are in units of the base currency, whatever its decimals', () => {
    expect(defaultTolerances(eur)).toMatchObject({ writeOffMinor: 500n, approveWriteOffMinor: 100n });
    expect(defaultTolerances(currency('JPY'))).toMatchObject({ writeOffMinor: 5n, approveWriteOffMinor: 1n });
    expect(defaultTolerances(currency('TND'))).toMatchObject({ writeOffMinor: 5_000n, approveWriteOffMinor: 1_000n });
  });

  test.each([
    ['up to one euro: one person', 100n, 1_000_000n, null, 0],
    ['one cent more: two', 101n, 1_000_000n, null, 1],
    ['up to five: two', 500n, 1_000_000n, null, 1],
    ['one cent more: nobody', 501n, 1_000_000n, 'amount', 1],
    ['up to a hundredth of the document', 100n, 10_000n, null, 0],
    ['of a document one cent smaller: nobody', 100n, 9_999n, 'share', 0],
    ['45 under a limit of 5: nobody', 4_500n, 100_000_000n, 'amount', 1],
  ])('a write-off %s', (_, minor, of, limit, reasonCount) => {
    const { refusal, reasons } = written(minor, of);
    expect(refusal?.details['limit'] ?? null).toBe(limit);
    expect(reasons).toHaveLength(reasonCount);
  });

  test('of a month, to the cent', () => {
    expect(judge({ monthly: [{ customer: 'C1', baseMinor: 2_500n }] }).refusal).toBeNull();
    expect(judge({ monthly: [{ customer: 'C1', baseMinor: 2_501n }] }).refusal?.details).toMatchObject({
      limit: 'month',
      found: '25.01 EUR',
      allowed: '25.00 EUR',
    });
  });

  test('of an exchange difference: a tenth of what was booked, or one euro', () => {
    const differing = (differenceMinor: bigint, bookedMinor: bigint) =>
      judge({ exchange: { differenceMinor, bookedMinor } }).reasons;
    expect(differing(9_200n, 92_000n)).toEqual([]);
    expect(differing(9_201n, 92_000n)).toHaveLength(1);
    expect(differing(100n, 200n)).toEqual([]);
    expect(differing(101n, 200n)).toHaveLength(1);
  });
});
