import type { Pool } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { DecidedWriteOff } from '../../domain/match.ts';
import { readBaseCurrency } from '../commands/lock-settlement-rows.ts';
import { readSetTolerances } from '../commands/needs-approval.ts';
import { inLedger } from '../transaction.ts';

/**
 * The differences that a run over payments of this currency may book by itself. In the base currency: discounts, which the
 * documents grant; what is let off, roundings and fees, once the ledger has set its limits.
 */
export async function readAllowedDifferences(
  pool: Pool,
  ledgerId: LedgerId,
  currency: CurrencyCode,
): Promise<readonly DecidedWriteOff['kind'][]> {
  return inLedger(pool, ledgerId, async (tx) => {
    if (currency !== (await readBaseCurrency(tx, ledgerId))) return [];
    const limits = await readSetTolerances(tx, ledgerId);
    return limits === null ? ['discount'] : ['discount', 'rounding', 'fee'];
  });
}
