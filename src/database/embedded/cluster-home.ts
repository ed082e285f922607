/**
 * Where the cluster lives: `postgres/` in the data folder. When the server's account can't reach the data folder (a
 * project under `/root`), it lives under `/var/lib/lettrage`, and a file in the data folder says where.
 */
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseRefused, messageOf } from '../errors.ts';
import { mayEnter, type RunAs } from './run-as.ts';

const recordedPlace = (dataDir: string): string => join(dataDir, 'postgres-location');

export const clusterDirectory = (home: string): string => join(home, 'cluster');

/** `path` is real, without symbolic links. */
export type DataFolder = Readonly<{ path: string; isNew: boolean }>;

/**
 * Creates the data folder when absent, for its owner's eyes only.
 *
 * @throws DatabaseRefused `database.data_dir_not_writable`
 */
export function makeDataFolder(dataDir: string): DataFolder {
  try {
    mkdirSync(dirname(dataDir), { recursive: true });
    const isNew = !existsSync(dataDir);
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return { path: realpathSync(dataDir), isNew };
  } catch (cause) {
    throw new DatabaseRefused(
      'database.data_dir_not_writable',
      `The data folder ${dataDir} can't be used: ${messageOf(cause)}. ` +
        'Start Lettrage as the account that owns it, or set another LETTRAGE_DATA_DIR.',
      { cause },
    );
  }
}

/** The folder of the server's account, when there is one already and something is in it. */
export function findClusterHome(dataDir: string): string | null {
  const home = recordedHome(dataDir) ?? join(dataDir, 'postgres');
  try {
    return readdirSync(home).length > 0 ? home : null;
  } catch (error) {
    // Not ours to look into: someone else's.
    return error instanceof Error && 'code' in error && error.code === 'EACCES' ? home : null;
  }
}

function recordedHome(dataDir: string): string | null {
  const place = recordedPlace(dataDir);
  return existsSync(place) ? readFileSync(place, 'utf8').trim() : null;
}

/** Chooses and creates the folder that belongs to the server's account. */
export function makeClusterHome({ path: dataDir, isNew }: DataFolder, runAs: RunAs): string {
  if (isNew && runAs.identity !== null) {
    // The server's account may pass through to its own folder, and list nothing on the way.
    chownSync(dataDir, process.getuid?.() ?? 0, runAs.identity.gid);
    chmodSync(dataDir, 0o710);
  }
  const recorded = recordedHome(dataDir);
  const isReachable = recorded === null && mayEnter(runAs, dataDir);
  const home = recorded ?? (isReachable ? join(dataDir, 'postgres') : homeElsewhere(dataDir));
  mkdirSync(dirname(home), { recursive: true });
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (runAs.identity !== null) chownSync(home, runAs.identity.uid, runAs.identity.gid);
  if (recorded === null && !isReachable) writeFileSync(recordedPlace(dataDir), `${home}\n`, { mode: 0o600 });
  return home;
}

function homeElsewhere(dataDir: string): string {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return join('/var/lib/lettrage', name);
}
