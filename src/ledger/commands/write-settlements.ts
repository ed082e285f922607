/**
 * Writes planned settlements in sets, however many there are: a person's one, or some hundred of a run at a time. Facts
 * first, then the current state beside them. What is rare costs nothing where it does not happen.
 */
import type { PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import type { ReviewReason } from '../../domain/match.ts';
import { sideOfItem } from '../../domain/settlement.ts';
import { dateColumn, int4Column, int8Column, textColumn, uuidColumn } from '../column-parameter.ts';
import type { Act } from '../audit.ts';
import { contentId } from '../content-id.ts';
import { counterKey, type LetteringUnit, type PlannedSettlement } from '../plan/settlement-model.ts';

/** A statement with its values, ready for the connection: it can be made before its turn. */
export type Statement = Readonly<{ text: string; values: readonly unknown[] }>;

type Plans = readonly PlannedSettlement[];

/**
 * The statements that write settlements, in their order; each is made when it is asked for.
 *
 * The counters of the letters issued are locked, and there. Rows come in the order of their key, so that they find the
 * pages of its index in memory.
 */
export function* settlementStatements(ledgerId: LedgerId, plans: Plans, act: Act): Generator<Statement> {
  if (plans.length === 0) return;
  const ordered = inOrderOf(plans, ({ order }) => order.postingId);
  yield* countLetterings(ledgerId, plans);
  yield postings(ledgerId, ordered);
  yield* newItems(ledgerId, plans, act);
  yield* letterings(ledgerId, plans, act);
  yield* lines(ledgerId, ordered);
  yield* moves(ledgerId, plans, act);
  yield newAllocations(ledgerId, plans, act);
  yield* residuals(ledgerId, plans);
  yield* payments(ledgerId, plans);
}

/** Writes {@link settlementStatements}. */
export async function writeSettlements(tx: PoolClient, ledgerId: LedgerId, plans: Plans, act: Act): Promise<void> {
  for (const { text, values } of settlementStatements(ledgerId, plans, act)) await tx.query(text, [...values]);
}

const inOrderOf = <Row>(rows: readonly Row[], key: (row: Row) => string): readonly Row[] =>
  rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));

function* countLetterings(ledgerId: LedgerId, plans: Plans): Generator<Statement> {
  const lastByCounter = new Map<string, Readonly<{ unit: LetteringUnit; codeNumber: number }>>();
  for (const plan of plans)
    for (const { unit, codeNumber, eventIndex } of plan.letterings) {
      const key = counterKey(unit);
      if (eventIndex === 0 && (lastByCounter.get(key)?.codeNumber ?? 0) < codeNumber)
        lastByCounter.set(key, { unit, codeNumber });
    }
  if (lastByCounter.size === 0) return;
  const rows = [...lastByCounter.values()];
  yield {
    // An UPDATE would not be found by the key while the table has no statistics.
    text: `insert into lettering_counter (ledger_id, account, customer_id, last_number)
      select $1, * from unnest($2::text[], $3::uuid[], $4::int[])
      on conflict (ledger_id, account, customer_id) do update set last_number = excluded.last_number`,
    values: [
      ledgerId,
      textColumn(rows, ({ unit }) => unit.account),
      uuidColumn(rows, ({ unit }) => unit.customerId),
      int4Column(rows, ({ codeNumber }) => codeNumber),
    ],
  };
}

const postings = (ledgerId: LedgerId, ordered: Plans): Statement => ({
  text: `insert into posting (ledger_id, id, journal, posting_date, source, source_id, label, payment_id, cash_minor,
      reverses_posting_id)
    select $1, id, 'OD', day, source, source_id, label, payment, cash, reverses
    from unnest($2::uuid[], $3::date[], $4::text[], $5::uuid[], $6::text[], $7::uuid[], $8::bigint[], $9::uuid[])
      as t (id, day, source, source_id, label, payment, cash, reverses)`,
  values: [
    ledgerId,
    uuidColumn(ordered, ({ order }) => order.postingId),
    dateColumn(ordered, ({ order }) => order.postingDate),
    textColumn(ordered, ({ order }) => order.source),
    uuidColumn(ordered, ({ order, paymentId }) => (order.source === 'application' ? paymentId : order.causeId)),
    textColumn(ordered, ({ order }) => order.label),
    uuidColumn(ordered, ({ paymentId }) => paymentId),
    int8Column(ordered, ({ cashMinor }) => cashMinor),
    uuidColumn(ordered, ({ order }) => order.reversesPostingId),
  ],
});

