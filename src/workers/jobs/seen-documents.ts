/** Which documents a file named already: some twenty bytes each, where a set of their names would take a hundred. */
import { hash } from 'node:crypto';

type SeenDocuments = Readonly<{
  /** Notes the document. @returns whether it is the first time. */
  isFirst(customerCode: string, kind: string, documentNumber: string): boolean;
}>;

/** Open addressing: at most half of the slots are taken. */
export function seenDocuments(): SeenDocuments {
  let slots = new BigUint64Array(1 << 12);
  let count = 0;

  /** The slot of the key, or the empty one where it belongs. */
  const slotOf = (key: bigint, among: BigUint64Array): number => {
    let slot = Number(BigInt.asUintN(32, key)) & (among.length - 1);
    while (among[slot] !== 0n && among[slot] !== key) slot = (slot + 1) & (among.length - 1);
    return slot;
  };
  const grow = () => {
    const larger = new BigUint64Array(slots.length * 2);
    for (const key of slots) if (key !== 0n) larger[slotOf(key, larger)] = key;
    slots = larger;
  };

  return {
    isFirst(customerCode, kind, documentNumber) {
      const name = JSON.stringify([customerCode, kind, documentNumber]);
      // 64 bits of a SHA-256: two of a million documents share them in one of 40 million files. 0 is an empty slot.
      const key = hash('sha256', name, 'buffer').readBigUInt64LE() || 1n;
      const slot = slotOf(key, slots);
      if (slots[slot] === key) return false;
      slots[slot] = key;
      count += 1;
      if (count * 2 > slots.length) grow();
      return true;
    },
  };
}
