/** What matching reads is what the imports and the banks said, whatever of it is absent. */
import { afterAll, expect, test } from 'vitest';
import { inLedger } from '../../src/ledger/transaction.ts';
import { customerIdOf } from '../../src/ledger/commands/import-customers.ts';
import {
  measurePartition,
  readPartitionCustomers,
  readPartitionItems,
} from '../../src/ledger/queries/matching-input.ts';
import { listPaymentRanges, readSeenPayments } from '../../src/ledger/queries/waiting-payments.ts';
import { day, enterItems, euros, openBooks, publishPayments, readNames } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('matching_input');
afterAll(() => database.drop());

const account = 'ACCOUNT1';
const { currency } = euros('1.00');
const books = await openBooks(database.pool, 'books', account);
await enterItems(database.pool, books, [
  {
    number: 'F\\1\t',
    customer: 'C1',
    amount: '100.00',
    residual: '40.00',
    due: '2026-03-15',
    discount: { bp: 250, until: day('2026-02-20') },
    purchaseOrder: 'PO 7',
  },
  { number: 'G-1', customer: 'C2', amount: '5.00', residual: '0.00', kind: 'credit_note' },
]);
await publishPayments(database.pool, books, { account, content: 'one', opening: '0.00', closedOn: '2026-03-02' }, [
  { name: 'P-1', amount: '100.00', bookedOn: '2026-03-02', dollars: { amount: '108.25', rate: '1.0825' } },
  { name: 'P-2', amount: '5.00', bookedOn: '2026-03-02' },
]);
const names = await readNames(database.pool, books);

async function all<T>(batches: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const batch of batches) found.push(...batch);
  return found;
}

test('items come with their terms, closed ones among them', async () => {
  const items = await inLedger(database.pool, books, (tx) => all(readPartitionItems(tx, books, currency)));
  expect(items.toSorted((a, b) => Number(b.amountMinor - a.amountMinor))).toEqual([
    {
      openItemId: names.item('F\\1\t'),
      customerId: customerIdOf(books, 'C1'),
      kind: 'invoice',
      documentNumber: 'F\\1\t',
      creditorReference: null,
      purchaseOrder: 'PO 7',
      currency: 'EUR',
      issueDate: '2026-02-13',
      dueDate: '2026-03-15',
      amountMinor: 10_000n,
      residualMinor: 4_000n,
      disputedMinor: 0n,
      discount: { bp: 250, until: '2026-02-20' },
    },
    expect.objectContaining({ kind: 'credit_note', residualMinor: 0n, purchaseOrder: null, discount: null }),
  ]);
});

test('customers come with the code that the ERP gave them, and are measured with the items', async () => {
  const customers = await inLedger(database.pool, books, (tx) => all(readPartitionCustomers(tx, books)));
  expect(customers.map(({ code, name }) => `${code} ${name}`).toSorted()).toEqual(['C1 Customer C1', 'C2 Customer C2']);
  const size = await inLedger(database.pool, books, (tx) => measurePartition(tx, books, currency));
  expect(size).toMatchObject({ itemCount: 2, customerCount: 2, ibanCount: 0, nameCount: 2, nameBytes: 22 });
});

test('payments come with what was ordered in another currency', async () => {
  const payments = await inLedger(database.pool, books, async (tx) => {
    const waiting = { by: 'next_run', currency } as const;
    const [range] = await listPaymentRanges(tx, books, waiting, 100);
    return range === undefined ? [] : readSeenPayments(tx, books, waiting, range);
  });
  const instructed = new Map(payments.map((payment) => [payment.endToEndId, payment.instructed]));
  expect(instructed).toEqual(
    new Map([
      ['P-1', { minor: 10_825n, currency: 'USD', rate: '1.0825' }],
      ['P-2', null],
    ]),
  );
});
