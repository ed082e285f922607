/** How many sets of some size would give a sum by chance: what a set that does give it is worth as evidence. */
import { commonDivisor } from './reduction.ts';

/** ln of n over k. */
export function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let step = 1; step <= k; step += 1) sum += Math.log((n - k + step) / step);
  return sum;
}

/** Steps on which prices tend to lie, in minor units, beside the divisor that all amounts share. */
const priceSteps = [1, 5, 10, 50, 100, 500, 1_000, 5_000, 10_000];

/** Coincidences among the amounts that are multiples of a step, as if their sums were spread normally over multiples. */
function onStep(amounts: Float64Array, length: number, size: number, step: number): number {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let place = 0; place < length; place += 1) {
    const amount = amounts[place] ?? 0;
    if (amount % step !== 0) continue;
    count += 1;
    sum += amount;
    squares += amount * amount;
  }
  if (count < size) return 0;
  const ways = Math.exp(logChoose(count, size));
  const deviation = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
  return Math.min(ways, (ways * step) / (deviation * Math.sqrt(2 * Math.PI * size)));
}

/**
 * Expected sets of `size` items that give the target by chance: C(n, k) · step / (σ · √(2πk)), where sums lie on
 * multiples of the step and spread by σ√k. The peak of the spread is taken, and the largest answer over the common
 * divisor and the usual steps of prices that divide the target: rather too many than too few. At most C(n, k); 0 when
 * the common divisor does not divide the target, and then no set gives it.
 *
 * @param amounts - the first `length` count: safe integers, not zero.
 * @param size - members of the set, from 1 to `length`.
 */
export function expectedCoincidences(amounts: Float64Array, length: number, size: number, target: number): number {
  if (length < size || size < 1) return 0;
  const divisor = commonDivisor(amounts, length);
  if (target % divisor !== 0) return 0;
  let most = 0;
  for (const priceStep of priceSteps) {
    const step = priceStep * divisor;
    if (target % step === 0) most = Math.max(most, onStep(amounts, length, size, step));
  }
  return most;
}
