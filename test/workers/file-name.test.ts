import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPassedOver, shownName, whyNameIsRefused } from '../../src/workers/file-name.ts';

describe('a name', () => {
  test.each([
    'camt053_FR76.xml',
    'Relevé du 2 mars.xml',
    '報告.sta',
    '%2e%2e%2f',
    '..sta',
    'a..b',
    '-rf',
    'x'.repeat(255),
  ])('is taken: %s', (name) => {
    expect(whyNameIsRefused(name)).toBeNull();
    expect(shownName(name).slice(0, 100)).toBe(name.slice(0, 100));
  });

  test.each([
    '',
    '.',
    '..',
    'a/b',
    '/etc/passwd',
    '..\\x',
    'a\0b',
    'a\nb',
    '\u001B[2J',
    'a\u202Eb',
    '\uFFFD',
    '\uD800',
    'é'.repeat(128),
  ])('is refused: %j', (name) => expect(whyNameIsRefused(name)).toEqual(expect.any(String)));

  test('of whatever kind, as taken, can not climb, and as shown, has no character that can not be shown', () => {
    const piece = fc.constantFrom(
      '..',
      '/',
      '\\',
      '\0',
      '\r',
      '\u202E',
      '\u200B',
      '%2f',
      '\uFF0F',
      'C:',
      '~',
      'é',
      '🏦',
    );
    const names = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(piece, { maxLength: 90 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(names, (name) => {
        expect(shownName(name)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        if (whyNameIsRefused(name) !== null) return;
        expect(new URL(`file:///drop/${encodeURIComponent(name)}`).pathname.split('/')).toHaveLength(3);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  ['statement.xml', false],
  ['statement.part', true],
  ['statement.xml.FILEPART', true],
  ['statement.xml.tmp', true],
  ['statement.incomplete', true],
  ['.statement.xml.swp', true],
  ['statement.xml~', true],
  ['.hidden', true],
  ['partial.xml', false],
  ['tmp', false],
])('%s is passed over: %s', (name, expected) => {
  expect(isPassedOver(name)).toBe(expected);
});
