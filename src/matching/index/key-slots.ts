/**
 * Open addressing over a flat Int32Array: each slot is a key's hash and a row plus one (0 is free). The table gives
 * candidates; whoever asks compares the real key. A key that many rows share is kept for the first few only.
 */
import { rowsPerKey } from './columns.ts';

export const slotsFor = (entryCount: number): number => Math.ceil(entryCount * 1.5) + 1;

/** Enters a row under a hash. The order of insertion decides which rows a crowded key keeps. */
export function insertKey(slots: Int32Array, hash: number, row: number): void {
  const count = slots.length >>> 1;
  let equal = 0;
  for (let slot = (hash >>> 0) % count; ; slot = slot + 1 === count ? 0 : slot + 1) {
    if (slots[slot * 2 + 1] === 0) {
      slots[slot * 2] = hash;
      slots[slot * 2 + 1] = row + 1;
      return;
    }
    if (slots[slot * 2] !== hash) continue;
    equal += 1;
    if (equal === rowsPerKey) return;
  }
}

/** Writes the rows under a hash into `found`, in order of insertion; returns how many. */
export function findKey(slots: Int32Array, hash: number, found: Int32Array): number {
  const count = slots.length >>> 1;
  let size = 0;
  for (let slot = (hash >>> 0) % count; slots[slot * 2 + 1] !== 0; slot = slot + 1 === count ? 0 : slot + 1) {
    if (slots[slot * 2] !== hash) continue;
    found[size] = (slots[slot * 2 + 1] ?? 0) - 1;
    size += 1;
    if (size === rowsPerKey) break;
  }
  return size;
}
