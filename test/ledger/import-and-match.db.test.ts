import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { applyChunk } from '../../src/ledger/commands/apply-chunk.ts';
import { importOpenItems } from '../../src/ledger/commands/import-open-items.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { act, day, enterItems, euros, openBooks, publishPayments, runDecisions } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const account = 'DE65905310840004718230';

test('an import that waits for an item that is being cleared sees it cleared', async () => {
  const database = await createTestDatabase('import_and_match');
  onTestFinished(() => database.drop());
  const books: LedgerId = await openBooks(database.pool, 'books', account);
  await enterItems(database.pool, books, [{ number: 'FA1', customer: 'C1', amount: '100.00' }]);
  await publishPayments(database.pool, books, { account, content: 'one', opening: '0.00', closedOn: '2026-03-02' }, [
    { name: 'P1', amount: '100.00', bookedOn: '2026-03-02' },
  ]);
  const decision = { payment: 'P1', amount: '100.00', customer: 'C1', item: 'FA1', reason: null };
  const run = await runDecisions(database.pool, books, [decision], { chunks: 0 });

  // The ERP has taken the clearing over already when its export comes, and the export comes while we clear.
  const taken = {
    customerCode: 'C1',
    documentNumber: 'FA1',
    kind: 'invoice' as const,
    currency: euros('0').currency,
    amountMinor: 10_000n,
    residualMinor: 0n,
    issueDate: day('2026-02-13'),
    dueDate: day('2026-03-15'),
    dueDateSource: 'given' as const,
    creditorReference: null,
    purchaseOrder: null,
    discount: null,
    vat: null,
    baseAmountMinor: null,
    asOf: null,
  };
  const work = await inLedger(database.pool, books, async (tx) => {
    await tx.query('select from audit_head for update'); // The last lock of applying: it stops there, with the items.
    const applied = applyChunk(database.pool, books, run.id, 0, act);
    await sleep(300);
    const imported = importOpenItems(database.pool, books, [{ line: 2, record: taken }], act);
    await sleep(300);
    return { both: Promise.all([applied, imported]) };
  });
  const [applied, imported] = await work.both;
  expect([applied.appliedCount, imported.changed]).toEqual([1, 1]);
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});
