/**
 * Numbers that a bank gives its statements: `LglSeqNb`, `ElctrncSeqNb`, `:28C:`, the CODA number. They help to name what
 * is missing; the balances decide. Banks start again at 1 in a new year, and some at any time.
 */
import type { ChainLink } from './statement-chain.ts';

/** The number before the slash (`12/1`: number 12, page 1); null when there is none. */
export function sequenceNumber(sequence: string | null): number | null {
  const digits = /^\s*(\d{1,9})\s*(?:\/|$)/.exec(sequence ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

type Numbered = Pick<ChainLink, 'statementDate' | 'sequence' | 'format'>;

/** The numbers between two neighbours of one year; null when none is missing, or nothing can be said. */
export function missingNumbers(before: Numbered, after: Numbered): Readonly<{ from: number; to: number }> | null {
  const [first, last] = [sequenceNumber(before.sequence), sequenceNumber(after.sequence)];
  if (first === null || last === null || before.format !== after.format) return null;
  const isOneYear = before.statementDate.slice(0, 4) === after.statementDate.slice(0, 4);
  return isOneYear && last > first + 1 ? { from: first + 1, to: last - 1 } : null;
}
