/** The command line: words to functions. Each command has `--help` and `--json`; see {@link exitCodes}. */
import { Argument, Command, CommanderError } from 'commander';
import type { Config } from '../config/config.ts';
import { DatabaseRefused } from '../database/connect.ts';
import { LedgerError } from '../ledger/errors.ts';
import { AmbiguousCommit } from '../ledger/transaction/ambiguous-commit.ts';
import { ResidualTooLarge } from '../matching/index/partition-builder.ts';
import { PartitionTooLarge } from '../workers/jobs/load-partition.ts';
import { balance } from './commands/balance.ts';
import { demo } from './commands/demo.ts';
import { explain } from './commands/explain.ts';
import { ExportInterrupted } from './commands/export.ts';
import { ingest } from './commands/ingest.ts';
import { match } from './commands/match.ts';
import { migrate } from './commands/migrate.ts';
import { night } from './commands/night.ts';
import { parse } from './commands/parse.ts';
import { pull } from './commands/pull.ts';
import { addDisputes } from './disputes-program.ts';
import { addImport } from './import-program.ts';
import { addKeys } from './keys-program.ts';
import { addLookingBack } from './looking-back-program.ts';
import { addTakingOut } from './export-program.ts';
import { addProof } from './proof-program.ts';
import { addQuarantine } from './quarantine-program.ts';
import { queue } from './commands/queue.ts';
import { report } from './commands/report.ts';
import { checkSources, sourcesStatus } from './commands/sources.ts';
import { InputRefused } from './input-file.ts';
import { exitCodes, terminalOutput, type ExitCode, type Output, type Stream } from './output.ts';
import { sourcesOf } from './sources-file.ts';
import { ConfigRefused, loadConfig, withSession, type Session } from './session.ts';

/** Starts the API and resolves when it has stopped. Handed in, because `cli` does not import `api`. */
export type Serve = (session: Session, output: Output) => Promise<ExitCode>;

type BalanceWords = { ledger: string; asOf?: string | null; day?: string | null; csv: boolean };

type World = Readonly<{
  argv: readonly string[];
  environment: NodeJS.ProcessEnv;
  stdout: Stream;
  stderr: Stream;
  serve: Serve;
  version: string;
}>;

/** Runs one command. @returns the exit code; never throws for what a user can cause. */
export async function runProgram(world: World): Promise<ExitCode> {
  const isJson = world.argv.includes('--json');
  const output = terminalOutput(world.stdout, world.stderr, isJson);
  let exitCode: ExitCode = exitCodes.done;
  const done = (code: ExitCode) => {
    exitCode = code;
  };
  try {
    await buildProgram(world, output, done).parseAsync([...world.argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return tellFailure(error, output);
  }
}

function tellFailure(error: unknown, output: Output): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof ConfigRefused) {
    output.say(error.message);
    return exitCodes.usage;
  }
  if (error instanceof LedgerError) output.say(`${error.refusal.code}: ${error.message}`);
  else if (isTold(error)) output.say(error.message);
  else if (error instanceof Error && 'syscall' in error) output.say(`${error.message}. ${nextStepOf(error.syscall)}`);
  else output.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitCodes.failed;
}

const isTold = (error: unknown): error is Error =>
  [DatabaseRefused, InputRefused, PartitionTooLarge, ResidualTooLarge, ExportInterrupted, AmbiguousCommit].some(
    (told) => error instanceof told,
  );

const nextStepOf = (syscall: unknown): string =>
  syscall === 'listen' ? 'Set another LETTRAGE_PORT or LETTRAGE_HOST.' : 'Check the path and the rights on it.';

