import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditorReferenceKeyOf, keyOf } from '../../src/matching/key-text.ts';

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

test.each([
  ['21 00000 00003 13947 14300 09017', '210000000003139471430009017'],
  ['000000000000000000000012344', '12344'],
  ['+++090/9337/55493+++', '90933755493'],
  ['RF18 5390 0754 7034', 'RF18539007547034'],
  ['0001', null],
  ['1'.repeat(40), '1'.repeat(40)],
  ['1'.repeat(41), null],
])('the creditor reference %j has the key %j', (reference, key) => {
  expect(creditorReferenceKeyOf(reference)).toBe(key);
});

test('a text of ASCII has the key that it has beside other letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
      expect(keyOf(`${text}日`)).toBe(keyOf(text));
    }),
  );
});
