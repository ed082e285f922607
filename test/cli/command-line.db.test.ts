/** The command line as it is used, and misused: what it prints, what it leaves behind, how it ends. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const program = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase('command_line');
  folder = mkdtempSync(join(tmpdir(), 'lettrage-cli-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

type Ended = Readonly<{ exitCode: number | null; stdout: string; stderr: string }>;

/** @param closeAfter - closes our end of its output after so many characters, as `head` does. */
function lettrage(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  closeAfter = Number.POSITIVE_INFINITY,
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...argv], {
    env: { ...process.env, DATABASE_URL: database.serviceUrl, ...environment },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => {
    stdout += text.toString();
    if (stdout.length >= closeAfter) child.stdout.destroy();
  });
  child.stderr.on('data', (text: Buffer) => {
    stderr += text.toString();
  });
  return new Promise((settle, fail) => {
    const deadline = setTimeout(() => {
      child.kill('SIGKILL');
      fail(new Error(`still running: ${stderr}`));
    }, 15_000);
    child.once('close', (exitCode) => {
      clearTimeout(deadline);
      settle({ exitCode, stdout, stderr });
    });
  });
}

function fileOf(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('a folder where a file is wanted is named, without a stack', async () => {
  const message = `${folder} is a folder. Name a file.\n`;
  expect(await lettrage(['import', 'customers', folder])).toMatchObject({ exitCode: 1, stderr: message });
  expect(await lettrage(['verify', '--certificate', folder])).toMatchObject({ exitCode: 1, stderr: message });
});

test('a file that is not there leaves no ledger behind', async () => {
  expect(await lettrage(['import', 'customers', join(folder, 'none.csv'), '--ledger', 'mian'])).toMatchObject({
    exitCode: 1,
  });
  expect(await lettrage(['queue', '--ledger', 'mian'])).toMatchObject({
    exitCode: 1,
    stderr: 'ledger.ledger_unknown: There is no ledger with this code. (ledger mian)\n',
  });
});

test.each([
  ['nothing', ''],
  ['a blank and books', ' books'],
  ['nine thousand letters', 'x'.repeat(9_000)],
  ['two lines', 'a\nb'],
])('no ledger is called %s', async (_what, code) => {
  const customers = fileOf('one.csv', 'code,name\nC1,One\n');
  const { exitCode, stderr } = await lettrage(['import', 'customers', customers, '--ledger', code]);
  expect([exitCode, stderr.split(':')[0]]).toEqual([1, 'ledger.code_invalid']);
});

test('a URL that can not be read is said to be one, and not shown', async () => {
  const ended = await lettrage(['verify'], { DATABASE_URL: 'postgres://user:secret@localhost:99999/books' });
  expect(ended.exitCode).toBe(1);
  expect(ended.stderr).toMatch(/^The connection URL can't be read/);
  expect(ended.stderr).not.toMatch(/secret|\n {4}at /);
});

test('serve ends when its port is taken', async () => {
  const taken = createServer();
  await new Promise<void>((ready) => {
    taken.listen(0, '127.0.0.1', ready);
  });
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { exitCode, stderr } = await lettrage(['serve'], { LETTRAGE_PORT: String(port) });
  taken.close();
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/EADDRINUSE.*Set another LETTRAGE_PORT/);
  expect(stderr).not.toMatch(/\n {4}at /);
});

test('a reader that has read enough ends nothing', async () => {
  const ended = await lettrage(['demo'], {}, 10);
  expect([ended.exitCode, ended.stderr.includes('EPIPE')]).toEqual([0, false]);
});

test('demo --json prints JSON only', async () => {
  const { exitCode, stdout } = await lettrage(['demo', '--json']);
  expect(exitCode).toBe(0);
  for (const line of stdout.trimEnd().split('\n')) expect(() => JSON.parse(line) as unknown, line).not.toThrow();
});

test('a name in another encoding is refused with its line, not damaged', async () => {
  const latin1 = fileOf('latin1.csv', Buffer.from('code,name\nC1,Société\nC2,Martin\n', 'latin1'));
  const { exitCode, stdout, stderr } = await lettrage(['import', 'customers', latin1, '--ledger', 'odd']);
  expect([exitCode, stdout]).toEqual([3, 'customers: 1 added, 0 changed, 0 unchanged, 1 refused\n']);
  expect(stderr).toContain('latin1.csv:2 import.value_not_printable: name');
});

test('items whose sum is beyond the largest number are reported exactly', async () => {
  const amount = '92233720368547758.07';
  const rows = [1, 2].map((number) => `C1,D${number},invoice,EUR,${amount},,2026-01-01,2026-01-31`);
  const heading = 'customer_code,document_number,kind,currency,amount,residual,issue_date,due_date';
  await lettrage(['import', 'customers', fileOf('c.csv', 'code,name\nC1,One\n'), '--ledger', 'huge']);
  await lettrage(['import', 'open-items', fileOf('i.csv', `${[heading, ...rows].join('\n')}\n`), '--ledger', 'huge']);
  const { exitCode, stdout } = await lettrage(['report', '--ledger', 'huge']);
  expect([exitCode, stdout.includes('184,467,440,737,095,516.14 EUR')]).toEqual([0, true]);
});