function buildProgram(world: World, output: Output, done: (code: ExitCode) => void): Command {
  const { environment } = world;
  const program = new Command('lettrage')
    .description('Bank statements in, lettered invoices out, with the reasons.')
    .version(world.version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => world.stdout.write(text), writeErr: (text) => world.stderr.write(text) })
    .showHelpAfterError('(lettrage --help lists the commands)');

  const command = (name: string, description: string): Command =>
    program.command(name).description(description).option('--json', 'print data instead of text');
  const inBooks = (name: string, description: string): Command =>
    command(name, description).option('--ledger <code>', 'the legal entity whose books are meant', 'main');
  const inSession = async (work: (session: Session) => Promise<ExitCode>, signals: 'stop' | 'leave' = 'stop') => {
    const config: Config = loadConfig(environment);
    done(await withSession(config, output, work, signals));
  };

  command('parse', 'Read statement files and print what they say; no database.')
    .argument('<file...>')
    .option('--summary', 'leave the entries out')
    .action(async (files: string[], { summary = false }: { summary?: boolean }) =>
      done(await parse(files, { summary }, output)),
    );

  addImport(inBooks, output, inSession);

  inBooks('ingest', 'Store, prove and publish statement files.')
    .argument('<path...>', 'files, or folders of files')
    .action((paths: string[], { ledger }: { ledger: string }) =>
      inSession((session) => ingest(session, output, { ledger, paths })),
    );

  command('pull', 'Fetch what waits at the sources of LETTRAGE_SOURCES; prove and publish it.')
    .argument('[source...]', 'names of sources; all when none is named')
    .action(async (names: string[]) => {
      const sources = sourcesOf(loadConfig(environment), names);
      await inSession((session) => pull(session, output, sources));
    });

  command('sources', 'Try the way to the sources, or say when the last file came from each.')
    .addArgument(new Argument('<what>').choices(['check', 'status']))
    .argument('[source...]', 'names of sources; all when none is named')
    .action(async (what: string, names: string[]) => {
      const sources = sourcesOf(loadConfig(environment), names);
      if (what === 'check') done(await checkSources(output, sources));
      else await inSession((session) => sourcesStatus(session, output, sources));
    });

  inBooks('match', 'Match what is new; apply and letter what is certain.')
    .option('--dry-run', 'tell what would happen, store nothing', false)
    .option('--currency <code>', 'for a dry run', 'EUR')
    .action((options: { ledger: string; dryRun: boolean; currency: string }) =>
      inSession((session) => match(session, output, options)),
    );

  inBooks('night', 'Import, ingest and match the folder of one night.')
    .argument('<folder>')
    .action((folder: string, { ledger }: { ledger: string }) =>
      inSession((session) => night(session, output, { ledger, folder })),
    );

  addLookingBack(inBooks, output, inSession);

  addQuarantine(command('quarantine', 'Files that were set aside: list, show, retry, release.'), output, inSession);

  addDisputes(
    program.command('disputes').description('What customers dispute, why, and for how long.'),
    output,
    inSession,
  );

  inBooks('queue', 'List the payments that wait for a person, and why.')
    .option('--reason <reason>', 'only those with this reason')
    .option('--limit <count>', 'how many', '50')
    .action((options: { ledger: string; reason?: string; limit: string }) =>
      inSession((session) => queue(session, output, options)),
    );

  inBooks('explain', 'Say why a payment was applied, or what is missing.')
    .argument('<payment>', 'its id, or the beginning of it')
    .action((payment: string, { ledger }: { ledger: string }) =>
      inSession((session) => explain(session, output, { ledger, payment })),
    );

  inBooks('report', 'What came, what was applied, what waits.')
    .option('--from <day>', 'first day, YYYY-MM-DD')
    .action(({ ledger, from = null }: { ledger: string; from?: string | null }) =>
      inSession((session) => report(session, output, { ledger, from })),
    );

  inBooks('balance', 'What customers owe by days past due, now or as it was known at an instant.')
    .option('--as-of <instant>', 'with its time zone, such as 2026-12-31T18:00:00+01:00')
    .option('--day <day>', 'that days past due are counted to; the day of the instant, or today')
    .option('--csv', 'print CSV instead of text', false)
    .action(({ ledger, asOf = null, day = null, csv }: BalanceWords) =>
      inSession((session) => balance(session, output, { ledger, asOf, day, csv })),
    );

  addTakingOut(inBooks, output, inSession);

  addProof(inBooks, output, inSession, done);

  addKeys(program.command('keys').description('Who may use the API, by key.'), output, inSession);

  command('migrate', 'Make the server of DATABASE_OWNER_URL ready for the role of DATABASE_URL.').action(async () =>
    done(await migrate(loadConfig(environment), output)),
  );

  command('serve', 'Serve the REST API and do the work that waits.').action(() =>
    inSession((session) => world.serve(session, output), 'leave'),
  );

  command('demo', 'Run three nights of an invented company.').action(() =>
    inSession((session) => demo(session, output)),
  );

  return program;
}
