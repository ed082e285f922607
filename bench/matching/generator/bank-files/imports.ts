/** Customers, accounts and documents in the columns of `lettrage import`. */
import { stringify } from 'csv-stringify/sync';
import type { BenchCustomer, BenchItem } from '../../types.ts';
import { decimal } from './statement.ts';

/** What stands in each column, by its name. */
type Columns<Row> = Readonly<Record<string, (row: Row) => string>>;

const csvOf =
  <Row>(columns: Columns<Row>) =>
  (rows: readonly Row[]): string =>
    stringify([Object.keys(columns), ...rows.map((row) => Object.values(columns).map((value) => value(row)))], {
      delimiter: ';',
    });

export const customersCsv = csvOf<BenchCustomer>({
  code: ({ code }) => code,
  name: ({ name }) => name,
  ibans: ({ ibans }) => ibans.join('|'),
});

const kinds = { inv: 'invoice', cn: 'credit_note', dp: 'down_payment' } as const;

/** A document as the ERP has it on a day: open in full, or closed. */
export type DocumentRow = Readonly<{ document: BenchItem; customerCode: string; isClosed: boolean }>;

export const openItemsCsv = csvOf<DocumentRow>({
  customer_code: ({ customerCode }) => customerCode,
  document_number: ({ document }) => document.number,
  kind: ({ document }) => kinds[document.kind],
  currency: ({ document }) => document.ccy,
  amount: ({ document }) => decimal(document.amount, '.'),
  residual: ({ document, isClosed }) => (isClosed ? '0.00' : decimal(document.amount, '.')),
  issue_date: ({ document }) => document.issued,
  due_date: ({ document }) => document.due,
  creditor_reference: ({ document }) => document.sref,
  purchase_order: ({ document }) => document.po,
  discount_percent: ({ document }) => String(document.disc?.pct ?? ''),
  discount_until: ({ document }) => document.disc?.until ?? '',
});

/** An account of the company, named by its IBAN. */
type AccountRow = Readonly<{ identifier: string; currency: string; name: string }>;

export const bankAccountsCsv = csvOf<AccountRow>({
  identifier: ({ identifier }) => identifier,
  currency: ({ currency }) => currency,
  name: ({ name }) => name,
  gl_account: () => '512000',
});
