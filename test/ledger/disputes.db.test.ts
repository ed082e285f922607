/** Disputes from their opening to their end; the books prove themselves after each test. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Command, CommandKind, CommandRequests } from '../../src/domain/command.ts';
import type { LedgerId, OpenItemId, PaymentId } from '../../src/domain/ids.ts';
import { carryOut, type CommandResult } from '../../src/ledger/commands/carry-out.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import {
  act,
  day,
  enterItems,
  openBooks,
  publishPayments,
  readNames,
  runDecisions,
  type Names,
} from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('disputes');
afterAll(() => database.drop());

let ledgerCount = 0;
let minute = 0;
let books: LedgerId;
let names: Names;

beforeEach(async () => {
  ledgerCount += 1;
  minute = 0;
  const account = `DISPUTES${ledgerCount}`;
  books = await openBooks(database.pool, `disputes-${ledgerCount}`, account);
  await enterItems(database.pool, books, [
    { number: 'F-1', customer: 'C1', amount: '100.00' },
    { number: 'F-2', customer: 'C1', amount: '50.00' },
    { number: 'N-1', customer: 'C1', amount: '30.00', kind: 'credit_note' },
    { number: 'N-2', customer: 'C2', amount: '30.00', kind: 'credit_note' },
  ]);
  const statement = { account, content: `disputes ${ledgerCount}`, opening: '0.00', closedOn: '2026-03-02' };
  await publishPayments(database.pool, books, statement, [
    { name: 'P-70', amount: '70.00', bookedOn: '2026-03-02' },
    { name: 'P-100', amount: '100.00', bookedOn: '2026-03-02' },
  ]);
  names = await readNames(database.pool, books);
});

afterEach(async () => {
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});

const item = (number: string): OpenItemId => names.item(number);
const payment = (name: string): PaymentId => names.payment(name);

/** Each command a minute after the one before. */
const ask = <Kind extends CommandKind>(kind: Kind, request: CommandRequests[Kind], id: string = randomUUID()) => {
  minute += 1;
  const now = new Date(act.now.getTime() + minute * 60_000);
  return carryOut(database.pool, books, { id, kind, request, reason: 'a test' } as Command, { ...act, now });
};

const told = async (sql: string): Promise<readonly Record<string, unknown>[]> =>
  (await inLedger(database.pool, books, (tx) => tx.query<Record<string, unknown>>(sql))).rows;
const outcomeOf = (result: CommandResult): Readonly<Record<string, unknown>> =>
  result.state === 'done' ? (result.outcome as Record<string, unknown>) : {};

const opening = (number: string, residual: string, amount: string): CommandRequests['open_dispute'] => ({
  openItemId: item(number),
  residual,
  amount,
  openedFrom: 'invoice',
  category: 'B',
  reasonCode: 'quality',
});
async function open(number: string, residual: string, amount: string): Promise<string> {
  return String(outcomeOf(await ask('open_dispute', opening(number, residual, amount)))['disputeId']);
}
const pay = (name: string, number: string, residual: string, cleared: string) =>
  ask('settle_payment', {
    paymentId: payment(name),
    version: 1,
    parts: [{ use: 'items', lines: [{ openItemId: item(number), residual, cleared }] }],
  });
const disputes = () =>
  told('select amount_minor::int as minor, state, resolution, version from dispute order by opened_at, id');
const disputed = async (number: string) => {
  const rows = await told(`select disputed_minor::int as minor from open_item where document_number = '${number}'`);
  return rows[0]?.['minor'];
};
const refused = (code: string) => ({ refusal: { code } });

