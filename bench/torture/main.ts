/**
 * `npm run torture -- commands|kill|postgres|races|repeats|api-races|api-repeats|deadlocks|tamper|sabotage
 * [--from-seed N] [--runs N]`
 *
 * Each part has a short run in `test/torture`. Everything comes from the seeds; a failure names the line that repeats it, and
 * every run ends with one line for the table of slices in docs/operations.md.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { TestDatabase } from '../../test/support/server-database.ts';
import { runApiRaces, runApiRepeats } from './api-contests.ts';
import { Disagreement } from './commands.ts';
import { runDeadlocks } from './deadlocks.ts';
import { runKills } from './kill.ts';
import { runManyCommands } from './many-commands.ts';
import { runPostgresKills } from './postgres-kill.ts';
import { runRaces } from './races.ts';
import { runRepeats } from './repeats.ts';
import { runSabotage } from './sabotage.ts';
import { sabotagedBuilds } from './sabotaged-builds.ts';
import { openDatabases, quickDatabases, type Databases } from './server.ts';
import { nameSources, type Slice } from './slice.ts';
import { runTamper } from './tamper.ts';

type Wanted = Slice & Readonly<{ batch: number }>;
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

const onQuickDatabases = (work: (create: Databases) => Promise<Told>): Promise<Told> =>
  onServer(async ({ create }) => work(await quickDatabases(create)));

const onQuickDatabase = (work: (database: TestDatabase) => Promise<Told>): Promise<Told> =>
  onQuickDatabases(async (create) => {
    const database = await create('torture');
    try {
      return await work(database);
    } finally {
      await database.drop();
    }
  });

async function inFolders(work: (makeFolder: () => string) => Promise<Told>): Promise<Told> {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-torture-'));
  // As root the server runs as another account, which must get through.
  chmodSync(folder, 0o755);
  let count = 0;
  try {
    return await work(() => join(folder, `data-${(count += 1)}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `fromSeed`: where it begins unless told; without it, anywhere. */
type Part = Readonly<{ runs: number; fromSeed?: number; run: (wanted: Wanted) => Promise<Told> }>;

const parts: Readonly<Record<string, Part>> = {
  commands: { runs: 1_000_000, run: (wanted) => onQuickDatabases((create) => runManyCommands(create, wanted)) },
  kill: { runs: 10_000, run: (wanted) => onServer(({ create }) => runKills(create, wanted)) },
  postgres: { runs: 100, run: (wanted) => inFolders((makeFolder) => runPostgresKills(makeFolder, wanted)) },
  races: { runs: 10_000, run: (wanted) => onQuickDatabase((database) => runRaces(database, wanted)) },
  repeats: { runs: 1_000, run: (wanted) => onQuickDatabase((database) => runRepeats(database, wanted)) },
  'api-races': { runs: 10_000, run: (wanted) => onQuickDatabase((database) => runApiRaces(database, wanted)) },
  'api-repeats': { runs: 1_000, run: (wanted) => onQuickDatabase((database) => runApiRepeats(database, wanted)) },
  deadlocks: { runs: 100_000, run: (wanted) => onQuickDatabase((database) => runDeadlocks(database, wanted)) },
  tamper: { runs: 10_000, run: (wanted) => onQuickDatabases((create) => runTamper(create, wanted)) },
  sabotage: {
    runs: sabotagedBuilds.length,
    fromSeed: 1,
    run: ({ fromSeed, runs }) =>
      onServer(({ adminUrl }) => runSabotage(adminUrl, sabotagedBuilds.slice(fromSeed - 1, fromSeed - 1 + runs))),
  },
};

/** What was told, in short: numbers by name, maps and lists by how many there are. */
function shortOf(told: Told): string {
  const words = Object.entries(told).flatMap(([name, value]) => {
    if (typeof value === 'number') return [`${value} ${name}`];
    if (value instanceof Map) return [`${value.size} ${name}`];
    return Array.isArray(value) ? [`${value.length} ${name}`] : [];
  });
  return words.join(', ');
}

/** A list one thing a line; a map in one. */
function linesOf(what: string, value: unknown): readonly string[] {
  if (value instanceof Map)
    return [`${what}: ${[...value].map(([key, one]) => `${String(key)} ${JSON.stringify(one)}`).join(', ')}`];
  return Array.isArray(value) ? value.map((one) => `${what}: ${JSON.stringify(one)}`) : [];
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      'from-seed': { type: 'string' },
      runs: { type: 'string' },
      batch: { type: 'string', default: '250' },
    },
  });
  const [name = ''] = positionals;
  const part = parts[name];
  if (part === undefined) throw new Error(`Say what to torture: ${Object.keys(parts).join(', ')}.`);
  const fromSeed = Number(values['from-seed'] ?? part.fromSeed ?? Math.floor(Math.random() * 2 ** 31));
  const runs = Number(values.runs ?? part.runs);
  // Named before it begins: sources may change while it runs.
  const sources = nameSources();
  const startedAt = performance.now();
  const again = `npm run torture -- ${name} --from-seed ${fromSeed} --runs ${runs}`;
  const told = await part.run({ fromSeed, runs, batch: Number(values.batch) }).catch((error: unknown): Told => {
    if (error instanceof Disagreement) return { differences: [error.message] };
    process.stdout.write(`${again}\n`);
    throw error;
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const [what, value] of Object.entries(told))
    for (const line of linesOf(what, value)) process.stdout.write(`  ${line}\n`);
  const date = new Date().toISOString().slice(0, 10);
  process.stdout.write(
    `${name} --from-seed ${fromSeed} --runs ${runs}: ${shortOf(told)}; ${seconds.toFixed(0)} s, ${date}, ${sources}\n`,
  );
  if ((told.differences ?? []).length === 0) return;
  process.stdout.write(`${again}\n`);
  process.exitCode = 1;
}

await main();
