/**
 * What the books must say, told a second time: amounts by item and payment, postings as what they took and cleared, disputes
 * as what they claim. It knows nothing of letters, lines or tables, so that it can't be wrong in the way the ledger is.
 */
import type { CommandKind, CommandRequests } from '../../src/domain/command.ts';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { CustomerId, LedgerId, MatchRunId, OpenItemId, PaymentId } from '../../src/domain/ids.ts';
import { addDays, type LocalDate } from '../../src/domain/local-date.ts';
import { formatDecimal, parseAmount, type Side } from '../../src/domain/money.ts';
import type { LedgerItemKind, SettlementMeans } from '../../src/domain/settlement.ts';
import type { Random } from '../../test/support/random.ts';

export const euro = 'EUR' as string as CurrencyCode;

/** Amounts are minor units. */
export type ModelItem = Readonly<{
  id: OpenItemId;
  customerId: CustomerId;
  kind: LedgerItemKind;
  /** Null: an item of the ledger's own, under a number that nobody quotes. */
  documentNumber: string | null;
  /** Debit: the customer owes it. */
  side: Side;
  currency: CurrencyCode;
  amountMinor: bigint;
  issueDate: LocalDate;
  /** It is in euros, or somebody said what it was booked at. */
  isWorthKnown: boolean;
  /** The most that its terms let off, until a day; null: no terms, and no rates of VAT. */
  discount: Readonly<{ mostMinor: bigint; until: LocalDate }> | null;
}> & { residualMinor: bigint };

export type ModelPayment = Readonly<{
  id: PaymentId;
  side: Side;
  currency: CurrencyCode;
  amountMinor: bigint;
  bookingDate: LocalDate;
}> & { unappliedMinor: bigint; version: number; overpaidMinor: bigint };

/** Of an item: > 0 cleared, < 0 opened again. */
export type Cleared = Readonly<{ id: OpenItemId; minor: bigint; means: SettlementMeans }>;

/** What one posting does. */
export type Effect = Readonly<{
  postingId: string;
  paymentId: PaymentId | null;
  /** Taken of the payment; given back < 0. Null: no payment. */
  cashMinor: bigint | null;
  /** What of the cash was too much, and is kept. */
  overpaidMinor?: bigint;
  cleared: readonly Cleared[];
  made: readonly ModelItem[];
  /** Before closed periods move it. */
  date: LocalDate;
  reverses: string | null;
}>;

export type ModelPosting = Effect & Readonly<{ postingDate: LocalDate }>;

/** `amountMinor` of the item is disputed while it is open. */
export type ModelDispute = Readonly<{ id: string; itemId: OpenItemId }> & {
  amountMinor: bigint;
  isOpen: boolean;
  version: number;
};

/** A batch of direct debits: what each takes of an item. Several lines may be of one debit. */
export type ModelCollection = Readonly<{
  reference: string;
  lines: readonly Readonly<{ endToEndId: string; itemId: OpenItemId; minor: bigint }>[];
}>;

export type Model = Readonly<{
  ledgerId: LedgerId;
  customerIds: readonly CustomerId[];
  items: Map<OpenItemId, ModelItem>;
  payments: Map<PaymentId, ModelPayment>;
  postings: Map<string, ModelPosting>;
  /** Postings that another took back, whether that stands or not: see {@link takenBack}. */
  reversed: Set<string>;
  /** By item and means: see {@link clearedKey}. */
  cleared: Map<string, bigint>;
  disputes: Map<string, ModelDispute>;
  collections: readonly ModelCollection[];
  /** What the one run suggested: an item and its amount, for a payment of the same. */
  suggestions: ReadonlyMap<PaymentId, Readonly<{ itemId: OpenItemId; minor: bigint }>>;
  /** Null: it had nothing to suggest. */
  matchRunId: MatchRunId | null;
}> & { closedThrough: LocalDate | null };

/**
 * `refusals`: every reason against it as the books stand, in no order. `effects`: what it does if it is carried out, whatever
 * the books say by then.
 */
export type Foreseen = Readonly<{
  refusals: ReadonlySet<string>;
  effects: readonly Effect[];
  /** Closes the books up to this day. */
  closes?: LocalDate;
  /** The dispute as it then stands. */
  disputed?: ModelDispute;
  /** It takes a second person, or may take one by what the model does not know; there is one. */
  approval?: 'must' | 'may';
}>;

/**
 * A kind of command as the torture knows it. Methods, so that trades of all kinds stand in one list.
 */
export type Trade<Kind extends CommandKind = CommandKind> = Readonly<{
  kind: Kind;
  /** How often, beside the others. */
  weight: number;
  /** Null: these books have nothing to do it with. */
  make(model: Model, random: Random): CommandRequests[Kind] | null;
  foresee(model: Model, request: CommandRequests[Kind], commandId: string): Foreseen;
}>;

