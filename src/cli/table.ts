import { stringify } from 'csv-stringify/sync';
import { formatDecimal, type Money } from '../domain/money.ts';
import { grouped, textTable, type Alignment } from './text-table.ts';

/** A table that is read or reckoned with: numbers stand to the right, amounts are grouped only for reading. */
export type Table = Readonly<{
  alignments: readonly Alignment[];
  heading: readonly string[];
  rows: readonly (readonly (string | number | Money | null)[])[];
}>;

type Cell = Table['rows'][number][number];

export const tableText = ({ alignments, heading, rows }: Table): string =>
  `${textTable(alignments, [heading, ...rows.map((row) => row.map(readable))])}\n`;

/** RFC 4180. A text that a spreadsheet would run as a formula gets a quote before it; numbers stay numbers. */
export const tableCsv = ({ heading, rows }: Table): string =>
  stringify([heading, ...rows.map((row) => row.map(reckonable))]);

const readable = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'object' ? grouped(formatDecimal(cell)) : String(cell);

const reckonable = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'object') return formatDecimal(cell);
  return typeof cell === 'number' ? String(cell) : cell.replace(/^(?=[=+\-@\t\r\0])/, "'");
};
