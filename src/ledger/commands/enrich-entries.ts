/**
 * Gives booked entries the payments that a report details, when the statement gave none: in the transaction that
 * publishes the statement, or the report, whichever comes second. Both ways run the same code, so both end the same.
 *
 * Payments that somebody decided on stay as they are. The sum of an entry's payments never changes, and no row is ever
 * deleted: the payment of the bare entry becomes the first of the detailed ones.
 */
import type { PoolClient } from 'pg';
import type { BankAccountId, FileSha256, LedgerId } from '../../domain/ids.ts';
import type { Finding } from '../../domain/statement.ts';
import { appendAuditEvents, type Act } from '../audit.ts';
import { paymentsKept, reportAmbiguous } from '../plan/publication-findings.ts';
import { linkReports, type ReportedEntry, type ReportLink, type ToldEntry } from '../plan/report-links.ts';

type Enriched = Readonly<{
  /** Entries whose payments came from a report. */
  takenCount: number;
  /** Payments that they have more than before. */
  addedCount: number;
  findings: readonly Finding[];
}>;

const nothing: Enriched = { takenCount: 0, addedCount: 0, findings: [] };

/** After a file was published: its entries on this account. */
export async function enrichPublished(
  tx: PoolClient,
  ledgerId: LedgerId,
  bankAccountId: BankAccountId,
  sha256: FileSha256,
  act: Act,
): Promise<Enriched> {
  const { rowCount } = await tx.query(
    'select from reported_entry where ledger_id = $1 and bank_account_id = $2 limit 1',
    [ledgerId, bankAccountId],
  );
  if (rowCount === 0) return nothing;
  const scope = `e.statement_id in (select id from statement where ledger_id = $1 and sha256 = $3) and ${toldBy('bank_account_id = $2')}`;
  return enrich(tx, ledgerId, bankAccountId, { scope, value: sha256 }, act);
}

/** After a report was kept: the entries that its new rows could mean. */
export async function enrichReported(
  tx: PoolClient,
  ledgerId: LedgerId,
  bankAccountId: BankAccountId,
  reportedEntryIds: readonly string[],
  act: Act,
): Promise<Enriched> {
  return enrich(tx, ledgerId, bankAccountId, { scope: toldBy('id = any($3::uuid[])'), value: reportedEntryIds }, act);
}

// Wider than plan/report-links.ts, which decides: only what it has to look at. Each becomes one hash table.
const toldBy = (reported: string): string => {
  const said = (column: string): string =>
    `(select ${column} from reported_entry where ledger_id = $1 and ${reported})`;
  return `(e.account_servicer_reference in ${said('account_servicer_reference')}
    or e.batch_reference in ${said('batch_reference')} or e.amount_minor in ${said('amount_minor')})`;
};

// One payment that says nobody's name: the statement gave no details, or counted them only.
const isBare = `exists (select from payment p where p.ledger_id = e.ledger_id and p.entry_id = e.id and (p.batch_count is not null
    or (p.counterparty_name is null and p.counterparty_iban is null and p.end_to_end_id is null and p.creditor_reference is null)))
  and not exists (select from payment p where p.ledger_id = e.ledger_id and p.entry_id = e.id and p.detail_index > 0)
  and not exists (select from entry_report x where x.ledger_id = e.ledger_id and x.entry_id = e.id)`;

const toldColumns = (table: string): string =>
  `${table}.id, ${table}.account_servicer_reference as reference, ${table}.batch_reference as "batchReference",
   ${table}.side, ${table}.amount_minor as "amountMinor", ${table}.currency, ${table}.booking_date as day`;

type Scope = Readonly<{ scope: string; value: unknown }>;

