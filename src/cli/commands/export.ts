import { stringify } from 'csv-stringify/sync';
import { inLedger } from '../../ledger/transaction.ts';
import { exportAllocations, type ExportedAllocation } from '../../ledger/queries/export-allocations.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';

const columns = {
  allocationId: 'allocation_id',
  allocatedAt: 'allocated_at',
  bookingDate: 'booking_date',
  bankAccount: 'bank_account',
  paymentId: 'payment_id',
  endToEndId: 'end_to_end_id',
  customerCode: 'customer_code',
  documentNumber: 'document_number',
  amount: 'amount',
  currency: 'currency',
  letteringCode: 'lettering_code',
  letteringDate: 'lettering_date',
  basis: 'basis',
} as const satisfies Record<keyof ExportedAllocation, string>;

/** A transaction that is run again would write its rows again: what was written can't be taken back. */
export class ExportInterrupted extends Error {
  override readonly name = 'ExportInterrupted';
  constructor(rowCount: number) {
    super(`The connection was lost after ${rowCount} rows; the export is not whole. Run it again.`);
  }
}

/** `lettrage export allocations`: CSV (RFC 4180) or, with `--json`, one JSON object a line. */
export async function exportLedger(
  session: Session,
  output: Output,
  { ledger }: Readonly<{ ledger: string }>,
): Promise<ExitCode> {
  const ledgerId = await ledgerFor(session, ledger, 'use');
  if (!output.isJson) output.write(stringify([Object.values(columns)]));
  let rowCount = 0;
  await inLedger(
    session.context.pool,
    ledgerId,
    async (tx) => {
      if (rowCount > 0) throw new ExportInterrupted(rowCount);
      for await (const allocation of exportAllocations(tx, ledgerId)) {
        output.write(output.isJson ? `${toJson(allocation)}\n` : row(allocation));
        rowCount += 1;
      }
    },
    'snapshot',
  );
  return exitCodes.done;
}

// A text that a spreadsheet would run as a formula gets a quote before it; amounts stay numbers.
const row = ({ amount, ...texts }: ExportedAllocation): string =>
  stringify([
    Object.keys(columns).map((column) => (column === 'amount' ? amount : guarded(texts[column as keyof typeof texts]))),
  ]);
const guarded = (text: string): string => (/^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text);
