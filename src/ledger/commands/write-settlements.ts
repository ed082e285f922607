/**
 * Writes planned settlements in sets, however many there are: a person's one, or some thousand of a run. Facts first, then
 * the current state beside them. What is rare costs nothing where it does not happen.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import type { ReviewReason } from '../../domain/match.ts';
import { sideOfItem } from '../../domain/settlement.ts';
import { arrayText } from '../array-text.ts';
import type { Act } from '../audit.ts';
import { contentId } from '../content-id.ts';
import { madeAhead } from '../made-ahead.ts';
import { counterKey, type PlannedSettlement } from '../plan/settlement-model.ts';

type Value = string | number | bigint | null;

/** The rows of a statement as columns: one array text for each. */
const columnsOf = <Row>(rows: readonly Row[], reads: readonly ((row: Row) => Value)[]): readonly string[] =>
  reads.map((read) => arrayText(rows.map((row) => read(row))));

/** In the order of a key: rows then find the pages of its index in memory. */
const inOrderOf = <Row>(rows: readonly Row[], key: (row: Row) => string): readonly Row[] =>
  rows
    .map((row) => ({ row, key: key(row) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);

/**
 * @param locked - counters that were there, as {@link counterKey}: a first one that somebody else writes meanwhile breaks
 *   the key, and the transaction starts again.
 */
export async function writeSettlements(
  tx: PoolClient,
  ledgerId: LedgerId,
  plans: readonly PlannedSettlement[],
  locked: ReadonlyMap<string, number>,
  act: Act,
): Promise<void> {
  if (plans.length === 0) return;
  const allocations = madeAhead(nextTurn().then(() => allocationColumns(ledgerId, plans)));
  await countLetterings(tx, ledgerId, plans, locked);
  await writePostings(tx, ledgerId, plans);
  await writeNewItems(tx, ledgerId, plans, act);
  await writeLetterings(tx, ledgerId, plans, act);
  await writeLines(tx, ledgerId, plans);
  await writeMoves(tx, ledgerId, plans, act);
  await tx.query(insertAllocations, [ledgerId, act.now, ...(await allocations)]);
  await writeResiduals(tx, ledgerId, plans);
  await writePayments(tx, ledgerId, plans);
}

/** Counts the letters issued, in the order of customers. */
async function countLetterings(
  tx: PoolClient,
  ledgerId: LedgerId,
  plans: readonly PlannedSettlement[],
  locked: ReadonlyMap<string, number>,
): Promise<void> {
  const lastByCounter = new Map<string, Readonly<{ account: string; customerId: string; number: number }>>();
  for (const { letterings } of plans)
    for (const { unit, codeNumber, eventIndex } of letterings) {
      const key = counterKey(unit);
      if (eventIndex === 0 && (lastByCounter.get(key)?.number ?? 0) < codeNumber)
        lastByCounter.set(key, { account: unit.account, customerId: unit.customerId, number: codeNumber });
    }
  const issued = inOrderOf([...lastByCounter], ([key]) => key);
  const insert = `insert into lettering_counter (ledger_id, account, customer_id, last_number)
    select $1, * from unnest($2::text[], $3::uuid[], $4::int[])`;
  // The rows are there, and locked: a conflict is found by the key, which an UPDATE of a still empty table is not.
  const update = `${insert} on conflict (ledger_id, account, customer_id) do update set last_number = excluded.last_number`;
  for (const [sql, rows] of [
    [insert, issued.filter(([key]) => !locked.has(key))],
    [update, issued.filter(([key]) => locked.has(key))],
  ] as const)
    if (rows.length > 0)
      await tx.query(sql, [
        ledgerId,
        ...columnsOf(rows, [([, row]) => row.account, ([, row]) => row.customerId, ([, row]) => row.number]),
      ]);
}

async function writePostings(tx: PoolClient, ledgerId: LedgerId, plans: readonly PlannedSettlement[]): Promise<void> {
  await tx.query(
    `insert into posting (ledger_id, id, journal, posting_date, source, source_id, label, payment_id, cash_minor,
       reverses_posting_id)
     select $1, id, 'OD', day, source, source_id, label, payment, cash, reverses
     from unnest($2::uuid[], $3::date[], $4::text[], $5::uuid[], $6::text[], $7::uuid[], $8::bigint[], $9::uuid[])
       as t (id, day, source, source_id, label, payment, cash, reverses)`,
    [
      ledgerId,
      ...columnsOf(
        inOrderOf(plans, ({ order }) => order.postingId),
        [
          ({ order }) => order.postingId,
          ({ order }) => order.postingDate,
          ({ order }) => order.source,
          ({ order, paymentId }) => (order.source === 'application' ? paymentId : order.causeId),
          ({ order }) => order.label,
          ({ paymentId }) => paymentId,
          ({ cashMinor }) => cashMinor,
          ({ order }) => order.reversesPostingId,
        ],
      ),
    ],
  );
}

async function writeNewItems(
  tx: PoolClient,
  ledgerId: LedgerId,
  plans: readonly PlannedSettlement[],
  act: Act,
): Promise<void> {
  const rows = plans.flatMap(({ order, newItems }) => newItems.map((item) => ({ ...item, origin: order.postingId })));
  if (rows.length === 0) return;
  await tx.query(
    `insert into open_item (ledger_id, id, customer_id, kind, account, document_number, side, currency, amount_minor,
       issue_date, due_date, imported_residual_minor, acknowledged_minor, residual_minor, origin_posting_id, added_at)
     select $1, id, customer, kind, account, number, side, currency, amount, issued, due, amount, 0, amount, origin, $2
     from unnest($3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::bigint[],
       $11::date[], $12::date[], $13::uuid[])
       as t (number, id, customer, kind, account, side, currency, amount, issued, due, origin)`,
    [
      ledgerId,
      act.now,
      // A number may hold anything: the driver quotes it.
      rows.map(({ documentNumber }) => documentNumber),
      ...columnsOf(rows, [
        ({ id }) => id,
        ({ customerId }) => customerId,
        ({ kind }) => kind,
        ({ account }) => account,
        ({ kind }) => sideOfItem(kind),
        ({ currency }) => currency,
        ({ amountMinor }) => amountMinor,
        ({ issueDate }) => issueDate,
        ({ dueDate }) => dueDate,
        ({ origin }) => origin,
      ]),
    ],
  );
}

/** Letters are written before the lines and allocations that carry them. */
async function writeLetterings(
  tx: PoolClient,
  ledgerId: LedgerId,
  plans: readonly PlannedSettlement[],
  act: Act,
): Promise<void> {
  const letterings = inOrderOf(
    plans.flatMap((plan) => plan.letterings.map((lettering) => ({ lettering, reason: plan.order.label }))),
    ({ lettering }) => lettering.letteringId,
  );
  await tx.query(
    `insert into lettering (ledger_id, id, account, customer_id, currency, code_number)
     select $1, * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::int[])`,
    [
      ledgerId,
      ...columnsOf(
        letterings.filter(({ lettering }) => lettering.eventIndex === 0),
        [
          ({ lettering }) => lettering.letteringId,
          ({ lettering }) => lettering.unit.account,
          ({ lettering }) => lettering.unit.customerId,
          ({ lettering }) => lettering.unit.currency,
          ({ lettering }) => lettering.codeNumber,
        ],
      ),
    ],
  );
  const ended = plans.flatMap((plan) =>
    plan.ended.map(({ letteringId, eventCount }) => ({
      letteringId,
      eventIndex: eventCount,
      kind: 'unlettered',
      letteringDate: null,
      reason: plan.order.label,
    })),
  );
  const lettered = letterings.map(({ lettering: { letteringId, eventIndex, isBalanced, letteringDate }, reason }) => ({
    letteringId,
    eventIndex,
    kind: isBalanced ? 'lettered' : 'partly_lettered',
    letteringDate,
    reason,
  }));
  await tx.query(
    `insert into lettering_event (ledger_id, lettering_id, event_index, kind, lettering_date, reason, actor, happened_at)
     select $1, *, $2, $3 from unnest($4::uuid[], $5::int[], $6::text[], $7::date[], $8::text[])`,
    [
      ledgerId,
      act.actor,
      act.now,
      ...columnsOf(
        [...lettered, ...ended],
        [
          ({ letteringId }) => letteringId,
          ({ eventIndex }) => eventIndex,
          ({ kind }) => kind,
          ({ letteringDate }) => letteringDate,
          ({ reason }) => reason,
        ],
      ),
    ],
  );
}

async function writeLines(tx: PoolClient, ledgerId: LedgerId, plans: readonly PlannedSettlement[]): Promise<void> {
  const rows = inOrderOf(plans, ({ order }) => order.postingId).flatMap(({ order, lines }) =>
    lines.map((line, lineIndex) => ({ line, lineIndex, postingId: order.postingId })),
  );
  if (rows.length === 0) return;
  await tx.query(
    `insert into posting_line (ledger_id, posting_id, line_index, account, customer_id, side, amount_minor, currency,
       base_minor, lettering_id)
     select $1, * from unnest($2::uuid[], $3::int[], $4::text[], $5::uuid[], $6::text[], $7::bigint[], $8::text[],
       $9::bigint[], $10::uuid[])`,
    [
      ledgerId,
      ...columnsOf(rows, [
        ({ postingId }) => postingId,
        ({ lineIndex }) => lineIndex,
        ({ line }) => line.account,
        ({ line }) => line.customerId,
        ({ line }) => line.side,
        ({ line }) => line.amountMinor,
        ({ line }) => line.currency,
        ({ line }) => line.baseMinor,
        ({ line }) => line.letteringId,
      ]),
    ],
  );
}

async function writeMoves(
  tx: PoolClient,
  ledgerId: LedgerId,
  plans: readonly PlannedSettlement[],
  act: Act,
): Promise<void> {
  // A posting may move twice within a chunk: its moves are numbered in the order of the plans.
  const moves = plans.flatMap((plan) => plan.moves.map((move) => ({ ...move, movedBy: plan.order.causeId })));
  if (moves.length === 0) return;
  await tx.query(
    `insert into lettering_move (ledger_id, posting_id, account, customer_id, currency, move_index, lettering_id, moved_by,
       moved_at)
     select $1, posting, account, customer, currency, (select count(*) from lettering_move m where m.ledger_id = $1
         and m.posting_id = t.posting and m.account = t.account and m.customer_id = t.customer
         and m.currency = t.currency)
       + row_number() over (partition by posting, account, customer, currency order by place) - 1, lettering, moved_by, $2
     from unnest($3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::uuid[], $8::uuid[]) with ordinality
       as t (posting, account, customer, currency, lettering, moved_by, place)`,
    [
      ledgerId,
      act.now,
      ...columnsOf(moves, [
        ({ postingId }) => postingId,
        ({ unit }) => unit.account,
        ({ unit }) => unit.customerId,
        ({ unit }) => unit.currency,
        ({ letteringId }) => letteringId,
        ({ movedBy }) => movedBy,
      ]),
    ],
  );
}

function allocationColumns(ledgerId: LedgerId, plans: readonly PlannedSettlement[]): readonly string[] {
  const rows = plans.flatMap(({ order, paymentId, allocations }) =>
    allocations.map((allocation) => ({
      allocation,
      id: contentId('allocation', ledgerId, order.postingId, allocation.openItemId, allocation.means),
      order,
      paymentId,
    })),
  );
  return columnsOf(
    inOrderOf(rows, ({ id }) => id),
    [
      ({ id }) => id,
      ({ order }) => order.postingId,
      ({ paymentId }) => paymentId,
      ({ allocation }) => allocation.openItemId,
      ({ allocation }) => allocation.side,
      ({ allocation }) => allocation.amountMinor,
      ({ allocation }) => allocation.currency,
      ({ allocation }) => allocation.means,
      ({ allocation }) => allocation.letteringId,
      ({ order }) => order.basis,
      ({ order }) => order.matchRunId,
    ],
  );
}

const insertAllocations = `
  insert into allocation (ledger_id, id, posting_id, payment_id, open_item_id, side, amount_minor, currency, means,
    lettering_id, basis, match_run_id, allocated_at)
  select $1, *, $2 from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::bigint[], $9::text[],
    $10::text[], $11::uuid[], $12::text[], $13::uuid[])`;

async function writeResiduals(tx: PoolClient, ledgerId: LedgerId, plans: readonly PlannedSettlement[]): Promise<void> {
  const residuals = new Map(plans.flatMap(({ residualById }) => [...residualById]));
  if (residuals.size === 0) return;
  await tx.query(
    `update open_item set residual_minor = t.residual, version = version + 1
     from unnest($2::uuid[], $3::bigint[]) as t (id, residual) where ledger_id = $1 and open_item.id = t.id`,
    [ledgerId, arrayText([...residuals.keys()]), arrayText([...residuals.values()])],
  );
}

/** What is left of a payment waits for a person, under the reason it had, or what taking back and leaving over are called. */
async function writePayments(tx: PoolClient, ledgerId: LedgerId, plans: readonly PlannedSettlement[]): Promise<void> {
  const rows = plans.filter(({ paymentId }) => paymentId !== null);
  if (rows.length === 0) return;
  const reasonOfRest = ({ order, cashMinor }: PlannedSettlement): ReviewReason =>
    order.source === 'command' && (cashMinor ?? 0n) < 0n ? 'taken_back' : 'amount_differs';
  await tx.query(
    `update payment set unapplied_minor = unapplied_minor - t.cash, version = version + 1,
       match_run_id = case t.source when 'application' then t.run else match_run_id end,
       status = case unapplied_minor when t.cash then 'applied' else 'in_review' end,
       review_reason = case when unapplied_minor = t.cash then null when t.source = 'application' then t.reason
         else coalesce(review_reason, t.reason) end
     from unnest($2::uuid[], $3::bigint[], $4::text[], $5::uuid[], $6::text[]) as t (id, cash, source, run, reason)
     where ledger_id = $1 and payment.id = t.id`,
    [
      ledgerId,
      ...columnsOf(rows, [
        ({ paymentId }) => paymentId,
        ({ cashMinor }) => cashMinor,
        ({ order }) => order.source,
        ({ order }) => order.matchRunId,
        reasonOfRest,
      ]),
    ],
  );
}
