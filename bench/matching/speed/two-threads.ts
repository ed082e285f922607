/**
 * Script: all lines of all companies on two worker threads, as a cold process does it. The main
 * thread builds one index after another while the workers propose against those that are there, then settles. The
 * seconds are those of the clock, from the first row read to the last line settled.
 */
import { Piscina } from 'piscina';
import type { PaymentId } from '../../../src/domain/ids.ts';
import { everything } from '../../../src/matching/decision/verdict.ts';
import { openPartition, type PartitionColumns } from '../../../src/matching/index/partition.ts';
import { openProposer, type Outlook } from '../../../src/matching/propose.ts';
import { openSettlement, type AppliedClaim, type Settlement } from '../../../src/matching/settle.ts';
import { readCompanies, type Company } from './books.ts';
import { loadPartition } from './load-partition.ts';
import { outcomeHash } from './outcome-hash.ts';
import { lineRanges, readPayments, type ByteRange } from './payments.ts';
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

const openPool = (): Piscina<ProposeLinesTask, readonly Outlook[]> =>
  new Piscina({
    filename: scriptUrl('propose-lines').href,
    minThreads: 2,
    maxThreads: 2,
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
  const tasks = [...tasksOf(ranges)].map((range) => pool.run({ folder: company.folder, range, columns }));
  return { company, columns, ranges, outlooks: (await Promise.all(tasks)).flat() };
}

/** Looks again where something was settled; a payment is read again for it. */
function settle({ company, columns, ranges, outlooks }: Proposed): readonly AppliedClaim[] {
  const settlement: Settlement = openSettlement(columns);
  for (const outlook of outlooks) settlement.add(outlook);
  const placeOf = new Map<PaymentId, number>(outlooks.map(({ paymentId }, place) => [paymentId, place]));
  const proposer = openProposer(openPartition(columns), settlement.residuals, everything);
  for (let again = settlement.settleRound(); again.length > 0; again = settlement.settleRound()) {
    for (const paymentId of again) {
      const range = ranges[placeOf.get(paymentId) ?? -1];
      if (range === undefined) continue;
      for (const payment of readPayments(company.folder, range)) settlement.add(proposer.propose(payment).outlook);
    }
  }
  return settlement.result().applied;
}

export default async function measure([books = '']: readonly string[]): Promise<TwoThreadsTold> {
  const start = performance.now();
  const processorStart = process.cpuUsage();
  const pool = openPool();
  const pending: Promise<Proposed>[] = [];
  for (const company of readCompanies(books)) {
    const { columns } = await loadPartition(company);
    pending.push(propose(pool, company, columns));
  }
  const applied: AppliedClaim[] = [];
  for (const proposed of pending) applied.push(...settle(await proposed));
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(processorStart);
  await pool.close();
  return {
    lineCount: readCompanies(books).reduce((count, company) => count + company.lineCount, 0),
    seconds,
    processorSeconds: (user + system) / 1e6,
    appliedCount: applied.length,
    peakMegabytes: process.resourceUsage().maxRSS / 1_024,
    outputSha256: outcomeHash(applied),
  };
}
