import { expect, test } from 'vitest';
import { arrayText } from '../../src/ledger/array-text.ts';

test('a column becomes an array as PostgreSQL reads it, null where there is nothing', () => {
  expect(arrayText([])).toBe('{}');
  expect(arrayText(['2026-03-02', null, 7, -12n])).toBe('{2026-03-02,NULL,7,-12}');
});

test.each(['a b', 'a,b', '{', '}', '"', '\\', '', 'two\nlines'])('%j would have to be quoted: refused', (value) => {
  expect(() => arrayText([value])).toThrow(TypeError);
  expect(() => arrayText(['a', value])).toThrow(TypeError);
  expect(() => arrayText([value, 'a'])).toThrow(TypeError);
});
