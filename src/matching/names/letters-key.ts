/** A name's letters without what parted its words: `HOTEL LAURENT` and `HOTELLAURENT` are the same. */
import { hashWord } from './word-table.ts';
import { isUmlautEnding } from './word-kinds.ts';

export type Letters = Readonly<{
  clear(): void;
  append(bytes: Uint8Array, start: number, end: number): void;
  equals(other: Letters): boolean;
  hash(): number;
  /** What was appended, valid until the next change. */
  view(): Uint8Array;
}>;

/** Letters behind this many are left out, in every name alike. */
const mostLetters = 1_024;

/** Letters collected in one array that is reused. */
export function lettersBuffer(): Letters {
  const held = new Uint8Array(mostLetters);
  let used = 0;
  return {
    clear: () => {
      used = 0;
    },
    append: (bytes, start, end) => {
      for (let at = start; at < end && used < mostLetters; at += 1) {
        const unit = bytes[at] ?? 0;
        // `AUTO ECOLE`: where two words meet, an `E` goes as it goes from `AUTOECOLE`.
        if (used > 0 && isUmlautEnding(held[used - 1] ?? 0, unit)) continue;
        held[used] = unit;
        used += 1;
      }
    },
    equals: (other) => {
      const theirs = other.view();
      if (theirs.length !== used) return false;
      for (let at = 0; at < used; at += 1) if (theirs[at] !== held[at]) return false;
      return true;
    },
    hash: () => hashWord(held, 0, used),
    view: () => held.subarray(0, used),
  };
}
