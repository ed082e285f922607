/**
 * Keeps what a report or notification (camt.052, camt.054, MT942) says of entries: beside the books, never in them. It
 * may detail entries that are booked already.
 */
import type { PoolClient } from 'pg';
import type { BankAccountId, LedgerId } from '../../domain/ids.ts';
import { roleOfFormat, type Finding } from '../../domain/statement.ts';
import type { Act } from '../audit.ts';
import { accountUnknown } from '../plan/publication-findings.ts';
import { enrichReported } from './enrich-entries.ts';
import type { LedgerAccounts } from './lock-accounts.ts';
import { noCounts, type FileDecision, type ReadFile } from './publish-statement-file.ts';
import { enqueue } from '../jobs.ts';

export async function publishReports(
  tx: PoolClient,
  ledgerId: LedgerId,
  file: ReadFile,
  accounts: LedgerAccounts,
  act: Act,
): Promise<FileDecision> {
  const refused = file.statements.flatMap(({ summary }) => [
    ...summary.findings.filter(({ severity }) => severity === 'refuse'),
    ...(accounts.of(summary) === null ? [accountUnknown(summary)] : []),
  ]);
  if (refused.length > 0) return { state: 'quarantined', findings: refused, notes: [], counts: noCounts };
  const notes: Finding[] = [];
  let addedCount = 0;
  for (const { id, currency } of accounts.all) {
    const added = await writeReportedEntries(tx, ledgerId, file, id, statementIndexesOf(file, accounts, id));
    addedCount += added.length;
    if (added.length === 0) continue;
    const enriched = await enrichReported(tx, ledgerId, id, added, act);
    notes.push(...enriched.findings);
    if (enriched.takenCount > 0) await enqueue(tx, ledgerId, 'match', currency);
  }
  const isRepeated = addedCount === 0 && file.statements.some(({ summary }) => summary.entryCount > 0);
  return { state: isRepeated ? 'duplicate' : 'enriched', findings: [], notes, counts: noCounts };
}

const statementIndexesOf = ({ statements }: ReadFile, accounts: LedgerAccounts, id: BankAccountId): readonly number[] =>
  statements.flatMap(({ summary }) => (accounts.of(summary)?.id === id ? [summary.statementIndex] : []));

/** @returns the ids of what is new: reports of one day repeat each other. */
async function writeReportedEntries(
  tx: PoolClient,
  ledgerId: LedgerId,
  { sha256, format }: ReadFile,
  bankAccountId: BankAccountId,
  statementIndexes: readonly number[],
): Promise<readonly string[]> {
  const role = format === null ? 'interim' : roleOfFormat[format];
  const { rows } = await tx.query<{ id: string }>(insertReported, [
    ledgerId,
    sha256,
    bankAccountId,
    role,
    statementIndexes,
  ]);
  return rows.map(({ id }) => id);
}

const insertReported = `
  with said as (
    select s.*, encode(sha256(convert_to(concat_ws('|', fingerprint, status, is_reversal, value_date,
        bank_transaction_code, batch_reference, additional_information, payments::text), 'UTF8')), 'hex') as digest
    from staged_entry s where ledger_id = $1 and sha256 = $2 and statement_index = any($5)),
  ranked as (
    select *, row_number() over (partition by statement_index, digest order by entry_index) - 1 as digest_rank from said),
  once as (
    select distinct on (digest, digest_rank) * from ranked order by digest, digest_rank, statement_index, entry_index)
  insert into reported_entry (ledger_id, id, bank_account_id, sha256, statement_index, entry_index, role, status, digest,
    digest_rank, booking_date, value_date, side, amount_minor, currency, is_reversal, bank_transaction_code,
    account_servicer_reference, batch_reference, additional_information, payments)
  select ledger_id, content_id(concat_ws('|', 'reported_entry', ledger_id, $3::uuid, $4::text, digest, digest_rank)), $3,
    sha256, statement_index, entry_index, $4, status, digest, digest_rank, booking_date, value_date, side, amount_minor,
    currency, is_reversal, bank_transaction_code, account_servicer_reference, batch_reference, additional_information,
    payments
  from once
  on conflict (ledger_id, bank_account_id, role, digest, digest_rank) do nothing
  returning id`;
