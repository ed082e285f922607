import type { Pool } from 'pg';
import type { FileSha256, LedgerId } from '../../domain/ids.ts';
import type { FileState } from '../file-state.ts';
import { inLedger } from '../transaction.ts';

/** What has become of these files by now, whoever published them. */
export async function readFileStates(
  pool: Pool,
  ledgerId: LedgerId,
  files: readonly FileSha256[],
): Promise<ReadonlyMap<FileSha256, FileState>> {
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const { rows } = await tx.query<{ sha256: FileSha256; state: FileState }>(
        'select sha256, state from statement_file where ledger_id = $1 and sha256 = any($2)',
        [ledgerId, files],
      );
      return new Map(rows.map(({ sha256, state }) => [sha256, state]));
    },
    'snapshot',
  );
}
