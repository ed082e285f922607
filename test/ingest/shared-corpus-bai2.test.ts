/** Real BAI2 files: what `shared-corpus.test.ts` does not compare, their control totals and the file that needs more than lines. */
import { describe, expect, test } from 'vitest';
import { readPath } from './read-file.ts';
import { allFileFacts, corpusFolder, hasCorpus, type StatementFacts } from './shared-corpus.ts';

const files = [...allFileFacts()].filter(([, { format }]) => format === 'bai2');
const manyInALine = 'bai2/moov-io-bai2__sample3.txt';

/** The facts know the control total of each account, and whether it holds. */
const controlOf = (facts: StatementFacts): boolean | null =>
  (facts as StatementFacts & Readonly<{ control_holds: boolean | null }>).control_holds;

describe.runIf(hasCorpus)('the shared corpus, where present', () => {
  test.each(files.filter(([path]) => path !== manyInALine))(
    '%s has the control totals that hold, and no other',
    (path, facts) => {
      const { file, statements } = readPath(corpusFolder + path);
      expect(file.outcome).toBe('accepted');
      expect(
        statements.map(({ summary }) =>
          summary.findings.every(({ code, at }) => code !== 'ingest.totals_mismatch' || at?.path !== '49'),
        ),
      ).toEqual(facts.statements.map(controlOf));
    },
  );

  test('the file with several records in a line is read whole: all its totals and balances hold', () => {
    const { file, statements } = readPath(corpusFolder + manyInALine);
    expect(file).toMatchObject({ outcome: 'accepted', findings: [], statementCount: 15 });
    for (const { summary } of statements) expect(summary).toMatchObject({ proves: true, findings: [] });
    expect(statements.map(({ entries }) => entries.length)).toEqual([6, 0, 0, 2, 0, 0, 0, 6, 4, 8, 0, 0, 0, 0, 0]);
  });
});
