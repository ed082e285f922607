/** A stored file is the file that came, to the byte, however its bytes are kept. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileSha256, LedgerId } from '../../src/domain/ids.ts';
import { ensureLedger } from '../../src/ledger/commands/register.ts';
import { storeStatementFile } from '../../src/ledger/commands/store-statement-file.ts';
import { readFileBytes } from '../../src/ledger/queries/quarantine.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { chunkBytes } from '../../src/ledger/stored-chunk.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const act = { actor: 'tester', now: new Date('2026-03-05T06:00:00.000Z') };
const books = (name: string): Promise<LedgerId> => ensureLedger(database.pool, name, name);
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('store');
});
afterAll(() => database.drop());

/** Bytes that no compressor makes smaller, the same every time. */
const noise = (sizeBytes: number): Buffer =>
  Buffer.concat(
    Array.from({ length: Math.ceil(sizeBytes / 32) }, (_, index) => createHash('sha256').update(`${index}`).digest()),
  ).subarray(0, sizeBytes);

async function* inPieces(bytes: Buffer, pieceBytes: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
}

const store = (ledgerId: LedgerId, read: () => AsyncIterable<Uint8Array>) =>
  storeStatementFile(database.pool, ledgerId, { name: 'file', read, largestBytes: 1 << 26 }, act);

async function readBack(ledgerId: LedgerId, sha256: FileSha256): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readFileBytes(database.pool, ledgerId, sha256)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const chunksOf = (ledgerId: LedgerId) =>
  inLedger(database.pool, ledgerId, async (tx) => {
    const { rows } = await tx.query<{ isDeflated: boolean }>(
      'select is_deflated as "isDeflated" from statement_file_chunk order by chunk_index',
    );
    return rows.map(({ isDeflated }) => isDeflated);
  });

const whole = Buffer.concat([Buffer.alloc(8 * chunkBytes, 'entry '), noise(chunkBytes), Buffer.from('the end')]);

test.each([1_000_003, chunkBytes, 4_097])('comes back to the byte when it came in pieces of %i', async (pieceBytes) => {
  const ledgerId = await books(`pieces-${pieceBytes}`);
  const { sha256, sizeBytes } = await store(ledgerId, () => inPieces(whole, pieceBytes));
  expect(sizeBytes).toBe(whole.length);
  expect((await readBack(ledgerId, sha256)).equals(whole)).toBe(true);
  // What does not get smaller, and the short end, stay as they came.
  expect(await chunksOf(ledgerId)).toEqual([...Array.from({ length: 8 }, () => true), false, false]);
  expect((await verifyLedger(database.pool, ledgerId)).violations).toEqual([]);
});

test('a source that breaks off while chunks are under way leaves nothing, and its connection goes on', async () => {
  const ledgerId = await books('breaks-off');
  let readCount = 0;
  async function* breaking(): AsyncGenerator<Buffer> {
    readCount += 1;
    for await (const piece of inPieces(whole, chunkBytes)) {
      yield piece;
      if (readCount === 2 && piece.length === chunkBytes && piece.equals(noise(chunkBytes)))
        throw new Error('unplugged');
    }
  }
  await expect(store(ledgerId, breaking)).rejects.toThrow('unplugged');
  expect(await chunksOf(ledgerId)).toEqual([]);
  const { isNew } = await store(ledgerId, () => inPieces(whole, chunkBytes));
  expect(isNew).toBe(true);
});

test('a file that changes between its two readings is refused', async () => {
  const ledgerId = await books('changes');
  const contents = [whole, Buffer.concat([whole, Buffer.from('!')])];
  const changing = () => inPieces(contents.shift() ?? whole, chunkBytes);
  await expect(store(ledgerId, changing)).rejects.toMatchObject({ refusal: { code: 'ledger.file_changed' } });
  expect(await chunksOf(ledgerId)).toEqual([]);
});
