/** What the searches are compared with: every set of a few items, by trying all of them. */
import { compareSets } from '../../../src/matching/combination/combinations.ts';

/** All sets whose amounts add up to the target, in order. For up to some 16 items. */
export function everySet(amounts: ArrayLike<number>, target: number): readonly (readonly number[])[] {
  const places = Array.from(amounts, (_, place) => place);
  const found: (readonly number[])[] = [];
  for (let bits = 1; bits < 2 ** places.length; bits += 1) {
    let sum = 0;
    for (const place of places) if ((bits >> place) & 1) sum += amounts[place] ?? 0;
    if (sum === target) found.push(places.filter((place) => (bits >> place) & 1));
  }
  return found.toSorted(compareSets);
}

/** Uniform in [0, 1), from a 32-bit seed: a plain linear congruence mixed once. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    return ((mixed ^ (mixed >>> 12)) >>> 0) / 4_294_967_296;
  };
}
