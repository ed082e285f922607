/** Temporary folders for data folders, removed after the test file. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Folders = Readonly<{
  /** The path of a data folder that does not exist yet, in a folder of the given mode. */
  dataDir(mode?: number): string;
  remove(): void;
}>;

/** The default mode lets other accounts through: as root, the server runs as one of them. */
export function temporaryFolders(): Folders {
  const made: string[] = [];
  return {
    dataDir: (mode = 0o755) => {
      const folder = mkdtempSync(join(tmpdir(), 'lettrage-folder-'));
      made.push(folder);
      chmodSync(folder, mode);
      return join(folder, 'data');
    },
    remove: () => {
      for (const folder of made) rmSync(folder, { recursive: true, force: true });
    },
  };
}
