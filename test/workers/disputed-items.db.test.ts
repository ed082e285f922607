/** A night among disputes: what is disputed waits for a payment that names it, and the night can be decided again. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command, CommandKind, CommandRequests } from '../../src/domain/command.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { carryOut } from '../../src/ledger/commands/carry-out.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { replayRun } from '../../src/workers/jobs/replay-run.ts';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { matchDue } from '../../src/workers/work-queue.ts';
import { act, enterItems, openBooks, publishPayments, readNames } from '../support/books.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { testContext } from '../support/work.ts';

let database: TestDatabase;
let threads: Threads;
beforeAll(async () => {
  database = await createTestDatabase('disputed_items');
  threads = openThreads(2);
});
afterAll(async () => {
  await threads.close();
  await database.drop();
});

const ask = async <Kind extends CommandKind>(books: LedgerId, kind: Kind, request: CommandRequests[Kind]) => {
  const command = { id: randomUUID(), kind, request, reason: 'a test' } as Command;
  const result = await carryOut(database.pool, books, command, act);
  return result.state === 'done' ? (result.outcome as Readonly<Record<string, unknown>>) : {};
};

test('what is disputed is paid by who names it; what nobody names goes to the other invoice of the amount', async () => {
  const books = await openBooks(database.pool, 'disputed', 'DISPUTED');
  await enterItems(database.pool, books, [
    { number: 'FA2026-00101', customer: 'Alba', amount: '120.50' },
    { number: 'FA2026-00102', customer: 'Alba', amount: '120.50' },
    { number: 'FA2026-00103', customer: 'Bruno', amount: '77.30' },
    { number: 'FA2026-00104', customer: 'Carla', amount: '64.20', purchaseOrder: '4500012345' },
  ]);
  const names = await readNames(database.pool, books);
  const open = (number: string, residual: string, amount: string) =>
    ask(books, 'open_dispute', {
      openItemId: names.item(number),
      residual,
      amount,
      openedFrom: 'invoice',
      category: 'B',
      reasonCode: 'quality',
    });
  await open('FA2026-00101', '120.50', '20.00');
  await open('FA2026-00103', '77.30', '77.30');
  const { disputeId } = await open('FA2026-00104', '64.20', '10.00');

  const statement = { account: 'DISPUTED', content: 'disputed', opening: '0.00', closedOn: '2026-03-02' };
  const from = (name: string, customer: string, amount: string, text: string) => ({
    name,
    amount,
    bookedOn: '2026-03-02',
    from: `Customer ${customer}`,
    text,
  });
  await publishPayments(database.pool, books, statement, [
    from('unnamed', 'Alba', '120.50', 'VIREMENT'),
    from('named', 'Bruno', '77.30', 'FACTURE FA2026-00103'),
    from('half', 'Carla', '64.20', 'COMMANDE 4500012345'),
  ]);
  const context = testContext(database, threads, { chunkSize: 2, paymentsPerTask: 2 });
  await matchDue(context, books);

  const told = async (sql: string) =>
    (await inLedger(database.pool, books, (tx) => tx.query<Record<string, unknown>>(sql))).rows;
  const standing = `select document_number as number, residual_minor::int as residual, disputed_minor::int as disputed
    from open_item order by 1`;
  expect(await told(standing)).toEqual([
    { number: 'FA2026-00101', residual: 12_050, disputed: 2_000 },
    { number: 'FA2026-00102', residual: 0, disputed: 0 },
    { number: 'FA2026-00103', residual: 0, disputed: 0 },
    { number: 'FA2026-00104', residual: 6_420, disputed: 1_000 },
  ]);
  expect(await told('select review_reason from payment where review_reason is not null')).toEqual([
    { review_reason: 'disputed_item' },
  ]);
  expect(await told(`select state, resolution from dispute where resolution is not null`)).toEqual([
    { state: 'resolved', resolution: 'payment' },
  ]);

  // Everything that a run reads of disputes changes; the night is decided again as it was.
  await ask(books, 'resolve_dispute', { disputeId: String(disputeId), version: 1, resolution: 'rejection' });
  await open('FA2026-00104', '64.20', '1.00');
  await ask(books, 'settle_payment', {
    paymentId: (await readNames(database.pool, books)).payment('half'),
    version: 2,
    parts: [{ use: 'items', lines: [{ openItemId: names.item('FA2026-00104'), residual: '64.20', cleared: '64.20' }] }],
  });
  const replayed = await replayRun(context, books, { runNumber: 1 });
  expect(replayed).toMatchObject({ hasSameInputs: true, isIdentical: true, differenceCount: 0 });
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});
