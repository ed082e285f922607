/**
 * The receivables ledger while the window runs: what is open, and what is left of it. It is what makes the right answers
 * right: a line can only pay what is visible and left, and what is booked here is gone for the lines after it.
 */
import type { BenchAlloc, BenchItem } from '../types.ts';
import { dayNumber } from './calendar.ts';

export type Book = Readonly<{
  item(id: number): BenchItem;
  /** Signed, minor units of the item's currency; 0 when settled. */
  residual(id: number): number;
  /** Visible, not settled, not reserved for a line to come; in no particular order. */
  openOfCompany(company: number): readonly number[];
  /** Visible and not settled, those reserved too; in the order of issue within what was there at the start. */
  openOfCustomer(customer: number): readonly number[];
  isReserved(id: number): boolean;
  hasReserved(customer: number): boolean;
  isUntouched(id: number): boolean;
  /** How many open items of the company are left with exactly this amount. */
  countOfAmount(company: number, amount: number): number;
  /** Shows what was issued up to and including this day. */
  openUntil(day: number): void;
  /** Keeps an item for a line that comes later. */
  reserve(id: number): void;
  /** Books a line's answer. @throws RangeError when it clears more than is left: a bug of a scenario. */
  apply(alloc: readonly BenchAlloc[]): void;
}>;

export function openBook(items: readonly BenchItem[], companyCount: number, customerCount: number): Book {
  const residuals = Float64Array.from(items, ({ amount }) => amount);
  const reserved = new Uint8Array(items.length);
  const reservedOfCustomer = new Int32Array(customerCount);
  const place = new Int32Array(items.length).fill(-1);
  const byCompany = Array.from({ length: companyCount }, (): number[] => []);
  const byCustomer = Array.from({ length: customerCount }, (): number[] => []);
  const amounts = Array.from({ length: companyCount }, () => new Map<number, number>());
  const waiting = items.map(({ issued }, id) => [dayNumber(issued), id] as const).toSorted((a, b) => b[0] - a[0]);

  const item = (id: number): BenchItem => {
    const found = items[id];
    if (found === undefined) throw new RangeError(`no item ${id}`);
    return found;
  };
  const residual = (id: number): number => residuals[id] ?? 0;
  const count = (company: number, amount: number, by: number): void => {
    const counts = amounts[company];
    counts?.set(amount, (counts.get(amount) ?? 0) + by);
  };
  const show = (id: number): void => {
    const { company, customer, amount } = item(id);
    const list = byCompany[company] ?? [];
    place[id] = list.push(id) - 1;
    byCustomer[customer]?.push(id);
    count(company, amount, 1);
  };
  const takeFromCompany = (id: number): void => {
    const list = byCompany[item(id).company] ?? [];
    const last = list.pop() ?? id;
    const hole = place[id] ?? -1;
    if (last !== id) {
      list[hole] = last;
      place[last] = hole;
    }
    place[id] = -1;
  };
  const clear = (id: number, cleared: number): void => {
    const { company, customer, number } = item(id);
    const before = residual(id);
    const after = before - cleared;
    if (cleared === 0 || after * before < 0 || Math.abs(after) >= Math.abs(before)) {
      throw new RangeError(`${number}: ${cleared} does not fit in ${before}`);
    }
    residuals[id] = after;
    count(company, before, -1);
    if (after !== 0) return count(company, after, 1);
    if (reserved[id] === 0) takeFromCompany(id);
    else reservedOfCustomer[customer] = (reservedOfCustomer[customer] ?? 1) - 1;
    const list = byCustomer[customer] ?? [];
    list.splice(list.indexOf(id), 1);
  };

  return {
    item,
    residual,
    openOfCompany: (company) => byCompany[company] ?? [],
    openOfCustomer: (customer) => byCustomer[customer] ?? [],
    isReserved: (id) => reserved[id] === 1,
    hasReserved: (customer) => (reservedOfCustomer[customer] ?? 0) > 0,
    isUntouched: (id) => residual(id) === item(id).amount,
    countOfAmount: (company, amount) => amounts[company]?.get(amount) ?? 0,
    openUntil(day) {
      for (let next = waiting.at(-1); next !== undefined && next[0] <= day; next = waiting.at(-1)) {
        show(next[1]);
        waiting.pop();
      }
    },
    reserve(id) {
      if (reserved[id] === 1) return;
      const { customer } = item(id);
      reserved[id] = 1;
      reservedOfCustomer[customer] = (reservedOfCustomer[customer] ?? 0) + 1;
      takeFromCompany(id);
    },
    apply(alloc) {
      for (const { item: id, cleared } of alloc) clear(id, cleared);
    },
  };
}
