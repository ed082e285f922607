/** Writes what happens to a dispute: its events, the row beside them, and what is disputed of its item. */
import type { PoolClient } from 'pg';
import type { DisputeEventKind, DisputeState } from '../../../domain/dispute.ts';
import type { LedgerId, OpenItemId } from '../../../domain/ids.ts';
import type { Act, AuditEvent } from '../../audit.ts';
import { canonicalJson } from '../../canonical-json.ts';
import type { Dispute, PlannedEvent } from '../../plan/dispute.ts';

/** What a dispute was changed by: a command, or the run whose payment settled its item. */
export type DisputeCause = Readonly<{ id: string; act: Act }>;

type WrittenDispute = Readonly<{
  id: string;
  /** Null: the dispute is new. */
  before: Dispute | null;
  /** In order; the last says what stands. */
  events: readonly PlannedEvent[];
  item: Readonly<{ id: OpenItemId; disputedMinor: bigint }>;
}>;

/** @returns the dispute's version, what is disputed of the item now, and what the audit chain is to say. */
export async function writeDispute(
  tx: PoolClient,
  ledgerId: LedgerId,
  { id: commandId, act }: DisputeCause,
  { id, before, events, item }: WrittenDispute,
): Promise<Readonly<{ version: number; disputedMinor: bigint; event: AuditEvent }>> {
  const last = events.at(-1);
  if (last === undefined) throw new Error(`nothing happened to dispute ${id}`);
  const { after } = last;
  const firstIndex = before?.version ?? 0;
  const version = firstIndex + events.length;
  await writeRow(tx, ledgerId, id, after, version, act);
  await tx.query(
    `insert into dispute_event (ledger_id, dispute_id, event_index, kind, details, actor, command_id, happened_at)
     select $1, $2, $3::int + (t.place - 1)::int, t.kind, t.details, $4, $5, $6
     from unnest($7::text[], $8::jsonb[]) with ordinality as t (kind, details, place)`,
    [
      ledgerId,
      id,
      firstIndex,
      act.actor,
      commandId,
      act.now,
      events.map(({ kind }) => kind),
      events.map(({ after: state, comment }) => canonicalJson({ ...state, comment })),
    ],
  );
  const disputedMinor = item.disputedMinor + openMinorOf(after) - (before === null ? 0n : openMinorOf(before));
  if (disputedMinor !== item.disputedMinor)
    await tx.query('update open_item set disputed_minor = $3, version = version + 1 where ledger_id = $1 and id = $2', [
      ledgerId,
      item.id,
      disputedMinor,
    ]);
  return { version, disputedMinor, event: auditEvent(id, commandId, before, events, item) };
}

const openMinorOf = ({ state, amountMinor }: DisputeState): bigint => (state === 'open' ? amountMinor : 0n);

async function writeRow(
  tx: PoolClient,
  ledgerId: LedgerId,
  id: string,
  after: DisputeState,
  version: number,
  { now }: Act,
): Promise<void> {
  await tx.query(
    `insert into dispute (ledger_id, id, customer_id, open_item_id, opened_from, payment_id, currency, opened_at,
       amount_minor, category, reason_code, owner, department, due_date, state, resolution, resolved_at, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     on conflict (ledger_id, id) do update set amount_minor = excluded.amount_minor, category = excluded.category,
       reason_code = excluded.reason_code, owner = excluded.owner, department = excluded.department,
       due_date = excluded.due_date, state = excluded.state, resolution = excluded.resolution,
       resolved_at = case when excluded.state = dispute.state then dispute.resolved_at else excluded.resolved_at end,
       version = excluded.version`,
    [
      ledgerId,
      id,
      after.customerId,
      after.openItemId,
      after.openedFrom,
      after.paymentId,
      after.currency,
      now,
      after.amountMinor,
      after.category,
      after.reasonCode,
      after.owner,
      after.department,
      after.dueDate,
      after.state,
      after.resolution,
      after.state === 'resolved' ? now : null,
      version,
    ],
  );
}

const wordOf = (kind: DisputeEventKind): string =>
  kind === 'opened' || kind === 'resolved' || kind === 'reopened' ? kind : 'changed';

const auditEvent = (
  id: string,
  commandId: string,
  before: Dispute | null,
  events: readonly PlannedEvent[],
  item: WrittenDispute['item'],
): AuditEvent => {
  const last = events.at(-1);
  return {
    type: `dispute.${wordOf(last?.kind ?? 'commented')}`,
    subject: id,
    details: {
      commandId,
      kinds: events.map(({ kind }) => kind),
      before,
      after: last?.after ?? null,
      // Whole: who replays a run of before has nothing else to undo the change by (plan/rewind.ts).
      itemBefore: { openItemId: item.id, disputedMinor: item.disputedMinor },
    },
  };
};
