/** What the ERP hands over: accounts once, customers once, documents every night. */
import { stringify } from 'csv-stringify/sync';
import { accounts, bookingDate, nights } from './company.ts';
import type { Customer, Night, OpenItem } from './model.ts';
import { decimal, decimalComma } from './money-text.ts';

const csv = (delimiter: string, rows: readonly (readonly string[])[]): string => stringify([...rows], { delimiter });

/** The accounts whose statements are expected; D is not among them. */
export const bankAccountsFile = (): string =>
  csv(',', [
    ['identifier', 'currency', 'name', 'gl_account'],
    ...[accounts.A, accounts.B, accounts.C].map(({ iban, name, glAccount }) => [iban, 'EUR', name, glAccount]),
  ]);

export const customersFile = (customers: readonly Customer[]): string =>
  csv(',', [
    ['code', 'name', 'ibans'],
    ...customers.map(({ code, name, iban, isIbanKnown }) => [code, name, isIbanKnown ? iban : '']),
  ]);

const columns = [
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
  'as_of',
];

function row(
  item: OpenItem,
  night: Night,
  changes: Readonly<{ amount?: string; residual?: string; dueDate?: string }> = {},
) {
  return [
    item.customer.code,
    item.documentNumber,
    item.kind,
    'EUR',
    changes.amount ?? decimal(item.amountMinor),
    changes.residual ?? decimal(item.residualMinor),
    item.issueDate,
    changes.dueDate ?? item.dueDate,
    item.creditorReference ?? '',
    item.purchaseOrder ?? '',
    bookingDate(night),
  ];
}

/** What the ERP says again about a document it sent before. */
function changedRows(items: readonly OpenItem[], night: Night): readonly (readonly string[])[] {
  const planted = (plant: string) => items.filter((item) => item.plant === plant);
  if (night === 2) {
    return [
      ...planted('closed_elsewhere').map((item) => row(item, night, { residual: '0.00' })),
      ...planted('due_date_corrected').map((item) => row(item, night, { dueDate: '2026-04-30' })),
    ];
  }
  // The row that night 2 refused comes again, written as it should be.
  return night === 3 ? planted('refused_row').map((item) => row(item, night)) : [];
}

/** New documents of the night, and changes to earlier ones. Night 2 has one row with a French decimal comma. */
export function openItemsFile(items: readonly OpenItem[], night: Night): string {
  const fresh = items.filter((item) => item.night === night);
  const freshRows = fresh.map((item) => {
    const written = decimalComma(item.amountMinor);
    return item.plant === 'refused_row' ? row(item, night, { amount: written, residual: written }) : row(item, night);
  });
  return csv(';', [columns, ...freshRows, ...changedRows(items, night)]);
}

/** Lines that an import must refuse, from 1: the heading is line 1. */
export const refusedLines = (items: readonly OpenItem[]): readonly Readonly<{ night: Night; line: number }>[] =>
  nights.flatMap((night) =>
    items
      .filter((item) => item.night === night)
      .flatMap((item, index) => (item.plant === 'refused_row' ? [{ night, line: index + 2 }] : [])),
  );
