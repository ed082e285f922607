/** What documents come to: price lists, subscriptions, and amounts like any other. Minor units. */
import type { Random } from './random.ts';

/** Some forty prices with tax that recur: `119.88`, `240.00`, `1,499.00`. */
export function inventPrices(random: Random): readonly number[] {
  return Array.from({ length: random.between(25, 60) }, () => {
    const net = random.weighted<() => number>([
      [30, () => 100 * random.between(10, 90)],
      [30, () => 1_000 * random.between(5, 80)],
      [25, () => 1_000 * random.between(1, 30) - 10],
      [15, () => 10_000 * random.between(2, 60) - 100],
    ])();
    return random.chance(0.7) ? Math.round(net * 1.2) : net;
  });
}

/** Bell-shaped in its logarithm: half between EUR 290 and 1,500, one in a hundred above EUR 11,000. */
export function inventAmount(random: Random): number {
  const minor = Math.exp(11.1 + 1.75 * random.bell());
  const taxed = Math.max(350, Math.round(minor));
  return random.chance(0.12) ? Math.ceil(taxed / 1_000) * 1_000 : taxed;
}

/** The part of an amount, rounded half up, minor units. */
export const percentOf = (amount: number, percent: number): number => Math.floor((amount * percent * 10 + 500) / 1_000);
