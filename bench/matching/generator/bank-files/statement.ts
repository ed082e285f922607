/** What both spellings of a bank statement are made from. */
import type { BenchLine } from '../../types.ts';

/** The lines of one account and day, and the balances around them; minor units, signed. */
export type DayStatement = Readonly<{
  /** IBAN. */
  account: string;
  currency: string;
  date: string;
  /** From 1, without a gap. */
  sequence: number;
  openingMinor: number;
  closingMinor: number;
  lines: readonly BenchLine[];
}>;

/** `1234.50` of 123450 or -123450: all currencies of the benchmark have two decimals. */
export function decimal(minor: number, point: '.' | ','): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${digits.slice(0, -2)}${point}${digits.slice(-2)}`;
}
