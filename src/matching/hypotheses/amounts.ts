/** What an amount says about a set of items: exact, or less by something that can be named. */
import { exponentOf, type CurrencyCode } from '../../domain/currency.ts';
import type { Situation } from '../situation.ts';
import type { AmountClass, DraftLine } from './draft.ts';

/** Days after its last day on which payers still deduct a discount. */
const discountGraceDays = 5;
/** Minor units that may be lost to rounding. */
const largestRounding = 50;
/** Minor units that banks take on the way. */
const largestFee = 5_000;
/** Share by which a rate may differ from the day's. */
const rateTolerance = 0.02;
const retentionShare = 0.05;

export type Evaluation = Readonly<{ amountClass: AmountClass; lines: readonly DraftLine[] }>;

/** Few open items of the whole ledger have this amount. */
export function isRareAmount({ partition, amount }: Situation): boolean {
  const [from, to] = partition.amountRange(amount);
  return to - from <= 2;
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
  const { amount, isCrossBorder } = situation;
  if (missing > 0 && missing === discountOf(situation, items)) return 'discount';
  if (
    missing > 0 &&
    missing === shareOf(sum, retentionShare * 10_000) &&
    sum === amount + missing &&
    situation.numbers.words !== 0 &&
    saysRetention(situation)
  )
    return 'retention';
  if (Math.abs(missing) <= largestRounding && Math.abs(missing) * 50 < sum) return 'rounding';
  if (isCrossBorder && missing > 0 && missing <= largestFee && missing * 4 < sum) return 'fee';
  return null;
}

const saysRetention = ({ numbers }: Situation): boolean => (numbers.words & (1 << 17)) !== 0;

/** Minor units that the discounts of these items come to on the day of the payment. */
export function discountOf({ residuals, partition, day }: Situation, items: readonly number[]): number {
  const { itemDiscounts, itemDiscountDays } = partition.columns;
  let discount = 0;
  for (const item of items)
    if ((itemDiscounts[item] ?? 0) > 0 && day <= (itemDiscountDays[item] ?? 0) + discountGraceDays)
      discount += shareOf(residuals[item] ?? 0, itemDiscounts[item] ?? 0);
  return discount;
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
  return Math.abs(amount / (sum * rate * scale) - 1) <= rateTolerance ? { amountClass: 'exchange', lines } : null;
}

/** Credit notes in full, then the rest in the order given, until the payment is used up. */
function clearInOrder({ residuals, amount }: Situation, items: readonly number[]): readonly DraftLine[] {
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
