/**
 * Writes planned applications in sets, however many payments the chunk has: what there is one of per application in one
 * statement, allocations and current state in one statement each.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { CustomerId, LedgerId, MatchRunId } from '../../domain/ids.ts';
import { accounts } from '../accounts.ts';
import { arrayText } from '../array-text.ts';
import type { Act } from '../audit.ts';
import { contentId } from '../content-id.ts';
import { madeAhead } from '../made-ahead.ts';
import { reasonOfRest, type ChunkPlan, type PlannedApplication } from '../plan/application.ts';

/**
 * Counts the letters that a chunk issues, in the order of customers. The counters that were there are locked by the
 * caller; a first one that somebody else writes meanwhile breaks the key, and the transaction starts again.
 */
export async function countLetterings(
  tx: PoolClient,
  ledgerId: LedgerId,
  { lastNumberByCustomer }: Pick<ChunkPlan, 'lastNumberByCustomer'>,
  locked: ReadonlyMap<CustomerId, number>,
): Promise<void> {
  const issued = [...lastNumberByCustomer].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const key = [ledgerId, accounts.receivables];
  const columns = (rows: readonly (readonly [CustomerId, number])[]): readonly string[] => [
    arrayText(rows.map(([customerId]) => customerId)),
    arrayText(rows.map(([, lastNumber]) => lastNumber)),
  ];
  await tx.query(
    `insert into lettering_counter (ledger_id, account, customer_id, last_number)
     select $1, $2, * from unnest($3::uuid[], $4::int[])`,
    [...key, ...columns(issued.filter(([customerId]) => !locked.has(customerId)))],
  );
  // The rows are there, and locked: a conflict is found by the key, which an UPDATE of a still empty table is not.
  await tx.query(
    `insert into lettering_counter (ledger_id, account, customer_id, last_number)
     select $1, $2, * from unnest($3::uuid[], $4::int[])
     on conflict (ledger_id, account, customer_id) do update set last_number = excluded.last_number`,
    [...key, ...columns(issued.filter(([customerId]) => locked.has(customerId)))],
  );
}

export async function writeApplications(
  tx: PoolClient,
  ledgerId: LedgerId,
  runId: MatchRunId,
  plan: ChunkPlan,
  act: Act,
): Promise<void> {
  const { applications } = plan;
  if (applications.length === 0) return;
  const columns = madeAhead(nextTurn().then(() => allocationColumns(ledgerId, applications)));
  await writeLetteringsAndPostings(tx, ledgerId, applications, act);
  await tx.query(insertAllocations, [ledgerId, runId, act.now, ...(await columns)]);
  await writeState(tx, ledgerId, runId, plan);
}

/**
 * Debit suspense, credit the customer: the cash leaves 471 for the auxiliary account, under the group's letter. One
 * statement, so that what the four tables share goes over the wire and is read once.
 */
async function writeLetteringsAndPostings(
  tx: PoolClient,
  ledgerId: LedgerId,
  applications: readonly PlannedApplication[],
  act: Act,
): Promise<void> {
  const inOrder = applications.toSorted((a, b) => (a.letteringId < b.letteringId ? -1 : 1));
  const column = (read: (application: PlannedApplication) => string | number | bigint | null): string =>
    arrayText(inOrder.map(read));
  await tx.query(insertLetteringsAndPostings, [
    ledgerId,
    accounts.suspense,
    accounts.receivables,
    act.actor,
    act.now,
    column(({ letteringId }) => letteringId),
    column(({ letteringId }) => contentId('posting', letteringId)),
    column(({ paymentId }) => paymentId),
    column(({ customerId }) => customerId),
    column(({ currency }) => currency),
    column(({ codeNumber }) => codeNumber),
    column(({ isBalanced }) => (isBalanced ? 'lettered' : 'partly_lettered')),
    column(({ letteringDate }) => letteringDate),
    column(({ postingDate }) => postingDate),
    column(({ cashMinor }) => cashMinor),
  ]);
}

