/** One value of a row: text that is fit to store, an amount, a day, a currency. Each refusal names its column. */
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import { parseLocalDate, type LocalDate } from '../../domain/local-date.ts';
import { parseAmount } from '../../domain/money.ts';
import type { RowProblem } from '../../domain/open-item.ts';
import { parsePaymentTerms, type PaymentTerms } from '../../domain/payment-terms.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { rowProblem, type RowProblemCode } from './problems.ts';

/** One row, by column name; a column that is absent or blank counts as empty. */
export type Row = Readonly<Record<string, string>>;

export type RowValues = Readonly<{
  /** Blanks around it dropped, line breaks and runs of blanks inside become one blank; null when empty. */
  optionalText(column: string, longest: number): Result<string | null, RowProblem>;
  text(column: string, longest: number): Result<string, RowProblem>;
  /** Upper case, every blank removed; null when empty. For IBANs and references. */
  compactText(column: string, longest: number): Result<string | null, RowProblem>;
  currency(column: string): Result<CurrencyCode, RowProblem>;
  date(column: string): Result<LocalDate, RowProblem>;
  optionalDate(column: string): Result<LocalDate | null, RowProblem>;
  /** Minor units of `currency`, ≥ 0; null when empty. */
  optionalAmount(column: string, currency: CurrencyCode): Result<bigint | null, RowProblem>;
  /** Hundredths of a percent, 0 to 9,999: `2.5` is 250; null when empty. */
  optionalPercent(column: string): Result<number | null, RowProblem>;
  /** `net:30`, `eom:45`, `eom_then:45`; null when empty. */
  optionalTerms(column: string): Result<PaymentTerms | null, RowProblem>;
  refuse(code: RowProblemCode, column: string, found?: string): Result<never, RowProblem>;
}>;

// Lone surrogates and NUL among them: PostgreSQL could not store the one, and would not store the other. U+FFFD is what
// bytes that are not UTF-8 were decoded to: the name is damaged.
const notPrintable = /[\p{Cc}\p{Cs}\uFFFD]/u;

/** In characters, of which some are two units of a string; those are counted only where they can matter. */
const isLonger = (text: string, longest: number): boolean => text.length > longest && Array.from(text).length > longest;

/** Reads the values of one row; `line` counts from 1. */
export function rowValues(row: Row, line: number): RowValues {
  const written = (column: string): string => (Object.hasOwn(row, column) ? (row[column] ?? '') : '');
  const refuse = (code: RowProblemCode, column: string, found = written(column)): Result<never, RowProblem> =>
    err(rowProblem(code, line, column, found));

  const optionalText = (column: string, longest: number): Result<string | null, RowProblem> => {
    const value = written(column).replace(/\s+/g, ' ').trim();
    if (value === '') return ok(null);
    if (notPrintable.test(value)) return refuse('import.value_not_printable', column);
    return isLonger(value, longest) ? refuse('import.value_too_long', column) : ok(value);
  };
  const text = (column: string, longest: number): Result<string, RowProblem> => {
    const value = optionalText(column, longest);
    if (!value.ok) return value;
    return value.value === null ? refuse('import.value_missing', column) : ok(value.value);
  };
  const dateOf = (column: string, written: string): Result<LocalDate, RowProblem> => {
    const date = parseLocalDate(written);
    return date.ok ? date : refuse('import.date_invalid', column);
  };

  return {
    refuse,
    optionalText,
    text,
    compactText(column, longest) {
      const value = optionalText(column, longest);
      return value.ok && value.value !== null ? ok(value.value.replaceAll(' ', '').toUpperCase()) : value;
    },
    currency(column) {
      const code = text(column, 3);
      if (!code.ok)
        return code.error.code === 'import.value_missing' ? code : refuse('import.currency_unknown', column);
      const currency = parseCurrency(code.value);
      return currency.ok ? currency : refuse('import.currency_unknown', column);
    },
    date(column) {
      const value = text(column, 35);
      return value.ok ? dateOf(column, value.value) : value;
    },
    optionalDate(column) {
      const value = optionalText(column, 35);
      if (!value.ok) return value;
      return value.value === null ? ok(null) : dateOf(column, value.value);
    },
    optionalAmount(column, currency) {
      const value = optionalText(column, 140);
      if (!value.ok) return value;
      if (value.value === null) return ok(null);
      const amount = parseAmount(value.value, currency);
      if (!amount.ok) return refuse(`import.${amount.error}`, column);
      return amount.value.minor < 0n ? refuse('import.amount_negative', column) : ok(amount.value.minor);
    },
    optionalPercent(column) {
      const value = optionalText(column, 35);
      if (!value.ok || value.value === null) return value.ok ? ok(null) : value;
      const bp = percentOf(value.value);
      return bp === null || bp >= 10_000 ? refuse('import.percent_invalid', column) : ok(bp);
    },
    optionalTerms(column) {
      const value = optionalText(column, 35);
      if (!value.ok || value.value === null) return value.ok ? ok(null) : value;
      const terms = parsePaymentTerms(value.value.toLowerCase());
      return terms.ok ? terms : refuse('import.terms_unknown', column);
    },
  };
}

/** Hundredths of a percent, 0 to 99,999: `5.5` is 550; null for what is no percentage of two decimals. */
export function percentOf(text: string): number | null {
  const parts = /^(\d{1,3})(?:\.(\d{1,2})0*)?$/.exec(text);
  return parts === null ? null : +((parts[1] ?? '') + (parts[2] ?? '').padEnd(2, '0'));
}
