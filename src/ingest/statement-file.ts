/**
 * The one door into ingest: bytes go in as they come, records come out as they are read.
 *
 *     deciding ──16 KiB or end──► reading ──end──► accepted
 *         └──── a refusal ───────────┴──► settled: refused or incomplete; the rest is swallowed
 *
 * Bad input never throws: it ends in one finding with severity `refuse`. Memory stays bounded by {@link IngestLimits};
 * time is linear in the size. The same bytes give the same records however they are cut.
 */
import type { FileOutcome, Finding, StatementFormat, StatementRecord } from '../domain/statement.ts';
import { isArchive } from './archive/kind.ts';
import { describeBeginning, detectFormat, isBlank } from './detect.ts';
import { newFileProgress, noteFinding } from './file-progress.ts';
import type { FormatParser, FormatReader } from './format.ts';
import { IngestRefusal, meansIncomplete, refusal } from './findings.ts';
import { ingestLimits, type IngestLimits } from './limits.ts';

/** What was read of the file as a whole. A statement that does not add up says so itself, not here. */
export type FileReading = Readonly<{
  format: StatementFormat | null;
  /** `camt.053.001.08`; null for MT and for XML without namespace. */
  version: string | null;
  encoding: string | null;
  outcome: FileOutcome;
  findings: readonly Finding[];
  statementCount: number;
}>;

type StatementFileReader = Readonly<{
  /** Takes the next bytes; gives the records that they completed, entries before the statement they belong to. */
  push: (bytes: Uint8Array) => readonly StatementRecord[];
  /** Says that the file ends here. Nothing may be pushed afterwards. */
  end: () => Readonly<{ records: readonly StatementRecord[]; file: FileReading }>;
}>;

/** Makes a reader for one statement file of any format. */
export function statementFileReader(limits: IngestLimits = ingestLimits): StatementFileReader {
  const progress = newFileProgress();
  let head: Uint8Array = new Uint8Array();
  let parser: FormatParser | null = null;
  let format: FormatReader | null = null;
  let outcome: FileOutcome | null = null;

  const attempt = (work: () => void): void => {
    if (outcome !== null) return;
    try {
      work();
    } catch (error) {
      if (!(error instanceof IngestRefusal)) throw error;
      noteFinding(progress, error.finding);
      progress.format ??= format?.assumedFormat ?? null;
      outcome = meansIncomplete(error.finding.code) ? 'incomplete' : 'refused';
    }
  };
  const decide = (): FormatParser => {
    if (isArchive(head)) throw refusal('ingest.archive_not_opened', 'The file is an archive, not a statement');
    if (isBlank(head)) throw refusal('ingest.file_empty', 'The file is empty');
    format = detectFormat(head.subarray(0, limits.sniffBytes));
    if (format === null) {
      throw refusal('ingest.unknown_format', `The file begins with ${describeBeginning(head)}`);
    }
    const chosen = format.open(progress, head, limits);
    parser = chosen;
    chosen.push(head);
    head = new Uint8Array();
    return chosen;
  };

  return {
    push(bytes) {
      attempt(() => {
        if (parser !== null) return parser.push(bytes);
        head = concatenated(head, bytes);
        if (head.length >= limits.sniffBytes) decide();
      });
      return progress.ready.splice(0);
    },
    end() {
      attempt(() => (parser ?? decide()).end());
      const { version, encoding, findings, statementCount } = progress;
      const file = {
        format: progress.format,
        version,
        encoding,
        outcome: outcome ?? 'accepted',
        findings: [...findings],
        statementCount,
      };
      return { records: progress.ready.splice(0), file };
    },
  };
}

function concatenated(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
