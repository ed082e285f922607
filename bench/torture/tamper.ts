/** Damage to the audit chain by somebody who goes round every wall: a byte, a row, two rows, the tail. Each is found. */
import type { Client } from 'pg';
import { connectClient } from '../../src/database/connect.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { random as seeded, type Random } from '../../test/support/random.ts';
import type { TestDatabase } from '../../test/support/server-database.ts';
import { makeBooks } from './books.ts';
import { nextStep, takeStep } from './commands.ts';
import type { Databases } from './server.ts';
import { eachPiece, type Piece, type Slice } from './slice.ts';

export type TamperTold = Readonly<{
  /** Damages by kind: how many there were, how many were found. */
  kinds: ReadonlyMap<string, Readonly<{ done: number; found: number }>>;
  /** What was not found. */
  differences: readonly string[];
}>;

type Damage = Readonly<{ kind: string; sql: string; parameters: readonly (string | number)[] }>;

const flip = (column: string, sequence: number, at: number): Damage => ({
  kind: `a byte of ${column}`,
  sql: `update audit_event set ${column} = overlay(${column} placing
          case substr(${column}, 1 + $2::int % length(${column}), 1) when 'a' then 'b' else 'a' end
          from 1 + $2::int % length(${column}) for 1) where sequence = $1`,
  parameters: [sequence, at],
});

/** @param last - number of the last event. */
function damageOf(last: number, dice: Random): Damage {
  const sequence = 1 + dice.below(last);
  const other = 1 + ((sequence + dice.below(last - 1)) % last);
  return dice.pick<Damage>([
    flip('body', sequence, dice.below(1_000_000)),
    flip('body', sequence, dice.below(1_000_000)),
    flip('hash', sequence, dice.below(1_000_000)),
    flip('previous_hash', sequence, dice.below(1_000_000)),
    { kind: 'an event removed', sql: 'delete from audit_event where sequence = $1', parameters: [sequence] },
    {
      kind: 'two events swapped',
      sql: `update audit_event a set body = b.body, hash = b.hash, previous_hash = b.previous_hash from audit_event b
              where a.sequence in ($1, $2) and b.sequence in ($1, $2) and a.sequence <> b.sequence`,
      parameters: [sequence, other],
    },
    { kind: 'the tail cut off', sql: 'delete from audit_event where sequence >= $1', parameters: [sequence] },
    { kind: 'the head moved', sql: 'update audit_head set sequence = sequence + $1', parameters: [1 + dice.below(9)] },
  ]);
}

const damagesOfBooks = 500;
const eventsOfBooks = 60;
type Kinds = Map<string, { done: number; found: number }>;

/** A seed is a books, of five hundred damages. */
export async function runTamper(
  create: Databases,
  { lanes = 2, ...slice }: Slice & { lanes?: number },
): Promise<TamperTold> {
  const kinds: Kinds = new Map();
  const differences: string[] = [];
  await eachPiece(slice, { runsOfSeed: damagesOfBooks, lanes }, async (piece) => {
    const database = await create('tamper');
    try {
      differences.push(...(await damageBooks(database, piece, kinds)));
    } finally {
      await database.drop();
    }
  });
  return { kinds, differences };
}

/** @returns what was not found. */
async function damageBooks(database: TestDatabase, { seed, runs }: Piece, kinds: Kinds): Promise<readonly string[]> {
  const dice = seeded(`tamper ${seed}`);
  const books = await makeBooks(database.pool, 'TAMPER', String(seed));
  while (books.done.size < eventsOfBooks / 2) await takeStep(books, nextStep(books, dice));
  const { ledgerId } = books.model;
  const { violations, checkedCounts } = await verifyLedger(database.pool, ledgerId);
  if (violations.length > 0) throw new Error('the books are not whole before the first damage');
  const differences: string[] = [];
  const admin = await connectClient(database.adminUrl);
  try {
    await keepAside(admin);
    for (let run = 0; run < runs; run += 1) {
      const { kind, sql, parameters } = damageOf(checkedCounts.audit_chain_whole, dice);
      const { rowCount } = await admin.query(sql, [...parameters]);
      if (rowCount === 0) throw new Error(`${kind} did nothing`);
      const isFound = (await verifyLedger(database.pool, ledgerId)).violations.some(
        ({ equation }) => equation === 'audit_chain_whole',
      );
      const count = kinds.get(kind) ?? { done: 0, found: 0 };
      kinds.set(kind, { done: count.done + 1, found: count.found + (isFound ? 1 : 0) });
      if (!isFound) differences.push(`${kind} (seed ${seed}, run ${run}): ${parameters.join(', ')}`);
      await putBack(admin);
    }
  } finally {
    await admin.end();
  }
  return differences;
}

const damaged = ['audit_event', 'audit_head'] as const;

async function keepAside(admin: Client): Promise<void> {
  for (const table of damaged) await admin.query(`create temporary table kept_${table} as select * from ${table}`);
}

async function putBack(admin: Client): Promise<void> {
  await admin.query('begin');
  for (const table of damaged) {
    await admin.query(`delete from ${table}`);
    await admin.query(`insert into ${table} select * from kept_${table}`);
  }
  await admin.query('commit');
}
