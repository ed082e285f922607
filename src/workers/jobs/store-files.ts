import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { LedgerId } from '../../domain/ids.ts';
import type { StoredFile } from '../../ledger/commands/store-statement-file.ts';
import { LedgerError } from '../../ledger/errors.ts';
import { act, type WorkContext } from '../work-context.ts';
import { storeSource } from './store-source.ts';

type FileProblem = Readonly<{ path: string; code: string; message: string }>;
export type StoredFiles = Readonly<{
  /** A member of an archive has the path of the archive and its own name behind it. */
  stored: readonly (StoredFile & { path: string })[];
  problems: readonly FileProblem[];
}>;

// Four times what Node.js reads at once unless told: the chunks in which files are stored.
const readBytes = 256 * 1024;

// A sender that has not finished writing, and what is not a statement in a demo or drop folder.
const passedOver = /^\.|\.(part|filepart|tmp|incomplete|csv|jsonl|json|md)$/i;

/**
 * Stores files and the files of folders (not of their sub-folders); archives are opened. A file that can't be read is
 * told; the others go on.
 */
export async function storeFiles(
  context: WorkContext,
  ledgerId: LedgerId,
  paths: readonly string[],
): Promise<StoredFiles> {
  const stored: (StoredFile & { path: string })[] = [];
  const problems: FileProblem[] = [];
  const files = await expand(paths, problems);
  let doneCount = 0;
  for (const path of files) {
    const name = basename(path);
    const file = {
      name,
      read: () => createReadStream(path, { highWaterMark: readBytes }),
      largestBytes: context.largestFileBytes,
    };
    const folder = path.slice(0, path.length - name.length);
    try {
      const source = await storeSource(context.pool, ledgerId, file, act(context));
      for (const { name: within, ...rest } of source.files) stored.push({ ...rest, path: folder + within });
    } catch (error) {
      problems.push(problemOf(path, error));
    }
    context.onProgress({ task: 'store', done: (doneCount += 1), total: files.length });
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
