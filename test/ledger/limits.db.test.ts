/** What one person may do alone, what takes two, and what nobody may; who that second person is not, and what they agree to. */
import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CommandRequests, Difference } from '../../src/domain/command.ts';
import type { CustomerId, LedgerId, OpenItemId } from '../../src/domain/ids.ts';
import { carryOut, decideApproval, type CommandResult } from '../../src/ledger/commands/carry-out.ts';
import { customerIdOf } from '../../src/ledger/commands/import-customers.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { act, day, enterItems, openBooks, publishPayments, readNames, type Names } from '../support/books.ts';
import { answered, clerkOf, secondPerson, type Clerk } from '../support/clerk.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('limits');
afterAll(() => database.drop());

const iban = 'FR1420041010050500013M02606';
let ledgerCount = 0;
let books: LedgerId;
let names: Names;
let clerk: Clerk;

beforeEach(async () => {
  ledgerCount += 1;
  const account = `LIMITS${ledgerCount}`;
  books = await openBooks(database.pool, account, account);
  clerk = clerkOf(database.pool, books);
  await enterItems(database.pool, books, [
    { number: 'F-1', customer: 'C1', amount: '1000.00' },
    { number: 'F-2', customer: 'C1', amount: '1000.00' },
    { number: 'F-3', customer: 'C1', amount: '150.00' },
    { number: 'N-1', customer: 'C1', amount: '60.00', kind: 'credit_note' },
    { number: 'G-1', customer: 'C2', amount: '1000.00' },
    { number: 'U-1', customer: 'C3', amount: '1000.00', currency: 'USD', booked: '920.00' },
    { number: 'J-1', customer: 'C4', amount: '100000', currency: 'JPY', booked: '612.50' },
    { number: 'X-1', customer: 'C5', amount: '1000.00', currency: 'USD' },
  ]);
  const statement = { account, content: account, opening: '0.00', closedOn: '2026-03-12' };
  await publishPayments(database.pool, books, statement, [
    { name: 'P-1000', amount: '1000.00', bookedOn: '2026-03-12', iban },
    { name: 'P-150', amount: '150.00', bookedOn: '2026-03-12', iban },
  ]);
  names = await readNames(database.pool, books);
});

afterEach(async () => {
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});

const refused = (code: string, details: object = {}) => ({ refusal: { code, details } });
const over = (limit: string) => refused('ledger.write_off_over_limit', { limit });
const off = (number: string, residual: string, amount: string) => ({
  openItemId: names.item(number),
  residual,
  amount,
});
const limits = (more: Partial<CommandRequests['set_tolerances']> = {}): CommandRequests['set_tolerances'] => ({
  writeOff: '2.00',
  writeOffBp: 100,
  writeOffMonthly: '3.00',
  approveWriteOff: '2.00',
  approveRefund: '50.00',
  approveTransfer: '100.00',
  ...more,
});
const settled = (payment: string, number: string, residual: string, cleared: string, version = 1) => ({
  paymentId: names.payment(payment),
  version,
  parts: [{ use: 'items' as const, lines: [{ openItemId: names.item(number), residual, cleared }] }],
});
const decide = (requestId: string, result: CommandResult, by = secondPerson) => {
  if (result.state !== 'waiting') throw new Error(`the command is ${result.state}`);
  const { requestSha256 } = result;
  return decideApproval(database.pool, books, { requestId, requestSha256, decision: 'approved', reason: 'seen' }, by);
};

