/**
 * One file, from the place into the books and out of the way:
 *
 *     listed ──► fetched (.part) ──► spooled (fsync) ──► stored (commit) ──► moved to done ──► spool cleaned
 *
 * A crash at any arrow loses nothing: before the commit the file is still where it was and is fetched again; after it,
 * the same bytes are the same file, and only the move is made up for.
 */
import { LedgerError } from '../ledger/errors.ts';
import type { FileSha256, LedgerId } from '../domain/ids.ts';
import { shownName } from '../workers/file-name.ts';
import { storeSource } from '../workers/jobs/store-source.ts';
import { act, type WorkContext } from '../workers/work-context.ts';
import { DropRefusal, type Drop, type Look } from './drop.ts';
import { problem, problemOf, TransferError, type TransferProblem } from './errors.ts';
import { fetchFile } from './fetch-file.ts';
import { whatIsMissing } from './inspect.ts';
import type { TransferLimits } from './limits.ts';
import type { Memory } from './memory.ts';
import { moveAway } from './move-away.ts';
import type { Spool, SpooledFile } from './spool.ts';

/** Where a pull is with a file; told as each is reached. */
export type Step = 'listed' | 'fetched' | 'spooled' | 'stored' | 'moved' | 'cleaned';

/** `waiting`: not settled or not whole yet, looked at again by the next pull. `known`: stored by an earlier pull. */
export type PulledFile = Readonly<{
  path: string;
  outcome: 'stored' | 'known' | 'waiting' | 'refused' | 'failed';
  /** Of what was stored: one, or the members of an archive. */
  sha256s: readonly FileSha256[];
  movedTo: string | null;
  problem: TransferProblem | null;
}>;

export type Listed = Readonly<{ path: string; name: string; doneFolder: string; look: Look }>;

/** What taking a file needs. */
type Taking = Readonly<{
  context: WorkContext;
  ledgerId: LedgerId;
  source: Readonly<{ name: string; incompleteAfterHours: number }>;
  limits: TransferLimits;
  memory: Memory;
  spool: Spool;
  onStep: (step: Step, path: string) => Promise<void>;
}>;

const hourMs = 3_600_000;

const ended = (
  path: string,
  outcome: PulledFile['outcome'],
  told: TransferProblem | null = null,
  more: Partial<PulledFile> = {},
): PulledFile => ({ path: shownName(path), outcome, sha256s: [], movedTo: null, problem: told, ...more });

/** @throws TransferError of the way, to be tried again; everything else about the file is in the result. */
export async function takeFile(taking: Taking, drop: Drop, file: Listed): Promise<PulledFile> {
  const { context, limits, memory, spool, onStep } = taking;
  const { path, look } = file;
  const seen = memory.recall(path, look);
  if (seen !== null && seen.sha256 !== null)
    return ended(path, 'known', null, { sha256s: [seen.sha256 as FileSha256] });
  if (look.sizeBytes > context.largestFileBytes)
    return ended(path, 'refused', problem('transfer.file_too_large', `${look.sizeBytes} bytes`));
  let spooled: SpooledFile;
  try {
    spooled = await fetchFile(drop, spool, path, look, limits, () => onStep('fetched', path));
  } catch (error) {
    if (error instanceof DropRefusal) return ended(path, 'failed', problem('transfer.file_unreadable', error.message));
    if (!(error instanceof TransferError)) throw error;
    if (error.code === 'transfer.file_changed') return ended(path, 'waiting', problemOf(error));
    if (error.code === 'transfer.spool_failed') return ended(path, 'failed', problemOf(error));
    throw error;
  }
  try {
    await onStep('spooled', path);
    return await keep(taking, drop, file, spooled);
  } finally {
    await spooled.remove();
    await onStep('cleaned', path);
  }
}

/** Into the books if it is whole, or has been without its end for too long. */
async function keep(taking: Taking, drop: Drop, file: Listed, spooled: SpooledFile): Promise<PulledFile> {
  const { context, ledgerId, source, memory, onStep } = taking;
  const { path, name, look } = file;
  const missing = await whatIsMissing(name, spooled);
  if (missing !== null && !isOverdue(taking, file)) {
    return ended(path, 'waiting', problem('transfer.file_incomplete', missing));
  }
  let sha256s: readonly FileSha256[];
  try {
    const { read } = spooled;
    const coming = { name, read, largestBytes: context.largestFileBytes, source: source.name };
    const stored = await storeSource(context.pool, ledgerId, coming, act(context));
    sha256s = stored.files.map(({ sha256 }) => sha256);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return ended(path, 'refused', { code: error.refusal.code, message: error.message });
  }
  await onStep('stored', path);
  if (missing !== null) {
    // Not moved: whoever writes it may still come back to it. Changed, it is a new file to us.
    memory.remember(path, look, spooled.sha256, context.now());
    return ended(path, 'stored', problem('transfer.file_overdue', missing), { sha256s });
  }
  const moved = await putAway(taking, drop, file, spooled);
  await onStep('moved', path);
  return ended(path, 'stored', moved.problem, { sha256s, movedTo: moved.to });
}

/** Whether a file without its end has waited long enough, unchanged, counted from when it was first seen so. */
function isOverdue({ context, memory, source }: Taking, { path, look }: Listed): boolean {
  const now = context.now();
  const seen = memory.recall(path, look);
  if (seen === null) memory.remember(path, look, null, now);
  const since = seen === null ? now.getTime() : Date.parse(seen.since);
  return now.getTime() - since >= source.incompleteAfterHours * hourMs;
}

async function putAway(
  { memory, context }: Taking,
  drop: Drop,
  { path, name, doneFolder, look }: Listed,
  { sha256 }: SpooledFile,
): Promise<Readonly<{ to: string | null; problem: TransferProblem | null }>> {
  try {
    const to = await moveAway(drop, path, name, doneFolder, sha256);
    return { to: to === null ? null : shownName(to), problem: null };
  } catch (error) {
    // A line that broke now breaks nothing: the file is stored, and the next pull makes up for the move.
    if (error instanceof TransferError) return { to: null, problem: problemOf(error) };
    if (!(error instanceof DropRefusal)) throw error;
    memory.remember(path, look, sha256, context.now());
    return { to: null, problem: problem('transfer.not_moved', error.message) };
  }
}
