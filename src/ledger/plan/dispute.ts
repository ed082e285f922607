/**
 * What becomes of a dispute: each thing that a person changes is an event with all that stands after it. Pure.
 *
 * Disputes never claim more of an item than is left of it. When an item is settled, the oldest dispute gives way first:
 * its amount falls, and it is resolved when nothing of it is left.
 */
import type { CommandRequests } from '../../domain/command.ts';
import type { DisputeEventKind, DisputeReason, DisputeResolution, DisputeState } from '../../domain/dispute.ts';
import type { OpenItemId } from '../../domain/ids.ts';
import type { SettlementMeans } from '../../domain/settlement.ts';
import { LedgerError } from '../errors.ts';
import { minorOf } from './amount-text.ts';

export type Dispute = DisputeState & Readonly<{ id: string; version: number }>;

/** The item of a dispute, under lock. `disputedMinor` is the sum of its open disputes. */
export type DisputedItem = Readonly<{ id: OpenItemId; residualMinor: bigint; disputedMinor: bigint }>;

export type PlannedEvent = Readonly<{ kind: DisputeEventKind; after: DisputeState; comment: string | null }>;

const openMinorOf = ({ state, amountMinor }: Pick<DisputeState, 'state' | 'amountMinor'>): bigint =>
  state === 'open' ? amountMinor : 0n;

/**
 * Sets the amount of a dispute against what is left of its item.
 *
 * @param before - null: the dispute is new.
 * @throws LedgerError `ledger.item_not_disputable` for more than is left and not disputed otherwise.
 */
export function claim(
  item: DisputedItem,
  before: DisputeState | null,
  amountMinor: bigint,
): Pick<DisputeState, 'amountMinor' | 'residualMinor'> {
  const othersMinor = item.disputedMinor - (before === null ? 0n : openMinorOf(before));
  if (amountMinor > item.residualMinor - othersMinor)
    throw new LedgerError('ledger.item_not_disputable', {
      openItem: item.id,
      residual: String(item.residualMinor),
      disputed: String(othersMinor),
    });
  return { amountMinor, residualMinor: item.residualMinor };
}

/**
 * One event for each thing that changes. A comment goes with the first of them, or stands alone, also on a dispute that is
 * resolved. Another reason brings its department, unless the request names one.
 *
 * @param reason - as the request names it, or null when it names none.
 * @throws LedgerError `ledger.dispute_resolved`, `ledger.dispute_unchanged`, `ledger.item_not_disputable`.
 */
export function planChange(
  dispute: Dispute,
  request: CommandRequests['change_dispute'],
  reason: DisputeReason | null,
  item: DisputedItem,
): readonly PlannedEvent[] {
  const { comment = null } = request;
  const events: PlannedEvent[] = [];
  let now: DisputeState = stateOf(dispute);
  const change = (kind: DisputeEventKind, changed: Partial<DisputeState>): void => {
    now = { ...now, ...changed };
    events.push({ kind, after: now, comment: events.length === 0 ? comment : null });
  };
  if (reason !== null && (reason.category !== now.category || reason.code !== now.reasonCode))
    change('recategorised', {
      category: reason.category,
      reasonCode: reason.code,
      department: reason.department ?? now.department,
    });
  const { owner = now.owner, department = now.department, dueDate = now.dueDate, amount } = request;
  if (owner !== now.owner || department !== now.department) change('assigned', { owner, department });
  if (dueDate !== now.dueDate) change('rescheduled', { dueDate });
  const amountMinor = amount === undefined ? now.amountMinor : minorOf(amount, now.currency);
  const isMoved = amountMinor !== now.amountMinor;
  if (dispute.state === 'resolved' && (isMoved || events.length > 0))
    throw new LedgerError('ledger.dispute_resolved', { dispute: dispute.id });
  if (isMoved) change('amount_changed', claim(item, now, amountMinor));
  if (events.length === 0 && comment !== null) events.push({ kind: 'commented', after: now, comment });
  if (events.length === 0) throw new LedgerError('ledger.dispute_unchanged', { dispute: dispute.id });
  return events;
}

/** The dispute alone: its id and version are of the row. */
export function stateOf({ id: _id, version: _version, ...state }: Dispute): DisputeState {
  return state;
}

/**
 * The disputed amount was cleared of the item since it was set, and no other dispute was resolved by it.
 *
 * @param resolvedMinor - of the item's other disputes, resolved since by what was cleared.
 */
export const isCleared = (dispute: DisputeState, item: DisputedItem, resolvedMinor: bigint): boolean =>
  dispute.residualMinor - item.residualMinor >= dispute.amountMinor + resolvedMinor;

/** What a settlement says of the disputes that it ends. */
export const resolutionBy = (means: SettlementMeans): DisputeResolution =>
  means === 'netting'
    ? 'credit_note'
    : means === 'write_off' || means === 'discount' || means === 'bank_charge'
      ? 'write_off'
      : 'payment';

/**
 * Brings the open disputes of an item, oldest first, down to what is left of it.
 *
 * @returns an event for each that is touched, beside it.
 */
export function planFollowing(
  open: readonly Dispute[],
  residualMinor: bigint,
  resolution: DisputeResolution,
): readonly Readonly<{ dispute: Dispute; event: PlannedEvent }>[] {
  const excessMinor = open.reduce((sum, { amountMinor }) => sum + amountMinor, 0n) - residualMinor;
  return planGivingWay(open, excessMinor, residualMinor, resolution);
}

/**
 * Takes an amount off disputes of an item, in their order.
 *
 * @param residualMinor - of the item, as it will be.
 */
export function planGivingWay(
  open: readonly Dispute[],
  amountMinor: bigint,
  residualMinor: bigint,
  resolution: DisputeResolution,
): readonly Readonly<{ dispute: Dispute; event: PlannedEvent }>[] {
  let leftMinor = amountMinor;
  return open.flatMap((dispute) => {
    if (leftMinor <= 0n) return [];
    const goneMinor = leftMinor < dispute.amountMinor ? leftMinor : dispute.amountMinor;
    leftMinor -= goneMinor;
    const state = stateOf(dispute);
    const event: PlannedEvent =
      goneMinor === dispute.amountMinor
        ? { kind: 'resolved', after: { ...state, state: 'resolved', resolution }, comment: null }
        : {
            kind: 'amount_changed',
            after: { ...state, amountMinor: dispute.amountMinor - goneMinor, residualMinor },
            comment: null,
          };
    return [{ dispute, event }];
  });
}
