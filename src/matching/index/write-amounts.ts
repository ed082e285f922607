import { sharedDoubles, sharedUint32 } from './shared-arrays.ts';

/** Rows of one partition: the row stands in 24 bits beside an amount. */
export const mostItems = 2 ** 24;

/** Open rows free of dispute by amount, then by row: a native sort of amount and row packed into one integer. */
export function writeAmounts(residuals: Float64Array, disputed: Uint8Array) {
  let openCount = 0;
  for (const residual of residuals) if (residual !== 0) openCount += 1;
  const packed = new BigUint64Array(openCount);
  let used = 0;
  for (let row = 0; row < residuals.length; row += 1) {
    const amount = Math.abs(residuals[row] ?? 0);
    // Larger ones (over ten billion) are found by their references only.
    if (amount === 0 || amount >= 2 ** 40 || disputed[row] === 1) continue;
    packed[used] = (BigInt(amount) << 24n) | BigInt(row);
    used += 1;
  }
  const sorted = packed.subarray(0, used).toSorted();
  const amountRows = sharedUint32(used);
  const amountValues = sharedDoubles(used);
  for (let at = 0; at < used; at += 1) {
    const entry = sorted[at] ?? 0n;
    amountRows[at] = Number(entry & 0xffffffn);
    amountValues[at] = Number(entry >> 24n);
  }
  return { amountRows, amountValues };
}
