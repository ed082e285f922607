/**
 * What hostile words of a bank cost: the texts of `test/matching/text.fuzz.test.ts`, against a ledger of 5,000 items in
 * which one customer has 1,500. Processor time of one look at a payment, without its certificate. What took more than
 * five milliseconds is looked at again, five times, and its shortest time counts: a collection of garbage is no text's.
 */
import { createHash } from 'node:crypto';
import { everything } from '../../src/matching/decision/verdict.ts';
import { openProposer } from '../../src/matching/propose.ts';
import { hostilePartition, hostilePayment } from '../../test/matching/hostile-texts.ts';
import { random } from '../../test/support/random.ts';

const sizes = { small: 200, canonical: 50_000 } as const;
const goalMilliseconds = 5;

/** The part of the sorted values that is not above the result. */
const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
const round = (value: number): number => Math.round(value * 1_000) / 1_000;

/** Runs the benchmark once; the caller repeats it and takes the median. */
export async function run({ size }: { size: keyof typeof sizes }): Promise<Record<string, unknown>> {
  const textCount = sizes[size];
  const partition = hostilePartition();
  const proposer = openProposer(partition, partition.columns.itemResiduals, everything);
  const output = createHash('sha256');
  for (let index = 0; index < Math.min(500, textCount); index += 1)
    proposer.weigh(hostilePayment(random(`warm ${index}`)));
  const times: number[] = [];
  let slowest = { milliseconds: 0, index: -1, length: 0 };
  let overGoalCount = 0;
  for (let index = 0; index < textCount; index += 1) {
    const paid = hostilePayment(random(`words ${index}`));
    const look = (): number => {
      const start = process.cpuUsage();
      const { verdict } = proposer.weigh(paid);
      const { user, system } = process.cpuUsage(start);
      if (times.length === index) output.update(verdict.reason ?? 'apply');
      return (user + system) / 1_000;
    };
    let milliseconds = look();
    times.push(milliseconds);
    for (let again = 0; again < 5 && milliseconds > goalMilliseconds; again += 1)
      milliseconds = Math.min(milliseconds, look());
    times[index] = milliseconds;
    if (milliseconds > goalMilliseconds) overGoalCount += 1;
    if (milliseconds > slowest.milliseconds)
      slowest = { milliseconds: round(milliseconds), index, length: paid.remittance.join('\n').length };
  }
  const sorted = times.toSorted((a, b) => a - b);
  return {
    size,
    textCount,
    itemCount: partition.columns.itemCount,
    medianMilliseconds: round(quantile(sorted, 0.5)),
    p99Milliseconds: round(quantile(sorted, 0.99)),
    overFiveMilliseconds: overGoalCount,
    slowest,
    outputSha256: output.digest('hex'),
  };
}
