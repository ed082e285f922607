import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAmount, type Money } from '../../src/domain/money.ts';
import { convertedMinor, impliedRate, rateText } from '../../src/matching/certificate/exchange.ts';

function amount(decimal: string, code: string): Money {
  const parsed = parseAmount(decimal, code);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}
const { currency: euro } = amount('1', 'EUR');
const { currency: yen } = amount('1', 'JPY');

test.each([
  ['1000.00', 'USD', '0.92', 92_000n],
  ['1000', 'JPY', '0.0061', 610n],
  ['1.000', 'TND', '0.295', 30n],
  ['0.05', 'USD', '0.9', 5n],
  ['0.05', 'USD', '0.89999', 4n],
])('%s %s at %s, rounded half up to cents', (decimal, code, rate, expected) => {
  expect(convertedMinor(amount(decimal, code), rate, euro)).toBe(expected);
});

test('to a currency without decimals', () => {
  expect(convertedMinor(amount('10.00', 'EUR'), '163.9', yen)).toBe(1_639n);
});

test.each(['', '-1', '1e-3', '1,2', '.5', 'NaN'])('%j is no rate', (rate) => {
  expect(convertedMinor(amount('1.00', 'USD'), rate, euro)).toBeNull();
});

test('an implied rate leads back to the payment, as far as its decimals reach', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 1, max: 9_999_999 }), (paid, owed) => {
      const payment = { minor: BigInt(paid), currency: euro };
      const items = { ...amount('0.01', 'USD'), minor: BigInt(owed) };
      const back = convertedMinor(items, impliedRate(payment, items), euro) ?? -1n;
      const away = back > payment.minor ? back - payment.minor : payment.minor - back;
      expect(away <= BigInt(Math.ceil(owed / 2_000_000))).toBe(true);
    }),
  );
});

test.each([
  [0.92, '0.92'],
  [163, '163'],
  [1e-7, '0.000000100000000000'],
])('%d is written as the decimal %s', (rate, text) => {
  expect(rateText(rate)).toBe(text);
});
