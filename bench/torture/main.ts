/**
 * `npm run torture -- commands|kill|postgres|races|repeats|deadlocks|tamper|sabotage [--seed N] [--runs N]`
 *
 * Each part has a short run in `test/torture`. Everything comes from the seed; a failure names the line that repeats it.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connectClient } from '../../src/database/connect.ts';
import type { TestDatabase } from '../../test/support/server-database.ts';
import { Disagreement } from './commands.ts';
import { runDeadlocks } from './deadlocks.ts';
import { runKills } from './kill.ts';
import { runManyCommands } from './many-commands.ts';
import { runPostgresKills } from './postgres-kill.ts';
import { runRaces } from './races.ts';
import { runRepeats } from './repeats.ts';
import { runSabotage } from './sabotage.ts';
import { openDatabases } from './server.ts';
import { runTamper } from './tamper.ts';

type Wanted = Readonly<{ seed: number; runs: number; from: number; batch: number }>;
type Told = Readonly<Record<string, unknown>> & Readonly<{ differences?: readonly string[] }>;

type Server = Awaited<ReturnType<typeof openDatabases>>;

async function onServer(work: (server: Server) => Promise<Told>): Promise<Told> {
  const server = await openDatabases();
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}

/** Runs on a database of its own. Durability is not what these ask: COMMIT need not wait for the disk. */
const onDatabase = (work: (database: TestDatabase) => Promise<Told>): Promise<Told> =>
  onServer(async ({ create }) => {
    const database = await create('torture');
    try {
      const admin = await connectClient(database.adminUrl);
      await admin.query(`alter database ${database.name} set synchronous_commit = off`);
      await admin.end();
      return await work(database);
    } finally {
      await database.drop();
    }
  });

const parts: Readonly<Record<string, Readonly<{ runs: number; run: (wanted: Wanted) => Promise<Told> }>>> = {
  commands: {
    runs: 1_000_000,
    run: ({ seed, runs, from, batch }) =>
      onDatabase((database) => runManyCommands(database, { seed, count: runs, from, batch })),
  },
  kill: {
    runs: 10_000,
    run: ({ seed, runs }) => onServer(({ create }) => runKills(create, { seed, runs })),
  },
  postgres: {
    runs: 100,
    run: async ({ seed, runs }) => {
      const folder = mkdtempSync(join(tmpdir(), 'lettrage-torture-'));
      // As root the server runs as another account, which must get through.
      chmodSync(folder, 0o755);
      try {
        return await runPostgresKills({ seed, runs, dataDir: join(folder, 'data') });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },
  races: { runs: 10_000, run: (wanted) => onDatabase((database) => runRaces(database, wanted)) },
  repeats: { runs: 1_000, run: (wanted) => onDatabase((database) => runRepeats(database, wanted)) },
  deadlocks: { runs: 100_000, run: (wanted) => onDatabase((database) => runDeadlocks(database, wanted)) },
  tamper: { runs: 10_000, run: (wanted) => onDatabase((database) => runTamper(database, wanted)) },
  sabotage: { runs: 10, run: () => onServer(({ adminUrl }) => runSabotage(adminUrl)) },
};

/** Maps by key, lists by line: one thing a line. */
function linesOf(what: string, value: unknown): readonly string[] {
  if (value instanceof Map) return [...value].map(([key, one]) => `${what}: ${String(key)} ${JSON.stringify(one)}`);
  return Array.isArray(value) ? value.map((one) => `${what}: ${JSON.stringify(one)}`) : [`${what}: ${String(value)}`];
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      runs: { type: 'string' },
      from: { type: 'string', default: '0' },
      batch: { type: 'string', default: '100' },
    },
  });
  const [name = ''] = positionals;
  const part = parts[name];
  if (part === undefined) throw new Error(`Say what to torture: ${Object.keys(parts).join(', ')}.`);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  const runs = Number(values.runs ?? part.runs);
  const startedAt = performance.now();
  const again = `npm run torture -- ${name} --seed ${seed} --runs ${runs}`;
  const told = await part
    .run({ seed, runs, from: Number(values.from), batch: Number(values.batch) })
    .catch((error: unknown): Told => {
      if (error instanceof Disagreement) return { differences: [error.message] };
      process.stdout.write(`${again}\n`);
      throw error;
    });
  const seconds = (performance.now() - startedAt) / 1_000;
  process.stdout.write(`${name}: ${runs} runs in ${seconds.toFixed(1)} s, seed ${seed}\n`);
  for (const [what, value] of Object.entries(told))
    for (const line of linesOf(what, value)) process.stdout.write(`  ${line}\n`);
  if ((told.differences ?? []).length === 0) return;
  process.stdout.write(`${again}\n`);
  process.exitCode = 1;
}

await main();
