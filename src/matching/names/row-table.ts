/**
 * Rows by a hash of what they have in common: one slot for all rows of one hash, the others chained behind the first.
 * So 10,000 rows called alike cost one step each and never crowd the slots.
 */
import { sharedUint32, slotCountFor } from './word-table.ts';

/** Rows plus one: the first row in the slot, and for each row the next of the same hash, ascending; 0 ends. */
export type RowTable = Readonly<{ slots: Uint32Array<SharedArrayBuffer>; next: Uint32Array<SharedArrayBuffer> }>;

export const noRow = -1;

export function rowTableOf(rowCount: number, hashOf: (row: number) => number): RowTable {
  const slots = sharedUint32(slotCountFor(rowCount));
  const next = sharedUint32(rowCount);
  const hashes = new Int32Array(rowCount);
  // From behind, so that the rows of a chain ascend.
  for (let row = rowCount - 1; row >= 0; row -= 1) {
    hashes[row] = hashOf(row);
    let slot = (hashes[row] ?? 0) & (slots.length - 1);
    for (let held = slots[slot] ?? 0; held !== 0 && hashes[held - 1] !== hashes[row]; held = slots[slot] ?? 0)
      slot = (slot + 1) & (slots.length - 1);
    next[row] = slots[slot] ?? 0;
    slots[slot] = row + 1;
  }
  return { slots, next };
}

/** The first row of this hash, or {@link noRow}. `hashOf` is that of the build. */
export function firstRow({ slots }: RowTable, hash: number, hashOf: (row: number) => number): number {
  let slot = hash & (slots.length - 1);
  for (let held = slots[slot] ?? 0; held !== 0; held = slots[slot] ?? 0) {
    if ((hashOf(held - 1) | 0) === (hash | 0)) return held - 1;
    slot = (slot + 1) & (slots.length - 1);
  }
  return noRow;
}

export const nextRow = ({ next }: RowTable, row: number): number => (next[row] ?? 0) - 1;
