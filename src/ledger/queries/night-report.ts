/** What the books hold after a night: what came, what was proved, what was applied, what waits and why. */
import type { Pool, PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Finding, StatementFormat } from '../../domain/statement.ts';
import { missingNumbers } from '../plan/sequence-numbers.ts';
import { inLedger } from '../transaction.ts';

type ReportedStatement = Readonly<{
  account: string;
  currency: CurrencyCode;
  statementDate: LocalDate;
  openingMinor: bigint;
  creditsMinor: bigint;
  debitsMinor: bigint;
  closingMinor: bigint;
  entryCount: number;
}>;

type ReportedFile = Readonly<{ sha256: string; name: string; state: string; findings: readonly Finding[] }>;

/** Payments in or out, grouped by what became of them. */
export type ReportedPayments = Readonly<{
  currency: CurrencyCode;
  side: 'credit' | 'debit';
  status: 'received' | 'applied' | 'in_review';
  reason: string | null;
  count: number;
  amountMinor: bigint;
}>;

type ReportedItems = Readonly<{
  currency: CurrencyCode;
  openCount: number;
  openMinor: bigint;
  letteredGroupCount: number;
}>;

/** Numbers of the bank's sequence that no published statement has, though the balances continue. */
type ReportedNumbers = Readonly<{ account: string; after: LocalDate; from: number; to: number }>;

export type NightReport = Readonly<{
  statements: readonly ReportedStatement[];
  missingNumbers: readonly ReportedNumbers[];
  /** Files that are kept aside: quarantined or held. */
  files: readonly ReportedFile[];
  payments: readonly ReportedPayments[];
  items: readonly ReportedItems[];
}>;

/** @param from - the first day reported on, by statement and booking date; null: from the beginning. */
export async function nightReport(pool: Pool, ledgerId: LedgerId, from: LocalDate | null): Promise<NightReport> {
  return inLedger(
    pool,
    ledgerId,
    async (tx) => ({
      statements: await statementsOf(tx, ledgerId, from),
      missingNumbers: await missingNumbersOf(tx, ledgerId, from),
      files: await filesAside(tx, ledgerId),
      payments: await paymentsOf(tx, ledgerId, from),
      items: await itemsOf(tx, ledgerId),
    }),
    'snapshot',
  );
}

async function statementsOf(tx: PoolClient, ledgerId: LedgerId, from: LocalDate | null) {
  const { rows } = await tx.query<ReportedStatement>(
    `select a.identifier as account, s.currency, s.statement_date as "statementDate", s.opening_minor as "openingMinor",
       s.credits_minor as "creditsMinor", s.debits_minor as "debitsMinor", s.closing_minor as "closingMinor",
       s.entry_count as "entryCount"
     from statement s join bank_account a on a.ledger_id = s.ledger_id and a.id = s.bank_account_id
     where s.ledger_id = $1 and ($2::date is null or s.statement_date >= $2)
     order by s.statement_date, a.identifier collate "C", s.day_rank`,
    [ledgerId, from],
  );
  return rows;
}

/** Derived each time: a number that comes later is missing no more. */
async function missingNumbersOf(tx: PoolClient, ledgerId: LedgerId, from: LocalDate | null) {
  type Row = Readonly<{
    account: string;
    format: StatementFormat;
    statementDate: LocalDate;
    sequence: string | null;
    dateBefore: LocalDate | null;
    sequenceBefore: string | null;
    formatBefore: StatementFormat | null;
  }>;
  const { rows } = await tx.query<Row>(
    `select * from (
       select a.identifier as account, f.format, s.statement_date as "statementDate", s.sequence,
         lag(s.statement_date) over chain as "dateBefore", lag(s.sequence) over chain as "sequenceBefore",
         lag(f.format) over chain as "formatBefore"
       from statement s join bank_account a on a.ledger_id = s.ledger_id and a.id = s.bank_account_id
       join statement_file f on f.ledger_id = s.ledger_id and f.sha256 = s.sha256
       where s.ledger_id = $1
       window chain as (partition by s.bank_account_id order by s.statement_date, s.day_rank)) chained
     where "dateBefore" is not null and sequence is not null and ($2::date is null or "statementDate" >= $2)
     order by account collate "C", "statementDate"`,
    [ledgerId, from],
  );
  return rows.flatMap(({ account, dateBefore, sequenceBefore, formatBefore, ...after }): ReportedNumbers[] => {
    if (dateBefore === null || formatBefore === null) return [];
    const before = { statementDate: dateBefore, sequence: sequenceBefore, format: formatBefore };
    const missing = missingNumbers(before, after);
    return missing === null ? [] : [{ account, after: dateBefore, ...missing }];
  });
}

async function filesAside(tx: PoolClient, ledgerId: LedgerId) {
  const { rows } = await tx.query<ReportedFile>(
    `select f.sha256, f.state, f.findings, (
       select a.name from statement_file_arrival a where a.ledger_id = f.ledger_id and a.sha256 = f.sha256
       order by a.id desc limit 1) as name
     from statement_file f where f.ledger_id = $1 and f.state in ('quarantined', 'held') order by f.sha256`,
    [ledgerId],
  );
  return rows;
}

// A sum of amounts that each fit a bigint may not fit one: it comes as digits.
type Summed<Row, Sum extends keyof Row> = Omit<Row, Sum> & Readonly<Record<Sum, string>>;

async function paymentsOf(tx: PoolClient, ledgerId: LedgerId, from: LocalDate | null) {
  const { rows } = await tx.query<Summed<ReportedPayments, 'amountMinor'>>(
    `select currency, side, status, review_reason as reason, count(*)::int as count,
       sum(amount_minor)::text as "amountMinor"
     from payment where ledger_id = $1 and ($2::date is null or booking_date >= $2)
     group by currency, side, status, review_reason
     order by currency, side, status, count(*) desc, review_reason collate "C"`,
    [ledgerId, from],
  );
  return rows.map((row) => ({ ...row, amountMinor: BigInt(row.amountMinor) }));
}

async function itemsOf(tx: PoolClient, ledgerId: LedgerId) {
  const { rows } = await tx.query<Summed<ReportedItems, 'openMinor'>>(
    `select currency, count(*) filter (where residual_minor > 0)::int as "openCount",
       coalesce(sum(case side when 'debit' then residual_minor else -residual_minor end), 0)::text as "openMinor",
       (select count(*) from lettering l where l.ledger_id = $1 and l.currency = i.currency)::int as "letteredGroupCount"
     from open_item i where ledger_id = $1 group by currency order by currency`,
    [ledgerId],
  );
  return rows.map((row) => ({ ...row, openMinor: BigInt(row.openMinor) }));
}
