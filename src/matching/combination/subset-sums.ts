/** All sums of a few amounts above zero, ascending, each with its set as bits: what both exact searches look up. */

export type SubsetSums = {
  /** How many there are: the empty set is one of them. */
  size: number;
  /** Ascending, the first `size`; equal sums of different sets stand beside each other. */
  sums: Float64Array;
  sets: Int32Array;
};

export const emptySums = (itemCount: number): SubsetSums => ({
  size: 0,
  sums: new Float64Array(2 ** itemCount),
  sets: new Int32Array(2 ** itemCount),
});

let spare = emptySums(12);

/** Merges the sums without an item and those with it: both are ascending, so is what comes out. */
function merge({ size, sums, sets }: SubsetSums, value: number, bit: number, most: number, into: SubsetSums): void {
  const { sums: intoSums, sets: intoSets } = into;
  let without = 0;
  let withItem = 0;
  let out = 0;
  while (withItem < size) {
    const sumWith = (sums[withItem] ?? 0) + value;
    const sumWithout = without < size ? (sums[without] ?? 0) : Infinity;
    if (sumWithout <= sumWith) {
      intoSums[out] = sumWithout;
      intoSets[out] = sets[without] ?? 0;
      without += 1;
    } else {
      if (sumWith > most) break;
      intoSums[out] = sumWith;
      intoSets[out] = (sets[withItem] ?? 0) | bit;
      withItem += 1;
    }
    out += 1;
  }
  into.size = out;
}

/**
 * Fills `into` with the sums of the values from `start` to `end`, as far as they are at most `most`. The first value has
 * the bit `highestBit`, the next the one below.
 */
export function fillSums(
  into: SubsetSums,
  values: Float64Array,
  items: Readonly<{ start: number; end: number; highestBit: number; most: number }>,
): void {
  if (spare.sums.length < into.sums.length) spare = { size: 0, sums: into.sums.slice(), sets: into.sets.slice() };
  into.size = 1;
  into.sums[0] = 0;
  into.sets[0] = 0;
  for (let index = items.start; index < items.end; index += 1) {
    merge(into, values[index] ?? 0, 1 << (items.highestBit - (index - items.start)), items.most, spare);
    const { sums, sets } = into;
    into.size = spare.size;
    into.sums = spare.sums;
    into.sets = spare.sets;
    spare.sums = sums;
    spare.sets = sets;
  }
}

/** The first place whose sum is not below the one asked for. */
export function placeOfSum({ sums, size }: SubsetSums, sum: number): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < sum) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the sums equal to the one at `place` end, in the direction of `step`. */
export function endOfEqual({ sums, size }: SubsetSums, place: number, step: 1 | -1): number {
  const sum = sums[place];
  let end = place + step;
  while (end >= 0 && end < size && sums[end] === sum) end += step;
  return end;
}
