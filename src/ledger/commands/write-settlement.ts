/** Writes a planned settlement: facts first, then the current state beside them. */
import type { PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { sideOfItem } from '../../domain/settlement.ts';
import type { Act, AuditEvent } from '../audit.ts';
import { contentId } from '../content-id.ts';
import { letteringCode } from '../plan/lettering-code.ts';
import type { NewItem, PlannedSettlement } from '../plan/settlement-model.ts';

/** @returns the audit event that tells the settlement whole; the caller appends it. */
export async function writeSettlement(
  tx: PoolClient,
  ledgerId: LedgerId,
  plan: PlannedSettlement,
  act: Act,
): Promise<AuditEvent> {
  await writePosting(tx, ledgerId, plan);
  await writeNewItems(tx, ledgerId, plan, act);
  await writeLetterings(tx, ledgerId, plan, act);
  await writeAllocations(tx, ledgerId, plan, act);
  await writeState(tx, ledgerId, plan);
  return eventOf(plan);
}

async function writePosting(tx: PoolClient, ledgerId: LedgerId, plan: PlannedSettlement): Promise<void> {
  const { order, paymentId, cashMinor } = plan;
  await tx.query(
    `insert into posting (ledger_id, id, journal, posting_date, source, source_id, label, payment_id, cash_minor,
       reverses_posting_id)
     values ($1, $2, 'OD', $3, 'command', $4, $5, $6, $7, $8)`,
    [
      ledgerId,
      order.postingId,
      order.postingDate,
      order.commandId,
      order.label,
      paymentId,
      cashMinor,
      order.reversesPostingId,
    ],
  );
}

/** Letters are written before the lines and allocations that carry them. */
async function writeLetterings(tx: PoolClient, ledgerId: LedgerId, plan: PlannedSettlement, act: Act): Promise<void> {
  const { order, lines, letterings, ended, moves } = plan;
  const column = <T, R>(rows: readonly T[], read: (row: T) => R): R[] => rows.map((row) => read(row));
  const opened = letterings.filter(({ eventIndex }) => eventIndex === 0);
  await tx.query(
    `insert into lettering (ledger_id, id, account, customer_id, currency, code_number)
     select $1, * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::int[])`,
    [
      ledgerId,
      column(opened, ({ letteringId }) => letteringId),
      column(opened, ({ unit }) => unit.account),
      column(opened, ({ unit }) => unit.customerId),
      column(opened, ({ unit }) => unit.currency),
      column(opened, ({ codeNumber }) => codeNumber),
    ],
  );
  const events = [
    ...ended.map(({ letteringId, eventCount }) => ({
      letteringId,
      eventIndex: eventCount,
      kind: 'unlettered',
      date: null,
    })),
    ...letterings.map(({ letteringId, eventIndex, isBalanced, letteringDate }) => ({
      letteringId,
      eventIndex,
      kind: isBalanced ? 'lettered' : 'partly_lettered',
      date: letteringDate,
    })),
  ];
  await tx.query(
    `insert into lettering_event (ledger_id, lettering_id, event_index, kind, lettering_date, reason, actor, happened_at)
     select $1, *, $6, $7, $8 from unnest($2::uuid[], $3::int[], $4::text[], $5::date[])`,
    [
      ledgerId,
      column(events, ({ letteringId }) => letteringId),
      column(events, ({ eventIndex }) => eventIndex),
      column(events, ({ kind }) => kind),
      column(events, ({ date }) => date),
      order.label,
      act.actor,
      act.now,
    ],
  );
  await tx.query(
    `insert into posting_line (ledger_id, posting_id, line_index, account, customer_id, side, amount_minor, currency,
       base_minor, lettering_id)
     select $1, $2, line_index - 1, account, customer_id, side, amount_minor, currency, base_minor, lettering_id
     from unnest($3::text[], $4::uuid[], $5::text[], $6::bigint[], $7::text[], $8::bigint[], $9::uuid[]) with ordinality
       as t (account, customer_id, side, amount_minor, currency, base_minor, lettering_id, line_index)`,
    [
      ledgerId,
      order.postingId,
      column(lines, ({ account }) => account),
      column(lines, ({ customerId }) => customerId),
      column(lines, ({ side }) => side),
      column(lines, ({ amountMinor }) => amountMinor),
      column(lines, ({ currency }) => currency),
      column(lines, ({ baseMinor }) => baseMinor),
      column(lines, ({ letteringId }) => letteringId),
    ],
  );
  await tx.query(
    `insert into lettering_move (ledger_id, posting_id, account, customer_id, move_index, lettering_id, command_id, moved_at)
     select $1, t.posting, t.account, t.customer, (select count(*) from lettering_move m where m.ledger_id = $1
       and m.posting_id = t.posting and m.account = t.account and m.customer_id = t.customer), t.lettering, $6, $7
     from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[]) as t (posting, account, customer, lettering)`,
    [
      ledgerId,
      column(moves, ({ postingId }) => postingId),
      column(moves, ({ unit }) => unit.account),
      column(moves, ({ unit }) => unit.customerId),
      column(moves, ({ letteringId }) => letteringId),
      order.commandId,
      act.now,
    ],
  );
}

async function writeNewItems(tx: PoolClient, ledgerId: LedgerId, plan: PlannedSettlement, act: Act): Promise<void> {
  const column = <R>(read: (item: NewItem) => R): R[] => plan.newItems.map((item) => read(item));
  await tx.query(
    `insert into open_item (ledger_id, id, customer_id, kind, account, document_number, side, currency, amount_minor,
       issue_date, due_date, imported_residual_minor, acknowledged_minor, residual_minor, origin_posting_id, added_at)
     select $1, id, customer, kind, account, number, side, currency, amount, issued, due, amount, 0, amount, $2, $3
     from unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::bigint[],
       $12::date[], $13::date[]) as t (id, customer, kind, account, number, side, currency, amount, issued, due)`,
    [
      ledgerId,
      plan.order.postingId,
      act.now,
      column(({ id }) => id),
      column(({ customerId }) => customerId),
      column(({ kind }) => kind),
      column(({ account }) => account),
      column(({ documentNumber }) => documentNumber),
      column(({ kind }) => sideOfItem(kind)),
      column(({ currency }) => currency),
      column(({ amountMinor }) => amountMinor),
      column(({ issueDate }) => issueDate),
      column(({ dueDate }) => dueDate),
    ],
  );
}

async function writeAllocations(tx: PoolClient, ledgerId: LedgerId, plan: PlannedSettlement, act: Act): Promise<void> {
  const { order, allocations } = plan;
  await tx.query(
    `insert into allocation (ledger_id, id, posting_id, payment_id, open_item_id, side, amount_minor, currency, means,
       lettering_id, basis, match_run_id, allocated_at)
     select $1, id, $2, $3, item, side, amount, currency, means, lettering, $4, $5, $6
     from unnest($7::uuid[], $8::uuid[], $9::text[], $10::bigint[], $11::text[], $12::text[], $13::uuid[])
       as t (id, item, side, amount, currency, means, lettering)`,
    [
      ledgerId,
      order.postingId,
      plan.paymentId,
      order.basis,
      order.matchRunId,
      act.now,
      allocations.map(({ openItemId, means }) => contentId('allocation', ledgerId, order.postingId, openItemId, means)),
      allocations.map(({ openItemId }) => openItemId),
      allocations.map(({ side }) => side),
      allocations.map(({ amountMinor }) => amountMinor),
      allocations.map(({ currency }) => currency),
      allocations.map(({ means }) => means),
      allocations.map(({ letteringId }) => letteringId),
    ],
  );
}

async function writeState(tx: PoolClient, ledgerId: LedgerId, plan: PlannedSettlement): Promise<void> {
  const { residualById, paymentId, cashMinor, letterings } = plan;
  await tx.query(
    `update open_item set residual_minor = t.residual, disputed_minor = least(disputed_minor, t.residual),
       version = version + 1
     from unnest($2::uuid[], $3::bigint[]) as t (id, residual) where ledger_id = $1 and open_item.id = t.id`,
    [ledgerId, [...residualById.keys()], [...residualById.values()]],
  );
  // A payment that people decided on is theirs: what is left of it waits for them, under the reason it had.
  await tx.query(
    `update payment set unapplied_minor = unapplied_minor - $3, version = version + 1,
       status = case unapplied_minor when $3 then 'applied' else 'in_review' end,
       review_reason = case unapplied_minor when $3 then null else coalesce(review_reason, $4) end
     where ledger_id = $1 and id = $2`,
    [ledgerId, paymentId, cashMinor, (cashMinor ?? 0n) < 0n ? 'taken_back' : 'amount_differs'],
  );
  const numbered = letterings.filter(({ eventIndex }) => eventIndex === 0);
  await tx.query(
    `update lettering_counter c set last_number = greatest(last_number, t.number)
     from (select account, customer, max(number) as number from unnest($2::text[], $3::uuid[], $4::int[])
       as t (account, customer, number) group by account, customer) t
     where c.ledger_id = $1 and c.account = t.account and c.customer_id = t.customer`,
    [
      ledgerId,
      numbered.map(({ unit }) => unit.account),
      numbered.map(({ unit }) => unit.customerId),
      numbered.map(({ codeNumber }) => codeNumber),
    ],
  );
}

function eventOf(plan: PlannedSettlement): AuditEvent {
  const { order, paymentId, cashMinor, lines, allocations, newItems, letterings, ended, moves } = plan;
  return {
    type: 'settlement.booked',
    subject: order.postingId,
    details: {
      commandId: order.commandId,
      label: order.label,
      postingDate: order.postingDate,
      reversesPostingId: order.reversesPostingId,
      paymentId,
      cashMinor,
      lines,
      allocations,
      newItems,
      letterings: letterings.map(({ unit, letteringId, codeNumber, isBalanced }) => ({
        account: unit.account,
        customerId: unit.customerId,
        letteringId,
        code: letteringCode(codeNumber, isBalanced),
      })),
      unlettered: ended.map(({ letteringId }) => letteringId),
      relettered: moves.map(({ postingId, letteringId }) => ({ postingId, letteringId })),
    },
  };
}
