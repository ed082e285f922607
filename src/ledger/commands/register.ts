/** Who we keep books for. */
import type { Pool } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import { appendAuditEvents, type Act } from '../audit.ts';
import { LedgerError } from '../errors.ts';
import { inLedger } from '../transaction.ts';

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

export type LedgerRecord = Readonly<{ code: string; name: string; baseCurrency: CurrencyCode }>;

/**
 * Opens a ledger; asked again for the same, finds it.
 *
 * @throws LedgerError `ledger.code_invalid`, `ledger.ledger_differs`
 */
export async function openLedger(pool: Pool, ledger: LedgerRecord, act: Act): Promise<'opened' | 'found'> {
  const { code, name, baseCurrency } = ledger;
  if (!codePattern.test(code)) throw new LedgerError('ledger.code_invalid', { ledger: JSON.stringify(code) });
  const { rowCount } = await pool.query(
    'insert into ledger (code, name, base_currency) values ($1, $2, $3) on conflict (code) do nothing',
    [code, name, baseCurrency],
  );
  const known = await describeLedger(pool, code);
  if (known.name !== name || known.baseCurrency !== baseCurrency) {
    throw new LedgerError('ledger.ledger_differs', { ledger: code, name: known.name, currency: known.baseCurrency });
  }
  const ledgerId = await findLedger(pool, code);
  await inLedger(pool, ledgerId, async (tx) => {
    // The first event of its chain; a crash behind the insert above is mended by asking again.
    const { rows } = await tx.query('select from audit_head where ledger_id = $1', [ledgerId]);
    const details = { code, name, baseCurrency };
    if (rows.length === 0)
      await appendAuditEvents(tx, ledgerId, [{ type: 'books.opened', subject: code, details }], act);
  });
  return rowCount === 1 ? 'opened' : 'found';
}

/** @throws LedgerError `ledger.ledger_unknown` */
export async function describeLedger(pool: Pool, code: string): Promise<LedgerRecord> {
  const { rows } = await pool.query<LedgerRecord>(
    'select code, name, base_currency as "baseCurrency" from ledger where code = $1',
    [code],
  );
  const [row] = rows;
  if (row === undefined) throw new LedgerError('ledger.ledger_unknown', { ledger: code });
  return row;
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
