/**
 * Keeps the bytes of a statement file before anyone reads them. The file's name is told, never trusted: its identity
 * is the SHA-256 of its bytes, and the same bytes under another name are the same file.
 */
import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { FileSha256, LedgerId } from '../../domain/ids.ts';
import type { Act } from '../audit.ts';
import type { FileState } from '../file-state.ts';
import { LedgerError } from '../errors.ts';
import { enqueue } from '../jobs.ts';
import { chunkBytes, packChunk } from '../stored-chunk.ts';
import { inLedger } from '../transaction.ts';

export type StoredFile = Readonly<{ sha256: FileSha256; sizeBytes: number; isNew: boolean; state: FileState }>;

// So many chunks are being deflated or stored while the next is read: 1.5 MB.
const chunksUnderWay = 6;

/**
 * Stores the bytes and asks for the file to be published: one transaction, so that a file is there whole or not at all.
 *
 * @param read - opens the bytes; called twice, once to name the file and once to store it when it is new.
 * @param largestBytes - more than this is refused before anything is stored.
 * @param source - the source that was pulled; absent when the file was handed in.
 * @throws LedgerError `ledger.file_too_large`, `ledger.file_changed`
 */
export async function storeStatementFile(
  pool: Pool,
  ledgerId: LedgerId,
  file: Readonly<{ name: string; read: () => AsyncIterable<Uint8Array>; largestBytes: number; source?: string }>,
  act: Act,
): Promise<StoredFile> {
  const { sha256, sizeBytes } = await identify(file.read(), file.largestBytes);
  return inLedger(pool, ledgerId, async (tx) => {
    const { rowCount } = await tx.query(
      `insert into statement_file (ledger_id, sha256, size_bytes, state) values ($1, $2, $3, 'stored')
       on conflict (ledger_id, sha256) do nothing`,
      [ledgerId, sha256, sizeBytes],
    );
    const isNew = rowCount === 1;
    if (isNew) {
      const stored = await storeChunks(tx, ledgerId, sha256, file.read());
      if (stored !== sha256) throw new LedgerError('ledger.file_changed', { file: file.name });
    }
    await tx.query(
      'insert into statement_file_arrival (ledger_id, sha256, name, source, arrived_at) values ($1, $2, $3, $4, $5)',
      [ledgerId, sha256, file.name.slice(-255), file.source ?? null, act.now],
    );
    // A quarantined file that is sent again is read again: an account may have been registered meanwhile.
    const updated = await tx.query<{ state: FileState }>(
      `update statement_file set state = case state when 'quarantined' then 'stored' else state end
       where ledger_id = $1 and sha256 = $2 returning state`,
      [ledgerId, sha256],
    );
    const state = updated.rows[0]?.state ?? 'stored';
    if (state === 'stored' || state === 'held') await enqueue(tx, ledgerId, 'publish', '');
    return { sha256, sizeBytes, isNew, state };
  });
}

async function identify(source: AsyncIterable<Uint8Array>, largestBytes: number) {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const bytes of source) {
    sizeBytes += bytes.length;
    if (sizeBytes > largestBytes) throw new LedgerError('ledger.file_too_large', { limitBytes: String(largestBytes) });
    hash.update(bytes);
  }
  return { sha256: hash.digest('hex') as FileSha256, sizeBytes };
}

/**
 * While chunks are deflated and the database takes them, the next are read and hashed.
 *
 * @returns the SHA-256 of what was stored.
 */
async function storeChunks(
  tx: PoolClient,
  ledgerId: LedgerId,
  sha256: FileSha256,
  source: AsyncIterable<Uint8Array>,
): Promise<string> {
  const seen = createHash('sha256');
  const store = async (bytes: Buffer, chunkIndex: number, before: Promise<void> | undefined): Promise<void> => {
    const chunk = await packChunk(bytes);
    await before;
    await tx.query(
      'insert into statement_file_chunk (ledger_id, sha256, chunk_index, bytes, is_deflated) values ($1, $2, $3, $4, $5)',
      [ledgerId, sha256, chunkIndex, chunk.bytes, chunk.isDeflated],
    );
  };
  const underWay: Promise<void>[] = [];
  let chunkIndex = 0;
  try {
    for await (const bytes of inChunks(source)) {
      seen.update(bytes);
      const stored = store(bytes, chunkIndex, underWay.at(-1));
      // Told when it is awaited; the source may fail before.
      stored.catch(() => undefined);
      underWay.push(stored);
      chunkIndex += 1;
      if (underWay.length >= chunksUnderWay) await underWay.shift();
    }
  } finally {
    // None may come to the connection after the transaction has ended.
    await Promise.allSettled(underWay);
  }
  await Promise.all(underWay);
  return seen.digest('hex');
}

async function* inChunks(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  for await (const bytes of source) {
    let rest = bytes;
    while (waitingBytes + rest.length >= chunkBytes) {
      const missing = chunkBytes - waitingBytes;
      yield Buffer.concat([...waiting, rest.subarray(0, missing)], chunkBytes);
      rest = rest.subarray(missing);
      waiting = [];
      waitingBytes = 0;
    }
    if (rest.length > 0) waiting.push(rest);
    waitingBytes += rest.length;
  }
  if (waitingBytes > 0) yield Buffer.concat(waiting);
}
