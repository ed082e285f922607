import { expect, test } from 'vitest';
import { letteringCode, letteringNumber } from '../../src/ledger/plan/lettering-code.ts';

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [53, 'BA'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [18_278, 'ZZZ'],
  [18_279, 'AAAA'],
])('number %i is written %s, in lower case while partial', (codeNumber, code) => {
  expect(letteringCode(codeNumber, true)).toBe(code);
  expect(letteringCode(codeNumber, false)).toBe(code.toLowerCase());
  expect([letteringNumber(code), letteringNumber(code.toLowerCase())]).toEqual([codeNumber, codeNumber]);
});

test.each(['', 'A1', 'É', ' A', 'AAAAAAA'])('"%s" is no code', (text) => {
  expect(letteringNumber(text)).toBeNull();
});

test('a hundred thousand numbers give a hundred thousand codes', () => {
  const codes = new Set(Array.from({ length: 100_000 }, (_, index) => letteringCode(index + 1, true)));
  expect(codes.size).toBe(100_000);
});
