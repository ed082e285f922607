/** The bank accounts that statements name: by their number, by the IBAN that it makes, or by an alias. */
import type { PoolClient } from 'pg';
import type { AccountPolicy } from '../../domain/account-policy.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { StatementFormat, StatementSummary } from '../../domain/statement.ts';
import type { JudgedAccount } from '../plan/judge-statement.ts';
import type { AccountRow } from './write-statements.ts';

export type LedgerAccount = AccountRow & JudgedAccount;

export type LedgerAccounts = Readonly<{
  /** In the order of their ids, each once. */
  all: readonly LedgerAccount[];
  of(summary: Pick<StatementSummary, 'account' | 'accountIban'>): LedgerAccount | null;
}>;

type Row = AccountRow & AccountPolicy & Readonly<{ masterFormat: StatementFormat | null; aliases: readonly string[] }>;

/** Locks them until the transaction ends: what is published of an account is published one after the other. */
export async function lockAccounts(
  tx: PoolClient,
  ledgerId: LedgerId,
  statements: readonly Pick<StatementSummary, 'account' | 'accountIban'>[],
): Promise<LedgerAccounts> {
  const named = statements.flatMap(({ account, accountIban }) => [account, accountIban]).filter((key) => key !== null);
  const { rows } = await tx.query<Row>(
    `select id, identifier, currency, gl_account as "glAccount", master_format as "masterFormat",
       on_missing_statement as "onMissingStatement", on_absent_balance as "onAbsentBalance",
       on_totals_mismatch as "onTotalsMismatch", on_sequence_gap as "onSequenceGap",
       on_balance_mismatch as "onBalanceMismatch", array(
         select l.alias from bank_account_alias l where l.ledger_id = a.ledger_id and l.bank_account_id = a.id
         order by l.alias collate "C") as aliases
     from bank_account a
     where ledger_id = $1 and (identifier = any($2) or id in (
       select bank_account_id from bank_account_alias where ledger_id = $1 and alias = any($2)))
     order by id for update`,
    [ledgerId, [...new Set(named)]],
  );
  const accounts = rows.map((row) => ({ aliases: row.aliases, account: accountOf(row) }));
  const byKey = new Map<string, LedgerAccount>();
  for (const { aliases, account } of accounts) for (const alias of aliases) byKey.set(alias, account);
  for (const { account } of accounts) byKey.set(account.identifier, account);
  const find = (key: string | null): LedgerAccount | null => (key === null ? null : (byKey.get(key) ?? null));
  return {
    all: accounts.map(({ account }) => account),
    of: ({ account, accountIban }) => find(account) ?? find(accountIban),
  };
}

const accountOf = ({ id, identifier, currency, glAccount, masterFormat, ...row }: Row): LedgerAccount => ({
  id,
  identifier,
  currency,
  glAccount,
  masterFormat,
  policy: {
    onMissingStatement: row.onMissingStatement,
    onAbsentBalance: row.onAbsentBalance,
    onTotalsMismatch: row.onTotalsMismatch,
    onSequenceGap: row.onSequenceGap,
    onBalanceMismatch: row.onBalanceMismatch,
  },
});
