/** Two transactions issue the first letters of one customer at the same time: neither letter is lost or issued twice. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { applyChunk } from '../../src/ledger/commands/apply-chunk.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { act, enterItems, openBooks, publishPayments, runDecisions } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const account = 'DE65905310840004718230';
const payments = ['P1', 'P2', 'P3'];

test('the first letters of a customer, issued side by side, are numbered without a hole', async () => {
  const database = await createTestDatabase('letter_counters');
  onTestFinished(() => database.drop());
  const { pool } = database;
  const books = await openBooks(pool, 'books', account);
  const named = payments.map((payment) => ({ payment, item: `FA-${payment}`, customer: 'C1', amount: '100.00' }));
  await enterItems(
    pool,
    books,
    named.map(({ item, ...rest }) => ({ ...rest, number: item })),
  );
  await publishPayments(
    pool,
    books,
    { account, content: 'one', opening: '0.00', closedOn: '2026-03-02' },
    named.map(({ payment, amount }) => ({ name: payment, amount, bookedOn: '2026-03-02' })),
  );
  const decisions = named.map((decision) => ({ ...decision, reason: null }));
  const run = await runDecisions(pool, books, decisions, { chunks: 0, chunkSize: 1 });

  // The last lock of applying: the chunk that comes there first has written the counter, the others have not seen it.
  const applied = await inLedger(pool, books, async (tx) => {
    await tx.query('select from audit_head for update');
    const chunks = payments.map((_, chunkIndex) => applyChunk(pool, books, run.id, chunkIndex, act));
    await sleep(500);
    return { together: Promise.all(chunks) };
  });
  expect((await applied.together).map(({ appliedCount }) => appliedCount)).toEqual([1, 1, 1]);
  const { rows } = await inLedger(pool, books, (tx) =>
    tx.query<{ number: number }>('select code_number as number from lettering order by code_number'),
  );
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect((await verifyLedger(pool, books)).violations).toEqual([]);
});
