/** The open items of a customer, and their numbers as they are printed. */
import type { Situation } from '../situation.ts';

let lastSituation: Situation | null = null;
let lastCustomer = -1;
let lastItems: readonly number[] = [];

/** Rows of the customer with something left, oldest first. Asked for several times in a row: the last answer is kept. */
export function openItemsOf(situation: Situation, customer: number): readonly number[] {
  if (situation === lastSituation && customer === lastCustomer) return lastItems;
  lastSituation = situation;
  lastCustomer = customer;
  lastItems = listOpenItems(situation, customer);
  return lastItems;
}

const listOpenItems = ({ partition, residuals }: Situation, customer: number): readonly number[] => {
  const { customerItemStarts, customerOpenEnds } = partition.columns;
  const items: number[] = [];
  for (let item = customerItemStarts[customer] ?? 0; item < (customerOpenEnds[customer] ?? 0); item += 1)
    if (residuals[item] !== 0) items.push(item);
  return items;
};

/** Digits and serial number of a document as they are printed. */
export const documentTextOf = ({ partition }: Situation, item: number) => {
  const { itemDigits, itemSizes, itemSerials, itemSerialSizes } = partition.columns;
  return {
    digits: String(itemDigits[item] ?? 0).padStart(itemSizes[item] ?? 0, '0'),
    serial: String(itemSerials[item] ?? 0).padStart(itemSerialSizes[item] ?? 0, '0'),
  };
};
