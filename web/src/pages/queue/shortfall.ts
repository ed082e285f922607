/**
 * What is not paid of an item, and what becomes of it: parts that are named with their amounts, and one choice for the
 * rest. Simple by default: no parts, and the choice is about all of it. Pure; amounts are minor units of the item.
 */
import { decimalOf, digitsIn, minorOf } from '../../money.ts';
import type { DisputeReason, PaymentPart } from '../../types.ts';

const clearing = ['discount', 'late_discount', 'bank_charge', 'write_off', 'retention'] as const;
/** What clears a part of an item without having been paid. */
export const clearings: readonly Clearing[] = clearing;
export type Clearing = (typeof clearing)[number];

/** What becomes of the rest of an item; `leave` and `dispute` clear nothing. */
export const shorts = ['leave', ...clearing, 'dispute'] as const;
export type Short = (typeof shorts)[number];

export type ShortPart = Readonly<{
  id: number;
  as: Clearing;
  /** As typed, in the currency of the item. */
  amount: string;
}>;

export type Shortfall = Readonly<{
  parts: readonly ShortPart[];
  /** Of what no part takes. */
  short: Short;
  /** Of a discount: the tax stays as the invoice says it. */
  keepsTax: boolean;
  /** Of a retention: the day as typed, `YYYY-MM-DD`. */
  keptUntil: string;
  cause: Pick<DisputeReason, 'category' | 'code'>;
}>;

type Line = Extract<PaymentPart, { use: 'items' }>['lines'][number];
type Difference = NonNullable<Line['differences']>[number];

/** @param bookingDate - of the payment: a guarantee is usually kept for a year. */
export const noShortfall = (hasVat: boolean, bookingDate: string): Shortfall => ({
  parts: [],
  short: 'leave',
  keepsTax: !hasVat,
  keptUntil: yearAfter(bookingDate),
  cause: { category: 'A', code: 'price' },
});

const yearAfter = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(year) + 1}-${month}-${month === '02' && date === '29' ? '28' : date}`;
};

/** What of the missing amount no part takes; null while a part can't be read, or they take more. */
export function restOf({ parts }: Shortfall, missingMinor: bigint, digits: number): bigint | null {
  let rest = missingMinor;
  for (const { amount } of parts) {
    const minor = minorOf(amount, digits);
    if (minor === null || minor <= 0n) return null;
    rest -= minor;
  }
  return rest < 0n ? null : rest;
}

export type ClearedShort = Readonly<{
  /** Not cleared: it stays open, or is disputed. */
  leftMinor: bigint;
  differences: readonly Difference[];
}>;

/** @returns null while something is not explained. */
export function clearShort(
  shortfall: Shortfall,
  item: Readonly<{ residual: string }>,
  missingMinor: bigint,
): ClearedShort | null {
  const digits = digitsIn(item.residual);
  const rest = restOf(shortfall, missingMinor, digits);
  if (rest === null) return null;
  const { parts, short } = shortfall;
  const named = parts.map(({ as, amount }) =>
    differenceOf(shortfall, as, decimalOf(minorOf(amount, digits) ?? 0n, digits)),
  );
  const isLeft = rest === 0n || short === 'leave' || short === 'dispute';
  const differences = isLeft ? named : [...named, differenceOf(shortfall, short, decimalOf(rest, digits))];
  const isDated = /^\d{4}-\d{2}-\d{2}$/.test(shortfall.keptUntil);
  if (!isDated && differences.some(({ as }) => as === 'retention')) return null;
  return { leftMinor: isLeft ? rest : 0n, differences };
}

function differenceOf({ keepsTax, keptUntil }: Shortfall, as: Clearing, amount: string): Difference {
  if (as === 'discount' || as === 'late_discount')
    return { as: 'discount', amount, vat: keepsTax ? 'gross' : 'net', ...(as === 'late_discount' && { late: true }) };
  return as === 'retention' ? { as, amount, dueDate: keptUntil } : { as, amount };
}
