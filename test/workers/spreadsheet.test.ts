/**
 * Exports opened by a real spreadsheet program: no text becomes a formula. Where LibreOffice is not installed, the cells are
 * held to the rule that LibreOffice was found to follow (docs/operations.md says how to run this with it).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { allocationCsv, bookLineCsv, disputeCsv, type Shape } from '../../src/workers/exports/shapes.ts';
import { formulaPayloads } from '../support/formula-payloads.ts';

const folder = mkdtempSync(join(tmpdir(), 'lettrage-spreadsheet-'));
afterAll(() => rmSync(folder, { recursive: true }));

const isInstalled = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
})();

/** The formulas that a spreadsheet makes of a CSV: cells of the flat XML that carry one. */
function formulasIn(csv: string, name: string): readonly string[] {
  const file = join(folder, `${name}.csv`);
  writeFileSync(file, csv);
  if (!isInstalled)
    return parseCsv(csv)
      .flat()
      .filter((cell) => /^[=+\-@]\D/.test(cell));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const options = ['--headless', '--convert-to', 'fods', '--infilter=CSV:44,34,76', '--outdir', folder, file];
  execFileSync('soffice', [profile, ...options], { stdio: 'pipe', timeout: 120_000 });
  return [...readFileSync(join(folder, `${name}.fods`), 'utf8').matchAll(/table:formula="([^"]*)"/g)].map(
    ([, formula]) => formula ?? '',
  );
}

const tables: readonly (readonly [string, Shape<never>, readonly string[]])[] = [
  ['book-lines', bookLineCsv, ['entryNumber', 'lineNumber', 'debit', 'credit', 'baseDebit', 'baseCredit']],
  ['allocations', allocationCsv, ['amount']],
  ['disputes', disputeCsv, ['amount', 'residual']],
];
const camelCase = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

test.each(tables)(
  '%s: 200 payloads in every text column, and no cell is a formula',
  (name, csv, numbers) => {
    const names = parseCsv(csv.heading)[0]?.map(camelCase) ?? [];
    const lines = formulaPayloads(200).map((payload) => {
      const row = Object.fromEntries(names.map((column) => [column, numbers.includes(column) ? '-12.50' : payload]));
      return csv.line(row as never);
    });
    expect(formulasIn([csv.heading, ...lines].join(''), name)).toEqual([]);
  },
  180_000,
);

test('the check sees a formula where there is one', () => {
  expect(formulasIn('name\n=SUM(1;2)\n', 'unsafe')).toHaveLength(1);
});