function* newItems(ledgerId: LedgerId, plans: Plans, act: Act): Generator<Statement> {
  const rows = plans.flatMap((plan) => plan.newItems.map((item) => ({ ...item, origin: plan.order.postingId })));
  if (rows.length === 0) return;
  yield {
    text: `insert into open_item (ledger_id, id, customer_id, kind, account, document_number, side, currency, amount_minor,
        base_minor, vat, issue_date, due_date, imported_residual_minor, acknowledged_minor, residual_minor,
        origin_posting_id, added_at)
      select $1, id, customer, kind, account, number, side, currency, amount, base, vat::jsonb, issued, due, amount, 0, amount,
        origin, $2
      from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::bigint[],
        $11::bigint[], $12::text[], $13::date[], $14::date[], $15::uuid[])
        as t (id, customer, kind, account, number, side, currency, amount, base, vat, issued, due, origin)`,
    values: [
      ledgerId,
      act.now,
      uuidColumn(rows, ({ id }) => id),
      uuidColumn(rows, ({ customerId }) => customerId),
      textColumn(rows, ({ kind }) => kind),
      textColumn(rows, ({ account }) => account),
      textColumn(rows, ({ documentNumber }) => documentNumber),
      textColumn(rows, ({ kind }) => sideOfItem(kind)),
      textColumn(rows, ({ currency }) => currency),
      int8Column(rows, ({ amountMinor }) => amountMinor),
      int8Column(rows, ({ baseMinor }) => baseMinor),
      textColumn(rows, ({ vat }) => (vat === null ? null : JSON.stringify(vat))),
      dateColumn(rows, ({ issueDate }) => issueDate),
      dateColumn(rows, ({ dueDate }) => dueDate),
      uuidColumn(rows, ({ origin }) => origin),
    ],
  };
}

/** Letters are written before the lines and allocations that carry them. */
function* letterings(ledgerId: LedgerId, plans: Plans, act: Act): Generator<Statement> {
  const lettered = inOrderOf(
    plans.flatMap((plan) => plan.letterings.map((lettering) => ({ ...lettering, reason: plan.order.label }))),
    ({ letteringId }) => letteringId,
  );
  const issued = lettered.filter(({ eventIndex }) => eventIndex === 0);
  if (issued.length > 0)
    yield {
      text: `insert into lettering (ledger_id, id, account, customer_id, currency, code_number)
        select $1, * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::int[])`,
      values: [
        ledgerId,
        uuidColumn(issued, ({ letteringId }) => letteringId),
        textColumn(issued, ({ unit }) => unit.account),
        uuidColumn(issued, ({ unit }) => unit.customerId),
        textColumn(issued, ({ unit }) => unit.currency),
        int4Column(issued, ({ codeNumber }) => codeNumber),
      ],
    };
  const ended = plans.flatMap((plan) =>
    plan.ended.map(({ letteringId, eventCount }) => ({
      letteringId,
      eventIndex: eventCount,
      isBalanced: null,
      letteringDate: null,
      reason: plan.order.label,
    })),
  );
  const events = [...lettered, ...ended];
  if (events.length === 0) return;
  yield {
    text: `insert into lettering_event (ledger_id, lettering_id, event_index, kind, lettering_date, reason, actor,
        happened_at)
      select $1, *, $2, $3 from unnest($4::uuid[], $5::int[], $6::text[], $7::date[], $8::text[])`,
    values: [
      ledgerId,
      act.actor,
      act.now,
      uuidColumn(events, ({ letteringId }) => letteringId),
      int4Column(events, ({ eventIndex }) => eventIndex),
      textColumn(events, ({ isBalanced }) =>
        isBalanced === null ? 'unlettered' : isBalanced ? 'lettered' : 'partly_lettered',
      ),
      dateColumn(events, ({ letteringDate }) => letteringDate),
      textColumn(events, ({ reason }) => reason),
    ],
  };
}

function* lines(ledgerId: LedgerId, ordered: Plans): Generator<Statement> {
  const rows = ordered.flatMap((plan) =>
    plan.lines.map((line, lineIndex) => ({ line, lineIndex, postingId: plan.order.postingId })),
  );
  if (rows.length === 0) return;
  yield {
    text: `insert into posting_line (ledger_id, posting_id, line_index, account, customer_id, side, amount_minor, currency,
        base_minor, lettering_id)
      select $1, * from unnest($2::uuid[], $3::int[], $4::text[], $5::uuid[], $6::text[], $7::bigint[], $8::text[],
        $9::bigint[], $10::uuid[])`,
    values: [
      ledgerId,
      uuidColumn(rows, ({ postingId }) => postingId),
      int4Column(rows, ({ lineIndex }) => lineIndex),
      textColumn(rows, ({ line }) => line.account),
      uuidColumn(rows, ({ line }) => line.customerId),
      textColumn(rows, ({ line }) => line.side),
      int8Column(rows, ({ line }) => line.amountMinor),
      textColumn(rows, ({ line }) => line.currency),
      int8Column(rows, ({ line }) => line.baseMinor),
      uuidColumn(rows, ({ line }) => line.letteringId),
    ],
  };
}

