/**
 * Script: builds the index of all companies, proposes and settles their lines in one thread, and tells what that took.
 * Lines of other books come first: the compiler's work is not the engine's.
 */
import type { PaymentId } from '../../../src/domain/ids.ts';
import type { Payment } from '../../../src/domain/match.ts';
import { everything } from '../../../src/matching/decision/verdict.ts';
import { columnsBytes, openPartition, type PartitionColumns } from '../../../src/matching/index/partition.ts';
import { openProposer, type Outlook, type Proposer } from '../../../src/matching/propose.ts';
import { openSettlement, type Settlement } from '../../../src/matching/settle.ts';
import { medianOf } from '../../decisions/measure.ts';
import { readCompanies, type Company } from './books.ts';
import { loadPartition } from './load-partition.ts';
import { outcomeHash } from './outcome-hash.ts';
import { readAllPayments } from './payments.ts';
import { quantile } from './quantile.ts';

export type OneCoreTold = Readonly<{
  indexSeconds: number;
  bytesPerItem: number;
  lineCount: number;
  /** For one second of processor, as all times here: the clock of a shared machine counts the others too. */
  linesPerSecond: number;
  /** The same when the day is proposed and settled again from its start, median of {@link steadyRounds}. */
  steadyLinesPerSecond: number;
  medianMs: number;
  p99Ms: number;
  /** Of the slowest line, the shortest of several looks at it. */
  worstMs: number;
  appliedCount: number;
  peakMegabytes: number;
  outputSha256: string;
}>;

/** The compiler has done most of its work after some ten thousand lines. */
const warmUpRounds = 3;
/** What is left of it is over, too: what a line costs in a night of many. */
const steadyRounds = 3;

type Day = Readonly<{ columns: PartitionColumns; payments: readonly Payment[] }>;
type Look = (payment: Payment) => Outlook;

const microsecondsSince = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start);
  return user + system;
};

/** One look at each payment, then at those whose customers had something settled, until nothing changes. */
function settle({ columns, payments }: Day, openLook: (proposer: Proposer) => Look): Settlement {
  const settlement = openSettlement(columns);
  const look = openLook(openProposer(openPartition(columns), settlement.residuals, everything));
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  let again: readonly PaymentId[] = payments.map(({ id }) => id);
  while (again.length > 0) {
    for (const id of again) {
      const payment = byId.get(id);
      if (payment !== undefined) settlement.add(look(payment));
    }
    again = settlement.settleRound();
  }
  return settlement;
}

async function load(companies: readonly Company[]): Promise<Readonly<{ days: readonly Day[]; indexSeconds: number }>> {
  const days: Day[] = [];
  let microseconds = 0;
  for (const company of companies) {
    const { columns, indexMicroseconds } = await loadPartition(company);
    microseconds += indexMicroseconds;
    days.push({ columns, payments: readAllPayments(company.folder) });
  }
  return { days, indexSeconds: microseconds / 1e6 };
}

const proposed =
  ({ propose }: Proposer): Look =>
  (payment) =>
    propose(payment).outlook;

/** Above this a line is looked at again: the collector of garbage, which any line may meet, is not the line's own. */
const slowMs = 1;
const looksAgain = 5;

/** Milliseconds of each look, added to `times`. */
const timed =
  (times: LineTimes) =>
  ({ propose }: Proposer): Look =>
  (payment) => {
    const look = (): number => {
      const start = process.cpuUsage();
      propose(payment);
      return microsecondsSince(start) / 1_000;
    };
    const first = look();
    times.first.push(first);
    const again = first < slowMs ? [] : Array.from({ length: looksAgain }, look);
    times.worst = Math.max(times.worst, Math.min(first, ...again));
    return propose(payment).outlook;
  };

type LineTimes = { readonly first: number[]; worst: number };

/** Processor time of settling every day. */
function timeOf(days: readonly Day[], openLook: (proposer: Proposer) => Look): number {
  const start = process.cpuUsage();
  for (const day of days) settle(day, openLook);
  return microsecondsSince(start);
}

/** @param words - folders of the books that are measured, and of those that come first */
export default async function measure([books = '', warmUp = '']: readonly string[]): Promise<OneCoreTold> {
  const warm = await load(readCompanies(warmUp));
  for (let round = 0; round < warmUpRounds; round += 1) timeOf(warm.days, proposed);

  const { days, indexSeconds } = await load(readCompanies(books));
  const itemCount = days.reduce((count, { columns }) => count + columns.itemCount, 0);
  const lineCount = days.reduce((count, { payments }) => count + payments.length, 0);
  const microseconds = timeOf(days, proposed);
  const steady = Array.from({ length: steadyRounds }, () => timeOf(days, proposed));
  const peakMegabytes = process.resourceUsage().maxRSS / 1_024;

  const times: LineTimes = { first: [], worst: 0 };
  const applied = days.flatMap((day) => settle(day, timed(times)).result().applied);
  const ascending = times.first.toSorted((a, b) => a - b);
  return {
    indexSeconds,
    bytesPerItem: days.reduce((bytes, { columns }) => bytes + columnsBytes(columns), 0) / itemCount,
    lineCount,
    linesPerSecond: (lineCount * 1e6) / microseconds,
    steadyLinesPerSecond: (lineCount * 1e6) / medianOf(steady),
    medianMs: quantile(ascending, 0.5),
    p99Ms: quantile(ascending, 0.99),
    worstMs: times.worst,
    appliedCount: applied.length,
    peakMegabytes,
    outputSha256: outcomeHash(applied),
  };
}
