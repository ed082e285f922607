/** Makes the cluster on first use, and refuses to touch one that this PostgreSQL can't run. */
import { randomBytes, randomUUID } from 'node:crypto';
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseRefused } from '../errors.ts';
import { programPath } from './platform-binaries.ts';
import { runProgram } from './run-as.ts';
import type { ServerPlace } from './server.ts';

/** Reads a password of the data folder, or makes one: 24 random bytes, readable by this account only. */
export function keepPassword(dataDir: string, name: string): string {
  const path = join(dataDir, `${name}.password`);
  if (!existsSync(path)) {
    const draft = join(dataDir, `.${name}-${randomUUID()}`);
    writeFileSync(draft, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flush: true });
    renameSync(draft, path);
  }
  return readFileSync(path, 'utf8').trim();
}

/**
 * Leaves a cluster ready to start, and answers the superuser's password.
 *
 * @param serverMajor - major version of the binaries.
 * @throws DatabaseRefused `database.data_dir_other_version`, `database.data_dir_damaged`, `database.start_failed`
 */
export async function ensureCluster(place: ServerPlace, dataDir: string, serverMajor: string): Promise<string> {
  if (!existsSync(place.cluster)) {
    const password = keepPassword(dataDir, 'superuser');
    await initializeCluster(place, password);
    return password;
  }
  checkVersion(place.cluster, serverMajor);
  if (!existsSync(join(dataDir, 'superuser.password'))) {
    throw new DatabaseRefused(
      'database.data_dir_damaged',
      `${dataDir} holds a database, but not its password file superuser.password. Put the file back from a backup.`,
    );
  }
  return keepPassword(dataDir, 'superuser');
}

function checkVersion(cluster: string, serverMajor: string): void {
  const versionFile = join(cluster, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    throw new DatabaseRefused(
      'database.data_dir_damaged',
      `${cluster} is not a PostgreSQL cluster (no file PG_VERSION). Put it back from a backup, or set another LETTRAGE_DATA_DIR.`,
    );
  }
  const clusterMajor = readFileSync(versionFile, 'utf8').trim();
  if (clusterMajor === serverMajor) return;
  throw new DatabaseRefused(
    'database.data_dir_other_version',
    `The database in ${cluster} was made by PostgreSQL ${clusterMajor}; this Lettrage brings PostgreSQL ${serverMajor}. ` +
      `Run it with a PostgreSQL ${clusterMajor} of your own and DATABASE_URL, or dump it there and restore it into a new LETTRAGE_DATA_DIR.`,
  );
}

/** Builds the cluster under another name and renames it: whoever is killed on the way leaves nothing that looks whole. */
async function initializeCluster({ binaries, runAs, home, cluster }: ServerPlace, password: string): Promise<void> {
  for (const leftover of readdirSync(home).filter((name) => name.startsWith('.cluster-'))) {
    removeDraft(join(home, leftover));
  }
  const draft = join(home, `.cluster-${randomUUID()}`);
  const passwordFile = `${draft}.password`;
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (runAs.identity !== null) chownSync(passwordFile, runAs.identity.uid, runAs.identity.gid);
    // The built-in C.UTF-8 sorts the same on every machine, whatever its C library.
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    const parameters = ['--pgdata', draft, '--no-instructions', ...locale, ...access];
    const made = await runProgram(runAs, programPath(binaries, 'initdb'), parameters, home);
    if (made.exitCode !== 0) {
      throw new DatabaseRefused(
        'database.start_failed',
        `PostgreSQL could not make a database in ${home}: ${made.output}`,
      );
    }
    renameSync(draft, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    removeDraft(draft);
  }
}

/** An `initdb` whose parent was killed may write on for a moment. */
const removeDraft = (path: string): void =>
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
