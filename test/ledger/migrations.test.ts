/** The migrations are what the schema says: nobody changes a table in one place only. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('generating migrations from the schema finds nothing to do', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-migrations-'));
  cpSync(join(root, 'src/ledger/migrations'), folder, { recursive: true });
  const before = readdirSync(folder).toSorted();
  const drizzleKit = join(root, 'node_modules/drizzle-kit/bin.cjs');
  // drizzle-kit takes an absolute path for a relative one.
  const options = [
    'generate',
    '--dialect',
    'postgresql',
    '--schema',
    './src/ledger/schema.ts',
    '--out',
    relative(root, folder),
  ];
  const said = execFileSync(process.execPath, [drizzleKit, ...options], { cwd: root, encoding: 'utf8' });
  const after = readdirSync(folder).toSorted();
  rmSync(folder, { recursive: true });
  expect(said).toContain('No schema changes');
  expect(after).toEqual(before);
});
