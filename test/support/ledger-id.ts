import type { LedgerId } from '../../src/domain/ids.ts';

function assertLedgerId(value: number): asserts value is LedgerId {
  if (!Number.isSafeInteger(value) || value <= 0) throw new Error(`${value} is no ledger id.`);
}

/** A ledger's id, for tests that need one and no more. */
export function ledgerId(value: number): LedgerId {
  assertLedgerId(value);
  return value;
}
