import type { RowProblem } from '../../domain/open-item.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { rowProblem } from './problems.ts';
import { recordSplitter, type TextRecord } from './record-splitter.ts';
import { readRow, type RowForm, type RowReader, type RowRecord } from './row-form.ts';
import type { Row } from './values.ts';

/** The form's column by each way to write it: `dueDate` is accepted for `due_date`. */
function columnsByKey<T>({ required, optional }: RowForm<T>): ReadonlyMap<string, string> {
  const inCamelCase = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return new Map(
    [...required, ...optional].flatMap((column) => [
      [column, column],
      [inCamelCase(column), column],
    ]),
  );
}

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((part) => typeof part === 'string');

function readObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

// Text stays text, an absent value is empty, a list of texts (IBANs) is joined. Numbers are refused: no float is money.
function readValue<T>(form: RowForm<T>, line: number, column: string, value: unknown): Result<string, RowProblem> {
  if (typeof value === 'string') return ok(value);
  if (value === null) return ok('');
  if (isTextList(value)) return ok(value.join(';'));
  const isAmount = typeof value === 'number' && form.amounts.includes(column);
  const code = isAmount ? 'import.amount_not_text' : 'import.value_not_text';
  return err(rowProblem(code, line, column, JSON.stringify(value)));
}

function readColumns<T>(
  form: RowForm<T>,
  columns: ReadonlyMap<string, string>,
  record: TextRecord,
): Result<Row, RowProblem> {
  const object = record.state === 'whole' ? readObject(record.text) : null;
  if (object === null) {
    const code = record.state === 'too_long' ? 'import.row_too_long' : 'import.row_unreadable';
    return err(rowProblem(code, record.line, null, record.text));
  }
  // Its keys are the form's own: no text of a file names one.
  const row: Record<string, string> = {};
  for (const [key, value] of Object.entries(object)) {
    const column = columns.get(key);
    if (column === undefined) return err(rowProblem('import.column_unknown', record.line, key, key));
    if (Object.hasOwn(row, column)) return err(rowProblem('import.column_twice', record.line, key, key));
    const text = readValue(form, record.line, column, value);
    if (!text.ok) return text;
    row[column] = text.value;
  }
  return ok(row);
}

/** Rows of JSON lines: one object per line, keys in lower snake case or camel case, amounts as text. */
export function jsonLineRows<T>(form: RowForm<T>): RowReader<T> {
  const columns = columnsByKey(form);
  let ready: RowRecord<T>[] = [];
  const splitter = recordSplitter((record) => {
    const row = readColumns(form, columns, record);
    ready.push(row.ok ? readRow(form, row.value, record.line) : { kind: 'problem', problem: row.error });
  }, null);
  const drain = (): readonly RowRecord<T>[] => {
    const rows = ready;
    ready = [];
    return rows;
  };
  return {
    push(chunk) {
      splitter.push(chunk);
      return drain();
    },
    end() {
      splitter.end();
      return drain();
    },
  };
}
