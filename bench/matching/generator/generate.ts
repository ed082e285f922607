/**
 * Makes the whole benchmark from a seed: companies, customers, documents, the history before, the lines of the window,
 * and the right answer for each. The same options give the same bytes.
 */
import type { BenchData, BenchItem, BenchTruth } from '../types.ts';
import { openBook } from './book.ts';
import { bankDays, dayNumber } from './calendar.ts';
import { inventDocuments } from './documents.ts';
import { groupBy } from './group-by.ts';
import { profiles, type ProfileName } from './profile.ts';
import { randomFrom } from './random.ts';
import { exchangeRates } from './scenarios/differences.ts';
import { simulate } from './simulate.ts';
import { inventHistory, inventWorld } from './world.ts';

export type GeneratorOptions = Readonly<{
  seed: number;
  profile: ProfileName;
  /** Documents open at some time in the window; as many closed ones are made unless `closed` says otherwise. */
  items: number;
  closed?: number;
  lines: number;
  /** Bank days of the window, at least 1. */
  days: number;
}>;

const itemsPerCustomer = 9;
const leastReceivableShare = 0.75;

/** @throws RangeError when the lines are too many for the items: about one line for four items is the most. */
export function generateBenchmark({ seed, profile: name, items: itemCount, ...rest }: GeneratorOptions): BenchData {
  const { lines: lineCount, days: dayCount, closed: closedCount = itemCount } = rest;
  const profile = profiles[name];
  const random = randomFrom(seed, name);
  const days = bankDays(dayNumber(profile.firstDay), dayCount);
  const window = { firstDay: days[0] ?? 0, lastDay: days.at(-1) ?? 0 };
  const world = inventWorld(profile, Math.ceil(itemCount / itemsPerCustomer), random.fork('world'));
  const sizes = { items: itemCount, closed: closedCount };
  const { items, closed } = inventDocuments(world, sizes, window, random.fork('documents'));
  const history = inventHistory(world, profile, window.firstDay, random.fork('history'));
  const book = openBook(items, world.companies.length, world.customers.length);
  const simulated = simulate({ world, profile, book, closed, days, lineCount, random: random.fork('lines') });
  const receivable = simulated.truth.filter(({ type }) => type === 'apply').length;
  // Noise fits any ledger: when nothing else does any more, it takes the place of the rest.
  if (lineCount >= 200 && receivable < lineCount * leastReceivableShare) {
    throw new RangeError('too few open items for so many lines');
  }
  return {
    companies: world.companies.map(({ id, country }) => ({ id, country })),
    customers: world.customers.map(({ row }) => row),
    items,
    closed,
    history,
    ...simulated,
    rates: exchangeRates,
    meta: {
      seed,
      profile: name,
      items: items.length,
      closed: closed.length,
      customers: world.customers.length,
      lines: simulated.lines.length,
      days: dayCount,
      maxOpenPerCustomer: mostPerCustomer(items),
      receivable,
      mix: mixOf(simulated.truth),
    },
  };
}

const mixOf = (truth: readonly BenchTruth[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...groupBy(truth, ({ scenario }) => scenario)]
      .map(([scenario, rows]) => [scenario, rows.length] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

function mostPerCustomer(items: readonly BenchItem[]): number {
  let most = 0;
  for (const held of groupBy(items, ({ customer }) => customer).values()) most = Math.max(most, held.length);
  return most;
}
