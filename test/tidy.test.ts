/**
 * Keeps the folders of `src/` apart: who may import whom, and what thinking may not touch.
 *
 * It reads source as text: comments and strings are told from code, import lines are read in all their forms. The last
 * block shows the checker a crossing of each kind, so that a checker that sees nothing fails too.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

type Rule = Readonly<{
  folders: readonly string[];
  /** Every package and `node:` module it may import. Absent: any that {@link packageOwners} does not keep for others. */
  packages?: readonly string[];
  /** No clock, environment, randomness or console: the same input gives the same output. */
  isPure?: boolean;
}>;

const everything = [
  'config',
  'database',
  'domain',
  'ingest',
  'ledger',
  'matching',
  'observability',
  'transfer',
  'workers',
];

/** The table of ARCHITECTURE.md, "Folders", as data. */
const rules: Readonly<Record<string, Rule>> = {
  domain: { folders: [], packages: [], isPure: true },
  ingest: {
    folders: ['domain'],
    packages: [
      'csv-parse',
      'csv-parse/sync',
      'node:crypto',
      'node:buffer',
      'node:string_decoder',
      'node:zlib',
      'yauzl',
    ],
    isPure: true,
  },
  matching: { folders: ['domain'], packages: ['node:crypto'], isPure: true },
  config: { folders: ['domain'] },
  observability: { folders: ['domain', 'config'] },
  ledger: { folders: ['domain'] },
  database: { folders: ['domain', 'config'] },
  workers: { folders: ['config', 'database', 'domain', 'ingest', 'ledger', 'matching', 'observability'] },
  transfer: { folders: ['config', 'domain', 'ingest', 'ledger', 'observability', 'workers'] },
  api: { folders: ['config', 'domain', 'ledger', 'observability', 'workers'] },
  cli: { folders: everything },
  client: { folders: [], packages: ['openapi-fetch'] },
};

/** The composition root: imports anything, and nothing imports it. */
const root = 'main.ts';

/** Packages that one folder keeps to itself. A folder name alone means the package and everything under it. */
const packageOwners: readonly Readonly<{ package: RegExp; folders: readonly string[] }>[] = [
  { package: /^drizzle-orm\/node-postgres(?:\/migrator)?$/, folders: ['ledger', 'database'] },
  { package: /^drizzle-orm(?:\/|$)/, folders: ['ledger'] },
  { package: /^(?:fastify|@fastify\/.*)$/, folders: ['api'] },
  { package: /^typebox(?:\/.*)?$/, folders: ['api', 'config'] },
  { package: /^commander$/, folders: ['cli'] },
  { package: /^piscina$/, folders: ['workers'] },
  { package: /^ssh2(?:-sftp-client)?$/, folders: ['transfer'] },
  { package: /^pino$/, folders: ['observability'] },
];

