/** docs/errors.md lists every code that `src/` can give, and each of them is met by a test or a fixture. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { errorsDocument } from '../../scripts/errors-document.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');
const filesIn = (folder: string, pattern: RegExp): readonly string[] =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .map((name) => `${folder}/${name}`);

const codePattern = /['`]((?:ingest|import|ledger|api|database|transfer)\.[a-z][a-z0-9_]+)['`]/g;
const codesIn = (text: string): readonly string[] => [...text.matchAll(codePattern)].flatMap(([, code]) => code ?? []);

const documented = new Set(codesIn(read('docs/errors.md')));

test('docs/errors.md is made from the tables (npx tsx scripts/write-errors.ts)', () => {
  expect(read('docs/errors.md')).toBe(errorsDocument());
});

test('every code in src/ is documented, and no other', () => {
  const used = new Set(filesIn('src', /\.ts$/).flatMap((file) => codesIn(read(file))));
  expect([...used].toSorted()).toEqual([...documented].toSorted());
});

// What no test can bring about here: programs that do not run on this machine, and a server that will not stop.
const outOfReach = new Set(['database.binaries_unusable', 'database.stop_failed']);

test('every code is met by a test or a fixture', () => {
  const tests = filesIn('test', /\.ts$/)
    .filter((file) => !file.endsWith('error-codes.test.ts'))
    .map(read)
    .join('\n');
  const fixtures = filesIn('fixtures/bank', /./).join('\n');
  const goldens = filesIn('fixtures/bank', /\.expected\.json$/)
    .map(read)
    .join('\n');
  const met = (code: string): boolean => tests.includes(code) || fixtures.includes(code) || goldens.includes(code);
  expect([...documented].filter((code) => !met(code) && !outOfReach.has(code))).toEqual([]);
});
