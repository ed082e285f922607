/** The shapes in which rows of an export are written: CSV (RFC 4180), JSON lines, and lines like those of the FEC. */
import { stringify } from 'csv-stringify/sync';
import { fecAccount, fecAmount, fecColumns, fecDate, fecLine } from '../../domain/fec-line.ts';
import { formatDecimal, money } from '../../domain/money.ts';
import { spreadsheetText } from '../../domain/spreadsheet-text.ts';
import { toJson } from '../../domain/to-json.ts';
import { LedgerError } from '../../ledger/errors.ts';
import type { BookLine } from '../../ledger/queries/book-line.ts';
import type { ExportedAllocation } from '../../ledger/queries/export-allocations.ts';
import type { CashEvent } from '../../ledger/queries/export-cash-events.ts';
import type { ExportedDispute } from '../../ledger/queries/export-disputes.ts';

export type Shape<Row> = Readonly<{ heading: string; line(row: Row): string }>;

export const jsonLines: Shape<unknown> = { heading: '', line: (row) => `${toJson(row)}\n` };

/** A column of a CSV; texts are made safe for a spreadsheet, numbers stay numbers. */
type Column<Row> = Readonly<{ name: string; isNumber: boolean; read(row: Row): string }>;

const csvOf = <Row>(columns: readonly Column<Row>[]): Shape<Row> => ({
  heading: stringify([columns.map(({ name }) => name)]),
  line: (row) => stringify([columns.map(({ isNumber, read }) => (isNumber ? read(row) : spreadsheetText(read(row))))]),
});

const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Columns that are called as the fields are. */
const columnsOf = <Row extends Record<Name, string | null>, Name extends string>(
  names: readonly Name[],
  numbers: readonly Name[],
): readonly Column<Row>[] =>
  names.map((name) => ({ name: snakeCase(name), isNumber: numbers.includes(name), read: (row) => row[name] ?? '' }));

export const bookLineCsv: Shape<BookLine> = csvOf(
  columnsOf(
    [
      'journal',
      'entryNumber',
      'lineNumber',
      'entryDate',
      'account',
      'accountLabel',
      'customerCode',
      'customerName',
      'reference',
      'referenceDate',
      'label',
      'debit',
      'credit',
      'currency',
      'baseDebit',
      'baseCredit',
      'baseCurrency',
      'letteringCode',
      'letteringDate',
      'bookedOn',
      'postingId',
    ],
    ['entryNumber', 'lineNumber', 'debit', 'credit', 'baseDebit', 'baseCredit'],
  ),
);

export const allocationCsv: Shape<ExportedAllocation> = csvOf(
  columnsOf(
    [
      'allocationId',
      'allocatedAt',
      'postingDate',
      'postingId',
      'reversesPostingId',
      'bookingDate',
      'bankAccount',
      'paymentId',
      'endToEndId',
      'customerCode',
      'documentNumber',
      'documentKind',
      'means',
      'amount',
      'currency',
      'letteringCode',
      'letteringDate',
      'basis',
    ],
    ['amount'],
  ),
);

export const disputeCsv: Shape<ExportedDispute> = csvOf(
  columnsOf(
    [
      'disputeId',
      'state',
      'resolution',
      'customerCode',
      'customerName',
      'documentNumber',
      'amount',
      'residual',
      'currency',
      'category',
      'reasonCode',
      'reasonLabel',
      'owner',
      'department',
      'dueDate',
      'openedFrom',
      'openedAt',
      'resolvedAt',
      'paymentId',
    ],
    ['amount', 'residual'],
  ),
);

/** The amounts by rate stand in one column: `20.00%=100.00 5.50%=20.00`. */
export const cashEventCsv: Shape<CashEvent> = csvOf<CashEvent>([
  ...columnsOf<Omit<CashEvent, 'amountsByRate'>, keyof Omit<CashEvent, 'amountsByRate'>>(
    [
      'cursor',
      'eventId',
      'kind',
      'takesBackEventId',
      'date',
      'documentNumber',
      'documentKind',
      'documentDate',
      'customerCode',
      'paymentId',
      'amount',
      'currency',
    ],
    ['cursor', 'amount'],
  ),
  {
    name: 'amounts_by_rate',
    isNumber: false,
    read: ({ amountsByRate }) =>
      amountsByRate.map(({ rateBp, amount }) => `${hundredths(rateBp)}%=${amount}`).join(' '),
  },
]);

const hundredths = (basisPoints: number): string =>
  `${Math.floor(basisPoints / 100)}.${String(basisPoints % 100).padStart(2, '0')}`;

/** The eighteen columns of the FEC. */
export const fecShape: Shape<BookLine> = {
  heading: fecLine(fecColumns),
  line: (row) => fecLine(fecFields(row)),
};

/** Lines of some entries: the line's place in its entry follows the eighteen, because it can't be counted. */
export const fecAnnexe: Shape<BookLine> = {
  heading: fecLine([...fecColumns, 'LigneNum']),
  line: (row) => fecLine([...fecFields(row), row.lineNumber]),
};

/** @throws LedgerError `ledger.fec_value_unknown`. */
function fecFields(row: BookLine): readonly string[] {
  if (row.baseDebit === '' && row.baseCredit === '')
    throw new LedgerError('ledger.fec_value_unknown', { reference: row.reference, currency: row.currency });
  const nothing = formatDecimal(money(0n, row.baseCurrency));
  const isForeign = row.currency !== row.baseCurrency;
  return [
    row.journal,
    row.journalLabel,
    row.entryNumber,
    fecDate(row.entryDate),
    fecAccount(row.account),
    row.accountLabel,
    row.customerCode,
    row.customerName,
    row.reference,
    fecDate(row.referenceDate),
    row.label,
    fecAmount(row.baseDebit || nothing),
    fecAmount(row.baseCredit || nothing),
    row.letteringCode,
    fecDate(row.letteringDate),
    fecDate(row.bookedOn),
    isForeign ? fecAmount(row.debit || row.credit) : '',
    isForeign ? row.currency : '',
  ];
}
