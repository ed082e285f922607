/**
 * Publishes what is stored: all files are read side by side, then settled one after the other in an order that does not
 * depend on their names or on when they came. One bad file never stops the others.
 */
import { inLedger } from '../../ledger/transaction.ts';
import type { FileSha256, LedgerId } from '../../domain/ids.ts';
import type { Finding, StatementFormat } from '../../domain/statement.ts';
import { parserVersion } from '../../ingest/parser-version.ts';
import {
  forgetStagedEntries,
  noCounts,
  publishStatementFile,
  publishTogether,
  type PublishedFile,
  type ReadFile,
} from '../../ledger/commands/publish-statement-file.ts';
import { statementDateOf } from '../../ledger/plan/publication.ts';
import { asStage } from '../stages.ts';
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

/** @returns one outcome per file that was waiting, in the order of settlement; what stays held comes last. */
export async function publishStoredFiles(context: WorkContext, ledgerId: LedgerId): Promise<readonly PublishedFile[]> {
  const files = await listWaitingFiles(context, ledgerId);
  let readCount = 0;
  context.onProgress({ task: 'read', done: 0, total: files.length });
  const readOne = async (file: StoredFile): Promise<ReadFile> => {
    const result = await readFile(context, ledgerId, file);
    context.onProgress({ task: 'read', done: (readCount += 1), total: files.length });
    return result;
  };
  const read = await asStage('read', () => Promise.all(files.map(readOne)));
  return asStage('publish', () => settle(context, ledgerId, read.toSorted(byPlaceInTime)));
}

/**
 * One after the other; what is held is tried again whenever something was published before or after it, from both ends,
 * and at last together: days may fit only as a group.
 */
async function settle(
  context: WorkContext,
  ledgerId: LedgerId,
  files: readonly ReadFile[],
): Promise<readonly PublishedFile[]> {
  const settled: PublishedFile[] = [];
  let held: readonly PublishedFile[] = [];
  let waiting = files;
  context.onProgress({ task: 'publish', done: 0, total: files.length });
  while (waiting.length > 0) {
    held = [];
    let isAnyPublished = false;
    for (const file of waiting) {
      const outcome = await publish(context, ledgerId, file);
      if (outcome.state === 'held') held = [...held, outcome];
      else settled.push(outcome);
      isAnyPublished ||= outcome.state === 'published';
      context.onProgress({ task: 'publish', done: settled.length + held.length, total: files.length });
    }
    waiting = stillHeld(waiting, held);
    if (!isAnyPublished && waiting.length > 0) {
      held = await publishGroups(context, ledgerId, waiting);
      settled.push(...held.filter(({ state }) => state !== 'held'));
      held = held.filter(({ state }) => state === 'held');
      if (held.length === waiting.length) break;
      waiting = stillHeld(waiting, held);
    }
    waiting = waiting.toReversed();
  }
  await forgetStagedEntries(
    context.pool,
    ledgerId,
    held.map(({ sha256 }) => sha256),
  );
  return [...settled, ...held];
}

function stillHeld(files: readonly ReadFile[], held: readonly PublishedFile[]): readonly ReadFile[] {
  const names = new Set(held.map(({ sha256 }) => sha256));
  return files.filter(({ sha256 }) => names.has(sha256));
}

/** A group with something that the database refuses is left to wait: alone each file was found to be right. */
async function publishGroups(
  context: WorkContext,
  ledgerId: LedgerId,
  files: readonly ReadFile[],
): Promise<readonly PublishedFile[]> {
  try {
    return await publishTogether(context.pool, ledgerId, files, act(context));
  } catch (error) {
    if (!isContentRefused(error)) throw error;
    return files.map(({ sha256 }) => ({ sha256, state: 'held', findings: [], ...noCounts }));
  }
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

/**
 * Earliest statement first, then account, format, sequence and content: files without a statement come last. Where two
 * formats tell of the first day of an account, the richer one becomes its master.
 */
function byPlaceInTime(a: ReadFile, b: ReadFile): number {
  const [left, right] = [placeOf(a), placeOf(b)];
  return left === right ? 0 : left < right ? -1 : 1;
}

// By how much a format says of an entry.
const richness = ['camt.053', 'coda', 'cfonb120', 'bai2', 'mt940', 'ofx'] as const satisfies readonly StatementFormat[];

function placeOf({ sha256, format, statements }: ReadFile): string {
  const [first] = statements.toSorted((a, b) => a.summary.statementIndex - b.summary.statementIndex);
  if (first === undefined) return `9999 ${sha256}`;
  const { summary } = first;
  const rank = richness.findIndex((one) => one === format) + 1;
  return [
    statementDateOf(summary) ?? '9999',
    summary.accountIban ?? summary.account ?? '',
    rank,
    summary.sequence ?? '',
    sha256,
  ].join(' ');
}
