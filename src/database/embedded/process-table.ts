/** What the operating system knows about other processes: who lives, since when, and where they work. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

const hasErrorCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** `/proc/<pid>/stat` after the command name, which may itself hold blanks and brackets; null where there is none. */
function linuxStatus(pid: number): readonly string[] | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** True for a process that runs. A zombie does not: it keeps its pid until a parent asks, which may be never. */
export function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and belongs to someone else.
    if (!hasErrorCode(error, 'EPERM')) return false;
  }
  const state = linuxStatus(pid)?.[0];
  return state !== 'Z' && state !== 'X';
}

/**
 * A mark that tells this process from a later one with the same pid; null where the system gives none.
 *
 * @see proc(5), field 22 `starttime`: clock ticks after boot.
 */
export function startMarkOf(pid: number): string | null {
  if (process.platform === 'linux') return linuxStatus(pid)?.[19] ?? null;
  if (process.platform === 'win32') return null;
  const listing = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { LC_ALL: 'C' } });
  return listing.status === 0 ? listing.stdout.trim() : null;
}

/** Names the set of processes that pids count in: machine, boot and pid namespace. Containers differ in it. */
export function processSpace(): string {
  if (process.platform !== 'linux') return hostname();
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** Pids whose working directory is `directory`: for a data folder, the server and its backends. Linux only, else none. */
export function processesIn(directory: string): readonly number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => +name)
    .filter((pid) => workingDirectoryOf(pid) === directory);
}

/** The working directory of a process; null when it can't be seen. */
export function workingDirectoryOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}
