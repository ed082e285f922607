/**
 * Turns a file that was read into statements, entries and payments: all of it in one transaction, or nothing.
 */
import type { Pool, PoolClient } from 'pg';
import type { BankAccountId, FileSha256, LedgerId } from '../../domain/ids.ts';
import {
  roleOfFormat,
  type FileOutcome,
  type Finding,
  type StatementFormat,
  type StatementSummary,
} from '../../domain/statement.ts';
import { appendAuditEvents, type Act } from '../audit.ts';
import { LedgerError } from '../errors.ts';
import { enqueue } from '../jobs.ts';
import { planPublication, type ArrivedStatement, type ChainLink, type PublicationPlan } from '../plan/publication.ts';
import { formatNotPosted } from '../plan/publication-findings.ts';
import { inLedger } from '../transaction.ts';
import { writeStatement, type AccountRow } from './write-statement.ts';
import type { FileState } from './store-statement-file.ts';

/** What reading a file gave; its booked entries are staged. */
export type ReadFile = Readonly<{
  sha256: FileSha256;
  format: StatementFormat | null;
  version: string | null;
  parser: string;
  outcome: FileOutcome;
  findings: readonly Finding[];
  statements: readonly Readonly<{ summary: StatementSummary; digest: string }>[];
}>;

export type PublishedFile = Readonly<{
  sha256: FileSha256;
  state: FileState;
  findings: readonly Finding[];
  statementCount: number;
  entryCount: number;
  paymentCount: number;
}>;

/** Publishes, holds or quarantines the file; a file that is published already stays as it is. */
export async function publishStatementFile(
  pool: Pool,
  ledgerId: LedgerId,
  file: ReadFile,
  act: Act,
): Promise<PublishedFile> {
  return inLedger(pool, ledgerId, async (tx) => {
    // Staging has no statistics yet: taken for one row, 50,000 would be joined row by row (two minutes instead of two seconds).
    await tx.query('set local enable_nestloop = off');
    const before = await lockFile(tx, ledgerId, file.sha256);
    if (before.state === 'published' || before.state === 'duplicate') {
      await forgetStaged(tx, ledgerId, file.sha256);
      return { sha256: file.sha256, state: before.state, findings: before.findings, ...nothing };
    }
    const accounts = await lockAccounts(tx, ledgerId, file.statements);
    const plan = await planFor(tx, ledgerId, file, accounts);
    const counts = { ...nothing };
    for (const planned of plan.publish) {
      const read = file.statements.find(({ summary }) => summary.statementIndex === planned.statementIndex);
      const account = [...accounts.values()].find(({ id }) => id === planned.bankAccountId);
      if (read === undefined || account === undefined) throw new Error('planned a statement that was not read');
      const written = await writeStatement(tx, ledgerId, file.sha256, { ...read, planned, account }, act);
      counts.statementCount += 1;
      counts.entryCount += written.entryCount;
      counts.paymentCount += written.paymentCount;
      if (written.paymentCount > 0) await enqueue(tx, ledgerId, 'match', account.currency);
    }
    await writeOutcome(tx, ledgerId, file, plan, before, act);
    await forgetStaged(tx, ledgerId, file.sha256);
    return { sha256: file.sha256, state: plan.state, findings: plan.findings, ...counts };
  });
}

const forgetStaged = (tx: PoolClient, ledgerId: LedgerId, sha256: FileSha256) =>
  tx.query('delete from staged_entry where ledger_id = $1 and sha256 = $2', [ledgerId, sha256]);

const nothing = { statementCount: 0, entryCount: 0, paymentCount: 0 };

type FileRow = Readonly<{ state: FileState; findings: readonly Finding[] }>;

async function lockFile(tx: PoolClient, ledgerId: LedgerId, sha256: FileSha256): Promise<FileRow> {
  const { rows } = await tx.query<FileRow>(
    'select state, findings from statement_file where ledger_id = $1 and sha256 = $2 for update',
    [ledgerId, sha256],
  );
  if (rows[0] === undefined) throw new LedgerError('ledger.not_found', { statementFile: sha256 });
  return rows[0];
}

async function lockAccounts(tx: PoolClient, ledgerId: LedgerId, statements: ReadFile['statements']) {
  const identifiers = statements.flatMap(({ summary }) => (summary.account === null ? [] : [summary.account]));
  const { rows } = await tx.query<AccountRow>(
    `select id, identifier, currency, gl_account as "glAccount" from bank_account
     where ledger_id = $1 and identifier = any($2) order by id for update`,
    [ledgerId, identifiers],
  );
  return new Map(rows.map((row) => [row.identifier, row]));
}

