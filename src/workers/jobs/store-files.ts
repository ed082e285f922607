import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { LedgerId } from '../../domain/ids.ts';
import { storeStatementFile, type StoredFile } from '../../ledger/commands/store-statement-file.ts';
import { LedgerError } from '../../ledger/errors.ts';
import { act, type WorkContext } from '../work-context.ts';

export type FileProblem = Readonly<{ path: string; code: string; message: string }>;
export type StoredFiles = Readonly<{
  stored: readonly (StoredFile & { path: string })[];
  problems: readonly FileProblem[];
}>;

// A sender that has not finished writing, and what is not a statement in a demo or drop folder.
const passedOver = /^\.|\.(part|filepart|tmp|incomplete|csv|jsonl|json|md)$/i;

/** Stores files and the files of folders (not of their sub-folders). A file that can't be read is told; the others go on. */
export async function storeFiles(
  context: WorkContext,
  ledgerId: LedgerId,
  paths: readonly string[],
): Promise<StoredFiles> {
  const stored: (StoredFile & { path: string })[] = [];
  const problems: FileProblem[] = [];
  const files = await expand(paths, problems);
  for (const path of files) {
    const file = { name: basename(path), read: () => createReadStream(path), largestBytes: context.largestFileBytes };
    try {
      stored.push({ ...(await storeStatementFile(context.pool, ledgerId, file, act(context))), path });
    } catch (error) {
      problems.push(problemOf(path, error));
    }
    context.onProgress({ task: 'store', done: stored.length + problems.length, total: files.length });
  }
  return { stored, problems };
}

async function expand(paths: readonly string[], problems: FileProblem[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of paths) {
    try {
      const entry = await lstat(path);
      if (!entry.isDirectory()) {
        files.push(path);
        continue;
      }
      const names = await readdir(path, { withFileTypes: true });
      // Links are not followed: a drop folder must not lead out of itself.
      const regular = names.filter((name) => name.isFile() && !passedOver.test(name.name)).map(({ name }) => name);
      files.push(...regular.toSorted().map((name) => join(path, name)));
    } catch (error) {
      problems.push(problemOf(path, error));
    }
  }
  return files;
}

function problemOf(path: string, error: unknown): FileProblem {
  if (error instanceof LedgerError) return { path, code: error.refusal.code, message: error.message };
  if (error instanceof Error && 'syscall' in error) {
    return { path, code: 'ingest.file_unreadable', message: `${error.message}. Check the path and the rights on it.` };
  }
  throw error;
}
