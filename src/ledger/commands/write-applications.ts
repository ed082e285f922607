/** Writes planned applications in sets: one statement per table, however many payments the chunk has. */
import type { PoolClient } from 'pg';
import type { LedgerId, MatchRunId } from '../../domain/ids.ts';
import { accounts } from '../accounts.ts';
import type { Act } from '../audit.ts';
import { contentId } from '../content-id.ts';
import type { ChunkPlan, PlannedApplication } from '../plan/application.ts';

export async function writeApplications(
  tx: PoolClient,
  ledgerId: LedgerId,
  runId: MatchRunId,
  plan: ChunkPlan,
  act: Act,
): Promise<void> {
  const { applications } = plan;
  if (applications.length === 0) return;
  await writeLetterings(tx, ledgerId, applications, act);
  await writeAllocations(tx, ledgerId, runId, applications, act);
  await writePostings(tx, ledgerId, applications);
  await writeState(tx, ledgerId, runId, plan);
}

async function writeLetterings(
  tx: PoolClient,
  ledgerId: LedgerId,
  applications: readonly PlannedApplication[],
  act: Act,
): Promise<void> {
  const ids = applications.map(({ letteringId }) => letteringId);
  await tx.query(
    `insert into lettering (ledger_id, id, account, customer_id, currency, code_number)
     select $1, id, $2, customer, currency, number
     from unnest($3::uuid[], $4::uuid[], $5::text[], $6::int[]) as t (id, customer, currency, number)`,
    [
      ledgerId,
      accounts.receivables,
      ids,
      applications.map(({ customerId }) => customerId),
      applications.map(({ currency }) => currency),
      applications.map(({ codeNumber }) => codeNumber),
    ],
  );
  await tx.query(
    `insert into lettering_event (ledger_id, lettering_id, event_index, kind, lettering_date, reason, actor, happened_at)
     select $1, id, 0, kind, lettered, 'matched', $2, $3
     from unnest($4::uuid[], $5::text[], $6::date[]) as t (id, kind, lettered)`,
    [
      ledgerId,
      act.actor,
      act.now,
      ids,
      applications.map(({ isBalanced }) => (isBalanced ? 'lettered' : 'partly_lettered')),
      applications.map(({ letteringDate }) => letteringDate),
    ],
  );
}

async function writeAllocations(
  tx: PoolClient,
  ledgerId: LedgerId,
  runId: MatchRunId,
  applications: readonly PlannedApplication[],
  act: Act,
): Promise<void> {
  const rows = applications.flatMap(({ allocations, ...application }) =>
    allocations.map((allocation) => ({ ...application, ...allocation })),
  );
  await tx.query(
    `insert into allocation (ledger_id, id, payment_id, open_item_id, side, amount_minor, currency, lettering_id, basis,
       match_run_id, allocated_at)
     select $1, id, payment, item, side, amount, currency, lettering, 'named_by_debtor', $2, $3
     from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::bigint[], $9::text[], $10::uuid[])
       as t (id, payment, item, side, amount, currency, lettering)`,
    [
      ledgerId,
      runId,
      act.now,
      rows.map(({ letteringId, openItemId }) => contentId('allocation', ledgerId, letteringId, openItemId)),
      rows.map(({ paymentId }) => paymentId),
      rows.map(({ openItemId }) => openItemId),
      rows.map(({ side }) => side),
      rows.map(({ amountMinor }) => amountMinor),
      rows.map(({ currency }) => currency),
      rows.map(({ letteringId }) => letteringId),
    ],
  );
}

/** Debit suspense, credit the customer: the cash leaves 471 for the auxiliary account, under the group's letter. */
async function writePostings(
  tx: PoolClient,
  ledgerId: LedgerId,
  applications: readonly PlannedApplication[],
): Promise<void> {
  const ids = applications.map(({ letteringId }) => contentId('posting', letteringId));
  await tx.query(
    `insert into posting (ledger_id, id, journal, posting_date, source, source_id, label)
     select $1, id, 'OD', day, 'application', payment, 'cash application'
     from unnest($2::uuid[], $3::date[], $4::uuid[]) as t (id, day, payment)`,
    [ledgerId, ids, applications.map(({ postingDate }) => postingDate), applications.map(({ paymentId }) => paymentId)],
  );
  await tx.query(
    `insert into posting_line (ledger_id, posting_id, line_index, account, customer_id, side, amount_minor, currency,
       lettering_id)
     select $1, id, line_index, case line_index when 0 then $2 else $3 end, case line_index when 1 then customer end,
       case line_index when 0 then 'debit' else 'credit' end, cash, currency, case line_index when 1 then lettering end
     from unnest($4::uuid[], $5::uuid[], $6::bigint[], $7::text[], $8::uuid[])
       as t (id, customer, cash, currency, lettering)
     cross join (values (0), (1)) as line (line_index)`,
    [
      ledgerId,
      accounts.suspense,
      accounts.receivables,
      ids,
      applications.map(({ customerId }) => customerId),
      applications.map(({ cashMinor }) => cashMinor),
      applications.map(({ currency }) => currency),
      applications.map(({ letteringId }) => letteringId),
    ],
  );
}

async function writeState(
  tx: PoolClient,
  ledgerId: LedgerId,
  runId: MatchRunId,
  { applications, residualById, lastNumberByCustomer }: ChunkPlan,
): Promise<void> {
  await tx.query(
    `update open_item set residual_minor = t.residual, version = version + 1
     from unnest($2::uuid[], $3::bigint[]) as t (id, residual) where ledger_id = $1 and open_item.id = t.id`,
    [ledgerId, [...residualById.keys()], [...residualById.values()]],
  );
  await tx.query(
    `update payment set unapplied_minor = unapplied_minor - t.cash, version = version + 1, match_run_id = $2,
       status = 'applied', review_reason = null
     from unnest($3::uuid[], $4::bigint[]) as t (id, cash) where ledger_id = $1 and payment.id = t.id`,
    [ledgerId, runId, applications.map(({ paymentId }) => paymentId), applications.map(({ cashMinor }) => cashMinor)],
  );
  await tx.query(
    `update lettering_counter set last_number = t.number
     from unnest($3::uuid[], $4::int[]) as t (customer, number)
     where ledger_id = $1 and account = $2 and customer_id = t.customer`,
    [ledgerId, accounts.receivables, [...lastNumberByCustomer.keys()], [...lastNumberByCustomer.values()]],
  );
}
