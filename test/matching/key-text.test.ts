import { describe, expect, test } from 'vitest';
import { customerNameKeyOf } from '../../src/matching/customer-name.ts';
import { creditorReferenceKeyOf, documentKeyOf, keyOf } from '../../src/matching/key-text.ts';

test.each([
  ['Fa 2024/00123', 'FA202400123'],
  ['ＦＡ２０２４-００１２３', 'FA202400123'],
  ['FA2024\u200B-00\u202E123', 'FA202400123'],
  ['𝟐𝟎𝟐𝟒', '2024'],
  ['e\u0301té', 'ETE'],
  ['Straße Ørsted Łódź œuvre', 'STRASSEORSTEDLODZOEUVRE'],
  ['Nº 12, №13, N°14', 'N1213N14'],
  ['日本', ''],
])('reads %j as the key %j', (text, key) => {
  expect(keyOf(text)).toBe(key);
});

describe('a document number is looked up in text when it tells enough', () => {
  test.each([
    ['F1234', 'F1234'],
    ['12345', '12345'],
    ['1234', null],
    ['FA123', null],
    ['AB', null],
    ['1'.repeat(40), '1'.repeat(40)],
    ['1'.repeat(41), null],
  ])('%j has the key %j', (documentNumber, key) => {
    expect(documentKeyOf(documentNumber)).toBe(key);
  });
});

test.each([
  ['21 00000 00003 13947 14300 09017', '210000000003139471430009017'],
  ['000000000000000000000012344', '12344'],
  ['+++090/9337/55493+++', '90933755493'],
  ['RF18 5390 0754 7034', 'RF18539007547034'],
  ['0001', null],
])('the creditor reference %j has the key %j', (reference, key) => {
  expect(creditorReferenceKeyOf(reference)).toBe(key);
});

describe('names that differ only in form are one key', () => {
  test.each([
    ['S.A.R.L. Garage Müller', 'GARAGE MULLER SARL'],
    ['Garage Müller GmbH & Co. KG', 'garage  muller'],
    ['GarageMuller', 'Garage-Muller'],
    ["L'Atelier d'Or", 'LATELIER DOR'],
  ])('%j and %j', (a, b) => {
    expect(customerNameKeyOf(a)).toBe(customerNameKeyOf(b));
  });

  test.each([
    ['Garage Nord', 'Garage Sud'],
    ['Atelier 1', 'Atelier 2'],
    ['Dupont et Fils', 'Dupont'],
  ])('but not %j and %j', (a, b) => {
    expect(customerNameKeyOf(a)).not.toBe(customerNameKeyOf(b));
  });

  test('a name that is nothing but a legal form is kept, and an empty one has no key', () => {
    expect(customerNameKeyOf('SA')).toBe('SA');
    expect(customerNameKeyOf(' -- ')).toBeNull();
  });
});
