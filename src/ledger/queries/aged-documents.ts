/** The aged balance in pages: by customer with its totals, and document by document. */
import type { Pool } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId, LedgerId, OpenItemId } from '../../domain/ids.ts';
import { daysBetween, type LocalDate } from '../../domain/local-date.ts';
import type { Money } from '../../domain/money.ts';
import type { LedgerItemKind } from '../../domain/settlement.ts';
import { inLedger } from '../transaction.ts';
import { agedBalance, type AgedBalance, type AgedBalanceQuestion, type AgedRow } from './aged-balance.ts';
import { booksAsOf, findAuditSequence } from './as-of.ts';
import { keysAfter, pageOf, type Direction, type Page, type PageRequest } from './page.ts';

export type AgedTotal = Omit<AgedRow, 'customerId' | 'code' | 'name'>;

export type AgedBalancePage = Page<AgedRow> &
  Readonly<{
    /** Of all customers, whatever the page: by currency. */
    totals: readonly AgedTotal[];
    suspense: AgedBalance['suspense'];
  }>;

export const agedSorts = ['code', 'name', 'overdue', 'owed'] as const;
export type AgedOrder = Readonly<{ sort: (typeof agedSorts)[number]; direction: Direction }>;

/**
 * By customer code and then currency, or by currency and then as asked: amounts are compared within one. The totals need
 * every row, so that a page costs what the whole does.
 */
export async function agedBalancePage(
  pool: Pool,
  ledgerId: LedgerId,
  question: AgedBalanceQuestion,
  order: AgedOrder,
  request: PageRequest,
): Promise<AgedBalancePage> {
  const { types, keysOf, isBefore } = agedOrders[order.sort];
  const after = keysAfter(types, request);
  const { rows, suspense } = await agedBalance(pool, ledgerId, question);
  const before = order.direction === 'ascending' ? isBefore : (a: Keys, b: Keys) => isBefore(b, a);
  const keyed = rows.map((row) => ({ row, keys: keysOf(row) }));
  const sorted = keyed.toSorted((a, b) => (before(a.keys, b.keys) ? -1 : before(b.keys, a.keys) ? 1 : 0));
  const start = after.length === 0 ? 0 : sorted.findIndex(({ keys }) => before(after, keys));
  const following = start === -1 ? [] : sorted.slice(start, start + request.limit + 1);
  const { items, next } = pageOf(following, request, ({ keys }) => keys);
  return { items: items.map(({ row }) => row), next, totals: totalsOf(rows), suspense };
}

type Keys = readonly string[];
/** `types` as PostgreSQL calls those of the keys. */
type KeyOrder = Readonly<{ types: Keys; keysOf: (row: AgedRow) => Keys; isBefore: (a: Keys, b: Keys) => boolean }>;

const wordsBefore = (a: Keys, b: Keys): boolean => {
  const place = a.findIndex((word, index) => word !== b[index]);
  return place !== -1 && (a[place] ?? '') < (b[place] ?? '');
};

/** Currency, amount, code. */
const byAmount = (amountOf: (row: AgedRow) => bigint): KeyOrder => ({
  types: ['text', 'bigint', 'text'],
  keysOf: (row) => [row.currency, String(amountOf(row)), row.code],
  isBefore: ([currency = '', amount = '0', code = ''], [otherCurrency = '', other = '0', otherCode = '']) => {
    if (currency !== otherCurrency || amount === other)
      return wordsBefore([currency, code], [otherCurrency, otherCode]);
    return BigInt(amount) < BigInt(other);
  },
});

const overdueOf = ({ pastDueMinor }: AgedRow): bigint => pastDueMinor.reduce((sum, minor) => sum + minor, 0n);
// A cursor carries the keys: of a name its beginning.
const nameKeyLength = 100;

const agedOrders: Readonly<Record<AgedOrder['sort'], KeyOrder>> = {
  code: { types: ['text', 'text'], keysOf: ({ code, currency }) => [code, currency], isBefore: wordsBefore },
  name: {
    types: ['text', 'text', 'text'],
    keysOf: ({ name, code, currency }) => [name.toLowerCase().slice(0, nameKeyLength), code, currency],
    isBefore: wordsBefore,
  },
  overdue: byAmount(overdueOf),
  owed: byAmount((row) => row.notDueMinor + overdueOf(row)),
};

