/** What the facts of real CFONB files say beyond those of every format: bank, branch, number and their IBAN. */
import { describe, expect, test } from 'vitest';
import { isIban } from '../../src/domain/check-digits.ts';
import { readCfonbFacts } from './cfonb120-oracle.ts';
import { readPath, type ReadStatement } from './read-file.ts';
import { allFileFacts, corpusFolder, hasCorpus, type StatementFacts } from './shared-corpus.ts';
import { readFileSync } from 'node:fs';

type CfonbFacts = StatementFacts & Readonly<{ bank: string; branch: string }>;

const files = [...allFileFacts()].filter(([path]) => path.startsWith('cfonb/'));

describe.runIf(hasCorpus)('the shared corpus, where present', () => {
  test.each(files)('%s: accounts, and records out of sequence', (path, facts) => {
    const { file, statements } = readPath(corpusFolder + path);
    const isOutOfSequence = facts.notes.some((note) => note.includes('out of sequence'));
    if (isOutOfSequence || !facts.ok) {
      expect(file.outcome).toBe('refused');
      return;
    }
    expect(file.outcome).toBe(facts.statements.every(({ closing }) => closing !== null) ? 'accepted' : 'incomplete');
    const stated = facts.statements as readonly CfonbFacts[];
    expect(statements.map(({ summary }) => [summary.account, summary.currency, summary.proves])).toEqual(
      stated.map(({ account, currency, holds }) => [account, currency, holds]),
    );
    statements.forEach((statement, index) => expectIban(statement, stated[index]));
  });

  test.each(files)('%s: a tiny reader sees the same entries', (path) => {
    const seen = readCfonbFacts(readFileSync(corpusFolder + path));
    const { file, statements } = readPath(corpusFolder + path);
    if (seen === null || file.outcome !== 'accepted') return;
    expect(
      statements.map(({ entries }) => entries.map(({ bookingDate, valueDate }) => [bookingDate, valueDate])),
    ).toEqual(seen.map(({ entries }) => entries.map(({ bookingDate, valueDate }) => [bookingDate, valueDate])));
  });
});

function expectIban({ summary }: ReadStatement, facts: CfonbFacts | undefined): void {
  expect(summary.accountIban?.slice(4, -2)).toBe(`${facts?.bank}${facts?.branch}${facts?.account}`);
  expect(isIban(summary.accountIban ?? '')).toBe(true);
}
