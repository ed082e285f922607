/**
 * Sets that a payer would name in words: the whole account, all that was due, a month, the oldest so many. There are few
 * of them, so that one which gives the amount is hardly ever a coincidence, unlike one of the thousands of other sets.
 * Payers forget their credit notes: each set is looked at with them and without.
 */
import { structures, type Structure } from '../../domain/match.ts';

/** The open items of one customer, earliest due date first. Days count from 1970-01-01; credit notes are negative. */
export type Account = Readonly<{
  length: number;
  amounts: Float64Array;
  issueDays: Int32Array;
  dueDays: Int32Array;
}>;

export type StructuredSet = Readonly<{
  /** The most certain of its names first. */
  structures: readonly [Structure, ...Structure[]];
  /** Ascending; two at least. */
  members: readonly number[];
  /** False when the account has credit notes and the set was made as if it had none. */
  withCreditNotes: boolean;
  /** True when it is only the oldest items and the next one is due on the same day: other orders give other sets. */
  splitsDay: boolean;
  /**
   * True when an item outside has the amount of one inside: the sum does not tell which of the two was paid. Where it
   * is false, no set that stood alone was wrong in the labelled payments this was measured on; where true, every seventh.
   */
  isExchangeable: boolean;
}>;

/** Months between the first and the last invoice: what is older than 50 years is not sorted by the month of issue. */
const mostMonths = 600;
const monthSums = new Float64Array(mostMonths);
/** The months of the due days and of the days of issue: asked for several times, and dear to tell. */
let dueMonths = new Int32Array(64);
let issueMonths = new Int32Array(64);
/** Places by day of issue. */
let byIssue = new Int32Array(64);

function tellMonths({ length, dueDays, issueDays }: Account): void {
  if (length > dueMonths.length) {
    dueMonths = new Int32Array(length * 2);
    issueMonths = new Int32Array(length * 2);
    byIssue = new Int32Array(length * 2);
  }
  for (let place = 0; place < length; place += 1) {
    dueMonths[place] = monthOfDay(dueDays[place] ?? 0);
    issueMonths[place] = monthOfDay(issueDays[place] ?? 0);
  }
}

/** Of each day that a partition can hold, told once. */
const monthOfDays = new Int32Array(1 << 16);

function monthOfDay(day: number): number {
  const known = monthOfDays[day] ?? 0;
  if (known !== 0) return known;
  const month = monthOf(day);
  monthOfDays[day] = month;
  return month;
}

/** Months since March of the year 0, which begins a year of the calendar's cycle. */
function monthOf(day: number): number {
  const sinceCycle = day + 719_468;
  const era = Math.floor(sinceCycle / 146_097);
  const dayOfEra = sinceCycle - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  return (era * 400 + yearOfEra) * 12 + Math.floor((5 * dayOfYear + 2) / 153);
}

type Found = {
  structures: [Structure, ...Structure[]];
  members: number[];
  withCreditNotes: boolean;
  splitsDay: boolean;
};
/** Which items a search counts, and what it does with a set that gives the target. */
type Search = Readonly<{
  account: Account;
  target: number;
  counts: (place: number) => boolean;
  show: (structure: Structure, isMember: (place: number) => boolean, splitsDay?: boolean) => void;
}>;

/** Whole account, all due and oldest: sums from the first item on. */
function showOldest({ account, target, counts, show }: Search, asOfDay: number): void {
  const { length, amounts, dueDays } = account;
  let dueEnd = 0;
  while (dueEnd < length && (dueDays[dueEnd] ?? 0) <= asOfDay) dueEnd += 1;
  let sum = 0;
  for (let place = 0; place < length; place += 1) {
    if (!counts(place)) continue;
    sum += amounts[place] ?? 0;
    if (sum !== target) continue;
    let next = place + 1;
    while (next < length && !counts(next)) next += 1;
    const isUpTo = (other: number): boolean => other <= place;
    if (next === length) show('whole_account', isUpTo);
    if (place < dueEnd && next >= dueEnd) show('all_due', isUpTo);
    show('oldest', isUpTo, next < length && dueDays[next] === dueDays[place]);
  }
}

