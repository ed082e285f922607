/** Decisions about files that were set aside: read them again, let one in despite its doubts, or discard it. */
import type { Pool, PoolClient } from 'pg';
import type { FileSha256, LedgerId } from '../../domain/ids.ts';
import type { Finding } from '../../domain/statement.ts';
import { appendAuditEvents, type Act } from '../audit.ts';
import { LedgerError } from '../errors.ts';
import type { FileState } from '../file-state.ts';
import { enqueue } from '../jobs.ts';
import { forbidsRelease } from '../plan/release.ts';
import { inLedger } from '../transaction.ts';

export type ReleaseAs = 'publish' | 'discard';
type Release = Readonly<{ sha256: FileSha256; as: ReleaseAs; reason: string }>;

/**
 * Has files read again, with the parser as it is now.
 *
 * @param files - null: all that are quarantined or held.
 * @returns those that will be read again; a file that is not set aside is left out.
 */
export async function retryStatementFiles(
  pool: Pool,
  ledgerId: LedgerId,
  files: readonly FileSha256[] | null,
  act: Act,
): Promise<readonly FileSha256[]> {
  return inLedger(pool, ledgerId, async (tx) => {
    const { rows } = await tx.query<{ sha256: FileSha256 }>(
      `select sha256 from statement_file
       where ledger_id = $1 and state in ('quarantined', 'held') and ($2::text[] is null or sha256 = any($2))
       order by sha256 for update`,
      [ledgerId, files],
    );
    const again = rows.map(({ sha256 }) => sha256);
    await tx.query(`update statement_file set state = 'stored' where ledger_id = $1 and sha256 = any($2)`, [
      ledgerId,
      again,
    ]);
    const events = again.map((sha256) => ({ type: 'statement_file.retried', subject: sha256, details: {} }));
    await appendAuditEvents(tx, ledgerId, events, act);
    if (again.length > 0) await enqueue(tx, ledgerId, 'publish', '');
    return again;
  });
}

/**
 * Carries out a person's decision on one file. Released to be published it is read again, and its doubts that may be
 * overruled no longer keep it back. Discarded, its bytes stay; nothing waits for anybody.
 *
 * @throws LedgerError `ledger.not_found`, `ledger.file_not_set_aside`, `ledger.reason_missing`, `ledger.release_refused`
 */
export async function releaseStatementFile(
  pool: Pool,
  ledgerId: LedgerId,
  { sha256, as, reason }: Release,
  act: Act,
): Promise<FileState> {
  const written = reason.trim();
  if (written === '' || written.length > 500) throw new LedgerError('ledger.reason_missing');
  return inLedger(pool, ledgerId, async (tx) => {
    const { state, findings } = await lockFile(tx, ledgerId, sha256);
    if (state !== 'quarantined' && state !== 'held') {
      throw new LedgerError('ledger.file_not_set_aside', { statementFile: sha256, state });
    }
    const [forbidden] = as === 'publish' ? forbidsRelease(findings) : [];
    if (forbidden !== undefined) {
      throw new LedgerError('ledger.release_refused', { statementFile: sha256, finding: forbidden.code });
    }
    const next: FileState = as === 'publish' ? 'stored' : 'discarded';
    const release = as === 'publish' ? JSON.stringify({ actor: act.actor, reason: written }) : null;
    await tx.query('update statement_file set state = $3, release = $4 where ledger_id = $1 and sha256 = $2', [
      ledgerId,
      sha256,
      next,
      release,
    ]);
    const details = { reason: written, codes: findings.map(({ code }) => code) };
    const type = as === 'publish' ? 'statement_file.released' : 'statement_file.discarded';
    await appendAuditEvents(tx, ledgerId, [{ type, subject: sha256, details }], act);
    if (as === 'publish') await enqueue(tx, ledgerId, 'publish', '');
    return next;
  });
}

async function lockFile(tx: PoolClient, ledgerId: LedgerId, sha256: FileSha256) {
  const { rows } = await tx.query<{ state: FileState; findings: readonly Finding[] }>(
    'select state, findings from statement_file where ledger_id = $1 and sha256 = $2 for update',
    [ledgerId, sha256],
  );
  if (rows[0] === undefined) throw new LedgerError('ledger.not_found', { statementFile: sha256 });
  return rows[0];
}