function* moves(ledgerId: LedgerId, plans: Plans, act: Act): Generator<Statement> {
  // A posting may move twice within a chunk: its moves are numbered in the order of the plans.
  const rows = plans.flatMap((plan) => plan.moves.map((move) => ({ ...move, movedBy: plan.order.causeId })));
  if (rows.length === 0) return;
  yield {
    text: `insert into lettering_move (ledger_id, posting_id, account, customer_id, currency, move_index, lettering_id,
        moved_by, moved_at)
      select $1, posting, account, customer, currency, (select count(*) from lettering_move m where m.ledger_id = $1
          and m.posting_id = t.posting and m.account = t.account and m.customer_id = t.customer
          and m.currency = t.currency)
        + row_number() over (partition by posting, account, customer, currency order by place) - 1, lettering, moved_by, $2
      from unnest($3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::uuid[], $8::uuid[]) with ordinality
        as t (posting, account, customer, currency, lettering, moved_by, place)`,
    values: [
      ledgerId,
      act.now,
      uuidColumn(rows, ({ postingId }) => postingId),
      textColumn(rows, ({ unit }) => unit.account),
      uuidColumn(rows, ({ unit }) => unit.customerId),
      textColumn(rows, ({ unit }) => unit.currency),
      uuidColumn(rows, ({ letteringId }) => letteringId),
      uuidColumn(rows, ({ movedBy }) => movedBy),
    ],
  };
}

function newAllocations(ledgerId: LedgerId, plans: Plans, act: Act): Statement {
  const rows = inOrderOf(
    plans.flatMap(({ order, paymentId, allocations }) =>
      allocations.map((allocation) => ({
        allocation,
        id: contentId('allocation', ledgerId, order.postingId, allocation.openItemId, allocation.means),
        order,
        paymentId,
      })),
    ),
    ({ id }) => id,
  );
  return {
    text: `insert into allocation (ledger_id, id, posting_id, payment_id, open_item_id, side, amount_minor, currency, means,
        base_minor, lettering_id, basis, match_run_id, allocated_at)
      select $1, *, $2 from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::bigint[], $9::text[],
        $10::text[], $11::bigint[], $12::uuid[], $13::text[], $14::uuid[])`,
    values: [
      ledgerId,
      act.now,
      uuidColumn(rows, ({ id }) => id),
      uuidColumn(rows, ({ order }) => order.postingId),
      uuidColumn(rows, ({ paymentId }) => paymentId),
      uuidColumn(rows, ({ allocation }) => allocation.openItemId),
      textColumn(rows, ({ allocation }) => allocation.side),
      int8Column(rows, ({ allocation }) => allocation.amountMinor),
      textColumn(rows, ({ allocation }) => allocation.currency),
      textColumn(rows, ({ allocation }) => allocation.means),
      int8Column(rows, ({ allocation }) => allocation.baseMinor),
      uuidColumn(rows, ({ allocation }) => allocation.letteringId),
      textColumn(rows, ({ order }) => order.basis),
      uuidColumn(rows, ({ order }) => order.matchRunId),
    ],
  };
}

function* residuals(ledgerId: LedgerId, plans: Plans): Generator<Statement> {
  const rows = [...new Map(plans.flatMap(({ residualById }) => [...residualById]))];
  if (rows.length === 0) return;
  yield {
    text: `update open_item set residual_minor = t.residual, version = version + 1
      from unnest($2::uuid[], $3::bigint[]) as t (id, residual) where ledger_id = $1 and open_item.id = t.id`,
    values: [ledgerId, uuidColumn(rows, ([id]) => id), int8Column(rows, ([, residualMinor]) => residualMinor)],
  };
}

/** What is left of a payment waits for a person, under the reason it had, or what taking back and leaving over are called. */
function* payments(ledgerId: LedgerId, plans: Plans): Generator<Statement> {
  const rows = plans.filter(({ paymentId }) => paymentId !== null);
  if (rows.length === 0) return;
  const reasonOfRest = ({ order, cashMinor }: PlannedSettlement): ReviewReason =>
    order.source === 'command' && (cashMinor ?? 0n) < 0n ? 'taken_back' : 'amount_differs';
  yield {
    text: `update payment set unapplied_minor = unapplied_minor - t.cash, version = version + 1,
        match_run_id = case t.source when 'application' then t.run else match_run_id end,
        status = case unapplied_minor when t.cash then 'applied' else 'in_review' end,
        review_reason = case when unapplied_minor = t.cash then null when t.source = 'application' then t.reason
          else coalesce(review_reason, t.reason) end
      from unnest($2::uuid[], $3::bigint[], $4::text[], $5::uuid[], $6::text[]) as t (id, cash, source, run, reason)
      where ledger_id = $1 and payment.id = t.id`,
    values: [
      ledgerId,
      uuidColumn(rows, ({ paymentId }) => paymentId),
      int8Column(rows, ({ cashMinor }) => cashMinor),
      textColumn(rows, ({ order }) => order.source),
      uuidColumn(rows, ({ order }) => order.matchRunId),
      textColumn(rows, reasonOfRest),
    ],
  };
}
