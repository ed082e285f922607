/**
 * How fast one thread proposes, what a partition takes in memory, and what came out, as a hash.
 *
 * The peer is what one writes first: a Map from document number to item, then `String.includes` of every number in the
 * text. It runs on a sample, since it looks at every item for every payment.
 */
import { createHash } from 'node:crypto';
import type { Payment } from '../../src/domain/match.ts';
import type { PartitionItem } from '../../src/domain/partition.ts';
import { everything } from '../../src/matching/decision/verdict.ts';
import {
  columnsBytes,
  openPartition,
  partitionBuilder,
  type PartitionColumns,
} from '../../src/matching/index/partition.ts';
import { openProposer } from '../../src/matching/propose.ts';
import { generateLedger, type GeneratedLedger } from './generate.ts';

const sizes = {
  small: { itemCount: 2_000, paymentCount: 600, sampleCount: 60 },
  canonical: { itemCount: 500_000, paymentCount: 30_000, sampleCount: 30 },
} as const;

const secondsSince = (start: number): number => (performance.now() - start) / 1_000;
const rounded = (value: number): number => Math.round(value * 10) / 10;

function build({ customers, items }: GeneratedLedger): PartitionColumns {
  const ibanCount = customers.reduce((count, customer) => count + customer.ibans.length, 0);
  const size = { itemCount: items.length, customerCount: customers.length, ibanCount, textBytes: items.length * 32 };
  const builder = partitionBuilder(size);
  for (const customer of customers) builder.addCustomer(customer);
  for (const item of items) builder.addItem(item);
  return builder.finish();
}

/** The peer: finds the item whose number stands in the text as written and whose residual is the amount. */
function findByIncludes(payment: Payment, byNumber: ReadonlyMap<string, PartitionItem>): PartitionItem | null {
  const text = payment.remittance.join(' ');
  for (const [number, item] of byNumber)
    if (text.includes(number) && item.residualMinor === payment.unappliedMinor) return item;
  return null;
}

/** Runs the benchmark once; the caller repeats it and takes the median. */
export async function run({ size }: { size: keyof typeof sizes }): Promise<Record<string, unknown>> {
  const { itemCount, paymentCount, sampleCount } = sizes[size];
  const ledger = generateLedger({ itemCount, paymentCount });
  const buildStart = performance.now();
  const columns = build(ledger);
  const buildSeconds = secondsSince(buildStart);
  const proposer = openProposer(openPartition(columns), columns.itemResiduals, everything);

  // A few payments first: the compiler's work is not the engine's.
  for (const payment of ledger.payments.slice(0, 500)) proposer.propose(payment);

  const start = performance.now();
  const processorStart = process.cpuUsage();
  const proposals = ledger.payments.map((payment) => proposer.propose(payment));
  const { user, system } = process.cpuUsage(processorStart);
  const paymentsPerSecond = paymentCount / secondsSince(start);

  const output = createHash('sha256');
  for (const { certificate } of proposals) output.update(JSON.stringify(certificate));

  const byNumber = new Map(ledger.items.map((item) => [item.documentNumber, item]));
  const peerStart = performance.now();
  const peerFoundCount = ledger.payments
    .slice(0, sampleCount)
    .filter((payment) => findByIncludes(payment, byNumber) !== null).length;
  const peerPerSecond = sampleCount / secondsSince(peerStart);

  return {
    size,
    itemCount,
    paymentCount,
    buildSeconds: rounded(buildSeconds),
    paymentsPerSecond: Math.round(paymentsPerSecond),
    // Steadier than the wall clock where a machine is shared; counts the garbage collector's threads as well.
    paymentsPerProcessorSecond: Math.round((paymentCount * 1_000_000) / (user + system)),
    bytesPerItem: rounded(columnsBytes(columns) / itemCount),
    appliedCount: proposals.filter(({ outlook }) => outlook.claim !== null).length,
    peer: 'Map + String.includes over all items',
    peerPaymentsPerSecond: rounded(peerPerSecond),
    peerFoundCount,
    timesPeer: Math.round(paymentsPerSecond / peerPerSecond),
    outputSha256: output.digest('hex'),
  };
}
