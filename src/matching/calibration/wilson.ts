/**
 * Wilson's 95 % score interval: how good a kind of reason may be held to be after so many outcomes. Only a square root
 * is needed, which every machine rounds alike; the exact interval of Clopper and Pearson needs logarithms, which none has to.
 *
 * @see E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209-212
 */

/** The standard normal quantile of a two-sided interval of 95 %, squared. */
const quantileSquared = 3.841458820694124;

type Interval = Readonly<{ low: number; high: number }>;

/**
 * The interval for the rate of `count` in `of`, both between 0 and 1; counts may be fractions. Nothing seen: 0 to 1.
 */
export function wilsonInterval(count: number, of: number): Interval {
  if (of <= 0) return { low: 0, high: 1 };
  const rate = count / of;
  const centre = rate + quantileSquared / (2 * of);
  const half = Math.sqrt(quantileSquared * ((rate * (1 - rate)) / of + quantileSquared / (4 * of * of)));
  const scale = 1 + quantileSquared / of;
  // At the ends rounding would leave a trace of what is exactly 0 or 1.
  return {
    low: count <= 0 ? 0 : Math.max(0, (centre - half) / scale),
    high: count >= of ? 1 : Math.min(1, (centre + half) / scale),
  };
}
