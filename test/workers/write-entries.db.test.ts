/** How entries get into the books from staging: ranks, ids, and many statements at once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateFile } from '../../bench/ingest/generate.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { contentId } from '../../src/ledger/content-id.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { publishStoredFiles } from '../../src/workers/jobs/publish-files.ts';
import { storeFiles } from '../../src/workers/jobs/store-files.ts';
import { openThreads } from '../../src/workers/threads.ts';
import type { WorkContext } from '../../src/workers/work-context.ts';
import { openBooks } from '../support/books.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { testContext } from '../support/work.ts';

const threads = openThreads(1);
const folder = mkdtempSync(join(tmpdir(), 'lettrage-write-'));
let database: TestDatabase;
let context: WorkContext;

beforeAll(async () => {
  database = await createTestDatabase('write');
  context = testContext(database, threads);
});
afterAll(async () => {
  await threads.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function ingest(ledgerId: LedgerId, path: string): Promise<unknown> {
  await storeFiles(context, ledgerId, [path]);
  const [{ sha256: _sha256, ...published } = { sha256: '' }] = await publishStoredFiles(context, ledgerId);
  return published;
}

const rowsOf = (ledgerId: LedgerId, sql: string) =>
  inLedger(database.pool, ledgerId, async (tx) => (await tx.query<Record<string, unknown>>(sql)).rows);

/** One entry of one euro, as many times a day as is said; the bank gives no reference that tells them apart. */
function message(number: number, day: string, openingEuros: number, entryCount: number): string {
  const entries = Array.from({ length: entryCount }, () => ':61:2601050105C1,00NTRFNONREF\r\n:86:PARKING\r\n');
  return [
    `:20:S${number}\r\n:25:DE65905310840004718230\r\n:28C:${number}/1\r\n:60F:C${day}EUR${openingEuros},00\r\n`,
    ...entries,
    `:62F:C${day}EUR${openingEuros + entryCount},00\r\n-\r\n`,
  ].join('');
}

test('entries that are equal in everything get ranks in the order of statements, across statements and files', async () => {
  const books = await openBooks(database.pool, 'ranks', 'DE65905310840004718230');
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const first = write('first.sta', message(1, '260105', 0, 3) + message(2, '260106', 3, 2));
  expect(await ingest(books, first)).toMatchObject({ state: 'published', statementCount: 2, entryCount: 5 });
  const second = write('second.sta', message(3, '260107', 5, 2));
  expect(await ingest(books, second)).toMatchObject({ state: 'published', entryCount: 2 });
  const rows = await rowsOf(
    books,
    `select s.sequence, array_agg(e.fingerprint_rank order by e.entry_index) as ranks, array_agg(distinct e.fingerprint) as alike
     from entry e join statement s on s.ledger_id = e.ledger_id and s.id = e.statement_id
     group by s.sequence order by s.sequence`,
  );
  const alike = rows[0]?.['alike'];
  expect(rows.map(({ sequence, ranks }) => [sequence, ranks])).toEqual([
    ['1/1', [0, 1, 2]],
    ['2/1', [3, 4]],
    ['3/1', [5, 6]],
  ]);
  expect(rows.every((row) => String(row['alike']) === String(alike))).toBe(true);
});

test('a file of many statements is published as a whole, and the books prove', async () => {
  const books = await openBooks(database.pool, 'many', '12345678/0000123456');
  const path = join(folder, 'many.sta');
  const { entryCount, creditsMinor, debitsMinor } = generateFile('mt940', path, 60_000, 7);
  const statementCount = Math.ceil(entryCount / 7);
  expect(await ingest(books, path)).toMatchObject({ state: 'published', statementCount, entryCount });
  const [sums] = await rowsOf(
    books,
    `select sum(amount_minor) filter (where side = 'credit')::text as credits,
       sum(amount_minor) filter (where side = 'debit')::text as debits from entry`,
  );
  expect(sums).toEqual({ credits: String(creditsMinor), debits: String(debitsMinor) });
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});

test('ids in the database are those that content-id.ts makes', async () => {
  const books = await openBooks(database.pool, 'ids', 'FR7630006000011234567890189');
  const path = join(folder, 'ids.xml');
  generateFile('camt.053', path, 60_000);
  await ingest(books, path);
  const rows = await rowsOf(
    books,
    `select e.id, e.bank_account_id as account, e.fingerprint, e.fingerprint_rank as rank, p.id as payment,
       p.detail_index as detail, o.id as posting
     from entry e join payment p on p.ledger_id = e.ledger_id and p.entry_id = e.id
       join posting o on o.ledger_id = e.ledger_id and o.source_id = e.id and o.source = 'entry'`,
  );
  expect(rows.length).toBeGreaterThan(50);
  for (const { id, account, fingerprint, rank, payment, detail, posting } of rows) {
    expect(id).toBe(contentId('entry', books, String(account), String(fingerprint), String(rank)));
    expect(payment).toBe(contentId('payment', String(id), String(detail)));
    expect(posting).toBe(contentId('posting', String(id)));
  }
});
