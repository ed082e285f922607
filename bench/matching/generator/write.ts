/** Writes a benchmark into a folder, as JSON lines. */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchData } from '../types.ts';

const pieceChars = 1 << 20;

/** One row a line, in pieces of a megabyte: the text of a large file never stands in memory as a whole. */
function writeRows(path: string, rows: readonly unknown[]): void {
  const file = openSync(path, 'w');
  try {
    let piece = '';
    for (const row of rows) {
      piece += `${JSON.stringify(row)}\n`;
      if (piece.length < pieceChars) continue;
      writeSync(file, piece);
      piece = '';
    }
    writeSync(file, piece);
  } finally {
    closeSync(file);
  }
}

/** Makes the folder where it is missing; files of the same names are overwritten. */
export function writeDataFolder({ rates, meta, ...files }: BenchData, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, rows] of Object.entries(files)) writeRows(join(folder, `${name}.jsonl`), rows);
  writeFileSync(join(folder, 'rates.json'), `${JSON.stringify(rates)}\n`);
  writeFileSync(join(folder, 'meta.json'), `${JSON.stringify(meta, null, 1)}\n`);
}
