/** Customers and what they owe. */
import { and, eq } from 'drizzle-orm';
import type { Pool, PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId, LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { LedgerError } from '../errors.ts';
import { customers } from '../schema.ts';
import { inLedger } from '../transaction.ts';
import { ormOf, typed } from './orm.ts';

/** What is open of one customer in one currency, minor units, ≥ 0. */
export type CustomerBalance = Readonly<{
  currency: CurrencyCode;
  openCount: number;
  openMinor: bigint;
  overdueMinor: bigint;
  /** Of what is open. */
  disputedMinor: bigint;
  /** Credit notes, money on account, advances, and what is to be paid back. */
  creditsMinor: bigint;
}>;

export type CustomerRecord = Readonly<{
  id: CustomerId;
  code: string;
  name: string;
  paymentTerms: string | null;
  version: number;
  /** Where something is open. */
  balances: readonly CustomerBalance[];
}>;

export type CustomerDetails = CustomerRecord &
  Readonly<{
    /** As the ERP told them. */
    ibans: readonly string[];
    /** As people confirmed them. */
    payers: readonly Readonly<{ kind: 'iban' | 'name'; value: string; confirmedCount: number; lastDate: LocalDate }>[];
    openDisputeCount: number;
  }>;

/** @throws LedgerError `ledger.not_found` */
export async function findCustomer(
  pool: Pool,
  ledgerId: LedgerId,
  id: CustomerId,
  today: LocalDate,
): Promise<CustomerDetails> {
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const rows = await selectCustomers(tx).where(and(eq(customers.ledgerId, ledgerId), eq(customers.id, id)));
      const [customer] = await withBalances(tx, ledgerId, rows, today);
      if (customer === undefined) throw new LedgerError('ledger.not_found', { customer: id });
      return { ...customer, ...(await readDetails(tx, ledgerId, id)) };
    },
    'snapshot',
  );
}

const selectCustomers = (tx: PoolClient) =>
  ormOf(tx)
    .select({
      id: typed<CustomerId>(customers.id),
      code: customers.code,
      name: customers.name,
      paymentTerms: customers.paymentTerms,
      version: customers.version,
    })
    .from(customers);

/** @param today - what is due before it is overdue. */
export async function withBalances(
  tx: PoolClient,
  ledgerId: LedgerId,
  rows: readonly Omit<CustomerRecord, 'balances'>[],
  today: LocalDate,
): Promise<readonly CustomerRecord[]> {
  const ids = rows.map(({ id }) => id);
  const balances = await tx.query<CustomerBalance & Readonly<{ customerId: CustomerId }>>(
    `select customer_id as "customerId", currency, (count(*) filter (where side = 'debit'))::int as "openCount",
       coalesce(sum(residual_minor) filter (where side = 'debit'), 0)::bigint as "openMinor",
       coalesce(sum(residual_minor) filter (where side = 'debit' and due_date < $3), 0)::bigint as "overdueMinor",
       sum(disputed_minor)::bigint as "disputedMinor",
       coalesce(sum(residual_minor) filter (where side = 'credit'), 0)::bigint as "creditsMinor"
     from open_item where ledger_id = $1 and customer_id = any($2) and residual_minor > 0
     group by customer_id, currency order by currency`,
    [ledgerId, ids, today],
  );
  return rows.map((row) => ({
    ...row,
    balances: balances.rows
      .filter(({ customerId }) => customerId === row.id)
      .map(({ customerId: _customerId, ...balance }) => balance),
  }));
}

async function readDetails(tx: PoolClient, ledgerId: LedgerId, id: CustomerId) {
  type Payer = CustomerDetails['payers'][number];
  const ibans = await tx.query<{ iban: string }>(
    'select iban from customer_iban where ledger_id = $1 and customer_id = $2 order by iban',
    [ledgerId, id],
  );
  const payers = await tx.query<Payer>(
    `select kind, value, confirmed_count as "confirmedCount", last_date as "lastDate" from payer_alias
     where ledger_id = $1 and customer_id = $2 order by last_date desc, kind, value`,
    [ledgerId, id],
  );
  const disputes = await tx.query<{ count: number }>(
    `select count(*)::int as count from dispute where ledger_id = $1 and customer_id = $2 and state = 'open'`,
    [ledgerId, id],
  );
  return {
    ibans: ibans.rows.map(({ iban }) => iban),
    payers: payers.rows,
    openDisputeCount: disputes.rows[0]?.count ?? 0,
  };
}
