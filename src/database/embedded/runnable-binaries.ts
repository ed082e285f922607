/** Pairs the binaries with an account that can run them, copying them when the account can't reach them. */
import { DatabaseRefused } from '../errors.ts';
import { makeClusterHome, type DataFolder } from './cluster-home.ts';
import { completeLibraryLinks, copyBinaries, programPath, type Binaries } from './platform-binaries.ts';
import { runProgram, type ProgramOutcome, type RunAs } from './run-as.ts';

type RunnableBinaries = Readonly<{ binaries: Binaries; runAs: RunAs; home: string; serverMajor: string }>;

const probe = (runAs: RunAs, binaries: Binaries): Promise<ProgramOutcome> =>
  runProgram(runAs, programPath(binaries, 'postgres'), ['--version'], '/');

const majorIn = (output: string): string | null => /\(PostgreSQL\) (\d+)/.exec(output)?.[1] ?? null;

/**
 * Tries the accounts in order, first with the binaries where npm put them, then with a copy.
 *
 * @throws DatabaseRefused `database.binaries_unusable` with what each attempt said.
 */
export async function findRunnable(
  installed: Binaries,
  accounts: readonly RunAs[],
  dataFolder: DataFolder,
): Promise<RunnableBinaries> {
  const attempts: string[] = [];
  const isComplete = completeLibraryLinks(installed.directory);
  for (const runAs of accounts) {
    const inPlace = await probe(runAs, installed);
    if (isImpossibleAccount(inPlace)) {
      attempts.push(`as ${runAs.account}: ${inPlace.output}`);
      continue;
    }
    const home = makeClusterHome(dataFolder, runAs);
    const major = majorIn(inPlace.output);
    if (isComplete && major !== null) return { binaries: installed, runAs, home, serverMajor: major };
    const binaries = copyBinaries(installed, home);
    const copied = await probe(runAs, binaries);
    const copiedMajor = majorIn(copied.output);
    if (copiedMajor !== null) return { binaries, runAs, home, serverMajor: copiedMajor };
    attempts.push(`as ${runAs.account}: ${copied.output}`);
  }
  throw new DatabaseRefused(
    'database.binaries_unusable',
    `The PostgreSQL that comes with Lettrage does not run here (${attempts.join('; ')}). ` +
      'Start as a normal user, or set DATABASE_URL to a PostgreSQL 15 or later.',
  );
}

/** The kernel refused to change the account, or there is no command that could: nothing to do with the binaries. */
const isImpossibleAccount = ({ errorCode, output }: ProgramOutcome): boolean =>
  errorCode === 'EPERM' || errorCode === 'EINVAL' || errorCode === 'ENOENT' || output.startsWith('unshare:');
