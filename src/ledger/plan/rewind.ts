/**
 * What the books were when a run looked at them: what stands there now, less what the audit chain says came since. Pure.
 *
 * Only what matching reads is undone: open items, customers, payers, what people declined, and what was applied. Payments
 * say the same for ever once a run has decided on them. Each event tells the whole of what stood before it, or what it
 * added; an event of another kind changed nothing of this. Whether all was undone is not taken on trust: a run keeps the
 * SHA-256 of its inputs.
 */
import type { CustomerId, LetteringId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type {
  DeclinedPair,
  PartitionAlias,
  PartitionCustomer,
  PartitionItem,
  PayerAliasKind,
} from '../../domain/partition.ts';
import type { DescribedField, StoredOpenItem } from './open-item-change.ts';
import { contentId } from '../content-id.ts';

/** What stood of an open item before an import changed it, as `open_item.changed` and `open_item.closed` tell it. */
export type ItemBefore = Pick<StoredOpenItem, 'amountMinor' | 'residualMinor' | DescribedField>;

/** What stood of a payer before it was confirmed once more, or forgotten. */
export type AliasBefore = Readonly<{ confirmedCount: number; lastDate: LocalDate }>;

/** Bigints are decimal strings in the chain. */
type Written<T> = { readonly [Key in keyof T]: T[Key] extends bigint ? string : T[Key] };

/** What was disputed of an item before a dispute changed. */
type DisputeTold = Readonly<{ itemBefore: Readonly<{ openItemId: OpenItemId; disputedMinor: string }> }>;

type PayerNamed = Readonly<{ kind: PayerAliasKind; value: string }>;

/** An event as the chain tells it; of the kinds that change what matching reads. */
export type UndoneEvent = Readonly<{ subject: string }> &
  (
    | Readonly<{ type: 'open_items.added'; details: Readonly<{ items: readonly Readonly<{ id: OpenItemId }>[] }> }>
    | Readonly<{ type: 'open_item.changed' | 'open_item.closed'; details: Readonly<{ before: Written<ItemBefore> }> }>
    | Readonly<{ type: 'customer.added' }>
    | Readonly<{ type: 'customer.changed'; details: Readonly<{ before: Pick<PartitionCustomer, 'name' | 'ibans'> }> }>
    | Readonly<{ type: 'payer.confirmed'; details: PayerNamed & Readonly<{ before: AliasBefore | null }> }>
    | Readonly<{ type: 'payer.forgotten'; details: PayerNamed & Readonly<{ before: AliasBefore }> }>
    | Readonly<{ type: 'proposal.declined'; details: Omit<DeclinedPair, 'paymentId'> }>
    | Readonly<{
        type: 'settlement.booked';
        details: Readonly<{
          allocations: readonly Readonly<{ openItemId: OpenItemId; amountMinor: string }>[];
          newItems: readonly Readonly<{ id: OpenItemId }>[];
          /** Disputes that gave way to it, in order. */
          disputes: readonly DisputeTold[];
        }>;
      }>
    | Readonly<{
        type: 'dispute.opened' | 'dispute.changed' | 'dispute.resolved' | 'dispute.reopened';
        details: DisputeTold;
      }>
    | Readonly<{
        type: 'payment.applied';
        details: Readonly<{
          letteringId: LetteringId;
          /** Absent in the chain of before 0012. */
          postingId?: string;
          allocations: readonly Readonly<{ openItemId: OpenItemId; amountMinor: string }>[];
        }>;
      }>
  );

export const undoneTypes: readonly UndoneEvent['type'][] = [
  'open_items.added',
  'open_item.changed',
  'open_item.closed',
  'customer.added',
  'customer.changed',
  'payer.confirmed',
  'payer.forgotten',
  'proposal.declined',
  'payment.applied',
  'settlement.booked',
  'dispute.opened',
  'dispute.changed',
  'dispute.resolved',
  'dispute.reopened',
];

export type Rewind = Readonly<{
  /** Takes the event before those taken so far: from the last of the chain backwards. */
  undo(event: UndoneEvent): void;
  /** The row as it was, or null when it was not there yet. */
  item(now: PartitionItem): PartitionItem | null;
  customer(now: PartitionCustomer): PartitionCustomer | null;
  alias(now: PartitionAlias): PartitionAlias | null;
  /** Payers that were known, and are no more. */
  forgottenAliases(): readonly PartitionAlias[];
  /** Pairs that people declined since, by {@link pairKey}. */
  declinedSince: ReadonlySet<string>;
  wasBooked(postingId: string): boolean;
}>;

type ItemThen = { before: Written<ItemBefore> | null; clearedSinceMinor: bigint };

const aliasKey = ({ customerId, kind, value }: Pick<PartitionAlias, 'customerId' | 'kind' | 'value'>): string =>
  `${kind}\n${customerId}\n${value}`;
export const pairKey = ({ paymentId, customerId, openItemId }: DeclinedPair): string =>
  `${paymentId}\n${customerId}\n${openItemId ?? ''}`;

/** Nothing undone yet: the books as they stand. */
export function openRewind(): Rewind {
  const items = new Map<OpenItemId, ItemThen | null>();
  const disputed = new Map<OpenItemId, bigint>();
  const customers = new Map<CustomerId, Pick<PartitionCustomer, 'name' | 'ibans'> | null>();
  const aliases = new Map<string, PartitionAlias | null>();
  const declinedSince = new Set<string>();
  const bookedSince = new Set<string>();
  const seenAliases = new Set<string>();

  function unclear(openItemId: OpenItemId, amountMinor: bigint): void {
    const then = items.get(openItemId);
    if (then === null) throw new Error(`open item ${openItemId} was cleared before it was added`);
    if (then === undefined) items.set(openItemId, { before: null, clearedSinceMinor: amountMinor });
    else then.clearedSinceMinor += amountMinor;
  }

  function undispute({ openItemId, disputedMinor }: DisputeTold['itemBefore']): void {
    disputed.set(openItemId, BigInt(disputedMinor));
  }

  function undo(event: UndoneEvent): void {
    switch (event.type) {
      case 'open_items.added':
        for (const { id } of event.details.items) items.set(id, null);
        break;
      case 'open_item.changed':
      case 'open_item.closed':
        items.set(event.subject as OpenItemId, { before: event.details.before, clearedSinceMinor: 0n });
        break;
      case 'customer.added':
        customers.set(event.subject as CustomerId, null);
        break;
      case 'customer.changed':
        customers.set(event.subject as CustomerId, event.details.before);
        break;
      case 'payer.confirmed':
      case 'payer.forgotten': {
        const { kind, value, before } = event.details;
        const known = { customerId: event.subject as CustomerId, kind, value };
        aliases.set(aliasKey(known), before === null ? null : { ...known, ...before });
        break;
      }
      case 'proposal.declined':
        declinedSince.add(pairKey({ ...event.details, paymentId: event.subject as PaymentId }));
        break;
      case 'payment.applied':
        bookedSince.add(event.details.postingId ?? contentId('posting', event.details.letteringId));
        for (const { openItemId, amountMinor } of event.details.allocations) unclear(openItemId, BigInt(amountMinor));
        break;
      case 'settlement.booked':
        bookedSince.add(event.subject);
        for (const { openItemId, amountMinor } of event.details.allocations) unclear(openItemId, BigInt(amountMinor));
        for (const { id } of event.details.newItems) items.set(id, null);
        for (const { itemBefore } of event.details.disputes.toReversed()) undispute(itemBefore);
        break;
      case 'dispute.opened':
      case 'dispute.changed':
      case 'dispute.resolved':
      case 'dispute.reopened':
        undispute(event.details.itemBefore);
        break;
    }
  }

  return {
    undo,
    item(now) {
      const then = items.get(now.openItemId);
      if (then === null) return null;
      const told = then === undefined ? now : itemThen(now, then);
      return { ...told, disputedMinor: disputed.get(now.openItemId) ?? now.disputedMinor };
    },
    customer(now) {
      const then = customers.get(now.customerId);
      return then === undefined ? now : then === null ? null : { ...now, name: then.name, ibans: then.ibans };
    },
    alias(now) {
      const key = aliasKey(now);
      const then = aliases.get(key);
      seenAliases.add(key);
      return then === undefined ? now : then;
    },
    forgottenAliases: () =>
      [...aliases].flatMap(([key, then]) => (then === null || seenAliases.has(key) ? [] : [then])),
    declinedSince,
    wasBooked: (postingId) => !bookedSince.has(postingId),
  };
}

function itemThen(now: PartitionItem, { before, clearedSinceMinor }: ItemThen): PartitionItem {
  if (before === null) return { ...now, residualMinor: now.residualMinor + clearedSinceMinor };
  const { creditorReference, purchaseOrder, discountBp, discountUntil } = before;
  // Field by field: the event also tells what matching does not read.
  return {
    ...now,
    issueDate: before.issueDate as LocalDate,
    dueDate: before.dueDate as LocalDate,
    creditorReference,
    purchaseOrder,
    amountMinor: BigInt(before.amountMinor),
    residualMinor: BigInt(before.residualMinor) + clearedSinceMinor,
    discount:
      discountBp === null || discountUntil === null ? null : { bp: discountBp, until: discountUntil as LocalDate },
  };
}
