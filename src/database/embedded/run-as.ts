/**
 * Who runs the server. PostgreSQL refuses to run as root, and that is right; containers start as root, and that is
 * usual. Then an unprivileged account that exists anyway takes it: nothing is ever added to the host's accounts.
 */
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { DatabaseRefused } from '../errors.ts';

/** How to start a program: as another account, or behind a command that changes the account. */
export type RunAs = Readonly<{
  account: string;
  prefix: readonly string[];
  /** Set when this process is root and the server is to run as someone else. */
  identity: Readonly<{ uid: number; gid: number }> | null;
}>;

export type ProgramOutcome = Readonly<{ exitCode: number | null; output: string; errorCode: string | null }>;

const asSelf = (account: string): RunAs => ({ account, prefix: [], identity: null });

// A root that owns a single uid (a container without subordinate ids) can't become another one, but can call itself one.
const inUserNamespace: RunAs = {
  account: 'nobody, in a user namespace',
  prefix: ['unshare', '--user', '--map-user=65534', '--map-group=65534'],
  identity: null,
};

const isRoot = (): boolean => process.getuid?.() === 0;

/** Only what a server needs: settings and secrets of the service (`PG…`, `DATABASE_URL`) stay out. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return {
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(PATH === undefined ? {} : { PATH }),
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
    ...(TEMP === undefined ? {} : { TEMP }),
  };
}

/**
 * The accounts to try, best first. The one that owns the cluster already comes before all others.
 *
 * @param home - the existing folder of the server's account; null on first use.
 * @throws DatabaseRefused `database.account_unsuitable`
 */
export function candidateAccounts(home: string | null): readonly RunAs[] {
  const owner = home === null ? null : statSync(home);
  if (!isRoot()) return [ownAccount(owner?.uid ?? null, home)];
  if (owner !== null && owner.uid !== 0) {
    const identity = { uid: owner.uid, gid: owner.gid };
    return [{ account: `uid ${identity.uid}`, prefix: [], identity }];
  }
  if (owner !== null) return [inUserNamespace];
  const known = unprivilegedAccount();
  return known === null ? [inUserNamespace] : [known, inUserNamespace];
}

function ownAccount(homeUid: number | null, home: string | null): RunAs {
  const uid = process.getuid?.();
  if (uid !== undefined && homeUid !== null && homeUid !== uid) {
    throw new DatabaseRefused(
      'database.account_unsuitable',
      `The database in ${home} belongs to uid ${homeUid}, and this process is uid ${uid}. ` +
        'Start Lettrage as the same account as before, or set another LETTRAGE_DATA_DIR.',
    );
  }
  try {
    return asSelf(userInfo().username);
  } catch (cause) {
    throw new DatabaseRefused(
      'database.account_unsuitable',
      `PostgreSQL can't run as uid ${uid}: this account has no entry in /etc/passwd. ` +
        'Add an entry, start as another account, or set DATABASE_URL.',
      { cause },
    );
  }
}

function unprivilegedAccount(): RunAs | null {
  const entries = readAccounts().map((line) => line.split(':'));
  const entry = entries.find(([name]) => name === 'postgres') ?? entries.find(([name]) => name === 'nobody');
  const [account, , uid, gid] = entry ?? [];
  if (account === undefined || uid === undefined || gid === undefined || uid === '0') return null;
  return { account, prefix: [], identity: { uid: +uid, gid: +gid } };
}

function readAccounts(): readonly string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** Runs a program to its end as the given account; output is standard output and error together. */
export async function runProgram(
  runAs: RunAs,
  program: string,
  parameters: readonly string[],
  directory: string,
): Promise<ProgramOutcome> {
  const [file = program, ...rest] = [...runAs.prefix, program, ...parameters];
  const options = { cwd: directory, env: serverEnvironment(), ...runAs.identity };
  try {
    const { stdout, stderr } = await promisify(execFile)(file, rest, options);
    return { exitCode: 0, output: `${stdout}${stderr}`.trim(), errorCode: null };
  } catch (error) {
    return describeFailure(error);
  }
}

/** `code` is the exit code of a program that ran, and a name such as `EACCES` when it could not be started. */
function describeFailure(error: unknown): ProgramOutcome {
  if (!(error instanceof Error)) throw error;
  const code = 'code' in error ? error.code : null;
  const stdout = 'stdout' in error ? String(error.stdout) : '';
  const stderr = 'stderr' in error ? String(error.stderr) : '';
  const written = `${stdout}${stderr}`.trim();
  return {
    exitCode: typeof code === 'number' ? code : null,
    output: written === '' ? error.message : written,
    errorCode: typeof code === 'string' ? code : null,
  };
}

/** Whether the account may enter a directory, asked of the kernel by trying: modes, groups and ACLs included. */
export function mayEnter(runAs: RunAs, directory: string): boolean {
  if (runAs.identity === null && runAs.prefix.length === 0) return true;
  const [file, ...rest] = [...runAs.prefix, '/bin/sh', '-c', 'cd -- "$1"', 'sh', directory];
  return spawnSync(file, rest, { cwd: '/', env: serverEnvironment(), ...runAs.identity }).status === 0;
}
