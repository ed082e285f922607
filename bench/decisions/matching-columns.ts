/**
 * Decision 0020: the documents of a ledger as columns in shared memory beside objects and a Map, and whole minor units as
 * doubles beside bigints.
 *
 * Run: `npx tsx --expose-gc bench/decisions/matching-columns.ts` (about a minute)
 */
import { Worker } from 'node:worker_threads';
import type { PartitionItem } from '../../src/domain/partition.ts';
import { columnsBytes, partitionBuilder, type PartitionColumns } from '../../src/matching/index/partition.ts';
import { generateLedger } from '../matching/generate.ts';
import { compareMs, medianOf, printMachine, printTable, ratioRows, timeMs } from './measure.ts';

const itemCount = 500_000;
const ledger = generateLedger({ itemCount, paymentCount: 0 });

function buildColumns(): PartitionColumns {
  const { customers, items } = ledger;
  const builder = partitionBuilder({
    itemCount,
    customerCount: customers.length,
    ibanCount: customers.length,
    textBytes: 0,
  });
  for (const customer of customers) builder.addCustomer(customer);
  for (const item of items) builder.addItem(item);
  return builder.finish();
}

/** What one writes first: each document an object of its own, found by its number. */
const buildMap = (): ReadonlyMap<string, PartitionItem> =>
  new Map(ledger.items.map((item) => [item.documentNumber, structuredClone(item)]));

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
printTable(`${itemCount} documents, ${ledger.customers.length} customers`, [
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
