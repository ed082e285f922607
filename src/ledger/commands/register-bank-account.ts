/** Which bank accounts feed a ledger, and what the company wants done with doubts about their statements. */
import type { Pool, PoolClient } from 'pg';
import { defaultPolicy, type AccountPolicy, type AccountSettings } from '../../domain/account-policy.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { BankAccountId, LedgerId } from '../../domain/ids.ts';
import type { StatementFormat } from '../../domain/statement.ts';
import { appendAuditEvents, type Act } from '../audit.ts';
import { contentId } from '../content-id.ts';
import { LedgerError } from '../errors.ts';
import { enqueue } from '../jobs.ts';
import { inLedger } from '../transaction.ts';

/** Settings that are absent stay as they are; of a new account they are {@link defaultPolicy}. */
type BankAccount = AccountSettings &
  Readonly<{ identifier: string; currency: CurrencyCode; name: string; glAccount: string }>;

type Kept = AccountPolicy &
  Readonly<{
    currency: CurrencyCode;
    name: string;
    glAccount: string;
    masterFormat: StatementFormat | null;
    aliases: readonly string[];
  }>;

/**
 * Registers a bank account, or changes its name, settings and aliases; registering it again as it is changes nothing.
 * A change may be what held files wait for: they are looked at again.
 *
 * @throws LedgerError `ledger.bank_account_in_other_ledger`, `ledger.bank_account_changed`,
 *   `ledger.bank_account_alias_taken`
 */
export async function registerBankAccount(
  pool: Pool,
  ledgerId: LedgerId,
  account: BankAccount,
  act: Act,
): Promise<'registered' | 'changed' | 'unchanged'> {
  const { identifier, currency, ...given } = account;
  return inLedger(pool, ledgerId, async (tx) => {
    await claim(tx, ledgerId, [identifier, ...(given.aliases ?? [])]);
    const id = contentId<BankAccountId>('bank_account', ledgerId, identifier);
    const before = await findKept(tx, ledgerId, identifier);
    if (before !== null && before.currency !== currency) {
      throw new LedgerError('ledger.bank_account_changed', { account: identifier, currency: before.currency });
    }
    const after: Kept = { ...(before ?? newAccount), ...withoutAbsent(given), currency };
    const kept = { ...after, aliases: [...new Set(after.aliases)].toSorted() };
    if (before !== null && JSON.stringify(sorted(before)) === JSON.stringify(sorted(kept))) return 'unchanged';
    await write(tx, ledgerId, id, identifier, kept);
    await writeAliases(tx, ledgerId, id, identifier, kept.aliases);
    const outcome = before === null ? 'registered' : 'changed';
    const details = { identifier, ...sorted(kept) };
    await appendAuditEvents(tx, ledgerId, [{ type: `bank_account.${outcome}`, subject: id, details }], act);
    const held = await tx.query(`select from statement_file where ledger_id = $1 and state = 'held' limit 1`, [
      ledgerId,
    ]);
    if (held.rowCount === 1) await enqueue(tx, ledgerId, 'publish', '');
    return outcome;
  });
}

const newAccount = { ...defaultPolicy, masterFormat: null, aliases: [] } as const;

const withoutAbsent = <Given extends object>(given: Given): Given =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Given;

/** In one order, so that two can be compared and the audit event is the same on every run. */
const sorted = (kept: Kept) => ({
  currency: kept.currency,
  name: kept.name,
  glAccount: kept.glAccount,
  masterFormat: kept.masterFormat,
  aliases: kept.aliases,
  onMissingStatement: kept.onMissingStatement,
  onAbsentBalance: kept.onAbsentBalance,
  onTotalsMismatch: kept.onTotalsMismatch,
  onSequenceGap: kept.onSequenceGap,
  onBalanceMismatch: kept.onBalanceMismatch,
});