describe('a write-off', () => {
  beforeEach(() => clerk.askWithTwo('set_tolerances', limits()));

  test('keeps to the amount and the share, to the cent', async () => {
    await expect(clerk.ask('write_off', off('F-1', '1000.00', '2.01'))).rejects.toMatchObject(over('amount'));
    await expect(clerk.ask('write_off', off('F-3', '150.00', '1.51'))).rejects.toMatchObject(over('share'));
    expect(await clerk.ask('write_off', off('F-3', '150.00', '1.50'))).toMatchObject({ state: 'done' });
  });

  test('keeps to them in slices', async () => {
    await clerk.ask('write_off', off('F-1', '1000.00', '1.50'));
    await expect(clerk.ask('write_off', off('F-1', '998.50', '0.51'))).rejects.toMatchObject(over('amount'));
    expect(await clerk.ask('write_off', off('F-1', '998.50', '0.50'))).toMatchObject({ state: 'done' });
  });

  test('of one customer keeps to the month, over invoices and what is overpaid; what is taken back frees it', async () => {
    const first = await clerk.ask('write_off', off('F-1', '1000.00', '2.00'));
    const overpaid = (amount: string, differences: readonly Difference[] = []) => ({
      ...settled('P-1000', 'F-2', '1000.00', '900.00'),
      parts: [
        {
          use: 'items' as const,
          lines: [{ openItemId: names.item('F-2'), residual: '1000.00', cleared: '900.00', differences }],
          overpaidWrittenOff: amount,
        },
      ],
    });
    // The payment is of the 12th, the write-off of the 31st: one month.
    await expect(clerk.ask('settle_payment', overpaid('1.01'))).rejects.toMatchObject(over('month'));
    // A fee beside it changes nothing.
    const fee = [{ as: 'bank_charge' as const, amount: '0.01' }];
    await expect(clerk.ask('settle_payment', overpaid('45.00', fee))).rejects.toMatchObject(over('amount'));
    expect(await clerk.ask('settle_payment', overpaid('1.00'))).toMatchObject({ state: 'done' });
    await expect(clerk.ask('write_off', off('F-3', '150.00', '0.01'))).rejects.toMatchObject(over('month'));
    expect(await clerk.ask('write_off', off('G-1', '1000.00', '2.00'))).toMatchObject({ state: 'done' });
    await clerk.ask('reverse_posting', { postingId: answered(first, 'postingId') });
    expect(await clerk.ask('write_off', off('F-3', '150.00', '1.50'))).toMatchObject({ state: 'done' });
    const april = { actor: act.actor, now: new Date('2026-04-01T08:00:00.000Z') };
    const request = off('F-2', '100.00', '1.00');
    const command = { id: randomUUID(), kind: 'write_off', request, reason: 'a new month' } as const;
    expect(await carryOut(database.pool, books, command, april)).toMatchObject({ state: 'done' });
  });

  test('by two clerks at once is one', async () => {
    const outcomes = await Promise.allSettled(
      ['F-1', 'F-2'].map((number) => clerk.ask('write_off', off(number, '1000.00', '2.00'))),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: over('month') });
  });

  test('in another currency is held to its value: 2.17 USD are 2.00 EUR, 2.18 are 2.01', async () => {
    await expect(clerk.ask('write_off', off('U-1', '1000.00', '2.18'))).rejects.toMatchObject(over('amount'));
    expect(await clerk.ask('write_off', off('U-1', '1000.00', '2.17'))).toMatchObject({ state: 'done' });
    const unknown = clerk.ask('write_off', off('X-1', '1000.00', '0.01'));
    await expect(unknown).rejects.toMatchObject(refused('ledger.base_value_unknown'));
  });

  test('of 45 is refused under a limit of 0.1, in euros and in yen', async () => {
    await clerk.askWithTwo('set_tolerances', limits({ writeOff: '0.10' }));
    await expect(clerk.ask('write_off', off('F-1', '1000.00', '45.00'))).rejects.toMatchObject(over('amount'));
    // 45 JPY of 100,000 booked at 612.50 are 0.28 EUR; 16 are 0.10.
    await expect(clerk.ask('write_off', off('J-1', '100000', '45'))).rejects.toMatchObject(over('amount'));
    expect(await clerk.ask('write_off', off('J-1', '100000', '16'))).toMatchObject({ state: 'done' });
  });

  test('above one’s own limit takes two, and the fee of a bank as well', async () => {
    await clerk.askWithTwo('set_tolerances', limits({ approveWriteOff: '0.50' }));
    expect(await clerk.ask('write_off', off('F-1', '1000.00', '0.50'))).toMatchObject({ state: 'done' });
    const reasons = [{ limit: 'write-off', found: '0.51 EUR', allowed: '0.50 EUR' }];
    expect(await clerk.ask('write_off', off('F-2', '1000.00', '0.51'))).toMatchObject({ state: 'waiting', reasons });
    const fee = { as: 'bank_charge', amount: '0.51' } as const;
    const lines = [{ openItemId: names.item('F-3'), residual: '150.00', cleared: '150.00', differences: [fee] }];
    const asked = { paymentId: names.payment('P-150'), version: 1, parts: [{ use: 'items' as const, lines }] };
    expect(await clerk.ask('settle_payment', asked)).toMatchObject({
      state: 'waiting',
      reasons: [{ limit: 'bank charge', found: '0.51 EUR', allowed: '0.50 EUR' }],
    });
  });
});

test('refunds and transfers take two above their limits, to the cent', async () => {
  await clerk.askWithTwo('set_tolerances', limits());
  expect(await clerk.ask('refund_credit', off('N-1', '60.00', '50.01'))).toMatchObject({ state: 'waiting' });
  expect(await clerk.ask('refund_credit', off('N-1', '60.00', '50.00'))).toMatchObject({ state: 'done' });
  const toCustomerId = customerIdOf(books, 'C2');
  const moved = (amount: string) => clerk.ask('transfer_item', { ...off('F-1', '1000.00', amount), toCustomerId });
  expect(await moved('100.01')).toMatchObject({ state: 'waiting' });
  expect(await moved('100.00')).toMatchObject({ state: 'done' });
});

