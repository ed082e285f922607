/** Archives on their way into the books: their members are files like others, and nothing of them is lost. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { publishStoredFiles } from '../../src/workers/jobs/publish-files.ts';
import { storeFiles } from '../../src/workers/jobs/store-files.ts';
import { openThreads } from '../../src/workers/threads.ts';
import { storeSource } from '../../src/workers/jobs/store-source.ts';
import { act, type WorkContext } from '../../src/workers/work-context.ts';
import { sha256Of } from '../support/books.ts';
import type { TestDatabase } from '../support/database.ts';
import { demo, openDemoBooks } from '../support/demo-books.ts';
import { random } from '../support/random.ts';
import { zip } from '../support/zip-writer.ts';

const account = 'FR7690817000420002148760545';
const night1 = readFileSync(`${demo}night-1/camt053_${account}_20260302.xml`);
const night2 = readFileSync(`${demo}night-2/camt053_${account}_20260303.xml`);

const folder = mkdtempSync(join(tmpdir(), 'lettrage-archives-'));
const threads = openThreads(1);
let database: TestDatabase;
let context: WorkContext;
let books: LedgerId;

afterAll(async () => {
  await threads.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  ({ database, context, books } = await openDemoBooks('archives', threads));
  return () => database.drop();
});

const put = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

const publish = async () =>
  (await publishStoredFiles(context, books)).map(({ state, findings }) =>
    [state, ...findings.map(({ code }) => code)].join(' '),
  );

const arrivals = () =>
  inLedger(database.pool, books, async (tx) => {
    const { rows } = await tx.query<{ name: string }>(
      'select sha256, name from statement_file_arrival order by name collate "C"',
    );
    return rows;
  });

test('the days of a zip are published like bare ones, and the same days in another zip are no news', async () => {
  const path = put(
    'drop.zip',
    zip([
      { name: 'b.xml', bytes: night2 },
      { name: 'out/a.xml', bytes: night1 },
    ]),
  );
  const { stored, problems } = await storeFiles(context, books, [path]);
  expect(problems).toEqual([]);
  expect(stored.map(({ path: at, sha256, isNew }) => [at, sha256, isNew])).toEqual([
    [`${path}/b.xml`, sha256Of(night2.toString()), true],
    [`${path}/out/a.xml`, sha256Of(night1.toString()), true],
  ]);
  expect(await publish()).toEqual(['published', 'published']);

  const again = [
    put('again.zip', zip([{ name: 'renamed.txt', bytes: night1, isStored: true }])),
    put('night-2.xml.gz', gzipSync(night2)),
  ];
  const second = await storeFiles(context, books, again);
  expect(second.stored.map(({ isNew, state }) => [isNew, state])).toEqual([
    [false, 'published'],
    [false, 'published'],
  ]);
  expect((await arrivals()).map(({ name }) => name)).toEqual([
    'again.zip/renamed.txt',
    'drop.zip/b.xml',
    'drop.zip/out/a.xml',
    'night-2.xml.gz',
  ]);
});

test('an archive that is refused is kept whole, with the reason, and its neighbours go on', async () => {
  const broken = zip([
    { name: 'a.xml', bytes: night1 },
    { name: 'b.xml', bytes: night2, says: { crc: 1 } },
  ]);
  const cut = zip([{ name: 'a.xml', bytes: night1 }]).subarray(0, 500);
  const paths = [put('broken.zip', broken), put('cut.zip', cut), put('night-1.xml', night1)];
  await storeFiles(context, books, paths);
  expect((await publish()).toSorted()).toEqual([
    'published',
    'quarantined ingest.archive_damaged',
    'quarantined ingest.archive_truncated',
  ]);
  const kept = await inLedger(database.pool, books, async (tx) => {
    const { rows } = await tx.query<{ size: string }>(
      `select sum(octet_length(bytes)) as size from statement_file_chunk c join statement_file f using (ledger_id, sha256)
       where f.state = 'quarantined' group by sha256 order by 1`,
    );
    return rows.map(({ size }) => Number(size));
  });
  expect(kept).toEqual([cut.length, broken.length].toSorted((a, b) => a - b));
});

test('a name in an archive is kept as text and leads nowhere', async () => {
  const names = ['../../../escaped.xml', 'nul\u0000byte.xml', '/etc/cron.d/x', `${'long/'.repeat(100)}x.xml`];
  const path = put(
    'names.zip',
    zip(names.map((name, index) => ({ name, bytes: Buffer.from(`file ${String(index)}`) }))),
  );
  const { stored, problems } = await storeFiles(context, books, [path]);
  expect([stored.length, problems]).toEqual([4, []]);
  const found = await arrivals();
  expect(found.map(({ name }) => name).toSorted()).toEqual(
    [
      'names.zip/../../../escaped.xml',
      'names.zip/nul\u{FFFD}byte.xml',
      'names.zip//etc/cron.d/x',
      `names.zip/${names.at(-1)?.slice(-200) ?? ''}`,
    ].toSorted(),
  );
});

/** Names that lead out of a folder, hide, end a line or a string, or are too long: 500 of them, all different. */
function hostileNames(): readonly string[] {
  const leading = [
    '../',
    '..\\',
    '/etc/',
    'C:\\',
    '\\\\host\\share\\',
    './',
    '%2e%2e%2f',
    '..%c0%af',
    '\u{FF0F}..\u{FF0F}',
    'CON',
  ];
  const hidden = [
    '\u0000',
    '\r\n',
    '\u001B[2J',
    '\u202E',
    '\u2028',
    '\u200B',
    '\uFEFF',
    "'; drop table entry; --",
    '$(reboot)',
  ];
  const long = ['\u0301'.repeat(40), 'x'.repeat(5_000), '😀'.repeat(200), '.'.repeat(300), ' '];
  const { pick, below } = random('names');
  const names = new Set<string>();
  while (names.size < 500) {
    const parts = Array.from({ length: 1 + below(4) }, () => pick([...leading, ...hidden, ...long]));
    names.add(`${parts.join('')}${String(names.size)}.xml`);
  }
  return [...names];
}

test('500 hostile names are kept as text that can be shown, and no file is written anywhere', async () => {
  const names = hostileNames();
  const before = readdirSync(folder, { recursive: true }).length;
  for (let at = 0; at < names.length; at += 100) {
    const members = names.slice(at, at + 100).map((name, index) => ({ name, bytes: Buffer.from(String(at + index)) }));
    const bytes = zip(members);
    const source = { name: 'names.zip', largestBytes: 1 << 20, read: () => ReadableStream.from([bytes]) };
    const { files, refusal } = await storeSource(context.pool, books, source, act(context));
    expect([files.length, refusal]).toEqual([100, null]);
  }
  const kept = await arrivals();
  expect(kept).toHaveLength(500);
  expect(kept.filter(({ name }) => name.length > 255 || /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name))).toEqual([]);
  expect(readdirSync(folder, { recursive: true })).toHaveLength(before);
});
