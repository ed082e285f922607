/**
 * PostgreSQL without a PostgreSQL to install: the real server, as a child of the data folder rather than of this
 * process. The way: own the folder, find an account and binaries that work, make the cluster once, start or adopt.
 *
 * A server outlives a process that was killed. The next owner of the folder finds it by its lock file and takes it
 * over as it is, with everything that was acknowledged.
 */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { clusterDirectory, findClusterHome, makeDataFolder } from './cluster-home.ts';
import { ensureCluster } from './create-cluster.ts';
import { acquireOwnerLock } from './owner-lock.ts';
import { findPlatformBinaries } from './platform-binaries.ts';
import { settlePostmaster } from './postmaster.ts';
import { candidateAccounts } from './run-as.ts';
import { findRunnable } from './runnable-binaries.ts';
import { startServer, stopServer, type ServerPlace } from './server.ts';

/** Enough to connect. */
export type ConnectionParameters = Readonly<{
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}>;

type EmbeddedPostgres = Readonly<{
  /** The superuser: for roles and databases, never for the service. */
  adminConnection: ConnectionParameters;
  /** True when the server was running already, left by a process that was killed. */
  adopted: boolean;
  /** Stops the server and gives the data folder back; calling it again does nothing more. */
  stop(): Promise<void>;
}>;

/**
 * Starts the embedded server of a data folder, which is created when absent, or adopts the one that runs there.
 * The caller stops it, also on SIGTERM and SIGINT.
 *
 * @throws DatabaseRefused `database.data_dir_in_use`, `database.data_dir_not_writable`, `database.data_dir_other_version`, `database.data_dir_damaged`,
 *   `database.platform_unsupported`, `database.account_unsuitable`, `database.binaries_unusable`,
 *   `database.start_failed`
 */
export async function startEmbeddedPostgres(options: { dataDir: string }): Promise<EmbeddedPostgres> {
  const installed = findPlatformBinaries(process.platform, process.arch);
  const dataFolder = makeDataFolder(resolve(options.dataDir));
  const lock = await acquireOwnerLock(dataFolder.path);
  try {
    const accounts = candidateAccounts(findClusterHome(dataFolder.path));
    const { binaries, runAs, home, serverMajor } = await findRunnable(installed, accounts, dataFolder);
    const cluster = clusterDirectory(realpathSync(home));
    const place: ServerPlace = { binaries, runAs, home, cluster };
    const password = await ensureCluster(place, dataFolder.path, serverMajor);
    const runningPort = await settlePostmaster(cluster);
    const port = runningPort ?? (await startServer(place));
    let stopping: Promise<void> | null = null;
    return {
      adminConnection: { host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' },
      adopted: runningPort !== null,
      stop: () => (stopping ??= stopServer(place).then(() => lock.release())),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
