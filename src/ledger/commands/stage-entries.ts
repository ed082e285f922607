/**
 * Entries of a file that is being read. Nobody sees them: they become an account's entries only in the transaction
 * that publishes the whole file (see publish-statement-file.ts).
 */
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { FileSha256, LedgerId } from '../../domain/ids.ts';
import { paymentsOf } from '../../domain/payments-of-entry.ts';
import type { Entry } from '../../domain/statement.ts';
import { copyRow } from '../copy-text.ts';

export type EntryStage = Readonly<{
  /** Waits when the database is slower than the parser. Only booked entries are kept: the others move no money. */
  add(statementIndex: number, entry: Entry, fingerprint: string): Promise<void>;
  /** Ends the COPY; throws what the database refused. */
  end(): Promise<void>;
  /** Drops what was written so far. */
  abort(reason: Error): void;
}>;

const flushCharacters = 64 * 1024;

/** Forgets what an earlier attempt left, then opens a COPY into staging. */
export async function stageEntries(tx: PoolClient, ledgerId: LedgerId, sha256: FileSha256): Promise<EntryStage> {
  await tx.query('delete from staged_entry where ledger_id = $1 and sha256 = $2', [ledgerId, sha256]);
  const copy = tx.query(
    copyFrom(`copy staged_entry (ledger_id, sha256, statement_index, entry_index, fingerprint, booking_date, value_date,
      side, amount_minor, currency, is_reversal, bank_transaction_code, account_servicer_reference,
      additional_information, source_line, payments) from stdin`),
  );
  const done = finished(copy);
  done.catch(() => undefined); // Told by end(); without this a refusal before it would be an unhandled rejection.
  let waiting = '';
  const flush = async () => {
    const text = waiting;
    waiting = '';
    if (text !== '' && !copy.write(text)) await Promise.race([once(copy, 'drain'), done]);
  };
  return {
    async add(statementIndex, entry, fingerprint) {
      if (entry.status !== 'booked') return;
      waiting += copyRow([ledgerId, sha256, statementIndex, ...columnsOf(entry, fingerprint)]);
      if (waiting.length >= flushCharacters) await flush();
    },
    async end() {
      await flush();
      copy.end();
      await done;
    },
    abort: (reason) => copy.destroy(reason),
  };
}

const columnsOf = (entry: Entry, fingerprint: string) => [
  entry.entryIndex,
  fingerprint,
  entry.bookingDate,
  entry.valueDate,
  entry.side,
  entry.amount.minor,
  entry.amount.currency,
  entry.isReversal,
  entry.bankTransactionCode,
  entry.accountServicerReference,
  entry.additionalInformation,
  entry.at.line,
  JSON.stringify(paymentsOf(entry), (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
];