describe('a dispute is opened', () => {
  test('of a part of an invoice, with the department of its reason; the first one brings the list of reasons', async () => {
    const disputeId = await open('F-1', '100.00', '30.00');
    expect(await told('select state, category, reason_code, department, version from dispute')).toEqual([
      { state: 'open', category: 'B', reason_code: 'quality', department: 'quality', version: 1 },
    ]);
    expect(await disputed('F-1')).toBe(3_000);
    expect(await told('select count(*)::int as reasons from dispute_reason')).toEqual([{ reasons: 14 }]);
    const [event] = await told(`select body::json -> 'details' as details from audit_event
      where body::json ->> 'type' = 'dispute.opened'`);
    expect(event?.['details']).toMatchObject({
      before: null,
      after: { amountMinor: '3000', openItemId: item('F-1') },
      itemBefore: { openItemId: item('F-1'), disputedMinor: '0' },
    });
    expect(disputeId).toMatch(/^[\da-f-]{36}$/);
  });

  test('several times on one invoice, together no more than is left of it', async () => {
    await open('F-1', '100.00', '60.00');
    await open('F-1', '100.00', '40.00');
    expect(await disputed('F-1')).toBe(10_000);
    const third = ask('open_dispute', opening('F-1', '100.00', '0.01'));
    await expect(third).rejects.toMatchObject(refused('ledger.item_not_disputable'));
  });

  test('from the short payment that left it, which has to be there', async () => {
    await pay('P-70', 'F-1', '100.00', '70.00');
    const short = { ...opening('F-1', '30.00', '30.00'), openedFrom: 'short_payment' } as const;
    await ask('open_dispute', { ...short, paymentId: payment('P-70') });
    expect(await told('select opened_from, payment_id from dispute')).toEqual([
      { opened_from: 'short_payment', payment_id: payment('P-70') },
    ]);
    const lost = ask('open_dispute', { ...opening('F-2', '50.00', '1.00'), paymentId: randomUUID() as PaymentId });
    await expect(lost).rejects.toMatchObject(refused('ledger.not_found'));
  });

  test('not of what we owe, not on older books, not for a reason that nobody knows, not twice by one command', async () => {
    const credit = ask('open_dispute', opening('N-1', '30.00', '10.00'));
    await expect(credit).rejects.toMatchObject(refused('ledger.item_not_disputable'));
    await expect(ask('open_dispute', opening('F-1', '90.00', '10.00'))).rejects.toMatchObject(refused('ledger.stale'));
    const unknown = ask('open_dispute', { ...opening('F-1', '100.00', '10.00'), reasonCode: 'price' });
    await expect(unknown).rejects.toMatchObject(refused('ledger.dispute_reason_unknown'));
    const id = randomUUID();
    const first = await ask('open_dispute', opening('F-1', '100.00', '10.00'), id);
    expect(await ask('open_dispute', opening('F-1', '100.00', '10.00'), id)).toEqual(first);
    expect(await disputes()).toHaveLength(1);
  });
});

describe('a dispute changes', () => {
  test('in several ways at once, each an event with all that stands after it', async () => {
    const disputeId = await open('F-1', '100.00', '30.00');
    await ask('change_dispute', {
      disputeId,
      version: 1,
      comment: 'They want a new delivery.',
      owner: 'anna',
      dueDate: day('2026-04-30'),
      reasonCode: 'quantity',
      amount: '45.00',
    });
    expect(await disputes()).toEqual([{ minor: 4_500, state: 'open', resolution: null, version: 5 }]);
    expect(await disputed('F-1')).toBe(4_500);
    const events = await told(`select kind, details ->> 'amountMinor' as minor, details ->> 'department' as department,
      details ->> 'owner' as owner, details ->> 'comment' as comment from dispute_event order by event_index`);
    const said = { owner: null, comment: null };
    expect(events).toEqual([
      { kind: 'opened', minor: '3000', department: 'quality', ...said },
      { kind: 'recategorised', minor: '3000', department: 'logistics', ...said, comment: 'They want a new delivery.' },
      { kind: 'assigned', minor: '3000', department: 'logistics', ...said, owner: 'anna' },
      { kind: 'rescheduled', minor: '3000', department: 'logistics', ...said, owner: 'anna' },
      { kind: 'amount_changed', minor: '4500', department: 'logistics', ...said, owner: 'anna' },
    ]);
  });

  test('never behind the back of who saw it, never to nothing new, never to more than is left', async () => {
    const disputeId = await open('F-1', '100.00', '30.00');
    await ask('change_dispute', { disputeId, version: 1, comment: 'Called.' });
    const stale = ask('change_dispute', { disputeId, version: 1, owner: 'anna' });
    await expect(stale).rejects.toMatchObject({
      refusal: { code: 'ledger.stale', details: { version: '2', state: 'open', amount: '3000' } },
    });
    const same = ask('change_dispute', { disputeId, version: 2, amount: '30.00' });
    await expect(same).rejects.toMatchObject(refused('ledger.dispute_unchanged'));
    const more = ask('change_dispute', { disputeId, version: 2, amount: '100.01' });
    await expect(more).rejects.toMatchObject(refused('ledger.item_not_disputable'));
    const moved = ask('change_dispute', { disputeId, version: 2, category: 'A' });
    await expect(moved).rejects.toMatchObject(refused('ledger.dispute_reason_unknown'));
  });

  test('and is spoken of when it is over, no more', async () => {
    const disputeId = await open('F-1', '100.00', '30.00');
    await ask('resolve_dispute', { disputeId, version: 1, resolution: 'rejection' });
    await ask('change_dispute', { disputeId, version: 2, comment: 'They agree.' });
    const late = ask('change_dispute', { disputeId, version: 3, owner: 'anna' });
    await expect(late).rejects.toMatchObject(refused('ledger.dispute_resolved'));
  });
});

