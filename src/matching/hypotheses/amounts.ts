/** What an amount says about a set of items: exact, or less by something that can be named. */
import { exponentOf, type CurrencyCode } from '../../domain/currency.ts';
import type { Situation } from '../situation.ts';
import { says } from '../text/numbers.ts';
import { wordClass } from '../text/word-classes.ts';
import type { AmountClass, DraftLine } from './draft.ts';

/** Days after its last day on which payers still deduct a discount. */
const discountGraceDays = 5;
/** Minor units that may be lost to rounding. */
export const largestRounding = 50;
/** Minor units that banks take on the way. */
const largestFee = 5_000;
/** Share by which a rate may differ from the day's. */
const rateTolerance = 0.02;
const retentionBp = 500;

export type Evaluation = Readonly<{
  amountClass: AmountClass;
  lines: readonly DraftLine[];
  /** As many units were paid as the items have of another currency: somebody may have taken one for the other. */
  isAtPar?: boolean;
}>;

/** Minor units whose multiples people pay on account. */
const roundMinor = 10_000;

export const isRoundAmount = ({ amount }: Situation): boolean => amount % roundMinor === 0;

/** Few open items of the whole ledger have this amount. */
export function isRareAmount({ partition, amount }: Situation): boolean {
  const [from, to] = partition.amountRange(amount);
  return to - from <= 2;
}

/** Items of this amount that are expected among those of all whom the payer may be, below which one is no coincidence. */
const mostExpected = 0.1;
/** Names that are compared: where as many fit, there may be more. */
const mostWhoFit = 15;

/** Of all whom the payer may be, hardly anyone would owe just this amount by chance: nobody else, or few, owe it. */
export function isUncommonAmount({ partition, amount, payer: { candidates, alike } }: Situation): boolean {
  if (candidates.length + alike.length > mostWhoFit) return false;
  const { customerItemStarts, customerOpenEnds, amountRows } = partition.columns;
  let owed = 0;
  for (const customer of [...candidates.map((candidate) => candidate.customer), ...alike])
    owed += (customerOpenEnds[customer] ?? 0) - (customerItemStarts[customer] ?? 0);
  const [from, to] = partition.amountRange(amount);
  return (to - from - 1) * owed < mostExpected * amountRows.length;
}

/** Half up, on positive minor units. */
const shareOf = (amount: number, basisPoints: number): number => Math.floor((amount * basisPoints) / 10_000 + 0.5);

export const sumOf = (residuals: Float64Array, items: readonly number[]): number => {
  let sum = 0;
  for (const item of items) sum += residuals[item] ?? 0;
  return sum;
};

const wholeLines = (residuals: Float64Array, items: readonly number[]): DraftLine[] =>
  items.map((item) => ({ item, cleared: Math.abs(residuals[item] ?? 0) }));

/**
 * How the payment settles these items, or null when it does not: nothing to pay, or money of other currencies.
 *
 * @param items - rows with something left, ascending (oldest first within a customer).
 */
export function evaluate(situation: Situation, items: readonly number[]): Evaluation | null {
  const { residuals, amount, partition, currency } = situation;
  if (items.length === 0) return null;
  const { itemCurrencies } = partition.columns;
  let foreign = 0;
  for (const item of items) if (itemCurrencies[item] !== currency) foreign += 1;
  if (foreign > 0) return foreign === items.length ? evaluateForeign(situation, items) : null;
  const sum = sumOf(residuals, items);
  if (sum <= 0) return null;
  if (sum === amount) return { amountClass: 'exact', lines: wholeLines(residuals, items) };
  const missing = sum - amount;
  const whole = wholeClassOf(situation, items, sum, missing);
  // What is withheld as a guarantee stays owed.
  if (whole === 'retention') return { amountClass: whole, lines: clearInOrder(situation, items) };
  if (whole !== null) return { amountClass: whole, lines: wholeLines(residuals, items) };
  if (missing < 0) return { amountClass: 'over', lines: wholeLines(residuals, items) };
  return { amountClass: items.length === 1 ? 'partial' : 'short', lines: clearInOrder(situation, items) };
}

/** Differences that settle the items all the same. */
function wholeClassOf(
  situation: Situation,
  items: readonly number[],
  sum: number,
  missing: number,
): AmountClass | null {
  const { isCrossBorder } = situation;
  if (missing > 0 && missing === discountOf(situation, items)) return 'discount';
  if (missing === shareOf(sum, retentionBp) && says(situation.numbers, wordClass.retention)) return 'retention';
  if (Math.abs(missing) <= largestRounding && Math.abs(missing) * 50 < sum) return 'rounding';
  if (isCrossBorder && missing > 0 && missing <= largestFee && missing * 4 < sum) return 'fee';
  return null;
}

/** Minor units that the discounts of these items come to on the day of the payment. */
export function discountOf({ residuals, partition, day }: Situation, items: readonly number[]): number {
  const { itemDiscounts, itemDiscountDays } = partition.columns;
  let discount = 0;
  for (const item of items)
    if ((itemDiscounts[item] ?? 0) > 0 && day <= (itemDiscountDays[item] ?? 0) + discountGraceDays)
      discount += shareOf(residuals[item] ?? 0, itemDiscounts[item] ?? 0);
  return discount;
}

/** Does a discount of these items count that the day of the payment comes too late for? Payers deduct it all the same. */
export function isDiscountLate({ partition, day }: Situation, items: readonly number[]): boolean {
  const { itemDiscounts, itemDiscountDays } = partition.columns;
  return items.some((item) => {
    const last = itemDiscountDays[item] ?? 0;
    return (itemDiscounts[item] ?? 0) > 0 && day > last && day <= last + discountGraceDays;
  });
}

/** An item in another currency: by what the payer ordered, or by the day's rate. */
function evaluateForeign(situation: Situation, items: readonly number[]): Evaluation | null {
  const { residuals, payment, partition, amount } = situation;
  const { itemCurrencies, currencies } = partition.columns;
  const currency = currencies[itemCurrencies[items[0] ?? 0] ?? 0] ?? '';
  if (items.some((item) => currencies[itemCurrencies[item] ?? 0] !== currency)) return null;
  const sum = sumOf(residuals, items);
  const lines = wholeLines(residuals, items);
  if (sum <= 0) return null;
  const { instructed } = payment;
  if (instructed !== null && instructed.currency === currency)
    return Number(instructed.minor) === sum ? { amountClass: 'exchange', lines } : null;
  const rate = partition.rateOf(currency, payment.currency);
  if (rate === null) return null;
  // The rate is for units; minor units of the two currencies may be of other sizes.
  const scale = 10 ** (exponentOf(payment.currency) - exponentOf(currency as CurrencyCode));
  if (Math.abs(amount / (sum * rate * scale) - 1) <= rateTolerance) return { amountClass: 'exchange', lines };
  return amount === sum * scale ? { amountClass: 'exchange', lines, isAtPar: true } : null;
}

/** Credit notes in full, then the rest in the order given, until the payment is used up. */
export function clearInOrder({ residuals, amount }: Situation, items: readonly number[]): readonly DraftLine[] {
  let left = amount;
  for (const item of items) if ((residuals[item] ?? 0) < 0) left -= residuals[item] ?? 0;
  const lines: DraftLine[] = [];
  for (const item of items) {
    const residual = residuals[item] ?? 0;
    const cleared = residual < 0 ? -residual : Math.min(residual, left);
    if (residual > 0) left -= cleared;
    if (cleared > 0) lines.push({ item, cleared });
  }
  return lines;
}
