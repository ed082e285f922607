/**
 * Text of an import, CSV or JSON lines, in rows: each is a record of the domain or a problem with its line.
 *
 * A pure push machine: text goes in as it arrives, rows come out; the caller does the reading and the storing.
 * At most one record is held back, so an import of any size needs the memory of its chunk.
 */
import { csvRows } from './csv-rows.ts';
import { jsonLineRows } from './json-line-rows.ts';
import type { RowForm, RowReader } from './row-form.ts';

export type { RowForm, RowRecord, TargetLedger } from './row-form.ts';

export type RowFormat = 'csv' | 'jsonl';

/** Reads rows of one form; the same text gives the same rows wherever it is cut. A byte order mark is dropped. */
export function rowReader<T>(format: RowFormat, form: RowForm<T>): RowReader<T> {
  const rows = format === 'csv' ? csvRows(form) : jsonLineRows(form);
  let hasBegun = false;
  return {
    push(chunk) {
      const isFirst = !hasBegun && chunk !== '';
      hasBegun ||= isFirst;
      return rows.push(isFirst && chunk.startsWith('\uFEFF') ? chunk.slice(1) : chunk);
    },
    end: rows.end,
  };
}
