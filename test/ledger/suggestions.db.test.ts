/** What people make of the engine's suggestions: accepted with what they write off, or declined; and what that teaches. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { LedgerId, MatchRunId, OpenItemId } from '../../src/domain/ids.ts';
import type { WriteOff } from '../../src/domain/match.ts';
import {
  lockItems,
  lockPayment,
  type LockedItemRow,
  type LockedPaymentRow,
} from '../../src/ledger/commands/lock-settlement-rows.ts';
import { partsOfProposal } from '../../src/ledger/plan/proposal-parts.ts';
import { countConfirmedCells } from '../../src/ledger/queries/confirmed-history.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import {
  day,
  enterItems,
  euros,
  openBooks,
  publishPayments,
  readNames,
  runDecisions,
  type Names,
} from '../support/books.ts';
import { answered, clerkOf, type Clerk } from '../support/clerk.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('suggestions');
afterAll(() => database.drop());

let ledgerCount = 0;
let books: LedgerId;
let names: Names;
let clerk: Clerk;
let matchRunId: MatchRunId;

beforeEach(async () => {
  ledgerCount += 1;
  const account = `SUGGESTIONS${ledgerCount}`;
  books = await openBooks(database.pool, account, account);
  clerk = clerkOf(database.pool, books);
  const discount = { bp: 200, until: day('2026-03-10') };
  await enterItems(database.pool, books, [
    { number: 'F-1', customer: 'C1', amount: '100.00', discount },
    { number: 'F-2', customer: 'C1', amount: '50.25', discount },
    { number: 'N-1', customer: 'C1', amount: '20.00', kind: 'credit_note' },
    { number: 'U-1', customer: 'C1', amount: '300.00', currency: 'USD', booked: '276.00' },
    { number: 'U-2', customer: 'C1', amount: '100.00', currency: 'USD', booked: '92.00' },
  ]);
  const statement = { account, content: account, opening: '0.00', closedOn: '2026-03-10' };
  await publishPayments(database.pool, books, statement, [
    { name: 'P', amount: '120.00', bookedOn: '2026-03-10' },
    { name: 'Q', amount: '100.00', bookedOn: '2026-03-10' },
  ]);
  await runDecisions(database.pool, books, [
    { payment: 'P', amount: '100.00', customer: 'C1', item: 'F-1', reason: 'not_certain' },
    { payment: 'Q', amount: '100.00', customer: 'C1', item: null, reason: 'no_reference_found' },
  ]);
  names = await readNames(database.pool, books);
  const [run] = await clerk.told('select id from match_run');
  matchRunId = run?.['id'] as MatchRunId;
});

afterEach(async () => {
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});

const suggestion = (payment: string, index = 0) => ({ paymentId: names.payment(payment), matchRunId, index });
const versionOf = async (payment: string): Promise<number> => {
  const [row] = await clerk.told(`select version from payment where end_to_end_id = '${payment}'`);
  return Number(row?.['version']);
};
const accept = async (rest: 'leave' | 'on_account') =>
  clerk.ask('accept_proposal', { ...suggestion('P'), version: await versionOf('P'), rest });
const refused = (code: string) => ({ refusal: { code } });

describe('a suggestion', () => {
  test('is accepted as it stands, and its rest is left, or the customer’s', async () => {
    const left = await accept('leave');
    expect(await clerk.told(`select unapplied_minor::int as left from payment where end_to_end_id = 'P'`)).toEqual([
      { left: 2_000 },
    ]);
    await clerk.ask('reverse_posting', { postingId: answered(left, 'postingId') });
    await accept('on_account');
    expect(await clerk.told(`select status from payment where end_to_end_id = 'P'`)).toEqual([{ status: 'applied' }]);
    expect(
      await clerk.told(`select c.code, i.residual_minor::int as minor from open_item i join customer c
        on c.id = i.customer_id where i.kind = 'on_account'`),
    ).toEqual([{ code: 'C1', minor: 2_000 }]);
  });

  test('counts as right in the record of its kind, as a person’s; as wrong once it is taken back', async () => {
    const count = () => countConfirmedCells(database.pool, books, null);
    expect(await count()).toEqual([]);
    const accepted = await accept('leave');
    const cell = { cell: 'named full exact none', rule: null };
    expect(await count()).toEqual([{ ...cell, right: 1, wrong: 0 }]);
    await clerk.ask('reverse_posting', { postingId: answered(accepted, 'postingId') });
    expect(await count()).toEqual([{ ...cell, right: 0, wrong: 1 }]);
  });

  test('is refused when it is stale, or not there', async () => {
    const stale = clerk.ask('accept_proposal', { ...suggestion('P'), version: 99, rest: 'leave' });
    await expect(stale).rejects.toMatchObject(refused('ledger.stale'));
    await clerk.ask('write_off', { openItemId: names.item('F-1'), residual: '100.00', amount: '1.00' });
    await expect(accept('leave')).rejects.toMatchObject(refused('ledger.stale'));
    for (const [payment, index] of [
      ['P', 1],
      ['Q', 0],
    ] as const) {
      const version = await versionOf(payment);
      const absent = clerk.ask('accept_proposal', { ...suggestion(payment, index), version, rest: 'leave' });
      await expect(absent).rejects.toMatchObject(refused('ledger.not_found'));
    }
  });

  test('is declined once', async () => {
    expect(await clerk.ask('decline_proposal', suggestion('P'))).toMatchObject({ outcome: { declinedCount: 1 } });
    expect(await clerk.ask('decline_proposal', suggestion('P'))).toMatchObject({ outcome: { declinedCount: 0 } });
    expect(await clerk.told('select open_item_id as id from declined_pair')).toEqual([{ id: names.item('F-1') }]);
  });
});

describe('what a suggestion writes off', () => {
  type Rows = Readonly<{ payment: LockedPaymentRow; items: ReadonlyMap<OpenItemId, LockedItemRow> }>;
  const locked = (payment: string, numbers: readonly string[]): Promise<Rows> =>
    inLedger(database.pool, books, async (tx) => {
      const paid = await lockPayment(tx, books, names.payment(payment));
      const items = await lockItems(
        tx,
        books,
        numbers.map((number) => names.item(number)),
      );
      return { payment: paid, items };
    });

  /** Lines that clear the items whole; the other fields say nothing here. */
  async function partOf(payment: string, numbers: readonly string[], writeOff: WriteOff | null, currency = 'EUR') {
    const rows = await locked(payment, numbers);
    const lines = [...rows.items.values()].map(({ id, residualMinor }) => {
      const cleared = `${residualMinor / 100n}.${String(residualMinor % 100n).padStart(2, '0')}`;
      return { openItemId: id, documentNumber: '', kind: 'invoice' as const, residual: cleared, cleared };
    });
    const proposal = { lines, writeOff, currency: currency as CurrencyCode };
    const { part, takenMinor } = partsOfProposal(proposal, rows.payment, rows.items);
    if (part.use !== 'items') throw new Error(part.use);
    const byItem = new Map(part.lines.map(({ openItemId, ...line }) => [openItemId as string, line]));
    return { takenMinor, part, of: (number: string) => byItem.get(names.item(number)) };
  }
  const written = (kind: WriteOff['kind'], amount: string): WriteOff => ({
    kind,
    amount,
    currency: euros('1.00').currency,
  });

  test('as a discount falls on each item by its terms, half up: 2.00 and 1.01', async () => {
    const { of, takenMinor } = await partOf('P', ['F-1', 'F-2', 'N-1'], written('discount', '3.01'));
    expect(takenMinor).toBe(12_724n);
    expect(of('F-1')?.differences).toEqual([{ as: 'discount', amount: '2.00', vat: 'gross' }]);
    expect(of('F-2')?.differences).toEqual([{ as: 'discount', amount: '1.01', vat: 'gross' }]);
    expect(of('N-1')?.differences).toBeUndefined();
    const more = partOf('P', ['F-1', 'F-2'], written('discount', '3.02'));
    await expect(more).rejects.toMatchObject(refused('ledger.discount_too_large'));
  });

  test('as a fee or a rounding falls on the greatest; a rounding the other way is overpaid', async () => {
    const fee = await partOf('P', ['F-2', 'F-1'], written('fee', '1.50'));
    expect(fee.of('F-1')?.differences).toEqual([{ as: 'bank_charge', amount: '1.50' }]);
    expect(fee.of('F-2')?.differences).toBeUndefined();
    const short = await partOf('P', ['F-1'], written('rounding', '0.02'));
    expect(short.of('F-1')?.differences).toEqual([{ as: 'write_off', amount: '0.02' }]);
    const over = await partOf('P', ['F-1'], written('rounding', '-0.02'));
    expect(over.part).toMatchObject({ overpaidWrittenOff: '0.02' });
    expect(over.takenMinor).toBe(10_002n);
  });

  test('of items in another currency is what the payment brought, shared by what is cleared', async () => {
    const { of, takenMinor } = await partOf('Q', ['U-1', 'U-2'], null, 'USD');
    expect(takenMinor).toBe(10_000n);
    expect([of('U-1')?.paid, of('U-2')?.paid]).toEqual(['75.00', '25.00']);
  });
});
