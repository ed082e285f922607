/** Letter groups: which documents and lines of a customer's account cancel each other, as they are or as they were known. */
import { and, eq, sql } from 'drizzle-orm';
import type { Pool, PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId, LedgerId, LetteringId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Money, Side } from '../../domain/money.ts';
import type { LedgerItemKind } from '../../domain/settlement.ts';
import { LedgerError } from '../errors.ts';
import { letteringCode, letteringNumber } from '../plan/lettering-code.ts';
import { customers, letteringEvents, letterings } from '../schema.ts';
import { inLedger } from '../transaction.ts';
import { ormOf, readLedger, typed, type Orm } from './orm.ts';
import { pageOf, seek, type Page, type PageRequest } from './page.ts';

export const letteringStates = ['lettered', 'partly_lettered', 'unlettered'] as const;
type LetteringState = (typeof letteringStates)[number];

export type LetteringRecord = Readonly<{
  id: LetteringId;
  account: string;
  customer: Readonly<{ id: CustomerId; code: string; name: string }>;
  currency: CurrencyCode;
  state: LetteringState;
  /** Upper case when balanced, lower case while partial and once un-lettered. */
  code: string;
  /** The greatest day of its lines; null while partial. */
  letteringDate: LocalDate | null;
  /** When it came into this state. */
  since: Date;
}>;

type LetteringEvent = Readonly<{
  kind: LetteringState;
  letteringDate: LocalDate | null;
  reason: string;
  actor: string;
  happenedAt: Date;
}>;

/** A document with what the group clears of it. */
type LetteredDocument = Readonly<{
  openItemId: OpenItemId;
  documentNumber: string;
  kind: LedgerItemKind;
  side: Side;
  dueDate: LocalDate;
  cleared: Money;
}>;

/** A line of a posting on the account. */
type LetteredLine = Readonly<{
  postingId: string;
  postingDate: LocalDate;
  label: string;
  side: Side;
  amount: Money;
  payment: Readonly<{ id: PaymentId; bookingDate: LocalDate; counterpartyName: string | null }> | null;
}>;

/** While balanced, the documents and the lines add up to zero. */
export type LetteringGroup = LetteringRecord &
  Readonly<{
    documents: readonly LetteredDocument[];
    lines: readonly LetteredLine[];
    events: readonly LetteringEvent[];
  }>;

export type LetteringFilter = Readonly<{
  /** A customer's code. */
  customer: string;
  account?: string | undefined;
  /** In either case. */
  code?: string | undefined;
  state?: LetteringState | undefined;
  /** As it was known then; null: now. */
  asOf: Date | null;
}>;

/** Of one customer, by account, the code that was issued last first. */
export async function listLetterings(
  pool: Pool,
  ledgerId: LedgerId,
  { customer, account, code, state, asOf }: LetteringFilter,
  request: PageRequest,
): Promise<Page<LetteringRecord>> {
  const page = seek({ columns: [letterings.account, letterings.codeNumber], direction: 'descending' }, request);
  const number = code === undefined ? undefined : letteringNumber(code);
  if (number === null) return { items: [], next: null };
  const conditions = [
    eq(letterings.ledgerId, ledgerId),
    eq(customers.code, customer),
    account === undefined ? undefined : eq(letterings.account, account),
    number === undefined ? undefined : eq(letterings.codeNumber, number),
    state === undefined ? undefined : eq(letteringEvents.kind, state),
    page.where,
  ];
  const rows = await readLedger(pool, ledgerId, (orm) =>
    selectLetterings(orm, asOf)
      .where(and(...conditions))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
  const { items, next } = pageOf(rows, request, ({ account, codeNumber }) => [account, codeNumber]);
  return { items: items.map(recordOf), next };
}

/** @throws LedgerError `ledger.not_found`, also for a group that came later than `asOf`. */
export async function findLettering(
  pool: Pool,
  ledgerId: LedgerId,
  id: LetteringId,
  asOf: Date | null,
): Promise<LetteringGroup> {
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const [row] = await selectLetterings(ormOf(tx), asOf).where(
        and(eq(letterings.ledgerId, ledgerId), eq(letterings.id, id)),
      );
      if (row === undefined) throw new LedgerError('ledger.not_found', { lettering: id });
      const group = recordOf(row);
      return {
        ...group,
        documents: await readDocuments(tx, ledgerId, group, asOf),
        lines: await readLines(tx, ledgerId, group, asOf),
        events: await readEvents(tx, ledgerId, id, asOf),
      };
    },
    'snapshot',
  );
}

