/**
 * What the books must say, told a second time: amounts by item and payment, postings as what they took and cleared. It
 * knows nothing of letters, lines or tables, so that it can't be wrong in the way the ledger is.
 */
import type { CommandKind, CommandRequests } from '../../src/domain/command.ts';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { CustomerId, LedgerId, OpenItemId, PaymentId } from '../../src/domain/ids.ts';
import { addDays, type LocalDate } from '../../src/domain/local-date.ts';
import { formatDecimal, type Side } from '../../src/domain/money.ts';
import type { LedgerItemKind } from '../../src/domain/settlement.ts';
import type { Random } from '../../test/support/random.ts';

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
}> & { residualMinor: bigint };

export type ModelPayment = Readonly<{
  id: PaymentId;
  side: Side;
  currency: CurrencyCode;
  amountMinor: bigint;
  bookingDate: LocalDate;
}> & { unappliedMinor: bigint; version: number };

/** What one posting does. */
export type Effect = Readonly<{
  postingId: string;
  paymentId: PaymentId | null;
  /** Taken of the payment; given back < 0. Null: no payment. */
  cashMinor: bigint | null;
  /** Cleared > 0, opened again < 0. */
  cleared: readonly (readonly [OpenItemId, bigint])[];
  made: readonly ModelItem[];
  /** Before closed periods move it. */
  date: LocalDate;
  reverses: string | null;
}>;

export type ModelPosting = Effect & Readonly<{ postingDate: LocalDate }>;

export type Model = Readonly<{
  ledgerId: LedgerId;
  customerIds: readonly CustomerId[];
  items: Map<OpenItemId, ModelItem>;
  payments: Map<PaymentId, ModelPayment>;
  postings: Map<string, ModelPosting>;
  reversed: Set<string>;
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
  /** It may take a second person, by what the model does not know; there is one. */
  mayWait?: boolean;
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
  for (const [id, minor] of effect.cleared) {
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

/** Makes it so. */
export function book(model: Model, effect: Effect): void {
  for (const [id, minor] of effect.cleared) known(model.items, id).residualMinor -= minor;
  for (const item of effect.made) model.items.set(item.id, { ...item });
  if (effect.paymentId !== null) {
    const payment = known(model.payments, effect.paymentId);
    payment.unappliedMinor -= effect.cashMinor ?? 0n;
    payment.version += 1;
  }
  const { closedThrough } = model;
  const postingDate = closedThrough !== null && effect.date <= closedThrough ? addDays(closedThrough, 1) : effect.date;
  model.postings.set(effect.postingId, { ...effect, postingDate });
  if (effect.reverses !== null) model.reversed.add(effect.reverses);
}

export function known<Id, Row>(rows: ReadonlyMap<Id, Row>, id: Id): Row {
  const row = rows.get(id);
  if (row === undefined) throw new Error(`the model has no ${String(id)}`);
  return row;
}

/** A decimal of an amount that may be zero. */
export const decimal = (minor: bigint, currency: CurrencyCode): string => formatDecimal({ minor, currency });

/** From 1 to `most`, and often just `most`. */
export function partOf(most: bigint, random: Random): bigint {
  if (most <= 1n || random.below(2) === 0) return most;
  return 1n + BigInt(random.below(Number(most)));
}

/** True `percent` times in a hundred. */
export const chance = (percent: number, random: Random): boolean => random.below(100) < percent;
