/** What is known about one file while it is read; filled by the parser of its format, handed out by the door. */
import type { Finding, StatementFormat, StatementRecord } from '../domain/statement.ts';
import { refusal } from './findings.ts';

/** Where parsers leave what they have read. */
export type FileProgress = {
  /** Records not yet handed out. */
  ready: StatementRecord[];
  /** About the file as a whole, in the order found. */
  findings: Finding[];
  format: StatementFormat | null;
  version: string | null;
  encoding: string | null;
  /** Statements begun, which gives the next one its index. */
  statementCount: number;
};

export const newFileProgress = (): FileProgress => ({
  ready: [],
  findings: [],
  format: null,
  version: null,
  encoding: null,
  statementCount: 0,
});

/** Keeps a finding about the file: once in the stream of records, once in the summary. */
export function noteFinding(progress: FileProgress, finding: Finding): void {
  progress.findings.push(finding);
  progress.ready.push({ kind: 'finding', finding });
}

/** Says which message this is. One file holds one kind: a report is not a statement, and must not pass for one. */
export function setFormat(progress: FileProgress, format: StatementFormat): void {
  if (progress.format !== null && progress.format !== format) {
    throw refusal('ingest.formats_mixed', `After ${progress.format} comes ${format}`);
  }
  progress.format = format;
}