const selectLetterings = (orm: Orm, asOf: Date | null) =>
  orm
    .select({
      id: typed<LetteringId>(letterings.id),
      account: letterings.account,
      customer: { id: typed<CustomerId>(customers.id), code: customers.code, name: customers.name },
      currency: typed<CurrencyCode>(letterings.currency),
      codeNumber: letterings.codeNumber,
      state: letteringEvents.kind,
      letteringDate: typed<LocalDate | null>(letteringEvents.letteringDate),
      since: letteringEvents.happenedAt,
    })
    .from(letterings)
    .innerJoin(customers, and(eq(customers.ledgerId, letterings.ledgerId), eq(customers.id, letterings.customerId)))
    .innerJoin(
      letteringEvents,
      and(
        eq(letteringEvents.ledgerId, letterings.ledgerId),
        eq(letteringEvents.letteringId, letterings.id),
        sql`${letteringEvents.eventIndex} = (select max(e.event_index) from lettering_event e
          where e.ledger_id = ${letterings.ledgerId} and e.lettering_id = ${letterings.id}
            and e.happened_at <= coalesce(${asOf?.toISOString() ?? null}::timestamptz, 'infinity'))`,
      ),
    );

type LetteringRow = Awaited<ReturnType<typeof selectLetterings>>[number];

const recordOf = ({ codeNumber, ...row }: LetteringRow): LetteringRecord => ({
  ...row,
  code: letteringCode(codeNumber, row.state === 'lettered'),
});

/**
 * What postings did to the account while they were in the group: `member (posting_id, open_item_id, amount_minor)`. For a
 * query whose `$1` is the ledger, `$2` the customer, `$3` the account, `$4` the currency, `$5` the group and `$6` the instant.
 */
const members = `
  member as (
    select a.posting_id, a.open_item_id, a.amount_minor
    from open_item i join allocation a on a.ledger_id = $1 and a.open_item_id = i.id
    where i.ledger_id = $1 and i.customer_id = $2 and i.account = $3 and i.currency = $4
      and a.allocated_at <= coalesce($6::timestamptz, 'infinity')
      and coalesce((select m.lettering_id from lettering_move m
        where m.ledger_id = $1 and m.posting_id = a.posting_id and m.account = $3 and m.customer_id = $2
          and m.currency = $4 and m.moved_at <= coalesce($6::timestamptz, 'infinity')
        order by m.move_index desc limit 1), a.lettering_id) = $5)`;

const parameters = (ledgerId: LedgerId, { id, customer, account, currency }: LetteringRecord, asOf: Date | null) => [
  ledgerId,
  customer.id,
  account,
  currency,
  id,
  asOf,
];

async function readDocuments(tx: PoolClient, ledgerId: LedgerId, group: LetteringRecord, asOf: Date | null) {
  const { rows } = await tx.query<Omit<LetteredDocument, 'cleared'> & Readonly<{ clearedMinor: bigint }>>(
    `with ${members}
     select i.id as "openItemId", i.document_number as "documentNumber", i.kind, i.side, i.due_date as "dueDate",
       c.minor as "clearedMinor"
     from (select open_item_id, sum(amount_minor)::bigint as minor from member group by open_item_id) c
     join open_item i on i.ledger_id = $1 and i.id = c.open_item_id
     where c.minor <> 0 order by i.issue_date, i.document_number, i.id`,
    parameters(ledgerId, group, asOf),
  );
  return rows.map(({ clearedMinor, ...row }) => ({
    ...row,
    cleared: { minor: clearedMinor, currency: group.currency },
  }));
}

async function readLines(tx: PoolClient, ledgerId: LedgerId, group: LetteringRecord, asOf: Date | null) {
  const { rows } = await tx.query<Omit<LetteredLine, 'amount'> & Readonly<{ amountMinor: bigint }>>(
    `with ${members}
     select o.id as "postingId", o.posting_date as "postingDate", o.label, l.side, l.amount_minor as "amountMinor",
       case when p.id is not null then json_build_object('id', p.id, 'bookingDate', p.booking_date,
         'counterpartyName', p.counterparty_name) end as payment
     from (select distinct posting_id from member) m
     join posting o on o.ledger_id = $1 and o.id = m.posting_id
     join posting_line l on l.ledger_id = $1 and l.posting_id = o.id and l.account = $3 and l.customer_id = $2
       and l.currency = $4 and l.lettering_id is not null
     left join payment p on p.ledger_id = $1 and p.id = o.payment_id
     order by o.posting_date, o.id, l.line_index`,
    parameters(ledgerId, group, asOf),
  );
  return rows.map(({ amountMinor, ...row }) => ({ ...row, amount: { minor: amountMinor, currency: group.currency } }));
}

async function readEvents(tx: PoolClient, ledgerId: LedgerId, id: LetteringId, asOf: Date | null) {
  const { rows } = await tx.query<LetteringEvent>(
    `select kind, lettering_date as "letteringDate", reason, actor, happened_at as "happenedAt"
     from lettering_event where ledger_id = $1 and lettering_id = $2
       and happened_at <= coalesce($3::timestamptz, 'infinity') order by event_index`,
    [ledgerId, id, asOf],
  );
  return rows;
}
