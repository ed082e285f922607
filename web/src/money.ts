/** Reckoning with decimal strings: in whole minor units, so that a remainder of zero is zero. */

const digitsOf = (value: string): number => value.split('.')[1]?.length ?? 0;

/** `"12.5"`, 2 → 1250n; null for what is no amount with at most `digits` decimals. */
export function minorOf(value: string, digits: number): bigint | null {
  const written = value
    .trim()
    .replaceAll(/[\s\u00A0\u202F]/g, '')
    .replace(',', '.');
  if (!/^-?\d{1,15}(\.\d*)?$/.test(written) || digitsOf(written) > digits) return null;
  const [whole = '0', fraction = ''] = written.split('.');
  return BigInt(whole + fraction.padEnd(digits, '0'));
}

export function decimalOf(minor: bigint, digits: number): string {
  const sign = minor < 0n ? '-' : '';
  const text = String(minor < 0n ? -minor : minor).padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** How many decimals the service wrote: it writes all that the currency has. */
export const digitsIn = digitsOf;

export type Amount = Readonly<{ value: string; currency: string }>;

/** Of an amount as the service writes it. */
const writtenMinor = ({ value }: Amount): bigint => BigInt(value.replace('.', ''));

export const isZero = (amount: Amount): boolean => writtenMinor(amount) === 0n;

/** `a − b`, of one currency. */
export const differenceOf = (a: Amount, b: Amount): Amount => ({
  value: decimalOf(writtenMinor(a) - writtenMinor(b), digitsOf(a.value)),
  currency: a.currency,
});

/** One sum a currency, in the order in which the currencies first come. */
export function sumsOf(amounts: readonly Amount[]): readonly Amount[] {
  const sums = new Map<string, Readonly<{ minor: bigint; digits: number }>>();
  for (const amount of amounts) {
    const { minor } = sums.get(amount.currency) ?? { minor: 0n };
    sums.set(amount.currency, { minor: minor + writtenMinor(amount), digits: digitsOf(amount.value) });
  }
  return [...sums].map(([currency, { minor, digits }]) => ({ value: decimalOf(minor, digits), currency }));
}