describe('a dispute ends', () => {
  test('by rejection: the customer owes, and can dispute again', async () => {
    const disputeId = await open('F-1', '100.00', '30.00');
    await ask('resolve_dispute', { disputeId, version: 1, resolution: 'rejection' });
    expect(await disputed('F-1')).toBe(0);
    const again = ask('resolve_dispute', { disputeId, version: 2, resolution: 'rejection' });
    await expect(again).rejects.toMatchObject(refused('ledger.dispute_resolved'));
    await ask('reopen_dispute', { disputeId, version: 2 });
    expect(await disputed('F-1')).toBe(3_000);
    const open2 = ask('reopen_dispute', { disputeId, version: 3 });
    await expect(open2).rejects.toMatchObject(refused('ledger.dispute_open'));
  });

  test('by the credit note that is named, cleared by the same command; other disputes of the invoice stay', async () => {
    await open('F-1', '100.00', '20.00');
    const disputeId = await open('F-1', '100.00', '30.00');
    const wrong = { openItemId: item('N-2'), residual: '30.00' };
    const other = ask('resolve_dispute', { disputeId, version: 1, resolution: 'credit_note', credit: wrong });
    await expect(other).rejects.toMatchObject(refused('ledger.several_customers'));
    const credit = { openItemId: item('N-1'), residual: '30.00' };
    await ask('resolve_dispute', { disputeId, version: 1, resolution: 'credit_note', credit });
    expect(await disputes()).toEqual([
      { minor: 2_000, state: 'open', resolution: null, version: 1 },
      { minor: 3_000, state: 'resolved', resolution: 'credit_note', version: 2 },
    ]);
    expect(
      await told(`select residual_minor::int as minor from open_item where document_number in ('F-1', 'N-1')
      order by document_number`),
    ).toEqual([{ minor: 7_000 }, { minor: 0 }]);
  });

  test('by a write-off, within the limits of the ledger; the other dispute of the invoice stays', async () => {
    const disputeId = await open('F-1', '100.00', '30.00');
    await open('F-1', '100.00', '60.00');
    const large = ask('resolve_dispute', { disputeId, version: 1, resolution: 'write_off' });
    await expect(large).rejects.toMatchObject(refused('ledger.write_off_over_limit'));
    await ask('change_dispute', { disputeId, version: 1, amount: '1.00' });
    expect(await ask('resolve_dispute', { disputeId, version: 2, resolution: 'write_off' })).toMatchObject({
      state: 'done',
    });
    expect(await disputes()).toEqual([
      { minor: 100, state: 'resolved', resolution: 'write_off', version: 3 },
      { minor: 6_000, state: 'open', resolution: null, version: 1 },
    ]);
  });

  test('by what was cleared since, once: what ended one dispute does not end another', async () => {
    const first = await open('F-1', '100.00', '30.00');
    const second = await open('F-1', '100.00', '30.00');
    const early = ask('resolve_dispute', { disputeId: first, version: 1, resolution: 'payment' });
    await expect(early).rejects.toMatchObject(refused('ledger.dispute_not_cleared'));
    await ask('net_items', {
      lines: [
        { openItemId: item('F-1'), residual: '100.00', cleared: '30.00' },
        { openItemId: item('N-1'), residual: '30.00', cleared: '30.00' },
      ],
    });
    await ask('resolve_dispute', { disputeId: first, version: 1, resolution: 'credit_note' });
    const twice = ask('resolve_dispute', { disputeId: second, version: 1, resolution: 'credit_note' });
    await expect(twice).rejects.toMatchObject(refused('ledger.dispute_not_cleared'));
  });
});

