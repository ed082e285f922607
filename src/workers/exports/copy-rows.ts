/** The rows of an export, written in its shape: for the terminal, and for exports that are made as jobs. */
import type { PoolClient } from 'pg';
import type { AskedExport } from '../../domain/export.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { readAgedBalance, usualBuckets } from '../../ledger/queries/aged-balance.ts';
import { exportAllocations } from '../../ledger/queries/export-allocations.ts';
import { exportCashEvents } from '../../ledger/queries/export-cash-events.ts';
import { exportDisputes } from '../../ledger/queries/export-disputes.ts';
import { exportLettering } from '../../ledger/queries/export-lettering.ts';
import { exportPostings } from '../../ledger/queries/export-postings.ts';
import { agedBalanceCsv, agedBalanceLines } from './aged-balance-csv.ts';
import {
  allocationCsv,
  bookLineCsv,
  cashEventCsv,
  disputeCsv,
  fecAnnexe,
  fecShape,
  jsonLines,
  type Shape,
} from './shapes.ts';

/** Waits while who takes the text is slower than the database. */
export type Write = (text: string) => Promise<void>;

/**
 * Writes the export of one snapshot: `tx` has to see one moment. A page of rows is in memory; of the aged balance, a row a
 * customer.
 *
 * @param today - what "past due" is counted to when no day is asked for.
 * @param write - a heading, then a text for each row.
 * @throws LedgerError `ledger.fec_value_unknown`
 */
export async function copyRows(
  tx: PoolClient,
  ledgerId: LedgerId,
  { kind, format, scope }: AskedExport,
  today: LocalDate,
  write: Write,
): Promise<void> {
  const isCsv = format === 'csv';
  const copy = async <Row>(shape: Shape<Row>, rows: AsyncIterable<Row>): Promise<void> => {
    await write(shape.heading);
    for await (const row of rows) await write(shape.line(row));
  };
  switch (kind) {
    case 'allocations':
      return copy(isCsv ? allocationCsv : jsonLines, exportAllocations(tx, ledgerId, scope));
    case 'cash-events':
      return copy(isCsv ? cashEventCsv : jsonLines, exportCashEvents(tx, ledgerId, scope));
    case 'disputes':
      return copy(isCsv ? disputeCsv : jsonLines, exportDisputes(tx, ledgerId, scope));
    case 'lettering':
      return copy(format === 'fec' ? fecAnnexe : isCsv ? bookLineCsv : jsonLines, exportLettering(tx, ledgerId, scope));
    case 'postings':
      return copy(format === 'fec' ? fecShape : isCsv ? bookLineCsv : jsonLines, exportPostings(tx, ledgerId, scope));
    case 'aged-balance': {
      const question = { asOf: null, day: scope.to ?? today, buckets: usualBuckets };
      const aged = await readAgedBalance(tx, ledgerId, question);
      if (isCsv) return write(agedBalanceCsv(aged));
      for (const row of agedBalanceLines(aged)) await write(jsonLines.line(row));
      return undefined;
    }
  }
}
