import type { Pool } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import { readBaseCurrency } from '../commands/lock-settlement-rows.ts';
import { inLedger } from '../transaction.ts';

/** The currency that the books of the ledger are kept in. */
export const findBaseCurrency = (pool: Pool, ledgerId: LedgerId): Promise<CurrencyCode> =>
  inLedger(pool, ledgerId, (tx) => readBaseCurrency(tx, ledgerId), 'snapshot');
