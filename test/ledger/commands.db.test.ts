/** What people do with payments and items: booked once, lettered, taken back; the books prove themselves after each. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Command, CommandKind, CommandRequests } from '../../src/domain/command.ts';
import type { CustomerId, LedgerId, OpenItemId, PaymentId } from '../../src/domain/ids.ts';
import { carryOut, type CommandResult } from '../../src/ledger/commands/carry-out.ts';
import { customerIdOf } from '../../src/ledger/commands/import-customers.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { act, enterItems, openBooks, publishPayments, readNames, type Names } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('commands');
afterAll(() => database.drop());

let ledgerCount = 0;
let books: LedgerId;
let names: Names;

beforeEach(async () => {
  ledgerCount += 1;
  const account = `ACCOUNT${ledgerCount}`;
  books = await openBooks(database.pool, `commands-${ledgerCount}`, account);
  await enterItems(database.pool, books, [
    { number: 'F-1', customer: 'C1', amount: '100.00' },
    { number: 'F-2', customer: 'C1', amount: '50.00' },
    { number: 'N-1', customer: 'C1', amount: '20.00', kind: 'credit_note' },
    { number: 'G-1', customer: 'C2', amount: '70.00' },
  ]);
  const statement = { account, content: `commands ${ledgerCount}`, opening: '0.00', closedOn: '2026-03-02' };
  await publishPayments(database.pool, books, statement, [
    { name: 'P-130', amount: '130.00', bookedOn: '2026-03-02' },
    { name: 'P-200', amount: '200.00', bookedOn: '2026-03-02' },
    { name: 'P-60', amount: '60.00', bookedOn: '2026-03-02' },
    { name: 'P-OUT', amount: '5.00', side: 'debit', bookedOn: '2026-03-02' },
  ]);
  names = await readNames(database.pool, books);
});

afterEach(async () => {
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});

const item = (number: string): OpenItemId => names.item(number);
const payment = (name: string): PaymentId => names.payment(name);

const ask = <Kind extends CommandKind>(kind: Kind, request: CommandRequests[Kind], id: string = randomUUID()) =>
  carryOut(database.pool, books, { id, kind, request, reason: 'a test' } as Command, act);

const told = async (sql: string): Promise<readonly Record<string, unknown>[]> =>
  (await inLedger(database.pool, books, (tx) => tx.query<Record<string, unknown>>(sql))).rows;
const residuals = async () =>
  Object.fromEntries(
    (await told('select document_number as number, residual_minor::int as residual from open_item order by 1')).map(
      (row) => [row['number'], row['residual']],
    ),
  );

const line = (number: string, residual: string, cleared: string) => ({ openItemId: item(number), residual, cleared });
const use = (name: string, settled: readonly ReturnType<typeof line>[]): CommandRequests['settle_payment'] => ({
  paymentId: payment(name),
  version: 1,
  parts: [{ use: 'items', lines: settled }],
});
const postingOf = (result: CommandResult): string =>
  result.state === 'done' ? (result.outcome as { postingId: string }).postingId : '';
const codes = () =>
  told(`select l.code_number, v.kind from lettering l join lettering_event v on v.lettering_id = l.id
    order by l.code_number, v.event_index`);
const lines = `select l.account, c.code, l.side, l.amount_minor::int as minor from posting_line l
  join posting p on p.id = l.posting_id left join customer c on c.id = l.customer_id
  where p.source = 'command' order by account, code, minor desc`;

describe('a payment is settled', () => {
  test('over two invoices less a credit note, in one group', async () => {
    const result = await ask('settle_payment', {
      paymentId: payment('P-130'),
      version: 1,
      parts: [
        {
          use: 'items',
          lines: [
            { openItemId: item('F-1'), residual: '100.00', cleared: '100.00' },
            { openItemId: item('F-2'), residual: '50.00', cleared: '50.00' },
            { openItemId: item('N-1'), residual: '20.00', cleared: '20.00' },
          ],
        },
      ],
    });
    expect(result.state).toBe('done');
    expect(await residuals()).toMatchObject({ 'F-1': 0, 'F-2': 0, 'N-1': 0 });
    expect(await told('select kind, lettering_date from lettering_event')).toEqual([
      { kind: 'lettered', lettering_date: '2026-03-02' },
    ]);
  });

  test('partly, and the second payment joins the group under the same code, now upper case', async () => {
    await ask('settle_payment', use('P-60', [line('F-1', '100.00', '60.00')]));
    expect(await codes()).toEqual([{ code_number: 1, kind: 'partly_lettered' }]);
    await ask('settle_payment', use('P-130', [line('F-1', '40.00', '40.00'), line('F-2', '50.00', '50.00')]));
    expect(await residuals()).toMatchObject({ 'F-1': 0, 'F-2': 0 });
    expect(await codes()).toEqual([
      { code_number: 1, kind: 'partly_lettered' },
      { code_number: 1, kind: 'lettered' },
    ]);
  });

  test('ties two groups together under the older code', async () => {
    await ask('settle_payment', use('P-60', [line('F-1', '100.00', '30.00')]));
    await ask('settle_payment', use('P-130', [line('F-2', '50.00', '10.00')]));
    await ask('settle_payment', use('P-200', [line('F-1', '70.00', '70.00'), line('F-2', '40.00', '40.00')]));
    expect(await codes()).toEqual([
      { code_number: 1, kind: 'partly_lettered' },
      { code_number: 1, kind: 'lettered' },
      { code_number: 2, kind: 'partly_lettered' },
      { code_number: 2, kind: 'unlettered' },
    ]);
  });

  test('over several customers, the rest on account, a part classified: nothing of it is left', async () => {
    await ask('settle_payment', {
      paymentId: payment('P-200'),
      version: 1,
      parts: [
        { use: 'items', lines: [line('F-1', '100.00', '100.00'), line('G-1', '70.00', '70.00')] },
        { use: 'on_account', customerId: customerIdOf(books, 'C2'), amount: '25.00' },
        { use: 'not_receivable', purpose: 'other', amount: '5.00' },
      ],
    });
    expect(await told(`select status, unapplied_minor::int from payment where amount_minor = 20000`)).toEqual([
      { status: 'applied', unapplied_minor: 0 },
    ]);
    expect(await told(lines)).toEqual([
      { account: '411', code: 'C1', side: 'credit', minor: 10000 },
      { account: '411', code: 'C2', side: 'credit', minor: 7000 },
      { account: '411', code: 'C2', side: 'credit', minor: 2500 },
      { account: '467', code: null, side: 'credit', minor: 500 },
      { account: '471', code: null, side: 'debit', minor: 10000 },
      { account: '471', code: null, side: 'debit', minor: 7000 },
      { account: '471', code: null, side: 'debit', minor: 2500 },
      { account: '471', code: null, side: 'debit', minor: 500 },
    ]);
  });

  test('and money on account pays an invoice later, without moving money again', async () => {
    const customerId = customerIdOf(books, 'C2');
    await ask('settle_payment', {
      paymentId: payment('P-60'),
      version: 1,
      parts: [{ use: 'on_account', customerId, amount: '60.00' }],
    });
    const [own] = await told(`select id from open_item where kind = 'on_account'`);
    const openItemId = own?.['id'] as OpenItemId;
    await ask('net_items', {
      lines: [
        { openItemId, residual: '60.00', cleared: '60.00' },
        { openItemId: item('G-1'), residual: '70.00', cleared: '60.00' },
      ],
    });
    expect(await residuals()).toMatchObject({ 'G-1': 1000 });
  });
});

describe('what was done is taken back', () => {
  test('whole: what is left of the group is lettered again under a new code', async () => {
    const first = await ask('settle_payment', use('P-60', [line('F-1', '100.00', '60.00')]));
    const second = await ask(
      'settle_payment',
      use('P-130', [line('F-1', '40.00', '40.00'), line('F-2', '50.00', '50.00')]),
    );
    await ask('reverse_posting', { postingId: postingOf(first) });
    expect(await residuals()).toMatchObject({ 'F-1': 6000, 'F-2': 0 });
    expect((await codes()).slice(2)).toEqual([
      { code_number: 1, kind: 'unlettered' },
      { code_number: 2, kind: 'partly_lettered' },
      { code_number: 3, kind: 'lettered' },
    ]);
    expect(await told(`select status, review_reason from payment where amount_minor = 6000`)).toEqual([
      { status: 'in_review', review_reason: 'taken_back' },
    ]);
    await ask('reverse_posting', { postingId: postingOf(second) });
    expect(await residuals()).toMatchObject({ 'F-1': 10000, 'F-2': 5000 });
  });

  test('with the money that it put on account, unless that was used', async () => {
    const customerId = customerIdOf(books, 'C2');
    const put = await ask('settle_payment', {
      paymentId: payment('P-60'),
      version: 1,
      parts: [{ use: 'on_account', customerId, amount: '60.00' }],
    });
    await ask('reverse_posting', { postingId: postingOf(put) });
    expect(await told(`select residual_minor::int from open_item where kind = 'on_account'`)).toEqual([
      { residual_minor: 0 },
    ]);
    const again = ask('reverse_posting', { postingId: postingOf(put) });
    await expect(again).rejects.toMatchObject({ refusal: { code: 'ledger.posting_not_reversible' } });
  });
});

describe('a command', () => {
  test('given again with the same id answers the same and books nothing', async () => {
    const id = randomUUID();
    const first = await ask('settle_payment', use('P-60', [line('F-1', '100.00', '60.00')]), id);
    expect(await ask('settle_payment', use('P-60', [line('F-1', '100.00', '60.00')]), id)).toEqual(first);
    expect(await residuals()).toMatchObject({ 'F-1': 4000 });
    const other = ask('settle_payment', use('P-60', [line('F-2', '50.00', '50.00')]), id);
    await expect(other).rejects.toMatchObject({ refusal: { code: 'ledger.command_reused' } });
  });

  test('that saw older books is refused, with what stands', async () => {
    await ask('settle_payment', use('P-60', [line('F-1', '100.00', '10.00')]));
    const stale = ask('settle_payment', use('P-60', [line('F-2', '50.00', '50.00')]));
    await expect(stale).rejects.toMatchObject({ refusal: { code: 'ledger.stale', details: { unapplied: '5000' } } });
    const staleItem = ask('settle_payment', use('P-130', [line('F-1', '100.00', '10.00')]));
    await expect(staleItem).rejects.toMatchObject({ refusal: { code: 'ledger.stale' } });
  });

  test('never takes more than there is', async () => {
    const overpaid = ask('settle_payment', use('P-200', [line('F-1', '100.00', '100.01')]));
    await expect(overpaid).rejects.toMatchObject({ refusal: { code: 'ledger.item_overpaid' } });
    const overdrawn = ask('settle_payment', use('P-60', [line('F-1', '100.00', '60.01')]));
    await expect(overdrawn).rejects.toMatchObject({ refusal: { code: 'ledger.payment_overdrawn' } });
  });

  test('is refused when it does not add up, or mixes what does not belong together', async () => {
    const refusal = (code: string) => ({ refusal: { code } });
    const nothing = ask('settle_payment', use('P-60', [line('F-1', '100.00', '0.00')]));
    await expect(nothing).rejects.toMatchObject(refusal('ledger.amount_invalid'));
    const off = { openItemId: item('F-1'), residual: '100.00', cleared: '10.00' };
    const unbalanced = ask('net_items', {
      lines: [off, { ...off, openItemId: item('N-1'), residual: '20.00', cleared: '9.99' }],
    });
    await expect(unbalanced).rejects.toMatchObject(refusal('ledger.settlement_unbalanced'));
    const mixed = ask('net_items', { lines: [off, { ...off, openItemId: item('G-1'), residual: '70.00' }] });
    await expect(mixed).rejects.toMatchObject(refusal('ledger.several_customers'));
    await enterItems(database.pool, books, [{ number: 'D-1', customer: 'C1', amount: '60.00', currency: 'USD' }]);
    names = await readNames(database.pool, books);
    const dollars = ask('settle_payment', use('P-60', [line('D-1', '60.00', '60.00')]));
    await expect(dollars).rejects.toMatchObject(refusal('ledger.currencies_mixed'));
    const outgoing = ask('settle_payment', {
      paymentId: payment('P-OUT'),
      version: 1,
      parts: [{ use: 'on_account', customerId: customerIdOf(books, 'C1'), amount: '5.00' }],
    });
    await expect(outgoing).rejects.toMatchObject(refusal('ledger.side_mismatch'));
    const stranger = ask('settle_payment', {
      paymentId: payment('P-60'),
      version: 1,
      parts: [{ use: 'on_account', customerId: randomUUID() as CustomerId, amount: '5.00' }],
    });
    await expect(stranger).rejects.toMatchObject(refusal('ledger.not_found'));
  });

  test('that something later counts on is not taken back before that', async () => {
    const customerId = customerIdOf(books, 'C2');
    const put = await ask('settle_payment', {
      paymentId: payment('P-60'),
      version: 1,
      parts: [{ use: 'on_account', customerId, amount: '60.00' }],
    });
    const [own] = await told(`select id from open_item where kind = 'on_account'`);
    const netted = await ask('net_items', {
      lines: [
        { openItemId: own?.['id'] as OpenItemId, residual: '60.00', cleared: '60.00' },
        { openItemId: item('G-1'), residual: '70.00', cleared: '60.00' },
      ],
    });
    const tooEarly = ask('reverse_posting', { postingId: postingOf(put) });
    await expect(tooEarly).rejects.toMatchObject({ refusal: { code: 'ledger.posting_built_on' } });
    await ask('reverse_posting', { postingId: postingOf(netted) });
    await ask('reverse_posting', { postingId: postingOf(put) });
    expect(await residuals()).toMatchObject({ 'G-1': 7000 });
  });
});
