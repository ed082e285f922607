/** Two clerks who saw the same payment and use it at the same moment: one does, the other is told that it changed. */
import { carryOut } from '../../src/ledger/commands/carry-out.ts';
import { LedgerError } from '../../src/ledger/errors.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { act } from '../../test/support/books.ts';
import { random as seeded } from '../../test/support/random.ts';
import type { TestDatabase } from '../../test/support/server-database.ts';
import { openField, rowsOfField, takeFor, type Field } from './fields.ts';
import { eachPiece, type Piece, type Slice } from './slice.ts';

export type RacesTold = Readonly<{
  races: number;
  /** Races by how they came out: `done + ledger.stale` is the only good one. */
  outcomes: ReadonlyMap<string, number>;
  differences: readonly string[];
}>;

const outcomeOf = async (told: Promise<unknown>): Promise<string> => {
  try {
    await told;
    return 'done';
  } catch (error) {
    if (error instanceof LedgerError) return error.refusal.code;
    throw error;
  }
};

/** A seed is a field, of forty races. */
export async function runRaces({ pool }: TestDatabase, slice: Slice): Promise<RacesTold> {
  const outcomes = new Map<string, number>();
  const differences: string[] = [];
  const raceOnField = async ({ seed, runs }: Piece): Promise<void> => {
    const dice = seeded(`races ${seed}`);
    const field = await openField(pool, `R${seed}`);
    for (let row = 0; row < runs; row += 1) {
      // The same item or another, the same customer or not: only the payment is always shared.
      const clerks = ['0.30', '0.40'].map((amount) => {
        const number = `${dice.pick(['A', 'B'])}-${row}`;
        return carryOut(pool, field.ledgerId, takeFor(field, row, 1, { number, residual: '5.00' }, amount), act);
      });
      const outcome = (await Promise.all(clerks.map(outcomeOf))).toSorted().join(' + ');
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    differences.push(...(await lostUpdates(pool, field, runs)));
  };
  await eachPiece(slice, { runsOfSeed: rowsOfField }, raceOnField);
  for (const [outcome, count] of outcomes)
    if (outcome !== 'done + ledger.stale') differences.push(`${count} races came out as ${outcome}`);
  return { races: slice.runs, outcomes, differences };
}

async function lostUpdates(pool: TestDatabase['pool'], { ledgerId }: Field, raced: number): Promise<string[]> {
  const { violations } = await verifyLedger(pool, ledgerId);
  const { rows } = await inLedger(pool, ledgerId, (tx) =>
    tx.query<{ line: string }>(
      `select format('payment of 1.00 has %s left at version %s', unapplied_minor, version) as line from payment
       where not (version = 2 and unapplied_minor in (60, 70)) and version <> 1`,
    ),
  );
  const { rows: used } = await inLedger(pool, ledgerId, (tx) =>
    tx.query<{ count: number }>('select count(*)::int as count from payment where version = 2'),
  );
  const found = [...violations.map((violation) => JSON.stringify(violation)), ...rows.map(({ line }) => line)];
  return used[0]?.count === raced ? found : [...found, `${used[0]?.count ?? 0} payments were used in ${raced} races`];
}
