import type { PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, OpenItemId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { accounts } from '../accounts.ts';
import { valuedOf, valueInBase, type Valued, type Worth } from '../plan/exchange.ts';
import { rateOfDay } from '../queries/rate-of-day.ts';
import { readBaseCurrency, type LockedPaymentRow } from './lock-settlement-rows.ts';

type WorthyPayment = Pick<
  LockedPaymentRow,
  'id' | 'side' | 'currency' | 'bookingDate' | 'amountMinor' | 'unappliedMinor'
>;

/**
 * What is known of the values in the base currency: of a document what it was booked at, or else its amount at the rate of
 * its day of issue; of a payment the rate of its booking date. Of both what parts have taken is no longer there.
 */
export async function readWorth(
  tx: PoolClient,
  ledgerId: LedgerId,
  payment: WorthyPayment | null,
  items: Iterable<Readonly<{ id: OpenItemId; currency: CurrencyCode }>>,
): Promise<Worth> {
  const baseCurrency = await readBaseCurrency(tx, ledgerId);
  const foreign = [...items].filter(({ currency }) => currency !== baseCurrency).map(({ id }) => id);
  return {
    baseCurrency,
    documents: foreign.length === 0 ? new Map() : await readDocuments(tx, ledgerId, foreign, baseCurrency),
    payment:
      payment === null || payment.currency === baseCurrency
        ? null
        : await readPayment(tx, ledgerId, payment, baseCurrency),
  };
}

/** Units of the currency for one of the base currency, as the source printed it; null: no rate of that week. */
export async function readRate(
  tx: PoolClient,
  ledgerId: LedgerId,
  currency: CurrencyCode,
  day: LocalDate,
): Promise<string | null> {
  const { rows } = await tx.query<{ rate: string }>(rateOfDay('$2', '$3::date'), [ledgerId, currency, day]);
  return rows[0]?.rate ?? null;
}

type Taken = Readonly<{ takenMinor: bigint; takenBaseMinor: bigint }>;

async function readDocuments(
  tx: PoolClient,
  ledgerId: LedgerId,
  ids: readonly OpenItemId[],
  baseCurrency: CurrencyCode,
): Promise<ReadonlyMap<OpenItemId, Valued>> {
  type Row = Taken &
    Readonly<{
      id: OpenItemId;
      currency: CurrencyCode;
      amountMinor: bigint;
      residualMinor: bigint;
      baseMinor: bigint | null;
      rate: string | null;
    }>;
  const { rows } = await tx.query<Row>(
    `select i.id, i.currency, i.amount_minor as "amountMinor", i.residual_minor as "residualMinor",
       i.base_minor as "baseMinor", (${rateOfDay('i.currency', 'i.issue_date')}) as rate,
       coalesce(a.amount, 0)::bigint as "takenMinor", coalesce(a.base, 0)::bigint as "takenBaseMinor"
     from open_item i
     left join lateral (select sum(amount_minor) as amount, sum(base_minor) as base from allocation
       where ledger_id = $1 and open_item_id = i.id and base_minor is not null) a on true
     where i.ledger_id = $1 and i.id = any($2) and i.amount_minor > 0`,
    [ledgerId, ids],
  );
  const documents = new Map<OpenItemId, Valued>();
  for (const { id, currency, amountMinor, residualMinor, rate, takenMinor, takenBaseMinor, ...row } of rows) {
    const atRate = rate === null ? null : valueInBase(amountMinor, currency, rate, baseCurrency);
    const baseMinor = row.baseMinor ?? atRate;
    if (baseMinor === null) continue;
    const taken = { amountMinor: takenMinor, baseMinor: takenBaseMinor };
    documents.set(id, valuedOf({ amountMinor, baseMinor }, residualMinor, taken));
  }
  return documents;
}

async function readPayment(
  tx: PoolClient,
  ledgerId: LedgerId,
  { id, side, currency, bookingDate, amountMinor, unappliedMinor }: WorthyPayment,
  baseCurrency: CurrencyCode,
): Promise<Valued | null> {
  const rate = await readRate(tx, ledgerId, currency, bookingDate);
  const baseMinor = rate === null ? null : valueInBase(amountMinor, currency, rate, baseCurrency);
  if (baseMinor === null || amountMinor === 0n) return null;
  // Postings of runs are found by their allocations: docs/decisions/0018 has no index for them.
  const { rows } = await tx.query<Taken>(
    `select coalesce(sum(case l.side when $4 then -l.amount_minor else l.amount_minor end), 0)::bigint as "takenMinor",
       coalesce(sum(case l.side when $4 then -l.base_minor else l.base_minor end), 0)::bigint as "takenBaseMinor"
     from posting_line l
     where l.ledger_id = $1 and l.account = $3 and l.base_minor is not null and l.posting_id in (
       select posting_id from allocation where ledger_id = $1 and payment_id = $2
       union select id from posting where ledger_id = $1 and payment_id = $2 and source = 'command')`,
    [ledgerId, id, accounts.suspense, side],
  );
  const [{ takenMinor, takenBaseMinor } = { takenMinor: 0n, takenBaseMinor: 0n }] = rows;
  return valuedOf({ amountMinor, baseMinor }, unappliedMinor, { amountMinor: takenMinor, baseMinor: takenBaseMinor });
}