function totalsOf(rows: readonly AgedRow[]): readonly AgedTotal[] {
  const totals = new Map<CurrencyCode, AgedTotal>();
  for (const { customerId: _id, code: _code, name: _name, ...row } of rows) {
    const sum = totals.get(row.currency);
    totals.set(row.currency, sum === undefined ? row : plus(sum, row));
  }
  return [...totals.values()].toSorted((one, other) => (one.currency < other.currency ? -1 : 1));
}

const plus = (sum: AgedTotal, row: AgedTotal): AgedTotal => ({
  currency: sum.currency,
  notDueMinor: sum.notDueMinor + row.notDueMinor,
  pastDueMinor: sum.pastDueMinor.map((minor, bucket) => minor + (row.pastDueMinor[bucket] ?? 0n)),
  creditsMinor: sum.creditsMinor + row.creditsMinor,
  onAccountMinor: sum.onAccountMinor + row.onAccountMinor,
});

export type AgedDocument = Readonly<{
  id: OpenItemId;
  documentNumber: string;
  kind: LedgerItemKind;
  customer: Readonly<{ id: CustomerId; code: string; name: string }>;
  amount: Money;
  residual: Money;
  issueDate: LocalDate;
  dueDate: LocalDate;
  /** ≤ 0 while it is not past due. */
  daysPastDue: number;
  /** 0: not due; 1 and on: of the limits asked for. */
  bucket: number;
}>;

export type AgedDocumentFilter = AgedBalanceQuestion &
  Readonly<{
    /** A customer's code. */
    customer?: string | undefined;
    bucket?: number | undefined;
    /** Of all ages: what is past due, or what is not. */
    isPastDue?: boolean | undefined;
  }>;

/** What is owed, document by document, the earliest due date first. */
export async function listAgedDocuments(
  pool: Pool,
  ledgerId: LedgerId,
  { asOf, day, buckets, customer, bucket, isPastDue }: AgedDocumentFilter,
  request: PageRequest,
): Promise<Page<AgedDocument>> {
  const [dueDate = null, id = null] = keysAfter(['date', 'uuid'], request);
  const starts = [1, ...buckets.map((lastDay) => lastDay + 1)];
  const rows = await inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const sequence = asOf === null ? 0n : await findAuditSequence(tx, ledgerId, asOf);
      const asked = [day, starts, customer ?? null, bucket ?? null, dueDate, id, request.limit + 1, isPastDue ?? null];
      return (await tx.query<DocumentRow>(documentsSql, [ledgerId, asOf, sequence, ...asked])).rows;
    },
    'snapshot',
  );
  const { items, next } = pageOf(rows, request, (row) => [row.dueDate, row.id]);
  return {
    items: items.map(({ currency, amountMinor, residualMinor, ...row }) => ({
      ...row,
      amount: { minor: amountMinor, currency },
      residual: { minor: residualMinor, currency },
      daysPastDue: daysBetween(row.dueDate, day),
    })),
    next,
  };
}

type DocumentRow = Omit<AgedDocument, 'amount' | 'residual' | 'daysPastDue'> &
  Readonly<{ currency: CurrencyCode; amountMinor: bigint; residualMinor: bigint }>;

const documentsSql = `
  with ${booksAsOf}
  select t.id, i.document_number as "documentNumber", t.kind, t.currency, t.amount_minor as "amountMinor",
    t.residual_minor as "residualMinor", t.issue_date as "issueDate", t.due_date as "dueDate",
    width_bucket($4::date - t.due_date, $5::int[]) as bucket,
    json_build_object('id', c.id, 'code', c.code, 'name', c.name) as customer
  from item_then t
  join open_item i on i.ledger_id = $1 and i.id = t.id
  join customer c on c.ledger_id = $1 and c.id = t.customer_id
  where t.side = 'debit' and t.residual_minor > 0 and ($6::text is null or c.code = $6)
    and ($7::int is null or width_bucket($4::date - t.due_date, $5::int[]) = $7)
    and ($8::date is null or (t.due_date, t.id) > ($8::date, $9::uuid))
    and ($11::boolean is null or ($4::date > t.due_date) = $11)
  order by t.due_date, t.id limit $10`;
