/**
 * What the matching benchmark reads and what an engine under test answers.
 *
 * The data is a folder of JSON lines. Amounts are integers in minor units of the currency beside them, days are
 * `YYYY-MM-DD`. Field names are those of the files, so that a row is a value of its type as it was written.
 */

/** A reduction of `pct` per cent for who pays up to and including the day `until`. */
type Discount = Readonly<{ pct: number; until: string }>;

/** What a customer may deduct: `pct` per cent within `days` days of the issue of a document. */
type DiscountTerms = Readonly<{ pct: number; days: number }>;

export type BenchCompany = Readonly<{ id: number; country: string }>;

export type BenchCustomer = Readonly<{
  id: number;
  company: number;
  code: string;
  name: string;
  ibans: readonly string[];
  /** Days to pay. */
  terms: number;
  disc: DiscountTerms | null;
  ccy: string;
}>;

/** A document: invoice, credit note (its amount is negative) or down payment. An engine may see it from `issued` on. */
export type BenchItem = Readonly<{
  id: number;
  company: number;
  customer: number;
  kind: 'inv' | 'cn' | 'dp';
  number: string;
  sref: string;
  po: string;
  issued: string;
  due: string;
  amount: number;
  ccy: string;
  disc: Discount | null;
}>;

/** A document paid before the window. Its `id` counts apart from that of the open ones. */
export type BenchClosed = BenchItem & Readonly<{ paid: string }>;

/** A direct-debit collection sent to the bank. */
export type BenchBatch = Readonly<{
  id: string;
  company: number;
  date: string;
  items: readonly number[];
  total: number;
}>;

/** A payment that a person confirmed in the months before: who paid for which customer. */
export type BenchHistory = Readonly<{ company: number; customer: number; name: string; iban: string; date: string }>;

/** A statement line. `amount` is signed: money in is positive. Absent texts are empty. */
export type BenchLine = Readonly<{
  id: number;
  company: number;
  day: number;
  date: string;
  amount: number;
  ccy: string;
  name: string;
  iban: string;
  text: string;
  sref: string;
  e2e: string;
  code: string;
  batchId: string;
  instd: Readonly<{ amount: number; ccy: string; rate: number }> | null;
}>;

/** `cleared` in minor units of the item's currency; `cash` and `over` in those of the line. */
export type BenchAlloc = Readonly<{
  item: number;
  cleared: number;
  cash?: number;
  over?: number;
  ccy?: string;
  writeOff?: Readonly<{ kind: string; amount: number }>;
}>;

/** What an expert would do with a line: apply it, ask first, or leave it alone. */
export type Expectation = 'auto' | 'review' | 'none';

/** The right answer for a line. `customer` is null where nobody or several customers are paid for. */
export type BenchTruth = Readonly<{
  line: number;
  scenario: string;
  expect: Expectation;
  type: string;
  customer: number | null;
  alloc: readonly BenchAlloc[];
}>;

/** Sizes and the mix as it came out: lines by scenario. */
export type BenchMeta = Readonly<{
  seed: number;
  profile: string;
  items: number;
  closed: number;
  customers: number;
  lines: number;
  days: number;
  maxOpenPerCustomer: number;
  receivable: number;
  mix: Readonly<Record<string, number>>;
}>;

export type BenchData = Readonly<{
  companies: readonly BenchCompany[];
  customers: readonly BenchCustomer[];
  items: readonly BenchItem[];
  closed: readonly BenchClosed[];
  batches: readonly BenchBatch[];
  history: readonly BenchHistory[];
  lines: readonly BenchLine[];
  truth: readonly BenchTruth[];
  /** Euros for one unit of the currency. */
  rates: Readonly<Record<string, number>>;
  meta: BenchMeta;
}>;

/** A set of items with what is cleared of each, for one customer, or null for several. */
export type Suggestion = Readonly<{
  customer: number | null;
  alloc: readonly Readonly<{ item: number; cleared: number }>[];
}>;

/** What an engine answers for one line. */
export type Decision = Readonly<{
  line: number;
  action: 'auto' | 'review' | 'none';
  customer: number | null;
  /** What is applied without asking (`auto`), else empty. */
  alloc: Suggestion['alloc'];
  /** What a clerk is shown, best first, at most three; for `auto` and `review`. */
  suggestions: readonly Suggestion[];
  reason: string;
  /** Orders decisions for the curve: the higher, the surer. Absent on a line that no threshold would apply. */
  confidence?: number;
}>;

/** An engine under test: it is given a day's lines, decides all of them, then is told the truth of that day. */
export type BenchEngine = Readonly<{
  name: string;
  decideDay(day: number, date: string, lines: readonly BenchLine[]): readonly Decision[] | Promise<readonly Decision[]>;
  learn(day: number, truths: readonly BenchTruth[]): void | Promise<void>;
  close?(): Promise<void>;
}>;

/** What an engine is given before the first day: neither a line nor a right answer. */
export type EngineData = Omit<BenchData, 'truth' | 'lines'>;
export type OpenEngine = (data: EngineData) => BenchEngine | Promise<BenchEngine>;
