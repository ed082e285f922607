/** Euro amounts as the files write them. */
import { formatDecimal } from '../../src/domain/money.ts';
import type { DemoEntry } from './model.ts';
import { currency } from './trusted.ts';

const euro = currency('EUR');

/** `1250.00` */
export const decimal = (minor: bigint): string => formatDecimal({ minor, currency: euro });
/** `1250,00`, as SWIFT and French spreadsheets write it. */
export const decimalComma = (minor: bigint): string => decimal(minor).replace('.', ',');

export const amountOf = (entry: DemoEntry): bigint =>
  entry.payments.reduce((sum, payment) => sum + payment.amountMinor, 0n);

/** Money out counts down. */
const signedAmountOf = (entry: DemoEntry): bigint => (entry.side === 'credit' ? amountOf(entry) : -amountOf(entry));
export const signedSum = (entries: readonly DemoEntry[]): bigint =>
  entries.reduce((sum, entry) => sum + signedAmountOf(entry), 0n);
