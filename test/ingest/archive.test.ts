/** Archives: what is in them comes out byte for byte; what is broken, hidden, nested or a bomb does not. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isArchive } from '../../src/ingest/archive/kind.ts';
import { openArchive } from '../../src/ingest/archive/open-archive.ts';
import { openSource, withArchiveReason } from '../../src/ingest/archive/open-source.ts';
import { ingestFindings } from '../../src/ingest/findings.ts';
import { statementFileReader } from '../../src/ingest/statement-file.ts';
import { random } from '../support/random.ts';
import { zip } from '../support/zip-writer.ts';
import { fixturePath, readFixture } from './fixtures.ts';
import { codesOf, readBytes, utf8 } from './read-file.ts';

const fixture = (name: string): Uint8Array => readFileSync(fixturePath(`archives/${name}`));
const day = readFixture('camt/statement-with-batch-and-return.xml');
const day2 = readFixture('mt940/dutch-slash-codes.sta');

const open = async (bytes: Uint8Array) => {
  const opened = await openArchive(bytes);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value.map((member) => ({ name: member.name, text: Buffer.from(member.bytes).toString() }));
};
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const opened = await openArchive(bytes);
  return opened.ok ? 'opened' : opened.error.code;
};

describe('an archive of another program', () => {
  test('gives its statements, and neither folders nor what macOS adds', async () => {
    const members = await open(fixture('two-statements-in-a-folder.zip'));
    expect(members).toEqual([
      { name: 'out/relevé 03-02.xml', text: Buffer.from(day).toString() },
      { name: 'out/day.sta', text: Buffer.from(day2).toString() },
    ]);
  });

  test.each(['sizes-behind-the-bytes.zip', 'zip64-with-a-comment.zip', 'packed.xml.gz', 'packed-in-two-pieces.xml.gz'])(
    '%s gives the statement as it was packed',
    async (name) => {
      expect(await open(fixture(name))).toMatchObject([{ text: Buffer.from(day).toString() }]);
    },
  );
});

describe('a zip', () => {
  const good = zip([
    { name: 'a.xml', bytes: day },
    { name: 'b.sta', bytes: day2, isStored: true },
  ]);

  test('of ours is read as those of others are', async () => {
    expect((await open(good)).map(({ name }) => name)).toEqual(['a.xml', 'b.sta']);
  });

  test('cut at any byte is never opened, and is incomplete as long as its end record is', async () => {
    const codes = new Set<string>();
    for (let length = 4; length < good.length; length++) codes.add(await codeOf(good.subarray(0, length)));
    expect([...codes]).toEqual(['ingest.archive_truncated']);
  });

  test('with one byte changed gives the same bytes or nothing', async () => {
    const before = (await open(good)).map(({ text }) => text);
    for (let at = 4; at < good.length; at++) {
      const changed = Uint8Array.from(good);
      changed[at] = (changed[at] ?? 0) ^ 0x11;
      const opened = await openArchive(changed);
      if (!opened.ok) continue;
      expect(opened.value.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(before);
    }
  });

  const member = { name: 'a.xml', bytes: day };
  test.each([
    ['whose directory names another file than its header', [{ ...member, localName: 'b.xml' }], {}],
    ['with a wrong checksum', [{ ...member, says: { crc: 1 } }], {}],
    ['that says it is shorter', [{ ...member, says: { size: day.length - 1 } }], {}],
    ['that says it is longer', [{ ...member, says: { size: day.length + 1 } }], {}],
    ['whose directory lists fewer members', [member, { ...member, name: 'hidden.xml' }], { entryCount: 1 }],
    ['whose directory lists more members', [member], { entryCount: 2 }],
    ['packed by a method that is not read', [{ ...member, says: { method: 14 } }], {}],
    ['whose member stands beyond its end', [{ ...member, says: { offset: 1_000_000 } }], {}],
    ['whose members are one and the same bytes', [member, { ...member, says: { offset: 0 } }], {}],
  ])('%s is damaged', async (_what, members, end) => {
    expect(await codeOf(zip(members, end))).toBe('ingest.archive_damaged');
  });

  test('with bytes behind its end is damaged', async () => {
    expect(await codeOf(Buffer.concat([good, Buffer.alloc(3)]))).toBe('ingest.archive_damaged');
  });

  test.each([0x1, 0x41, 0x2041])('with encryption flags %i is not opened', async (flags) => {
    expect(await codeOf(zip([{ ...member, says: { flags } }]))).toBe('ingest.archive_encrypted');
  });

  test.each([
    ['nothing', []],
    ['a folder alone', [{ name: 'out/', bytes: utf8(''), isStored: true }]],
  ])('with %s is empty', async (_what, members) => {
    expect(await codeOf(zip(members))).toBe('ingest.archive_empty');
  });

  test('may hold a file without content', async () => {
    expect(await open(zip([{ name: 'empty.xml', bytes: utf8('') }]))).toEqual([{ name: 'empty.xml', text: '' }]);
  });

  test('in any other archive, and any archive in a zip, is refused', async () => {
    const heads = ['7z\u{BC}\u{AF}\u{27}\u{1C}', 'Rar!\u001A\u0007', 'BZh9', '\u{FD}7zXZ\0'].map((head) =>
      Buffer.from(head, 'latin1'),
    );
    const nested = [good, gzipSync(day), ...heads].map((bytes) => zip([member, { name: 'inner', bytes }]));
    for (const bytes of [...nested, gzipSync(good), gzipSync(gzipSync(day))]) {
      expect(await codeOf(bytes)).toBe('ingest.archive_nested');
    }
  });

  test('names are data: they are shown, and never decide where anything is', async () => {
    const names = [
      '../../etc/passwd',
      '/abs',
      'C:\\x.xml',
      '..\\..\\y',
      'a\nb\u0000c\u202Egnp.xml',
      '',
      '.',
      `${'é'.repeat(400)}.xml`,
    ];
    const members = await open(zip(names.map((name) => ({ name, bytes: day }))));
    expect(members.map(({ name }) => name).slice(0, 7)).toEqual([
      '../../etc/passwd',
      '/abs',
      'C:\\x.xml',
      '..\\..\\y',
      'a\u{FFFD}b\u{FFFD}c\u{FFFD}gnp.xml',
      '',
      '.',
    ]);
    expect(members.at(-1)?.name).toBe(`${'é'.repeat(196)}.xml`);
  });
});

describe('a gzip', () => {
  const good = gzipSync(day);

  test('cut at any byte is incomplete', async () => {
    for (let length = 2; length < good.length; length++) {
      expect(await codeOf(good.subarray(0, length))).toBe('ingest.archive_truncated');
    }
  });

  test('with one byte changed gives the same bytes or nothing', async () => {
    for (let at = 3; at < good.length; at++) {
      const changed = Uint8Array.from(good);
      changed[at] = (changed[at] ?? 0) ^ 0x11;
      const opened = await openArchive(changed);
      expect(opened.ok ? Buffer.from(opened.value[0]?.bytes ?? []).equals(day) : true).toBe(true);
    }
  });

  test.each([Buffer.alloc(20), Buffer.from('behind')])('with bytes behind its end is damaged', async (behind) => {
    expect(await codeOf(Buffer.concat([good, behind]))).toBe('ingest.archive_damaged');
  });
});

describe('a source', () => {
  const source = (name: string, bytes: Uint8Array, pieceBytes: number) => ({
    name,
    async *read() {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
    },
  });

  test.each([1, 5, 7, 1_000])('in pieces of %i bytes is known for an archive or not', async (pieceBytes) => {
    const zipped = source('drop.zip', zip([{ name: 'out/day.xml', bytes: day }]), pieceBytes);
    expect(await openSource(zipped)).toMatchObject({ files: [{ name: 'drop.zip/out/day.xml' }], refusal: null });
    const packed = source('day.xml.gz', gzipSync(day), pieceBytes);
    expect(await openSource(packed)).toMatchObject({ files: [{ name: 'day.xml.gz' }], refusal: null });
    const bare = source('day.zip', day, pieceBytes);
    expect(await openSource(bare)).toEqual({ files: [bare], refusal: null });
    expect((await openSource(source('two', utf8('PK'), pieceBytes))).refusal).toBeNull();
  });

  test('that is refused stays whole, and what is read of it says why', async () => {
    const cut = source('drop.zip', zip([{ name: 'a', bytes: day }]).subarray(0, 300), 100);
    const { files, refusal } = await openSource(cut);
    expect([files, refusal?.code]).toEqual([[cut], 'ingest.archive_truncated']);
    const reader = statementFileReader();
    for await (const piece of cut.read()) reader.push(piece);
    const { file } = reader.end();
    expect(file).toMatchObject({ outcome: 'refused', findings: [{ code: 'ingest.archive_not_opened' }] });
    expect(await withArchiveReason(file, cut)).toMatchObject({
      outcome: 'incomplete',
      findings: [{ code: 'ingest.archive_truncated' }],
    });
  });

  test('that is read as it is, is never taken for a statement', () => {
    for (const bytes of [zip([{ name: 'a', bytes: day, isStored: true }]), gzipSync(day)]) {
      expect(isArchive(bytes)).toBe(true);
      expect(codesOf(readBytes(bytes))).toEqual(['ingest.archive_not_opened']);
    }
  });

  test('larger than an archive may be is not even unpacked', async () => {
    const bytes = zip([{ name: 'a', bytes: random('large').bytes(3_000) }]);
    const limits = { packedBytes: 2_000, unpackedBytes: 10_000, ratio: 100, members: 100 };
    expect((await openSource(source('drop.zip', bytes, 500), limits)).refusal?.code).toBe('ingest.archive_too_large');
    const opened = await openArchive(bytes, limits);
    expect(opened).toMatchObject({ ok: false, error: { code: 'ingest.archive_too_large' } });
  });
});

test('every refusal of an archive is in the table of findings', () => {
  expect(Object.keys(ingestFindings).filter((code) => code.startsWith('ingest.archive_'))).toHaveLength(8);
});
