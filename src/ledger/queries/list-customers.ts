/** Customers in the order of whoever asks: by code, by name, or by what they owe in one currency. */
import type { Pool, PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { inLedger } from '../transaction.ts';
import { withBalances, type CustomerRecord } from './customers.ts';
import { keysAfter, pageOf, type Direction, type Page, type PageRequest } from './page.ts';

export const customerSorts = ['code', 'name', 'open', 'overdue'] as const;
export type CustomerSort = (typeof customerSorts)[number];

export type CustomerQuestion = Readonly<{
  /** A part of the code or of the name, in any case. */
  search?: string | undefined;
  sort: CustomerSort;
  direction: Direction;
  /** Amounts are compared in this one. */
  currency: CurrencyCode;
  /** What is due before it is overdue. */
  today: LocalDate;
}>;

// A cursor carries the key: of a name its beginning, in small letters.
const keys: Readonly<Record<CustomerSort, Readonly<{ sql: string; type: 'text' | 'bigint' }>>> = {
  code: { sql: 'c.code', type: 'text' },
  name: { sql: 'left(lower(c.name), 100)', type: 'text' },
  open: { sql: 'coalesce(b.open, 0)', type: 'bigint' },
  overdue: { sql: 'coalesce(b.overdue, 0)', type: 'bigint' },
};

// What nothing is asked of PostgreSQL leaves out.
const balances = `left join (
    select customer_id, sum(residual_minor)::bigint as open,
      coalesce(sum(residual_minor) filter (where due_date < $7), 0)::bigint as overdue
    from open_item where ledger_id = $1 and currency = $6 and side = 'debit' and residual_minor > 0
    group by customer_id) b on b.customer_id = c.id`;

/** Those with the same key by code. */
export async function listCustomers(
  pool: Pool,
  ledgerId: LedgerId,
  question: CustomerQuestion,
  request: PageRequest,
): Promise<Page<CustomerRecord>> {
  const after = keysAfter([keys[question.sort].type, 'text'], request);
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const rows = await readPage(tx, ledgerId, question, after, request.limit + 1);
      const { items, next } = pageOf(rows, request, ({ key, code }) => [String(key), code]);
      const records = items.map(({ key: _key, ...record }) => record);
      return { items: await withBalances(tx, ledgerId, records, question.today), next };
    },
    'snapshot',
  );
}

type Row = Omit<CustomerRecord, 'balances'> & Readonly<{ key: string | bigint }>;

async function readPage(
  tx: PoolClient,
  ledgerId: LedgerId,
  { search, sort, direction, currency, today }: CustomerQuestion,
  after: readonly string[],
  limit: number,
): Promise<readonly Row[]> {
  const { sql, type } = keys[sort];
  const [key = null, code = null] = after;
  const [comparison, order] = direction === 'ascending' ? ['>', 'asc'] : ['<', 'desc'];
  const isByAmount = type === 'bigint';
  const { rows } = await tx.query<Row>(
    `select * from (
       select c.id, c.code, c.name, c.payment_terms as "paymentTerms", c.version, ${sql} as key
       from customer c ${isByAmount ? balances : ''}
       where c.ledger_id = $1 and ($2::text is null or position(lower($2) in lower(c.code || ' ' || c.name)) > 0)) listed
     where $3::${type} is null or (key, code) ${comparison} ($3::${type}, $4::text)
     order by key ${order}, code ${order} limit $5`,
    [ledgerId, search ?? null, key, code, limit, ...(isByAmount ? [currency, today] : [])],
  );
  return rows;
}