describe('disputes follow what settles their item', () => {
  test('a person: the oldest gives way first, to its end, then the next in part', async () => {
    await open('F-1', '100.00', '30.00');
    await open('F-1', '100.00', '60.00');
    await pay('P-70', 'F-1', '100.00', '70.00');
    expect(await disputes()).toEqual([
      { minor: 3_000, state: 'resolved', resolution: 'payment', version: 2 },
      { minor: 3_000, state: 'open', resolution: null, version: 2 },
    ]);
    expect(await disputed('F-1')).toBe(3_000);
  });

  test('a credit note: it says how the dispute ended; taken back, the dispute can be opened again as far as it was', async () => {
    const disputeId = await open('F-1', '100.00', '100.00');
    const result = await ask('net_items', {
      lines: [
        { openItemId: item('F-1'), residual: '100.00', cleared: '30.00' },
        { openItemId: item('N-1'), residual: '30.00', cleared: '30.00' },
      ],
    });
    await pay('P-70', 'F-1', '70.00', '70.00');
    expect(await disputes()).toEqual([{ minor: 7_000, state: 'resolved', resolution: 'payment', version: 3 }]);
    const nothing = ask('reopen_dispute', { disputeId, version: 3 });
    await expect(nothing).rejects.toMatchObject(refused('ledger.item_not_disputable'));
    await ask('reverse_posting', { postingId: String(outcomeOf(result)['postingId']) });
    await ask('reopen_dispute', { disputeId, version: 3 });
    expect(await disputes()).toEqual([{ minor: 3_000, state: 'open', resolution: null, version: 4 }]);
  });

  test('a run that applies a payment', async () => {
    await open('F-1', '100.00', '30.00');
    await runDecisions(database.pool, books, [
      { payment: 'P-100', amount: '100.00', customer: 'C1', item: 'F-1', reason: null },
    ]);
    expect(await disputes()).toEqual([{ minor: 3_000, state: 'resolved', resolution: 'payment', version: 2 }]);
    expect(await disputed('F-1')).toBe(0);
  });

  test('the ERP, whose residual falls', async () => {
    await open('F-1', '100.00', '30.00');
    await enterItems(database.pool, books, [{ number: 'F-1', customer: 'C1', amount: '100.00', residual: '10.00' }]);
    expect(await disputes()).toEqual([{ minor: 1_000, state: 'open', resolution: null, version: 2 }]);
  });
});

test('reasons are the company’s own, and stay in their category', async () => {
  const mine = { code: 'pallets', category: 'B', label: 'Pallets not returned' } as const;
  await ask('set_dispute_reason', { ...mine, department: 'logistics' });
  await ask('set_dispute_reason', { ...mine, label: 'Pallets' });
  expect(await told(`select label, department from dispute_reason where code = 'pallets'`)).toEqual([
    { label: 'Pallets', department: null },
  ]);
  const moved = ask('set_dispute_reason', { ...mine, category: 'A' });
  await expect(moved).rejects.toMatchObject(refused('ledger.dispute_reason_moved'));
});

test('a dispute that says something else than its last event, or than its item, is found', async () => {
  await open('F-1', '100.00', '30.00');
  await inLedger(database.pool, books, (tx) => tx.query('update dispute set amount_minor = 2000'));
  const { violations } = await verifyLedger(database.pool, books);
  expect(violations.map(({ check }) => check)).toEqual([
    'disputed of an item = Σ of its open disputes, and no more than is left',
    'a dispute stands as its last event says, and its version counts its events',
    'open item: disputed, rebuilt',
  ]);
  await inLedger(database.pool, books, (tx) => tx.query('update dispute set amount_minor = 3000'));
});
