/** One run of the command line: configuration, database, threads; opened once, closed in every case. */
import { describeConfigProblem, readConfig, type Config } from '../config/config.ts';
import { openDatabase, type Database } from '../database/connect.ts';
import type { LedgerId } from '../domain/ids.ts';
import { ensureLedger, findLedger } from '../ledger/commands/register.ts';
import { grants, migrationsFolder } from '../ledger/migrate.ts';
import { openThreads } from '../workers/threads.ts';
import type { WorkContext } from '../workers/work-context.ts';
import { thisWorker } from '../workers/work-queue.ts';
import type { Output } from './output.ts';

export type Session = Readonly<{ config: Config; database: Database; context: WorkContext; close(): Promise<void> }>;

/** The environment can't be used; each line names a variable and the fix. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';
}

export function loadConfig(environment: NodeJS.ProcessEnv): Config {
  const config = readConfig(environment);
  if (!config.ok) throw new ConfigRefused(config.error.map(describeConfigProblem).join('\n'));
  return config.value;
}

const paymentsPerChunk = 5_000;
const paymentsPerTask = 2_000;

export async function openSession(config: Config, output: Output): Promise<Session> {
  const database = await openDatabase(config, { migrationsFolder, grants });
  const threads = openThreads(config.workerCount);
  const context: WorkContext = {
    pool: database.pool,
    serviceUrl: database.serviceUrl,
    threads,
    worker: thisWorker(),
    actor: 'lettrage',
    now: () => new Date(),
    largestFileBytes: config.maxFileBytes,
    largestPartitionBytes: config.matchMemoryMegabytes * 1_048_576,
    chunkSize: paymentsPerChunk,
    paymentsPerTask,
    onProgress: output.onProgress,
  };
  const close = async () => {
    await threads.close();
    await database.close();
  };
  return { config, database, context, close };
}

/**
 * Opens, works, closes, also when the work fails or a signal ends it.
 *
 * @param signals - `leave`: the work sees to SIGINT and SIGTERM itself.
 */
export async function withSession<T>(
  config: Config,
  output: Output,
  work: (session: Session) => Promise<T>,
  signals: 'stop' | 'leave' = 'stop',
): Promise<T> {
  const session = await openSession(config, output);
  const interrupted = (signal: NodeJS.Signals) => {
    output.say(`Stopped by ${signal}; what was committed stays, run the command again to go on.`);
    void session.close().finally(() => process.exit(1));
  };
  if (signals === 'stop') process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await work(session);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await session.close();
  }
}

/** The ledger of a command; importing into one that does not exist creates it. */
export const ledgerFor = (
  { context }: Pick<Session, 'context'>,
  code: string,
  purpose: 'import' | 'use',
): Promise<LedgerId> =>
  purpose === 'import' ? ensureLedger(context.pool, code, code) : findLedger(context.pool, code);
