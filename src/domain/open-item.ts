/** What customers owe, and what we owe them: the receivables ledger as the ERP hands it over. */
import type { CurrencyCode } from './currency.ts';
import type { LocalDate } from './local-date.ts';
import type { PaymentTerms } from './payment-terms.ts';

export type OpenItemKind = 'invoice' | 'credit_note' | 'down_payment';

/** What may be kept back when the document is paid no later than `until`; hundredths of a percent: 200 is 2 %. */
export type EarlyPaymentDiscount = Readonly<{ bp: number; until: LocalDate }>;

/** The part of a document at one VAT rate: its gross amount, tax included; the rate in hundredths of a percent: 550 is 5.5 %. */
export type VatShare = Readonly<{ rateBp: number; grossMinor: bigint }>;

/** One row of a customer import. `code` is the ERP's own key: the auxiliary account. */
export type CustomerRecord = Readonly<{
  code: string;
  name: string;
  ibans: readonly string[];
  /** What was agreed; null when nothing was said. Documents without a due date take it from here. */
  paymentTerms: PaymentTerms | null;
}>;

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
  /** `derived`: the ERP gave none, and the terms made it. */
  dueDateSource: 'given' | 'derived';
  /** Our own structured reference on the document (ISO 11649, QRR, …), blanks removed. */
  creditorReference: string | null;
  purchaseOrder: string | null;
  discount: EarlyPaymentDiscount | null;
  /** Each rate once; the gross amounts add up to `amountMinor`. Null when the ERP does not say. */
  vat: readonly VatShare[] | null;
  /** What a document in another currency was booked at, > 0, minor units of the ledger's base currency; null when not said. */
  baseAmountMinor: bigint | null;
  /** The day the ERP wrote this, when it says so: an older row never undoes a newer one. */
  asOf: LocalDate | null;
}>;

/** A row that was not taken: its line from 1 (the heading is line 1 of a CSV), the reason, and what to do. */
export type RowProblem = Readonly<{ line: number; code: `import.${string}`; message: string; found: string | null }>;

/** The side of account 411 a document stands on: an invoice debits the customer, a credit note credits it. */
export const sideOfKind = (kind: OpenItemKind): 'debit' | 'credit' => (kind === 'credit_note' ? 'credit' : 'debit');
