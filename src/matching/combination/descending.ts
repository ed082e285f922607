/** The items of a reduced problem, largest first: what lets a search see early that the rest cannot reach a sum. */
import type { Reduction } from './reduction.ts';

export type Descending = Readonly<{
  count: number;
  values: Float64Array;
  /** Where each stands in the amounts. */
  places: Int32Array;
  /** The sum of the values from each rank on, and 0 behind the last. */
  rests: Float64Array;
}>;

let order = new Int32Array(64);
let values = new Float64Array(64);
let places = new Int32Array(64);
let rests = new Float64Array(65);

/** Sorts a reduced problem; valid until the next one. */
export function descending(reduction: Reduction): Descending {
  const { count } = reduction;
  if (count > order.length) {
    order = new Int32Array(count * 2);
    values = new Float64Array(count * 2);
    places = new Int32Array(count * 2);
    rests = new Float64Array(count * 2 + 1);
  }
  const view = order.subarray(0, count);
  for (let index = 0; index < count; index += 1) view[index] = index;
  view.sort((a, b) => (reduction.values[b] ?? 0) - (reduction.values[a] ?? 0) || a - b);
  rests[count] = 0;
  for (let rank = count - 1; rank >= 0; rank -= 1) {
    const index = view[rank] ?? 0;
    values[rank] = reduction.values[index] ?? 0;
    places[rank] = reduction.places[index] ?? 0;
    rests[rank] = (rests[rank + 1] ?? 0) + (values[rank] ?? 0);
  }
  return { values, places, rests, count };
}
