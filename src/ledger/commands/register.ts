/** Who we keep books for, and which bank accounts feed them. */
import type { Pool } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { BankAccountId, LedgerId } from '../../domain/ids.ts';
import { appendAuditEvents, type Act } from '../audit.ts';
import { contentId } from '../content-id.ts';
import { LedgerError } from '../errors.ts';
import { inLedger } from '../transaction.ts';

export type BankAccount = Readonly<{ identifier: string; currency: CurrencyCode; name: string; glAccount: string }>;

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

/**
 * Registers a bank account, or renames it; registering it again as it is changes nothing.
 *
 * @throws LedgerError `ledger.bank_account_in_other_ledger`, `ledger.bank_account_changed`
 */
export async function registerBankAccount(
  pool: Pool,
  ledgerId: LedgerId,
  account: BankAccount,
  act: Act,
): Promise<'registered' | 'changed' | 'unchanged'> {
  const { identifier, currency, name, glAccount } = account;
  return inLedger(pool, ledgerId, async (tx) => {
    await tx.query(
      'insert into bank_account_directory (identifier, ledger_id) values ($1, $2) on conflict (identifier) do nothing',
      [identifier, ledgerId],
    );
    const owner = await tx.query<{ ledger_id: LedgerId }>(
      'select ledger_id from bank_account_directory where identifier = $1',
      [identifier],
    );
    if (owner.rows[0]?.ledger_id !== ledgerId) {
      throw new LedgerError('ledger.bank_account_in_other_ledger', { account: identifier });
    }
    const existing = await tx.query<{ currency: string; name: string; gl_account: string }>(
      'select currency, name, gl_account from bank_account where ledger_id = $1 and identifier = $2 for update',
      [ledgerId, identifier],
    );
    const [before] = existing.rows;
    if (before !== undefined && before.currency !== currency) {
      throw new LedgerError('ledger.bank_account_changed', { account: identifier, currency: before.currency });
    }
    if (before !== undefined && before.name === name && before.gl_account === glAccount) return 'unchanged';
    const id = contentId<BankAccountId>('bank_account', ledgerId, identifier);
    await tx.query(
      `insert into bank_account (ledger_id, id, identifier, currency, name, gl_account) values ($1, $2, $3, $4, $5, $6)
       on conflict (ledger_id, id) do update set name = excluded.name, gl_account = excluded.gl_account`,
      [ledgerId, id, identifier, currency, name, glAccount],
    );
    const outcome = before === undefined ? 'registered' : 'changed';
    const details = { identifier, currency, name, glAccount };
    await appendAuditEvents(tx, ledgerId, [{ type: `bank_account.${outcome}`, subject: id, details }], act);
    return outcome;
  });
}
