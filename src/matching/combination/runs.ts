/**
 * Sets of many that a person recognizes at once: items issued one after the other, and the oldest, or all, but one that is
 * in dispute or was paid by somebody else. There are n²/2 of either, so that one which gives the amount is often a
 * coincidence: they are only to be looked at.
 */
import type { Account } from './structured-sets.ts';

/** Invoices in the order of the days of issue, as places in the account; credit notes are left out. */
function inOrderOfIssue({ length, amounts, issueDays }: Account): readonly number[] {
  const order: number[] = [];
  let isInOrder = true;
  let lastDay = -Infinity;
  for (let place = 0; place < length; place += 1) {
    if ((amounts[place] ?? 0) <= 0) continue;
    const day = issueDays[place] ?? 0;
    isInOrder &&= day >= lastDay;
    lastDay = day;
    order.push(place);
  }
  return isInOrder ? order : order.toSorted((a, b) => (issueDays[a] ?? 0) - (issueDays[b] ?? 0) || a - b);
}

const ascending = (places: readonly number[]): readonly number[] => places.toSorted((a, b) => a - b);

/**
 * Runs of at least two invoices, the one that begins earliest first. Linear after sorting.
 *
 * @param target - minor units, above zero.
 * @returns places in the account, ascending; at most `limit` runs.
 */
export function runsOf(account: Account, target: number, limit: number): readonly (readonly number[])[] {
  const { amounts } = account;
  const order = inOrderOfIssue(account);
  const runs: (readonly number[])[] = [];
  let start = 0;
  let sum = 0;
  for (const [rank, place] of order.entries()) {
    sum += amounts[place] ?? 0;
    for (; sum > target && start <= rank; start += 1) sum -= amounts[order[start] ?? 0] ?? 0;
    if (sum !== target || rank === start) continue;
    runs.push(ascending(order.slice(start, rank + 1)));
    if (runs.length === limit) break;
  }
  return runs;
}

/**
 * The oldest invoices without one of them, fewest first; of several that could be the one, the last. Two remain at least.
 *
 * @param target - minor units, above zero.
 * @returns places in the account, ascending; at most `limit` sets.
 */
export function allButOne(account: Account, target: number, limit: number): readonly (readonly number[])[] {
  const { amounts } = account;
  const order = inOrderOfIssue(account);
  const placeOf = new Map<number, number>();
  const sets: (readonly number[])[] = [];
  let sum = 0;
  for (const [rank, place] of order.entries()) {
    const left = placeOf.get(sum + (amounts[place] ?? 0) - target);
    sum += amounts[place] ?? 0;
    placeOf.set(amounts[place] ?? 0, place);
    if (left === undefined || rank < 2) continue;
    sets.push(ascending(order.slice(0, rank + 1).filter((other) => other !== left)));
    if (sets.length === limit) break;
  }
  return sets;
}

/**
 * The whole account, or all that is due, credit notes deducted, without one invoice; of several that could be the one,
 * the last. Three members remain at least.
 *
 * @param target - minor units, above zero.
 * @param asOfDay - the day of the payment.
 * @returns places in the account, ascending.
 */
export function accountButOne(account: Account, target: number, asOfDay: number): readonly (readonly number[])[] {
  const { length, amounts, dueDays } = account;
  let due = 0;
  while (due < length && (dueDays[due] ?? 0) <= asOfDay) due += 1;
  return [length, ...(due < length ? [due] : [])].flatMap((end) => {
    let sum = 0;
    for (let place = 0; place < end; place += 1) sum += amounts[place] ?? 0;
    const left = sum > target ? amounts.subarray(0, end).lastIndexOf(sum - target) : -1;
    return left < 0 || end < 4
      ? []
      : [Array.from({ length: end }, (_, place) => place).filter((place) => place !== left)];
  });
}