const insertLetteringsAndPostings = `
  with application as materialized (
    select * from unnest($6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::text[], $11::int[], $12::text[], $13::date[],
      $14::date[], $15::bigint[]) as t (lettering_id, posting_id, payment_id, customer_id, currency, code_number, kind,
      lettering_date, posting_date, cash_minor)
  ), written_lettering as (
    insert into lettering (ledger_id, id, account, customer_id, currency, code_number)
    select $1, lettering_id, $3, customer_id, currency, code_number from application
  ), written_event as (
    insert into lettering_event (ledger_id, lettering_id, event_index, kind, lettering_date, reason, actor, happened_at)
    select $1, lettering_id, 0, kind, lettering_date, 'matched', $4, $5 from application
  ), written_posting as (
    insert into posting (ledger_id, id, journal, posting_date, source, source_id, label, payment_id, cash_minor)
    select $1, posting_id, 'OD', posting_date, 'application', payment_id, 'cash application', payment_id, cash_minor
    from application
  )
  insert into posting_line (ledger_id, posting_id, line_index, account, customer_id, side, amount_minor, currency,
    lettering_id)
  select $1, posting_id, line.index, line.account, case line.index when 1 then customer_id end, line.side, cash_minor,
    currency, case line.index when 1 then lettering_id end
  from application cross join (values (0, $2, 'debit'), (1, $3, 'credit')) as line (index, account, side)`;

/** What {@link insertAllocations} reads, in the order of the ids: rows then find the pages of their key in memory. */
function allocationColumns(ledgerId: LedgerId, applications: readonly PlannedApplication[]): readonly string[] {
  const rows = applications.flatMap(({ allocations, ...application }) =>
    allocations.map((allocation) => ({
      ...application,
      ...allocation,
      id: contentId('allocation', ledgerId, application.letteringId, allocation.openItemId),
    })),
  );
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    arrayText(rows.map(({ id }) => id)),
    arrayText(rows.map(({ letteringId }) => contentId('posting', letteringId))),
    arrayText(rows.map(({ paymentId }) => paymentId)),
    arrayText(rows.map(({ openItemId }) => openItemId)),
    arrayText(rows.map(({ side }) => side)),
    arrayText(rows.map(({ amountMinor }) => amountMinor)),
    arrayText(rows.map(({ currency }) => currency)),
    arrayText(rows.map(({ letteringId }) => letteringId)),
  ];
}

const insertAllocations = `
  insert into allocation (ledger_id, id, posting_id, payment_id, open_item_id, side, amount_minor, currency, lettering_id,
    basis, match_run_id, allocated_at)
  select $1, id, posting, payment, item, side, amount, currency, lettering, 'named_by_debtor', $2, $3
  from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::bigint[], $10::text[], $11::uuid[])
    as t (id, posting, payment, item, side, amount, currency, lettering)`;

async function writeState(
  tx: PoolClient,
  ledgerId: LedgerId,
  runId: MatchRunId,
  { applications, residualById }: ChunkPlan,
): Promise<void> {
  await tx.query(
    `update open_item set residual_minor = t.residual, version = version + 1
     from unnest($2::uuid[], $3::bigint[]) as t (id, residual) where ledger_id = $1 and open_item.id = t.id`,
    [ledgerId, arrayText([...residualById.keys()]), arrayText([...residualById.values()])],
  );
  await tx.query(
    `update payment set unapplied_minor = unapplied_minor - t.cash, version = version + 1, match_run_id = $2,
       status = case unapplied_minor when t.cash then 'applied' else 'in_review' end,
       review_reason = case unapplied_minor when t.cash then null else $5 end
     from unnest($3::uuid[], $4::bigint[]) as t (id, cash) where ledger_id = $1 and payment.id = t.id`,
    [
      ledgerId,
      runId,
      arrayText(applications.map(({ paymentId }) => paymentId)),
      arrayText(applications.map(({ cashMinor }) => cashMinor)),
      reasonOfRest,
    ],
  );
}
