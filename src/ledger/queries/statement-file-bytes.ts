import type { PoolClient } from 'pg';
import type { FileSha256, LedgerId } from '../../domain/ids.ts';
import { unpackChunk, type StoredChunk } from '../stored-chunk.ts';

/** The bytes of a stored file. While the reader is at one chunk the next is on its way: two are in memory. */
export async function* readStatementFileBytes(
  tx: PoolClient,
  ledgerId: LedgerId,
  sha256: FileSha256,
): AsyncGenerator<Uint8Array> {
  const fetch = (chunkIndex: number): Promise<Buffer | undefined> => {
    const chunk = readStoredChunk(tx, ledgerId, sha256, chunkIndex);
    // Told when it is awaited; a reader that stops before is not to end the process.
    chunk.catch(() => undefined);
    return chunk;
  };
  let next = fetch(0);
  for (let chunkIndex = 1; ; chunkIndex += 1) {
    const bytes = await next;
    if (bytes === undefined) return;
    next = fetch(chunkIndex);
    yield bytes;
  }
}

/** @returns the chunk as it came; undefined behind the last one. */
export async function readStoredChunk(
  tx: PoolClient,
  ledgerId: LedgerId,
  sha256: FileSha256,
  chunkIndex: number,
): Promise<Buffer | undefined> {
  const { rows } = await tx.query<StoredChunk>(
    `select bytes, is_deflated as "isDeflated" from statement_file_chunk
     where ledger_id = $1 and sha256 = $2 and chunk_index = $3`,
    [ledgerId, sha256, chunkIndex],
  );
  return rows[0] === undefined ? undefined : unpackChunk(rows[0]);
}
