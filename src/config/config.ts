/** The environment, read once at the start, checked as a whole, frozen. Nothing else in `src/` reads `process.env`. */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { err, ok, type Result } from '../domain/result.ts';
import { isLoopback, readTokenIssuer, type TokenIssuer } from './access.ts';
import {
  readChoice,
  readDatabaseUrl,
  readPath,
  readText,
  readWebAddress,
  readWhole,
  type Reading,
} from './read-variable.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type Config = Readonly<{
  /** `DATABASE_URL`: where the service works, as the service role. Null: Lettrage starts its own PostgreSQL. */
  databaseUrl: string | null;
  /** `DATABASE_OWNER_URL`: the owner of the tables; read by `lettrage migrate` only. */
  ownerDatabaseUrl: string | null;
  /** `LETTRAGE_DATA_DIR`, absolute. */
  dataDir: string;
  /** `LETTRAGE_WORKERS`, 1 to 64: threads that parse and match. */
  workerCount: number;
  /** `LETTRAGE_HOST`: the address the API listens on. */
  host: string;
  /**
   * `LETTRAGE_ACCESS`: `keys` asks everybody for an API key or a token; `local` trusts whoever reaches it, and listens on
   * this machine only. Not set: `local` with the embedded database on a loopback address, otherwise `keys`.
   */
  access: 'local' | 'keys';
  /** `LETTRAGE_OIDC_…`: the identity provider whose tokens are taken. Null: none. */
  tokenIssuer: TokenIssuer | null;
  /** `LETTRAGE_REQUESTS_PER_MINUTE`: of one actor, or of one address that nobody is named at. */
  requestsPerMinute: number;
  /** `LETTRAGE_PORT`. */
  port: number;
  /** `LETTRAGE_DRAIN_SECONDS`: how long a service that was told to stop still answers, as not ready. */
  drainSeconds: number;
  /** `LETTRAGE_STOP_SECONDS`: how long it then finishes what is under way, before it hands it back. */
  stopSeconds: number;
  /** `LETTRAGE_EXPORT_DAYS`: how long an export is kept after it was asked for. */
  exportDays: number;
  /** `LETTRAGE_LOG_LEVEL`. */
  logLevel: LogLevel;
  /** `LETTRAGE_MATCH_MEMORY_MB`: the most that the columns of one matching partition may take. */
  matchMemoryMegabytes: number;
  /** `LETTRAGE_MAX_FILE_MB`, in bytes: a larger statement file is refused unread. */
  maxFileBytes: number;
  /** `LETTRAGE_WEBHOOKS`, absolute: the list of receivers of events. Null: none. See `webhooks.ts`. */
  webhooksFile: string | null;
  /** `OTEL_EXPORTER_OTLP_ENDPOINT`: the collector that traces are sent to. Null: nothing is traced. */
  tracesEndpoint: string | null;
  /** `LETTRAGE_SOURCES`, absolute: the list of servers and folders to pull from. Null: none. See `sources.ts`. */
  sourcesFile: string | null;
}>;

/** One setting that can't be used. `found` never shows a password. */
export type ConfigProblem = Readonly<{ variable: string; found: string; fix: string }>;

const bytesPerMegabyte = 1_048_576;

/**
 * Reads every setting and reports every problem at once: nobody should start a service five times to find five typos.
 * An empty variable counts as not set, as in `DATABASE_URL= npm start`.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Result<Config, ConfigProblem[]> {
  const problems: ConfigProblem[] = [];
  const take = <T>(reading: Reading<T>, otherwise: T): T => {
    if (reading.ok) return reading.value ?? otherwise;
    problems.push(reading.error);
    return otherwise;
  };
  const databaseUrl = take<string | null>(readDatabaseUrl(environment, 'DATABASE_URL'), null);
  const host = take(readText(environment, 'LETTRAGE_HOST'), '127.0.0.1');
  const safeAccess = databaseUrl === null && isLoopback(host) ? 'local' : 'keys';
  const provider = readTokenIssuer(environment);
  problems.push(...provider.problems);
  const config: Config = {
    databaseUrl,
    access: take(readChoice(environment, 'LETTRAGE_ACCESS', ['local', 'keys']), safeAccess),
    tokenIssuer: provider.tokenIssuer,
    requestsPerMinute: take(readWhole(environment, 'LETTRAGE_REQUESTS_PER_MINUTE', 1, 1_000_000), 1_200),
    ownerDatabaseUrl: take<string | null>(readDatabaseUrl(environment, 'DATABASE_OWNER_URL'), null),
    dataDir: resolve(take(readText(environment, 'LETTRAGE_DATA_DIR'), './lettrage-data')),
    workerCount: take(readWhole(environment, 'LETTRAGE_WORKERS', 1, 64), Math.min(availableParallelism(), 64)),
    host,
    port: take(readWhole(environment, 'LETTRAGE_PORT', 0, 65_535), 8780),
    drainSeconds: take(readWhole(environment, 'LETTRAGE_DRAIN_SECONDS', 0, 600), 0),
    stopSeconds: take(readWhole(environment, 'LETTRAGE_STOP_SECONDS', 1, 3_600), 20),
    exportDays: take(readWhole(environment, 'LETTRAGE_EXPORT_DAYS', 1, 3_650), 30),
    logLevel: take(readChoice(environment, 'LETTRAGE_LOG_LEVEL', logLevels), 'info'),
    matchMemoryMegabytes: take(readWhole(environment, 'LETTRAGE_MATCH_MEMORY_MB', 16, 1_048_576), 512),
    tracesEndpoint: take<string | null>(readWebAddress(environment, 'OTEL_EXPORTER_OTLP_ENDPOINT'), null),
    sourcesFile: take<string | null>(readPath(environment, 'LETTRAGE_SOURCES'), null),
    webhooksFile: take<string | null>(readPath(environment, 'LETTRAGE_WEBHOOKS'), null),
    maxFileBytes: take(readWhole(environment, 'LETTRAGE_MAX_FILE_MB', 1, 65_536), 1024) * bytesPerMegabyte,
  };
  if (config.access === 'local' && !isLoopback(host)) {
    const fix = 'use keys, or listen on 127.0.0.1: whoever reaches a service with local access may do everything';
    problems.push({ variable: 'LETTRAGE_ACCESS', found: `"local" with LETTRAGE_HOST ${JSON.stringify(host)}`, fix });
  }
  return problems.length > 0 ? err(problems) : ok(Object.freeze(config));
}

/** `LETTRAGE_PORT is "http": use a whole number from 0 to 65535.` */
export const describeConfigProblem = ({ variable, found, fix }: ConfigProblem): string =>
  `${variable} is ${found}: ${fix}.`;
