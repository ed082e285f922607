/** What customers owe, and what we owe them: the receivables ledger as the ERP hands it over. */
import type { CurrencyCode } from './currency.ts';
import type { LocalDate } from './local-date.ts';

export type OpenItemKind = 'invoice' | 'credit_note' | 'down_payment';

/** What may be kept back when the document is paid no later than `until`; hundredths of a percent: 200 is 2 %. */
export type EarlyPaymentDiscount = Readonly<{ bp: number; until: LocalDate }>;

/** One row of a customer import. `code` is the ERP's own key: the auxiliary account. */
export type CustomerRecord = Readonly<{ code: string; name: string; ibans: readonly string[] }>;

/** One row of an open-item import: a document and what is left of it, both ≥ 0; `kind` gives the direction. */
export type OpenItemRecord = Readonly<{
  customerCode: string;
  documentNumber: string;
  kind: OpenItemKind;
  currency: CurrencyCode;
  /** The document's total, > 0, minor units. */
  amountMinor: bigint;
  /** What the ERP still shows as open: 0 ≤ residual ≤ amount. 0 closes the item. */
  residualMinor: bigint;
  issueDate: LocalDate;
  dueDate: LocalDate;
  /** Our own structured reference on the document (ISO 11649, QRR, …), blanks removed. */
  creditorReference: string | null;
  purchaseOrder: string | null;
  discount: EarlyPaymentDiscount | null;
  /** The day the ERP wrote this, when it says so: an older row never undoes a newer one. */
  asOf: LocalDate | null;
}>;

/** A row that was not taken: its line from 1 (the heading is line 1 of a CSV), the reason, and what to do. */
export type RowProblem = Readonly<{ line: number; code: `import.${string}`; message: string; found: string | null }>;

/** The side of account 411 a document stands on: an invoice debits the customer, a credit note credits it. */
export const sideOfKind = (kind: OpenItemKind): 'debit' | 'credit' => (kind === 'credit_note' ? 'credit' : 'debit');
