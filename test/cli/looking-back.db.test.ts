/** `lettrage replay`, `backtest`, `calibration` and `match --dry-run` as a user meets them, on the three demo nights. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const demo = fileURLToPath(new URL('../../fixtures/bank/demo/', import.meta.url));
let database: TestDatabase;
let folder = '';

beforeAll(async () => {
  database = await createTestDatabase('looking_back');
  folder = mkdtempSync(join(tmpdir(), 'lettrage-looking-back-'));
  for (const name of ['', 'night-1', 'night-2', 'night-3']) await run('night', join(demo, name));
}, 120_000);
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function run(...argv: string[]) {
  let out = '';
  let told = '';
  const exitCode = await runProgram({
    argv,
    environment: { DATABASE_URL: database.serviceUrl, LETTRAGE_WORKERS: '1', LETTRAGE_DATA_DIR: folder },
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (told += text) },
    serve: async () => 0,
    version: '0.0.0',
  });
  return { exitCode, out, told };
}

type Counted = Readonly<{ applied: number; right: number; wrong: number }>;

test('every night is replayed to the byte, whatever the nights after it brought', async () => {
  for (const number of ['1', '2', '3']) {
    const { exitCode, out } = await run('replay', number);
    expect(out).toMatch(new RegExp(`^Run ${number}: \\d+ payments, identical\\n$`));
    expect(exitCode).toBe(0);
  }
});

test('a replay names its run by number or id, and says which are none', async () => {
  const { out } = await run('replay', '1', '--json');
  const { matchRunId, isIdentical } = JSON.parse(out) as { matchRunId: string; isIdentical: boolean };
  expect(isIdentical).toBe(true);
  expect((await run('replay', matchRunId)).exitCode).toBe(0);
  expect(await run('replay', 'yesterday')).toMatchObject({ exitCode: 2 });
  expect(await run('replay', '99')).toMatchObject({ exitCode: 1, told: expect.stringContaining('ledger.not_found') });
});

test('a back-test says what a rule was worth, and every case of it', async () => {
  const { exitCode, out } = await run('backtest', '--without-rule', 'full_reference', '--json');
  expect(exitCode).toBe(0);
  const tested = JSON.parse(out) as { before: Counted; after: Counted; caseCount: number; cases: readonly unknown[] };
  expect(tested.before.wrong).toBe(0);
  expect(tested.after.applied).toBeLessThan(tested.before.applied);
  expect(tested.cases).toHaveLength(tested.caseCount);
  const text = await run('backtest', '--without-rule', 'full_reference');
  expect(text.out).toContain('would have');
  expect(text.out).toContain('right -> asked');
});

test.each([
  ['--without-rule', 'no_such_rule'],
  ['--budget', '10000'],
  ['--budget', '2/1'],
  ['--runs', 'all'],
  ['--currency', 'EURO'],
])('a back-test refuses %s %s', async (...option) => {
  const { exitCode, told } = await run('backtest', ...option);
  expect(exitCode).toBe(2);
  expect(told).not.toBe('');
});

test('the calibration is shown in shadow, and its counts are what was applied', async () => {
  const { exitCode, out } = await run('calibration');
  expect(exitCode).toBe(0);
  expect(out).toContain('The ladder decides alone.');
  const shown = JSON.parse((await run('calibration', '--json')).out) as {
    mode: string;
    confirmedCount: number;
    rules: readonly Readonly<{ right: number; wrong: number }>[];
  };
  expect(shown.mode).toBe('shadow');
  expect(shown.rules.reduce((sum, { right, wrong }) => sum + right + wrong, 0)).toBe(shown.confirmedCount);
  expect((await run('calibration', '--budget', 'none')).exitCode).toBe(2);
});

test('a dry run counts what it would apply by rule, and asks about by reason', async () => {
  const { out } = await run('match', '--dry-run', '--json');
  const [asked] = (JSON.parse(out) as DryRuns).runs;
  const sum = (counts: readonly Readonly<{ count: number }>[] = []): number =>
    counts.reduce((total, { count }) => total + count, 0);
  expect(asked?.runId).toBeNull();
  expect(sum(asked?.rules)).toBe(asked?.appliedCount);
  expect(sum(asked?.reasons)).toBe(asked?.reviewCount);
  expect((await run('match', '--dry-run')).out).toContain('Asked about, for the first reason:');
});

type DryRuns = Readonly<{
  runs: readonly Readonly<{
    runId: null;
    appliedCount: number;
    reviewCount: number;
    rules: readonly Readonly<{ rule: string; count: number }>[];
    reasons: readonly Readonly<{ reason: string; count: number }>[];
  }>[];
}>;
