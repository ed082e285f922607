/**
 * The booked entries of a file, their payments and their postings: one INSERT a table, each straight from staging.
 *
 * Rows come in the order of their primary key, which finds its pages in memory; and each statement reads its staged
 * entries by their index, so that nothing depends on how many rows a planner without statistics expects.
 *
 * @see docs/decisions/0015-publishing-a-large-file.md for what each part costs.
 */
import type { PoolClient } from 'pg';
import type { BankAccountId, FileSha256, LedgerId, StatementId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';

/** Where the staged entries of one statement go. */
type StatementPlace = Readonly<{
  statementIndex: number;
  id: StatementId;
  bankAccountId: BankAccountId;
  /** For entries that the bank gave no day. */
  statementDate: LocalDate;
  glAccount: string;
}>;

export type EntryCounts = Readonly<{ entryCount: number; paymentCount: number }>;

/** @returns what each statement got, by its index in the file; a statement without booked entries is absent. */
export async function writeEntries(
  tx: PoolClient,
  ledgerId: LedgerId,
  sha256: FileSha256,
  places: readonly StatementPlace[],
): Promise<ReadonlyMap<number, EntryCounts>> {
  // Sorting a gigabyte in 4 MB would go through the disk many times; compiling the plans never pays; and what is staged
  // bounds how long an INSERT runs, not the time that a query is given otherwise.
  await tx.query(
    `select set_config('work_mem', '64MB', true), set_config('jit', 'off', true), set_config('statement_timeout', '1h', true)`,
  );
  const values = [
    ledgerId,
    sha256,
    places.map(({ statementIndex }) => statementIndex),
    places.map(({ id }) => id),
    places.map(({ bankAccountId }) => bankAccountId),
    places.map(({ statementDate }) => statementDate),
    places.map(({ glAccount }) => glAccount),
  ];
  await tx.query(rankRepeated, values);
  for (const insert of [insertEntries, insertPayments]) await tx.query(insert, values);
  const statements = [ledgerId, places.map(({ id }) => id), places.map(({ glAccount }) => glAccount)];
  for (const insert of [insertPostings, insertPostingLines]) await tx.query(insert, statements);
  const { rows } = await tx.query<EntryCounts & { statementIndex: number }>(countStaged, values);
  return new Map(rows.map(({ statementIndex, ...counts }) => [statementIndex, counts]));
}

// OFFSET 0 keeps the planner from turning the lookup by index into a join of its own choice.
const staged = `
  unnest($3::int[], $4::uuid[], $5::uuid[], $6::date[], $7::text[]) with ordinality
    as place (index, statement_id, bank_account_id, statement_date, gl_account, position)
  cross join lateral (
    select s.*, s.ctid as row_id from staged_entry s
    where s.ledger_id = $1 and s.sha256 = $2 and s.statement_index = place.index and s.status = 'booked'
    offset 0) s`;

/** Each staged entry with what it will be called. */
const identified = `
  (select s.*, place.*, coalesce(s.booking_date, s.value_date, place.statement_date) as booked,
     content_id('entry|' || s.ledger_id || '|' || place.bank_account_id || '|' || s.fingerprint || '|' || s.fingerprint_rank) as id
   from ${staged} offset 0) as identified`;

/** Each entry that was just written: its id is there, and need not be made again. */
const written = `
  unnest($2::uuid[], $3::text[]) as place (statement_id, gl_account)
  cross join lateral (select e.* from entry e where e.ledger_id = $1 and e.statement_id = place.statement_id offset 0) e`;

// Really identical entries of one day get ranks 0, 1, 2, after those that the account has from earlier statements; where
// it has none, nothing is looked for a million times.
const rankRepeated = `
  update staged_entry s set fingerprint_rank = ranked.rank
  from (
    select s.row_id, row_number() over same - 1 + case when account.is_new then 0 else (
        select count(*) from entry e
        where e.ledger_id = $1 and e.bank_account_id = place.bank_account_id and e.fingerprint = s.fingerprint) end as rank
    from ${staged}
    join (
      select a.id, not exists (select from entry e where e.ledger_id = $1 and e.bank_account_id = a.id) as is_new
      from unnest($5::uuid[]) as a (id) group by a.id offset 0) account on account.id = place.bank_account_id
    window same as (partition by s.fingerprint, place.bank_account_id order by place.position, s.entry_index)) ranked
  where s.ledger_id = $1 and s.sha256 = $2 and s.ctid = ranked.row_id and ranked.rank > 0`;

const insertEntries = `
  insert into entry (ledger_id, id, statement_id, bank_account_id, entry_index, fingerprint, fingerprint_rank,
    booking_date, value_date, side, amount_minor, currency, is_reversal, bank_transaction_code,
    account_servicer_reference, batch_reference, additional_information, source_line)
  select ledger_id, id, statement_id, bank_account_id, entry_index, fingerprint, fingerprint_rank, booked, value_date,
    side, amount_minor, currency, is_reversal, bank_transaction_code, account_servicer_reference, batch_reference,
    additional_information, source_line
  from ${identified} order by fingerprint, fingerprint_rank`;

const insertPayments = `
  insert into payment (ledger_id, id, entry_id, detail_index, booking_date, side, amount_minor, currency, is_reversal,
    return_reason, bank_transaction_code, batch_count, counterparty_name, counterparty_iban, remittance,
    creditor_reference, end_to_end_id, mandate_id, instructed_minor, instructed_currency, exchange_rate, unapplied_minor, status)
  select ledger_id, content_id('payment|' || id || '|' || p."detailIndex") as payment_id, id, p."detailIndex", booked,
    p.side, p."amountMinor", currency, is_reversal, p."returnReason", bank_transaction_code, p."batchCount",
    p."counterpartyName", p."counterpartyIban", p.remittance, p."creditorReference", p."endToEndId", p."mandateId",
    p."instructedMinor", p."instructedCurrency", p."exchangeRate", p."amountMinor",
    case when p."amountMinor" = 0 then 'applied' else 'received' end
  from ${identified}
  cross join lateral jsonb_to_recordset(payments) as p("detailIndex" int, side text, "amountMinor" bigint,
    "returnReason" text, "batchCount" int, "counterpartyName" text, "counterpartyIban" text, remittance text[],
    "creditorReference" text, "endToEndId" text, "mandateId" text, "instructedMinor" bigint, "instructedCurrency" text,
    "exchangeRate" text)
  order by payment_id`;

// Every entry is posted against the suspense account 471, which allocations then clear: its balance is what is unapplied.
const insertPostings = `
  insert into posting (ledger_id, id, journal, posting_date, source, source_id, label)
  select ledger_id, content_id('posting|' || id) as posting_id, 'BQ', booking_date, 'entry', id,
    left(coalesce(account_servicer_reference, bank_transaction_code, ''), 60)
  from ${written} order by posting_id`;

const insertPostingLines = `
  insert into posting_line (ledger_id, posting_id, line_index, account, side, amount_minor, currency)
  select ledger_id, posting_id, line.index, line.account, line.side, amount_minor, currency
  from (
    select ledger_id, content_id('posting|' || id) as posting_id, gl_account, side, amount_minor, currency
    from ${written} order by posting_id) as posted
  cross join lateral (values
    (0, gl_account, case side when 'credit' then 'debit' else 'credit' end), (1, '471', side)
  ) as line (index, account, side)`;

const countStaged = `
  select statement_index as "statementIndex", count(*)::int as "entryCount",
    sum(jsonb_array_length(payments))::int as "paymentCount"
  from ${identified} group by statement_index`;
