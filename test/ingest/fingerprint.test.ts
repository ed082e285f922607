import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/statement.ts';
import { entryFingerprint, statementDigest } from '../../src/ingest/fingerprint.ts';
import { ntry, statement } from './camt-text.ts';
import { readText } from './read-file.ts';

function entriesOf(text: string): readonly Entry[] {
  return readText(text).statements[0]?.entries ?? [];
}
const prints = (text: string): readonly string[] => entriesOf(text).map((entry) => entryFingerprint(entry));

function digestOf(text: string): string {
  const digest = statementDigest();
  const [read] = readText(text).statements;
  if (read === undefined) throw new Error('the text has no statement');
  for (const entry of read.entries) digest.add(entry);
  return digest.finish(read.summary);
}

const reference = (text: string): string => `<AcctSvcrRef>${text}</AcctSvcrRef>`;
const words = (text: string): string => `<AddtlNtryInf>${text}</AddtlNtryInf>`;

describe('the fingerprint of an entry', () => {
  test('is 64 hexadecimal digits', () => {
    expect(prints(statement('0', '1', ntry()))[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  test('does not know its position or its file', () => {
    const [first, second] = prints(statement('0', '2', ntry({ more: words('a') }), ntry({ more: words('b') })));
    const [moved] = prints(statement('5', '6', `\n  ${ntry({ more: words('b') })}\n`));
    expect(moved).toBe(second);
    expect(moved).not.toBe(first);
  });

  test('is equal for two really identical entries: their rank keeps them apart elsewhere', () => {
    const [first, second] = prints(statement('0', '2', ntry(), ntry()));
    expect(first).toBe(second);
  });

  test.each([
    ['amount', ntry({ amount: '1.01', more: reference('R') })],
    ['side', ntry({ side: 'DBIT', more: reference('R') })],
    ['reference', ntry({ more: reference('S') })],
    ['booking date', ntry({ more: reference('R') }).replace('2026-03-02', '2026-03-03')],
  ])('changes with the %s', (_, changed) => {
    const [original] = prints(statement('0', '1', ntry({ more: reference('R') })));
    expect(prints(statement('0', '1', changed))[0]).not.toBe(original);
  });

  test('follows the reference of the bank, not words that a new issue may spell anew', () => {
    const [original] = prints(statement('0', '1', ntry({ more: reference('R') + words('a') })));
    const [again] = prints(statement('0', '1', ntry({ more: reference('R') + words('A.') })));
    expect(again).toBe(original);
  });
});

describe('the digest of a statement', () => {
  const text = statement('0', '2', ntry({ more: words('a') }), ntry({ more: words('b') }));

  test('is the same whatever stands between the elements', () => {
    expect(digestOf(text.replaceAll('><', '>\r\n\t<'))).toBe(digestOf(text));
  });

  test.each([
    ['an entry', text.replace('>a<', '>A<')],
    ['the order of entries', statement('0', '2', ntry({ more: words('b') }), ntry({ more: words('a') }))],
    ['a balance', text.replace('>2<', '>3<')],
    ['its id', text.replace('S-1', 'S-2')],
  ])('changes with %s', (_, changed) => {
    expect(digestOf(changed)).not.toBe(digestOf(text));
  });
});
