import type { LocalDate } from '../../domain/local-date.ts';
import type { RowProblem } from '../../domain/open-item.ts';
import { legalTerms, type PaymentTerms } from '../../domain/payment-terms.ts';

/** What came of an import. */
export type Imported = Readonly<{
  added: number;
  changed: number;
  /** Open items that are open no more, among those added and changed. */
  closed: number;
  unchanged: number;
  /** Rows older than what is known of their item. */
  stale: number;
  refused: readonly RowProblem[];
}>;

/** Rows that one transaction takes. */
export const rowsPerBatch = 5_000;

export const nothingImported: Imported = { added: 0, changed: 0, closed: 0, unchanged: 0, stale: 0, refused: [] };

/** Both together; what a batch does not say counts nothing. */
export const addImported = (a: Imported, b: Partial<Imported>): Imported => ({
  added: a.added + (b.added ?? 0),
  changed: a.changed + (b.changed ?? 0),
  closed: a.closed + (b.closed ?? 0),
  unchanged: a.unchanged + (b.unchanged ?? 0),
  stale: a.stale + (b.stale ?? 0),
  refused: [...a.refused, ...(b.refused ?? [])],
});

/** What a file of open items does not say itself. */
export type OpenItemImport = Readonly<{
  /** Where a document has no due date and its customer no terms. */
  terms: PaymentTerms;
  /** Of a FEC: beginnings of the accounts that customers owe on. */
  receivableAccounts: readonly string[];
  /** Of a FEC: the day on which it was written. */
  asOf: LocalDate | null;
}>;

export const usualOpenItemImport: OpenItemImport = { terms: legalTerms, receivableAccounts: ['411'], asOf: null };
