/** The statement lines of one company, read when they are wanted: no thread holds those of another. */
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Payment } from '../../../src/domain/match.ts';
import { paymentOf } from '../lettrage.ts';
import type { BenchLine } from '../types.ts';
import { linesOf } from './rows.ts';

const fileOf = (folder: string): string => join(folder, 'lines.jsonl');

/** Bytes of a file: `end` is the first behind it. */
export type ByteRange = Readonly<{ start: number; end: number }>;

/** Where each line stands, in booking order. */
export function lineRanges(folder: string): readonly ByteRange[] {
  const ranges: ByteRange[] = [];
  for (const { text, start } of linesOf(fileOf(folder))) ranges.push({ start, end: start + Buffer.byteLength(text) });
  return ranges;
}

/** The payments of whole lines, range by range. */
export function readPayments(folder: string, ranges: readonly ByteRange[]): readonly Payment[] {
  const file = openSync(fileOf(folder), 'r');
  try {
    return ranges.flatMap(({ start, end }) => {
      const bytes = Buffer.allocUnsafe(end - start);
      readSync(file, bytes, 0, bytes.length, start);
      const rows = bytes.toString('utf8').split('\n');
      return rows.filter((row) => row !== '').map((row) => paymentOf(JSON.parse(row) as BenchLine));
    });
  } finally {
    closeSync(file);
  }
}

export function readAllPayments(folder: string): readonly Payment[] {
  const ranges = lineRanges(folder);
  return readPayments(folder, [{ start: 0, end: ranges.at(-1)?.end ?? 0 }]);
}
