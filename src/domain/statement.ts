/**
 * What a bank statement says, in one form for every format. Ingest makes it, the ledger stores it.
 *
 * A statement covers one account and one period. It has entries (`Ntry`, `:61:`); an entry may be a batch with many
 * details (`TxDtls`). The bank account moves once, by the entry. A detail is what becomes a payment.
 */
import type { CurrencyCode } from './currency.ts';
import type { LocalDate } from './local-date.ts';
import type { Money, Side } from './money.ts';

/**
 * What a message may do. `booked`: a statement of account, whose entries are posted. `interim`: a report before the day
 * is closed; `detail`: a notification that details entries. Both tell about entries and never add one.
 */
type StatementRole = 'booked' | 'interim' | 'detail';

/** The message as the bank named it, and its role. */
export const roleOfFormat = {
  'camt.052': 'interim',
  'camt.053': 'booked',
  'camt.054': 'detail',
  mt940: 'booked',
  mt942: 'interim',
  cfonb120: 'booked',
  coda: 'booked',
  bai2: 'booked',
  ofx: 'booked',
} as const satisfies Readonly<Record<string, StatementRole>>;

export type StatementFormat = keyof typeof roleOfFormat;

/** Where in the source something stands: line from 1, and the element path or tag. */
export type SourcePosition = Readonly<{ line: number; path: string }>;

/** `refuse`: nothing of the file may be published. `warn`: published, and said. */
export type Severity = 'refuse' | 'warn';

/** A check's result as data. `code` is stable (`docs/errors.md`); `message` says what, where and what to do next. */
export type Finding = Readonly<{
  code: `ingest.${string}`;
  severity: Severity;
  message: string;
  at: SourcePosition | null;
  /** What stood there, as written; cut at 200 characters. */
  found: string | null;
}>;

/** ISO 20022 `Sts`: only booked entries count in the balance. */
export type EntryStatus = 'booked' | 'pending' | 'information';

/** One detail of an entry (`NtryDtls/TxDtls`; a `:86:` block): the other party, its references, its words. */
export type EntryDetail = Readonly<{
  /** In the entry's currency, ≥ 0; null when the bank gave none for this detail. */
  amount: Money | null;
  /** Its own `CdtDbtInd` in a net batch, else the entry's. */
  side: Side;
  endToEndId: string | null;
  /** The other party: debtor of a credit, creditor of a debit. */
  counterpartyName: string | null;
  counterpartyIban: string | null;
  /** For whom the other party pays or is paid (`UltmtDbtr`, `UltmtCdtr`); null when it is the other party itself. */
  ultimateCounterpartyName: string | null;
  /** What was instructed in another currency than the entry's (`InstdAmt`, `OCMT`, CFONB `MMO`), ≥ 0. */
  instructedAmount: Money | null;
  /** Between the two currencies, as the bank wrote it: a decimal, its direction not guessed at. */
  exchangeRate: string | null;
  /** What banks kept on the way, as they say; it never changes `amount`. */
  charges: Money | null;
  /** Unstructured lines as written (`RmtInf/Ustrd`, `:86:` text), not joined. */
  remittance: readonly string[];
  /** `RmtInf/Strd/CdtrRefInf/Ref`, blanks removed. */
  creditorReference: string | null;
  mandateId: string | null;
  /** `RtrInf/Rsn/Cd`: why a payment came back. */
  returnReason: string | null;
}>;

/** One booked line of the account (`Ntry`, `:61:`). */
export type Entry = Readonly<{
  /** From 0, in file order. */
  entryIndex: number;
  amount: Money;
  side: Side;
  /** `RvslInd`, `RC`/`RD`. Kept apart: it never flips `side`. */
  isReversal: boolean;
  status: EntryStatus;
  bookingDate: LocalDate | null;
  valueDate: LocalDate | null;
  /** `BkTxCd` as `PMNT/RCDT/ESCT`, else the proprietary code; for MT940 the transaction type of `:61:`. */
  bankTransactionCode: string | null;
  /** `AcctSvcrRef`; after `//` in `:61:`. */
  accountServicerReference: string | null;
  /** `AddtlNtryInf`; the supplementary line of `:61:`. */
  additionalInformation: string | null;
  /** Payments the bank counted in the batch (`Btch/NbOfTxs`) when it gave no details. */
  batchCount: number | null;
  /** `Btch/PmtInfId`, else `Btch/MsgId`: names the batch as its maker did, in pain.001/008 and camt.054. */
  batchReference: string | null;
  /** `Ntry/Chrgs`: contained in the entry or booked apart, as the bank does; it never changes `amount`. */
  charges: Money | null;
  details: readonly EntryDetail[];
  at: SourcePosition;
}>;

/** A balance with its sign: a debit balance is negative. */
export type Balance = Readonly<{ amount: Money; date: LocalDate | null }>;

/** What stands at the head and the foot of a statement; `entryCount` and sums are counted while reading. */
export type StatementSummary = Readonly<{
  /** From 0, in file order. */
  statementIndex: number;
  /** `Stmt/Id`, `:20:`. */
  bankStatementId: string | null;
  /** `LglSeqNb` or `ElctrncSeqNb`; `:28C:` as written. */
  sequence: string | null;
  /** IBAN or other id, upper case, blanks removed; null when the bank gave none. */
  account: string | null;
  accountAsWritten: string | null;
  /** The IBAN that the account's national number makes (CFONB: bank, branch and number) or that stands inside it; else null. */
  accountIban: string | null;
  currency: CurrencyCode | null;
  fromDate: LocalDate | null;
  toDate: LocalDate | null;
  openingBalance: Balance | null;
  closingBalance: Balance | null;
  entryCount: number;
  bookedCount: number;
  /** Σ booked credit entries, ≥ 0, minor units of `currency`. */
  bookedCreditsMinor: bigint;
  /** Σ booked debit entries, ≥ 0. */
  bookedDebitsMinor: bigint;
  /** opening + Σ booked = closing, to the cent; null when a balance is absent. */
  proves: boolean | null;
  /** What the bank says of the statement as a whole (`AddtlStmtInf`, `:86:` behind `:62F:`). */
  additionalInformation: string | null;
  findings: readonly Finding[];
  at: SourcePosition;
}>;

/** What a parser pushes out while the text streams through it: entries first, then the statement they belong to. */
export type StatementRecord =
  | Readonly<{ kind: 'entry'; statementIndex: number; entry: Entry }>
  | Readonly<{ kind: 'statement'; statement: StatementSummary }>
  /** About the file as a whole. With severity `refuse` no record follows. */
  | Readonly<{ kind: 'finding'; finding: Finding }>;

/** `accepted`: whole and readable. `incomplete`: its end is missing, try again later. `refused`: it can't be read. */
export type FileOutcome = 'accepted' | 'incomplete' | 'refused';
