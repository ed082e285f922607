/** The demo company's world: who owes what, what its banks book, and what is to become of each payment. */
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { ReviewReason } from '../../src/domain/match.ts';
import type { Side } from '../../src/domain/money.ts';
import type { OpenItemRecord } from '../../src/domain/open-item.ts';
import type { ItemPool } from './item-pool.ts';
import type { RandomSource } from './random.ts';

export type Country = 'FR' | 'DE' | 'BE' | 'ES' | 'GB';
export type Night = 1 | 2 | 3;
/** A delivers camt.053, B MT940; C and D only send what must not be published. */
export type AccountKey = 'A' | 'B' | 'C' | 'D';

export type Customer = Readonly<{
  code: string;
  name: string;
  country: Country;
  /** The account it pays from; the ERP knows it only where `isIbanKnown`. */
  iban: string;
  isIbanKnown: boolean;
  termDays: number;
}>;

type Described = 'documentNumber' | 'kind' | 'issueDate' | 'dueDate' | 'creditorReference' | 'purchaseOrder';

export type OpenItem = Pick<OpenItemRecord, Described | 'amountMinor' | 'residualMinor'> &
  Readonly<{
    customer: Customer;
    /** The night whose import brings it. */
    night: Night;
    /** Made for one scenario, which asks for it by this name. */
    plant: string | null;
  }>;

type Settled = Readonly<{ documentNumber: string; clearedMinor: bigint }>;

export type Expectation = Readonly<
  | { action: 'apply'; settles: readonly Settled[]; reason: null }
  /** It takes an earlier payment back: what that settled is cleared by less than nothing. */
  | { action: 'return'; settles: readonly Settled[]; reason: null }
  | { action: 'review'; settles: readonly []; reason: ReviewReason }
>;

export type DemoPayment = Readonly<{
  amountMinor: bigint;
  endToEndId: string | null;
  name: string | null;
  iban: string | null;
  remittance: readonly string[];
  creditorReference: string | null;
  mandateId: string | null;
  /** ISO 20022 external return reason, such as `AC04`. */
  returnReason: string | null;
  /** What the payer ordered in another currency, with the rate the bank applied. */
  instructed: Readonly<{ amount: string; currency: string; rate: string }> | null;
  expected: Expectation;
}>;

/** How the bank names the kind of an entry, in camt and in MT940. */
export type BankCode = Readonly<{
  /** Domain, family and sub-family of ISO 20022. */
  iso: readonly [string, string, string];
  swift: string;
  /** German business transaction code and its booking text. */
  german: readonly [string, string];
}>;

export type DemoEntry = Readonly<{
  account: AccountKey;
  side: Side;
  isReversal: boolean;
  code: BankCode;
  /** `details`: one or many payments shown; `count`: a batch of which only the number is given; `none`: a line of text. */
  shows: 'details' | 'count' | 'none';
  batchCount: number | null;
  payments: readonly DemoPayment[];
  label: string;
}>;

/** What a scenario may use. */
export type Stage = Readonly<{
  night: Night;
  date: LocalDate;
  random: RandomSource;
  pool: ItemPool;
  customers: readonly Customer[];
}>;

/** One kind of case: what it shows in a sentence, and the entries that show it. */
export type Scenario = Readonly<{
  says: string;
  make(stage: Stage, account: 'A' | 'B'): readonly DemoEntry[];
}>;

export type Scenarios = Readonly<Record<string, Scenario>>;

/** An entry as the bank books it. Cheque deposits get no reference of their own: two may be alike in everything. */
export type BookedEntry = DemoEntry & Readonly<{ scenario: string; bankReference: string | null }>;
