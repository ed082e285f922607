/** Days and currencies written in these scripts: a wrong one is our own mistake, and stops the making. */
import { parseCurrency, type CurrencyCode } from '../../src/domain/currency.ts';
import { parseLocalDate, type LocalDate } from '../../src/domain/local-date.ts';

export function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date.ok) throw new Error(`not a day: ${text}`);
  return date.value;
}

export function currency(code: string): CurrencyCode {
  const known = parseCurrency(code);
  if (!known.ok) throw new Error(`not a currency: ${code}`);
  return known.value;
}
