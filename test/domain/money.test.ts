import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exponentOf, parseCurrency, type CurrencyCode } from '../../src/domain/currency.ts';
import { add, CurrencyMismatch, formatDecimal, money, negate, parseAmount, signed } from '../../src/domain/money.ts';

const eur = 'EUR' as CurrencyCode;

describe('parseAmount', () => {
  test.each([
    ['120.50', 'EUR', 12_050n],
    ['0', 'EUR', 0n],
    ['15.', 'EUR', 1_500n],
    ['1.10000', 'EUR', 110n],
    ['-3.07', 'EUR', -307n],
    ['9000', 'JPY', 9_000n],
    ['9000.00', 'JPY', 9_000n],
    ['1.234', 'TND', 1_234n],
    ['1.2345', 'CLF', 12_345n],
    ['92233720368547758.07', 'EUR', 9_223_372_036_854_775_807n],
  ])('reads %s %s exactly', (text, currency, minor) => {
    expect(parseAmount(text, currency)).toEqual({ ok: true, value: { minor, currency } });
  });

  test.each([
    ['12,34', 'EUR', 'amount_not_decimal'],
    ['1e3', 'EUR', 'amount_not_decimal'],
    ['NaN', 'EUR', 'amount_not_decimal'],
    ['', 'EUR', 'amount_not_decimal'],
    [' 1', 'EUR', 'amount_not_decimal'],
    ['+1', 'EUR', 'amount_not_decimal'],
    ['.5', 'EUR', 'amount_not_decimal'],
    ['1.001', 'EUR', 'amount_too_precise'],
    ['0.1', 'JPY', 'amount_too_precise'],
    ['92233720368547758.08', 'EUR', 'amount_out_of_range'],
    ['1', 'eur', 'currency_unknown'],
    ['1', 'toString', 'currency_unknown'],
  ])('refuses %s %s with %s', (text, currency, error) => {
    expect(parseAmount(text, currency)).toEqual({ ok: false, error });
  });

  test('is undone by formatDecimal, in every currency', () => {
    const currency = fc.constantFrom('EUR', 'JPY', 'TND', 'CLF', 'USD', 'KWD') as fc.Arbitrary<CurrencyCode>;
    const minor = fc.bigInt(-9_223_372_036_854_775_807n, 9_223_372_036_854_775_807n);
    fc.assert(
      fc.property(minor, currency, (amountMinor, code) => {
        const amount = money(amountMinor, code);
        expect(parseAmount(formatDecimal(amount), code)).toEqual({ ok: true, value: amount });
      }),
    );
  });
});

test('sums are the sums of decimal.js, to the last digit', () => {
  const minor = fc.bigInt(-(10n ** 17n), 10n ** 17n);
  fc.assert(
    fc.property(fc.array(minor, { minLength: 1 }), (minors) => {
      const sum = minors.map((one) => money(one, eur)).reduce(add);
      const oracle = minors.reduce((total, one) => total.plus(formatDecimal(money(one, eur))), new Decimal(0));
      expect(formatDecimal(sum)).toBe(oracle.toFixed(2));
    }),
  );
});

test('two currencies are never added', () => {
  const yen = money(1n, 'JPY' as CurrencyCode);
  expect(() => add(money(1n, eur), yen)).toThrow(CurrencyMismatch);
});

test('credit counts up, debit counts down', () => {
  const amount = money(5n, eur);
  expect([signed(amount, 'credit').minor, signed(amount, 'debit').minor, negate(amount).minor]).toEqual([5n, -5n, -5n]);
});

test.each([
  ['EUR', 2],
  ['JPY', 0],
  ['TND', 3],
  ['CLF', 4],
])('%s has %i decimals', (code, exponent) => {
  const currency = parseCurrency(code);
  expect(currency.ok && exponentOf(currency.value)).toBe(exponent);
});
