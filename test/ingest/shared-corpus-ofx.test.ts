/** Real OFX files: where those that are refused are broken, and the securities that are held back. */
import { describe, expect, test } from 'vitest';
import { formatDecimal, signed } from '../../src/domain/money.ts';
import { codesOf, readPath } from './read-file.ts';
import { allFileFacts, corpusFolder, hasCorpus } from './shared-corpus.ts';

const files = [...allFileFacts()].filter(([, { format }]) => format === 'ofx');
const refused: Readonly<Record<string, readonly [code: string, line: number]>> = {
  'OCA-bank-statement-import__ofx_file_test_ofx_wrong.ofx': ['ingest.currency_unknown', 31],
  'jseutter-ofxparse__fail_nice_date_missing.ofx': ['ingest.date_unreadable', 33],
  'jseutter-ofxparse__fail_nice_decimal_error.ofx': ['ingest.amount_not_decimal', 34],
  'jseutter-ofxparse__fidelity-savings.ofx': ['ingest.amount_too_precise', 63],
};

describe.runIf(hasCorpus)('the shared corpus, where present', () => {
  test.each(Object.entries(refused))('%s is refused at its place: %j', (name, [code, line]) => {
    const { file } = readPath(`${corpusFolder}ofx/${name}`);
    expect(file.findings.map((finding) => [finding.code, finding.at?.line])).toEqual([[code, line]]);
  });

  test.each(files.filter(([path]) => refused[path.replace('ofx/', '')] === undefined))(
    '%s is read whole or has nothing',
    (path, facts) => {
      const result = readPath(corpusFolder + path);
      if (facts.statements.length === 0) return expect(codesOf(result)).toEqual(['ingest.no_statement']);
      expect(result.file.outcome).toBe('accepted');
      const kinds = (facts.statements as readonly Readonly<{ kind?: string }>[]).map(
        ({ kind }) => kind === 'INVSTMTRS',
      );
      expect(
        result.statements.map(({ summary }) =>
          summary.findings.some(({ code }) => code === 'ingest.securities_statement'),
        ),
      ).toEqual(kinds);
      // The day is the one before any time and zone.
      for (const { entries } of result.statements)
        for (const { bookingDate } of entries) expect(bookingDate).not.toBeNull();
      return undefined;
    },
  );

  test('an amount in another currency than the account is not added to it', () => {
    const { statements } = readPath(`${corpusFolder}ofx/jseutter-ofxparse__investment_medium.ofx`);
    const [{ summary, entries } = { summary: null, entries: [] }] = statements;
    expect(summary?.currency).toBe('CAD');
    expect(entries.map(({ amount, side }) => `${formatDecimal(signed(amount, side))} ${amount.currency}`)).toEqual([
      '-3.65 USD',
      '3.35 USD',
      '-3.65 USD',
    ]);
  });
});
