/** What one kind of import looks like, and what its rows become. */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { RowProblem } from '../../domain/open-item.ts';
import type { TermsOf } from '../../domain/payment-terms.ts';
import type { Result } from '../../domain/result.ts';
import type { Row } from './values.ts';

export type RowRecord<T> =
  | Readonly<{ kind: 'row'; line: number; value: T }>
  | Readonly<{ kind: 'problem'; problem: RowProblem }>;

/** The ledger that rows are for: what it knows and a file need not say. */
export type TargetLedger = Readonly<{
  /** The currency the books are kept in. */
  baseCurrency: CurrencyCode;
  /** Asked where a document has no due date. */
  termsOf: TermsOf;
}>;

/** The columns of one kind of import, in lower snake case, and what reads one row of it. */
export type RowForm<T> = Readonly<{
  required: readonly string[];
  optional: readonly string[];
  /** Columns of money: a JSON number there gets its own refusal. */
  amounts: readonly string[];
  read(row: Row, line: number): Result<T, RowProblem>;
}>;

export type RowReader<T> = Readonly<{
  /** Rows that ended in this chunk, in the order of the file. */
  push(chunk: string): readonly RowRecord<T>[];
  end(): readonly RowRecord<T>[];
}>;

/** What `form` makes of one row. */
export function readRow<T>(form: RowForm<T>, row: Row, line: number): RowRecord<T> {
  const value = form.read(row, line);
  return value.ok ? { kind: 'row', line, value: value.value } : { kind: 'problem', problem: value.error };
}
