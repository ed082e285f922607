import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/ledger/canonical-json.ts';

test.each([
  [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
  [{ minor: 9_007_199_254_740_993n }, '{"minor":"9007199254740993"}'],
  [{ b: { d: 1, c: 2 }, a: {} }, '{"a":{},"b":{"c":2,"d":1}}'],
  ['é\n"', '"é\\n\\""'],
])('%o has one spelling', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test.each([1.5, Number.NaN, 2 ** 53])('%d is refused: a float has no place in what is hashed', (value) => {
  expect(() => canonicalJson({ value })).toThrow(TypeError);
});