async function enrich(
  tx: PoolClient,
  ledgerId: LedgerId,
  bankAccountId: BankAccountId,
  { scope, value }: Scope,
  act: Act,
): Promise<Enriched> {
  const bare = await tx.query<ToldEntry>(
    `select ${toldColumns('e')} from entry e
     where e.ledger_id = $1 and e.bank_account_id = $2 and ${scope} and ${isBare} order by e.id`,
    [ledgerId, bankAccountId, value],
  );
  if (bare.rows.length === 0) return nothing;
  const keys = keysOf(bare.rows);
  const reports = await readReports(tx, ledgerId, bankAccountId, keys);
  const booked = await readRivals(tx, ledgerId, bankAccountId, keys);
  const { links, ambiguousCount } = linkReports(bare.rows, booked, reports);
  const untouched = await lockUntouched(
    tx,
    ledgerId,
    links.map(({ entryId }) => entryId),
  );
  const taken = links.filter(({ entryId }) => untouched.has(entryId));
  const addedCount = await takePayments(tx, ledgerId, taken);
  await writeLinks(tx, ledgerId, links, untouched);
  const events = taken.map(({ entryId, reportedEntryId, foundBy }) => ({
    type: 'entry.detailed',
    subject: entryId,
    details: { reportedEntry: reportedEntryId, foundBy },
  }));
  await appendAuditEvents(tx, ledgerId, events, act);
  const keptCount = links.length - taken.length;
  const findings = [
    ...(ambiguousCount > 0 ? [reportAmbiguous(ambiguousCount)] : []),
    ...(keptCount > 0 ? [paymentsKept(keptCount)] : []),
  ];
  return { takenCount: taken.length, addedCount, findings };
}

type Keys = readonly [references: readonly string[], batches: readonly string[], amounts: readonly bigint[]];

const keysOf = (entries: readonly ToldEntry[]): Keys => [
  entries.flatMap(({ reference }) => reference ?? []),
  entries.flatMap(({ batchReference }) => batchReference ?? []),
  entries.map(({ amountMinor }) => amountMinor),
];

const hasKey = `(account_servicer_reference = any($3::text[]) or batch_reference = any($4::text[])
  or amount_minor = any($5::bigint[]))`;

/** What was reported that could mean one of the entries, in an order that does not depend on arrival. */
async function readReports(
  tx: PoolClient,
  ledgerId: LedgerId,
  bankAccountId: BankAccountId,
  keys: Keys,
): Promise<readonly ReportedEntry[]> {
  type Row = Omit<ReportedEntry, 'payments'> & { payments: readonly StagedPayment[] };
  const { rows } = await tx.query<Row>(
    `select ${toldColumns('r')}, r.payments, r.payments::text as content, r.digest_rank as rank from reported_entry r
     where r.ledger_id = $1 and r.bank_account_id = $2 and ${hasKey}
     order by r.role, r.status, r.id`,
    [ledgerId, bankAccountId, ...keys],
  );
  return rows.map((row) => ({ ...row, payments: row.payments.map(toReported) }));
}

/** As domain/payments-of-entry.ts makes it, through JSON. */
type StagedPayment = Readonly<{
  side: 'credit' | 'debit';
  amountMinor: string;
  batchCount: number | null;
  counterpartyName: string | null;
  counterpartyIban: string | null;
  creditorReference: string | null;
  endToEndId: string | null;
}>;

const toReported = (payment: StagedPayment): ReportedEntry['payments'][number] => ({
  side: payment.side,
  amountMinor: BigInt(payment.amountMinor),
  batchCount: payment.batchCount,
  isNamed: [payment.counterpartyName, payment.counterpartyIban, payment.creditorReference, payment.endToEndId].some(
    (name) => name !== null,
  ),
});

/** The booked entries of the account among which the links have to be unique. */
async function readRivals(
  tx: PoolClient,
  ledgerId: LedgerId,
  bankAccountId: BankAccountId,
  keys: Keys,
): Promise<readonly ToldEntry[]> {
  const { rows } = await tx.query<ToldEntry>(
    `select ${toldColumns('e')} from entry e
     where e.ledger_id = $1 and e.bank_account_id = $2 and ${hasKey} order by e.id`,
    [ledgerId, bankAccountId, ...keys],
  );
  return rows;
}