export const refused = (code: string): Foreseen => ({ refusals: new Set([code]), effects: [] });

/** Adds to the refusals those of amounts that would leave their range. */
export function foreseeEffect(model: Model, effect: Effect, refusals: ReadonlySet<string>): Foreseen {
  const all = new Set(refusals);
  const residuals = new Map<OpenItemId, bigint>();
  for (const { id, minor } of effect.cleared) {
    const item = known(model.items, id);
    const residual = (residuals.get(id) ?? item.residualMinor) - minor;
    residuals.set(id, residual);
    if (residual < 0n || residual > item.amountMinor) all.add('ledger.item_overpaid');
  }
  if (effect.paymentId !== null && effect.cashMinor !== null) {
    const payment = known(model.payments, effect.paymentId);
    const left = payment.unappliedMinor - effect.cashMinor;
    if (left < 0n || left > payment.amountMinor) all.add('ledger.payment_overdrawn');
  }
  return { refusals: all, effects: [effect] };
}

export const clearedKey = ({ id, means }: Pick<Cleared, 'id' | 'means'>): string => `${id} by ${means}`;

/** Makes it so. */
export function book(model: Model, effect: Effect): void {
  for (const cleared of effect.cleared) {
    known(model.items, cleared.id).residualMinor -= cleared.minor;
    const key = clearedKey(cleared);
    model.cleared.set(key, (model.cleared.get(key) ?? 0n) + cleared.minor);
  }
  for (const id of new Set(effect.cleared.map((cleared) => cleared.id))) followResidual(model, id);
  for (const item of effect.made) model.items.set(item.id, { ...item });
  if (effect.paymentId !== null) {
    const payment = known(model.payments, effect.paymentId);
    payment.unappliedMinor -= effect.cashMinor ?? 0n;
    payment.overpaidMinor += effect.overpaidMinor ?? 0n;
    payment.version += 1;
  }
  const { closedThrough } = model;
  const postingDate = closedThrough !== null && effect.date <= closedThrough ? addDays(closedThrough, 1) : effect.date;
  model.postings.set(effect.postingId, { ...effect, postingDate });
  if (effect.reverses !== null) model.reversed.add(effect.reverses);
}

/** Postings that another took back which stands itself. */
export function takenBack({ postings, reversed }: Model): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { postingId, reverses } of postings.values())
    if (reverses !== null && !reversed.has(postingId)) ids.add(reverses);
  return ids;
}

/** Another payment took something back of what the posting used its payment for. */
export const isReturn = ({ postings }: Model, { reverses, paymentId }: ModelPosting): boolean =>
  reverses !== null && known(postings, reverses).paymentId !== paymentId;

/** The open disputes of an item, in the order in which they give way. */
const openDisputes = ({ disputes }: Model, itemId: OpenItemId): readonly ModelDispute[] =>
  [...disputes.values()]
    .filter((dispute) => dispute.itemId === itemId && dispute.isOpen)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));

export const disputedOf = (model: Model, itemId: OpenItemId): bigint =>
  openDisputes(model, itemId).reduce((sum, { amountMinor }) => sum + amountMinor, 0n);

/** No more is disputed than is left. */
function followResidual(model: Model, itemId: OpenItemId): void {
  let excess = disputedOf(model, itemId) - known(model.items, itemId).residualMinor;
  for (const dispute of openDisputes(model, itemId)) {
    if (excess <= 0n) return;
    dispute.version += 1;
    if (dispute.amountMinor <= excess) {
      excess -= dispute.amountMinor;
      dispute.isOpen = false;
    } else {
      dispute.amountMinor -= excess;
      excess = 0n;
    }
  }
}

export function known<Id, Row>(rows: ReadonlyMap<Id, Row>, id: Id): Row {
  const row = rows.get(id);
  if (row === undefined) throw new Error(`the model has no ${String(id)}`);
  return row;
}

/** A decimal of an amount that may be zero. */
export const decimal = (minor: bigint, currency: CurrencyCode): string => formatDecimal({ minor, currency });

export function minorOf(text: string, currency: string): bigint {
  const amount = parseAmount(text, currency);
  if (!amount.ok) throw new Error(`${text} ${currency}: ${amount.error}`);
  return amount.value.minor;
}

/** From 1 to `most`, and often just `most`. */
export function partOf(most: bigint, random: Random): bigint {
  if (most <= 1n || random.below(2) === 0) return most;
  return 1n + BigInt(random.below(Number(most)));
}

/** True `percent` times in a hundred. */
export const chance = (percent: number, random: Random): boolean => random.below(100) < percent;
