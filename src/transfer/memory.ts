/**
 * What a source needs to know of its files from one pull to the next: which of those that can't be moved are stored
 * already, and since when a file is without its end. One small JSON file per source in the data folder.
 *
 * It only saves work: without it, files are fetched again and found to be known, and the wait for an end starts anew.
 * That is why it is no table: it belongs to a place and its clocks, not to the books.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Look } from './drop.ts';

type Remembered = Readonly<{
  path: string;
  sizeBytes: number;
  modifiedAtMs: number;
  /** Null: not stored, because its end was missing. */
  sha256: string | null;
  /** When it was first seen like this, ISO 8601. */
  since: string;
}>;

export type Memory = Readonly<{
  /** What is remembered of this file as it is now; null when it is new or has changed. */
  recall: (path: string, look: Look) => Remembered | null;
  remember: (path: string, look: Look, sha256: string | null, since: Date) => void;
  /** @param isStillThere - what is not there any more is forgotten. */
  save: (isStillThere: (path: string) => boolean) => Promise<void>;
}>;

export async function openMemory(dataDir: string, sourceName: string): Promise<Memory> {
  const folder = join(dataDir, 'transfer');
  const file = join(folder, `${sourceName}.json`);
  const byPath = new Map((await readRemembered(file)).map((seen) => [seen.path, seen]));
  return {
    recall: (path, { sizeBytes, modifiedAtMs }) => {
      const seen = byPath.get(path);
      return seen?.sizeBytes === sizeBytes && seen.modifiedAtMs === modifiedAtMs ? seen : null;
    },
    remember: (path, { sizeBytes, modifiedAtMs }, sha256, since) => {
      byPath.set(path, { path, sizeBytes, modifiedAtMs, sha256, since: since.toISOString() });
    },
    save: async (isStillThere) => {
      const kept = [...byPath.values()].filter(({ path }) => isStillThere(path));
      const draft = `${file}.tmp`;
      await rm(draft, { force: true });
      if (kept.length === 0) return rm(file, { force: true });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(draft, `${JSON.stringify(kept, null, 1)}\n`, { mode: 0o600 });
      await rename(draft, file);
    },
  };
}

/** A file that is missing or damaged is no memory. */
async function readRemembered(file: string): Promise<readonly Remembered[]> {
  try {
    const json: unknown = JSON.parse(await readFile(file, 'utf8'));
    return Array.isArray(json) ? json.filter(isRemembered) : [];
  } catch {
    return [];
  }
}

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false;
  const { path, sizeBytes, modifiedAtMs, sha256, since } = value as Record<string, unknown>;
  return (
    typeof path === 'string' &&
    typeof sizeBytes === 'number' &&
    typeof modifiedAtMs === 'number' &&
    (sha256 === null || typeof sha256 === 'string') &&
    typeof since === 'string' &&
    !Number.isNaN(Date.parse(since))
  );
}
