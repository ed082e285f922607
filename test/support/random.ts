/** Random numbers that a seed repeats: a failure prints its seed, and the seed brings it back. */
import { createHash } from 'node:crypto';

export type Random = Readonly<{
  /** A whole number from 0 to below the bound. */
  below: (bound: number) => number;
  pick: <T>(from: readonly T[]) => T;
  shuffled: <T>(list: readonly T[]) => T[];
  bytes: (length: number) => Uint8Array;
}>;

/** Of this run: `SEED`, or one of its own. */
export const runSeed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** sfc32, seeded by the SHA-256 of the text. @see http://pracrand.sourceforge.net/RNG_engines.txt */
export function random(seed: string): Random {
  const seeded = createHash('sha256').update(seed).digest();
  const state = Uint32Array.from({ length: 4 }, (_, index) => seeded.readUInt32LE(index * 4));
  const next = (): number => {
    const [a = 0, b = 0, c = 0, counter = 0] = state;
    const sum = (a + b + counter) >>> 0;
    state[3] = counter + 1;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    return sum;
  };
  const below = (bound: number): number => Math.floor((next() / 0x1_0000_0000) * bound);
  return {
    below,
    pick(from) {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new Error('there is nothing to pick from');
      return picked;
    },
    shuffled(list) {
      const mixed = [...list];
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = below(last + 1);
        const [left, right] = [mixed[last], mixed[other]];
        if (left === undefined || right === undefined) continue;
        mixed[last] = right;
        mixed[other] = left;
      }
      return mixed;
    },
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  };
}
