/** `lettrage import open-items` of a FEC: what it takes, leaves and says; the same file again; a later one. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findLedger } from '../../src/ledger/commands/register.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fec = `${root}fixtures/fec/123456782FEC20261231.txt`;
let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase('import_fec');
  folder = mkdtempSync(join(tmpdir(), 'lettrage-fec-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

function lettrage(...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}dist/main.js`, ...argv], {
    env: { ...process.env, DATABASE_URL: database.serviceUrl },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function fileOf(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function openItems(code: string): Promise<readonly string[]> {
  const { rows } = await inLedger(database.pool, await findLedger(database.pool, code), (tx) =>
    tx.query<{ said: string }>(
      `select concat_ws(' ', code, name, document_number, residual_minor, due_date, due_date_source, imported_as_of) as said
       from open_item join customer on customer.id = customer_id order by code, document_number`,
    ),
  );
  return rows.map(({ said }) => said);
}

test('what is open is taken with its customers; the same file again changes nothing; the next one closes', async () => {
  const first = lettrage('import', 'open-items', fec, '--ledger', 'fec');
  expect(first).toMatchObject({
    status: 3,
    stdout: 'open-items: 6 added, 0 changed (0 of them closed), 0 unchanged, 2 refused\n',
  });
  expect(first.stderr).toContain(`${fec}:4 import.fec_opening_global`);
  expect(first.stderr).toContain(`${fec}:30 import.fec_cash_unapplied`);
  expect(await openItems('fec')).toEqual([
    '0BRASSERIE Brasserie du Gué FA2025-0203 48050 2026-01-17 derived',
    '0BRASSERIE Brasserie du Gué FA2026-0001 60000 2026-02-06 derived',
    '0COEUR Cœur de Lozère "Le Gîte" SARL AV2026-0001 6000 2026-03-04 derived',
    '0COEUR Cœur de Lozère "Le Gîte" SARL FA2026-0003 54400 2026-02-20 derived',
    '0EXPORT Hafen Import GmbH FA2026-0004 108500 2026-03-07 derived',
    '0FONTAINE Fontaine FA2026-0005 30000 2026-03-14 derived',
  ]);

  expect(lettrage('import', 'open-items', fec, '--ledger', 'fec').stdout).toBe(
    'open-items: 0 added, 0 changed (0 of them closed), 6 unchanged, 2 refused\n',
  );

  // Later, FA2025-0203 is lettered with a payment.
  const lines = readFileSync(fec, 'latin1').split('\r\n');
  const later = lines.map((line) =>
    line.includes('|FA2025-0203|') ? line.replace('480,50|0,00||', '480,50|0,00|AC|20260330') : line,
  );
  later.splice(
    -1,
    0,
    lines[29]?.replace('VIR-4', 'VIR-5').replace('0,00|55,00||', '0,00|480,50|AC|20260330') ?? '',
    '',
  );
  expect(
    lettrage('import', 'open-items', fileOf('later.txt', Buffer.from(later.join('\r\n'), 'latin1')), '--ledger', 'fec')
      .stdout,
  ).toBe('open-items: 0 added, 1 changed (1 of them closed), 5 unchanged, 2 refused\n');
});

test('terms make the due date: those of the customer, then those that are given', async () => {
  const customers = fileOf('customers.csv', 'code;name;payment_terms\n0COEUR;Coeur;eom:45\n');
  lettrage('import', 'customers', customers, '--ledger', 'terms');
  lettrage('import', 'open-items', fec, '--ledger', 'terms', '--terms', 'net:10', '--as-of', '2026-04-15');
  expect(await openItems('terms')).toEqual([
    '0BRASSERIE Brasserie du Gué FA2025-0203 48050 2025-12-28 derived 2026-04-15',
    '0BRASSERIE Brasserie du Gué FA2026-0001 60000 2026-01-17 derived 2026-04-15',
    '0COEUR Coeur AV2026-0001 6000 2026-03-31 derived 2026-04-15',
    '0COEUR Coeur FA2026-0003 54400 2026-03-31 derived 2026-04-15',
    '0EXPORT Hafen Import GmbH FA2026-0004 108500 2026-02-15 derived 2026-04-15',
    '0FONTAINE Fontaine FA2026-0005 30000 2026-02-22 derived 2026-04-15',
  ]);
});

test.each([
  [['--terms', '30 jours'], 'net:30, eom:45 or eom_then:45'],
  [['--accounts', '41,x'], '411,416'],
  [['--as-of', '2026-02-30'], 'YYYY-MM-DD'],
])('%j is used wrongly, and nothing is done', (words, hint) => {
  const { status, stderr } = lettrage('import', 'open-items', fec, '--ledger', 'wrong', ...words);
  expect(status).toBe(2);
  expect(stderr).toContain(hint);
});
