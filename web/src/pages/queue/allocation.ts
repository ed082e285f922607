/**
 * Allocation by hand as numbers: a payment is split over items of any customers and over other uses; what no line takes is
 * the remainder, which has to be zero before anything is booked. Pure; the ledger reckons it once more.
 */
import { decimalOf, digitsIn, minorOf } from '../../money.ts';
import type { ChosenCustomer, DisputeReason, OpenItem, Payment, PaymentPart } from '../../types.ts';
import { clearShort, noShortfall, type Shortfall } from './shortfall.ts';

export type ChosenItem = Readonly<{
  id: string;
  documentNumber: string;
  kind: string;
  customer: ChosenCustomer;
  currency: string;
  /** Whether its VAT is known: without, a discount leaves the tax as the invoice says it. */
  hasVat: boolean;
  /** In its currency, when it was chosen. */
  residual: string;
  /** As typed, in the currency of the payment. */
  paid: string;
  /** As typed, of an item in another currency than the payment: what of it that pays. */
  pays: string;
  shortfall: Shortfall;
}>;

/** What money does that no item takes; `leave` stays unapplied. */
export const restUses = [
  'on_account',
  'advance',
  'write_off',
  'bank_charge',
  'tax',
  'internal_transfer',
  'payroll',
  'other',
  'leave',
] as const;
export type RestUse = (typeof restUses)[number];

export type RestLine = Readonly<{
  id: number;
  use: RestUse;
  /** As typed, in the currency of the payment. */
  amount: string;
  /** Of money on account and of an advance. */
  customer: ChosenCustomer | null;
  /** Of what is no receivable: another account than the usual one; empty: that. */
  account: string;
}>;

/** What the person has put together so far. */
export type Draft = Readonly<{ items: readonly ChosenItem[]; rest: readonly RestLine[] }>;

export type Reckoning = Readonly<{
  /** Decimals of the payment's currency. */
  digits: number;
  /** Of the payment that no line takes; < 0: the lines take more than there is. Null while an amount can't be read. */
  remainderMinor: bigint | null;
  /** By item, in minor units of its currency: what is not paid of it. */
  shortMinor: ReadonlyMap<string, bigint>;
}>;

const creditKinds: ReadonlySet<string> = new Set(['credit_note', 'on_account', 'advance', 'refund']);
export const isCredit = (kind: string): boolean => creditKinds.has(kind);

/** Money in pays what is owed to us, money out what we owe; the other kind gives back, as a credit note deducted does. */
const givesBack = (payment: Payment, kind: string): boolean => isCredit(kind) === (payment.side === 'credit');

export const isForeign = (payment: Payment, item: Pick<ChosenItem, 'currency'>): boolean =>
  item.currency !== payment.unapplied.currency;

export const isNoReceivable = (use: RestUse): boolean => use !== 'write_off' && use !== 'leave' && !mayBeOnAccount(use);
export const mayBeOnAccount = (use: RestUse): boolean => use === 'on_account' || use === 'advance';

/** An item as a line, with as much of the payment as is left for it. */
export function choose(payment: Payment, item: OpenItem, remainderMinor: bigint): ChosenItem {
  const digits = digitsIn(payment.unapplied.value);
  const { value: residual, currency } = item.residual;
  const leftMinor = remainderMinor < 0n ? 0n : remainderMinor;
  const residualMinor = minorOf(residual, digitsIn(residual)) ?? 0n;
  const isWhole = givesBack(payment, item.kind) || residualMinor <= leftMinor;
  const paidMinor = isWhole && !isForeign(payment, { currency }) ? residualMinor : leftMinor;
  return {
    id: item.id,
    documentNumber: item.documentNumber,
    kind: item.kind,
    customer: item.customer,
    currency,
    hasVat: item.vat !== null,
    residual,
    paid: decimalOf(paidMinor, digits),
    pays: residual,
    shortfall: noShortfall(item.vat !== null, payment.bookingDate),
  };
}

/** All that is left, as a line: on account of the customer of the items, where there is one. */
export function explainRest(
  id: number,
  use: RestUse,
  { items }: Draft,
  { digits, remainderMinor }: Reckoning,
): RestLine {
  const customer = items.at(-1)?.customer ?? null;
  return {
    id,
    use,
    amount: decimalOf(remainderMinor ?? 0n, digits),
    customer: mayBeOnAccount(use) ? customer : null,
    account: '',
  };
}

export function reckon(payment: Payment, { items, rest }: Draft): Reckoning {
  const digits = digitsIn(payment.unapplied.value);
  const shortMinor = new Map<string, bigint>();
  let remainderMinor = minorOf(payment.unapplied.value, digits);
  const take = (minor: bigint | null) => {
    remainderMinor = remainderMinor === null || minor === null ? null : remainderMinor - minor;
  };
  for (const item of items) {
    const paidMinor = minorOf(item.paid, digits);
    const missing = missingOf(payment, item);
    if (missing !== null) shortMinor.set(item.id, missing);
    const isRead = missing !== null && paidMinor !== null && paidMinor >= 0n;
    take(!isRead ? null : givesBack(payment, item.kind) ? -paidMinor : paidMinor);
  }
  for (const { amount } of rest) {
    const minor = minorOf(amount, digits);
    take(minor === null || minor <= 0n ? null : minor);
  }
  return { digits, remainderMinor, shortMinor };
}

