/**
 * The early-payment discount of a seller: what it costs, and the VAT that comes back with it. Pure.
 *
 * A discount of 24.00 on a document of one rate of 20 % is 20.00 on 665 and 4.00 on 44571. The tax is rounded, the rest is the
 * cost: never both. A document of several rates is split by what it totals at each, tax included. `gross` leaves the tax
 * alone, which is lawful when the invoice says so. It is a discount only until its day and up to its rate: what is kept
 * back later or beyond is a short payment, to be disputed or written off.
 *
 * @see CGI art. 267, II-1° (discounts are not taxed); Code de commerce art. L441-9 (the terms stand on the invoice)
 */
import type { LocalDate } from '../../domain/local-date.ts';
import type { VatShare } from '../../domain/open-item.ts';
import { splitByWeight, divideHalfUp } from './rounding.ts';

export type DiscountSplit = Readonly<{
  netMinor: bigint;
  /** By rate, in the order given; rates without tax left out. */
  taxes: readonly Readonly<{ rateBp: number; taxMinor: bigint }>[];
}>;

/** @param shares - of the document by VAT rate: one or more, of a sum > 0. */
export function splitDiscount(discountMinor: bigint, shares: readonly VatShare[]): DiscountSplit {
  const parts = splitByWeight(
    discountMinor,
    shares.map(({ grossMinor }) => grossMinor),
  );
  const taxes = shares
    .map(({ rateBp }, index) => ({ rateBp, taxMinor: taxIn(parts[index] ?? 0n, rateBp) }))
    .filter(({ taxMinor }) => taxMinor > 0n);
  return { netMinor: taxes.reduce((rest, { taxMinor }) => rest - taxMinor, discountMinor), taxes };
}

/** The tax inside an amount that includes it, half up. */
const taxIn = (grossMinor: bigint, rateBp: number): bigint =>
  divideHalfUp(grossMinor * BigInt(rateBp), 10_000n + BigInt(rateBp));

export type DiscountTerms = Readonly<{
  amountMinor: bigint;
  discountBp: number | null;
  discountUntil: LocalDate | null;
}>;

/** The most that the terms of the document allow, rounded up. 0: it has none. */
export const largestDiscount = ({ amountMinor, discountBp }: Omit<DiscountTerms, 'discountUntil'>): bigint =>
  (amountMinor * BigInt(discountBp ?? 0) + 9_999n) / 10_000n;

export const isLate = ({ discountUntil }: DiscountTerms, paidOn: LocalDate): boolean =>
  discountUntil === null || paidOn > discountUntil;
