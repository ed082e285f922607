/** Runs the reader over bytes, whole or cut, and gathers what comes out. */
import { readFileSync } from 'node:fs';
import type { Entry, StatementRecord, StatementSummary } from '../../src/domain/statement.ts';
import { ingestLimits, type IngestLimits } from '../../src/ingest/limits.ts';
import { statementFileReader, type FileReading } from '../../src/ingest/statement-file.ts';

export type ReadStatement = Readonly<{ summary: StatementSummary; entries: readonly Entry[] }>;

export type ReadResult = Readonly<{
  records: readonly StatementRecord[];
  file: FileReading;
  statements: readonly ReadStatement[];
}>;

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads the pieces one after the other. */
export function readPieces(pieces: readonly Uint8Array[], limits: IngestLimits = ingestLimits): ReadResult {
  const reader = statementFileReader(limits);
  const records: StatementRecord[] = pieces.flatMap((piece) => [...reader.push(piece)]);
  const end = reader.end();
  records.push(...end.records);
  return { records, file: end.file, statements: gather(records) };
}

export const readBytes = (bytes: Uint8Array, limits?: IngestLimits): ReadResult => readPieces([bytes], limits);
export const readText = (text: string, limits?: IngestLimits): ReadResult => readBytes(utf8(text), limits);
export const readPath = (path: string): ReadResult => readBytes(readFileSync(path));

/** Cuts bytes at the given places, in any order, repeated or not. */
export function cutAt(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const sorted = [0, ...places.toSorted((a, b) => a - b), bytes.length];
  return sorted.slice(1).map((end, index) => bytes.subarray(sorted[index], end));
}

function gather(records: readonly StatementRecord[]): readonly ReadStatement[] {
  const statements: ReadStatement[] = [];
  let entries: Entry[] = [];
  for (const record of records) {
    if (record.kind === 'entry') entries.push(record.entry);
    if (record.kind !== 'statement') continue;
    statements.push({ summary: record.statement, entries });
    entries = [];
  }
  return statements;
}

/** The codes of all findings, of the file and of its statements, in order. */
export const codesOf = ({ file, statements }: ReadResult): readonly string[] => [
  ...file.findings.map(({ code }) => code),
  ...statements.flatMap(({ summary }) => summary.findings.map(({ code }) => code)),
];
