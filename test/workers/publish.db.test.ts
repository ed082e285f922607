/** Files that can't be published: each is kept with its reason, and the ones beside it go on. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { ensureLedger } from '../../src/ledger/commands/register.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { importRecords } from '../../src/workers/jobs/import-records.ts';
import { publishStoredFiles } from '../../src/workers/jobs/publish-files.ts';
import { storeFiles } from '../../src/workers/jobs/store-files.ts';
import { openThreads } from '../../src/workers/threads.ts';
import type { WorkContext } from '../../src/workers/work-context.ts';
import { sha256Of } from '../support/books.ts';
import type { TestDatabase } from '../support/database.ts';
import { openDemoBooks } from '../support/demo-books.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/bank/', import.meta.url));
const night1 = join(fixtures, 'demo/night-1/camt053_FR7690817000420002148760545_20260302.xml');
const night2 = join(fixtures, 'demo/night-2/camt053_FR7690817000420002148760545_20260303.xml');
const night3 = join(fixtures, 'demo/night-3/camt053_FR7690817000420002148760545_20260304.xml');

const threads = openThreads(1);
let database: TestDatabase;
let context: WorkContext;
let books: LedgerId;

afterAll(() => threads.close());
beforeEach(async () => {
  ({ database, context, books } = await openDemoBooks('publish', threads));
  return () => database.drop();
});

async function ingest(...paths: string[]) {
  await storeFiles(context, books, paths);
  const files = await publishStoredFiles(context, books);
  return files.map(({ state, findings }) => [state, ...findings.map(({ code }) => code)].join(' '));
}

const countOf = (table: string) =>
  inLedger(database.pool, books, async (tx) => (await tx.query(`select 1 from ${table}`)).rowCount);

test('a report of an account that nobody registered makes no entry, and is set aside', async () => {
  expect(await ingest(join(fixtures, 'camt/report-with-pending-entry.xml'))).toEqual([
    'quarantined ingest.account_unknown',
  ]);
  expect([await countOf('entry'), await countOf('statement_file_chunk')]).toEqual([0, 1]);
});

test('a reader that fails keeps the file, and a later attempt publishes it', async () => {
  const nowhere = { ...context, serviceUrl: context.serviceUrl.replace(/:\d+\//, ':1/') };
  await storeFiles(context, books, [night1]);
  const [failed] = await publishStoredFiles(nowhere, books);
  expect(failed).toMatchObject({ state: 'quarantined', findings: [{ code: 'ingest.reader_failed' }] });
  expect(await ingest(night1)).toEqual(['published']);
});

test('days that come in the wrong order are held, named, and published when the missing one comes', async () => {
  expect(await ingest(night1)).toEqual(['published']);
  expect(await ingest(night3)).toEqual(['held ingest.statement_gap']);
  expect(await countOf('statement')).toBe(1);
  expect(await ingest(night2)).toEqual(['published', 'published']);
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});

test('the same statement in other bytes is known', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-disguise-'));
  const text = readFileSync(night1, 'utf8');
  const disguises = [
    text.replaceAll('\n', '\r\n'),
    `\uFEFF${text}`,
    text.replace(/<MsgId>[^<]*</, '<MsgId>REISSUED-1<'),
    text.replace('<Ntry>', '<!-- again --><Ntry>'),
    text.replace(/(<Stmt>\s*<Id>)[^<]*</, '$1REISSUED-2<'),
  ];
  expect(await ingest(night1)).toEqual(['published']);
  const entryCount = await countOf('entry');
  for (const [index, disguise] of disguises.entries()) {
    const path = join(folder, `${index}.xml`);
    expect(sha256Of(disguise)).not.toBe(sha256Of(text));
    writeFileSync(path, disguise);
    expect(await ingest(path), `disguise ${index}`).toEqual(['duplicate']);
  }
  rmSync(folder, { recursive: true });
  expect(await countOf('entry')).toBe(entryCount);
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});

test('two really identical entries of one day both stay', async () => {
  expect(await ingest(night1, night2, night3)).toEqual(['published', 'published', 'published']);
  const { rows } = await inLedger(database.pool, books, (tx) =>
    tx.query<{ count: number }>('select count(*)::int as count from entry group by fingerprint having count(*) > 1'),
  );
  expect(rows.map(({ count }) => count)).toContain(2);
});

test('an account of another ledger is refused row by row', async () => {
  const other = await ensureLedger(database.pool, 'other', 'Other');
  const { added, refused } = await importRecords(
    context,
    other,
    'bank-accounts',
    join(fixtures, 'demo/bank-accounts.csv'),
  );
  expect([added, refused.map(({ line, code }) => `${line} ${code}`)]).toEqual([
    0,
    [2, 3, 4].map((line) => `${line} import.bank_account_refused`),
  ]);
});

test('a file that the database cannot hold is kept aside; the one after it is published', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-poison-'));
  const poison = join(folder, 'poison.sta');
  const amount = '92233720368547758,07';
  writeFileSync(
    poison,
    [
      ':20:POISON',
      ':25:DE65905310840004718230',
      ':28C:1/1',
      ':60F:C260101EUR0,00',
      ...['C', 'C', 'D', 'D'].map((mark, index) => `:61:2601010101${mark}${amount}NTRFREF${index}`),
      ':62F:C260101EUR0,00',
      '-',
      '',
    ].join('\r\n'),
  );
  await storeFiles(context, books, [poison, night1]);
  const files = await publishStoredFiles(context, books);
  expect(files.map(({ state, findings }) => [state, ...findings.map(({ code }) => code)].join(' '))).toEqual([
    'quarantined ingest.not_storable',
    'published',
  ]);
  rmSync(folder, { recursive: true });
});

test('a statement with a gap is held, also when another account of the file has an entry just like its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-twins-'));
  const message = (account: string, opening: string, closing: string) =>
    [
      `:20:S${account.slice(-4)}`,
      `:25:${account}`,
      ':28C:5/1',
      `:60F:${opening}`,
      ':61:2601050105D4,20NCHGNONREF',
      ':86:FRAIS',
      `:62F:${closing}`,
      '-',
      '',
    ].join('\r\n');
  const write = (name: string, ...messages: string[]) => {
    writeFileSync(join(folder, name), messages.join(''));
    return join(folder, name);
  };
  const [one, two] = ['DE65905310840004718230', 'FR7691274000080000093014708'];
  const first = message(one, 'C260105EUR10,00', 'C260105EUR5,80');
  expect(await ingest(write('first.sta', first), night1)).toEqual(['published', 'published']);
  const before = message(two, 'C260104EUR90,00', 'C260104EUR85,80').replace(':61:2601050105', ':61:2601040104');
  expect(await ingest(write('before.sta', before))).toEqual(['published']);
  const gap = message(two, 'C260105EUR77,00', 'C260105EUR72,80');
  expect(await ingest(write('both.sta', first, gap))).toEqual(['held ingest.statement_gap']);
  rmSync(folder, { recursive: true });
});

test('a file that grows while it is stored is a problem of that file alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-growing-'));
  const growing = join(folder, 'growing.xml');
  writeFileSync(growing, 'first');
  const pool: WorkContext['pool'] = Object.create(context.pool, {
    // Storing takes its connection between naming the bytes and reading them again.
    connect: {
      value: () => {
        writeFileSync(growing, 'first and more');
        return context.pool.connect();
      },
    },
  });
  const { stored, problems } = await storeFiles({ ...context, pool }, books, [growing, night1]);
  expect(problems.map(({ path, code }) => [path, code])).toEqual([[growing, 'ledger.file_changed']]);
  expect(stored.map(({ path }) => path)).toEqual([night1]);
  rmSync(folder, { recursive: true });
});

test('a document named twice in one file is taken once, however far apart the rows are', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-import-'));
  const heading = 'customer_code,document_number,kind,currency,amount,residual,issue_date,due_date\n';
  const row = (document: string, residual: string) =>
    `C1,${document},invoice,EUR,100.00,${residual},2026-01-15,2026-02-15\n`;
  const between = Array.from({ length: 5_200 }, (_, index) => row(`F${index}`, '100.00')).join('');
  writeFileSync(join(folder, 'customers.csv'), 'code,name,ibans\nC1,Martin SARL,\n');
  writeFileSync(
    join(folder, 'items.csv'),
    heading + row('TWICE-0001', '100.00') + between + row('TWICE-0001', '40.00'),
  );
  await importRecords(context, books, 'customers', join(folder, 'customers.csv'));
  const imported = await importRecords(context, books, 'open-items', join(folder, 'items.csv'));
  rmSync(folder, { recursive: true });
  expect(imported).toMatchObject({
    added: 5_201,
    changed: 0,
    refused: [{ line: 5_203, code: 'import.duplicate_row' }],
  });
});
