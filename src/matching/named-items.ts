/** From references to items: what the payment names that is open, what it names that is paid, what stays unclear. */
import { maximumEntriesPerKey } from './hash-table.ts';
import { knownCustomer, type Payer } from './payer.ts';
import type { Partition } from './partition.ts';
import type { Reference } from './references.ts';

export type NamedItem = Readonly<{ item: number; reference: Reference }>;

export type NamedItems = Readonly<{
  /** Each open item once, in the order in which the payment names them. */
  open: readonly NamedItem[];
  /** References that lead to closed items only. */
  paid: readonly Reference[];
  /** References that lead to several items, of which the payer's identity does not single out one, or that are in doubt. */
  ambiguous: readonly Reference[];
  /** Customers of the open items, ascending rows. */
  customers: readonly number[];
}>;

/** Decides what each reference names. A number of two customers means the payer's own, when the payer is known. */
export function settleReferences(references: readonly Reference[], payer: Payer, partition: Partition): NamedItems {
  const open = new Map<number, NamedItem>();
  const paid: Reference[] = [];
  const ambiguous: Reference[] = [];
  const isEndToEndOnly = references.every(({ found }) => found.field === 'end_to_end_id');
  for (const reference of references) {
    const meant = meantItems(reference, payer, partition);
    const [item] = meant;
    if (item === undefined) continue;
    if (meant.every((each) => partition.residualOf(each) === 0n)) paid.push(reference);
    else if (meant.length > 1 || isUncertain(reference, isEndToEndOnly, payer, partition)) ambiguous.push(reference);
    // A creditor reference has check digits: it is the better reason where both were read.
    else if (open.get(item)?.reference.kind !== 'creditor_reference') open.set(item, { item, reference });
  }
  const customers = new Set([...open.keys()].map((item) => partition.customerOf(item)));
  return { open: [...open.values()], paid, ambiguous, customers: [...customers].toSorted((a, b) => a - b) };
}

/**
 * True when the characters may mean something else than the items found by them: they may be cut, another item's number
 * may have lost its letters, or a bare number in the end-to-end id is all there is, of a payer nobody knows.
 */
function isUncertain(reference: Reference, isAlone: boolean, payer: Payer, partition: Partition): boolean {
  const { items, rivals, isDoubtful, found, key } = reference;
  const customer = knownCustomer(payer);
  if (isDoubtful) return true;
  if (isAlone && customer === null && found.field === 'end_to_end_id' && /^\d+$/.test(key)) return true;
  if (rivals.length === 0) return false;
  const isOwn = (item: number): boolean => partition.customerOf(item) === customer;
  return !items.some(isOwn) || rivals.some(isOwn);
}

function meantItems({ items }: Reference, payer: Payer, partition: Partition): readonly number[] {
  const customer = knownCustomer(payer);
  if (items.length === 1 || items.length >= maximumEntriesPerKey || customer === null) return items;
  const own = items.filter((item) => partition.customerOf(item) === customer);
  return own.length === 1 ? own : items;
}
