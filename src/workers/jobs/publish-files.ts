/**
 * Publishes what is stored: all files are read side by side, then settled one after the other in an order that does not
 * depend on their names or on when they came. One bad file never stops the others.
 */
import { inLedger } from '../../ledger/transaction.ts';
import type { FileSha256, LedgerId } from '../../domain/ids.ts';
import type { Finding } from '../../domain/statement.ts';
import { parserVersion } from '../../ingest/parser-version.ts';
import {
  publishStatementFile,
  type PublishedFile,
  type ReadFile,
} from '../../ledger/commands/publish-statement-file.ts';
import { statementDateOf } from '../../ledger/plan/publication.ts';
import { act, type WorkContext } from '../work-context.ts';

/** What reading can come to beside what a parser finds. */
export const jobFindings = {
  'ingest.reader_failed': {
    severity: 'refuse',
    says: 'Reading the file failed in a way that is our fault, or took too long; the file is kept.',
    next: 'Report it with the version of the parser, and ingest the file again after an update.',
  },
} as const;

type StoredFile = Readonly<{ sha256: FileSha256; sizeBytes: number }>;

/** @returns one outcome per file that was waiting, in the order of settlement. */
export async function publishStoredFiles(context: WorkContext, ledgerId: LedgerId): Promise<readonly PublishedFile[]> {
  const files = await listWaitingFiles(context, ledgerId);
  let readCount = 0;
  const read = await Promise.all(
    files.map(async (file) => {
      const result = await readFile(context, ledgerId, file);
      context.onProgress({ task: 'read', done: (readCount += 1), total: files.length });
      return result;
    }),
  );
  const published: PublishedFile[] = [];
  for (const file of read.toSorted(byPlaceInTime)) {
    published.push(await publishStatementFile(context.pool, ledgerId, file, act(context)));
    context.onProgress({ task: 'publish', done: published.length, total: files.length });
  }
  return published;
}

async function listWaitingFiles({ pool }: WorkContext, ledgerId: LedgerId): Promise<readonly StoredFile[]> {
  return inLedger(pool, ledgerId, async (tx) => {
    const { rows } = await tx.query<StoredFile>(
      `select sha256, size_bytes::float8 as "sizeBytes" from statement_file
       where ledger_id = $1 and state in ('stored', 'held') order by sha256`,
      [ledgerId],
    );
    return rows;
  });
}

/** A reader that fails is our fault, not the file's: the file is kept aside with what happened, and the night goes on. */
async function readFile(context: WorkContext, ledgerId: LedgerId, file: StoredFile): Promise<ReadFile> {
  try {
    return await context.threads.parseFile({ serviceUrl: context.serviceUrl, ledgerId, ...file });
  } catch (error) {
    const finding: Finding = {
      code: 'ingest.reader_failed',
      severity: 'refuse',
      message: `Reading stopped: ${error instanceof Error ? error.message : String(error)}. The file is kept; please report this with the parser version.`,
      at: null,
      found: null,
    };
    const findings = [finding];
    return {
      sha256: file.sha256,
      format: null,
      version: null,
      parser: parserVersion,
      outcome: 'refused',
      findings,
      statements: [],
    };
  }
}

/** Earliest statement first, then account, sequence and content: files without a statement come last. */
function byPlaceInTime(a: ReadFile, b: ReadFile): number {
  const [left, right] = [placeOf(a), placeOf(b)];
  return left === right ? 0 : left < right ? -1 : 1;
}

function placeOf({ sha256, statements }: ReadFile): string {
  const [first] = statements.toSorted((a, b) => a.summary.statementIndex - b.summary.statementIndex);
  if (first === undefined) return `9999 ${sha256}`;
  const { summary } = first;
  return [statementDateOf(summary) ?? '9999', summary.account ?? '', summary.sequence ?? '', sha256].join(' ');
}