/** The oldest by date of issue, where that is another order than by due date: sums from the first item on. */
function showFirstIssued({ account, target, counts, show }: Search): void {
  const { length, amounts, issueDays } = account;
  if (isIssuedInOrder(account)) return;
  for (let place = 0; place < length; place += 1) byIssue[place] = place;
  const order = byIssue.subarray(0, length).toSorted((a, b) => (issueDays[a] ?? 0) - (issueDays[b] ?? 0) || a - b);
  let sum = 0;
  for (let rank = 0; rank < length; rank += 1) {
    const place = order[rank] ?? 0;
    if (!counts(place)) continue;
    sum += amounts[place] ?? 0;
    if (sum !== target) continue;
    const day = issueDays[place] ?? 0;
    let next = rank + 1;
    while (next < length && !counts(order[next] ?? 0)) next += 1;
    const isFirst = (other: number): boolean =>
      (issueDays[other] ?? 0) < day || (issueDays[other] === day && other <= place);
    show('first_issued', isFirst, next < length && issueDays[order[next] ?? 0] === day);
  }
}

const isIssuedInOrder = ({ length, issueDays }: Account): boolean => {
  for (let place = 1; place < length; place += 1)
    if ((issueDays[place] ?? 0) < (issueDays[place - 1] ?? 0)) return false;
  return true;
};

/** The items of one month: that they are due in, or were issued in. */
function showMonths({ account, target, counts, show }: Search, structure: Structure, months: Int32Array): void {
  const { length, amounts } = account;
  let first = Infinity;
  let last = -Infinity;
  for (let place = 0; place < length; place += 1) {
    first = Math.min(first, months[place] ?? 0);
    last = Math.max(last, months[place] ?? 0);
  }
  const monthCount = last - first + 1;
  if (length === 0 || monthCount > mostMonths) return;
  monthSums.fill(0, 0, monthCount);
  for (let place = 0; place < length; place += 1) {
    const month = (months[place] ?? 0) - first;
    if (counts(place)) monthSums[month] = (monthSums[month] ?? 0) + (amounts[place] ?? 0);
  }
  for (let month = 0; month < monthCount; month += 1)
    if (monthSums[month] === target) showMonth(show, structure, months, first + month);
}

const showMonth = (show: Search['show'], structure: Structure, months: Int32Array, month: number): void =>
  show(structure, (place) => months[place] === month);

const sameMembers = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((place, index) => place === b[index]);

/**
 * The structured sets whose sum is the target, each once with all its names, most certain first. More than one means
 * that the structure alone does not decide. Linear in the number of items.
 *
 * @param target - minor units, above zero.
 * @param asOfDay - the day of the payment: what is due by then counts as due.
 */
export function structuredSets(account: Account, target: number, asOfDay: number): readonly StructuredSet[] {
  const found: Found[] = [];
  const search = (withCreditNotes: boolean): void => {
    const counts = (place: number): boolean => withCreditNotes || (account.amounts[place] ?? 0) > 0;
    const show: Search['show'] = (structure, isMember, splitsDay = false) => {
      const members: number[] = [];
      for (let place = 0; place < account.length; place += 1) if (counts(place) && isMember(place)) members.push(place);
      if (members.length < 2) return;
      const known = found.find((set) => sameMembers(set.members, members));
      if (known === undefined) found.push({ structures: [structure], members, withCreditNotes, splitsDay });
      else {
        if (!known.structures.includes(structure)) known.structures.push(structure);
        known.splitsDay &&= splitsDay;
      }
    };
    const parts: Search = { account, target, counts, show };
    showOldest(parts, asOfDay);
    showFirstIssued(parts);
    showMonths(parts, 'due_month', dueMonths);
    showMonths(parts, 'issue_month', issueMonths);
  };
  tellMonths(account);
  search(true);
  if (hasCreditNotes(account)) search(false);
  for (const set of found) set.structures.sort(byCertainty);
  return found
    .toSorted((a, b) => byCertainty(a.structures[0], b.structures[0]))
    .map((set) => Object.assign(set, { isExchangeable: isExchangeable(account, set.members) }));
}

function isExchangeable({ amounts, length }: Account, members: readonly number[]): boolean {
  const inside = new Set(members);
  const amountsInside = new Set(members.map((place) => amounts[place]));
  for (let place = 0; place < length; place += 1)
    if (!inside.has(place) && amountsInside.has(amounts[place])) return true;
  return false;
}

const byCertainty = (a: Structure, b: Structure): number => structures.indexOf(a) - structures.indexOf(b);

function hasCreditNotes({ amounts, length }: Account): boolean {
  for (let place = 0; place < length; place += 1) if ((amounts[place] ?? 0) < 0) return true;
  return false;
}
