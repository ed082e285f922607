/** Open items: what customers owe and what is left of it, with what cleared the rest. */
import { and, asc, eq, gt, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { Pool } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId, LedgerId, OpenItemId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Money } from '../../domain/money.ts';
import type { LedgerItemKind } from '../../domain/settlement.ts';
import { LedgerError } from '../errors.ts';
import { customers, ledgers, openItemAdjustments, openItems } from '../schema.ts';
import type { StoredVatShare } from '../vat-column.ts';
import { listAllocationsOfItem, type AllocationRecord } from './allocations.ts';
import { amountOf, document, readLedger, typed, type Orm } from './orm.ts';
import { pageOf, seek, type Page, type PageRequest } from './page.ts';
import { searchOpenItems } from './search-open-items.ts';

type OpenItemStatus = 'open' | 'closed';

export type ListedOpenItem = Readonly<{
  id: OpenItemId;
  customer: Readonly<{ id: CustomerId; code: string; name: string }>;
  documentNumber: string;
  kind: LedgerItemKind;
  /** The account it stands on: 411, or where a command moved it. */
  account: string;
  amount: Money;
  /** `open` while this is above zero. */
  residual: Money;
  /** What of the residual is in dispute. */
  disputed: Money;
  /** What it was booked at in the ledger's base currency; null: it is in that currency, or nobody said. */
  baseAmount: Money | null;
  /** Its total by VAT rate, gross amounts as decimal strings; null: nobody said. */
  vat: readonly StoredVatShare[] | null;
  issueDate: LocalDate;
  dueDate: LocalDate;
  /** `derived`: from the customer's terms of payment. */
  dueDateSource: 'given' | 'derived';
  creditorReference: string | null;
  purchaseOrder: string | null;
  version: number;
}>;

/** What reduced (or, negative, restored) the item outside our allocations. */
type AdjustmentRecord = Readonly<{
  reason: 'cleared_before_import' | 'cleared_elsewhere' | 'amount_changed';
  amount: Money;
  adjustedAt: Date;
}>;

/** amount = residual + Σ allocations + Σ adjustments but `amount_changed`, which moved the amount itself. */
export type OpenItemHistory = ListedOpenItem &
  Readonly<{ allocations: readonly AllocationRecord[]; adjustments: readonly AdjustmentRecord[] }>;

/** `dueBefore`: due on an earlier day. `search`: see {@link searchOpenItems}. */
type OpenItemFilter = Readonly<{
  customer?: string | undefined;
  kind?: LedgerItemKind | undefined;
  status?: OpenItemStatus | undefined;
  dueBefore?: LocalDate | undefined;
  search?: string | undefined;
}>;

const selection = {
  id: typed<OpenItemId>(openItems.id),
  customer: { id: typed<CustomerId>(customers.id), code: customers.code, name: customers.name },
  documentNumber: openItems.documentNumber,
  kind: openItems.kind,
  account: openItems.account,
  amount: amountOf(openItems.amountMinor, openItems.currency),
  residual: amountOf(openItems.residualMinor, openItems.currency),
  disputed: amountOf(openItems.disputedMinor, openItems.currency),
  booked: { minor: openItems.baseMinor, currency: typed<CurrencyCode>(ledgers.baseCurrency) },
  vat: document<readonly StoredVatShare[] | null>(openItems.vat),
  issueDate: typed<LocalDate>(openItems.issueDate),
  dueDate: typed<LocalDate>(openItems.dueDate),
  dueDateSource: openItems.dueDateSource,
  creditorReference: openItems.creditorReference,
  purchaseOrder: openItems.purchaseOrder,
  version: openItems.version,
};

const selectItems = (orm: Orm) =>
  orm
    .select(selection)
    .from(openItems)
    .innerJoin(ledgers, eq(ledgers.id, openItems.ledgerId))
    .innerJoin(customers, and(eq(customers.ledgerId, openItems.ledgerId), eq(customers.id, openItems.customerId)));

type SelectedItem = Awaited<ReturnType<typeof selectItems>>[number];

const toListed = ({ booked: { minor, currency }, ...item }: SelectedItem): ListedOpenItem => ({
  ...item,
  baseAmount: minor === null ? null : { minor, currency },
});