test('limits are no less than nothing, and the last that were set count', async () => {
  const wrong = clerk.ask('set_tolerances', limits({ writeOffMonthly: '-0.01' }));
  await expect(wrong).rejects.toMatchObject(refused('ledger.amount_invalid'));
  const share = clerk.ask('set_tolerances', limits({ writeOffBp: 10_001 }));
  await expect(share).rejects.toMatchObject(refused('ledger.amount_invalid'));
  await clerk.askWithTwo('set_tolerances', limits());
  const second = await clerk.askWithTwo('set_tolerances', limits({ writeOff: '0.00' }));
  expect(answered(second, 'version')).toBe('2');
  await expect(clerk.ask('write_off', off('F-1', '1000.00', '0.01'))).rejects.toMatchObject(over('amount'));
});

describe('a second person', () => {
  type Asked = readonly [what: string, ask: (id: string) => Promise<CommandResult>];
  const closeMarch = () => clerk.ask('close_period', { closedThrough: day('2026-03-15') });
  const matrix: readonly Asked[] = [
    ['a write-off', (id) => clerk.ask('write_off', off('F-1', '1000.00', '1.01'), id)],
    ['a refund', (id) => clerk.ask('refund_credit', off('N-1', '60.00', '0.01'), id)],
    [
      'a transfer',
      (id) =>
        clerk.ask('transfer_item', { ...off('F-1', '1000.00', '500.01'), toCustomerId: customerIdOf(books, 'C2') }, id),
    ],
    ['other limits', (id) => clerk.ask('set_tolerances', limits(), id)],
    ['a new payer', (id) => clerk.ask('confirm_payer', { customerId: customerIdOf(books, 'C1'), iban }, id)],
    [
      'un-lettering in a closed period',
      async (id) => {
        const done = await clerk.ask('settle_payment', settled('P-1000', 'F-1', '1000.00', '1000.00'));
        // The invoice is of 13 February, the payment of 12 March: lettered on the later day.
        await closeMarch();
        return clerk.ask('reverse_posting', { postingId: answered(done, 'postingId') }, id);
      },
    ],
  ];

  test.each(matrix)('agrees to %s, and is not who asked, in the ledger and in the database', async (_, ask) => {
    const id = randomUUID();
    const waiting = await ask(id);
    expect(waiting.state).toBe('waiting');
    await expect(decide(id, waiting, act)).rejects.toMatchObject(refused('ledger.approval_by_author'));
    const written = inLedger(database.pool, books, (tx) =>
      tx.query(
        `insert into approval (ledger_id, request_id, author, request_sha256, decision, approver, reason, decided_at)
         select ledger_id, id, author, request_sha256, 'approved', author, 'me', now() from approval_request where id = $1`,
        [id],
      ),
    );
    await expect(written).rejects.toMatchObject({ constraint: 'approval_by_another' });
    expect(await decide(id, waiting)).toMatchObject({ state: 'done' });
    const again = decide(id, waiting);
    await expect(again).rejects.toMatchObject(refused('ledger.approval_decided'));
    await expect(decide(randomUUID(), waiting)).rejects.toMatchObject(refused('ledger.approval_unknown'));
  });

  test('agrees to what was asked and to nothing else, 200 times (seed 20261122)', async () => {
    const cents = fc.integer({ min: 0, max: 100_000 }).map((minor) => (minor / 100).toFixed(2));
    const asked = fc.record({
      writeOff: cents,
      writeOffBp: fc.integer({ min: 0, max: 10_000 }),
      writeOffMonthly: cents,
      approveWriteOff: cents,
      approveRefund: cents,
      approveTransfer: cents,
    });
    const pairs = fc.sample(
      fc.tuple(asked, asked).filter(([one, other]) => JSON.stringify(one) !== JSON.stringify(other)),
      { seed: 20_261_122, numRuns: 200 },
    );
    for (const [one, other] of pairs) {
      const id = randomUUID();
      const waiting = await clerk.ask('set_tolerances', one, id);
      const changed = clerk.ask('set_tolerances', other, id);
      await expect(changed).rejects.toMatchObject(refused('ledger.command_reused'));
      const elsewhere = await clerk.ask('set_tolerances', other);
      await expect(decide(id, elsewhere)).rejects.toMatchObject(refused('ledger.approval_changed'));
      expect((await decide(id, waiting)).state).toBe('done');
    }
    const hashes = await clerk.told(
      `select request, request_sha256 as hash from approval_request where state = 'approved'`,
    );
    expect(hashes).toHaveLength(200);
    for (const { request, hash } of hashes)
      expect(createHash('sha256').update(String(request), 'utf8').digest('hex')).toBe(hash);
  }, 60_000);

  test('finds it withdrawn when the books changed meanwhile', async () => {
    const id = randomUUID();
    const request = off('F-1', '1000.00', '1.01');
    const waiting = await clerk.ask('write_off', request, id);
    await clerk.ask('settle_payment', settled('P-150', 'F-1', '1000.00', '150.00'));
    await expect(decide(id, waiting)).rejects.toMatchObject(refused('ledger.stale'));
    expect(await clerk.ask('write_off', request, id)).toEqual({ state: 'withdrawn' });
  });

  test('is missed by the proof when a command was carried out without', async () => {
    const done = await clerk.askWithTwo('set_tolerances', limits());
    expect(done.state).toBe('done');
    const forge = (to: string, from: string) =>
      database.ownerPool.query(`begin; set local app.ledger_id = ${books};
        update command set request_sha256 = '${to}' where request_sha256 = '${from}'; commit`);
    const [command] = await clerk.told('select request_sha256 as hash from command');
    const hash = String(command?.['hash']);
    await forge('0'.repeat(64), hash);
    const { violations } = await verifyLedger(database.pool, books);
    expect(violations).toMatchObject([{ equation: 'audit_chain_whole', off: 'set_tolerances' }]);
    await forge(hash, '0'.repeat(64));
  });

  test('does not lift the limits that are nobody’s to lift', async () => {
    const id = randomUUID();
    const waiting = await clerk.ask('write_off', off('F-1', '1000.00', '5.00'), id);
    await clerk.askWithTwo('set_tolerances', limits({ writeOff: '4.99', writeOffMonthly: '10.00' }));
    await expect(decide(id, waiting)).rejects.toMatchObject(over('amount'));
  });
});

