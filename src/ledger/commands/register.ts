/** Who we keep books for. */
import type { Pool } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { LedgerError } from '../errors.ts';

const codePattern = /^[^\p{C}\p{Z}](?:[^\p{C}]{0,33}[^\p{C}\p{Z}])?$/u;

/**
 * Creates the ledger, or finds it when the code is taken.
 *
 * @throws LedgerError `ledger.code_invalid`
 */
export async function ensureLedger(pool: Pool, code: string, name: string): Promise<LedgerId> {
  if (!codePattern.test(code))
    throw new LedgerError('ledger.code_invalid', { ledger: JSON.stringify(code.slice(0, 40)) });
  await pool.query('insert into ledger (code, name) values ($1, $2) on conflict (code) do nothing', [code, name]);
  return findLedger(pool, code);
}

/** @throws LedgerError `ledger.ledger_unknown` */
export async function findLedger(pool: Pool, code: string): Promise<LedgerId> {
  const { rows } = await pool.query<{ id: LedgerId }>('select id from ledger where code = $1', [code]);
  const [row] = rows;
  if (row === undefined) throw new LedgerError('ledger.ledger_unknown', { ledger: code });
  return row.id;
}

export async function listLedgers(
  pool: Pool,
): Promise<readonly Readonly<{ id: LedgerId; code: string; name: string }>[]> {
  const { rows } = await pool.query<{ id: LedgerId; code: string; name: string }>(
    'select id, code, name from ledger order by id',
  );
  return rows;
}
