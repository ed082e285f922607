import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/cli/commands/parse.ts';
import { camtFixtures, errorFixtures, fixturePath, mtFixtures } from './fixtures.ts';

type Line = Readonly<{
  file: string;
  format: string | null;
  outcome: string;
  problems: readonly Readonly<{ code: string }>[];
  statements: readonly Readonly<Record<string, unknown>>[];
}>;

async function run(
  files: readonly string[],
  summary = false,
): Promise<Readonly<{ exitCode: number; lines: readonly Line[] }>> {
  let text = '';
  const exitCode = await parse(files, { summary }, { write: (piece) => void (text += piece) });
  const lines = text.trimEnd().split('\n');
  return {
    exitCode,
    lines: lines.map((line) => {
      const parsed: Line = JSON.parse(line);
      return parsed;
    }),
  };
}

const whole = fixturePath('camt/statement-with-batch-and-return.xml');

describe('lettrage parse', () => {
  test('prints statements with signed decimals, entries and details', async () => {
    const { exitCode, lines } = await run([whole]);
    expect(exitCode).toBe(0);
    expect(lines).toMatchObject([
      {
        file: whole,
        format: 'camt.053',
        version: 'camt.053.001.08',
        outcome: 'accepted',
        problems: [],
        statements: [
          {
            id: 'STMT-61',
            account: 'FR7630006000011234567890189',
            currency: 'EUR',
            openingBalance: '1000.00',
            closingBalance: '1690.10',
            entryCount: 4,
            bookedCount: 4,
            bookedCredits: '850.00',
            bookedDebits: '159.90',
            proves: true,
            findings: [],
          },
        ],
      },
    ]);
    expect(lines[0]?.statements[0]?.['entries']).toMatchObject([
      { amount: '600.00', details: [{ creditorReference: 'RF18539007547034' }] },
      { amount: '250.00', details: [{ amount: '150.00', endToEndId: 'E2E-1' }, { amount: '100.00' }] },
      { amount: '-150.00', isReversal: true, details: [{ amount: '-150.00' }] },
      { amount: '-9.90', remittance: ['Frais de tenue de compte'], details: [] },
    ]);
  });

  test('leaves the entries out of a summary', async () => {
    const { lines } = await run([whole], true);
    expect(lines[0]?.statements[0]).toMatchObject({ entryCount: 4 });
    expect(lines[0]?.statements[0]).not.toHaveProperty('entries');
  });

  test('goes on after files that cannot be read, one line for each, and ends with 3', async () => {
    const missing = fixturePath('nowhere.xml');
    const refused = fixturePath('errors/ingest.doctype_refused.xml');
    const { exitCode, lines } = await run([missing, fixturePath(''), refused, whole]);
    expect(exitCode).toBe(3);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused', 'accepted']);
    expect(lines.map(({ problems }) => problems[0]?.code)).toEqual([
      'ingest.file_unreadable',
      'ingest.file_unreadable',
      'ingest.doctype_refused',
      undefined,
    ]);
  });

  test('prints one line for each member of an archive, and one for an archive that is refused', async () => {
    const zipped = fixturePath('archives/two-statements-in-a-folder.zip');
    const packed = fixturePath('archives/packed.xml.gz');
    const { lines } = await run([zipped, packed, whole], true);
    expect(lines.map(({ file, format, outcome }) => [file, format, outcome])).toEqual([
      [`${zipped}/out/relevé 03-02.xml`, 'camt.053', 'accepted'],
      [`${zipped}/out/day.sta`, 'mt940', 'accepted'],
      [packed, 'camt.053', 'accepted'],
      [whole, 'camt.053', 'accepted'],
    ]);
    expect(lines[0]?.statements).toEqual(lines[3]?.statements);
    expect(lines[2]?.statements).toEqual(lines[3]?.statements);

    const folder = mkdtempSync(join(tmpdir(), 'lettrage-parse-'));
    const cut = join(folder, 'cut.zip');
    writeFileSync(cut, readFileSync(zipped).subarray(0, 900));
    expect(await run([cut])).toMatchObject({
      exitCode: 3,
      lines: [{ file: cut, outcome: 'incomplete', problems: [{ code: 'ingest.archive_truncated' }], statements: [] }],
    });
    rmSync(folder, { recursive: true });
  });

  test('ends with 3 for a file that is accepted, but does not add up', async () => {
    const { exitCode, lines } = await run([fixturePath('errors/ingest.balance_mismatch.xml')]);
    expect([exitCode, lines[0]?.outcome]).toEqual([3, 'accepted']);
  });

  test.each([...camtFixtures, ...mtFixtures, ...errorFixtures])('prints one line of JSON for %s', async (name) => {
    const { lines } = await run([fixturePath(name)]);
    expect(lines).toHaveLength(1);
  });
});
