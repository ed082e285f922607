/** Numbers that look random and are the same on every run: the demo files must come out byte for byte alike. */
export type RandomSource = Readonly<{
  /** A whole number from 0 to `bound` - 1. */
  below(bound: number): number;
  between(least: number, most: number): number;
  chance(perMille: number): boolean;
  pick<T>(values: readonly T[]): T;
  digits(count: number): string;
}>;

/** @see Tommy Ettinger's mulberry32, a public-domain generator of 32 bits. */
export function randomSource(seed: number): RandomSource {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (bound: number): number => next() % bound;
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (perMille) => below(1_000) < perMille,
    pick(values) {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    },
    digits: (count) => Array.from({ length: count }, () => String(below(10))).join(''),
  };
}
