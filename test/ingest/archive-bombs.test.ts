/** Archives made to fill a disk, a memory or a night: refused at once, before they are unpacked. */
import { once } from 'node:events';
import { createDeflateRaw, createGzip, deflateRawSync, gzipSync, type DeflateRaw, type Gzip } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { openArchive } from '../../src/ingest/archive/open-archive.ts';
import { random } from '../support/random.ts';
import { zip, type ZipMember } from '../support/zip-writer.ts';

const mebibyte = 1024 * 1024;

/** So many zero bytes packed, without ever holding them. */
async function packedZeros(pack: DeflateRaw | Gzip, mebibytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  pack.on('data', (piece: Buffer) => pieces.push(piece));
  const zeros = Buffer.alloc(mebibyte);
  for (let count = 0; count < mebibytes; count++) if (!pack.write(zeros)) await once(pack, 'drain');
  pack.end();
  await once(pack, 'end');
  return Buffer.concat(pieces);
}

const nothing = Buffer.alloc(0);
const noise = random('bombs').bytes(mebibyte);
let zeros512: Buffer;
let gzipZeros512: Buffer;

beforeAll(async () => {
  zeros512 = await packedZeros(createDeflateRaw(), 512);
  gzipZeros512 = await packedZeros(createGzip(), 512);
  expect([zeros512.length, gzipZeros512.length]).toEqual([expect.closeTo(521_800, -3), expect.closeTo(521_800, -3)]);
});

/** 512 MiB in half a megabyte, which says of its size what it is told to. */
const zeros = (says: ZipMember['says'] = {}): ZipMember => ({ name: 'zeros', bytes: nothing, packed: zeros512, says });
const matryoshka = (depth: number): Uint8Array =>
  depth === 0 ? zip([zeros({ size: 512 * mebibyte })]) : zip([{ name: 'lib.zip', bytes: matryoshka(depth - 1) }]);

/** Members that each begin inside the one before and all end together: headers are packed bytes of the others. */
function overlapping(count: number): Uint8Array {
  const kernel = deflateRawSync(noise, { level: 0 });
  const headerBytes = 30 + 1;
  return zip([
    { name: 'a', bytes: noise, packed: kernel },
    ...Array.from({ length: count - 1 }, (_, index) => ({
      name: 'b',
      bytes: noise,
      packed: nothing,
      says: { offset: index * headerBytes, packedSize: kernel.length - index * headerBytes },
    })),
  ]);
}

const bombs: readonly (readonly [string, () => Uint8Array, string])[] = [
  ['512 MiB of zeros that say so', () => zip([zeros({ size: 512 * mebibyte })]), 'ingest.archive_too_compressed'],
  ['512 MiB of zeros that say 1,000', () => zip([zeros({ size: 1_000 })]), 'ingest.archive_damaged'],
  ['512 MiB of zeros that say 49 MiB', () => zip([zeros({ size: 49 * mebibyte })]), 'ingest.archive_damaged'],
  [
    '512 MiB of zeros that say they are packed in 64 MiB',
    () => zip([zeros({ size: 60 * mebibyte, packedSize: 64 * mebibyte })]),
    'ingest.archive_damaged',
  ],
  [
    '4 GiB that say 0xffffffff, without 64-bit sizes',
    () => zip([zeros({ size: 0xffffffff, packedSize: 0xffffffff })]),
    'ingest.archive_too_large',
  ],
  [
    '100 members, each the same megabyte of noise',
    () =>
      zip([
        { name: 'a', bytes: noise, isStored: true },
        ...Array.from({ length: 60 }, () => ({
          name: 'a',
          bytes: noise,
          packed: nothing,
          isStored: true,
          says: { offset: 0, packedSize: mebibyte },
        })),
      ]),
    'ingest.archive_damaged',
  ],
  ['60 members that end together', () => overlapping(60), 'ingest.archive_damaged'],
  [
    'many members, each of a lawful size, together too large',
    () =>
      zip(
        Array.from({ length: 90 }, () => ({ name: 'a', bytes: noise.subarray(0, 20_000), says: { size: mebibyte } })),
      ),
    'ingest.archive_too_large',
  ],
  ['65,535 members', () => zip([{ name: 'a', bytes: nothing }], { entryCount: 0xffff }), 'ingest.archive_too_large'],
  [
    '101 empty members',
    () => zip(Array.from({ length: 101 }, (_, index) => ({ name: String(index), bytes: nothing }))),
    'ingest.archive_too_large',
  ],
  [
    '42.zip: 16 zips of 16 zips',
    () => zip(Array.from({ length: 16 }, (_, index) => ({ name: `lib ${String(index)}.zip`, bytes: matryoshka(3) }))),
    'ingest.archive_nested',
  ],
  [
    '42.zip as it was: encrypted too',
    () => zip([{ name: 'lib 0.zip', bytes: matryoshka(3), says: { flags: 0x1 } }]),
    'ingest.archive_encrypted',
  ],
  [
    'a quine: what comes out is the zip again',
    () => zip([{ name: 'r.zip', bytes: zip([{ name: 'r.zip', bytes: noise.subarray(0, 400) }]) }]),
    'ingest.archive_nested',
  ],
  ['a gzip of 512 MiB of zeros', () => gzipZeros512, 'ingest.archive_too_compressed'],
  [
    'a gzip of 512 MiB of zeros behind noise that makes the ratio lawful',
    () => Buffer.concat([gzipSync(noise), gzipZeros512]),
    'ingest.archive_too_large',
  ],
  [
    'a gzip in a gzip in a gzip',
    () => gzipSync(gzipSync(gzipSync(noise.subarray(0, 100_000)))),
    'ingest.archive_nested',
  ],
];

test.each(bombs)('%s: refused within a second and 100 MB', async (_name, make, code) => {
  const bytes = make();
  globalThis.gc?.();
  // The high-water mark of the process: what a refusal needed cannot hide behind a collection.
  const before = process.resourceUsage().maxRSS;
  const start = process.hrtime.bigint();
  const opened = await openArchive(bytes);
  const milliseconds = Number((process.hrtime.bigint() - start) / 1_000_000n);
  const grownBytes = (process.resourceUsage().maxRSS - before) * 1024;
  expect(opened).toMatchObject({ ok: false, error: { code } });
  expect(milliseconds).toBeLessThan(1_000);
  expect(grownBytes).toBeLessThan(100 * mebibyte);
});