/** A number belongs to one ledger: the same statement can't be booked in two companies. */
async function claim(tx: PoolClient, ledgerId: LedgerId, identifiers: readonly string[]): Promise<void> {
  const ordered = [...new Set(identifiers)].toSorted();
  await tx.query(
    `insert into bank_account_directory (identifier, ledger_id) select number, $2 from unnest($1::text[]) as t (number)
     order by number collate "C" on conflict (identifier) do nothing`,
    [ordered, ledgerId],
  );
  const { rows } = await tx.query<{ identifier: string }>(
    `select identifier from bank_account_directory where identifier = any($1) and ledger_id <> $2
     order by identifier collate "C" limit 1`,
    [ordered, ledgerId],
  );
  const [foreign] = rows;
  if (foreign !== undefined)
    throw new LedgerError('ledger.bank_account_in_other_ledger', { account: foreign.identifier });
}

async function findKept(tx: PoolClient, ledgerId: LedgerId, identifier: string): Promise<Kept | null> {
  const { rows } = await tx.query<Kept>(
    `select currency, name, gl_account as "glAccount", master_format as "masterFormat",
       on_missing_statement as "onMissingStatement", on_absent_balance as "onAbsentBalance",
       on_totals_mismatch as "onTotalsMismatch", on_sequence_gap as "onSequenceGap",
       on_balance_mismatch as "onBalanceMismatch", array(
         select l.alias from bank_account_alias l where l.ledger_id = a.ledger_id and l.bank_account_id = a.id
         order by l.alias collate "C") as aliases
     from bank_account a where ledger_id = $1 and identifier = $2 for update`,
    [ledgerId, identifier],
  );
  return rows[0] ?? null;
}

async function write(
  tx: PoolClient,
  ledgerId: LedgerId,
  id: BankAccountId,
  identifier: string,
  kept: Kept,
): Promise<void> {
  await tx.query(
    `insert into bank_account (ledger_id, id, identifier, currency, name, gl_account, master_format,
       on_missing_statement, on_absent_balance, on_totals_mismatch, on_sequence_gap, on_balance_mismatch)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (ledger_id, id) do update set name = excluded.name, gl_account = excluded.gl_account,
       master_format = excluded.master_format, on_missing_statement = excluded.on_missing_statement,
       on_absent_balance = excluded.on_absent_balance, on_totals_mismatch = excluded.on_totals_mismatch,
       on_sequence_gap = excluded.on_sequence_gap, on_balance_mismatch = excluded.on_balance_mismatch`,
    [
      ledgerId,
      id,
      identifier,
      kept.currency,
      kept.name,
      kept.glAccount,
      kept.masterFormat,
      kept.onMissingStatement,
      kept.onAbsentBalance,
      kept.onTotalsMismatch,
      kept.onSequenceGap,
      kept.onBalanceMismatch,
    ],
  );
}

async function writeAliases(
  tx: PoolClient,
  ledgerId: LedgerId,
  id: BankAccountId,
  identifier: string,
  aliases: readonly string[],
): Promise<void> {
  const taken = await tx.query<{ alias: string }>(
    `select alias from bank_account_alias where ledger_id = $1 and alias = any($2) and bank_account_id <> $3
     union all
     select identifier from bank_account where ledger_id = $1 and identifier = any($2) and id <> $3
     union all
     select alias from bank_account_alias where ledger_id = $1 and alias = $4 and bank_account_id <> $3 limit 1`,
    [ledgerId, aliases, id, identifier],
  );
  const [one] = taken.rows;
  if (one !== undefined) throw new LedgerError('ledger.bank_account_alias_taken', { alias: one.alias });
  await tx.query('delete from bank_account_alias where ledger_id = $1 and bank_account_id = $2', [ledgerId, id]);
  await tx.query(
    'insert into bank_account_alias (ledger_id, alias, bank_account_id) select $1, alias, $2 from unnest($3::text[]) as t (alias)',
    [ledgerId, id, aliases],
  );
}
