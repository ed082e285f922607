/** What the bank gives and takes back of direct debits: found by its references, taken back once, nothing else touched. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { CollectionRow } from '../../src/domain/collection.ts';
import type { Command, CommandKind, CommandRequests } from '../../src/domain/command.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { addDays } from '../../src/domain/local-date.ts';
import { formatDecimal, money } from '../../src/domain/money.ts';
import { applyReturns } from '../../src/ledger/commands/apply-returns.ts';
import { carryOut, type CommandResult } from '../../src/ledger/commands/carry-out.ts';
import { customerIdOf } from '../../src/ledger/commands/import-customers.ts';
import { importCollection } from '../../src/ledger/commands/import-collections.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import {
  act,
  day,
  enterItems,
  euros,
  openBooks,
  publishPayments,
  readNames,
  type ItemSpec,
  type PaymentSpec,
} from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';
import { random } from '../support/random.ts';

const database = await createTestDatabase('returns');
afterAll(() => database.drop());

const { currency } = euros('1.00');
let ledgerCount = 0;
let books: LedgerId;
let account: string;
let balanceMinor: bigint;

beforeEach(async () => {
  ledgerCount += 1;
  account = `ACCOUNT${ledgerCount}`;
  balanceMinor = 0n;
  books = await openBooks(database.pool, `returns-${ledgerCount}`, account);
});

const decimal = (minor: bigint): string => formatDecimal(money(minor, currency));
const told = async (sql: string): Promise<readonly Record<string, unknown>[]> =>
  (await inLedger(database.pool, books, (tx) => tx.query<Record<string, unknown>>(sql))).rows;
const violations = async () => (await verifyLedger(database.pool, books)).violations;
const applyNow = () => applyReturns(database.pool, books, currency, act.now);

async function publish(closedOn: string, payments: readonly PaymentSpec[], times = 1): Promise<void> {
  const opening = decimal(balanceMinor);
  for (let time = 0; time < times; time += 1)
    await publishPayments(
      database.pool,
      books,
      { account, content: `${account} ${closedOn}`, opening, closedOn },
      payments,
    );
  for (const { amount, side } of payments)
    balanceMinor += side === 'debit' ? -euros(amount).minor : euros(amount).minor;
}

const debit = (documentNumber: string, customerCode: string, amount: string, endToEndId: string): CollectionRow => ({
  reference: 'SDD-2026-03',
  collectionDate: day('2026-03-02'),
  scheme: 'core',
  currency,
  endToEndId,
  mandateId: `MANDATE-${customerCode}`,
  customerCode,
  documentNumber,
  amountMinor: euros(amount).minor,
  controlMinor: null,
});
const collect = (rows: readonly CollectionRow[]) =>
  importCollection(
    database.pool,
    books,
    rows[0]?.reference ?? '',
    rows.map((row, index) => ({ line: index + 2, row })),
    act,
  );

let commandCount = 0;
const ask = <Kind extends CommandKind>(kind: Kind, request: CommandRequests[Kind]) => {
  commandCount += 1;
  const id = `00000000-0000-8000-8000-${String(commandCount).padStart(12, '0')}`;
  return carryOut(database.pool, books, { id, kind, request, reason: 'a test' } as Command, act);
};
const postingOf = (result: CommandResult): string =>
  result.state === 'done' ? (result.outcome as { postingId: string }).postingId : '';

describe('a batch of 500 direct debits of which 37 come back for 9 reasons', () => {
  const reasons = ['AC01', 'AC04', 'AC06', 'AG01', 'AM04', 'MD01', 'MD06', 'MS02', 'MS03'];
  const invoices = Array.from({ length: 500 }, (_, index) => ({
    number: `FA-${String(index).padStart(4, '0')}`,
    // Some customers have one debit in the batch, some have seven.
    customer: `C${(index * index) % 150}`,
    amount: `${100 + index}.${String(index % 100).padStart(2, '0')}`,
    due: addDays(day('2026-01-05'), index % 60),
  }));

  test.each(['in order', 'shuffled 1', 'shuffled 2', 'shuffled 3'])(
    'leaves 463 invoices lettered and opens 37 with their due dates: %s',
    async (seed) => {
      const { shuffled, pick } = random(seed);
      await enterItems(database.pool, books, invoices satisfies readonly ItemSpec[]);
      await collect(invoices.map(({ number, customer, amount }) => debit(number, customer, amount, `E2E-${number}`)));
      const batchMinor = invoices.reduce((sum, { amount }) => sum + euros(amount).minor, 0n);
      const batch = { reference: 'SDD-2026-03', count: 500 };
      await publish('2026-03-02', [{ name: 'batch', amount: decimal(batchMinor), bookedOn: '2026-03-02', batch }]);
      expect(await applyNow(), seed).toEqual({ collectedCount: 1, returnedCount: 0, leftCount: 0 });

      const returned = shuffled(invoices).slice(0, 37);
      const specs = returned.map(({ number, amount }, index): PaymentSpec => {
        // Every third bank takes its fee out of the same amount.
        const taken = decimal(euros(amount).minor + (index % 3 === 0 ? 850n : 0n));
        const why = reasons[index % reasons.length] ?? pick(reasons);
        return { name: `E2E-${number}`, amount: taken, side: 'debit', bookedOn: '2026-03-05', returned: why };
      });
      const ordered = seed === 'in order' ? specs : shuffled(specs);
      const days = ['2026-03-05', '2026-03-06', '2026-03-09'];
      for (const [index, closedOn] of days.entries()) {
        const part = ordered.slice(index * 13, (index + 1) * 13).map((spec) => ({ ...spec, bookedOn: closedOn }));
        await publish(closedOn, part, 2);
        expect(await applyNow(), seed).toEqual({ collectedCount: 0, returnedCount: part.length, leftCount: 0 });
        expect(await applyNow(), seed).toEqual({ collectedCount: 0, returnedCount: 0, leftCount: 0 });
      }

      const open = await told(
        `select document_number as number, residual_minor = amount_minor as whole, due_date as due from open_item
         where residual_minor > 0 order by 1`,
      );
      expect(open, seed).toEqual(
        returned
          .map(({ number, due }) => ({ number, whole: true, due }))
          .toSorted((a, b) => (a.number < b.number ? -1 : 1)),
      );
      const letters = `select count(distinct a.open_item_id)::int as lettered from allocation a
        join open_item i on i.id = a.open_item_id and i.residual_minor = 0`;
      expect(await told(letters), seed).toEqual([{ lettered: 463 }]);
      expect(
        await told(`select (select sum(case side when 'credit' then -amount_minor else amount_minor end)
            from posting_line where account = '411')::text as posted,
          (select sum(residual_minor) - sum(amount_minor) from open_item)::text as cleared`),
        seed,
      ).toEqual([
        {
          posted: String(returned.reduce((sum, { amount }) => sum + euros(amount).minor, 0n) - batchMinor),
          cleared: String(returned.reduce((sum, { amount }) => sum + euros(amount).minor, 0n) - batchMinor),
        },
      ]);
      expect(
        await told(`select max(count)::int as most from (select count(*) from lettering_event
          where kind = 'unlettered' group by lettering_id) each`),
        seed,
      ).toEqual([{ most: 1 }]);
      expect(await told(`select sum(amount_minor)::int as fees from posting_line where account = '627'`)).toEqual([
        { fees: 13 * 850 },
      ]);
      expect(await violations(), seed).toEqual([]);
    },
    60_000,
  );
});

describe('a returned debit', () => {
  const debits = [
    debit('F-1', 'C1', '100.00', 'E2E-1'),
    debit('F-2', 'C1', '50.00', 'E2E-2'),
    debit('F-3', 'C2', '70.00', 'E2E-3'),
  ];
  const batch = { reference: 'SDD-2026-03', count: 3 };
  const credited: PaymentSpec = { name: 'batch', amount: '220.00', bookedOn: '2026-03-02', batch };
  const cameBack = (name: string, amount: string, returned = 'AM04', bookedOn = '2026-03-06'): PaymentSpec => ({
    name,
    endToEndId: name.split('/')[0] ?? name,
    amount,
    side: 'debit',
    bookedOn,
    returned,
  });
  const residuals = async () =>
    (await told('select residual_minor::int as minor from open_item order by document_number')).map(
      (row) => row['minor'],
    );

  beforeEach(async () => {
    await enterItems(database.pool, books, [
      { number: 'F-1', customer: 'C1', amount: '100.00', due: '2026-02-20' },
      { number: 'F-2', customer: 'C1', amount: '50.00' },
      { number: 'F-3', customer: 'C2', amount: '70.00' },
    ]);
    expect(await collect(debits)).toEqual({ added: 3, unchanged: 0, refused: [] });
  });

  test('of a customer with two leaves the other lettered, under a new code', async () => {
    await publish('2026-03-02', [credited]);
    await publish('2026-03-06', [cameBack('E2E-1', '100.00')]);
    expect(await applyNow()).toEqual({ collectedCount: 1, returnedCount: 1, leftCount: 0 });
    expect(await residuals()).toEqual([10_000, 0, 0]);
    expect(
      await told(`select l.code_number as code, v.kind, v.reason, v.actor from lettering l
        join lettering_event v on v.lettering_id = l.id join customer c on c.id = l.customer_id
        where c.code = 'C1' order by 1, v.event_index`),
    ).toEqual([
      { code: 1, kind: 'lettered', reason: 'collected', actor: 'engine' },
      { code: 1, kind: 'unlettered', reason: 'returned', actor: 'engine' },
      { code: 2, kind: 'lettered', reason: 'returned', actor: 'engine' },
    ]);
    expect(await violations()).toEqual([]);
  });

  test('waits until the collection is booked, and is then taken back', async () => {
    await publish('2026-03-06', [cameBack('E2E-1', '100.00')]);
    expect(await applyNow()).toEqual({ collectedCount: 0, returnedCount: 0, leftCount: 0 });
    await publish('2026-03-09', [{ ...credited, bookedOn: '2026-03-09' }]);
    expect(await applyNow()).toEqual({ collectedCount: 1, returnedCount: 1, leftCount: 0 });
    expect(await violations()).toEqual([]);
  });

  test('comes back once: a second return of the same debit is left to people', async () => {
    await publish('2026-03-02', [credited]);
    await publish('2026-03-06', [cameBack('E2E-1', '100.00'), cameBack('E2E-1/again', '100.00')]);
    expect(await applyNow()).toEqual({ collectedCount: 1, returnedCount: 1, leftCount: 1 });
    expect(await residuals()).toEqual([10_000, 0, 0]);
    expect(await applyNow()).toEqual({ collectedCount: 0, returnedCount: 0, leftCount: 0 });
    const [waiting] = await told(`select p.id, p.version, o.reverses_posting_id as posting from payment p, posting o
      where p.side = 'debit' and p.unapplied_minor > 0 and o.reverses_posting_id is not null`);
    const again = ask('return_payment', {
      paymentId: waiting?.['id'] as CommandRequests['return_payment']['paymentId'],
      version: waiting?.['version'] as number,
      postingId: waiting?.['posting'] as string,
      lines: [{ openItemId: (await readNames(database.pool, books)).item('F-1'), amount: '100.00' }],
    });
    await expect(again).rejects.toMatchObject({ refusal: { code: 'ledger.return_exceeds', details: { left: '0' } } });
    expect(await violations()).toEqual([]);
  });

  test('is found in a batch that a person applied, customer by customer', async () => {
    await publish('2026-03-02', [{ ...credited, batch: { reference: 'UNKNOWN', count: 3 } }]);
    const [payment] = await told('select id from payment');
    const paymentId = payment?.['id'] as CommandRequests['settle_payment']['paymentId'];
    const { item } = await readNames(database.pool, books);
    const line = (number: string, amount: string) => ({ openItemId: item(number), residual: amount, cleared: amount });
    const use = (version: number, lines: readonly ReturnType<typeof line>[]) =>
      ask('settle_payment', { paymentId, version, parts: [{ use: 'items', lines }] });
    expect(await applyNow()).toEqual({ collectedCount: 0, returnedCount: 0, leftCount: 0 });
    await use(1, [line('F-1', '100.00'), line('F-2', '50.00')]);
    await use(2, [line('F-3', '70.00')]);
    await publish('2026-03-06', [cameBack('E2E-3', '70.00', 'MD01'), cameBack('E2E-2', '50.00', 'MS03')]);
    expect(await applyNow()).toMatchObject({ returnedCount: 2 });
    expect(await residuals()).toEqual([0, 5_000, 7_000]);
    expect(await violations()).toEqual([]);
  });

  test('without its end-to-end id is found by its mandate, unless the mandate has two that it could be', async () => {
    await publish('2026-03-02', [credited]);
    const unnamed = (name: string, mandate: string, amount: string): PaymentSpec => ({
      ...cameBack(name, amount),
      endToEndId: null,
      mandate,
    });
    await publish('2026-03-06', [unnamed('one', 'MANDATE-C2', '70.00'), unnamed('other', 'MANDATE-C9', '50.00')]);
    expect(await applyNow()).toEqual({ collectedCount: 1, returnedCount: 1, leftCount: 0 });
    expect(await residuals()).toEqual([0, 0, 7_000]);
    // 100.00 and 50.00 were collected under it: the amount says which, the fee of a bank included.
    await publish('2026-03-07', [unnamed('third', 'MANDATE-C1', '50.00')]);
    expect(await applyNow()).toMatchObject({ returnedCount: 1 });
    expect(await residuals()).toEqual([0, 5_000, 7_000]);
    expect(await violations()).toEqual([]);
  });

  test('takes nothing of a transfer that paid the same invoice', async () => {
    await publish('2026-03-02', [{ name: 'transfer', amount: '100.00', bookedOn: '2026-03-02' }]);
    const { item, payment } = await readNames(database.pool, books);
    await ask('settle_payment', {
      paymentId: payment('transfer'),
      version: 1,
      parts: [{ use: 'items', lines: [{ openItemId: item('F-1'), residual: '100.00', cleared: '100.00' }] }],
    });
    await publish('2026-03-06', [cameBack('E2E-1', '100.00')]);
    expect(await applyNow()).toEqual({ collectedCount: 0, returnedCount: 0, leftCount: 0 });
    expect(await residuals()).toEqual([0, 5_000, 7_000]);
  });

  test('of a closed period is booked on the first open day', async () => {
    await publish('2026-03-02', [credited]);
    await applyNow();
    await inLedger(database.pool, books, (tx) =>
      tx.query(
        `insert into period_close (ledger_id, closed_through, command_id, closed_at)
         values ($1, '2026-12-31', '00000000-0000-8000-8000-00000000aaaa', $2)`,
        [books, act.now],
      ),
    );
    await publish('2026-03-06', [cameBack('E2E-3', '70.00', 'MD01')]);
    expect(await applyNow()).toMatchObject({ returnedCount: 1 });
    expect(
      await told(`select o.posting_date as day, i.due_date as due from posting o, open_item i
        where o.reverses_posting_id is not null and i.document_number = 'F-3'`),
    ).toEqual([{ day: '2027-01-01', due: '2026-03-15' }]);
    expect(await violations()).toEqual([]);
  });

  test('keeps the posting that it took from: a person can not take that back whole any more', async () => {
    await publish('2026-03-02', [credited]);
    await publish('2026-03-06', [cameBack('E2E-1', '100.00')]);
    await applyNow();
    const [posting] = await told('select reverses_posting_id as id from posting where reverses_posting_id is not null');
    const reversed = ask('reverse_posting', { postingId: posting?.['id'] as string });
    await expect(reversed).rejects.toMatchObject({ refusal: { code: 'ledger.posting_not_reversible' } });
    expect(await residuals()).toEqual([10_000, 0, 0]);
  });

  describe('by mistake', () => {
    const returnPosting = async () =>
      String((await told(`select id from posting where label = 'returned' order by posting_date, id`))[0]?.['id']);
    const takeBack = async (postingId: string) => postingOf(await ask('reverse_posting', { postingId }));

    test('is taken back: the invoice is paid as it was, under one letter with the rest, and the fee is gone', async () => {
      await publish('2026-03-02', [credited]);
      await publish('2026-03-06', [cameBack('E2E-1', '108.50')]);
      await applyNow();
      expect(await residuals()).toEqual([10_000, 0, 0]);
      await takeBack(await returnPosting());
      expect(await residuals()).toEqual([0, 0, 0]);
      expect(
        await told(`select i.document_number as number, i.due_date as due, a.amount_minor::int as minor, o.label
          from allocation a join open_item i on i.id = a.open_item_id join posting o on o.id = a.posting_id
          where i.document_number = 'F-1' order by case o.label when 'collected' then 1 when 'returned' then 2 else 3 end`),
      ).toEqual([
        { number: 'F-1', due: '2026-02-20', minor: 10_000, label: 'collected' },
        { number: 'F-1', due: '2026-02-20', minor: -10_000, label: 'returned' },
        { number: 'F-1', due: '2026-02-20', minor: 10_000, label: 'taken_back' },
      ]);
      expect(
        await told(`select l.code_number as code, v.kind, v.reason from lettering l
          join lettering_event v on v.lettering_id = l.id join customer c on c.id = l.customer_id
          where c.code = 'C1' order by 1, v.event_index`),
      ).toEqual([
        { code: 1, kind: 'lettered', reason: 'collected' },
        { code: 1, kind: 'unlettered', reason: 'returned' },
        { code: 2, kind: 'lettered', reason: 'returned' },
        { code: 2, kind: 'lettered', reason: 'taken_back' },
      ]);
      expect(
        await told(`select sum(case side when 'debit' then amount_minor else -amount_minor end)::int as fees
          from posting_line where account = '627'`),
      ).toEqual([{ fees: 0 }]);
      expect(
        await told(`select unapplied_minor::int as left, review_reason from payment where side = 'debit'`),
      ).toEqual([{ left: 10_850, review_reason: 'taken_back' }]);
      expect(await violations()).toEqual([]);
      // What a person took back, the engine does not do again.
      expect(await applyNow()).toEqual({ collectedCount: 0, returnedCount: 0, leftCount: 0 });
    });

    test('booked by a person is left to people as well, who may book it right', async () => {
      await publish('2026-03-02', [credited]);
      await applyNow();
      await publish('2026-03-06', [cameBack('E2E-2', '50.00')]);
      const { item, payment } = await readNames(database.pool, books);
      const [collected] = await told(`select id from posting where label = 'collected'`);
      const posting = { paymentId: payment('E2E-2'), postingId: collected?.['id'] as string };
      const back = (number: string, version: number) =>
        ask('return_payment', { ...posting, version, lines: [{ openItemId: item(number), amount: '50.00' }] });
      await back('F-1', 1);
      await takeBack(await returnPosting());
      expect(await applyNow()).toMatchObject({ returnedCount: 0 });
      expect(await residuals()).toEqual([0, 0, 0]);
      await back('F-2', 3);
      expect(await residuals()).toEqual([0, 5_000, 0]);
      expect(await violations()).toEqual([]);
    });

    test('takes its own dispute along, and leaves an older one', async () => {
      await ask('set_dispute_reason', { code: 'quality', category: 'B', label: 'Quality' });
      await publish('2026-03-02', [{ name: 'cheque', amount: '60.00', bookedOn: '2026-03-02' }]);
      await publish('2026-03-06', [cameBack('back', '60.00', 'MD06')]);
      const { item, payment } = await readNames(database.pool, books);
      const openItemId = item('F-1');
      const paid = await ask('settle_payment', {
        paymentId: payment('cheque'),
        version: 1,
        parts: [{ use: 'items', lines: [{ openItemId, residual: '100.00', cleared: '60.00' }] }],
      });
      await ask('open_dispute', {
        openItemId,
        residual: '40.00',
        amount: '40.00',
        openedFrom: 'residual',
        category: 'B',
        reasonCode: 'quality',
      });
      await ask('return_payment', {
        paymentId: payment('back'),
        version: 1,
        postingId: postingOf(paid),
        lines: [{ openItemId, amount: '60.00' }],
      });
      const disputes = () =>
        told(`select reason_code as reason, state, resolution, amount_minor::int as minor from dispute order by 1`);
      const quality = { reason: 'quality', state: 'open', resolution: null, minor: 4_000 };
      const contested = { reason: 'debit_contested', state: 'open', resolution: null, minor: 6_000 };
      expect(await disputes()).toEqual([contested, quality]);
      await takeBack(await returnPosting());
      expect(await disputes()).toEqual([{ ...contested, state: 'resolved', resolution: 'payment' }, quality]);
      expect(await violations()).toEqual([]);
    });

    test('is not taken back over what came after it, nor twice; what took it back is done anew instead', async () => {
      await publish('2026-03-02', [credited]);
      await publish('2026-03-06', [cameBack('E2E-1', '100.00')]);
      await applyNow();
      const postingId = await returnPosting();
      await publish('2026-03-09', [{ name: 'again', amount: '60.00', bookedOn: '2026-03-09' }]);
      const { item, payment } = await readNames(database.pool, books);
      const lines = [{ openItemId: item('F-1'), residual: '100.00', cleared: '60.00' }];
      const paid = await ask('settle_payment', {
        paymentId: payment('again'),
        version: 1,
        parts: [{ use: 'items', lines }],
      });
      await expect(takeBack(postingId)).rejects.toMatchObject({ refusal: { code: 'ledger.posting_built_on' } });
      await takeBack(postingOf(paid));
      const took = await takeBack(postingId);
      for (const twice of [postingId, took])
        await expect(takeBack(twice)).rejects.toMatchObject({ refusal: { code: 'ledger.posting_not_reversible' } });
      // The collection is whole again, and can be taken back whole.
      const [collected] = await told(`select id from posting where label = 'collected'`);
      await takeBack(collected?.['id'] as string);
      expect(await residuals()).toEqual([10_000, 5_000, 7_000]);
      expect(await violations()).toEqual([]);
    });

    test('of money on account opens the money again', async () => {
      await publish('2026-03-02', [{ name: 'cheque', amount: '40.00', bookedOn: '2026-03-02' }]);
      await publish('2026-03-06', [{ name: 'unpaid', amount: '40.00', side: 'debit', bookedOn: '2026-03-06' }]);
      const { payment } = await readNames(database.pool, books);
      const put = await ask('settle_payment', {
        paymentId: payment('cheque'),
        version: 1,
        parts: [{ use: 'on_account', customerId: customerIdOf(books, 'C1'), amount: '40.00' }],
      });
      const own = async () =>
        (await told(`select id, residual_minor::int as minor from open_item where kind = 'on_account'`))[0];
      const openItemId = (await own())?.['id'] as CommandRequests['return_payment']['lines'][number]['openItemId'];
      const lines = [{ openItemId, amount: '40.00' }];
      await ask('return_payment', { paymentId: payment('unpaid'), version: 1, postingId: postingOf(put), lines });
      expect(await own()).toMatchObject({ minor: 0 });
      await takeBack(await returnPosting());
      expect(await own()).toMatchObject({ minor: 4_000 });
      expect(await violations()).toEqual([]);
    });
  });

  test('that the debtor contests opens a dispute of the invoice; one without funds does not', async () => {
    await publish('2026-03-02', [credited]);
    await publish('2026-03-06', [cameBack('E2E-1', '100.00', 'MD06'), cameBack('E2E-3', '70.00', 'AM04')]);
    expect(await applyNow()).toMatchObject({ returnedCount: 2 });
    expect(
      await told(`select i.document_number as number, d.opened_from as origin, d.amount_minor::int as minor, d.reason_code as reason,
          i.disputed_minor::int as disputed, d.payment_id = p.id as "isOfReturn"
        from dispute d join open_item i on i.id = d.open_item_id join payment p on p.return_reason = 'MD06'`),
    ).toEqual([
      { number: 'F-1', origin: 'return', minor: 10_000, reason: 'debit_contested', disputed: 10_000, isOfReturn: true },
    ]);
    expect(await violations()).toEqual([]);
  });

  test('of a collection that a person names: to the cent, and once', async () => {
    await publish('2026-03-02', [
      { name: 'batch', amount: '220.00', bookedOn: '2026-03-02' },
      { name: 'short', amount: '219.99', bookedOn: '2026-03-02' },
    ]);
    const { payment } = await readNames(database.pool, books);
    const apply = (name: string, reference = 'SDD-2026-03') =>
      ask('apply_collection', { paymentId: payment(name), version: 1, reference });
    await expect(apply('short')).rejects.toMatchObject({ refusal: { code: 'ledger.collection_differs' } });
    await expect(apply('batch', 'SDD-2026-99')).rejects.toMatchObject({ refusal: { code: 'ledger.not_found' } });
    await apply('batch');
    expect(await residuals()).toEqual([0, 0, 0]);
    await expect(apply('batch')).rejects.toMatchObject({ refusal: { code: 'ledger.stale' } });
    expect(await violations()).toEqual([]);
  });

  test('taken back twice behind the ledger is found by verify, and a line of a collection too many', async () => {
    await publish('2026-03-02', [credited]);
    await publish('2026-03-06', [cameBack('E2E-1', '100.00')]);
    await applyNow();
    const asOwner = (sql: string) => inLedger(database.ownerPool, books, (tx) => tx.query(sql));
    await asOwner(`insert into allocation (ledger_id, id, posting_id, payment_id, open_item_id, side, amount_minor, currency, means,
        lettering_id, basis, allocated_at)
      select ledger_id, '00000000-0000-8000-8000-00000000bbbb', posting_id, payment_id, open_item_id, side, amount_minor,
        currency, means, lettering_id, basis, allocated_at
      from allocation where amount_minor < 0`);
    await asOwner(`insert into collection_line (ledger_id, reference, line_index,
        end_to_end_id, mandate_id, open_item_id, amount_minor) select ledger_id, reference, 99, end_to_end_id, mandate_id, open_item_id, 1
      from collection_line where line_index = 0`);
    const checks = (await violations()).map(({ check }) => check);
    expect(checks).toContain('what is taken back of a posting ≤ what it cleared, item by item');
    expect(checks).toContain('collection = Σ of its lines');
  });

  test('by hand, with the fee that the bank kept; the rest of the payment waits', async () => {
    await publish('2026-03-02', [credited]);
    await applyNow();
    await publish('2026-03-06', [{ name: 'unnamed', amount: '60.00', side: 'debit', bookedOn: '2026-03-06' }]);
    const { item, payment } = await readNames(database.pool, books);
    const [posting] = await told(`select id from posting where label = 'collected'`);
    const request = {
      paymentId: payment('unnamed'),
      version: 1,
      postingId: posting?.['id'] as string,
      lines: [{ openItemId: item('F-2'), amount: '50.00' }],
      fee: '8.50',
    };
    await expect(ask('return_payment', { ...request, fee: '10.01' })).rejects.toMatchObject({
      refusal: { code: 'ledger.payment_overdrawn' },
    });
    await ask('return_payment', request);
    expect(await told(`select unapplied_minor::int as left, status from payment where side = 'debit'`)).toEqual([
      { left: 150, status: 'in_review' },
    ]);
    expect(await told(`select side, amount_minor::int as minor from posting_line where account = '627'`)).toEqual([
      { side: 'debit', minor: 850 },
    ]);
    expect(await violations()).toEqual([]);
  });
});

describe('other payments that come back', () => {
  beforeEach(() => enterItems(database.pool, books, [{ number: 'F-1', customer: 'C1', amount: '100.00' }]));

  test('a transfer by its own end-to-end id', async () => {
    await publish('2026-03-02', [{ name: 'transfer', amount: '100.00', bookedOn: '2026-03-02' }]);
    const { item, payment } = await readNames(database.pool, books);
    await ask('settle_payment', {
      paymentId: payment('transfer'),
      version: 1,
      parts: [{ use: 'items', lines: [{ openItemId: item('F-1'), residual: '100.00', cleared: '100.00' }] }],
    });
    const recalled = {
      name: 'back',
      endToEndId: 'transfer',
      amount: '100.00',
      bookedOn: '2026-03-06',
      returned: 'FOCR',
    };
    await publish('2026-03-06', [{ ...recalled, side: 'debit' }]);
    expect(await applyNow()).toEqual({ collectedCount: 0, returnedCount: 1, leftCount: 0 });
    expect(await told('select residual_minor::int as minor from open_item')).toEqual([{ minor: 10_000 }]);
    expect(await violations()).toEqual([]);
  });

  test('money on account is gone again, unless it was used', async () => {
    await publish('2026-03-02', [{ name: 'cheque', amount: '40.00', bookedOn: '2026-03-02' }]);
    await publish('2026-03-06', [{ name: 'unpaid', amount: '40.00', side: 'debit', bookedOn: '2026-03-06' }]);
    const { payment } = await readNames(database.pool, books);
    const put = await ask('settle_payment', {
      paymentId: payment('cheque'),
      version: 1,
      parts: [{ use: 'on_account', customerId: customerIdOf(books, 'C1'), amount: '40.00' }],
    });
    const [own] = await told(`select id from open_item where kind = 'on_account'`);
    const openItemId = own?.['id'] as CommandRequests['return_payment']['lines'][number]['openItemId'];
    const request = {
      paymentId: payment('unpaid'),
      version: 1,
      postingId: postingOf(put),
      lines: [{ openItemId, amount: '40.00' }],
    };
    await expect(ask('return_payment', { ...request, lines: [] })).rejects.toMatchObject({
      refusal: { code: 'ledger.side_mismatch' },
    });
    await ask('return_payment', request);
    expect(await told(`select residual_minor::int as minor from open_item where kind = 'on_account'`)).toEqual([
      { minor: 0 },
    ]);
    expect(await violations()).toEqual([]);
  });
});
