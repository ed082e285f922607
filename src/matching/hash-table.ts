/**
 * Open addressing over a flat Int32Array: each slot holds an entry number plus one (0 is free) and the key's tag.
 *
 * The table gives candidates: entries whose tag is equal. Whoever asks compares the real key before believing one.
 * A key shared by many entries is kept for the first few only. It names nothing by itself, and a ledger with 100,000
 * documents called `ACOMPTE 2026` must not turn every look-up into a walk along all of them.
 */

/** Slots per entry: at a load of two thirds a failed look-up sees about five slots, all in one or two cache lines. */
const slotsPerEntry = 1.5;
/** Entries kept for one key; a look-up that returns this many may have missed others. */
export const maximumEntriesPerKey = 8;

const nothing: readonly number[] = [];

/** Bytes of a table for that many entries. */
export const tableSizeBytes = (entryCount: number): number => (Math.ceil(entryCount * slotsPerEntry) + 1) * 8;

const firstSlot = (slots: Int32Array, place: number): number => (place >>> 0) % (slots.length >> 1);

/** Puts an entry under a key's two hashes. The order of insertion decides which entries a crowded key keeps. */
export function insertEntry(slots: Int32Array, place: number, tag: number, entry: number): void {
  const slotCount = slots.length >> 1;
  let slot = firstSlot(slots, place);
  let equalCount = 0;
  while (slots[slot * 2] !== 0) {
    if (slots[slot * 2 + 1] === tag) equalCount += 1;
    if (equalCount === maximumEntriesPerKey) return;
    slot = slot + 1 === slotCount ? 0 : slot + 1;
  }
  slots[slot * 2] = entry + 1;
  slots[slot * 2 + 1] = tag;
}

/** Entries under these hashes, in order of insertion; their keys are still to be compared. */
export function findEntries(slots: Int32Array, place: number, tag: number): readonly number[] {
  const slotCount = slots.length >> 1;
  let slot = firstSlot(slots, place);
  let found: number[] | null = null;
  for (let held = slots[slot * 2] ?? 0; held !== 0; held = slots[slot * 2] ?? 0) {
    if (slots[slot * 2 + 1] === tag) (found ??= []).push(held - 1);
    slot = slot + 1 === slotCount ? 0 : slot + 1;
  }
  return found ?? nothing;
}
