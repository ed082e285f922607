/** The table of findings, and one file for each refusal. */
import { describe, expect, test } from 'vitest';
import { finding, ingestFindings } from '../../src/ingest/findings.ts';
import { codeOfErrorFixture, errorFixtures, readFixture } from './fixtures.ts';
import { codesOf, readBytes } from './read-file.ts';

/** Refused for their size, which tests make instead of files; what only the command line meets; archives, which are opened before. */
const withoutFixture = [
  'ingest.archive_truncated',
  'ingest.archive_damaged',
  'ingest.archive_encrypted',
  'ingest.archive_nested',
  'ingest.archive_too_large',
  'ingest.archive_too_compressed',
  'ingest.archive_empty',
  'ingest.file_unreadable',
  'ingest.xml_text_too_long',
  'ingest.xml_too_many_elements',
  'ingest.field_too_long',
  'ingest.entry_too_large',
];

test('each refusal has a file that is refused for it', () => {
  const refusals = Object.entries(ingestFindings).filter(([, { severity }]) => severity === 'refuse');
  const codes = refusals.map(([code]) => code).filter((code) => !withoutFixture.includes(code));
  expect(errorFixtures.map(codeOfErrorFixture).toSorted()).toEqual(codes.toSorted());
});

test.each(errorFixtures)('%s is refused for the reason it is named after, and for no other', (name) => {
  const result = readBytes(readFixture(name));
  const refusals = [...result.file.findings, ...result.statements.flatMap(({ summary }) => summary.findings)].filter(
    ({ severity }) => severity === 'refuse',
  );
  expect(refusals.map(({ code }) => code)).toEqual([codeOfErrorFixture(name)]);
  expect(codesOf(result)).toContain(codeOfErrorFixture(name));
});

test.each(Object.entries(ingestFindings))('%s says what is wrong and what to do, in sentences', (code, row) => {
  expect(code).toMatch(/^ingest\.[a-z_]+$/);
  for (const sentence of [row.says, row.next]) expect(sentence).toMatch(/^[A-Z].*\.$/);
});

describe('a finding', () => {
  test('names the place and the next step', () => {
    const { message } = finding('ingest.amount_missing', 'Entry 7 has no Amt', { line: 12, path: 'Ntry' });
    expect(message).toBe(
      'Entry 7 has no Amt, at line 12, Ntry. Ask the bank for the file again; nothing of it was recorded.',
    );
  });

  test('shows at most 200 characters of what was found', () => {
    expect(finding('ingest.amount_missing', 'x', null, 'y'.repeat(1_000)).found).toHaveLength(200);
  });
});
