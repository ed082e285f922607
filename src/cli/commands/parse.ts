/**
 * `lettrage parse`: what a statement file says and whether it adds up, as one JSON line per file; no database. The
 * members of an archive are files of their own, `drop.zip/member.xml`.
 */
import { createReadStream } from 'node:fs';
import type { FileOutcome, Finding, StatementRecord, StatementSummary } from '../../domain/statement.ts';
import { openSource, type Source } from '../../ingest/archive/open-source.ts';
import { finding, meansIncomplete } from '../../ingest/findings.ts';
import { findingToJson, parsedEntryToJson, parsedStatementToJson } from '../../ingest/json.ts';
import { statementFileReader, type FileReading } from '../../ingest/statement-file.ts';

type Output = Readonly<{ write: (text: string) => void }>;

/** A statement and its entries, each already written as JSON: they are only pieces of the line from here on. */
type ReadStatement = Readonly<{ statement: StatementSummary; entries: readonly string[] }>;

type ReadFile = Readonly<{
  name: string;
  file: Pick<FileReading, 'format' | 'version' | 'findings'> & Readonly<{ outcome: FileOutcome }>;
  statements: readonly ReadStatement[];
}>;

/**
 * Reads each file from disk as a stream and writes one JSON line about it. A bad file does not stop the others.
 *
 * @returns 0 when every file was accepted and every statement may be published, else 3.
 */
export async function parse(
  files: readonly string[],
  options: Readonly<{ summary: boolean }>,
  output: Output,
): Promise<0 | 3> {
  let exitCode: 0 | 3 = 0;
  for (const path of files) {
    for await (const read of readPath(path, options.summary)) {
      writeLine(read, options.summary, output);
      if (isHeldBack(read)) exitCode = 3;
    }
  }
  return exitCode;
}

const isHeldBack = ({ file, statements }: ReadFile): boolean =>
  file.outcome !== 'accepted' ||
  statements.some(({ statement }) => statement.findings.some(({ severity }) => severity === 'refuse'));

/** What stands at the path: one file, or one after the other the members of an archive. */
async function* readPath(path: string, isSummary: boolean): AsyncGenerator<ReadFile> {
  try {
    const { files, refusal } = await openSource({ name: path, read: () => createReadStream(path) });
    if (refusal !== null) return yield refused(path, refusal);
    for (const source of files) yield await readSource(source, isSummary);
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    yield refused(path, finding('ingest.file_unreadable', `${path}: ${error.code}`));
  }
}

async function readSource({ name, read }: Source, isSummary: boolean): Promise<ReadFile> {
  const reader = statementFileReader();
  const statements: ReadStatement[] = [];
  let entries: string[] = [];
  const take = (records: readonly StatementRecord[]): void => {
    for (const record of records) {
      if (record.kind === 'entry' && !isSummary) entries.push(JSON.stringify(parsedEntryToJson(record.entry)));
      if (record.kind !== 'statement') continue;
      statements.push({ statement: record.statement, entries });
      entries = [];
    }
  };
  for await (const bytes of read()) take(reader.push(bytes));
  const { records, file } = reader.end();
  take(records);
  return { name, file, statements };
}

const isFileSystemError = (error: unknown): error is Error & Readonly<{ code: string }> =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';

const refused = (name: string, problem: Finding): ReadFile => ({
  name,
  file: {
    format: null,
    version: null,
    outcome: meansIncomplete(problem.code) ? 'incomplete' : 'refused',
    findings: [problem],
  },
  statements: [],
});

/** Piece by piece: the line of a large file would not fit into one string. */
function writeLine({ name, file, statements }: ReadFile, isSummary: boolean, output: Output): void {
  const head = {
    file: name,
    format: file.format,
    version: file.version,
    outcome: file.outcome,
    problems: file.findings.map(findingToJson),
  };
  output.write(`${JSON.stringify(head).slice(0, -1)},"statements":[`);
  for (const [index, { statement, entries }] of statements.entries()) {
    const json = JSON.stringify(parsedStatementToJson(statement));
    output.write(`${index === 0 ? '' : ','}${isSummary ? json : `${json.slice(0, -1)},"entries":[`}`);
    if (isSummary) continue;
    for (const [entryIndex, entry] of entries.entries()) output.write(`${entryIndex === 0 ? '' : ','}${entry}`);
    output.write(']}');
  }
  output.write(']}\n');
}
