/**
 * Decision 0007: bigint minor units beside decimal.js and floats, in time, in size and in cents.
 *
 * Run: `npx tsx --expose-gc bench/decisions/money.ts` (about 30 seconds)
 */
import { parseAmount } from '../../src/domain/money.ts';
import { compareMs, printMachine, printTable, ratioRows } from './measure.ts';
import { loadPeer } from './peers.ts';

type Decimal = Readonly<{ plus: (other: Decimal) => Decimal; toFixed: (places: number) => string }>;
type DecimalConstructor = new (value: string) => Decimal;

const amountCount = 500_000;
const Decimal = loadPeer<DecimalConstructor>('decimal.js');

const written = Array.from({ length: amountCount }, (_, index) => {
  const minor = (index * 7_919_317) % 99_999_999;
  return `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
});

function parseToMinor(decimal: string): bigint {
  const amount = parseAmount(decimal, 'EUR');
  if (!amount.ok) throw new Error(`${decimal}: ${amount.error}`);
  return amount.value.minor;
}

const asBigint = written.map(parseToMinor);
const asDecimal = written.map((decimal) => new Decimal(decimal));
const asFloat = written.map((decimal) => +decimal);

const sumBigint = () => asBigint.reduce((sum, minor) => sum + minor, 0n);
const sumDecimal = () => asDecimal.reduce((sum, amount) => sum.plus(amount), new Decimal('0'));
const sumFloat = () => asFloat.reduce((sum, amount) => sum + amount, 0);

/** Heap bytes that one value takes, its place in an array included. */
function bytesEach(make: (decimal: string) => unknown): string {
  const { gc } = globalThis;
  if (gc === undefined) return 'run with --expose-gc';
  gc();
  const before = process.memoryUsage().heapUsed;
  const values = written.map(make);
  gc();
  const bytes = (process.memoryUsage().heapUsed - before) / values.length;
  return bytes.toFixed(0);
}

printMachine();
printTable(
  `Sum of ${amountCount} amounts`,
  ratioRows(await compareMs({ bigint: sumBigint, 'decimal.js': sumDecimal, float: sumFloat })),
);
printTable(
  `Reading ${amountCount} written amounts`,
  ratioRows(
    await compareMs({
      'bigint (parseAmount)': () => written.map(parseToMinor),
      'decimal.js': () => written.map((decimal) => new Decimal(decimal)),
    }),
  ),
);
printTable('Heap bytes of a value', [
  { bigint: bytesEach(parseToMinor), 'decimal.js': bytesEach((decimal) => new Decimal(decimal)) },
]);

const exact = sumBigint();
printTable('The same sum in cents', [
  { way: 'bigint', sum: `${exact / 100n}.${exact % 100n}` },
  { way: 'decimal.js', sum: sumDecimal().toFixed(2) },
  { way: 'float', sum: String(sumFloat()) },
]);
printTable('Floats, small cases', [
  { expression: '0.1 + 0.2', result: String(0.1 + 0.2) },
  { expression: '(1.005).toFixed(2)', result: (1.005).toFixed(2) },
  { expression: '1.15 * 100', result: String(1.15 * 100) },
  {
    expression: 'a JSON number, 90071992547409.93, in cents',
    result: String(+'90071992547409.93' * 100),
  },
]);
