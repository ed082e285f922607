/**
 * kill -9 of a process that carries out commands, again and again until it has come to the end of its list in spite of it.
 * Half of the kills come from outside at a random moment, half at a failpoint: before a statement is sent, when it has
 * been sent, when it has been answered. The books must then equal, to the byte, those of a process that nobody killed.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '../../src/domain/command.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { dumpDatabase, firstDifference } from '../../test/support/dump.ts';
import { random as seeded, type Random } from '../../test/support/random.ts';
import { makeBooks, type Books } from './books.ts';
import { nextStep, note } from './commands.ts';
import { startProcess, type Kill, type WaitingProcess } from './killed-process.ts';
import type { Databases } from './server.ts';
import { eachPiece, type Piece, type Slice } from './slice.ts';

const builtProgram = new URL('../../dist/', import.meta.url);
/** Each list needs its books and a run that nobody kills. */
const killsOfList = 400;
/** Of those that were answered before the last kill. */
const askedAgain = 3;
// A command is about thirty statements: kills fall into the first three that are new.
const farthestStatement = 90;
const farthestMs = 60;

export type KillsTold = Record<'kills' | 'atFailpoints' | 'insideTransactions' | 'rounds' | 'lists', number> & {
  /** Kills by failpoint. */
  points: Map<string, number>;
  differences: readonly string[];
};

export type KillsWanted = Slice & Readonly<{ build?: URL; commandCount?: number; lanes?: number }>;

/**
 * A seed is a list of commands, of four hundred kills.
 *
 * @param create - see {@link Databases}. @returns `differences` empty: all as without kills.
 */
export async function runKills(
  create: Databases,
  { build = builtProgram, commandCount = 30, lanes = 2, ...slice }: KillsWanted,
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
  await eachPiece(slice, { runsOfSeed: killsOfList, lanes }, async (piece) => {
    if (told.differences.length === 0) await killsOfOneList({ create, build, commandCount }, piece, told);
  });
  return told;
}

type ListWanted = Readonly<{ create: Databases; build: URL; commandCount: number }>;

async function killsOfOneList(
  { create, build, commandCount }: ListWanted,
  { seed, runs }: Piece,
  told: KillsTold,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-kill-'));
  const template = await create('kill_template');
  const processes = waitingProcesses(build);
  try {
    const books = await makeBooks(template.pool, 'KILL', String(seed));
    const dice = seeded(`kills ${seed}`);
    const list = join(folder, 'commands.json');
    const commands = acceptedCommands(books, dice, commandCount);
    writeFileSync(list, JSON.stringify({ ledgerId: books.model.ledgerId, commands }));
    await template.disconnect();
    const killed = { count: 0 };
    const round = { create, template: template.name, list, books, processes, killed };
    told.lists += 1;
    const unkilled = await oneRound(round, () => null, told);
    while (killed.count < runs && told.differences.length === 0) {
      const dump = await oneRound(round, () => (killed.count < runs ? killAt(dice) : null), told);
      const difference = firstDifference(unkilled, dump);
      told.rounds += 1;
      if (difference !== null)
        told.differences = [...told.differences, `list ${seed}, round ${told.rounds}: ${difference}`];
    }
  } finally {
    await processes.discard();
    await template.drop();
    rmSync(folder, { recursive: true });
  }
}

/** One is always waiting: the next is loaded while this one works. */
function waitingProcesses(build: URL) {
  let waiting = startProcess(build);
  return {
    take(): WaitingProcess {
      const taken = waiting;
      waiting = startProcess(build);
      return taken;
    },
    discard: () => waiting.discard(),
  };
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

const killAt = (dice: Random): Kill =>
  dice.below(2) === 0
    ? { afterMs: dice.below(farthestMs * 10) / 10 }
    : { failpoint: `${dice.pick(['before', 'sent', 'after'])}:${1 + dice.below(farthestStatement)}` };

type Round = Readonly<{
  create: Databases;
  template: string;
  list: string;
  books: Books;
  processes: ReturnType<typeof waitingProcesses>;
  /** Kills of this list. */
  killed: { count: number };
}>;

/** Runs the list to its end on fresh books, through all kills. @returns the dump of what it came to. */
async function oneRound(
  { create, template, list, books, processes, killed }: Round,
  nextKill: () => Kill | null,
  told: KillsTold,
): Promise<string> {
  const database = await create('kill', template);
  try {
    for (let acknowledged = 0; ;) {
      const work = { serviceUrl: database.serviceUrl, list, acknowledged, first: acknowledged - askedAgain };
      const end = await processes.take().carryOut(work, nextKill());
      acknowledged += end.answered;
      if (end.state === 'finished') break;
      if (end.state === 'failed') {
        told.differences = [`the process could not go on: ${end.stderr}`];
        return '';
      }
      killed.count += 1;
      told.kills += 1;
      if (end.isInside) told.insideTransactions += 1;
      if (end.point === null) continue;
      told.atFailpoints += 1;
      told.points.set(end.point, (told.points.get(end.point) ?? 0) + 1);
    }
    const { violations } = await verifyLedger(database.pool, books.model.ledgerId);
    if (violations.length > 0) told.differences = violations.map((violation) => JSON.stringify(violation));
    return await dumpDatabase(database.adminUrl);
  } finally {
    await database.drop();
  }
}
