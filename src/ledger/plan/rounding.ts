/** Shares of whole minor units, each rounding by its name. Pure; all amounts are ≥ 0 unless it says otherwise. */

/** The nearest whole number; a half goes up. `divisor` > 0. */
export const divideHalfUp = (dividend: bigint, divisor: bigint): bigint => (dividend * 2n + divisor) / (divisor * 2n);

/** `part` of `whole` of the amount, half up. */
export const shareOf = (amountMinor: bigint, part: bigint, whole: bigint): bigint =>
  divideHalfUp(amountMinor * part, whole);

/** Splits by weight, each part rounded down; what is left over goes to the greatest weight, the first of equals. */
export function splitByWeight(amountMinor: bigint, weights: readonly bigint[]): readonly bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n) throw new Error('nothing to split by');
  const parts = weights.map((weight) => (amountMinor * weight) / total);
  const rest = amountMinor - parts.reduce((sum, part) => sum + part, 0n);
  const greatest = weights.reduce((best, weight, index) => (weight > (weights[best] ?? 0n) ? index : best), 0);
  return parts.map((part, index) => (index === greatest ? part + rest : part));
}