/** Earliest due date first; with a search, what fits best first. */
export function listOpenItems(
  pool: Pool,
  ledgerId: LedgerId,
  filter: OpenItemFilter,
  request: PageRequest,
): Promise<Page<ListedOpenItem>> {
  const { search } = filter;
  return readLedger(pool, ledgerId, (orm) =>
    search === undefined
      ? listByDueDate(orm, ledgerId, filter, request)
      : listFound(orm, ledgerId, { ...filter, search }, request),
  );
}

async function listByDueDate(
  orm: Orm,
  ledgerId: LedgerId,
  filter: OpenItemFilter,
  request: PageRequest,
): Promise<Page<ListedOpenItem>> {
  const page = seek({ columns: [openItems.dueDate, openItems.id], direction: 'ascending' }, request);
  const rows = await selectItems(orm)
    .where(and(conditionOf(ledgerId, filter), page.where))
    .orderBy(...page.orderBy)
    .limit(page.limit);
  return pageOf(rows.map(toListed), request, ({ dueDate, id }) => [dueDate, id]);
}

async function listFound(
  orm: Orm,
  ledgerId: LedgerId,
  filter: OpenItemFilter & Readonly<{ search: string }>,
  request: PageRequest,
): Promise<Page<ListedOpenItem>> {
  const question = { text: filter.search, ledgerId, filter: conditionOf(ledgerId, filter) };
  const found = await searchOpenItems(orm, question, request);
  const { items, next } = pageOf(found, request, ({ way, id }) => [way, id]);
  const ids = items.map(({ id }) => id);
  const rows = await selectItems(orm).where(and(eq(openItems.ledgerId, ledgerId), inArray(openItems.id, ids)));
  const listed = new Map(rows.map((row) => [row.id, toListed(row)]));
  return { items: ids.flatMap((id) => listed.get(id) ?? []), next };
}

function conditionOf(ledgerId: LedgerId, { customer, kind, status, dueBefore }: OpenItemFilter): SQL {
  const conditions = [
    eq(openItems.ledgerId, ledgerId),
    customer === undefined
      ? undefined
      : sql`${openItems.customerId} = (select id from customer where ledger_id = ${ledgerId} and code = ${customer})`,
    kind === undefined ? undefined : eq(openItems.kind, kind),
    status === undefined
      ? undefined
      : status === 'open'
        ? gt(openItems.residualMinor, 0n)
        : eq(openItems.residualMinor, 0n),
    dueBefore === undefined ? undefined : lt(openItems.dueDate, dueBefore),
  ];
  return and(...conditions) ?? sql`true`;
}

/** @throws LedgerError `ledger.not_found` */
export async function findOpenItem(pool: Pool, ledgerId: LedgerId, openItemId: OpenItemId): Promise<OpenItemHistory> {
  return readLedger(pool, ledgerId, async (orm) => {
    const [item] = await selectItems(orm).where(and(eq(openItems.ledgerId, ledgerId), eq(openItems.id, openItemId)));
    if (item === undefined) throw new LedgerError('ledger.not_found', { openItem: openItemId });
    const allocations = await listAllocationsOfItem(orm, ledgerId, openItemId);
    return { ...toListed(item), allocations, adjustments: await listAdjustments(orm, ledgerId, openItemId) };
  });
}

const listAdjustments = (orm: Orm, ledgerId: LedgerId, openItemId: OpenItemId): Promise<readonly AdjustmentRecord[]> =>
  orm
    .select({
      reason: openItemAdjustments.reason,
      amount: amountOf(openItemAdjustments.amountMinor, openItems.currency),
      adjustedAt: openItemAdjustments.adjustedAt,
    })
    .from(openItemAdjustments)
    .innerJoin(
      openItems,
      and(eq(openItems.ledgerId, openItemAdjustments.ledgerId), eq(openItems.id, openItemAdjustments.openItemId)),
    )
    .where(and(eq(openItemAdjustments.ledgerId, ledgerId), eq(openItemAdjustments.openItemId, openItemId)))
    .orderBy(asc(openItemAdjustments.itemVersion), asc(openItemAdjustments.reason));
