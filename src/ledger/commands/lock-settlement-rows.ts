/**
 * Locks and reads what a settlement is planned from. Locks in the one order: the payment, then items by ascending id, then
 * the lettering counters of their customers, which hold off every other settlement of the same customers.
 */
import type { PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId, LedgerId, LetteringId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { ReviewReason } from '../../domain/match.ts';
import type { LedgerItemKind } from '../../domain/settlement.ts';
import { LedgerError } from '../errors.ts';
import { textColumn, uuidColumn } from '../column-parameter.ts';
import type { GroupMember, LiveGroup } from '../plan/lettering-groups.ts';
import {
  counterKey,
  unitKey,
  type SettledItem,
  type SettledPayment,
  type SettlementRows,
  type UnitRows,
} from '../plan/settlement-model.ts';

export type LockedPaymentRow = SettledPayment &
  Readonly<{
    version: number;
    bookingDate: LocalDate;
    status: 'received' | 'applied' | 'in_review';
    reviewReason: ReviewReason | null;
    returnReason: string | null;
    isReversal: boolean;
    counterpartyName: string | null;
    counterpartyIban: string | null;
    matchRunId: string | null;
  }>;

export type LockedItemRow = SettledItem &
  Readonly<{
    version: number;
    kind: LedgerItemKind;
    documentNumber: string;
    dueDate: LocalDate;
    disputedMinor: bigint;
    baseMinor: bigint | null;
    /** As the import told it: `[{ rateBp, gross }]`. */
    vat: readonly Readonly<{ rateBp: number; gross: string }>[] | null;
    discountBp: number | null;
    discountUntil: LocalDate | null;
  }>;

/** @throws LedgerError `ledger.not_found`. */
export async function lockPayment(tx: PoolClient, ledgerId: LedgerId, id: PaymentId): Promise<LockedPaymentRow> {
  const { rows } = await tx.query<LockedPaymentRow>(
    `select id, version, side, currency, amount_minor as "amountMinor", unapplied_minor as "unappliedMinor",
       booking_date as "bookingDate", status, review_reason as "reviewReason", return_reason as "returnReason",
       is_reversal as "isReversal", counterparty_name as "counterpartyName", counterparty_iban as "counterpartyIban",
       match_run_id as "matchRunId"
     from payment where ledger_id = $1 and id = $2 for update`,
    [ledgerId, id],
  );
  const [payment] = rows;
  if (payment === undefined) throw new LedgerError('ledger.not_found', { payment: id });
  return payment;
}

const itemColumns = `id, version, customer_id as "customerId", account, kind, document_number as "documentNumber", side,
  currency, amount_minor as "amountMinor", residual_minor as "residualMinor", disputed_minor as "disputedMinor",
  issue_date as "issueDate", due_date as "dueDate", base_minor as "baseMinor", vat, discount_bp as "discountBp",
  discount_until as "discountUntil"`;

/** @throws LedgerError `ledger.not_found` for the first that is not there. */
export async function lockItems(
  tx: PoolClient,
  ledgerId: LedgerId,
  ids: readonly OpenItemId[],
): Promise<ReadonlyMap<OpenItemId, LockedItemRow>> {
  const { rows } = await tx.query<LockedItemRow>(
    `select ${itemColumns} from open_item where ledger_id = $1 and id = any($2) order by id for update`,
    [ledgerId, ids],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const missing = ids.find((id) => !byId.has(id));
  if (missing !== undefined) throw new LedgerError('ledger.not_found', { openItem: missing });
  return byId;
}

/** @param items - those of the legs, locked. */
export async function lockSettlementRows(
  tx: PoolClient,
  ledgerId: LedgerId,
  payment: SettledPayment | null,
  items: ReadonlyMap<OpenItemId, SettledItem>,
): Promise<SettlementRows> {
  const lastNumbers = await lockCounters(tx, ledgerId, [...items.values()]);
  const baseCurrency = await readBaseCurrency(tx, ledgerId);
  return { baseCurrency, payment, lastNumbers, ...(await readGroups(tx, ledgerId, items, [...items.keys()])) };
}

/**
 * The groups that clear something of these items, with all that is in them.
 *
 * @param items - locked; what else the groups hold is read beside them.
 */
export async function readGroups<Item extends SettledItem>(
  tx: PoolClient,
  ledgerId: LedgerId,
  items: ReadonlyMap<OpenItemId, Item>,
  itemIds: readonly OpenItemId[],
): Promise<Readonly<{ items: ReadonlyMap<OpenItemId, SettledItem>; units: ReadonlyMap<string, UnitRows> }>> {
  if (itemIds.length === 0) return { items, units: new Map() };
  const reached = await reachUnits(tx, ledgerId, itemIds);
  const others = [...reached.itemIds].filter((id) => !items.has(id));
  const live = await readLive(tx, ledgerId, [...new Set(reached.members.map(({ letteringId }) => letteringId))]);
  const units = new Map<string, UnitRows>();
  for (const key of new Set(reached.members.map(({ unit }) => unit))) {
    const members = reached.members.filter(({ unit }) => unit === key);
    const ids = new Set(members.map(({ letteringId }) => letteringId));
    units.set(key, { members, live: live.filter(({ letteringId }) => ids.has(letteringId)) });
  }
  return { items: new Map([...items, ...(await readItems(tx, ledgerId, others))]), units };
}

type ReachedMember = GroupMember & Readonly<{ unit: string }>;

type AllocationRow = Readonly<{
  postingId: string;
  postingDate: LocalDate;
  reversesPostingId: string | null;
  openItemId: OpenItemId;
  account: string;
  customerId: CustomerId;
  currency: CurrencyCode;
  letteringId: LetteringId | null;
  minor: bigint;
}>;

/** Postings and items are walked in turns until nothing new is reached: a group is some postings wide. */
async function reachUnits(tx: PoolClient, ledgerId: LedgerId, itemIds: readonly OpenItemId[]) {
  const seenItems = new Set<OpenItemId>();
  const members = new Map<string, ReachedMember & { cleared: Map<OpenItemId, bigint> }>();
  for (let frontier = [...itemIds]; frontier.length > 0;) {
    for (const id of frontier) seenItems.add(id);
    const { rows } = await tx.query<AllocationRow>(unitsOfItems, [ledgerId, frontier]);
    for (const { openItemId, minor, account, customerId, currency, ...row } of rows) {
      const unit = unitKey({ account, customerId, currency });
      const key = `${row.postingId} ${unit}`;
      const member = members.get(key) ?? { ...row, unit, cleared: new Map<OpenItemId, bigint>() };
      member.cleared.set(openItemId, minor);
      members.set(key, member);
    }
    frontier = [...new Set(rows.map(({ openItemId }) => openItemId))].filter((id) => !seenItems.has(id));
  }
  return { members: [...members.values()], itemIds: seenItems };
}

// All that the postings of these items clear on the same accounts of the same customers.
const unitsOfItems = `
  with reached as (
    select distinct a.posting_id, a.payment_id, i.account, i.customer_id, i.currency
    from allocation a cross join lateral (select account, customer_id, currency from open_item
      where ledger_id = $1 and id = a.open_item_id offset 0) i
    where a.ledger_id = $1 and a.open_item_id = any($2))
  select r.posting_id as "postingId", p.posting_date as "postingDate", p.reverses_posting_id as "reversesPostingId",
    i.id as "openItemId", i.account, i.customer_id as "customerId", i.currency,
    coalesce(moved.lettering_id, (array_agg(a.lettering_id))[1]) as "letteringId",
    sum(a.amount_minor)::bigint as minor
  from reached r
  join posting p on p.ledger_id = $1 and p.id = r.posting_id
  join lateral (
    select open_item_id, lettering_id, amount_minor from allocation
    where ledger_id = $1 and payment_id = r.payment_id and posting_id = r.posting_id
    union all
    select open_item_id, lettering_id, amount_minor from allocation
    where ledger_id = $1 and r.payment_id is null and payment_id is null and posting_id = r.posting_id) a on true
  cross join lateral (select id, account, customer_id, currency from open_item
    where ledger_id = $1 and id = a.open_item_id offset 0) i
  left join lateral (
    select lettering_id from lettering_move m where m.ledger_id = $1 and m.posting_id = r.posting_id
      and m.account = r.account and m.customer_id = r.customer_id and m.currency = r.currency order by move_index desc limit 1) moved on true
  where i.account = r.account and i.customer_id = r.customer_id and i.currency = r.currency
  group by r.posting_id, p.posting_date, p.reverses_posting_id, i.id, i.account, i.customer_id, i.currency,
    moved.lettering_id
  order by p.posting_date, r.posting_id, i.id`;

async function readItems(tx: PoolClient, ledgerId: LedgerId, ids: readonly OpenItemId[]) {
  if (ids.length === 0) return new Map<OpenItemId, SettledItem>();
  const { rows } = await tx.query<SettledItem>(
    `select ${itemColumns} from open_item where ledger_id = $1 and id = any($2)`,
    [ledgerId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function readLive(
  tx: PoolClient,
  ledgerId: LedgerId,
  ids: readonly (LetteringId | null)[],
): Promise<readonly LiveGroup[]> {
  const { rows } = await tx.query<LiveGroup>(
    `select l.id as "letteringId", l.code_number as "codeNumber", count(*)::int as "eventCount"
     from lettering l join lettering_event v on v.ledger_id = l.ledger_id and v.lettering_id = l.id
     where l.ledger_id = $1 and l.id = any($2) group by l.id, l.code_number order by l.code_number`,
    [ledgerId, ids.filter((id) => id !== null)],
  );
  return rows;
}

/** Locks the last numbers of the items' letters, 0 where none was issued yet; by {@link counterKey}. */
export async function lockCounters(
  tx: PoolClient,
  ledgerId: LedgerId,
  items: readonly SettledItem[],
): Promise<ReadonlyMap<string, number>> {
  const units = [...new Map(items.map((item) => [counterKey(item), item])).entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, item]) => item);
  const key = [
    ledgerId,
    textColumn(units, ({ account }) => account),
    uuidColumn(units, ({ customerId }) => customerId),
  ];
  await tx.query(
    `insert into lettering_counter (ledger_id, account, customer_id, last_number)
     select $1, *, 0 from unnest($2::text[], $3::uuid[]) on conflict do nothing`,
    key,
  );
  const { rows } = await tx.query<{ account: string; customerId: CustomerId; lastNumber: number }>(
    `select account, customer_id as "customerId", last_number as "lastNumber" from lettering_counter
     where ledger_id = $1 and (account, customer_id) in (select * from unnest($2::text[], $3::uuid[]))
     order by account, customer_id for update`,
    key,
  );
  return new Map(rows.map((row) => [counterKey(row), row.lastNumber]));
}

export async function readBaseCurrency(tx: PoolClient, ledgerId: LedgerId): Promise<CurrencyCode> {
  const { rows } = await tx.query<{ baseCurrency: CurrencyCode }>(
    'select base_currency as "baseCurrency" from ledger where id = $1',
    [ledgerId],
  );
  const [ledger] = rows;
  if (ledger === undefined) throw new Error(`ledger ${ledgerId} is not visible`);
  return ledger.baseCurrency;
}
