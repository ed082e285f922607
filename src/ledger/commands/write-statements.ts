/** Writes the statements of a file that were planned for publication, with their entries, payments and postings. */
import type { PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { BankAccountId, FileSha256, LedgerId, StatementId } from '../../domain/ids.ts';
import { formatDecimal, money } from '../../domain/money.ts';
import type { StatementSummary } from '../../domain/statement.ts';
import { appendAuditEvents, type Act, type AuditEvent } from '../audit.ts';
import { contentId } from '../content-id.ts';
import type { PlannedStatement } from '../plan/publication.ts';
import { writeEntries, type EntryCounts } from './write-entries.ts';

export type AccountRow = Readonly<{ id: BankAccountId; identifier: string; currency: CurrencyCode; glAccount: string }>;

export type PlannedRead = Readonly<{
  summary: StatementSummary;
  digest: string;
  planned: PlannedStatement;
  account: AccountRow;
}>;

type NamedStatement = PlannedRead & Readonly<{ id: StatementId }>;

/**
 * Writes them in the order given: of two equal entries the earlier statement's comes first.
 *
 * @returns how many rows it made; the entries are the booked ones that were staged for these statements.
 */
export async function writeStatements(
  tx: PoolClient,
  ledgerId: LedgerId,
  sha256: FileSha256,
  statements: readonly PlannedRead[],
  act: Act,
): Promise<EntryCounts & { statementCount: number }> {
  const named = statements.map((statement) => ({ ...statement, id: idOf(ledgerId, statement) }));
  await tx.query(insertStatements, [ledgerId, sha256, JSON.stringify(named.map(columnsOf))]);
  const places = named.map(({ id, summary: { statementIndex }, planned: { statementDate }, account }) => {
    return { id, statementIndex, statementDate, bankAccountId: account.id, glAccount: account.glAccount };
  });
  const written = await writeEntries(tx, ledgerId, sha256, places);
  const total = { statementCount: named.length, entryCount: 0, paymentCount: 0 };
  const events = named.map((statement): AuditEvent => {
    const { statementIndex, bookedCount } = statement.summary;
    const counts = written.get(statementIndex) ?? { entryCount: 0, paymentCount: 0 };
    if (counts.entryCount !== bookedCount) throw new Error(`staged ${counts.entryCount} entries, read ${bookedCount}`);
    total.entryCount += counts.entryCount;
    total.paymentCount += counts.paymentCount;
    return published(statement, sha256, counts);
  });
  await appendAuditEvents(tx, ledgerId, events, act);
  return total;
}

const idOf = (ledgerId: LedgerId, { account, digest }: PlannedRead): StatementId =>
  contentId<StatementId>('statement', ledgerId, account.id, digest);

const decimalOrNull = (minor: bigint | null | undefined): string | null =>
  minor === null || minor === undefined ? null : String(minor);

/** Plain JSON; amounts as decimal text, which no reader of JSON rounds. */
const columnsOf = ({ id, summary, digest, planned, account }: NamedStatement) => ({
  id,
  bank_account_id: account.id,
  statement_index: summary.statementIndex,
  bank_statement_id: summary.bankStatementId,
  sequence: summary.sequence,
  from_date: summary.fromDate,
  to_date: summary.toDate,
  statement_date: planned.statementDate,
  day_rank: planned.dayRank,
  digest,
  currency: summary.currency,
  opening_minor: decimalOrNull(summary.openingBalance?.amount.minor),
  credits_minor: String(summary.bookedCreditsMinor),
  debits_minor: String(summary.bookedDebitsMinor),
  closing_minor: decimalOrNull(summary.closingBalance?.amount.minor),
  entry_count: summary.bookedCount,
  findings: summary.findings,
  gap_before_minor: decimalOrNull(planned.gapBeforeMinor),
  gap_after_minor: decimalOrNull(planned.gapAfterMinor),
});

const insertStatements = `
  insert into statement (ledger_id, id, bank_account_id, sha256, statement_index, bank_statement_id, sequence,
    from_date, to_date, statement_date, day_rank, digest, currency, opening_minor, credits_minor, debits_minor,
    closing_minor, entry_count, findings, gap_before_minor, gap_after_minor)
  select $1, id, bank_account_id, $2, statement_index, bank_statement_id, sequence, from_date, to_date, statement_date,
    day_rank, digest, currency, opening_minor, credits_minor, debits_minor, closing_minor, entry_count, findings,
    gap_before_minor, gap_after_minor
  from jsonb_to_recordset($3::jsonb) as s (id uuid, bank_account_id uuid, statement_index int, bank_statement_id text,
    sequence text, from_date date, to_date date, statement_date date, day_rank int, digest text, currency text,
    opening_minor bigint, credits_minor bigint, debits_minor bigint, closing_minor bigint, entry_count int,
    findings jsonb, gap_before_minor bigint, gap_after_minor bigint)`;

function published({ id, summary, account }: NamedStatement, sha256: FileSha256, counts: EntryCounts): AuditEvent {
  const balance = (minor: bigint | undefined) => formatDecimal(money(minor ?? 0n, account.currency));
  return {
    type: 'statement.published',
    subject: id,
    details: {
      account: account.identifier,
      sha256,
      openingBalance: balance(summary.openingBalance?.amount.minor),
      closingBalance: balance(summary.closingBalance?.amount.minor),
      currency: account.currency,
      ...counts,
    },
  };
}