const impure: readonly Readonly<{ name: string; pattern: RegExp }>[] = [
  {
    name: 'the clock',
    pattern: /\bDate\.now\b|\bnew\s+Date\s*(?:\(\s*\)|[;,)])|(?<!new\s)\bDate\s*\(|\bperformance\b/,
  },
  { name: 'randomness', pattern: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/ },
  { name: 'the environment', pattern: /\bprocess\b/ },
  { name: 'the console', pattern: /\bconsole\b/ },
  { name: 'timers', pattern: /\bset(?:Timeout|Interval|Immediate)\b/ },
  { name: 'the network', pattern: /\bfetch\s*\(/ },
];

const string = String.raw`'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|` + '`(?:\\\\.|[^`\\\\])*`';
const comment = String.raw`\/\*[\s\S]*?\*\/|\/\/[^\n]*`;
const specifier = String.raw`\s*(?:'([^'\n]+)'|"([^"\n]+)")`;
// In this order: what stands in a comment or a string is never an import.
const importForms = [
  String.raw`\b(?:import|export)\b[^;'"\`()=]*?\bfrom${specifier}`, // import type, export … from
  String.raw`\bimport${specifier}`, // for its side effects
  String.raw`\bimport\s*\(${specifier}`, // when it is needed, or of a type
];
const tokens = new RegExp([comment, ...importForms, string].join('|'), 'g');

/** What a source file imports, in order, as written. */
function importsOf(source: string): string[] {
  return [...source.matchAll(tokens)].flatMap((match) => match.slice(1).find((found) => found !== undefined) ?? []);
}

/** The source without its comments and strings: what runs. */
const codeOf = (source: string): string => source.replaceAll(new RegExp(`${comment}|${string}`, 'g'), "''");

function packageCrossing(folder: string, rule: Rule, name: string): string | null {
  if (rule.packages !== undefined) return rule.packages.includes(name) ? null : `${folder} may not import ${name}`;
  const owner = packageOwners.find((candidate) => candidate.package.test(name));
  return owner === undefined || owner.folders.includes(folder)
    ? null
    : `${name} belongs to ${owner.folders.join(', ')}, not to ${folder}`;
}

function folderCrossing(folder: string, rule: Rule, path: string, imported: string): string | null {
  const target = posix.join(posix.dirname(path), imported);
  if (target.startsWith('../')) return `${imported} is outside src`;
  const [targetFolder = ''] = target.split('/');
  if (targetFolder === folder || rule.folders.includes(targetFolder)) return null;
  return `${folder} may not import ${targetFolder}`;
}

/** @param path - relative to `src/`, with `/`. @returns one sentence for each thing the file may not do. */
function crossingsOf(path: string, source: string): string[] {
  if (path === root) return [];
  const [folder = ''] = path.split('/');
  const rule = rules[folder];
  if (rule === undefined) return [`${path}: there is no rule for ${folder}`];
  const imports = importsOf(source).flatMap((imported) => {
    const crossing = imported.startsWith('.')
      ? folderCrossing(folder, rule, path, imported)
      : packageCrossing(folder, rule, imported);
    return crossing ?? [];
  });
  const code = codeOf(source);
  const touched = impure.filter(({ pattern }) => rule.isPure === true && pattern.test(code));
  return [...imports, ...touched.map(({ name }) => `${folder} may not touch ${name}`)].map(
    (said) => `${path}: ${said}`,
  );
}

const repository = fileURLToPath(new URL('../', import.meta.url));
const mostLines = 400;
/** Made by a program, of a document that grows with the API. */
const generated = 'client/openapi.ts';
const stopWord = ['FIX', 'ME'].join('');

/** Source files under a folder of the repository, relative to it, with `/`. */
function sourceFiles(folder: string): string[] {
  if (!existsSync(`${repository}${folder}`)) return [];
  return readdirSync(`${repository}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.[cm]?tsx?$/.test(path) && !path.includes('node_modules/'));
}

const read = (path: string): string => readFileSync(`${repository}${path}`, 'utf8');
const folders = readdirSync(`${repository}src`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe('src', () => {
  test('has a rule for each folder, and a folder for each rule', () => {
    expect(folders.toSorted()).toEqual(Object.keys(rules).toSorted());
    const named = [...Object.values(rules).flatMap((rule) => rule.folders), ...packageOwners.flatMap((o) => o.folders)];
    expect(named.filter((folder) => !folders.includes(folder))).toEqual([]);
  });

  test('crosses no border between folders', () => {
    expect(sourceFiles('src').flatMap((path) => crossingsOf(path, read(`src/${path}`)))).toEqual([]);
  });

  test.each(folders)('%s says in its README what it is for', (folder) => {
    expect(existsSync(`${repository}src/${folder}/README.md`)).toBe(true);
  });

  test(`has no file over ${mostLines} lines`, () => {
    const written = sourceFiles('src').filter((path) => path !== generated);
    expect(written.filter((path) => read(`src/${path}`).trimEnd().split('\n').length > mostLines)).toEqual([]);
  });
});

test(`no code says ${stopWord}: it means "not before I commit"`, () => {
  const paths = ['src', 'test', 'bench', 'scripts'].flatMap((folder) =>
    sourceFiles(folder).map((path) => `${folder}/${path}`),
  );
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((path) => read(path).includes(stopWord))).toEqual([]);
});

describe('the checker itself', () => {
  test.each([
    ['a plain import', 'domain/x.ts', "import { a } from '../ledger/a.ts';"],
    ['a type', 'domain/x.ts', "import type { A } from '../matching/a.ts';"],
    ['several lines', 'ingest/camt/x.ts', "import {\n  a,\n  type B,\n} from\n  '../../ledger/a.ts';"],
    ['a re-export', 'matching/x.ts', "export { a } from '../ingest/a.ts';"],
    ['a re-export of everything', 'matching/x.ts', "export * from '../ledger/a.ts';"],
    ['a side effect', 'ledger/x.ts', 'import "../workers/pool.ts";'],
    ['a dynamic import', 'ledger/x.ts', "const a = await import('../ingest/a.ts');"],
    ['a type by import()', 'domain/x.ts', "type A = import('../ledger/a.ts').A;"],
    ['an import after a comment that opens a string', 'domain/x.ts', "// don't\nimport { a } from '../ledger/a.ts';"],
    ['database from ledger', 'ledger/x.ts', "import { a } from '../database/a.ts';"],
    ['ingest from api', 'api/routes/x.ts', "import { a } from '../../ingest/a.ts';"],
    ['api from cli', 'cli/commands/x.ts', "import { a } from '../../api/server.ts';"],
    ['the composition root', 'cli/x.ts', "import '../main.ts';"],
    ['a file outside src', 'cli/x.ts', "import { a } from '../../test/support/a.ts';"],
    ['a package in domain', 'domain/x.ts', "import Decimal from 'decimal.js';"],
    ['a node module in domain', 'domain/x.ts', "import { createHash } from 'node:crypto';"],
    ['files from ingest', 'ingest/x.ts', "import { readFileSync } from 'node:fs';"],
    ['the environment as a module', 'matching/x.ts', "import { env } from 'node:process';"],
    ['Drizzle outside the ledger', 'workers/x.ts', "import { sql } from 'drizzle-orm';"],
    ['a Drizzle table outside the ledger', 'database/x.ts', "import { pgTable } from 'drizzle-orm/pg-core';"],
    ['Fastify outside the API', 'workers/x.ts', "import fastify from 'fastify';"],
    ['the clock', 'matching/x.ts', 'const now = Date.now();'],
    ['the clock as a date', 'ingest/x.ts', 'const now = new Date();'],
    ['the clock as a text', 'domain/x.ts', 'const now = Date();'],
    ['randomness', 'matching/x.ts', 'const a = Math.random();'],
    ['the environment', 'ingest/x.ts', "const a = process.env['A'];"],
    ['the console', 'domain/x.ts', 'console.log(1);'],
    ['a folder without a rule', 'utils/x.ts', 'export const a = 1;'],
  ])('reports %s', (_, path, source) => {
    expect(crossingsOf(path, source)).toHaveLength(1);
  });

  test.each([
    ['its own folder', 'ledger/commands/x.ts', "import { a } from '../locks.ts';"],
    ['domain', 'matching/strategies/x.ts', "import type { Payment } from '../../domain/match.ts';"],
    ['Drizzle in the ledger', 'ledger/x.ts', "import { sql } from 'drizzle-orm';"],
    ['the migrator in database', 'database/x.ts', "import { migrate } from 'drizzle-orm/node-postgres/migrator';"],
    ['yauzl in ingest', 'ingest/x.ts', "import { fromBufferPromise } from 'yauzl';"],
    [
      'dates that are given',
      'domain/x.ts',
      "const a = new Date(0); const b = Date.UTC(2026, 0); const c = Date.parse('');",
    ],
    ['a comment', 'domain/x.ts', "// import { a } from '../ledger/a.ts'; Date.now()\n/* console */"],
    ['a string', 'domain/x.ts', `const a = "import { a } from '../ledger/a.ts'; process";`],
    ['the composition root itself', 'main.ts', "import { a } from './api/server.ts';\nimport './cli/run.ts';"],
  ])('allows %s', (_, path, source) => {
    expect(crossingsOf(path, source)).toEqual([]);
  });
});
