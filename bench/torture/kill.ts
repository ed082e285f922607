/**
 * kill -9 of a process that carries out commands, again and again until it has come to the end of its list in spite of it.
 * Half of the kills come from outside at a random moment, half at a failpoint: before a statement is sent, when it has
 * been sent, when it has been answered. The books must then equal, to the byte, those of a process that nobody killed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from '../../src/domain/command.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { dumpDatabase, firstDifference } from '../../test/support/dump.ts';
import { random as seeded, type Random } from '../../test/support/random.ts';
import type { TestDatabase } from '../../test/support/server-database.ts';
import { makeBooks, type Books } from './books.ts';
import { nextStep, note } from './commands.ts';
import type { Databases } from './server.ts';

const childProcess = fileURLToPath(new URL('./kill-child.mjs', import.meta.url));
const builtProgram = new URL('../../dist/', import.meta.url);
/** A new list after so many: each needs its books and a run that nobody kills. */
const killsOfList = 400;
// A command is about thirty statements: kills fall into the first three that are new.
const farthestStatement = 90;
const farthestMs = 60;

export type KillsTold = Record<'kills' | 'atFailpoints' | 'insideTransactions' | 'rounds' | 'lists', number> & {
  /** Kills by failpoint. */
  points: Map<string, number>;
  differences: readonly string[];
};

export type KillsWanted = Readonly<{ seed: number; runs: number; build?: URL; commandCount?: number; lanes?: number }>;

/** @param create - see {@link Databases}. @returns `differences` empty: all as without kills. */
export async function runKills(
  create: Databases,
  { seed, runs, build = builtProgram, commandCount = 30, lanes = 2 }: KillsWanted,
): Promise<KillsTold> {
  if (!existsSync(new URL('main.js', build))) throw new Error('dist/ is missing: run `npm run build` first');
  const told: KillsTold = {
    kills: 0,
    atFailpoints: 0,
    insideTransactions: 0,
    rounds: 0,
    lists: 0,
    points: new Map(),
    differences: [],
  };
  const lane = async (): Promise<void> => {
    while (told.kills < runs && told.differences.length === 0) {
      const list = { create, build, commandCount, seed: `${seed}-${told.lists}` };
      told.lists += 1;
      await killsOfOneList(list, Math.min(killsOfList, runs - told.kills), told);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return told;
}

type ListWanted = Readonly<{ create: Databases; build: URL; commandCount: number; seed: string }>;

async function killsOfOneList(
  { create, build, commandCount, seed }: ListWanted,
  most: number,
  told: KillsTold,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-kill-'));
  const template = await create('kill_template');
  try {
    const books = await makeBooks(template.pool, 'KILL', seed);
    const dice = seeded(`kills ${seed}`);
    const list = join(folder, 'commands.json');
    const commands = acceptedCommands(books, dice, commandCount);
    writeFileSync(list, JSON.stringify({ ledgerId: books.model.ledgerId, commands }));
    await template.disconnect();
    const run = { create, build, template: template.name, list, books, dice };
    const unkilled = await oneRound(run, () => null, told);
    const until = told.kills + most;
    while (told.kills < until && told.differences.length === 0) {
      const dump = await oneRound(run, () => killAt(dice), told);
      const difference = firstDifference(unkilled, dump);
      told.rounds += 1;
      if (difference !== null)
        told.differences = [...told.differences, `list ${seed}, round ${told.rounds}: ${difference}`];
    }
  } finally {
    await template.drop();
    rmSync(folder, { recursive: true });
  }
}

/** Commands that succeed one after another, some of them asked twice. */
function acceptedCommands(books: Books, dice: Random, count: number): readonly Command[] {
  const commands: Command[] = [];
  while (commands.length < count) {
    const step = nextStep(books, dice);
    if (step.foreseen.refusals.size > 0) continue;
    note(books, step, { state: 'done', outcome: null });
    commands.push(step.command);
  }
  return commands;
}

type Kill = Readonly<{ afterMs: number } | { failpoint: string }>;
const killAt = (dice: Random): Kill =>
  dice.below(2) === 0
    ? { afterMs: dice.below(farthestMs * 10) / 10 }
    : { failpoint: `${dice.pick(['before', 'sent', 'after'])}:${1 + dice.below(farthestStatement)}` };

type Round = Readonly<{
  create: Databases;
  build: URL;
  template: string;
  list: string;
  books: Books;
  dice: Random;
}>;

/** Runs the list to its end on fresh books, through all kills. @returns the dump of what it came to. */
async function oneRound(round: Round, nextKill: () => Kill | null, told: KillsTold): Promise<string> {
  const database = await round.create('kill', round.template);
  try {
    for (let acknowledged = 0; ;) {
      const end = await runChild(round, database, acknowledged, nextKill());
      acknowledged += end.answered;
      if (end.state === 'finished') break;
      if (end.state === 'failed') {
        told.differences = [`the process could not go on: ${end.stderr}`];
        return '';
      }
      told.kills += 1;
      if (end.isInside) told.insideTransactions += 1;
      if (end.point === null) continue;
      told.atFailpoints += 1;
      told.points.set(end.point, (told.points.get(end.point) ?? 0) + 1);
    }
    const { violations } = await verifyLedger(database.pool, round.books.model.ledgerId);
    if (violations.length > 0) told.differences = violations.map((violation) => JSON.stringify(violation));
    return await dumpDatabase(database.adminUrl);
  } finally {
    await database.drop();
  }
}

type ChildEnd = Readonly<{
  state: 'finished' | 'killed' | 'failed';
  /** New answers that were told. */
  answered: number;
  isInside: boolean;
  point: string | null;
  stderr: string;
}>;

async function runChild(
  { build, list }: Round,
  database: TestDatabase,
  acknowledged: number,
  kill: Kill | null,
): Promise<ChildEnd> {
  const failpoint = kill !== null && 'failpoint' in kill ? kill.failpoint : '';
  const child = spawn(process.execPath, [childProcess, build.href, database.serviceUrl, list, String(acknowledged)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LETTRAGE_FAILPOINT: failpoint },
  });
  let [stdout, stderr] = ['', ''];
  let timer: NodeJS.Timeout | null = null;
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  child.stdout.on('data', (text: Buffer) => {
    stdout += text.toString();
    if (timer === null && kill !== null && 'afterMs' in kill && stdout.includes('go'))
      timer = setTimeout(() => child.kill('SIGKILL'), kill.afterMs);
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (timer !== null) clearTimeout(timer);
  return {
    state: signal === 'SIGKILL' ? 'killed' : code === 0 ? 'finished' : 'failed',
    answered: stdout.split(',').length - 1,
    isInside: stdout.lastIndexOf('(') > stdout.lastIndexOf(')'),
    point: /\{(.*)\}/.exec(stdout)?.[1] ?? null,
    stderr,
  };
}
