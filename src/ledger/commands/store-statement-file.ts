/**
 * Keeps the bytes of a statement file before anyone reads them. The file's name is told, never trusted: its identity
 * is the SHA-256 of its bytes, and the same bytes under another name are the same file.
 */
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { FileSha256, LedgerId } from '../../domain/ids.ts';
import type { Act } from '../audit.ts';
import { LedgerError } from '../errors.ts';
import { enqueue } from '../jobs.ts';
import { inLedger } from '../transaction.ts';

export type StoredFile = Readonly<{ sha256: FileSha256; sizeBytes: number; isNew: boolean; state: FileState }>;
export type FileState = 'stored' | 'published' | 'held' | 'quarantined' | 'duplicate';

const chunkBytes = 256 * 1024;

/**
 * Stores the bytes and asks for the file to be published: one transaction, so that a file is there whole or not at all.
 *
 * @param read - opens the bytes; called twice, once to name the file and once to store it when it is new.
 * @param largestBytes - more than this is refused before anything is stored.
 * @throws LedgerError `ledger.file_too_large`, `ledger.file_changed`
 */
export async function storeStatementFile(
  pool: Pool,
  ledgerId: LedgerId,
  file: Readonly<{ name: string; read: () => AsyncIterable<Uint8Array>; largestBytes: number }>,
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
      let chunkIndex = 0;
      const seen = createHash('sha256');
      for await (const bytes of inChunks(file.read())) {
        seen.update(bytes);
        await tx.query(
          'insert into statement_file_chunk (ledger_id, sha256, chunk_index, bytes) values ($1, $2, $3, $4)',
          [ledgerId, sha256, chunkIndex, bytes],
        );
        chunkIndex += 1;
      }
      if (seen.digest('hex') !== sha256) throw new LedgerError('ledger.file_changed', { file: file.name });
    }
    await tx.query('insert into statement_file_arrival (ledger_id, sha256, name, arrived_at) values ($1, $2, $3, $4)', [
      ledgerId,
      sha256,
      file.name.slice(-255),
      act.now,
    ]);
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

async function* inChunks(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Buffer = Buffer.alloc(0);
  for await (const bytes of source) {
    waiting = Buffer.concat([waiting, bytes]);
    while (waiting.length >= chunkBytes) {
      yield waiting.subarray(0, chunkBytes);
      waiting = waiting.subarray(chunkBytes);
    }
  }
  if (waiting.length > 0) yield waiting;
}
