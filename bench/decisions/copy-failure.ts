/**
 * Decision 0002: what a failing COPY does to postgres.js, and to `pg` with pg-copy-streams.
 *
 * Each case runs in its own process, in one transaction, into a temporary table; after five seconds it counts as hung.
 *
 * Run: `npx tsx bench/decisions/copy-failure.ts postgres://…` (about 40 seconds: the hanging cases take five each)
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { printMachine, printTable, runAlone } from './measure.ts';
import { loadPeer } from './peers.ts';
import { serverUrl } from './server.ts';

type PostgresJsQuery = Promise<readonly Readonly<Record<string, unknown>>[]> & { writable: () => Promise<Writable> };
type PostgresJsTransaction = { unsafe: (sql: string) => PostgresJsQuery };
type PostgresJs = (
  url: string,
  options: Readonly<Record<string, unknown>>,
) => { begin: (work: (transaction: PostgresJsTransaction) => Promise<void>) => Promise<void> };

const timeoutMs = 5_000;
const copyStatement = 'copy target from stdin';
const applicationName = `copy-failure-${process.pid}`;
const createTarget = 'create temporary table target (id int primary key, amount numeric(10, 2))';

async function* rows(rowCount: number, badRow: number): AsyncGenerator<string> {
  for (let id = 1; id <= rowCount; id++) yield id === badRow ? 'x\tnot a number\n' : `${id}\t1.00\n`;
}

async function* brokenSource(): AsyncGenerator<string> {
  yield '1\t1.00\n';
  throw new Error('source broke');
}

/** Another session ends ours in the middle of the COPY, as a failover or an administrator would. */
async function* endedByServer(): AsyncGenerator<string> {
  const killer = new Client({ connectionString: serverUrl() });
  await killer.connect();
  for (let id = 1; id <= 100; id++) {
    yield `${id}\t1.00\n`;
    await pause(5);
    if (id === 50) {
      await killer.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
        applicationName,
      ]);
    }
  }
  await killer.end();
}

const cases: Readonly<Record<string, () => AsyncGenerator<string>>> = {
  'good rows': () => rows(1_000, 0),
  'bad row in a short stream': () => rows(20, 15),
  'bad row early in a long stream': () => rows(300_000, 100),
  'duplicate key at the end': async function* twice() {
    yield* rows(100_000, 0);
    yield '1\t1.00\n';
  },
  'source throws': brokenSource,
  'server ends the session': endedByServer,
};

async function copyWithPg(source: AsyncGenerator<string>): Promise<void> {
  const client = new Client({ connectionString: serverUrl(), application_name: applicationName });
  client.on('error', () => undefined); // The rejection below says the same; without a listener it would be thrown.
  await client.connect();
  try {
    await client.query('begin');
    await client.query(createTarget);
    await pipeline(Readable.from(source), client.query(copyFrom(copyStatement)));
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function copyWithPostgresJs(source: AsyncGenerator<string>): Promise<void> {
  const connect = loadPeer<PostgresJs>('postgres');
  const sql = connect(serverUrl(), {
    max: 1,
    onnotice: () => undefined,
    connection: { application_name: applicationName },
  });
  await sql.begin(async (transaction) => {
    await transaction.unsafe(createTarget);
    await pipeline(Readable.from(source), await transaction.unsafe(copyStatement).writable());
  });
}

const drivers: Readonly<Record<string, (source: AsyncGenerator<string>) => Promise<void>>> = {
  'pg + pg-copy-streams': copyWithPg,
  'postgres.js': copyWithPostgresJs,
};

async function runCase(driver: string, name: string): Promise<never> {
  const source = cases[name]?.() ?? brokenSource();
  const outcome = await Promise.race([
    drivers[driver]?.(source).then(
      () => 'done',
      (error: unknown) => `error: ${error instanceof Error ? error.message : String(error)}`,
    ),
    pause(timeoutMs, `hung (nothing after ${timeoutMs / 1_000} s)`),
  ]);
  console.log(outcome);
  await pause(200); // An exception nobody can catch comes late.
  process.exit(0);
}

const [task, driver = '', name = ''] = process.argv.slice(2);
if (task === 'case') {
  await runCase(driver, name);
} else {
  printMachine();
  const table = Object.keys(cases).map((name) => {
    const outcomes = Object.keys(drivers).map((driver) => [
      driver,
      runAlone(import.meta.url, ['case', driver, name, serverUrl()]).output,
    ]);
    return Object.fromEntries([['case', name], ...outcomes]);
  });
  printTable('COPY FROM STDIN that fails', table);
}
