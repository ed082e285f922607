/** What the facts of real CODA files say beyond those of every format: totals of the trailer, details. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatDecimal } from '../../src/domain/money.ts';
import { readCodaFacts } from './coda-oracle.ts';
import { plainNumber } from './oracle.ts';
import { readPath } from './read-file.ts';
import { allFileFacts, corpusFolder, hasCorpus, plainDecimal, type StatementFacts } from './shared-corpus.ts';

type CodaFacts = StatementFacts & Readonly<{ trailer_debit_credit: readonly [string, string]; detail_entries: number }>;

const files = [...allFileFacts()].filter(([path]) => path.startsWith('coda/'));
const hasThousandths = (facts: CodaFacts): boolean =>
  [facts.opening, facts.closing, facts.credits, facts.debits].some((sum) => /\.\d{3}/.test(sum ?? ''));

describe.runIf(hasCorpus)('the shared corpus, where present', () => {
  test.each(files)('%s: balances, sums and the totals of the trailer', (path, facts) => {
    const { file, statements } = readPath(corpusFolder + path);
    const stated = facts.statements as readonly CodaFacts[];
    if (stated.some(hasThousandths)) {
      // Tenths of a cent can't be kept, and are never rounded.
      expect(file.findings.map(({ code }) => code)).toEqual(['ingest.amount_too_precise']);
      return;
    }
    expect(file.outcome).toBe('accepted');
    expect(
      statements.map(({ summary }) => ({
        account: summary.account,
        opening: plainDecimal(formatDecimal(summary.openingBalance?.amount ?? never())),
        closing: plainDecimal(formatDecimal(summary.closingBalance?.amount ?? never())),
        entries: summary.entryCount,
        holds: summary.proves,
      })),
    ).toEqual(
      stated.map(({ account, opening, closing, entries, holds }) => ({ account, opening, closing, entries, holds })),
    );
    statements.forEach(({ summary }, index) => {
      const { trailer_debit_credit: totals, debits, credits } = stated[index] ?? never();
      const isEqual = totals[0] === debits && totals[1] === credits;
      const differs = summary.findings.some(
        ({ code, message }) => code === 'ingest.totals_mismatch' && message.includes('minor units'),
      );
      expect(differs).toBe(!isEqual);
    });
  });

  test.each(files)('%s: a tiny reader sees the same entries', (path) => {
    const seen = readCodaFacts(readFileSync(corpusFolder + path)) ?? never();
    const { file, statements } = readPath(corpusFolder + path);
    if (file.outcome !== 'accepted') return;
    expect(
      statements.map(({ entries }) =>
        entries.map(({ amount, side }) => plainNumber(formatDecimal(amount), side === 'debit')),
      ),
    ).toEqual(seen.map(({ entries }) => entries.map(({ amount }) => amount)));
  });
});

function never(): never {
  throw new Error('absent');
}
