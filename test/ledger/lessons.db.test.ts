/** What people taught: confirmed payers and declined proposals, as matching reads them. */
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { declineProposal } from '../../src/ledger/commands/decline-proposal.ts';
import { customerIdOf } from '../../src/ledger/commands/import-customers.ts';
import { confirmPayer, forgetPayer } from '../../src/ledger/commands/learn-payer.ts';
import { readPayerAliases } from '../../src/ledger/queries/matching-input.ts';
import { listPaymentRanges, readDeclinedPairs, readSeenPayments } from '../../src/ledger/queries/waiting-payments.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { act, day, enterItems, euros, openBooks, publishPayments, readNames, type Names } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('lessons');
afterAll(() => database.drop());

let ledgerCount = 0;
let books: LedgerId;
let names: Names;
const waiting = { by: 'next_run', currency: euros('1.00').currency } as const;

beforeEach(async () => {
  ledgerCount += 1;
  const account = `ACCOUNT${ledgerCount}`;
  books = await openBooks(database.pool, `lessons-${ledgerCount}`, account);
  await enterItems(database.pool, books, [
    { number: 'F-1', customer: 'C1', amount: '10.00' },
    { number: 'F-2', customer: 'C2', amount: '10.00' },
  ]);
  const statement = { account, content: `lessons ${ledgerCount}`, opening: '0.00', closedOn: '2026-03-02' };
  await publishPayments(database.pool, books, statement, [
    { name: 'P-1', amount: '10.00', bookedOn: '2026-03-02' },
    { name: 'P-2', amount: '10.00', bookedOn: '2026-03-02' },
  ]);
  names = await readNames(database.pool, books);
});

const iban = { kind: 'iban', value: 'DE89370400440532013000' } as const;
const customer = (code: string) => customerIdOf(books, code);
const aliases = (of = books) =>
  inLedger(database.pool, of, async (tx) => {
    const found = [];
    for await (const known of readPayerAliases(tx, of)) found.push(...known);
    return found;
  });
const confirm = (code: string, on: string) =>
  inLedger(database.pool, books, (tx) =>
    confirmPayer(tx, books, { ...iban, customerId: customer(code) }, day(on), act),
  );
const forget = (...codes: readonly string[]) =>
  inLedger(database.pool, books, (tx) =>
    forgetPayer(
      tx,
      books,
      iban,
      codes.map((code) => customer(code)),
      act,
    ),
  );

const declined = () =>
  inLedger(database.pool, books, async (tx) => {
    const [range] = await listPaymentRanges(tx, books, waiting, 100);
    const payments = range === undefined ? [] : await readSeenPayments(tx, books, waiting, range);
    return [...(await readDeclinedPairs(tx, books, payments, new Set())).values()].flat();
  });
const decline = (...pairs: Parameters<typeof declineProposal>[2]) =>
  inLedger(database.pool, books, (tx) => declineProposal(tx, books, pairs, act));

const eventTypes = () =>
  inLedger(database.pool, books, async (tx) => {
    const { rows } = await tx.query<{ type: string }>(`select body::json ->> 'type' as type from audit_event`);
    return rows.map(({ type }) => type);
  });

test('a payer confirmed again is counted, with its first and last day, for each customer apart', async () => {
  expect([
    await confirm('C1', '2026-03-02'),
    await confirm('C1', '2026-02-01'),
    await confirm('C2', '2026-03-01'),
  ]).toEqual([1, 2, 1]);
  const known = (await aliases()).toSorted((a, b) => b.confirmedCount - a.confirmedCount);
  expect(known).toEqual([
    { ...iban, customerId: customer('C1'), confirmedCount: 2, lastDate: '2026-03-02' },
    { ...iban, customerId: customer('C2'), confirmedCount: 1, lastDate: '2026-03-01' },
  ]);
});

test('a payer is forgotten for one customer whole, and a second time changes nothing', async () => {
  await confirm('C1', '2026-03-02');
  await confirm('C1', '2026-03-03');
  await confirm('C2', '2026-03-03');
  expect([await forget('C1'), await forget('C1')]).toEqual([1, 0]);
  expect((await aliases()).map(({ customerId }) => customerId)).toEqual([customer('C2')]);
  expect((await eventTypes()).filter((type) => type === 'payer.forgotten')).toHaveLength(1);
});

test('a payer is forgotten for several customers by one question, each told of', async () => {
  await confirm('C1', '2026-03-02');
  await confirm('C2', '2026-03-03');
  expect(await forget('C1', 'C2', 'C9')).toBe(2);
  expect(await aliases()).toEqual([]);
  expect((await eventTypes()).filter((type) => type === 'payer.forgotten')).toHaveLength(2);
});

test('what one ledger learned no other one knows', async () => {
  await confirm('C1', '2026-03-02');
  const other = await openBooks(database.pool, `other-${ledgerCount}`, `OTHER${ledgerCount}`);
  expect(await aliases(other)).toEqual([]);
});

test('a proposal declined twice is declined once; the customer as a whole is something else', async () => {
  const pair = { paymentId: names.payment('P-1'), customerId: customer('C1'), openItemId: names.item('F-1') };
  const whole = { ...pair, openItemId: null };
  expect([await decline(pair), await decline(pair, whole), await decline(whole)]).toEqual([1, 1, 0]);
  expect(await declined()).toEqual([pair, whole]);
  expect((await eventTypes()).filter((type) => type === 'proposal.declined')).toHaveLength(2);
});

test('declining what is not there is refused, and leaves nothing', async () => {
  const unknown = { paymentId: names.payment('P-1'), customerId: customerIdOf(books, 'C9'), openItemId: null };
  await expect(decline(unknown)).rejects.toMatchObject({ code: '23503' });
  expect(await declined()).toEqual([]);
});

test('the books still prove', async () => {
  await confirm('C1', '2026-03-02');
  await decline({ paymentId: names.payment('P-2'), customerId: customer('C2'), openItemId: null });
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});
