/** The standard normal quantile of a two-sided interval of 95 %. */
const quantile = 1.959963984540054;

/**
 * The lower end of Wilson's 95 % score interval for `successCount` of `trialCount`: what a precision may be held to
 * after so many trials. Unlike the plain rate it stays below 1 when nothing went wrong. Null without trials.
 *
 * @see E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209-212
 */
export function wilsonLow(successCount: number, trialCount: number): number | null {
  if (trialCount === 0) return null;
  const rate = successCount / trialCount;
  const square = quantile * quantile;
  const centre = rate + square / (2 * trialCount);
  const half = quantile * Math.sqrt((rate * (1 - rate)) / trialCount + square / (4 * trialCount * trialCount));
  return Math.max(0, (centre - half) / (1 + square / trialCount));
}
