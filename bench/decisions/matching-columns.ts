/**
 * Decision 0020: the documents of a ledger as columns in shared memory beside objects and a Map, and whole minor units as
 * doubles beside bigints.
 *
 * Run: `npx tsx --expose-gc bench/decisions/matching-columns.ts` (about a minute)
 */
import { Worker } from 'node:worker_threads';
import type { CustomerId } from '../../src/domain/ids.ts';
import type { PartitionItem } from '../../src/domain/partition.ts';
import { columnsBytes, partitionBuilder, type PartitionColumns } from '../../src/matching/index/partition.ts';
import { generateBenchmark } from '../matching/generator/generate.ts';
import { idOf, itemOf } from '../matching/lettrage.ts';
import { compareMs, medianOf, printMachine, printTable, ratioRows, timeMs } from './measure.ts';

const {
  customers,
  items: open,
  closed,
} = generateBenchmark({
  seed: 7,
  profile: 'base',
  items: 250_000,
  lines: 0,
  days: 1,
});
const items: readonly PartitionItem[] = [
  ...open.map((item) => itemOf(item, 'd', Math.abs(item.amount))),
  ...closed.map((item) => itemOf(item, 'e', 0)),
];
const itemCount = items.length;

function buildColumns(): PartitionColumns {
  const builder = partitionBuilder({
    itemCount,
    customerCount: customers.length,
    ibanCount: customers.reduce((count, { ibans }) => count + ibans.length, 0),
    textBytes: 0,
  });
  for (const { id, code, name, ibans } of customers)
    builder.addCustomer({ customerId: idOf<CustomerId>('c', id), code, name, ibans });
  for (const item of items) builder.addItem(item);
  return builder.finish();
}

/** What one writes first: each document an object of its own, found by its number. */
const buildMap = (): ReadonlyMap<string, PartitionItem> =>
  new Map(items.map((item) => [item.documentNumber, structuredClone(item)]));

function heapBytes(): number {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('run with --expose-gc');
  gc();
  return process.memoryUsage().heapUsed;
}

/** A thread that says when a message has come. */
const echo = `const { parentPort } = require('node:worker_threads'); parentPort.on('message', () => parentPort.postMessage(0));`;

/** Milliseconds until a thread that waits has the value, five times, the middle one. */
async function handOverMs(value: unknown): Promise<number> {
  const worker = new Worker(echo, { eval: true });
  const answered = () => new Promise((resolve) => void worker.once('message', resolve));
  const times: number[] = [];
  for (let round = 0; round < 6; round += 1)
    times.push(
      await timeMs(() => {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        worker.postMessage(value);
        return answered();
      }),
    );
  await worker.terminate();
  // The first start of the thread is nobody's fault.
  return medianOf(times.slice(1));
}

const columns = buildColumns();
const bytesBefore = heapBytes();
const map = buildMap();
const mapBytes = heapBytes() - bytesBefore;
printMachine();
printTable(`${itemCount} documents, ${customers.length} customers`, [
  {
    way: 'columns in shared memory',
    'bytes a document': (columnsBytes(columns) / itemCount).toFixed(0),
    'ms to hand to a thread': (await handOverMs(columns)).toFixed(1),
  },
  {
    way: 'Map of objects, numbers only',
    'bytes a document': (mapBytes / itemCount).toFixed(0),
    'ms to hand to a thread': (await handOverMs(map)).toFixed(1),
  },
]);

const { itemResiduals, customerItemStarts, customerOpenEnds, customerCount } = columns;
const asBigints = BigInt64Array.from(itemResiduals, BigInt);

/** The open items of each customer summed, and those that have one amount counted: what hypotheses by amount do. */
function sumDoubles(): number {
  let found = 0;
  for (let customer = 0; customer < customerCount; customer += 1) {
    let sum = 0;
    const end = customerOpenEnds[customer] ?? 0;
    for (let item = customerItemStarts[customer] ?? 0; item < end; item += 1) {
      const residual = itemResiduals[item] ?? 0;
      sum += residual;
      if (residual === 12_000) found += 1;
    }
    if (sum === 0) found += 1;
  }
  return found;
}

function sumBigints(): number {
  let found = 0;
  for (let customer = 0; customer < customerCount; customer += 1) {
    let sum = 0n;
    const end = customerOpenEnds[customer] ?? 0;
    for (let item = customerItemStarts[customer] ?? 0; item < end; item += 1) {
      const residual = asBigints[item] ?? 0n;
      sum += residual;
      if (residual === 12_000n) found += 1;
    }
    if (sum === 0n) found += 1;
  }
  return found;
}

if (sumDoubles() !== sumBigints()) throw new Error('the two ways differ');
printTable(
  'Sums of the open items of every customer',
  ratioRows(await compareMs({ 'doubles, whole minor units': sumDoubles, bigints: sumBigints }, 15)),
);
