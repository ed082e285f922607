/** Reads one stored file, entry by entry, into staging. Ingest reads, the ledger writes; this is only where they meet. */
import { inLedger } from '../../ledger/transaction.ts';
import type { FileSha256, LedgerId } from '../../domain/ids.ts';
import type { StatementRecord, StatementSummary } from '../../domain/statement.ts';
import { withArchiveReason } from '../../ingest/archive/open-source.ts';
import { entryFingerprint, statementDigest, type StatementDigest } from '../../ingest/fingerprint.ts';
import { parserVersion } from '../../ingest/parser-version.ts';
import { statementFileReader } from '../../ingest/statement-file.ts';
import type { ReadFile } from '../../ledger/commands/publish-statement-file.ts';
import { stageEntries, type EntryStage } from '../../ledger/commands/stage-entries.ts';
import { readStatementFileBytes } from '../../ledger/queries/statement-file-bytes.ts';
import { threadPool } from './thread-pool.ts';

export type ParseTask = Readonly<{ serviceUrl: string; ledgerId: LedgerId; sha256: FileSha256; sizeBytes: number }>;
export type ParsedFile = ReadFile;

export default async function parseFile({ serviceUrl, ledgerId, sha256 }: ParseTask): Promise<ParsedFile> {
  const pool = threadPool(serviceUrl);
  return inLedger(pool, ledgerId, (reading) =>
    inLedger(pool, ledgerId, async (writing) => {
      const stage = await stageEntries(writing, ledgerId, sha256);
      try {
        const reader = statementFileReader();
        const taking = takeRecords(stage);
        for await (const bytes of readStatementFileBytes(reading, ledgerId, sha256))
          await taking.take(reader.push(bytes));
        const { records, file: read } = reader.end();
        const bytes = () => readStatementFileBytes(reading, ledgerId, sha256);
        const file = await withArchiveReason(read, { name: sha256, read: bytes });
        await taking.take(records);
        await stage.end();
        const { format, version, outcome, findings } = file;
        return { sha256, format, version, parser: parserVersion, outcome, findings, statements: taking.statements };
      } catch (error) {
        stage.abort(error instanceof Error ? error : new Error(String(error)));
        throw error;
      }
    }),
  );
}

function takeRecords(stage: EntryStage) {
  const statements: { summary: StatementSummary; digest: string }[] = [];
  const digests = new Map<number, StatementDigest>();
  const digestOf = (statementIndex: number): StatementDigest => {
    const digest = digests.get(statementIndex) ?? statementDigest();
    digests.set(statementIndex, digest);
    return digest;
  };
  const take = async (records: readonly StatementRecord[]): Promise<void> => {
    for (const record of records) {
      if (record.kind === 'entry') {
        digestOf(record.statementIndex).add(record.entry);
        await stage.add(record.statementIndex, record.entry, entryFingerprint(record.entry));
      } else if (record.kind === 'statement') {
        const { statement } = record;
        statements.push({ summary: statement, digest: digestOf(statement.statementIndex).finish(statement) });
        digests.delete(statement.statementIndex);
      }
    }
  };
  return { take, statements };
}
