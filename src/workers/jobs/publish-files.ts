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
  'ingest.not_storable': {
    severity: 'refuse',
    says: 'The database can not hold what the file says, such as a sum beyond its largest number; the file is kept.',
    next: 'Compare the file with what the bank shows; report it if it is right.',
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
    published.push(await publish(context, ledgerId, file));
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

/** What the database refuses for its content is kept aside like what a reader refuses: the other files go on. */
async function publish(context: WorkContext, ledgerId: LedgerId, file: ReadFile): Promise<PublishedFile> {
  try {
    return await publishStatementFile(context.pool, ledgerId, file, act(context));
  } catch (error) {
    if (!isContentRefused(error)) throw error;
    const message = `The database can not hold what the file says: ${error.message}. Nothing of it was posted; compare it with what the bank shows.`;
    const refused = refusedFile(file.sha256, 'ingest.not_storable', message);
    const { format, version } = file;
    return publishStatementFile(context.pool, ledgerId, { ...refused, format, version }, act(context));
  }
}

/** PostgreSQL, appendix A: class 22, data exceptions; 23, broken constraints; 54, limits of the program. */
const isContentRefused = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && /^(22|23|54)[0-9A-Z]{3}$/.test(String(error.code));

function refusedFile(sha256: FileSha256, code: keyof typeof jobFindings, message: string): ReadFile {
  const findings: readonly Finding[] = [{ code, severity: 'refuse', message, at: null, found: null }];
  return { sha256, format: null, version: null, parser: parserVersion, outcome: 'refused', findings, statements: [] };
}

/** A reader that fails is our fault, not the file's: the file is kept aside with what happened, and the night goes on. */
async function readFile(context: WorkContext, ledgerId: LedgerId, file: StoredFile): Promise<ReadFile> {
  try {
    return await context.threads.parseFile({ serviceUrl: context.serviceUrl, ledgerId, ...file });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `Reading stopped: ${reason}. The file is kept; please report this with the parser version.`;
    return refusedFile(file.sha256, 'ingest.reader_failed', message);
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