/** What is not paid of an item, in its currency; null while that can't be read, or more is paid than is left. */
function missingOf(payment: Payment, item: ChosenItem): bigint | null {
  const digits = digitsIn(item.residual);
  const paid = minorOf(isForeign(payment, item) ? item.pays : item.paid, digits);
  const residual = minorOf(item.residual, digits);
  return paid === null || residual === null || paid < 0n || paid > residual ? null : residual - paid;
}

/** The parts of the settlement; null while something is not explained. */
export function partsOf(payment: Payment, draft: Draft, reckoning: Reckoning): readonly PaymentPart[] | null {
  if (reckoning.remainderMinor !== 0n) return null;
  const { items, rest } = draft;
  const found = items.map((item) => lineOf(payment, item, reckoning));
  if (found.includes(null)) return null;
  const lines = found.flatMap((line) => line ?? []);
  const keptMinor = sumOf(rest, 'write_off', reckoning.digits);
  if (keptMinor > 0n && (lines.length === 0 || new Set(items.map(({ customer }) => customer.id)).size > 1)) return null;
  const others = rest.flatMap((line): readonly (PaymentPart | null)[] => {
    const amount = normal(line.amount, reckoning.digits);
    const { use, customer, account } = line;
    if (use === 'leave' || use === 'write_off') return [];
    if (use === 'on_account' || use === 'advance')
      return [customer === null ? null : { use, customerId: customer.id, amount }];
    return [isAccount(account) ? { use: 'not_receivable', purpose: use, amount, ...otherAccount(account) } : null];
  });
  if (others.includes(null)) return null;
  const kept = keptMinor > 0n ? { overpaidWrittenOff: decimalOf(keptMinor, reckoning.digits) } : {};
  const ofItems: readonly PaymentPart[] = lines.length === 0 ? [] : [{ use: 'items', lines, ...kept }];
  const parts = [...ofItems, ...others.filter((part) => part !== null)];
  return parts.length === 0 ? null : parts;
}

/** Whether it is the number of an account, or empty: the usual one. */
export const isAccount = (typed: string): boolean => /^(?:\d{3,12})?$/.test(typed.trim());
export const otherAccount = (typed: string) => (typed.trim() === '' ? {} : { account: typed.trim() });

type Line = Extract<PaymentPart, { use: 'items' }>['lines'][number];

/** None for an item of which nothing is cleared: it may be there to be disputed. Null: something is not explained. */
function lineOf(payment: Payment, item: ChosenItem, { digits, shortMinor }: Reckoning): readonly Line[] | null {
  const { id: openItemId, residual, shortfall } = item;
  const itemDigits = digitsIn(residual);
  const short = clearShort(shortfall, item, shortMinor.get(openItemId) ?? 0n);
  if (short === null) return null;
  const { leftMinor, differences } = short;
  const cleared = (minorOf(residual, itemDigits) ?? 0n) - leftMinor;
  if (cleared === 0n) return [];
  const line = { openItemId, residual, cleared: decimalOf(cleared, itemDigits) };
  return [
    {
      ...line,
      ...(isForeign(payment, item) && { paid: normal(item.paid, digits) }),
      ...(differences.length > 0 && { differences: [...differences] }),
    },
  ];
}

export type DisputeToOpen = Readonly<{
  openItemId: string;
  /** What is then left of the item, and disputed, in its currency. */
  amount: string;
  category: DisputeReason['category'];
  reasonCode: string;
}>;

/** What is to be disputed once the payment is booked: it is about what is then left of the items. */
export const disputesOf = ({ items }: Draft, { shortMinor }: Reckoning): readonly DisputeToOpen[] =>
  items.flatMap((item) => {
    const { id, residual, shortfall } = item;
    const { short, cause } = shortfall;
    const left = clearShort(shortfall, item, shortMinor.get(id) ?? 0n)?.leftMinor ?? 0n;
    if (short !== 'dispute' || left === 0n) return [];
    const amount = decimalOf(left, digitsIn(residual));
    return [{ openItemId: id, amount, category: cause.category, reasonCode: cause.code }];
  });

/**
 * Units of the item's currency for one of the payment's, to four decimals, cut; null while it can't be told.
 */
export function rateOf(payment: Payment, item: ChosenItem): string | null {
  const digits = digitsIn(payment.unapplied.value);
  const [paid, pays] = [minorOf(item.paid, digits), minorOf(item.pays, digitsIn(item.residual))];
  if (!isForeign(payment, item) || paid === null || pays === null || paid <= 0n || pays <= 0n) return null;
  const rateDigits = 4;
  const scale = 10n ** BigInt(rateDigits + digits);
  return decimalOf((pays * scale) / (paid * 10n ** BigInt(digitsIn(item.residual))), rateDigits);
}

const sumOf = (rest: readonly RestLine[], use: RestUse, digits: number): bigint =>
  rest.reduce((sum, line) => (line.use === use ? sum + (minorOf(line.amount, digits) ?? 0n) : sum), 0n);

const normal = (typed: string, digits: number): string => decimalOf(minorOf(typed, digits) ?? 0n, digits);
