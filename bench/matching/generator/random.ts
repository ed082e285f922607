/**
 * Numbers that only look random: the same seed gives the same benchmark on every machine.
 *
 * Everything that is drawn is drawn from one of these: nothing in the generator uses `Math.random` or the clock.
 */

/** A weight and what it stands for; weights need not add up to anything. */
export type Weighted<T> = readonly [weight: number, value: T];

export type Random = Readonly<{
  /** Uniform in [0, 1), 32 bits. */
  unit(): number;
  /** An integer from 0 to `limit` - 1; `limit` ≥ 1. */
  below(limit: number): number;
  /** An integer from `least` to `most`, both included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  /** @throws RangeError of an empty list: a bug of ours. */
  pick<T>(from: readonly T[]): T;
  weighted<T>(from: readonly Weighted<T>[]): T;
  /** `count` different elements in random order; all of them when there are fewer. */
  sample<T>(from: readonly T[], count: number): T[];
  /** Around 0, between -3 and 3, bell-shaped (sum of six uniforms, deviation √½). */
  bell(): number;
  /** `count` decimal digits. */
  digits(count: number): string;
  /** Another sequence of numbers, the same for the same label, whatever is drawn from this one. */
  fork(label: string): Random;
}>;

/** FNV-1a, to make a seed of a label. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Uniform in [0, 1) from two 32-bit seeds: sfc32, warmed up. */
function sfc32(first: number, second: number): () => number {
  let a = first | 0;
  let b = second | 0;
  let c = (first ^ 0x9e3779b9) | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 16; round += 1) next();
  return next;
}

/** @param seed - an unsigned 32-bit integer. */
export function randomFrom(seed: number, label = 'root'): Random {
  const unit = sfc32(seed, hashOf(label));
  const below = (limit: number): number => Math.floor(unit() * limit);

  function pick<T>(from: readonly T[]): T {
    const index = below(from.length);
    if (index >= from.length) throw new RangeError('nothing to pick from');
    return from[index] as T;
  }

  function weighted<T>(from: readonly Weighted<T>[]): T {
    let left = unit() * from.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, value] of from) {
      left -= weight;
      if (left < 0) return value;
    }
    const last = from.at(-1);
    if (last === undefined) throw new RangeError('nothing to weigh');
    return last[1];
  }

  function sample<T>(from: readonly T[], count: number): T[] {
    const pool = [...from];
    const size = Math.min(count, pool.length);
    for (let index = 0; index < size; index += 1) {
      const other = index + below(pool.length - index);
      [pool[index], pool[other]] = [pool[other] as T, pool[index] as T];
    }
    return pool.slice(0, size);
  }

  return {
    unit,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => unit() < probability,
    pick,
    weighted,
    sample,
    bell: () => unit() + unit() + unit() + unit() + unit() + unit() - 3,
    digits: (count) => Array.from({ length: count }, () => String(below(10))).join(''),
    fork: (other) => randomFrom(seed, `${label}/${other}`),
  };
}
