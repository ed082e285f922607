/** What planning a publication has to know: the chains of the accounts, and what of a file is on them already. */
import type { PoolClient } from 'pg';
import type { BankAccountId, LedgerId } from '../../domain/ids.ts';
import type { StatementFormat } from '../../domain/statement.ts';
import type { ArrivedStatement } from '../plan/judge-statement.ts';
import type { Chains } from '../plan/publication.ts';
import type { ChainLink } from '../plan/statement-chain.ts';
import type { LedgerAccounts } from './lock-accounts.ts';
import type { ReadFile } from './publish-statement-file.ts';

/** The statements of a file, each with its account and with how many of its entries are there already. */
export async function arrivedStatements(
  tx: PoolClient,
  ledgerId: LedgerId,
  file: ReadFile & Readonly<{ format: StatementFormat }>,
  accounts: LedgerAccounts,
  isReleased: boolean,
): Promise<readonly ArrivedStatement[]> {
  const { format } = file;
  const overlaps = await countOverlaps(tx, ledgerId, file, accounts);
  return file.statements.map(({ summary, digest }): ArrivedStatement => {
    const overlapCount = overlaps.get(summary.statementIndex) ?? 0;
    return { summary, digest, format, bankAccount: accounts.of(summary), overlapCount, isReleased };
  });
}

/** Per statement of the file: how many of its staged entries its account already has. */
async function countOverlaps(
  tx: PoolClient,
  ledgerId: LedgerId,
  { sha256, statements }: ReadFile,
  accounts: LedgerAccounts,
): Promise<ReadonlyMap<number, number>> {
  const placed = statements.flatMap(({ summary }) => {
    const id = accounts.of(summary)?.id;
    return id === undefined ? [] : [{ statementIndex: summary.statementIndex, id }];
  });
  const { rows } = await tx.query<{ statementIndex: number; overlapCount: number }>(
    `select s.statement_index as "statementIndex", count(*)::int as "overlapCount"
     from staged_entry s join unnest($3::int[], $4::uuid[]) as a (statement_index, id) using (statement_index)
     where s.ledger_id = $1 and s.sha256 = $2 and s.status = 'booked' and exists (
       select from entry e
       where e.ledger_id = s.ledger_id and e.fingerprint = s.fingerprint and e.bank_account_id = a.id)
     group by s.statement_index`,
    [ledgerId, sha256, placed.map(({ statementIndex }) => statementIndex), placed.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.statementIndex, row.overlapCount]));
}

export async function readChains(tx: PoolClient, ledgerId: LedgerId, { all }: LedgerAccounts): Promise<Chains> {
  const chains = new Map<BankAccountId, ChainLink[]>(all.map(({ id }) => [id, []]));
  const { rows } = await tx.query<ChainLink & { bankAccountId: BankAccountId }>(
    `select s.bank_account_id as "bankAccountId", s.statement_date as "statementDate", s.day_rank as "dayRank", f.format,
       s.bank_statement_id as "bankStatementId", s.sequence, s.digest, s.opening_minor as "openingMinor",
       s.closing_minor as "closingMinor", s.entry_count as "entryCount", s.credits_minor as "creditsMinor",
       s.debits_minor as "debitsMinor"
     from statement s join statement_file f on f.ledger_id = s.ledger_id and f.sha256 = s.sha256
     where s.ledger_id = $1 and s.bank_account_id = any($2)
     order by s.bank_account_id, s.statement_date, s.day_rank`,
    [ledgerId, all.map(({ id }) => id)],
  );
  for (const { bankAccountId, ...link } of rows) chains.get(bankAccountId)?.push(link);
  return chains;
}
