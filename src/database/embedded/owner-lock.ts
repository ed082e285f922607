/**
 * One Lettrage process per data folder.
 *
 * The owner is the highest-numbered `owner-<n>.json`. A process takes over by creating number n + 1, which only one
 * can do, and checks afterwards that its number is still the highest. Numbers never go back, so a process that looked
 * at an old state and was slow can't take a lock that was passed on meanwhile. Releasing marks the file; the next
 * owner tidies up.
 *
 * Whether an owner lives is asked of the process table: pid and start time. A pid of another container or another
 * machine says nothing here; for those the owner's heartbeat, the file's time of change, decides.
 */
import { randomUUID } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimes, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseRefused } from '../errors.ts';
import { isAlive, processSpace, startMarkOf } from './process-table.ts';

type Owner = Readonly<{ pid: number; startMark: string | null; processSpace: string; released: boolean }>;
export type OwnerLock = Readonly<{ release(): void }>;

const heartbeatMs = 2_000;
const silenceMs = 15_000;
const maxAttempts = 100;

const ownerFile = (dataDir: string, generation: number): string => join(dataDir, `owner-${generation}.json`);

function generations(dataDir: string): readonly number[] {
  return readdirSync(dataDir)
    .map((name) => /^owner-(\d{1,15})\.json$/.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map((digits) => +digits)
    .toSorted((a, b) => b - a);
}

/** Writes the whole file in one step: nobody ever reads half an owner. False when the name is taken. */
function createOwnerFile(dataDir: string, generation: number, owner: Owner): boolean {
  const draft = join(dataDir, `.owner-${randomUUID()}`);
  try {
    writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 });
    linkSync(draft, ownerFile(dataDir, generation));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function markReleased(dataDir: string, generation: number, owner: Owner): void {
  const draft = join(dataDir, `.owner-${randomUUID()}`);
  writeFileSync(draft, JSON.stringify({ ...owner, released: true }), { mode: 0o600 });
  renameSync(draft, ownerFile(dataDir, generation));
}

/** Null when the file is gone, or was cut short by a power failure, which no owner survives. */
function readOwner(path: string): Owner | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isOwner(value) ? value : null;
  } catch {
    return null;
  }
}

const isOwner = (value: unknown): value is Owner =>
  typeof value === 'object' &&
  value !== null &&
  'pid' in value &&
  typeof value.pid === 'number' &&
  'startMark' in value &&
  'processSpace' in value &&
  'released' in value;

async function isHeld(path: string, owner: Owner): Promise<boolean> {
  if (owner.released) return false;
  if (owner.processSpace !== processSpace()) return hearsHeartbeat(path);
  return isAlive(owner.pid) && startMarkOf(owner.pid) === owner.startMark;
}

async function hearsHeartbeat(path: string): Promise<boolean> {
  const changedAt = (): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const first = changedAt();
  while (Date.now() - first < silenceMs) {
    await sleep(heartbeatMs / 4);
    if (changedAt() !== first) return true;
  }
  return false;
}

function keepHeartbeat(path: string): NodeJS.Timeout {
  const beat = (): void => {
    const now = new Date();
    // A beat that fails says nothing useful to this process, and the next one follows.
    utimes(path, now, now, () => undefined);
  };
  return setInterval(beat, heartbeatMs).unref();
}

/**
 * Makes this process the owner of a data folder, which must exist. Owners that were killed are recognised and replaced.
 *
 * @throws DatabaseRefused `database.data_dir_in_use`, naming the process that has it.
 */
export async function acquireOwnerLock(dataDir: string): Promise<OwnerLock> {
  const self: Owner = {
    pid: process.pid,
    startMark: startMarkOf(process.pid),
    processSpace: processSpace(),
    released: false,
  };
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const highest = generations(dataDir)[0] ?? 0;
    const holder = highest === 0 ? null : readOwner(ownerFile(dataDir, highest));
    if (holder !== null && (await isHeld(ownerFile(dataDir, highest), holder))) throw inUse(dataDir, holder);
    const mine = highest + 1;
    if (!createOwnerFile(dataDir, mine, self)) continue;
    const [newest, ...older] = generations(dataDir);
    if (newest === mine) return holdLock(dataDir, mine, older, self);
    rmSync(ownerFile(dataDir, mine), { force: true });
  }
  throw new DatabaseRefused(
    'database.data_dir_in_use',
    `Several Lettrage processes are starting on the data folder ${dataDir}. Start one of them.`,
  );
}

function holdLock(dataDir: string, mine: number, older: readonly number[], self: Owner): OwnerLock {
  for (const generation of older) rmSync(ownerFile(dataDir, generation), { force: true });
  const heartbeat = keepHeartbeat(ownerFile(dataDir, mine));
  let released = false;
  return {
    release: () => {
      if (released) return;
      released = true;
      clearInterval(heartbeat);
      markReleased(dataDir, mine, self);
    },
  };
}

function inUse(dataDir: string, holder: Owner): DatabaseRefused {
  const who = holder.pid === process.pid ? 'this process' : `process ${holder.pid}`;
  return new DatabaseRefused(
    'database.data_dir_in_use',
    `The data folder ${dataDir} is in use by ${who}. Stop it first, give this one another LETTRAGE_DATA_DIR, ` +
      'or set DATABASE_URL to let several processes share one PostgreSQL server.',
  );
}
