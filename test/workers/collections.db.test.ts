/** Collections from a file: whole or not at all, once; and what the next run makes of them before it matches. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { collectionForm } from '../../src/ingest/open-items/collection-row.ts';
import { rowReader } from '../../src/ingest/open-items/rows.ts';
import { gatherCollections } from '../../src/workers/jobs/collections-of-file.ts';
import { importRecords } from '../../src/workers/jobs/import-records.ts';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { matchDue } from '../../src/workers/work-queue.ts';
import { enterItems, openBooks, publishPayments } from '../support/books.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { testContext } from '../support/work.ts';

let database: TestDatabase;
let threads: Threads;
let folder = '';
let books: LedgerId;
let bookCount = 0;
beforeAll(async () => {
  database = await createTestDatabase('collections');
  threads = openThreads(1);
  folder = mkdtempSync(join(tmpdir(), 'lettrage-collections-'));
});
afterAll(async () => {
  await threads.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  bookCount += 1;
  books = await openBooks(database.pool, `collections-${bookCount}`, `COLLECTIONS${bookCount}`);
  await enterItems(database.pool, books, [
    { number: 'F-1', customer: 'C1', amount: '100.00' },
    { number: 'F-2', customer: 'C1', amount: '50.00' },
    { number: 'F-3', customer: 'C2', amount: '70.00' },
  ]);
});

const heading =
  'reference,collection_date,scheme,end_to_end_id,mandate_id,customer_code,document_number,amount,collection_amount\n';
const good = [
  'SDD-0001,2026-03-02,CORE,E-1,M-1,C1,F-1,100.00,150.00',
  'SDD-0001,2026-03-02,core,E-1,M-1,C1,F-2,50.00,150.00',
  'SDD-0002,2026-03-02,b2b,E-3,,C2,F-3,70.00,',
];

async function take(rows: readonly string[], file = 'collections.csv', before = heading) {
  const path = join(folder, file);
  writeFileSync(path, before + rows.join('\n'));
  const { added, unchanged, refused } = await importRecords(testContext(database, threads), books, 'collections', path);
  return { added, unchanged, refused: refused.map(({ line, code }) => `${line} ${code}`) };
}
const told = async (sql: string): Promise<readonly Record<string, unknown>[]> =>
  (await inLedger(database.pool, books, (tx) => tx.query<Record<string, unknown>>(sql))).rows;
const taken = async () => (await told('select reference from collection order by 1')).map((row) => row['reference']);

describe('a file of collections', () => {
  test('is taken once, in whatever order it comes again, CSV or JSON lines', async () => {
    expect(await take(good)).toEqual({ added: 3, unchanged: 0, refused: [] });
    expect(await take(good.toReversed())).toEqual({ added: 0, unchanged: 3, refused: [] });
    const json = good.map((row) => {
      const values = row.split(',');
      return JSON.stringify(
        Object.fromEntries(
          heading
            .trim()
            .split(',')
            .map((name, index) => [name, values[index]]),
        ),
      );
    });
    expect(await take(json, 'collections.jsonl', '')).toEqual({ added: 0, unchanged: 3, refused: [] });
    expect(
      await told(
        `select reference, scheme, amount_minor::int as minor, line_count as lines from collection order by 1`,
      ),
    ).toEqual([
      { reference: 'SDD-0001', scheme: 'core', minor: 15_000, lines: 2 },
      { reference: 'SDD-0002', scheme: 'b2b', minor: 7_000, lines: 1 },
    ]);
    expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
  });

  const [first = '', second = '', other = ''] = good;
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['a row missing', [first, other], ['2 import.collection_sum'], ['SDD-0002']],
    ['an unknown document', [first, second.replace('F-2', 'F-9'), other], ['3 import.document_unknown'], ['SDD-0002']],
    ['a document twice', [first, second, second, other], ['4 import.duplicate_row'], ['SDD-0002']],
    ['two dates', [first, second.replace('03-02', '03-03'), other], ['3 import.collection_uneven'], ['SDD-0002']],
    [
      'an unreadable amount',
      [first, second.replace('50.00', '50.0O'), other],
      ['2 import.collection_incomplete', '3 import.amount_not_decimal'],
      ['SDD-0002'],
    ],
    [
      'an unknown scheme',
      [first, second, other.replace('b2b', 'cor1')],
      ['4 import.collection_incomplete', '4 import.scheme_unknown'],
      ['SDD-0001'],
    ],
    [
      'a row of nothing',
      [first, ',,,,,,,,', second, other],
      ['3 import.value_missing', '5 import.collection_incomplete'],
      ['SDD-0001'],
    ],
  ])('with %s is refused as far as it is in doubt', async (_, rows, refused, known) => {
    expect((await take(rows)).refused.toSorted()).toEqual(refused.toSorted());
    expect(await taken()).toEqual(known);
  });

  test('does not change what was sent', async () => {
    await take(good);
    const changed = good.map((row) => row.replace('E-3', 'E-4'));
    expect(await take(changed)).toEqual({ added: 0, unchanged: 2, refused: ['4 import.collection_changed'] });
  });

  test('of more rows than are held is refused, all of it', () => {
    const gathered = gatherCollections(2);
    const reader = rowReader('csv', collectionForm);
    for (const row of [...reader.push(heading + good.join('\n')), ...reader.end()]) gathered.add(row);
    const { whole, refused } = gathered.end();
    expect([whole, refused.map(({ line, code }) => `${line} ${code}`)]).toEqual([
      [],
      ['4 import.collections_too_many'],
    ]);
  });
});

test('a run applies what was collected and takes back what was returned before it matches', async () => {
  await take(good);
  const statement = { account: `COLLECTIONS${bookCount}`, content: 'run', opening: '0.00', closedOn: '2026-03-05' };
  await publishPayments(database.pool, books, statement, [
    {
      name: 'batch',
      amount: '150.00',
      bookedOn: '2026-03-02',
      text: 'REMISE SDD-0001',
      batch: { reference: 'BANK-7', count: 2 },
    },
    { name: 'E-3', amount: '70.00', bookedOn: '2026-03-02' },
    { name: 'back', endToEndId: 'E-1', amount: '158.50', side: 'debit', bookedOn: '2026-03-05', returned: 'MD01' },
    { name: 'lost', amount: '12.00', side: 'debit', bookedOn: '2026-03-05', returned: 'AC04' },
  ]);
  await matchDue(testContext(database, threads), books);
  expect(
    await told('select document_number as number, residual_minor::int as minor from open_item order by 1'),
  ).toEqual([
    { number: 'F-1', minor: 10_000 },
    { number: 'F-2', minor: 5_000 },
    { number: 'F-3', minor: 0 },
  ]);
  expect(
    await told(`select amount_minor::int as minor, status, review_reason as reason from payment order by amount_minor`),
  ).toEqual([
    { minor: 1_200, status: 'in_review', reason: 'returned_payment' },
    { minor: 7_000, status: 'applied', reason: null },
    { minor: 15_000, status: 'applied', reason: null },
    { minor: 15_850, status: 'applied', reason: null },
  ]);
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});
