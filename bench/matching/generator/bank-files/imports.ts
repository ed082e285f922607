/** Customers, accounts and documents in the columns of `lettrage import`. */
import { stringify } from 'csv-stringify/sync';
import type { BenchCustomer, BenchItem } from '../../types.ts';
import { decimal } from './statement.ts';

const csv = (rows: readonly Readonly<Record<string, string>>[], columns: readonly string[]): string =>
  stringify([...rows], { header: true, columns: [...columns], delimiter: ';' });

export const customersCsv = (customers: readonly BenchCustomer[]): string =>
  csv(
    customers.map(({ code, name, ibans }) => ({ code, name, ibans: ibans.join('|') })),
    ['code', 'name', 'ibans'],
  );

const kinds = { inv: 'invoice', cn: 'credit_note', dp: 'down_payment' } as const;

/** A document as the ERP has it on a day: open in full, or closed. */
export type DocumentRow = Readonly<{ document: BenchItem; customerCode: string; isClosed: boolean }>;

export const openItemsCsv = (rows: readonly DocumentRow[]): string =>
  csv(
    rows.map(({ document, customerCode, isClosed }) => ({
      customer_code: customerCode,
      document_number: document.number,
      kind: kinds[document.kind],
      currency: document.ccy,
      amount: decimal(document.amount, '.'),
      residual: isClosed ? '0.00' : decimal(document.amount, '.'),
      issue_date: document.issued,
      due_date: document.due,
      creditor_reference: document.sref,
      purchase_order: document.po,
    })),
    [
      'customer_code',
      'document_number',
      'kind',
      'currency',
      'amount',
      'residual',
      'issue_date',
      'due_date',
      'creditor_reference',
      'purchase_order',
    ],
  );

export const bankAccountsCsv = (
  accounts: readonly Readonly<{ identifier: string; currency: string; name: string; gl_account: string }>[],
): string => csv(accounts, ['identifier', 'currency', 'name', 'gl_account']);
