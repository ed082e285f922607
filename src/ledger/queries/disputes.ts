/** Disputes as they stand, and their history. */
import { and, asc, eq, lt } from 'drizzle-orm';
import type { Pool } from 'pg';
import {
  defaultDisputeReasons,
  type DisputeCategory,
  type DisputeEventKind,
  type DisputeReason,
} from '../../domain/dispute.ts';
import type { CustomerId, LedgerId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { LedgerError } from '../errors.ts';
import { customers, disputeEvents, disputeReasons, disputes, openItems } from '../schema.ts';
import { amountOf, document, readLedger, typed, type Orm } from './orm.ts';
import { pageOf, seek, type Page, type PageRequest } from './page.ts';

const selection = {
  id: disputes.id,
  /** To be sent with a command that changes the dispute. */
  version: disputes.version,
  state: disputes.state,
  resolution: disputes.resolution,
  customer: { id: typed<CustomerId>(customers.id), code: customers.code, name: customers.name },
  item: {
    id: typed<OpenItemId>(openItems.id),
    documentNumber: openItems.documentNumber,
    dueDate: typed<LocalDate>(openItems.dueDate),
  },
  /** What is left of the item. */
  residual: amountOf(openItems.residualMinor, openItems.currency),
  amount: amountOf(disputes.amountMinor, disputes.currency),
  openedFrom: disputes.openedFrom,
  paymentId: typed<PaymentId | null>(disputes.paymentId),
  category: disputes.category,
  reason: { code: disputeReasons.code, label: disputeReasons.label },
  owner: disputes.owner,
  department: disputes.department,
  dueDate: typed<LocalDate | null>(disputes.dueDate),
  openedAt: disputes.openedAt,
  resolvedAt: disputes.resolvedAt,
};

const selectDisputes = (orm: Orm) =>
  orm
    .select(selection)
    .from(disputes)
    .innerJoin(openItems, and(eq(openItems.ledgerId, disputes.ledgerId), eq(openItems.id, disputes.openItemId)))
    .innerJoin(customers, and(eq(customers.ledgerId, disputes.ledgerId), eq(customers.id, disputes.customerId)))
    .innerJoin(
      disputeReasons,
      and(eq(disputeReasons.ledgerId, disputes.ledgerId), eq(disputeReasons.code, disputes.reasonCode)),
    );

export type ListedDispute = Awaited<ReturnType<typeof selectDisputes>>[number];

export type DisputeFilter = Readonly<{
  state?: 'open' | 'resolved' | undefined;
  category?: DisputeCategory | undefined;
  /** A customer's code. */
  customer?: string | undefined;
  owner?: string | undefined;
  /** Its next step is due on an earlier day. */
  dueBefore?: LocalDate | undefined;
}>;

/** By the due date of the disputed document, earliest first. */
export async function listDisputes(
  pool: Pool,
  ledgerId: LedgerId,
  { state, category, customer, owner, dueBefore }: DisputeFilter,
  request: PageRequest,
): Promise<Page<ListedDispute>> {
  const page = seek({ columns: [openItems.dueDate, disputes.id], direction: 'ascending' }, request);
  const conditions = [
    eq(disputes.ledgerId, ledgerId),
    state === undefined ? undefined : eq(disputes.state, state),
    category === undefined ? undefined : eq(disputes.category, category),
    customer === undefined ? undefined : eq(customers.code, customer),
    owner === undefined ? undefined : eq(disputes.owner, owner),
    dueBefore === undefined ? undefined : lt(disputes.dueDate, dueBefore),
    page.where,
  ];
  const rows = await readLedger(pool, ledgerId, (orm) =>
    selectDisputes(orm)
      .where(and(...conditions))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
  return pageOf(rows, request, ({ item, id }) => [item.dueDate, id]);
}

/** All that stood after the event (`DisputeState`, amounts as decimal strings of minor units), and what was said. */
export type DisputeEventDetails = Readonly<Record<string, string | null>>;

export type DisputeHistory = ListedDispute &
  Readonly<{
    events: readonly Readonly<{
      kind: DisputeEventKind;
      details: DisputeEventDetails;
      actor: string;
      happenedAt: Date;
    }>[];
  }>;

/** @throws LedgerError `ledger.not_found` */
export async function findDispute(pool: Pool, ledgerId: LedgerId, id: string): Promise<DisputeHistory> {
  return readLedger(pool, ledgerId, async (orm) => {
    const [dispute] = await selectDisputes(orm).where(and(eq(disputes.ledgerId, ledgerId), eq(disputes.id, id)));
    if (dispute === undefined) throw new LedgerError('ledger.not_found', { dispute: id });
    const events = await orm
      .select({
        kind: disputeEvents.kind,
        details: document<DisputeEventDetails>(disputeEvents.details),
        actor: disputeEvents.actor,
        happenedAt: disputeEvents.happenedAt,
      })
      .from(disputeEvents)
      .where(and(eq(disputeEvents.ledgerId, ledgerId), eq(disputeEvents.disputeId, id)))
      .orderBy(asc(disputeEvents.eventIndex));
    return { ...dispute, events };
  });
}

/** The ledger's own reasons by category; those that it starts with where it has none yet. */
export async function listDisputeReasons(pool: Pool, ledgerId: LedgerId): Promise<readonly DisputeReason[]> {
  const rows = await readLedger(pool, ledgerId, (orm) =>
    orm
      .select({
        code: disputeReasons.code,
        category: disputeReasons.category,
        label: disputeReasons.label,
        department: disputeReasons.department,
      })
      .from(disputeReasons)
      .where(eq(disputeReasons.ledgerId, ledgerId))
      .orderBy(asc(disputeReasons.category), asc(disputeReasons.code)),
  );
  return rows.length === 0 ? defaultDisputeReasons : rows;
}
