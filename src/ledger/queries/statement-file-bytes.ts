import type { PoolClient } from 'pg';
import type { FileSha256, LedgerId } from '../../domain/ids.ts';

/** The bytes of a stored file, one 256 KiB chunk in memory at a time. */
export async function* readStatementFileBytes(
  tx: PoolClient,
  ledgerId: LedgerId,
  sha256: FileSha256,
): AsyncGenerator<Uint8Array> {
  for (let chunkIndex = 0; ; chunkIndex += 1) {
    const { rows } = await tx.query<{ bytes: Buffer }>(
      'select bytes from statement_file_chunk where ledger_id = $1 and sha256 = $2 and chunk_index = $3',
      [ledgerId, sha256, chunkIndex],
    );
    const [row] = rows;
    if (row === undefined) return;
    yield row.bytes;
  }
}
