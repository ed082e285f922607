/**
 * The server's own lock file, `postmaster.pid`, and what it says about a server that is running, or was.
 *
 * @see PostgreSQL `src/include/utils/pidfile.h`: line 1 pid, 4 port, 8 status.
 */
import { readFileSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseRefused } from '../errors.ts';
import { isAlive, processesIn, workingDirectoryOf } from './process-table.ts';

type Status = 'starting' | 'ready' | 'stopping';
type Postmaster =
  | Readonly<{ kind: 'absent' }>
  | Readonly<{ kind: 'stale'; pid: number }>
  | Readonly<{ kind: 'running'; pid: number; port: number; status: Status }>;

const settleMs = 300_000;
const orphanedBackendsMs = 15_000;
const pollMs = 25;

const lockFile = (cluster: string): string => join(cluster, 'postmaster.pid');

/** A pid means this server only while that process lives and works in the cluster: pids are used again. */
function isPostmasterOf(cluster: string, pid: number): boolean {
  const workingDirectory = workingDirectoryOf(pid);
  return isAlive(pid) && (workingDirectory === null || workingDirectory === cluster);
}

function readLines(path: string): readonly string[] | null {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return null;
  }
}

/** Reads the state of the server of a cluster, given by its real path. */
export function readPostmaster(cluster: string): Postmaster {
  const lines = readLines(lockFile(cluster));
  if (lines === null) return { kind: 'absent' };
  const pid = +(lines[0] ?? '');
  if (!isPostmasterOf(cluster, pid)) return { kind: 'stale', pid };
  const status = lines[7]?.trim();
  return { kind: 'running', pid, port: +(lines[3] ?? ''), status: isStatus(status) ? status : 'starting' };
}

const isStatus = (text: string | undefined): text is Status =>
  text === 'starting' || text === 'ready' || text === 'stopping';

/**
 * Waits until the cluster's server is ready, or surely gone.
 *
 * @returns the port of a running server, null when there is none and one may be started.
 * @throws DatabaseRefused `database.start_failed` when it is neither after five minutes.
 */
export async function settlePostmaster(cluster: string): Promise<number | null> {
  const deadline = Date.now() + settleMs;
  while (Date.now() < deadline) {
    const state = readPostmaster(cluster);
    if (state.kind === 'absent') return null;
    if (state.kind === 'stale') return clearStaleLock(cluster, state.pid);
    if (state.status === 'ready' && (await acceptsConnections(state.port))) return state.port;
    await sleep(pollMs);
  }
  throw new DatabaseRefused(
    'database.start_failed',
    `The PostgreSQL server of ${cluster} is running, but has not been ready for five minutes. Look at its log.`,
  );
}

/**
 * Removes the lock of a dead server, but never while a backend of it still works in the cluster: two servers in one
 * cluster destroy it. The plain case, a pid that is free, is left to PostgreSQL, which also checks its shared memory.
 */
async function clearStaleLock(cluster: string, pid: number): Promise<null> {
  const deadline = Date.now() + orphanedBackendsMs;
  while (processesIn(cluster).length > 0) {
    if (Date.now() > deadline) {
      throw new DatabaseRefused(
        'database.start_failed',
        `The PostgreSQL server of ${cluster} died, but processes ${processesIn(cluster).join(', ')} still work there. ` +
          'End them, then start again.',
      );
    }
    await sleep(pollMs);
  }
  if (isPidTaken(pid)) rmSync(lockFile(cluster), { force: true });
  return null;
}

/** True also for a zombie, and for a stranger with the same pid: PostgreSQL takes either for a running server. */
function isPidTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function acceptsConnections(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    const answer = (accepts: boolean): void => {
      socket.destroy();
      settle(accepts);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}
