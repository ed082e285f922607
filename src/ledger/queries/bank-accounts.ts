/** The bank accounts of a ledger, with what the company wants done with doubts about their statements. */
import type { Pool } from 'pg';
import type { AccountPolicy } from '../../domain/account-policy.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { StatementFormat } from '../../domain/statement.ts';
import { inLedger } from '../transaction.ts';

type BankAccountRecord = AccountPolicy &
  Readonly<{
    identifier: string;
    currency: CurrencyCode;
    name: string;
    glAccount: string;
    /** Null until its first statement is published. */
    masterFormat: StatementFormat | null;
    aliases: string[];
  }>;

/** All of them, by identifier: they are few. */
export const listBankAccounts = (pool: Pool, ledgerId: LedgerId): Promise<readonly BankAccountRecord[]> =>
  inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const { rows } = await tx.query<BankAccountRecord>(
        `select identifier, currency, name, gl_account as "glAccount", master_format as "masterFormat",
           on_missing_statement as "onMissingStatement", on_absent_balance as "onAbsentBalance",
           on_totals_mismatch as "onTotalsMismatch", on_sequence_gap as "onSequenceGap",
           on_balance_mismatch as "onBalanceMismatch", array(
             select l.alias from bank_account_alias l where l.ledger_id = a.ledger_id and l.bank_account_id = a.id
             order by l.alias collate "C") as aliases
         from bank_account a where ledger_id = $1 order by identifier collate "C"`,
        [ledgerId],
      );
      return rows;
    },
    'snapshot',
  );
