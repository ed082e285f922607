/**
 * Script: what hostile words of a bank cost. The texts of `test/matching/text.fuzz.test.ts`, against a ledger of 5,000 items
 * in which one customer has 1,500; processor time of one look at a payment, without its certificate. What took more than
 * the limit is looked at again, five times, and its shortest time counts: a collection of garbage is no text's.
 */
import { createHash } from 'node:crypto';
import { everything } from '../../../src/matching/decision/verdict.ts';
import { openProposer } from '../../../src/matching/propose.ts';
import { hostilePartition, hostilePayment } from '../../../test/matching/hostile-texts.ts';
import { random } from '../../../test/support/random.ts';
import { quantile } from './quantile.ts';

export type HostileTextsTold = Readonly<{
  textCount: number;
  itemCount: number;
  medianMs: number;
  p99Ms: number;
  overLimitCount: number;
  slowest: Readonly<{ ms: number; index: number; length: number }>;
  outputSha256: string;
}>;

export const limitMs = 5;
const looksAgain = 5;
const warmUpCount = 500;

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

/** @param words - how many texts */
export default function measure([count = '0']: readonly string[]): Promise<HostileTextsTold> {
  const textCount = Number(count);
  const partition = hostilePartition();
  const proposer = openProposer(partition, partition.columns.itemResiduals, everything);
  const output = createHash('sha256');
  for (let index = 0; index < Math.min(warmUpCount, textCount); index += 1)
    proposer.weigh(hostilePayment(random(`warm ${index}`)));
  const times = new Float64Array(textCount);
  let slowest = { ms: 0, index: -1, length: 0 };
  let overLimitCount = 0;
  for (let index = 0; index < textCount; index += 1) {
    const paid = hostilePayment(random(`words ${index}`));
    const look = () => {
      const start = process.cpuUsage();
      const { verdict } = proposer.weigh(paid);
      const { user, system } = process.cpuUsage(start);
      return { ms: (user + system) / 1_000, reason: verdict.reason };
    };
    const { ms: first, reason } = look();
    output.update(reason ?? 'apply');
    let ms = first;
    for (let again = 0; again < looksAgain && ms > limitMs; again += 1) ms = Math.min(ms, look().ms);
    times[index] = ms;
    if (ms > limitMs) overLimitCount += 1;
    if (ms > slowest.ms) slowest = { ms: rounded(ms), index, length: paid.remittance.join('\n').length };
  }
  const ascending = times.toSorted();
  return Promise.resolve({
    textCount,
    itemCount: partition.columns.itemCount,
    medianMs: rounded(quantile(ascending, 0.5)),
    p99Ms: rounded(quantile(ascending, 0.99)),
    overLimitCount,
    slowest,
    outputSha256: output.digest('hex'),
  });
}
