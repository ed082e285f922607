/**
 * What matching makes and the ledger stores: proposals with their evidence, and what is to become of each payment.
 *
 * Evidence is data. A person reads it as words (`explain`), a program can check each statement again.
 * Amounts are decimal strings with their currency beside them once, so that a certificate is plain JSON.
 */
import type { CurrencyCode } from './currency.ts';
import type { CustomerId, OpenItemId, PaymentId } from './ids.ts';
import type { LocalDate } from './local-date.ts';
import type {
  AmountClass,
  combinationMethods,
  PayerLevelName,
  ReferenceLevelName,
  ReviewReason,
  Selection,
  Structure,
} from './match-words.ts';
import type { Side } from './money.ts';
import type { OpenItemKind } from './open-item.ts';

export * from './match-words.ts';

/** An amount as it was ordered, ≥ 0, and the exchange rate as the bank wrote it: a decimal, its direction not guessed at. */
export type InstructedAmount = Readonly<{ minor: bigint; currency: CurrencyCode; rate: string | null }>;

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
  /** What the payer ordered in another currency. */
  instructed: InstructedAmount | null;
}>;

/** A search for sets of items that make up an amount: `count` were found among `itemCount` items. */
export type CombinationProof = Readonly<{
  method: (typeof combinationMethods)[number];
  count: number;
  /** False: there may be more than `count`; of pairs and triples, nothing is said about larger sets. */
  isComplete: boolean;
  itemCount: number;
}>;

/**
 * Where in the payment a reference was read. Remittance lines count from 0; `start` is a character (UTF-16 unit) of
 * `line`, `end` the one after the last, in `endLine`: a bank may wrap a line in the middle of a number.
 */
export type FoundAt =
  | Readonly<{ field: 'creditor_reference' | 'end_to_end_id' }>
  | Readonly<{ field: 'remittance'; line: number; start: number; endLine: number; end: number }>;

/** One sentence about the items, the payer or the amount of a proposal. */
export type Evidence =
  | Readonly<{ kind: 'item_named'; openItemId: OpenItemId; level: ReferenceLevelName; found: FoundAt }>
  /** Not named: it belongs to what is named, as the proposal's `selection` says. */
  | Readonly<{ kind: 'item_added'; openItemId: OpenItemId }>
  | Readonly<{ kind: 'items_structured'; structure: Structure }>
  | (Readonly<{ kind: 'items_combined' }> & CombinationProof)
  /** Direct debits: by the reference of the collection, or as the only one of this sum and number of debits. */
  | Readonly<{ kind: 'items_collected'; basis: 'reference' | 'sum_and_count'; itemCount: number }>
  /** Open items of the customer, not among the lines, with the amount of one that is. */
  | Readonly<{ kind: 'equal_amounts_outside'; itemCount: number }>
  /** What of the payer fits whom: `value` as the bank gave it; null where the remittance names the customer. */
  | Readonly<{
      kind: 'payer';
      level: PayerLevelName;
      by: 'iban' | 'name' | 'text' | null;
      value: string | null;
      customerId: CustomerId | null;
    }>
  /** The payment is the residuals of the lines, credit notes deducted, to the last minor unit. */
  | Readonly<{ kind: 'amount_equal'; amount: string }>
  /** Payment minus those residuals. Positive: the payment is more than the items. */
  | Readonly<{ kind: 'amount_differs'; by: string }>
  /** Items in another currency: `rate` is units of the payment's currency for one of theirs, given or implied. */
  | Readonly<{
      kind: 'amount_exchanged';
      amount: string;
      itemAmount: string;
      itemCurrency: CurrencyCode;
      basis: 'instructed' | 'day_rate';
      rate: string;
    }>;

/** One line of the arithmetic: an open item, what was left of it, what this payment would clear. */
export type ProposedLine = Readonly<{
  openItemId: OpenItemId;
  documentNumber: string;
  kind: OpenItemKind;
  /** Decimal strings ≥ 0. A credit note counts against the payment. */
  residual: string;
  cleared: string;
}>;

/** What the items are settled by without having been paid. Positive: less was paid than is cleared. */
export type WriteOff = Readonly<{
  kind: 'discount' | 'rounding' | 'fee' | 'exchange';
  amount: string;
  currency: CurrencyCode;
}>;

/** A write-off in minor units of the payment's currency: what a run decides, and the ledger books. */
export type DecidedWriteOff = Readonly<{ kind: Exclude<WriteOff['kind'], 'exchange'>; minor: bigint }>;

/** A gate that no score overrides, and whether the payment passed it. */
export type GateResult = Readonly<{ gate: ReviewReason; passed: boolean }>;

/** What the ladder of rules decides on, in plain words. */
export type Grounds = Readonly<{
  selection: Selection;
  /** Of the item named least certainly. */
  reference: ReferenceLevelName;
  amountClass: AmountClass;
  payer: PayerLevelName;
  /** Other sets that explain the payment as well. */
  rivals: number;
  notes: readonly string[];
}>;

/**
 * A suggestion: what would be cleared, and on what grounds. It changes nothing.
 *
 * In one currency, payment = Σ cleared of debit items − Σ cleared of credit notes − `writeOff` + `unapplied`.
 */
export type Proposal = Grounds &
  Readonly<{
    /** The kind of evidence in words: its grounds, joined by blanks. */
    cell: string;
    /** They order proposals and competing claims; no probability. */
    points: number;
    /** Null for direct debits of several customers. */
    customerId: CustomerId | null;
    /** Of the lines; the payment's but for `exchange`. */
    currency: CurrencyCode;
    lines: readonly ProposedLine[];
    writeOff: WriteOff | null;
    /** What the payment would leave over, in its currency, ≥ 0. */
    unapplied: string;
    evidence: readonly Evidence[];
  }>;

/** Why a payment was applied by itself, or what is missing: re-checkable without the engine. */
export type MatchCertificate = Readonly<{
  form: 'lettrage.certificate/2';
  engine: string;
  paymentId: PaymentId;
  paymentAmount: string;
  currency: CurrencyCode;
  action: 'apply' | 'review';
  /** For `review`: what is missing. */
  reason: ReviewReason | null;
  /** For `apply`: the rule of the ladder that the chosen proposal fits. */
  rule: string | null;
  /** The proposal applied, or the best suggestion; null when nothing was found. */
  chosen: Proposal | null;
  /** Next best proposals, best first, at most two: the first is the runner-up. */
  alternatives: readonly Proposal[];
  gates: readonly GateResult[];
  /** What was looked at: readings of the text that lead to a document, and the items they lead to. */
  searched: Readonly<{ referenceCount: number; openItemCount: number }>;
}>;
