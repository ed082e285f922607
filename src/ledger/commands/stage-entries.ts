/**
 * Entries of a file that is being read. Nobody sees them: they become an account's entries only in the transaction
 * that publishes the whole file (see publish-statement-file.ts).
 */
import type { PoolClient } from 'pg';
import type { FileSha256, LedgerId } from '../../domain/ids.ts';
import { paymentsOf, type PaymentOfEntry } from '../../domain/payments-of-entry.ts';
import type { Entry } from '../../domain/statement.ts';
import { copyIn, type CopyIn } from '../copy-in.ts';

export type EntryStage = Omit<CopyIn, 'add'> &
  Readonly<{
    /** Entries of every status: publishing takes the booked ones, a report is kept with all. */
    add(statementIndex: number, entry: Entry, fingerprint: string): Promise<void>;
  }>;

/** Forgets what an earlier attempt left, then opens a COPY into staging. One reader of a file at a time: each would add its own. */
export async function stageEntries(tx: PoolClient, ledgerId: LedgerId, sha256: FileSha256): Promise<EntryStage> {
  await tx.query('select from statement_file where ledger_id = $1 and sha256 = $2 for update', [ledgerId, sha256]);
  await tx.query('delete from staged_entry where ledger_id = $1 and sha256 = $2', [ledgerId, sha256]);
  const copy = copyIn(
    tx,
    `staged_entry (ledger_id, sha256, statement_index, entry_index, fingerprint, booking_date, value_date, side,
       amount_minor, currency, is_reversal, status, bank_transaction_code, account_servicer_reference, batch_reference,
       additional_information, source_line, payments)`,
  );
  return {
    ...copy,
    async add(statementIndex, entry, fingerprint) {
      await copy.add([ledgerId, sha256, statementIndex, ...columnsOf(entry, fingerprint)]);
    },
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
  entry.status,
  entry.bankTransactionCode,
  entry.accountServicerReference,
  entry.batchReference,
  entry.additionalInformation,
  entry.at.line,
  // A replacer function would be called for every value of every payment: half as much time again.
  JSON.stringify(paymentsOf(entry).map(writtenPayment)),
];

/** As PostgreSQL reads it, in flat columns; what no payment of most files has is left out. */
const writtenPayment = ({ instructed, amountMinor, ...payment }: PaymentOfEntry) => ({
  ...payment,
  amountMinor: String(amountMinor),
  ...(instructed === null
    ? {}
    : {
        instructedMinor: String(instructed.minor),
        instructedCurrency: instructed.currency,
        exchangeRate: instructed.rate,
      }),
});