async function planFor(
  tx: PoolClient,
  ledgerId: LedgerId,
  file: ReadFile,
  accounts: ReadonlyMap<string, AccountRow>,
): Promise<PublicationPlan> {
  const refused = [...file.findings, ...file.statements.flatMap(({ summary }) => summary.findings)].filter(
    ({ severity }) => severity === 'refuse',
  );
  if (file.outcome !== 'accepted' || refused.length > 0)
    return { state: 'quarantined', findings: refused, publish: [] };
  if (file.format === null || roleOfFormat[file.format] !== 'booked') {
    return { state: 'quarantined', findings: [formatNotPosted(file.format)], publish: [] };
  }
  const overlaps = await countOverlaps(tx, ledgerId, file, accounts);
  const arrived = file.statements.map(({ summary, digest }): ArrivedStatement => {
    const bankAccount = summary.account === null ? null : (accounts.get(summary.account) ?? null);
    return { summary, digest, bankAccount, overlapCount: overlaps.get(summary.statementIndex) ?? 0 };
  });
  return planPublication(arrived, await readChains(tx, ledgerId, [...accounts.values()]));
}

/** Per statement of the file: how many of its staged entries its account already has. */
async function countOverlaps(
  tx: PoolClient,
  ledgerId: LedgerId,
  { sha256, statements }: ReadFile,
  accounts: ReadonlyMap<string, AccountRow>,
): Promise<ReadonlyMap<number, number>> {
  const placed = statements.flatMap(({ summary: { statementIndex, account } }) => {
    const id = account === null ? undefined : accounts.get(account)?.id;
    return id === undefined ? [] : [{ statementIndex, id }];
  });
  const { rows } = await tx.query<{ statementIndex: number; overlapCount: number }>(
    `select s.statement_index as "statementIndex", count(*)::int as "overlapCount"
     from staged_entry s join unnest($3::int[], $4::uuid[]) as a (statement_index, id) using (statement_index)
     where s.ledger_id = $1 and s.sha256 = $2 and exists (
       select from entry e
       where e.ledger_id = s.ledger_id and e.fingerprint = s.fingerprint and e.bank_account_id = a.id)
     group by s.statement_index`,
    [ledgerId, sha256, placed.map(({ statementIndex }) => statementIndex), placed.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.statementIndex, row.overlapCount]));
}

async function readChains(tx: PoolClient, ledgerId: LedgerId, accounts: readonly AccountRow[]) {
  const chains = new Map<BankAccountId, ChainLink[]>(accounts.map(({ id }) => [id, []]));
  const { rows } = await tx.query<ChainLink & { bankAccountId: BankAccountId }>(
    `select bank_account_id as "bankAccountId", statement_date as "statementDate", day_rank as "dayRank",
       bank_statement_id as "bankStatementId", sequence, digest, opening_minor as "openingMinor",
       closing_minor as "closingMinor"
     from statement where ledger_id = $1 and bank_account_id = any($2)
     order by bank_account_id, statement_date, day_rank`,
    [ledgerId, accounts.map(({ id }) => id)],
  );
  for (const { bankAccountId, ...link } of rows) chains.get(bankAccountId)?.push(link);
  return chains;
}

async function writeOutcome(
  tx: PoolClient,
  ledgerId: LedgerId,
  { sha256, format, version, parser }: ReadFile,
  { state, findings }: PublicationPlan,
  before: FileRow,
  act: Act,
): Promise<void> {
  const codes = findings.map(({ code }) => code);
  // Findings outlive the state: reading a quarantined or held file again with the same result is no news.
  const isNews = codes.length === 0 || before.findings.map(({ code }) => code).join() !== codes.join();
  await tx.query(
    `update statement_file set state = $3, format = $4, format_version = $5, parser = $6, findings = $7
     where ledger_id = $1 and sha256 = $2`,
    [ledgerId, sha256, state, format, version, parser, JSON.stringify(findings)],
  );
  if (!isNews || state === 'published') return;
  await appendAuditEvents(
    tx,
    ledgerId,
    [{ type: `statement_file.${state}`, subject: sha256, details: { codes } }],
    act,
  );
}
