/**
 * What matching makes and the ledger stores: proposals with their evidence, and what is to become of each payment.
 *
 * Evidence is data. A person reads it as words (`explain`), a program can check each statement again.
 * Amounts are decimal strings with their currency beside them once, so that a certificate is plain JSON.
 */
import type { CurrencyCode } from './currency.ts';
import type { CustomerId, OpenItemId, PaymentId } from './ids.ts';
import type { LocalDate } from './local-date.ts';
import type { Side } from './money.ts';
import type { OpenItemKind } from './open-item.ts';

/** The unit that is matched. Minor units; `side: 'credit'` is money in. */
export type Payment = Readonly<{
  id: PaymentId;
  side: Side;
  currency: CurrencyCode;
  unappliedMinor: bigint;
  bookingDate: LocalDate;
  isReversal: boolean;
  returnReason: string | null;
  bankTransactionCode: string | null;
  /** Payments inside when the bank's details are absent or do not explain the entry (1: the only one does not), else null. */
  batchCount: number | null;
  counterpartyName: string | null;
  counterpartyIban: string | null;
  remittance: readonly string[];
  creditorReference: string | null;
  endToEndId: string | null;
}>;

/**
 * Where in the payment a reference was read. Remittance lines count from 0; `start` is a character (UTF-16 unit) of
 * `line`, `end` the one after the last, in `endLine`: a bank may wrap a line in the middle of a number.
 */
export type FoundAt =
  | Readonly<{ field: 'creditor_reference' | 'end_to_end_id' }>
  | Readonly<{ field: 'remittance'; line: number; start: number; endLine: number; end: number }>;

/** One reason for or against a proposal. */
export type Evidence =
  | Readonly<{ kind: 'creditor_reference_equal'; openItemId: OpenItemId; reference: string; found: FoundAt }>
  | Readonly<{ kind: 'document_number_equal'; openItemId: OpenItemId; documentNumber: string; found: FoundAt }>
  /** The payment is the residuals of the lines, credit notes deducted, to the last minor unit. */
  | Readonly<{ kind: 'amount_equal'; amount: string }>
  /** Payment minus those residuals. Positive: the payment is more than the items. */
  | Readonly<{ kind: 'amount_differs'; by: string }>
  | Readonly<{ kind: 'payer_iban_known'; customerId: CustomerId; iban: string }>
  | Readonly<{ kind: 'payer_name_equal'; customerId: CustomerId; name: string }>
  /** Neither IBAN nor name belongs to exactly one customer. */
  | Readonly<{ kind: 'payer_unknown' }>
  /** The payer is known, and is not the customer of the items. */
  | Readonly<{ kind: 'payer_is_other_customer'; customerId: CustomerId }>
  | Readonly<{ kind: 'only_item_with_amount'; openItemId: OpenItemId; openItemCount: number }>;

/** One line of the arithmetic: an open item, what was left of it, what this payment would clear. */
export type ProposedLine = Readonly<{
  openItemId: OpenItemId;
  documentNumber: string;
  kind: OpenItemKind;
  /** Decimal strings ≥ 0. A credit note counts against the payment. */
  residual: string;
  cleared: string;
}>;

/** Why a rule stayed silent or a payment is not applied by itself. Listed in `docs/matching.md`. */
export const reviewReasons = [
  'outgoing_payment',
  'returned_payment',
  'batch_without_details',
  'refund_wording',
  'no_reference_found',
  'reference_already_paid',
  'reference_ambiguous',
  'amount_differs',
  'payer_is_other_customer',
  'several_explanations',
  'item_taken_by_other_payment',
  'item_changed_meanwhile',
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** A gate that no score overrides, and whether the payment passed it. */
export type GateResult = Readonly<{ gate: ReviewReason; passed: boolean }>;

/** A suggestion: what would be cleared, by which rule, on what evidence. It changes nothing. */
export type Proposal = Readonly<{
  /** Rule and version, such as `creditor_reference/1`; the number grows with any change of outcome. */
  strategy: string;
  customerId: CustomerId;
  lines: readonly ProposedLine[];
  evidence: readonly Evidence[];
  /** 0 to 10,000; orders suggestions and competing claims. The ladder's rung, not a probability. */
  confidenceBp: number;
}>;

/**
 * Why a payment was applied by itself, or what is missing: re-checkable without the engine.
 *
 * Arithmetic holds by itself: `paymentAmount` = Σ cleared of debit items − Σ cleared of credit notes + `difference`.
 */
export type MatchCertificate = Readonly<{
  form: 'lettrage.certificate/1';
  engine: string;
  paymentId: PaymentId;
  paymentAmount: string;
  currency: CurrencyCode;
  action: 'apply' | 'review';
  /** For `review`: what is missing. */
  reason: ReviewReason | null;
  /** The proposal applied, or the best suggestion; null when nothing was found. */
  chosen: Proposal | null;
  difference: string | null;
  /** Next best proposals, best first, at most two: the first is the runner-up. */
  alternatives: readonly Proposal[];
  gates: readonly GateResult[];
  /** What was looked at: references recognised in the text, and open items they led to. */
  searched: Readonly<{ referenceCount: number; openItemCount: number }>;
}>;

/** The law's order for a payment that names its debts comes first: Code civil art. 1342-10. */
export type ImputationBasis = 'named_by_debtor' | 'decided_by_clerk';