describe('a closed period', () => {
  const close = (through: string) => clerk.ask('close_period', { closedThrough: through as never });

  test('only grows, and only over days that are over', async () => {
    await close('2026-03-30');
    for (const through of ['2026-03-30', '2026-03-29', '2026-03-31', '2027-01-01'])
      await expect(close(through)).rejects.toMatchObject(refused('ledger.period_not_forward'));
    await expect(close('2026-02-30')).rejects.toMatchObject(refused('ledger.date_invalid'));
  });

  test('has nothing dated in it, whoever agrees; a group that is not whole is nobody’s letter yet', async () => {
    const whole = await clerk.ask('settle_payment', settled('P-1000', 'F-1', '1000.00', '1000.00'));
    const part = await clerk.ask('settle_payment', settled('P-150', 'F-2', '1000.00', '150.00'));
    await close('2026-03-20');
    expect(await clerk.ask('reverse_posting', { postingId: answered(part, 'postingId') })).toMatchObject({
      state: 'done',
    });
    await clerk.askWithTwo('reverse_posting', { postingId: answered(whole, 'postingId') });
    await clerk.ask('settle_payment', settled('P-150', 'F-2', '1000.00', '150.00', 3));
    const dates = await clerk.told(`select posting_date::text as date from posting where source = 'command'
      order by posting_date`);
    expect(dates.map(({ date }) => date)).toEqual([
      '2026-03-12',
      '2026-03-12',
      '2026-03-21',
      '2026-03-21',
      '2026-03-21',
    ]);
  });
});

describe('a payer', () => {
  const customerId = (): CustomerId => customerIdOf(books, 'C1');
  const known = () => clerk.told('select value, confirmed_count as count from payer_alias');

  test('is learned by two, and counts up alone from then on', async () => {
    const learning = { ...settled('P-150', 'F-3', '150.00', '150.00'), learnPayer: true };
    expect(await clerk.ask('settle_payment', learning)).toMatchObject({ outcome: { unconfirmed: [customerId()] } });
    expect(await known()).toEqual([]);
    await clerk.askWithTwo('confirm_payer', { customerId: customerId(), iban: `${iban.slice(0, 4)} ${iban.slice(4)}` });
    expect(await known()).toEqual([{ value: iban, count: 1 }]);
    const again = { ...settled('P-1000', 'F-1', '1000.00', '1000.00'), learnPayer: true };
    expect(await clerk.ask('settle_payment', again)).toMatchObject({ outcome: { unconfirmed: [] } });
    expect(await known()).toEqual([{ value: iban, count: 2 }]);
  });

  test('has an IBAN that checks, and a customer that is there', async () => {
    const wrong = clerk.ask('confirm_payer', { customerId: customerId(), iban: iban.replace('14', '15') });
    await expect(wrong).rejects.toMatchObject(refused('ledger.iban_invalid'));
    const nobody = clerk.ask('confirm_payer', { customerId: randomUUID() as CustomerId, iban });
    await expect(nobody).rejects.toMatchObject(refused('ledger.not_found'));
    const gone = clerk.ask('write_off', { openItemId: randomUUID() as OpenItemId, residual: '1.00', amount: '1.00' });
    await expect(gone).rejects.toMatchObject(refused('ledger.not_found'));
  });
});
