/** What stands in the books, without what tells how it came there: files, ids made from them, times, the log, holes that were closed later. */
import type { Pool } from 'pg';
import type { LedgerId } from '../../src/domain/ids.ts';
import { inLedger } from '../../src/ledger/transaction.ts';

const statements = `
  select 'statement' as kind, s.statement_date::text, s.day_rank, s.bank_statement_id, s.sequence, s.digest,
         s.opening_minor::text, s.credits_minor::text, s.debits_minor::text, s.closing_minor::text, s.entry_count
  from statement s order by s.bank_account_id, s.statement_date, s.day_rank`;

const entries = `
  select 'entry' as kind, e.fingerprint, e.fingerprint_rank, s.digest, e.booking_date::text, e.value_date::text, e.side,
         e.amount_minor::text, e.currency, e.is_reversal, e.account_servicer_reference, e.additional_information
  from entry e join statement s on s.ledger_id = e.ledger_id and s.id = e.statement_id
  order by e.bank_account_id, e.fingerprint, e.fingerprint_rank`;

const payments = `
  select 'payment' as kind, e.fingerprint, e.fingerprint_rank, p.detail_index, p.side, p.amount_minor::text,
         p.unapplied_minor::text, p.status, p.counterparty_name, p.counterparty_iban, p.remittance, p.end_to_end_id
  from payment p join entry e on e.ledger_id = p.ledger_id and e.id = p.entry_id
  order by e.bank_account_id, e.fingerprint, e.fingerprint_rank, p.detail_index`;

/** One line for each statement, entry and payment; equal texts are equal books. */
export const bookState = (pool: Pool, ledgerId: LedgerId): Promise<string> =>
  inLedger(pool, ledgerId, async (tx) => {
    const lines: string[] = [];
    for (const query of [statements, entries, payments]) {
      const { rows } = await tx.query(query);
      lines.push(`-- ${rows.length}`, ...rows.map((row) => JSON.stringify(row)));
    }
    return lines.join('\n');
  });

/** How many files are in each state. */
export const fileStates = (pool: Pool, ledgerId: LedgerId): Promise<Readonly<Record<string, number>>> =>
  inLedger(pool, ledgerId, async (tx) => {
    const { rows } = await tx.query<{ state: string; count: number }>(
      'select state, count(*)::integer as count from statement_file group by state order by state',
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  });
