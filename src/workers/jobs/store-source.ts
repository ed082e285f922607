import type { Pool } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import type { Finding } from '../../domain/statement.ts';
import { printableName } from '../../ingest/archive/member.ts';
import { openSource } from '../../ingest/archive/open-source.ts';
import type { Act } from '../../ledger/audit.ts';
import { storeStatementFile, type StoredFile } from '../../ledger/commands/store-statement-file.ts';

type FileToStore = Parameters<typeof storeStatementFile>[2];

type StoredSource = Readonly<{
  /** One for a plain file; one per member of an archive, named `drop.zip/member.xml`. */
  files: readonly (StoredFile & Readonly<{ name: string }>)[];
  /** Why an archive was not opened; it is kept whole then, for the quarantine. */
  refusal: Finding | null;
}>;

/**
 * Keeps what came in, opened when it is an archive. This is the way in for every file: from a folder, over HTTP, over
 * SFTP. Each member is a transaction of its own; doing it again after a crash stores the rest and doubles nothing.
 *
 * @throws LedgerError as `storeStatementFile`
 */
export async function storeSource(pool: Pool, ledgerId: LedgerId, file: FileToStore, act: Act): Promise<StoredSource> {
  const { files, refusal } = await openSource({ name: printableName(file.name), read: file.read });
  const stored: (StoredFile & { name: string })[] = [];
  for (const { name, read } of files) {
    stored.push({ ...(await storeStatementFile(pool, ledgerId, { ...file, name, read }, act)), name });
  }
  return { files: stored, refusal };
}
