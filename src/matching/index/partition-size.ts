import type { PartitionMeasure } from '../../domain/partition.ts';
import { slotsFor } from './key-slots.ts';

/** Columns of an item, texts and keys apart, and its place by amount. */
const itemRowBytes = 61 + 12;
const textsPerItem = 3;
const keysPerItem = 5;
const slotBytes = 8;
const customerRowBytes = 16 + 8 + 4 + 4;
/** Its owner and forms, where its words begin, and two tables to find it by: four slots and a link each. */
const nameRowBytes = 3 * 4 + 2 * 5 * 4;
/** A word: where it begins, its slots, its place by ending, what it tells, its rows, its place in the name. */
const wordBytes = 4 + 4 * 4 + 4 + 2 + 4 + 4 + 4;
const shortestWordBytes = 2;
const ibanRowBytes = 4 + 1 + 4 + 34;
/** Tables of an empty partition. */
const fixedBytes = 1_024;

/**
 * Shared bytes that a partition takes at most, to refuse one that is too large before it is loaded. What customers paid
 * lately is not counted: 26 bytes for each payment that one of the waiting may repeat.
 */
export function partitionBytes(measure: PartitionMeasure): number {
  const { itemCount, customerCount, ibanCount, textBytes, nameCount, nameBytes } = measure;
  return (
    fixedBytes +
    itemCount * (itemRowBytes + textsPerItem) +
    textBytes +
    slotsFor(itemCount * keysPerItem + customerCount) * slotBytes +
    customerCount * customerRowBytes +
    nameCount * nameRowBytes +
    nameBytes +
    Math.ceil(nameBytes / shortestWordBytes + nameCount) * wordBytes +
    ibanCount * ibanRowBytes +
    slotsFor(ibanCount) * slotBytes
  );
}
