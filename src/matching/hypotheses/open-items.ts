/** The open items of a customer, and their numbers as they are printed. */
import type { Situation } from '../situation.ts';

/** Answers about the payment that is looked at: a handful of customers, each asked for several times. */
let lastSituation: Situation | null = null;
const lastCustomers: number[] = [];
const lastItems: (readonly number[])[] = [];

/** Rows of the customer with something left, oldest first. */
export function openItemsOf(situation: Situation, customer: number): readonly number[] {
  if (situation !== lastSituation) {
    lastSituation = situation;
    lastCustomers.length = 0;
    lastItems.length = 0;
  }
  const known = lastItems[lastCustomers.indexOf(customer)];
  if (known !== undefined) return known;
  const items = listOpenItems(situation, customer);
  lastCustomers.push(customer);
  lastItems.push(items);
  return items;
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
