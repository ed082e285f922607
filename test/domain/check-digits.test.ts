import { expect, test } from 'vitest';
import { isIban, isCreditorReference } from '../../src/domain/check-digits.ts';

test.each([
  ['RF18539007547034', true],
  ['RF18539007547035', false],
  ['RF712348231', true],
  ['RF18', false],
  [`RF18${'1'.repeat(22)}`, false],
])('RF reference %s: %s', (key, valid) => {
  expect(isCreditorReference(key)).toBe(valid);
});

test.each([
  ['DE89370400440532013000', true],
  ['FR1420041010050500013M02606', true],
  ['DE89370400440532013001', false],
  ['DE8937040044053201300', false],
  ['XX89370400440532013000', false],
])('IBAN %s: %s', (key, valid) => {
  expect(isIban(key)).toBe(valid);
});