/** Of these entries those whose payment nobody and nothing has decided on; locked. */
async function lockUntouched(
  tx: PoolClient,
  ledgerId: LedgerId,
  entryIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ entryId: string }>(
    `select p.entry_id as "entryId" from payment p
     where p.ledger_id = $1 and p.entry_id = any($2::uuid[]) and p.unapplied_minor = p.amount_minor
       and p.match_run_id is null and p.review_reason is null
       and not exists (select from match_decision d where d.ledger_id = p.ledger_id and d.payment_id = p.id)
       and not exists (select from allocation a where a.ledger_id = p.ledger_id and a.payment_id = p.id)
     order by p.id for update`,
    [ledgerId, entryIds],
  );
  return new Set(rows.map(({ entryId }) => entryId));
}

const paymentForm = `as d("detailIndex" int, side text, "amountMinor" bigint, "returnReason" text, "batchCount" int,
  "counterpartyName" text, "counterpartyIban" text, remittance text[], "creditorReference" text, "endToEndId" text,
  "mandateId" text, "instructedMinor" bigint, "instructedCurrency" text, "exchangeRate" text)`;

/** @returns how many payments there are more. */
async function takePayments(tx: PoolClient, ledgerId: LedgerId, taken: readonly ReportLink[]): Promise<number> {
  if (taken.length === 0) return 0;
  const values = [ledgerId, taken.map(({ entryId }) => entryId), taken.map(({ reportedEntryId }) => reportedEntryId)];
  const detailed = `unnest($2::uuid[], $3::uuid[]) as t (entry_id, reported_id)
    join reported_entry r on r.ledger_id = $1 and r.id = t.reported_id
    cross join lateral jsonb_to_recordset(r.payments) ${paymentForm}`;
  await tx.query(
    `update payment p set side = d.side, amount_minor = d."amountMinor", return_reason = d."returnReason",
       batch_count = d."batchCount", counterparty_name = d."counterpartyName", counterparty_iban = d."counterpartyIban",
       remittance = d.remittance, creditor_reference = d."creditorReference", end_to_end_id = d."endToEndId",
       mandate_id = d."mandateId", instructed_minor = d."instructedMinor", instructed_currency = d."instructedCurrency",
       exchange_rate = d."exchangeRate",
       unapplied_minor = d."amountMinor", status = case when d."amountMinor" = 0 then 'applied' else 'received' end
     from ${detailed}
     where p.ledger_id = $1 and p.entry_id = t.entry_id and p.detail_index = 0 and d."detailIndex" = 0`,
    values,
  );
  const { rowCount } = await tx.query(
    `insert into payment (ledger_id, id, entry_id, detail_index, booking_date, side, amount_minor, currency, is_reversal,
       return_reason, bank_transaction_code, batch_count, counterparty_name, counterparty_iban, remittance,
       creditor_reference, end_to_end_id, mandate_id, instructed_minor, instructed_currency, exchange_rate, unapplied_minor, status)
     select $1, content_id(concat_ws('|', 'payment', e.id, d."detailIndex")), e.id, d."detailIndex", e.booking_date,
       d.side, d."amountMinor", e.currency, e.is_reversal, d."returnReason", e.bank_transaction_code, d."batchCount",
       d."counterpartyName", d."counterpartyIban", d.remittance, d."creditorReference", d."endToEndId",
       d."mandateId", d."instructedMinor", d."instructedCurrency", d."exchangeRate", d."amountMinor",
       case when d."amountMinor" = 0 then 'applied' else 'received' end
     from ${detailed} join entry e on e.ledger_id = $1 and e.id = t.entry_id
     where d."detailIndex" > 0`,
    values,
  );
  return rowCount ?? 0;
}

async function writeLinks(
  tx: PoolClient,
  ledgerId: LedgerId,
  links: readonly ReportLink[],
  untouched: ReadonlySet<string>,
): Promise<void> {
  await tx.query(
    `insert into entry_report (ledger_id, entry_id, reported_entry_id, found_by, outcome)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[])`,
    [
      ledgerId,
      links.map(({ entryId }) => entryId),
      links.map(({ reportedEntryId }) => reportedEntryId),
      links.map(({ foundBy }) => foundBy),
      links.map(({ entryId }) => (untouched.has(entryId) ? 'payments_taken' : 'payments_kept')),
    ],
  );
}
