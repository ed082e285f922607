/**
 * Decision 0007: bigint minor units beside decimal.js and floats: sums, reading, rates, bytes of a value, and what is right
 * to the cent. Ways take turns and medians are compared, because no machine is quiet.
 */
import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Decimal } from 'decimal.js';
import { parseCurrency, type CurrencyCode } from '../../src/domain/currency.ts';
import { parseAmount } from '../../src/domain/money.ts';
import { valueInBase } from '../../src/ledger/plan/exchange.ts';
import { compareMs } from '../decisions/measure.ts';

const sizes = { small: 2_000, canonical: 500_000 };
const rates = ['1.0842', '163.25', '0.85573', '4.2385', '11.0635'];

function currencyOf(code: string): CurrencyCode {
  const currency = parseCurrency(code);
  if (!currency.ok) throw new Error(`${code}: ${currency.error}`);
  return currency.value;
}
const usd = currencyOf('USD');
const eur = currencyOf('EUR');

function minorOf(decimal: string): bigint {
  const amount = parseAmount(decimal, 'EUR');
  if (!amount.ok) throw new Error(`${decimal}: ${amount.error}`);
  return amount.value.minor;
}

const writtenAmounts = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const minor = (index * 7_919_317) % 99_999_999;
    return `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
  });

const rateAt = (index: number): string => rates[index % rates.length] ?? '1';

/** Heap bytes that one value takes, its place in an array included. */
function bytesEach(written: readonly string[], make: (decimal: string) => unknown): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const values = written.map((decimal) => make(decimal));
  collect();
  return Math.round((process.memoryUsage().heapUsed - before) / values.length);
}

/** Times as multiples of the first. */
function ratios(medians: ReadonlyMap<string, number>): Readonly<Record<string, string>> {
  const [base = 1] = medians.values();
  return Object.fromEntries([...medians].map(([way, ms]) => [way, (ms / base).toFixed(1)]));
}

const inCents = (sum: bigint): string => `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`;

export async function run({ size }: { size: keyof typeof sizes }): Promise<Record<string, unknown>> {
  const written = writtenAmounts(sizes[size]);
  const asBigint = written.map((decimal) => minorOf(decimal));
  const asDecimal = written.map((decimal) => new Decimal(decimal));
  const asFloat = written.map((decimal) => Number(decimal));
  const bigintSum = () => asBigint.reduce((sum, minor) => sum + minor, 0n);
  const decimalSum = () => asDecimal.reduce((sum, amount) => sum.plus(amount), new Decimal(0));
  const floatSum = () => asFloat.reduce((sum, amount) => sum + amount, 0);
  const bigintValues = () => asBigint.map((minor, index) => valueInBase(minor, usd, rateAt(index), eur) ?? -1n);
  const decimalValues = () =>
    asDecimal.map((amount, index) => amount.div(rateAt(index)).toFixed(2, Decimal.ROUND_HALF_UP));
  const floatValues = () => asFloat.map((amount, index) => (amount / Number(rateAt(index))).toFixed(2));

  const values = bigintValues().map((minor) => inCents(minor));
  const decimals = decimalValues();
  const floats = floatValues();
  const unlike = (others: readonly string[]): number => others.filter((text, index) => text !== values[index]).length;
  return {
    amounts: written.length,
    sumTimes: ratios(await compareMs({ bigint: bigintSum, 'decimal.js': decimalSum, float: floatSum })),
    readingTimes: ratios(
      await compareMs({
        'bigint, currency and digits checked': () => written.map((decimal) => minorOf(decimal)),
        'decimal.js': () => written.map((decimal) => new Decimal(decimal)),
      }),
    ),
    rateTimes: ratios(await compareMs({ bigint: bigintValues, 'decimal.js': decimalValues, float: floatValues })),
    heapBytes: {
      bigint: bytesEach(written, minorOf),
      'decimal.js': bytesEach(written, (decimal) => new Decimal(decimal)),
    },
    sums: { bigint: inCents(bigintSum()), 'decimal.js': decimalSum().toFixed(2), float: String(floatSum()) },
    ratesUnlikeBigint: { 'decimal.js': unlike(decimals), float: unlike(floats) },
    output: createHash('sha256').update(values.join('\n')).digest('hex').slice(0, 16),
  };
}
