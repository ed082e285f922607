import type { RowProblem } from '../../domain/open-item.ts';
import { csvReader, type CsvRecord } from './csv-records.ts';
import { rowProblem } from './problems.ts';
import { readRow, type RowForm, type RowReader, type RowRecord } from './row-form.ts';

/** Checks the heading: each problem of it, or none. A heading that can't be trusted lets no row through. */
function headingProblems<T>(form: RowForm<T>, columns: readonly string[], line: number): readonly RowProblem[] {
  const known = new Set([...form.required, ...form.optional]);
  const missing = form.required.filter((column) => !columns.includes(column));
  const unknown = columns.filter((column) => !known.has(column));
  const twice = columns.filter((column, index) => known.has(column) && columns.indexOf(column) !== index);
  return [
    ...missing.map((column) => rowProblem('import.column_missing', line, column, null)),
    ...unknown.map((column) => rowProblem('import.column_unknown', line, column, column)),
    ...twice.map((column) => rowProblem('import.column_twice', line, column, column)),
  ];
}

const unreadable = ({ line, text, values }: CsvRecord): RowProblem =>
  rowProblem(
    !values.ok && values.error === 'too_long' ? 'import.row_too_long' : 'import.row_unreadable',
    line,
    null,
    text,
  );

/** Rows of a CSV whose first record names the columns, in any order and letter case. */
export function csvRows<T>(form: RowForm<T>): RowReader<T> {
  const records = csvReader();
  let columns: readonly string[] | null = null;
  let isHeadingRefused = false;

  const readHeading = (record: CsvRecord): readonly RowRecord<T>[] => {
    columns = record.values.ok ? record.values.value.map((name) => name.trim().toLowerCase()) : [];
    const problems = record.values.ok ? headingProblems(form, columns, record.line) : [unreadable(record)];
    isHeadingRefused = problems.length > 0;
    return problems.map((problem) => ({ kind: 'problem', problem }));
  };

  const readRecord = (record: CsvRecord): readonly RowRecord<T>[] => {
    if (columns === null) return readHeading(record);
    if (isHeadingRefused) return [];
    if (!record.values.ok) return [{ kind: 'problem', problem: unreadable(record) }];
    const values = record.values.value;
    if (values.length !== columns.length) {
      return [{ kind: 'problem', problem: rowProblem('import.value_count', record.line, null, record.text) }];
    }
    const row = Object.fromEntries(columns.map((column, index) => [column, values[index] ?? '']));
    return [readRow(form, row, record.line)];
  };

  return {
    push: (chunk) => records.push(chunk).flatMap(readRecord),
    end() {
      const last = records.end().flatMap(readRecord);
      if (columns !== null) return last;
      return [{ kind: 'problem', problem: rowProblem('import.heading_missing', 1, null, null) }];
    },
  };
}
