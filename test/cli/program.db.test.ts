/** The command line as a user meets it: words in, text and exit code out, on a database of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const demo = fileURLToPath(new URL('../../fixtures/bank/demo/', import.meta.url));
let database: TestDatabase;
let folder = '';

beforeAll(async () => {
  database = await createTestDatabase('cli');
  folder = mkdtempSync(join(tmpdir(), 'lettrage-cli-'));
  for (const name of ['', 'night-1', 'night-2', 'night-3']) await run('night', join(demo, name));
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function runIn(environment: NodeJS.ProcessEnv, argv: readonly string[]) {
  let out = '';
  let told = '';
  const exitCode = await runProgram({
    argv,
    environment,
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (told += text) },
    serve: async () => 0,
    version: '0.0.0',
  });
  return { exitCode, out, told };
}

const run = (...argv: string[]) => runIn({ DATABASE_URL: database.serviceUrl, LETTRAGE_WORKERS: '1' }, argv);

type Queued = Readonly<{ items: readonly Readonly<{ payment: { id: string }; reason: string }>[] }>;

async function queued(reason: string): Promise<string> {
  const { out } = await run('queue', '--json', '--reason', reason);
  const [first] = (JSON.parse(out) as Queued).items;
  if (first === undefined) throw new Error(`nothing is queued for ${reason}`);
  return first.payment.id;
}

describe('exit codes', () => {
  test.each([
    [0, ['--help']],
    [0, ['--version']],
    [0, ['verify']],
    [0, ['match']],
    [1, ['verify', '--ledger', 'nowhere']],
    [1, ['explain', 'ffffffff-ffff']],
    [2, ['frobnicate']],
    [2, ['import', 'invoices', 'x.csv']],
    [2, ['queue', '--limit', 'many']],
    [2, ['queue', '--reason', 'because']],
    [2, ['report', '--from', 'yesterday']],
    [2, ['balance', '--as-of', '2026-03-31']],
    [2, ['balance', '--as-of', '2026-03-31T18:00:00']],
    [2, ['balance', '--day', 'today']],
    [2, ['match', '--dry-run', '--currency', 'XXX']],
    [1, ['quarantine', 'show', 'ffff']],
    [2, ['quarantine', 'retry']],
    [2, ['quarantine', 'release', 'ffff']],
    [3, ['quarantine', 'list']],
    [3, ['quarantine', 'retry', '--all', '--json']],
    [3, ['ingest', '/no/such/file']],
    [3, ['ingest', join(demo, 'night-2')]],
  ] as const)('%i for lettrage %j', async (exitCode, argv) => {
    expect(await run(...argv)).toMatchObject({ exitCode });
  });

  test('2 for a setting that can not be used, naming it and the fix', async () => {
    const { exitCode, told } = await runIn({ LETTRAGE_WORKERS: 'many' }, ['verify']);
    expect([exitCode, told]).toEqual([2, expect.stringMatching(/LETTRAGE_WORKERS.*many.*1 to 64/)]);
  });

  test('1 for a server that does not answer, without the password', async () => {
    const { exitCode, told } = await runIn({ DATABASE_URL: 'postgres://service:secret@127.0.0.1:1/books' }, ['verify']);
    expect(exitCode).toBe(1);
    expect(told).toMatch(/No connection to database books at 127\.0\.0\.1:1 .*Check the connection URL/);
    expect(told).not.toContain('secret');
  });
});

describe('ingest', () => {
  test('tells what is wrong with one file and goes on with the others', async () => {
    const cut = join(folder, 'cut.xml');
    const unknown = join(folder, 'notes.txt');
    writeFileSync(
      cut,
      '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstm',
    );
    writeFileSync(unknown, 'Dear bank, where is our statement?');
    const known = join(demo, 'night-1', 'MT940_20260302_001.sta');
    const { exitCode, out, told } = await run('ingest', cut, join(folder, 'absent.sta'), unknown, known);
    expect(exitCode).toBe(3);
    expect(out).toContain(`${cut}: quarantined`);
    expect(told).toContain('ingest.file_truncated');
    expect(told).toContain('ingest.unknown_format');
    expect(told).toMatch(/absent\.sta ingest\.file_unreadable/);
    expect(out).toContain(`${known}: known, published before`);
  });
});

describe('import', () => {
  test('takes the good rows, and names each bad one with its line and what to do', async () => {
    const file = join(folder, 'customers.csv');
    writeFileSync(file, 'code,name,ibans\nK1,Kunz GmbH,\nK2,,\nK3,Keller AG,CH9300762011623852958\n');
    const { exitCode, out, told } = await run('import', 'customers', file);
    expect([exitCode, out]).toEqual([3, 'customers: 1 added, 0 changed, 0 unchanged, 2 refused\n']);
    expect(told).toMatch(/customers\.csv:3 import\.value_missing: .*Fill it in/);
    expect(told).toMatch(/customers\.csv:4 import\.iban_invalid: .*Copy it again/);
  });
});

describe('balance', () => {
  test('adds up to what is open, whichever way it is printed', async () => {
    const { out } = await run('balance', '--json', '--day', '2026-03-31');
    const { rows, suspense, buckets } = JSON.parse(out) as {
      rows: readonly { code: string; notDueMinor: string; pastDueMinor: readonly string[]; creditsMinor: string }[];
      suspense: readonly { currency: string; minor: string }[];
      buckets: readonly number[];
    };
    expect(buckets).toEqual([30, 60, 90]);
    const owed = rows.flatMap(({ notDueMinor, pastDueMinor }) => [notDueMinor, ...pastDueMinor]);
    const csv = parseCsv((await run('balance', '--csv', '--day', '2026-03-31')).out, {
      columns: true,
    }) as readonly Record<string, string>[];
    expect(csv.map((row) => row['customer_code']).filter((code) => code !== '')).toEqual(rows.map(({ code }) => code));
    const cents = (decimal = ''): bigint => BigInt(decimal.replace('.', ''));
    const inCsv = csv.flatMap((row) =>
      row['customer_code'] === ''
        ? []
        : ['not_due', '1_30', '31_60', '61_90', 'over_90'].map((name) => cents(row[name])),
    );
    expect(inCsv.reduce((sum, minor) => sum + minor, 0n)).toBe(owed.reduce((sum, minor) => sum + BigInt(minor), 0n));
    expect(owed.some((minor) => minor !== '0')).toBe(true);
    const text = (await run('balance', '--day', '2026-03-31')).out;
    expect(text).toMatch(/^Days past due on 2026-03-31\n {2}customer .* not due +1-30 +31-60 +61-90 +over 90 +credits/);
    for (const { currency } of suspense) expect(text).toMatch(new RegExp(`unidentified \\(471\\): .* ${currency}\\n`));
  });

  test('as of an instant before the first night is empty', async () => {
    expect((await run('balance', '--as-of', '2020-12-31T18:00:00+01:00')).out).toBe('Nothing is owed.\n');
  });
});

describe('night', () => {
  test('imports what its folder has, CSV or JSON lines', async () => {
    const drop = mkdtempSync(join(folder, 'drop-'));
    writeFileSync(join(drop, 'customers.jsonl'), '{"code":"J1","name":"Jansen BV","ibans":""}\n');
    expect(await run('night', drop)).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('customers: 1 added, 0 changed, 0 unchanged, 0 refused\n') as string,
    });
  });
});

describe('explain', () => {
  test('an applied payment: the evidence, the arithmetic, the runner-up', async () => {
    const { out: csv } = await run('export', 'allocations');
    const rows = parseCsv<Record<string, string>>(csv, { columns: true });
    const paymentId = rows[0]?.['payment_id'] ?? '';
    const { exitCode, out } = await run('explain', paymentId);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/Why by itself: .+ \(rule \w+\)\./);
    expect(out).toMatch(/Arithmetic\n(.*in full\n)+/);
    expect(out).toMatch(/^ {2}payment +[\d.]+ {2}EUR$/m);
    expect(out).toMatch(/No other explanation was found|Next best/i);
  });

  test('a queued payment: what is missing, and the best suggestion', async () => {
    const { out } = await run('explain', await queued('amount_differs'));
    expect(out).toContain('Why not by itself: The items do not add up to the amount paid');
    expect(out).toContain('Best suggestion');
  });

  test('its certificate is whole, and is not after one cent was moved', async () => {
    const { out } = await run('explain', '--json', await queued('amount_differs'));
    const whole = join(folder, 'certificate.json');
    writeFileSync(whole, out);
    expect(await run('verify', '--certificate', whole)).toMatchObject({ exitCode: 0 });
    const forged = join(folder, 'forged.json');
    const explained = JSON.parse(out) as { certificate: { paymentAmount: string } };
    const paymentAmount = explained.certificate.paymentAmount.replace(/.$/, (digit) =>
      String((Number(digit) + 1) % 10),
    );
    writeFileSync(forged, JSON.stringify({ ...explained, certificate: { ...explained.certificate, paymentAmount } }));
    expect(await run('verify', '--certificate', forged)).toMatchObject({ exitCode: 1 });
    writeFileSync(forged, '{"certificate": 3');
    expect(await run('verify', '--certificate', forged)).toMatchObject({
      exitCode: 1,
      out: expect.stringContaining('no match certificate') as string,
    });
  });
});

describe('match --dry-run', () => {
  test('tells what a run would do and leaves no trace', async () => {
    const before = await run('report', '--json');
    const { out } = await run('match', '--dry-run', '--json');
    expect(JSON.parse(out)).toMatchObject({ dryRun: true, runs: [{ runId: null, appliedCount: 0 }] });
    expect(await run('report', '--json')).toEqual(before);
  });
});

describe('export allocations', () => {
  test('the CSV has the allocations, signed, and they add up to what left 471', async () => {
    const { out } = await run('export', 'allocations');
    const rows = parseCsv<Record<string, string>>(out, { columns: true });
    const cents = rows.reduce((sum, row) => sum + BigInt((row['amount'] ?? '').replace('.', '')), 0n);
    const { out: report } = await run('report', '--json');
    const { payments } = JSON.parse(report) as {
      payments: { side: string; status: string; amountMinor: string }[];
    };
    const applied = payments.filter(({ status }) => status === 'applied');
    const signed = applied.map(({ side, amountMinor }) =>
      side === 'credit' ? BigInt(amountMinor) : -BigInt(amountMinor),
    );
    expect(cents).toBe(signed.reduce((sum, minor) => sum + minor, 0n));
    expect(rows.some((row) => (row['amount'] ?? '').startsWith('-'))).toBe(true);
  });
});
