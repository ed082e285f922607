/** Variants of real files: other encodings and layouts say the same; damage is never taken for a whole file. */
import { describe, expect, test } from 'vitest';
import type { StatementSummary } from '../../src/domain/statement.ts';
import { readPath } from './read-file.ts';
import { corpusFolder, derivedFiles, hasCorpus } from './shared-corpus.ts';

/** What has to be the same: all that is money, and how it was counted. Names differ where an encoding was changed. */
const moneyFacts = (summary: StatementSummary): unknown => {
  const codes = summary.findings.map(({ code }) => code);
  return { ...summary, accountAsWritten: summary.accountAsWritten?.trim(), at: null, findings: codes };
};

describe.runIf(hasCorpus)('the shared corpus, where present', () => {
  const derived = derivedFiles();
  const select = (expected: string) => derived.filter(({ expect: answer }) => answer === expected);

  test('is compared whole: 330 variants that say the same, 131 damaged, 23 cut', () => {
    expect(['same', 'refuse', 'incomplete'].map((expected) => select(expected).length)).toEqual([330, 131, 23]);
    expect(derived).toHaveLength(484);
  });

  test.each(select('same'))('reads $file as its base file', ({ file, base }) => {
    const result = readPath(`${corpusFolder}derived/${file}`);
    const original = readPath(corpusFolder + base);
    expect(result.file.outcome).toBe(original.file.outcome);
    expect(result.statements.map(({ summary }) => moneyFacts(summary))).toEqual(
      original.statements.map(({ summary }) => moneyFacts(summary)),
    );
  });

  test.each(select('refuse'))('never accepts $file: $what', ({ file, what }) => {
    const { outcome, findings } = readPath(`${corpusFolder}derived/${file}`).file;
    expect(outcome).toBe(what.startsWith('truncated') ? 'incomplete' : 'refused');
    expect(findings.filter(({ severity }) => severity === 'refuse')).toHaveLength(1);
  });

  test.each(select('incomplete'))('waits for the rest of $file: $what', ({ file }) => {
    expect(readPath(`${corpusFolder}derived/${file}`).file.outcome).toBe('incomplete');
  });
});
