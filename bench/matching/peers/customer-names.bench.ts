/**
 * Who paid, by the name on the statement: how often the right customer is first, or among five, and how long it takes.
 *
 * The largest company of the generated data; a query is the counterparty name of a line whose payer is the customer
 * (not a third party). The ways take turns in blocks of queries, so that a slow minute hits all of them; medians.
 */
import { medianOf } from '../../decisions/measure.ts';
import { generateBenchmark } from '../generator/generate.ts';
import type { BenchCustomer, BenchData } from '../types.ts';
import { namePeers, type NamePeer, type NameSearch } from './name-search.ts';

const sizes = {
  small: { items: 600, lines: 200, days: 5, sampleShare: 0.05 },
  canonical: { items: 50_000, lines: 10_000, days: 20, sampleShare: 1 },
} as const;

const blockCount = 10;
/** Before the clock starts: the compiler's work is not the index's. */
const warmUpMilliseconds = 100;

type Query = Readonly<{ name: string; customer: number }>;
/** `microseconds` of a query, one value for each block. */
type Measure = { queryCount: number; firstCount: number; amongFiveCount: number; readonly microseconds: number[] };

const largestCompany = (data: BenchData): readonly BenchCustomer[] => {
  const byCompany = data.companies.map(({ id }) => data.customers.filter(({ company }) => company === id));
  return byCompany.toSorted((a, b) => b.length - a.length)[0] ?? [];
};

function queriesFor(data: BenchData, customers: readonly BenchCustomer[]): readonly Query[] {
  const known = new Set(customers.map(({ id }) => id));
  return data.lines.flatMap(({ name }, index) => {
    const { customer = null, scenario = '' } = data.truth[index] ?? {};
    const isOwnPayment = customer !== null && known.has(customer) && !/third_party|factor|group/.test(scenario);
    return name !== '' && isOwnPayment ? [{ name, customer }] : [];
  });
}

function warmUp(search: NameSearch, queries: readonly Query[]): void {
  const end = performance.now() + warmUpMilliseconds;
  for (const { name } of queries) if (performance.now() < end) search(name);
}

/** Processor time: on a machine that does other things, the wall clock counts those as well. */
function measureBlock(search: NameSearch, queries: readonly Query[], measure: Measure): void {
  if (queries.length === 0) return;
  const start = process.cpuUsage();
  const answers = queries.map(({ name }) => search(name));
  const { user, system } = process.cpuUsage(start);
  measure.microseconds.push((user + system) / queries.length);
  for (const [index, { customer }] of queries.entries()) {
    measure.queryCount += 1;
    if (answers[index]?.[0] === customer) measure.firstCount += 1;
    if (answers[index]?.includes(customer) === true) measure.amongFiveCount += 1;
  }
}

const percent = (count: number, of: number): number => Math.round((count / of) * 1_000) / 10;

export async function run({ size }: { size: keyof typeof sizes }): Promise<Record<string, unknown>> {
  const { sampleShare, ...options } = sizes[size];
  return { size, ...measureNames(generateBenchmark({ seed: 21, profile: 'base', ...options }), sampleShare) };
}

/** @param sampleShare - of the queries that each way gets at the canonical size */
export function measureNames(data: BenchData, sampleShare: number): Record<string, unknown> {
  const customers = largestCompany(data);
  const queries = queriesFor(data, customers);
  const table: Record<string, unknown> = { customerCount: customers.length, queryCount: queries.length };

  const seats: { peer: NamePeer; search: NameSearch; sample: readonly Query[]; measure: Measure }[] = [];
  for (const peer of namePeers) {
    try {
      const search = peer.open(customers);
      const step = Math.max(1, Math.ceil(queries.length / (peer.sampleCount * sampleShare)));
      const sample = queries.filter((_, index) => index % step === 0);
      warmUp(search, sample);
      seats.push({
        peer,
        search,
        sample,
        measure: { queryCount: 0, firstCount: 0, amongFiveCount: 0, microseconds: [] },
      });
    } catch (error) {
      table[peer.name] = { notAvailable: error instanceof Error ? error.message : String(error) };
    }
  }
  for (let block = 0; block < blockCount; block += 1) {
    for (const { search, sample, measure } of seats) {
      measureBlock(
        search,
        sample.filter((_, index) => index % blockCount === block),
        measure,
      );
    }
  }
  for (const { peer, measure } of seats) {
    const { queryCount, firstCount, amongFiveCount, microseconds } = measure;
    table[peer.name] = {
      queries: queryCount,
      recallAt1Percent: percent(firstCount, queryCount),
      recallAt5Percent: percent(amongFiveCount, queryCount),
      medianMicroseconds: Math.round(medianOf(microseconds)),
    };
  }
  return table;
}
