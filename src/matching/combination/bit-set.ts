/**
 * Whether a sum can be made not at all, in one way, or in more: a bit for each sum that one set gives, another for each
 * that several give, and adding an item is a shift of both. The time is known beforehand, which branch and bound's is not.
 *
 * Items come smallest first. After each, only sums matter from which the rest can still reach the target.
 *
 * @see Bellman's recursion for subset sums, with 32 sums to a word; Hirschberg's halving to find the members.
 */
import type { Descending } from './descending.ts';

/** In words, with a zero word before the first so that a shift may read below it. */
let once = new Int32Array(1_024);
let more = new Int32Array(1_024);

const wordOf = (sum: number): number => Math.floor(sum / 32);
const lowestSum = (target: number, rest: number): number => Math.max(0, target - rest);

/** Words that {@link countWays} will shift. */
export function wordsNeeded(items: Descending, target: number): number {
  const total = items.rests[0] ?? 0;
  let words = 0;
  for (let rank = items.count - 1; rank >= 0; rank -= 1) {
    const reached = Math.min(target, items.rests[rank] ?? 0);
    const low = lowestSum(target, total - (items.rests[rank] ?? 0));
    words += Math.max(0, wordOf(reached) - wordOf(low) + 1);
  }
  return words;
}

function clear(target: number): void {
  const size = wordOf(target) + 2;
  if (size > once.length) {
    once = new Int32Array(size);
    more = new Int32Array(size);
  } else {
    once.fill(0, 0, size);
    more.fill(0, 0, size);
  }
  once[1] = 1;
}

const hasBit = (sums: Int32Array, sum: number): boolean => (((sums[wordOf(sum) + 1] ?? 0) >> (sum & 31)) & 1) === 1;

/** Adds an item to the sums between two words. Descending, since a word is read as it was before. */
function addToBoth(value: number, lowWord: number, highWord: number): void {
  const [ones, several] = [once, more];
  const shift = value & 31;
  const away = wordOf(value);
  const last = Math.max(lowWord, away);
  let one = ones[highWord + 1 - away] ?? 0;
  let two = several[highWord + 1 - away] ?? 0;
  for (let word = highWord + 1; word > last; word -= 1) {
    const oneBelow = ones[word - away - 1] ?? 0;
    const twoBelow = several[word - away - 1] ?? 0;
    // The part from the word below moves in two steps, since a shift by 32 is a shift by 0.
    const shiftedOnce = (one << shift) | ((oneBelow >>> 1) >>> (31 - shift));
    const shiftedMore = (two << shift) | ((twoBelow >>> 1) >>> (31 - shift));
    const before = ones[word] ?? 0;
    several[word] = (several[word] ?? 0) | shiftedMore | (before & shiftedOnce);
    ones[word] = before | shiftedOnce;
    one = oneBelow;
    two = twoBelow;
  }
}

/** In how many ways the target can be made, up to 2, meaning two or more. */
export function countWays(items: Descending, target: number): 0 | 1 | 2 {
  clear(target);
  const total = items.rests[0] ?? 0;
  for (let rank = items.count - 1; rank >= 0; rank -= 1) {
    const reached = Math.min(target, items.rests[rank] ?? 0);
    const low = lowestSum(target, total - (items.rests[rank] ?? 0));
    addToBoth(items.values[rank] ?? 0, wordOf(low), wordOf(reached));
  }
  if (hasBit(more, target)) return 2;
  return hasBit(once, target) ? 1 : 0;
}

/** Marks in `sums` what the items from `start` to `end` can make, up to the target. */
function markSums(sums: Int32Array, items: Descending, start: number, end: number, target: number): void {
  sums.fill(0, 0, wordOf(target) + 2);
  sums[1] = 1;
  let reached = 0;
  for (let rank = end - 1; rank >= start; rank -= 1) {
    const value = items.values[rank] ?? 0;
    reached = Math.min(target, reached + value);
    const shift = value & 31;
    const away = wordOf(value);
    for (let word = wordOf(reached) + 1; word > away; word -= 1) {
      const from = word - away;
      const shifted = ((sums[from] ?? 0) << shift) | (((sums[from - 1] ?? 0) >>> 1) >>> (31 - shift));
      sums[word] = (sums[word] ?? 0) | shifted;
    }
  }
}

/** The sum that the first half contributes: the one whose counterpart the second half can make. */
function sumOfFirstHalf(target: number): number {
  for (let word = 0; word <= wordOf(target); word += 1) {
    for (let bits = once[word + 1] ?? 0; bits !== 0; bits &= bits - 1) {
      const sum = word * 32 + 31 - Math.clz32(bits & -bits);
      if (sum <= target && hasBit(more, target - sum)) return sum;
    }
  }
  return -1;
}

/**
 * The ranks that make a target which can be made in one way only, after {@link countWays} said so. By halves: what each
 * contributes is one sum, so the next halves have half the work, and no table of sums is kept.
 */
export function onlyWay(items: Descending, target: number): readonly number[] {
  const ranks: number[] = [];
  const find = (start: number, end: number, missing: number): void => {
    if (missing === 0) return;
    if (end - start === 1) {
      ranks.push(start);
      return;
    }
    const middle = (start + end) >> 1;
    markSums(once, items, start, middle, missing);
    markSums(more, items, middle, end, missing);
    const first = sumOfFirstHalf(missing);
    find(start, middle, first);
    find(middle, end, missing - first);
  };
  find(0, items.count, target);
  return ranks;
}
