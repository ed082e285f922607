import type { PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, OpenItemId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { valueInBase, type Worth } from '../plan/exchange.ts';
import { readBaseCurrency } from './lock-settlement-rows.ts';

type WorthyItem = Readonly<{
  id: OpenItemId;
  currency: CurrencyCode;
  amountMinor: bigint;
  baseMinor: bigint | null;
  issueDate: LocalDate;
}>;

/**
 * What is known of the values in the base currency: of a document what it was booked at, or else its amount at the rate of
 * its day of issue; of a payment the rate of its booking date. A day without a rate has that of the last seven that has.
 */
export async function readWorth(
  tx: PoolClient,
  ledgerId: LedgerId,
  payment: Readonly<{ currency: CurrencyCode; bookingDate: LocalDate }> | null,
  items: Iterable<WorthyItem>,
): Promise<Worth> {
  const baseCurrency = await readBaseCurrency(tx, ledgerId);
  const itemBase = new Map<OpenItemId, bigint>();
  for (const { id, currency, amountMinor, baseMinor, issueDate } of items) {
    if (currency === baseCurrency) continue;
    const rate = baseMinor === null ? await readRate(tx, ledgerId, currency, issueDate) : null;
    const value = rate === null ? baseMinor : valueInBase(amountMinor, currency, rate, baseCurrency);
    if (value !== null) itemBase.set(id, value);
  }
  const cashRate =
    payment === null || payment.currency === baseCurrency
      ? null
      : await readRate(tx, ledgerId, payment.currency, payment.bookingDate);
  return { baseCurrency, itemBase, cashRate };
}

async function readRate(
  tx: PoolClient,
  ledgerId: LedgerId,
  currency: CurrencyCode,
  day: LocalDate,
): Promise<string | null> {
  const { rows } = await tx.query<{ rate: string }>(
    `select rate from exchange_rate where ledger_id = $1 and currency = $2 and rate_date <= $3::date
       and rate_date > $3::date - 7 order by rate_date desc limit 1`,
    [ledgerId, currency, day],
  );
  return rows[0]?.rate ?? null;
}
