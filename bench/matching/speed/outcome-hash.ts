import { createHash } from 'node:crypto';
import type { AppliedClaim } from '../../../src/matching/settle.ts';

/** What was applied, as a hash: who is faster by doing something else has another. */
export function outcomeHash(applied: readonly AppliedClaim[]): string {
  const hash = createHash('sha256');
  for (const { paymentId, lines } of applied)
    for (const { openItemId, clearedMinor } of lines) hash.update(`${paymentId} ${openItemId} ${clearedMinor}\n`);
  return hash.digest('hex');
}
