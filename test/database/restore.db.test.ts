/**
 * A backup counts once it was restored: as docs/operations.md says it, books come back that prove themselves, and an
 * amount that was altered meanwhile is found. With the tools of PostgreSQL where they are as new as the server; without
 * them (the embedded server brings none), with a copy that the server itself makes.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectClient } from '../../src/database/connect.ts';
import { findLedger } from '../../src/ledger/commands/register.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { commandLineOf } from '../support/cli.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { dumpDatabase, firstDifference } from '../support/dump.ts';
import { openFullBooks } from '../support/full-books.ts';
import { urlFor } from '../support/postgres.ts';
import { createDatabaseOn } from '../support/server-database.ts';

const server = inject('testServer');
const backupRole = `${server.runName}_backup`;
const folder = mkdtempSync(join(tmpdir(), 'lettrage-restore-'));
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('backed_up');
  await openFullBooks(database.pool, 'FR01', 'BACKUP');
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function asAdmin<Row extends object>(url: string, sql: string): Promise<readonly Row[]> {
  const admin = await connectClient(url);
  try {
    return (await admin.query<Row>(sql)).rows;
  } finally {
    await admin.end();
  }
}

/** Whether the tools of this machine can dump the server of the tests. */
async function hasTools(): Promise<boolean> {
  const [row] = await asAdmin<{ version: string }>(
    server.adminUrl,
    `select current_setting('server_version') as version`,
  );
  try {
    const said = execFileSync('pg_dump', ['--version'], { encoding: 'utf8' });
    return Number(/\d+/.exec(said)?.[0]) >= Number.parseInt(row?.version ?? '', 10);
  } catch {
    return false;
  }
}

/** As docs/operations.md says it. */
async function dumpAndRestore(): Promise<TestDatabase> {
  const file = join(folder, 'lettrage.dump');
  await asAdmin(
    server.adminUrl,
    `create role ${backupRole} login bypassrls password '${server.password}'; grant pg_read_all_data to ${backupRole}`,
  );
  try {
    const source = urlFor(server, backupRole, database.name);
    execFileSync('pg_dump', ['--format=custom', `--file=${file}`, `--dbname=${source}`], { stdio: 'pipe' });
  } finally {
    await asAdmin(server.adminUrl, `drop owned by ${backupRole}; drop role ${backupRole}`);
  }
  const restored = await createDatabaseOn(server, 'restored', 'template0');
  execFileSync('pg_restore', ['--exit-on-error', '--no-owner', `--dbname=${restored.ownerUrl}`, file], {
    stdio: 'pipe',
  });
  return restored;
}

async function copyOfServer(): Promise<TestDatabase> {
  await database.disconnect();
  return createDatabaseOn(server, 'restored', database.name);
}

test('books that are restored are those that were backed up, and prove it; one altered amount is found', async () => {
  const before = await dumpDatabase(database.adminUrl);
  const head = (await commandLineOf(database.serviceUrl, 'FR01')('audit', 'head')).out.trim();
  const restored = (await hasTools()) ? await dumpAndRestore() : await copyOfServer();
  expect(firstDifference(before, await dumpDatabase(restored.adminUrl))).toBeNull();

  const ledgerId = await findLedger(restored.pool, 'FR01');
  expect((await verifyLedger(restored.pool, ledgerId)).violations).toEqual([]);
  const inRestored = commandLineOf(restored.serviceUrl, 'FR01');
  expect(await inRestored('verify', '--anchor', head)).toMatchObject({ exitCode: 0 });

  const [altered] = await asAdmin<{ id: string }>(
    restored.adminUrl,
    `update posting_line set amount_minor = amount_minor + 1
     where (posting_id, line_index) in (select posting_id, line_index from posting_line order by 1, 2 limit 1)
     returning posting_id as id`,
  );
  const found = await inRestored('verify', '--anchor', head);
  expect([found.exitCode, found.out]).toEqual([expect.any(Number), expect.stringContaining(altered?.id ?? 'none')]);
  expect(found.exitCode).not.toBe(0);
  await restored.drop();
});
