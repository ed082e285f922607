/**
 * The causes for which customers do not pay in time, and how a dispute ends.
 *
 * The five categories are fixed, so that one company's table can be read by another; the reasons below them are the
 * company's own words. A dispute is about an amount of one open item, and an item may have several.
 */
import type { CurrencyCode } from './currency.ts';
import type { CustomerId, OpenItemId, PaymentId } from './ids.ts';
import type { LocalDate } from './local-date.ts';

/** A: invoicing. B: delivery or service. C: administration. D: solvency. E: nobody chased it. */
export const disputeCategories = ['A', 'B', 'C', 'D', 'E'] as const;
export type DisputeCategory = (typeof disputeCategories)[number];

export const disputeCategoryLabels: Readonly<Record<DisputeCategory, string>> = {
  A: 'invoicing',
  B: 'delivery or service',
  C: 'administration',
  D: 'solvency',
  E: 'nobody chased it',
};

export const disputeResolutions = ['credit_note', 'write_off', 'payment', 'rejection'] as const;
export type DisputeResolution = (typeof disputeResolutions)[number];

/** What was opened: a short payment, what was left, a whole document, a returned collection. */
export const disputeOrigins = ['short_payment', 'residual', 'invoice', 'return'] as const;
export type DisputeOrigin = (typeof disputeOrigins)[number];

export const disputeEventKinds = [
  'opened',
  'commented',
  'assigned',
  'rescheduled',
  'recategorised',
  'amount_changed',
  'resolved',
  'reopened',
] as const;
export type DisputeEventKind = (typeof disputeEventKinds)[number];

/** `department`: who in the company has to mend it. */
export type DisputeReason = Readonly<{
  code: string;
  category: DisputeCategory;
  label: string;
  department: string | null;
}>;

/** All that stands of a dispute after an event; amounts in minor units of `currency`. */
export type DisputeState = Readonly<{
  customerId: CustomerId;
  openItemId: OpenItemId;
  openedFrom: DisputeOrigin;
  /** The short payment or the return. */
  paymentId: PaymentId | null;
  currency: CurrencyCode;
  amountMinor: bigint;
  /** What was left of the item when the amount was set: what was cleared since can be told from it. */
  residualMinor: bigint;
  category: DisputeCategory;
  reasonCode: string;
  owner: string | null;
  department: string | null;
  dueDate: LocalDate | null;
  state: 'open' | 'resolved';
  resolution: DisputeResolution | null;
}>;

/** What the ledger itself gives as the reason, of a direct debit that came back so. */
export const contestedDebit: DisputeReason = {
  code: 'debit_contested',
  category: 'C',
  label: 'Direct debit contested or refused by the debtor',
  department: 'credit',
};

/** What a ledger starts with; from then on the list is the company's. */
export const defaultDisputeReasons: readonly DisputeReason[] = [
  { code: 'label', category: 'A', label: 'Wrong name or address on the invoice', department: 'invoicing' },
  {
    code: 'missing_information',
    category: 'A',
    label: 'Order number or other detail missing',
    department: 'invoicing',
  },
  { code: 'invoicing_date', category: 'A', label: 'Invoiced too late or too early', department: 'invoicing' },
  { code: 'price', category: 'A', label: 'Price other than agreed', department: 'sales' },
  { code: 'quality', category: 'B', label: 'Quality', department: 'quality' },
  { code: 'quantity', category: 'B', label: 'Quantity', department: 'logistics' },
  { code: 'wrong_goods', category: 'B', label: 'Not what was ordered', department: 'logistics' },
  { code: 'customer_process', category: 'C', label: 'How the customer wants its invoices', department: 'credit' },
  { code: 'payment_terms', category: 'C', label: 'Payment terms: theirs or ours', department: 'sales' },
  { code: 'cash_shortage', category: 'D', label: 'Short of cash', department: 'credit' },
  { code: 'dependence', category: 'D', label: 'Depends on one customer or lender', department: 'credit' },
  { code: 'insolvency', category: 'D', label: 'Insolvency proceedings', department: 'credit' },
  { code: 'not_chased', category: 'E', label: 'Nobody asked for the money', department: 'collection' },
  { code: 'wrong_contact', category: 'E', label: 'The wrong person was asked', department: 'collection' },
];
