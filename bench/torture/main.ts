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
type Told = Readonly<Record<string, unknown>>;

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

/** What must be empty or zero for the part to have passed. */
function failuresOf(told: Told): readonly string[] {
  const lists = ['differences', 'missed'].flatMap((name) => (told[name] as readonly string[] | undefined) ?? []);
  const { deadlocks, outcomes, requests, effects } = told as {
    deadlocks?: number;
    outcomes?: ReadonlyMap<string, number>;
    requests?: number;
    effects?: number;
  };
  const bad = [...(outcomes?.keys() ?? [])].filter((outcome) => outcome !== 'done + ledger.stale');
  return [
    ...lists,
    ...bad.map((outcome) => `a race came out as ${outcome}`),
    ...((deadlocks ?? 0) === 0 ? [] : [`${deadlocks ?? 0} deadlocks`]),
    ...(requests === effects ? [] : [`${requests ?? 0} requests had ${effects ?? 0} effects`]),
  ];
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
  const told = await part.run({ seed, runs, from: Number(values.from), batch: Number(values.batch) });
  const seconds = (performance.now() - startedAt) / 1_000;
  process.stdout.write(`${name}: ${runs} runs in ${seconds.toFixed(1)} s, seed ${seed}\n`);
  for (const [what, value] of Object.entries(told))
    process.stdout.write(
      `  ${what.padEnd(20)} ${JSON.stringify(value instanceof Map ? Object.fromEntries(value) : value)}\n`,
    );
  const failures = failuresOf(told);
  if (failures.length === 0) return;
  process.stdout.write(
    `${failures.slice(0, 20).join('\n')}\nReplay: npm run torture -- ${name} --seed ${seed} --runs ${runs}\n`,
  );
  process.exitCode = 1;
}

await main();
