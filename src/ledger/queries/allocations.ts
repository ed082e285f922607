/** What was applied to what, with its letter: the same rows whether one asks from the payment or from the open item. */
import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { CustomerId, LedgerId, LetteringId, MatchRunId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { ImputationBasis } from '../../domain/match.ts';
import type { Money, Side } from '../../domain/money.ts';
import type { LedgerItemKind, SettlementMeans } from '../../domain/settlement.ts';
import { letteringCode } from '../plan/lettering-code.ts';
import { allocations, customers, letteringEvents, letterings, openItems, payments } from '../schema.ts';
import { amountOf, typed, type Orm } from './orm.ts';

type LetteringState = 'lettered' | 'partly_lettered' | 'unlettered';

export type AllocationRecord = Readonly<{
  id: string;
  /** The item's side: a `credit` (credit note) counts against the payment. */
  side: Side;
  /** Negative: taken back. */
  amount: Money;
  basis: ImputationBasis;
  matchRunId: MatchRunId | null;
  allocatedAt: Date;
  postingId: string;
  /** Money, or what was booked instead. */
  means: SettlementMeans;
  /** Null: without money, as a credit note against an invoice. */
  payment: UsedPayment | null;
  openItem: Readonly<{ id: OpenItemId; documentNumber: string; kind: LedgerItemKind; dueDate: LocalDate }>;
  customer: Readonly<{ id: CustomerId; code: string; name: string }>;
  /** `code` is upper case when balanced, lower case while partial; null once un-lettered. */
  lettering: Readonly<{ id: LetteringId; state: LetteringState; code: string | null; date: LocalDate | null }>;
}>;

export const listAllocationsOfPayment = (orm: Orm, ledgerId: LedgerId, paymentId: PaymentId) =>
  listAllocations(orm, ledgerId, eq(allocations.paymentId, paymentId));

export const listAllocationsOfItem = (orm: Orm, ledgerId: LedgerId, openItemId: OpenItemId) =>
  listAllocations(orm, ledgerId, eq(allocations.openItemId, openItemId));

/** @param asOf - with the letters of that instant; null: as they are. */
export const listAllocationsOfItems = (
  orm: Orm,
  ledgerId: LedgerId,
  openItemIds: readonly OpenItemId[],
  asOf: Date | null,
) => listAllocations(orm, ledgerId, inArray(allocations.openItemId, [...openItemIds]), asOf);

/**
 * Of a left join. All of it as SQL: of a bare column Drizzle takes a null, such as a payer without a name, for a missing row.
 * See {@link presentPayment}.
 */
export const usedPayment = {
  id: typed<PaymentId | null>(payments.id),
  bookingDate: typed<LocalDate | null>(payments.bookingDate),
  counterpartyName: typed<string | null>(payments.counterpartyName),
};

type UsedPayment = Readonly<{ id: PaymentId; bookingDate: LocalDate; counterpartyName: string | null }>;

/** Null where there is none. */
export const presentPayment = ({
  id,
  bookingDate,
  counterpartyName,
}: Readonly<{
  id: PaymentId | null;
  bookingDate: LocalDate | null;
  counterpartyName: string | null;
}>): UsedPayment | null => (id === null || bookingDate === null ? null : { id, bookingDate, counterpartyName });

const selection = {
  id: allocations.id,
  side: allocations.side,
  amount: amountOf(allocations.amountMinor, allocations.currency),
  basis: allocations.basis,
  postingId: allocations.postingId,
  means: allocations.means,
  matchRunId: typed<MatchRunId | null>(allocations.matchRunId),
  allocatedAt: allocations.allocatedAt,
  payment: usedPayment,
  openItem: {
    id: typed<OpenItemId>(openItems.id),
    documentNumber: openItems.documentNumber,
    kind: openItems.kind,
    dueDate: typed<LocalDate>(openItems.dueDate),
  },
  customer: { id: typed<CustomerId>(customers.id), code: customers.code, name: customers.name },
  lettering: {
    id: typed<LetteringId>(letterings.id),
    codeNumber: letterings.codeNumber,
    state: letteringEvents.kind,
    date: typed<LocalDate | null>(letteringEvents.letteringDate),
  },
};

/** In the order in which they were made. */
async function listAllocations(
  orm: Orm,
  ledgerId: LedgerId,
  which: SQL,
  asOf: Date | null = null,
): Promise<readonly AllocationRecord[]> {
  const rows = await orm
    .select(selection)
    .from(allocations)
    .leftJoin(payments, and(eq(payments.ledgerId, allocations.ledgerId), eq(payments.id, allocations.paymentId)))
    .innerJoin(openItems, and(eq(openItems.ledgerId, allocations.ledgerId), eq(openItems.id, allocations.openItemId)))
    .innerJoin(customers, and(eq(customers.ledgerId, openItems.ledgerId), eq(customers.id, openItems.customerId)))
    .innerJoin(
      letterings,
      and(eq(letterings.ledgerId, allocations.ledgerId), sql`${letterings.id} = ${letteringAt(asOf)}`),
    )
    .innerJoin(
      letteringEvents,
      and(
        eq(letteringEvents.ledgerId, letterings.ledgerId),
        eq(letteringEvents.letteringId, letterings.id),
        sql`${letteringEvents.eventIndex} = ${latestEventAt(asOf)}`,
      ),
    )
    .where(and(eq(allocations.ledgerId, ledgerId), which, until(allocations.allocatedAt, asOf)))
    .orderBy(asc(allocations.allocatedAt), asc(openItems.documentNumber), asc(allocations.id));
  return rows.map(({ payment, lettering: { codeNumber, ...lettering }, ...row }) => ({
    ...row,
    payment: presentPayment(payment),
    lettering: { ...lettering, code: codeOf(codeNumber, lettering.state) },
  }));
}

const until = (column: AnyPgColumn | SQL, asOf: Date | null): SQL =>
  asOf === null ? sql`true` : sql`${column} <= ${asOf.toISOString()}`;

/** The group it was written with, or the one it has moved to. */
const letteringAt = (asOf: Date | null) => sql`coalesce((select m.lettering_id from lettering_move m
  where m.ledger_id = ${allocations.ledgerId} and m.posting_id = ${allocations.postingId}
    and m.account = ${openItems.account} and m.customer_id = ${openItems.customerId}
    and m.currency = ${openItems.currency} and ${until(sql`m.moved_at`, asOf)}
  order by m.move_index desc limit 1), ${allocations.letteringId})`;

/** What last happened to the group is its state. */
const latestEventAt = (asOf: Date | null) => sql`(select max(e.event_index) from lettering_event e
  where e.ledger_id = ${letterings.ledgerId} and e.lettering_id = ${letterings.id}
    and ${until(sql`e.happened_at`, asOf)})`;

const codeOf = (codeNumber: number, state: LetteringState): string | null =>
  state === 'unlettered' ? null : letteringCode(codeNumber, state === 'lettered');
