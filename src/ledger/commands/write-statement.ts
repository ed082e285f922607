/** Writes one statement that was planned for publication: itself, its entries, their payments and their postings. */
import type { PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { BankAccountId, FileSha256, LedgerId, StatementId } from '../../domain/ids.ts';
import { formatDecimal, money } from '../../domain/money.ts';
import type { StatementSummary } from '../../domain/statement.ts';
import { appendAuditEvents, type Act, type AuditEvent } from '../audit.ts';
import { contentId } from '../content-id.ts';
import type { PlannedStatement } from '../plan/publication.ts';

export type AccountRow = Readonly<{ id: BankAccountId; identifier: string; currency: CurrencyCode; glAccount: string }>;

type PlannedRead = Readonly<{
  summary: StatementSummary;
  digest: string;
  planned: PlannedStatement;
  account: AccountRow;
}>;

/** @returns how many rows it made; the entries are those that were staged for the statement. */
export async function writeStatement(
  tx: PoolClient,
  ledgerId: LedgerId,
  sha256: FileSha256,
  { summary, digest, planned, account }: PlannedRead,
  act: Act,
): Promise<{ entryCount: number; paymentCount: number }> {
  const id = contentId<StatementId>('statement', ledgerId, account.id, digest);
  await tx.query(
    `insert into statement (ledger_id, id, bank_account_id, sha256, statement_index, bank_statement_id, sequence,
       from_date, to_date, statement_date, day_rank, digest, currency, opening_minor, credits_minor, debits_minor,
       closing_minor, entry_count, findings)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      ledgerId,
      id,
      account.id,
      sha256,
      summary.statementIndex,
      summary.bankStatementId,
      summary.sequence,
      summary.fromDate,
      summary.toDate,
      planned.statementDate,
      planned.dayRank,
      digest,
      summary.currency,
      summary.openingBalance?.amount.minor,
      summary.bookedCreditsMinor,
      summary.bookedDebitsMinor,
      summary.closingBalance?.amount.minor,
      summary.bookedCount,
      JSON.stringify(summary.findings),
    ],
  );
  const { entryCount, paymentCount } = await writeEntries(tx, [
    ledgerId,
    sha256,
    summary.statementIndex,
    id,
    account.id,
    planned.statementDate,
    account.glAccount,
  ]);
  if (entryCount !== summary.bookedCount) throw new Error(`staged ${entryCount} entries, read ${summary.bookedCount}`);
  await appendAuditEvents(tx, ledgerId, [published(id, sha256, summary, account, { entryCount, paymentCount })], act);
  return { entryCount, paymentCount };
}

async function writeEntries(tx: PoolClient, values: readonly (string | number)[]) {
  const { rows } = await tx.query<{ entryCount: number; paymentCount: number }>(insertEntries, [...values]);
  const [counts] = rows;
  if (counts === undefined) throw new Error('a count gave no row');
  return counts;
}

// One statement: entries, their payments and their postings come of the same staged rows, joined to nothing.
// Two really identical entries of one day get ranks 0 and 1, after those the account has from earlier statements.
// Every entry is posted against the suspense account 471, which allocations then clear: its balance is what is unapplied.
const insertEntries = `
  with known as materialized (
    select fingerprint, count(*) as count from entry
    where ledger_id = $1 and bank_account_id = $5 and fingerprint in (
      select fingerprint from staged_entry where ledger_id = $1 and sha256 = $2 and statement_index = $3)
    group by fingerprint),
  ranked as (
    select s.*, coalesce(booking_date, value_date, $6::date) as booked,
      row_number() over (partition by s.fingerprint order by s.entry_index) - 1 + coalesce(k.count, 0) as rank
    from staged_entry s left join known k on k.fingerprint = s.fingerprint
    where s.ledger_id = $1 and s.sha256 = $2 and s.statement_index = $3),
  identified as materialized (
    select *, content_id(concat_ws('|', 'entry', ledger_id, $5::uuid, fingerprint, rank)) as id from ranked),
  entries as (
    insert into entry (ledger_id, id, statement_id, bank_account_id, entry_index, fingerprint, fingerprint_rank,
      booking_date, value_date, side, amount_minor, currency, is_reversal, bank_transaction_code,
      account_servicer_reference, additional_information, source_line)
    select ledger_id, id, $4, $5, entry_index, fingerprint, rank, booked, value_date, side, amount_minor, currency,
      is_reversal, bank_transaction_code, account_servicer_reference, additional_information, source_line
    from identified returning 1),
  payments as (
    insert into payment (ledger_id, id, entry_id, detail_index, booking_date, side, amount_minor, currency, is_reversal,
      return_reason, bank_transaction_code, batch_count, counterparty_name, counterparty_iban, remittance,
      creditor_reference, end_to_end_id, unapplied_minor, status)
    select e.ledger_id, content_id(concat_ws('|', 'payment', e.id, p."detailIndex")), e.id, p."detailIndex", e.booked,
      p.side, p."amountMinor", e.currency, e.is_reversal, p."returnReason", e.bank_transaction_code, p."batchCount",
      p."counterpartyName", p."counterpartyIban", p.remittance, p."creditorReference", p."endToEndId", p."amountMinor",
      case when p."amountMinor" = 0 then 'applied' else 'received' end
    from identified e
    cross join lateral jsonb_to_recordset(e.payments) as p("detailIndex" int, side text, "amountMinor" bigint,
      "returnReason" text, "batchCount" int, "counterpartyName" text, "counterpartyIban" text, remittance text[],
      "creditorReference" text, "endToEndId" text)
    returning 1),
  posted as (
    insert into posting (ledger_id, id, journal, posting_date, source, source_id, label)
    select ledger_id, content_id('posting|' || id), 'BQ', booked, 'entry', id,
      left(coalesce(account_servicer_reference, bank_transaction_code, ''), 60)
    from identified),
  posted_lines as (
    insert into posting_line (ledger_id, posting_id, line_index, account, side, amount_minor, currency)
    select ledger_id, content_id('posting|' || id), line_index, case line_index when 0 then $7 else '471' end,
      case when (side = 'credit') = (line_index = 0) then 'debit' else 'credit' end, amount_minor, currency
    from identified cross join (values (0), (1)) as line (line_index))
  select (select count(*)::int from entries) as "entryCount", (select count(*)::int from payments) as "paymentCount"`;

function published(
  id: StatementId,
  sha256: FileSha256,
  summary: StatementSummary,
  account: AccountRow,
  counts: { entryCount: number; paymentCount: number },
): AuditEvent {
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
