/** Rows in columns: numbers to the right, words to the left. */
export type Alignment = 'left' | 'right';

export function textTable(alignments: readonly Alignment[], rows: readonly (readonly string[])[]): string {
  const widths = alignments.map((_, column) => Math.max(0, ...rows.map((row) => (row[column] ?? '').length)));
  const cell = (text: string, column: number): string =>
    alignments[column] === 'right' ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0);
  return rows.map((row) => `  ${row.map(cell).join('  ')}`.trimEnd()).join('\n');
}

/** `1,234,567.89`: grouped for reading; the exact decimal string is in `--json`. */
export function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const digits = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}
