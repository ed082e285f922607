/**
 * Script: all lines of all companies on two worker threads, as a cold process does it. The main
 * thread builds one index after another while the workers propose against those that are there, then settles. The
 * seconds are those of the clock, from the first row read to the last line settled.
 */
import { Piscina } from 'piscina';
import { slices } from '../../../src/domain/slices.ts';
import type { PartitionColumns } from '../../../src/matching/index/partition.ts';
import type { Outlook } from '../../../src/matching/propose.ts';
import { openSettlement, type AppliedClaim, type Settlement } from '../../../src/matching/settle.ts';
import { threadMemory } from '../../../src/workers/thread-options.ts';
import { readCompanies, type Company } from './books.ts';
import { loadPartition } from './load-partition.ts';
import { outcomeHash } from './outcome-hash.ts';
import { lineRanges, type ByteRange } from './payments.ts';
import type { ProposeLinesTask } from './propose-lines.ts';
import { isSource, scriptUrl } from './run-script.ts';

export type TwoThreadsTold = Readonly<{
  lineCount: number;
  seconds: number;
  processorSeconds: number;
  appliedCount: number;
  peakMegabytes: number;
  outputSha256: string;
}>;

const linesPerTask = 2_000;
const threadCount = 2;

const openPool = (): Piscina<ProposeLinesTask, readonly Outlook[]> =>
  new Piscina({
    filename: scriptUrl('propose-lines').href,
    minThreads: threadCount,
    maxThreads: threadCount,
    // The next one at hand: while the main thread finishes an index it gives out none.
    concurrentTasksPerWorker: 2,
    resourceLimits: threadMemory,
    ...(isSource ? { execArgv: ['--import', 'tsx'] } : {}),
  });

function* tasksOf(ranges: readonly ByteRange[]): Generator<ByteRange> {
  for (let first = 0; first < ranges.length; first += linesPerTask) {
    const last = Math.min(first + linesPerTask, ranges.length) - 1;
    yield { start: ranges[first]?.start ?? 0, end: ranges[last]?.end ?? 0 };
  }
}

type Proposed = Readonly<{
  company: Company;
  columns: PartitionColumns;
  ranges: readonly ByteRange[];
  outlooks: readonly Outlook[];
}>;

async function propose(
  pool: ReturnType<typeof openPool>,
  company: Company,
  columns: PartitionColumns,
): Promise<Proposed> {
  const ranges = lineRanges(company.folder);
  const residuals = columns.itemResiduals;
  const tasks = [...tasksOf(ranges)].map((range) =>
    pool.run({ folder: company.folder, ranges: [range], columns, residuals }),
  );
  return { company, columns, ranges, outlooks: (await Promise.all(tasks)).flat() };
}

/** Looks again where something was settled, in both threads, a round at a time; a payment is read again for it. */
async function settle(
  pool: ReturnType<typeof openPool>,
  { company: { folder }, columns, ranges, outlooks }: Proposed,
): Promise<readonly AppliedClaim[]> {
  const settlement: Settlement = openSettlement(columns);
  for (const outlook of outlooks) settlement.add(outlook);
  const rangeOf = new Map(outlooks.map(({ paymentId }, place) => [paymentId, ranges[place]]));
  const { residuals } = settlement;
  for (let again = settlement.settleRound(); again.length > 0; again = settlement.settleRound()) {
    const wanted = again.flatMap((paymentId) => rangeOf.get(paymentId) ?? []);
    const parts = slices(wanted, Math.ceil(wanted.length / threadCount));
    const looks = await Promise.all(parts.map((part) => pool.run({ folder, ranges: part, columns, residuals })));
    for (const outlook of looks.flat()) settlement.add(outlook);
  }
  return settlement.result().applied;
}

export default async function measure([books = '']: readonly string[]): Promise<TwoThreadsTold> {
  const start = performance.now();
  const processorStart = process.cpuUsage();
  const pool = openPool();
  const companies = readCompanies(books);
  const pending = new Map<Company, Promise<readonly AppliedClaim[]>>();
  // The smallest first: until the first index is there the threads have nothing to do.
  for (const company of companies.toSorted((a, b) => a.itemCount - b.itemCount)) {
    const { columns } = await loadPartition(company);
    pending.set(
      company,
      propose(pool, company, columns).then((proposed) => settle(pool, proposed)),
    );
  }
  const applied: AppliedClaim[] = [];
  for (const company of companies) applied.push(...((await pending.get(company)) ?? []));
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(processorStart);
  await pool.close();
  return {
    lineCount: companies.reduce((count, company) => count + company.lineCount, 0),
    seconds,
    processorSeconds: (user + system) / 1e6,
    appliedCount: applied.length,
    peakMegabytes: process.resourceUsage().maxRSS / 1_024,
    outputSha256: outcomeHash(applied),
  };
}
