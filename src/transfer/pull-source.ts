/** One pass over one source: every folder is listed, every file that is whole is taken, and what was not is told. */
import type { Source } from '../config/sources.ts';
import type { LedgerId } from '../domain/ids.ts';
import { withSourceLock } from '../ledger/source-lock.ts';
import type { WorkContext } from '../workers/work-context.ts';
import type { Drop } from './drop.ts';
import { isRetried, problem, problemOf, TransferError, type TransferProblem } from './errors.ts';
import { transferLimits, type TransferLimits } from './limits.ts';
import { openLine, type Line } from './line.ts';
import { listFiles } from './list-files.ts';
import { openMemory, type Memory } from './memory.ts';
import { openDrop } from './open-drop.ts';
import { openSpool, type Spool } from './spool.ts';
import { takeFile, type Listed, type PulledFile, type Step } from './take-file.ts';

/** What a pull needs of the world. */
export type PullContext = Readonly<{
  work: WorkContext;
  /** Where the spool and the memory of sources are. */
  dataDir: string;
  /** In [0, 1): spreads pauses. */
  random: () => number;
  stop: AbortSignal;
  limits?: TransferLimits;
  onStep?: (step: Step, path: string) => Promise<void>;
}>;

export type SourcePull = Readonly<{
  source: string;
  files: readonly PulledFile[];
  /** About the source or one of its folders. */
  problems: readonly TransferProblem[];
}>;

/**
 * @returns what became of each file; faults of the place are data. @throws what the database throws
 */
export async function pullSource(context: PullContext, source: Source, ledgerId: LedgerId): Promise<SourcePull> {
  const pulled = await withSourceLock(context.work.pool, ledgerId, source.name, () =>
    pullAlone(context, source, ledgerId),
  );
  return pulled ?? { source: source.name, files: [], problems: [problem('transfer.source_busy', source.name)] };
}

async function pullAlone(context: PullContext, source: Source, ledgerId: LedgerId): Promise<SourcePull> {
  const { dataDir, random, stop, limits = transferLimits } = context;
  const line = openLine(() => openDrop(source, limits), limits, random, stop);
  const files: PulledFile[] = [];
  const problems: TransferProblem[] = [];
  try {
    const spool = await openSpool(dataDir, source.name);
    const memory = await openMemory(dataDir, source.name);
    try {
      const found = await listAll(context, source, line);
      files.push(...found.left);
      problems.push(...found.problems);
      try {
        await takeAll(context, source, ledgerId, { line, memory, spool, queue: found.files, files });
      } finally {
        await memory.save((path) => !found.isListed(path) || found.paths.has(path));
      }
    } finally {
      await spool.close();
    }
  } catch (error) {
    if (!(error instanceof TransferError)) throw error;
    problems.push(problemOf(error));
  } finally {
    await line.close();
  }
  return { source: source.name, files, problems };
}

type Found = Readonly<{
  files: readonly Listed[];
  left: readonly PulledFile[];
  paths: ReadonlySet<string>;
  isListed: (path: string) => boolean;
  problems: readonly TransferProblem[];
}>;

async function listAll(
  { work, limits = transferLimits, onStep }: PullContext,
  source: Source,
  line: Line,
): Promise<Found> {
  const files: Listed[] = [];
  const left: PulledFile[] = [];
  const paths = new Set<string>();
  const unlisted: string[] = [];
  const problems: TransferProblem[] = [];
  for (const folder of source.folders) {
    const listing = await line.persistently((drop: Drop) =>
      listFiles(drop, folder, { ...source, now: work.now }, limits),
    );
    files.push(...listing.files);
    for (const { path, problem: reason } of listing.left) {
      const outcome = reason === null ? 'waiting' : 'refused';
      left.push({ path, outcome, sha256s: [], movedTo: null, problem: reason });
    }
    for (const path of listing.paths) paths.add(path);
    if (listing.problem !== null) {
      problems.push(listing.problem);
      unlisted.push(`${folder}/`);
    }
    await onStep?.('listed', folder);
  }
  // What is in a folder that could not be listed is not forgotten.
  const isListed = (path: string): boolean => !unlisted.some((folder) => path.startsWith(folder));
  return { files, left, paths, isListed, problems };
}

type Taken = Readonly<{
  line: Line;
  memory: Memory;
  spool: Spool;
  queue: readonly Listed[];
  /** Where the results go. */
  files: PulledFile[];
}>;

/** A file that the way failed for goes to the end of the queue: it must not keep the others waiting. */
async function takeAll(
  { work, limits = transferLimits, onStep = async () => undefined }: PullContext,
  source: Source,
  ledgerId: LedgerId,
  { line, memory, spool, queue, files }: Taken,
): Promise<void> {
  const taking = { context: work, ledgerId, source, limits, memory, spool, onStep };
  const waiting = queue.map((file) => ({ file, tries: 0 }));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { file, tries } = next;
    try {
      files.push(await line.once((drop) => takeFile(taking, drop, file)));
      work.onProgress({ task: 'store', done: files.length, total: files.length + waiting.length });
    } catch (error) {
      if (!(error instanceof TransferError)) throw error;
      const mayTryAgain = isRetried(error) && tries + 1 < limits.attempts && !line.hasGivenUp();
      if (mayTryAgain) waiting.push({ file, tries: tries + 1 });
      else files.push({ ...notReached(next), problem: problemOf(error) });
      // Tried enough, or beyond any cure by another try, like a key that has changed meanwhile: the pull is over.
      if (!isRetried(error) || line.hasGivenUp()) {
        files.push(...waiting.map(notReached));
        throw error;
      }
    }
  }
}

const notReached = ({ file }: Readonly<{ file: Listed }>): PulledFile => ({
  path: file.path,
  outcome: 'failed',
  sha256s: [],
  movedTo: null,
  problem: problem('transfer.stopped', ''),
});
