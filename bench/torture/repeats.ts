/** The same request many times at once, as retries after lost answers are: one effect, and the same answer for everyone. */
import { carryOut } from '../../src/ledger/commands/carry-out.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { act } from '../../test/support/books.ts';
import type { TestDatabase } from '../../test/support/server-database.ts';
import { openField, rowsOfField, takeFor } from './fields.ts';
import { eachPiece, type Piece, type Slice } from './slice.ts';

export type RepeatsTold = Readonly<{
  requests: number;
  calls: number;
  effects: number;
  differences: readonly string[];
}>;

/** A seed is a field, of forty requests. */
export async function runRepeats(
  { pool }: TestDatabase,
  { repeats = 10, ...slice }: Slice & Readonly<{ repeats?: number }>,
): Promise<RepeatsTold> {
  const differences: string[] = [];
  let effects = 0;
  const repeatOnField = async ({ seed, runs }: Piece): Promise<void> => {
    const field = await openField(pool, `Q${seed}`);
    for (let row = 0; row < runs; row += 1) {
      const command = takeFor(field, row, 1, { number: `A-${row}`, residual: '5.00' }, '0.30');
      const calls = Array.from({ length: repeats }, () => carryOut(pool, field.ledgerId, command, act));
      const answers = new Set((await Promise.all(calls)).map((answer) => JSON.stringify(answer)));
      if (answers.size !== 1) differences.push(`one request, several answers: ${[...answers].join(' ')}`);
    }
    const { rows: counted } = await inLedger(pool, field.ledgerId, (tx) =>
      tx.query<{ count: number }>(`select count(*)::int as count from posting where source = 'command'`),
    );
    effects += counted[0]?.count ?? 0;
    const { violations } = await verifyLedger(pool, field.ledgerId);
    differences.push(...violations.map((violation) => JSON.stringify(violation)));
  };
  await eachPiece(slice, { runsOfSeed: rowsOfField }, repeatOnField);
  const { runs } = slice;
  if (effects !== runs) differences.push(`${runs} requests had ${effects} effects`);
  return { requests: runs, calls: runs * repeats, effects, differences };
}
