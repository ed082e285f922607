/**
 * What people ask the ledger to do. A request is plain JSON: it is stored as it was asked, and what a second person approves
 * is its hash. Amounts are decimal strings > 0 in the currency of the payment or item that they are about; days are
 * `YYYY-MM-DD`. `version` and `residual` are what the person saw: when they are no longer so, the command is refused.
 */
import type { DisputeCategory, DisputeOrigin, DisputeResolution } from './dispute.ts';
import type { CustomerId, MatchRunId, OpenItemId, PaymentId } from './ids.ts';
import type { LocalDate } from './local-date.ts';

/** What is cleared of an item without having been paid, and what becomes of it. */
export type Difference =
  | Readonly<{ as: 'write_off' | 'bank_charge'; amount: string }>
  /**
   * `net` of VAT corrects the tax, by the rates of the document; `gross` leaves it, as the invoice then says. `late`: it is
   * granted although its day is over.
   */
  | Readonly<{ as: 'discount'; amount: string; vat: 'net' | 'gross'; late?: boolean }>
  /** Kept back as a guarantee until `dueDate`: it stays owed, on its own account. */
  | Readonly<{ as: 'retention'; amount: string; dueDate: LocalDate }>;

/** `cleared` is all that is cleared of the item, in its currency: what is paid and the differences. */
export type SettledLine = Readonly<{
  openItemId: OpenItemId;
  residual: string;
  cleared: string;
  /** For an item in another currency: what of the payment clears it, in the payment's. */
  paid?: string;
  differences?: readonly Difference[];
}>;

/** Where money goes that pays for no receivable. */
export const otherPurposes = ['bank_charge', 'tax', 'internal_transfer', 'payroll', 'other'] as const;
export type OtherPurpose = (typeof otherPurposes)[number];

/** One use of a part of a payment; several split it, over customers too. */
export type PaymentPart =
  | Readonly<{ use: 'items'; lines: readonly SettledLine[]; overpaidWrittenOff?: string }>
  /** The payer is known, the invoice is not: 411 credit. */
  | Readonly<{ use: 'on_account'; customerId: CustomerId; amount: string }>
  /** Before any invoice: 4191. */
  | Readonly<{ use: 'advance'; customerId: CustomerId; amount: string }>
  | Readonly<{ use: 'not_receivable'; purpose: OtherPurpose; amount: string; account?: string }>;

export type CommandRequests = {
  /** Allocates, puts on account, writes differences off, splits, classifies: whatever becomes of a payment at once. */
  settle_payment: Readonly<{
    paymentId: PaymentId;
    version: number;
    parts: readonly PaymentPart[];
    /** Keep in mind that this payer pays for the customer of the items. */
    learnPayer?: boolean;
  }>;
  /** Applies a suggestion as it stands; `index` 0 is the best. What is left over is left, or put on account. */
  accept_proposal: Readonly<{
    paymentId: PaymentId;
    version: number;
    matchRunId: MatchRunId;
    index: number;
    rest: 'leave' | 'on_account';
  }>;
  decline_proposal: Readonly<{ paymentId: PaymentId; matchRunId: MatchRunId; index: number }>;
  /** Clears debits and credits of one customer against each other, without money. */
  net_items: Readonly<{ lines: readonly Readonly<{ openItemId: OpenItemId; residual: string; cleared: string }>[] }>;
  write_off: Readonly<{ openItemId: OpenItemId; residual: string; amount: string }>;
  /** Moves a claim, or money on account, to another customer. */
  transfer_item: Readonly<{ openItemId: OpenItemId; residual: string; amount: string; toCustomerId: CustomerId }>;
  /** A credit of the customer is to be paid back: it waits, as owed, for the payment that does it. */
  refund_credit: Readonly<{ openItemId: OpenItemId; residual: string; amount: string }>;
  /** Takes a posting back, whole. */
  reverse_posting: Readonly<{ postingId: string }>;
  /** A payment that names a collection, or one debit of it, is what it brought in. */
  apply_collection: Readonly<{
    paymentId: PaymentId;
    version: number;
    reference: string;
    /** The one debit; absent: the whole batch. */
    endToEndId?: string;
  }>;
  /**
   * A payment takes back, whole or in part, what a posting used another for: `lines` are what is opened again. `fee` is
   * what the bank kept of the same amount.
   */
  return_payment: Readonly<{
    paymentId: PaymentId;
    version: number;
    postingId: string;
    lines: readonly Readonly<{ openItemId: OpenItemId; amount: string }>[];
    fee?: string;
  }>;
  close_period: Readonly<{ closedThrough: LocalDate }>;
  set_tolerances: Readonly<{
    writeOff: string;
    writeOffBp: number;
    writeOffMonthly: string;
    approveWriteOff: string;
    approveRefund: string;
    approveTransfer: string;
  }>;
  confirm_payer: Readonly<{ customerId: CustomerId; iban: string }>;
  open_dispute: Readonly<{
    openItemId: OpenItemId;
    residual: string;
    amount: string;
    openedFrom: DisputeOrigin;
    paymentId?: PaymentId;
    category: DisputeCategory;
    reasonCode: string;
    owner?: string;
    dueDate?: LocalDate;
    comment?: string;
  }>;
  change_dispute: Readonly<{
    disputeId: string;
    version: number;
    comment?: string;
    owner?: string | null;
    department?: string | null;
    dueDate?: LocalDate | null;
    category?: DisputeCategory;
    reasonCode?: string;
    amount?: string;
  }>;
  /** But for a rejection, the amount has been cleared of the item since; or the credit note named here clears it. */
  resolve_dispute: Readonly<{ disputeId: string; version: number; comment?: string }> &
    (
      | Readonly<{ resolution: Exclude<DisputeResolution, 'credit_note'> }>
      | Readonly<{ resolution: 'credit_note'; credit?: Readonly<{ openItemId: OpenItemId; residual: string }> }>
    );
  reopen_dispute: Readonly<{ disputeId: string; version: number; comment?: string }>;
  set_dispute_reason: Readonly<{ code: string; category: DisputeCategory; label: string; department?: string }>;
};

export type CommandKind = keyof CommandRequests;

/** `id` is a UUID that the asker made before asking, kept over retries. `reason` is for the auditor, 1 to 500 characters. */
export type Command<Kind extends CommandKind = CommandKind> = {
  [K in Kind]: Readonly<{ id: string; kind: K; request: CommandRequests[K]; reason: string }>;
}[Kind];
