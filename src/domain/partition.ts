/** What matching works on: the open items of one ledger and currency, and the customers who may pay them. */
import type { CurrencyCode } from './currency.ts';
import type { CustomerId, OpenItemId, PaymentId } from './ids.ts';
import type { LocalDate } from './local-date.ts';
import type { EarlyPaymentDiscount, OpenItemKind } from './open-item.ts';

export type PartitionItem = Readonly<{
  openItemId: OpenItemId;
  customerId: CustomerId;
  kind: OpenItemKind;
  documentNumber: string;
  creditorReference: string | null;
  purchaseOrder: string | null;
  currency: CurrencyCode;
  issueDate: LocalDate;
  dueDate: LocalDate;
  /** The document's total, > 0. */
  amountMinor: bigint;
  /** What is left of the item. 0 is closed: it stays in the index so that a reference to it is recognised. */
  residualMinor: bigint;
  /** What of it is in dispute: above 0, only a payment that names the item exactly is applied to it. */
  disputedMinor: bigint;
  discount: EarlyPaymentDiscount | null;
}>;

/** `code` is the ERP's own key, which payers quote as their customer number. */
export type PartitionCustomer = Readonly<{
  customerId: CustomerId;
  code: string;
  name: string;
  ibans: readonly string[];
}>;

/** How a payer writes itself: an IBAN, upper case without blanks, or the key of a name. */
export type PayerAliasKind = 'iban' | 'name';

/** A payer that people have confirmed to pay for a customer: learned, never told by the ERP. */
export type PartitionAlias = Readonly<{
  customerId: CustomerId;
  kind: PayerAliasKind;
  value: string;
  confirmedCount: number;
  /** Booking date of the last payment that confirmed it. */
  lastDate: LocalDate;
}>;

/** What a person turned down for a payment; `openItemId` null: the customer as a whole. */
export type DeclinedPair = Readonly<{
  paymentId: PaymentId;
  customerId: CustomerId;
  openItemId: OpenItemId | null;
}>;

/** A payment applied to a customer, minor units. */
export type RecentPayment = Readonly<{ customerId: CustomerId; amountMinor: bigint; date: LocalDate }>;

/** Row counts to reserve; `textBytes` is a first guess for all texts together, and grows when it was too small. */
export type PartitionSize = Readonly<{
  itemCount: number;
  customerCount: number;
  ibanCount: number;
  textBytes: number;
}>;

/** What tells the memory that a partition takes before it is loaded. `ibanCount` has learned ones as well. */
export type PartitionMeasure = PartitionSize &
  Readonly<{
    /** Names of customers, and those learned. */
    nameCount: number;
    nameBytes: number;
  }>;
