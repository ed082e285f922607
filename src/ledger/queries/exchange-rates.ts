import { and, eq } from 'drizzle-orm';
import type { Pool } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { ExchangeRate } from '../../domain/exchange-rate.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { exchangeRates } from '../schema/collections.ts';
import { readLedger, typed } from './orm.ts';
import { pageOf, seek, type Page, type PageRequest } from './page.ts';

const { ledgerId: ofLedger, currency, rateDate, rate, source } = exchangeRates;
const byDay = { columns: [rateDate, currency], direction: 'descending' } as const;

/** Rates of the ledger, of one currency or of all, the latest day first. @throws CursorInvalid */
export async function listExchangeRates(
  pool: Pool,
  ledgerId: LedgerId,
  wanted: Readonly<{ currency?: CurrencyCode | undefined }>,
  request: PageRequest,
): Promise<Page<ExchangeRate>> {
  const page = seek(byDay, request);
  const isWanted = wanted.currency === undefined ? undefined : eq(currency, wanted.currency);
  const rows = await readLedger(pool, ledgerId, (db) =>
    db
      .select({ currency: typed<CurrencyCode>(currency), rateDate: typed<LocalDate>(rateDate), rate, source })
      .from(exchangeRates)
      .where(and(eq(ofLedger, ledgerId), isWanted, page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
  return pageOf(rows, request, (row) => [row.rateDate, row.currency]);
}
