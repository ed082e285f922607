import type { CurrencyCode } from './currency.ts';
import type { LocalDate } from './local-date.ts';

/** What one unit of the ledger's base currency bought on a day. */
export type ExchangeRate = Readonly<{
  currency: CurrencyCode;
  rateDate: LocalDate;
  /** Units of `currency` for one of the base currency, as the source printed it: a decimal above zero. */
  rate: string;
  /** Who says so, such as `ECB`. */
  source: string;
}>;
