/** The account of one customer: its documents with all that cleared them, and the payments that did; now or as it was known. */
import { and, eq, sql } from 'drizzle-orm';
import type { Pool, PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId, LedgerId, OpenItemId } from '../../domain/ids.ts';
import { daysBetween, type LocalDate } from '../../domain/local-date.ts';
import type { Money, Side } from '../../domain/money.ts';
import type { LedgerItemKind } from '../../domain/settlement.ts';
import { seeCustomer } from '../commands/transfer-item.ts';
import { payments } from '../schema.ts';
import { inLedger } from '../transaction.ts';
import { listAllocationsOfItems, type AllocationRecord } from './allocations.ts';
import { booksAsOf, findAuditSequence } from './as-of.ts';
import { ormOf } from './orm.ts';
import { keysAfter, pageOf, seek, type Page, type PageRequest } from './page.ts';
import { paymentSelection, type PaymentRecord } from './payments.ts';

export type AccountItem = Readonly<{
  id: OpenItemId;
  documentNumber: string;
  kind: LedgerItemKind;
  /** Where it stands in the chart of accounts. */
  account: string;
  side: Side;
  amount: Money;
  residual: Money;
  /** Null when asked as of an instant. */
  disputed: Money | null;
  issueDate: LocalDate;
  dueDate: LocalDate;
  /** Of what is open and owed: days since it was due, ≤ 0 when it is not past due; else null. */
  daysPastDue: number | null;
  allocations: readonly AllocationRecord[];
}>;

export type AccountQuestion = Readonly<{
  customerId: CustomerId;
  status?: 'open' | 'closed' | undefined;
  /** Null: now. */
  asOf: Date | null;
  /** The day that "past due" is counted to. */
  day: LocalDate;
}>;

/**
 * The documents that were issued last first.
 *
 * @throws LedgerError `ledger.not_found`
 */
export async function listAccountItems(
  pool: Pool,
  ledgerId: LedgerId,
  question: AccountQuestion,
  request: PageRequest,
): Promise<Page<AccountItem>> {
  const { customerId, asOf, day } = question;
  const after = keysAfter(['date', 'uuid'], request);
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      await seeCustomer(tx, ledgerId, customerId);
      const rows = await readItems(tx, ledgerId, question, after, request.limit + 1);
      const { items, next } = pageOf(rows, request, ({ issueDate, id }) => [issueDate, id]);
      const ids = items.map(({ id }) => id);
      const allocations = await listAllocationsOfItems(ormOf(tx), ledgerId, ids, asOf);
      return { items: items.map((row) => itemOf(row, allocations, day)), next };
    },
    'snapshot',
  );
}

type ItemRow = Omit<AccountItem, 'amount' | 'residual' | 'disputed' | 'daysPastDue' | 'allocations'> &
  Readonly<{ currency: CurrencyCode; amountMinor: bigint; residualMinor: bigint; disputedMinor: bigint | null }>;

async function readItems(
  tx: PoolClient,
  ledgerId: LedgerId,
  { customerId, status, asOf }: AccountQuestion,
  after: readonly string[],
  limit: number,
): Promise<readonly ItemRow[]> {
  const sequence = asOf === null ? 0n : await findAuditSequence(tx, ledgerId, asOf);
  const [issueDate = null, id = null] = after;
  const { rows } = await tx.query<ItemRow>(
    `with ${booksAsOf}
     select i.id, i.document_number as "documentNumber", i.kind, i.account, i.side, i.currency,
       t.amount_minor as "amountMinor", t.residual_minor as "residualMinor",
       case when $2::timestamptz is null then i.disputed_minor end as "disputedMinor",
       i.issue_date as "issueDate", t.due_date as "dueDate"
     from item_then t join open_item i on i.ledger_id = $1 and i.id = t.id
     where t.customer_id = $4 and ($5::text is null or ($5 = 'open') = (t.residual_minor > 0))
       and ($6::date is null or (t.issue_date, t.id) < ($6::date, $7::uuid))
     order by t.issue_date desc, t.id desc limit $8`,
    [ledgerId, asOf, sequence, customerId, status ?? null, issueDate, id, limit],
  );
  return rows;
}

function itemOf(row: ItemRow, allocations: readonly AllocationRecord[], day: LocalDate): AccountItem {
  const { currency, amountMinor, residualMinor, disputedMinor, ...item } = row;
  const isOwed = item.side === 'debit' && residualMinor > 0n;
  return {
    ...item,
    amount: { minor: amountMinor, currency },
    residual: { minor: residualMinor, currency },
    disputed: disputedMinor === null ? null : { minor: disputedMinor, currency },
    daysPastDue: isOwed ? daysBetween(item.dueDate, day) : null,
    allocations: allocations.filter(({ openItem }) => openItem.id === item.id),
  };
}

/**
 * The payments that cleared something of the customer, or are on its account; the latest booking date first.
 *
 * @throws LedgerError `ledger.not_found`
 */
export async function listPaymentsOfCustomer(
  pool: Pool,
  ledgerId: LedgerId,
  customerId: CustomerId,
  request: PageRequest,
): Promise<Page<PaymentRecord>> {
  const page = seek({ columns: [payments.bookingDate, payments.id], direction: 'descending' }, request);
  const ofCustomer = sql`${payments.id} in (
    select a.payment_id from open_item i join allocation a on a.ledger_id = i.ledger_id and a.open_item_id = i.id
    where i.ledger_id = ${ledgerId} and i.customer_id = ${customerId}
    union
    select o.payment_id from open_item i join posting o on o.ledger_id = i.ledger_id and o.id = i.origin_posting_id
    where i.ledger_id = ${ledgerId} and i.customer_id = ${customerId})`;
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      await seeCustomer(tx, ledgerId, customerId);
      const rows = await ormOf(tx)
        .select(paymentSelection)
        .from(payments)
        .where(and(eq(payments.ledgerId, ledgerId), ofCustomer, page.where))
        .orderBy(...page.orderBy)
        .limit(page.limit);
      return pageOf(rows, request, ({ bookingDate, id }) => [bookingDate, id]);
    },
    'snapshot',
  );
}
