import type { ExchangeRate } from '../../domain/exchange-rate.ts';
import type { RowProblem } from '../../domain/open-item.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { RowForm } from './row-form.ts';
import { rowValues, type Row } from './values.ts';

const usualSource = 'import';
const isRate = (text: string): boolean => /^\d{1,9}(?:\.\d{1,10})?$/.test(text) && /[1-9]/.test(text);

/** Reads the rate of one day. @param line - from 1; the heading of a CSV is line 1. */
function readExchangeRateRow(row: Row, line: number): Result<ExchangeRate, RowProblem> {
  const values = rowValues(row, line);
  const currency = values.currency('currency');
  if (!currency.ok) return currency;
  const rateDate = values.date('rate_date');
  if (!rateDate.ok) return rateDate;
  const rate = values.text('rate', 20);
  if (!rate.ok) return rate;
  if (!isRate(rate.value)) return values.refuse('import.rate_invalid', 'rate');
  const source = values.optionalText('source', 35);
  if (!source.ok) return source;
  return ok({
    currency: currency.value,
    rateDate: rateDate.value,
    rate: rate.value,
    source: source.value ?? usualSource,
  });
}

/** The import of exchange rates: its columns and its reader, for `rowReader`. */
export const exchangeRateForm: RowForm<ExchangeRate> = {
  required: ['currency', 'rate_date', 'rate'],
  optional: ['source'],
  amounts: ['rate'],
  read: readExchangeRateRow,
};
