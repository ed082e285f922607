/** The balance as it was known: whatever was done since, an instant gives the answer that was given then. */
import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import type { CollectionRow } from '../../src/domain/collection.ts';
import type { Command, CommandKind, CommandRequests } from '../../src/domain/command.ts';
import type { LedgerId, OpenItemId, PaymentId } from '../../src/domain/ids.ts';
import { addDays, type LocalDate } from '../../src/domain/local-date.ts';
import { formatDecimal, money } from '../../src/domain/money.ts';
import type { OpenItemRecord } from '../../src/domain/open-item.ts';
import type { Act } from '../../src/ledger/audit.ts';
import { applyReturns } from '../../src/ledger/commands/apply-returns.ts';
import { carryOut } from '../../src/ledger/commands/carry-out.ts';
import { importCollection } from '../../src/ledger/commands/import-collections.ts';
import { customerIdOf } from '../../src/ledger/commands/import-customers.ts';
import { importOpenItems } from '../../src/ledger/commands/import-open-items.ts';
import { LedgerError } from '../../src/ledger/errors.ts';
import { agedBalance, usualBuckets, type AgedBalance } from '../../src/ledger/queries/aged-balance.ts';
import { readMatchingRates } from '../../src/ledger/queries/matching-rates.ts';
import { readUnappliedCash, usualAges } from '../../src/ledger/queries/unapplied-cash.ts';
import { letteringHistory } from '../../src/ledger/queries/lettering-history.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { day, enterItems, euros, openBooks, publishPayments, readNames, runDecisions } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';
import { random, type Random } from '../support/random.ts';

const database = await createTestDatabase('as_of');
afterAll(() => database.drop());

const { currency } = euros('1.00');
const decimal = (minor: bigint): string => formatDecimal(money(minor, currency));
const today = day('2026-04-15');
/** Cash that no document claims, and how it was matched: at any instant what they were then, too. */
const askOfCash = async (books: LedgerId, asOf: Date | null) => ({
  cash: await readUnappliedCash(database.pool, books, { asOf, day: today, ages: usualAges }),
  rates: await readMatchingRates(database.pool, books, {
    currency,
    from: addDays(today, -365),
    to: addDays(today, 365),
    asOf,
  }),
});
const ask = (books: LedgerId, asOf: Date | null): Promise<AgedBalance> =>
  agedBalance(database.pool, books, { asOf, day: today, buckets: usualBuckets });

type ItemRow = Readonly<{
  id: OpenItemId;
  number: string;
  customer: string;
  side: 'debit' | 'credit';
  kind: string;
  amount: bigint;
  residual: bigint;
  due: LocalDate;
  isOwn: boolean;
}>;
type PaymentRow = Readonly<{
  id: PaymentId;
  name: string;
  side: 'debit' | 'credit';
  version: number;
  unapplied: bigint;
  amount: bigint;
}>;

/** A company in which anything may happen next, a minute after what happened before. */
async function openCompany(seed: string) {
  const { below, pick, shuffled }: Random = random(seed);
  const account = `AS-OF-${seed}`;
  const books = await openBooks(database.pool, `as-of-${seed}`, account);
  let minute = 0;
  let serial = 0;
  let balanceMinor = 0n;
  const by = (): Act => ({ actor: 'somebody', now: new Date(Date.UTC(2026, 2, 1, 8, minute)) });
  const customers = ['C1', 'C2', 'C3', 'C4'];
  const rows = async <T extends object>(sql: string): Promise<readonly T[]> =>
    (await inLedger(database.pool, books, (tx) => tx.query<T>(sql))).rows;
  const items = () =>
    rows<ItemRow>(`select i.id, i.document_number as number, c.code as customer, i.side, i.kind, i.amount_minor as amount,
      i.residual_minor as residual, i.due_date as due, i.origin_posting_id is not null as "isOwn"
      from open_item i join customer c on c.id = i.customer_id order by i.id`);
  const payments = () =>
    rows<PaymentRow>(`select id, end_to_end_id as name, side, version, unapplied_minor as unapplied, amount_minor as amount
      from payment where unapplied_minor > 0 order by id`);
  const command = <Kind extends CommandKind>(kind: Kind, request: CommandRequests[Kind]) =>
    carryOut(database.pool, books, { id: randomUUID(), kind, request, reason: 'by chance' } as Command, by());

  async function publish(
    specs: readonly Readonly<{ name: string; minor: bigint; side: 'debit' | 'credit'; returned?: string }>[],
  ) {
    const bookedOn = addDays(day('2026-03-01'), Math.floor(minute / 10));
    const statement = { account, content: `${seed} ${minute}`, opening: decimal(balanceMinor), closedOn: bookedOn };
    const payers = specs.map(({ minor, ...spec }) => ({ ...spec, amount: decimal(minor), bookedOn }));
    await publishPayments(database.pool, books, statement, payers, by());
    for (const { minor, side } of specs) balanceMinor += side === 'credit' ? minor : -minor;
  }

  const happenings: Readonly<Record<string, () => Promise<unknown>>> = {
    async invoices() {
      const specs = Array.from({ length: 1 + below(3) }, () => ({
        number: `F-${(serial += 1)}`,
        customer: pick(customers),
        amount: decimal(BigInt(1_000 + below(20_000))),
        kind: pick(['invoice', 'invoice', 'invoice', 'credit_note'] as const),
        due: addDays(day('2025-12-20'), below(140)),
      }));
      await enterItems(database.pool, books, specs, by());
    },
    async customers() {
      const specs = customers.map((customer) => ({ number: `F-${(serial += 1)}`, customer, amount: '75.00' }));
      await enterItems(database.pool, books, specs, by());
    },
    async changedByTheErp() {
      const known = shuffled((await items()).filter(({ isOwn }) => !isOwn)).slice(0, 2);
      const records = known.map((item, index): Readonly<{ line: number; record: OpenItemRecord }> => {
        const amountMinor = below(3) === 0 ? item.amount + 500n : item.amount;
        return {
          line: index + 2,
          record: {
            customerCode: item.customer,
            documentNumber: item.number,
            kind: item.kind as OpenItemRecord['kind'],
            currency,
            amountMinor,
            residualMinor: below(2) === 0 ? amountMinor : amountMinor / 2n,
            issueDate: day('2025-12-01'),
            dueDate: below(2) === 0 ? item.due : addDays(day('2025-12-20'), below(140)),
            creditorReference: null,
            purchaseOrder: null,
            discount: null,
            dueDateSource: 'given',
            vat: null,
            baseAmountMinor: null,
            asOf: addDays(day('2026-01-01'), minute),
          },
        };
      });
      await importOpenItems(database.pool, books, records, by());
    },
    async money() {
      const count = 1 + below(3);
      await publish(
        Array.from({ length: count }, () => ({
          name: `P-${(serial += 1)}`,
          minor: BigInt(500 + below(30_000)),
          side: pick(['credit', 'credit', 'credit', 'debit'] as const),
        })),
      );
    },
    async settled() {
      const payment = pick((await payments()).filter(({ side }) => side === 'credit'));
      const owed = pick((await items()).filter(({ side, residual }) => side === 'debit' && residual > 0n));
      const most = owed.residual < payment.unapplied ? owed.residual : payment.unapplied;
      const cleared = decimal(below(2) === 0 ? most : (most + 1n) / 2n);
      const lines = [{ openItemId: owed.id, residual: decimal(owed.residual), cleared }];
      await command('settle_payment', {
        paymentId: payment.id,
        version: payment.version,
        parts: [{ use: 'items', lines }],
      });
    },
    async putOnAccount() {
      const payment = pick((await payments()).filter(({ side }) => side === 'credit'));
      const part = {
        use: 'on_account',
        customerId: customerIdOf(books, pick(customers)),
        amount: decimal((payment.unapplied + 1n) / 2n),
      } as const;
      await command('settle_payment', { paymentId: payment.id, version: payment.version, parts: [part] });
    },
    async netted() {
      const open = (await items()).filter(({ residual }) => residual > 0n);
      const credit = pick(open.filter(({ side }) => side === 'credit'));
      const owed = pick(open.filter(({ side, customer }) => side === 'debit' && customer === credit.customer));
      const cleared = decimal(credit.residual < owed.residual ? credit.residual : owed.residual);
      await command('net_items', {
        lines: [credit, owed].map(({ id, residual }) => ({ openItemId: id, residual: decimal(residual), cleared })),
      });
    },
    async takenBack() {
      const postings = await rows<{ id: string }>(
        `select id from posting where source <> 'entry' and reverses_posting_id is null order by id`,
      );
      await command('reverse_posting', { postingId: pick(postings).id });
    },
    async matched() {
      const payment = pick(
        (await payments()).filter(({ unapplied, amount, side }) => unapplied === amount && side === 'credit'),
      );
      const owed = pick(
        (await items()).filter(({ side, residual, amount }) => side === 'debit' && residual === amount),
      );
      if (owed.residual !== payment.amount) {
        // An invoice that fits comes first.
        const specs = [
          {
            number: `F-${(serial += 1)}`,
            customer: pick(customers),
            amount: decimal(payment.amount),
            due: '2026-02-01',
          },
        ];
        await enterItems(database.pool, books, specs, by());
      }
      const fitting = pick(
        (await items()).filter(({ side, residual }) => side === 'debit' && residual === payment.amount),
      );
      const decision = {
        payment: payment.name,
        amount: decimal(payment.amount),
        customer: fitting.customer,
        item: fitting.number,
        reason: null,
      };
      await runDecisions(database.pool, books, [decision], { by: by() });
    },
    async collected() {
      const owed = pick(
        (await items()).filter(({ side, residual, isOwn }) => side === 'debit' && residual > 0n && !isOwn),
      );
      const reference = `SDD-${(serial += 1)}`;
      const row: CollectionRow = {
        reference,
        collectionDate: day('2026-03-01'),
        scheme: 'core',
        currency,
        endToEndId: reference,
        mandateId: null,
        customerCode: owed.customer,
        documentNumber: owed.number,
        amountMinor: owed.residual,
        controlMinor: null,
      };
      await importCollection(database.pool, books, reference, [{ line: 2, row }], by());
      await publish([{ name: reference, minor: owed.residual, side: 'credit' }]);
      await applyReturns(database.pool, books, currency, by().now);
    },
    async returned() {
      const credits = await rows<{ name: string; amount: bigint }>(
        `select end_to_end_id as name, amount_minor as amount from payment
         where side = 'credit' and unapplied_minor < amount_minor order by id`,
      );
      const { name, amount } = pick(credits);
      await publish([{ name, minor: amount + BigInt(below(2) * 850), side: 'debit', returned: 'AM04' }]);
      await applyReturns(database.pool, books, currency, by().now);
    },
  };

  return {
    books,
    names: Object.keys(happenings),
    pick: () => pick(Object.keys(happenings)),
    instant: () => by().now,
    /** @returns false when the books, or what there is, refused it. */
    async happens(name: string): Promise<boolean> {
      minute += 1;
      try {
        await happenings[name]?.();
        return true;
      } catch (error) {
        if (
          error instanceof LedgerError ||
          (error instanceof Error && error.message === 'there is nothing to pick from')
        )
          return false;
        throw error;
      }
    },
  };
}

describe('the aged balance', () => {
  test('of 210 past instants is what it was then, and so are unapplied cash and the rates of matching', async () => {
    const seed = process.env['LETTRAGE_TEST_SEED'] ?? 'balances';
    const company = await openCompany(seed);
    const known: { instant: Date; answer: AgedBalance; ofCash: Awaited<ReturnType<typeof askOfCash>> }[] = [];
    const done = new Map<string, number>();
    for (const name of ['customers', 'money']) await company.happens(name);
    while (known.length < 210) {
      const name = company.pick();
      if (await company.happens(name)) done.set(name, (done.get(name) ?? 0) + 1);
      known.push({
        instant: company.instant(),
        answer: await ask(company.books, null),
        ofCash: await askOfCash(company.books, null),
      });
    }
    expect([...done.keys()].toSorted(), `seed ${seed}`).toEqual(company.names.toSorted());
    for (const [index, { instant, answer, ofCash }] of known.entries()) {
      const step = `seed ${seed}, step ${index}, ${instant.toISOString()}`;
      expect(await ask(company.books, instant), step).toEqual(answer);
      expect(await askOfCash(company.books, instant), step).toEqual(ofCash);
    }
    expect(
      new Set(
        known.map(({ answer }) =>
          JSON.stringify(answer, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
        ),
      ).size,
    ).toBeGreaterThan(100);
    expect((await verifyLedger(database.pool, company.books)).violations, `seed ${seed}`).toEqual([]);
    // Before the first event nothing was known.
    expect(await ask(company.books, new Date('2026-02-01T00:00:00Z'))).toEqual({ rows: [], suspense: [] });
  }, 300_000);

  test('counts days past due to the day, and nets no credit into a bucket', async () => {
    const books = await openBooks(database.pool, 'buckets', 'BUCKETS');
    const due = (number: string, date: string, amount: string, kind: 'invoice' | 'credit_note' = 'invoice') => ({
      number,
      customer: 'C1',
      amount,
      kind,
      due: date,
    });
    await enterItems(database.pool, books, [
      due('not due', '2026-04-15', '1.00'),
      due('one day', '2026-04-14', '2.00'),
      due('thirty', '2026-03-16', '4.00'),
      due('thirty-one', '2026-03-15', '8.00'),
      due('sixty', '2026-02-14', '16.00'),
      due('sixty-one', '2026-02-13', '32.00'),
      due('ninety', '2026-01-15', '64.00'),
      due('ninety-one', '2026-01-14', '128.00'),
      due('credit', '2026-01-14', '256.00', 'credit_note'),
    ]);
    expect(await ask(books, null)).toMatchObject({
      rows: [
        {
          code: 'C1',
          notDueMinor: 100n,
          pastDueMinor: [600n, 2_400n, 9_600n, 12_800n],
          creditsMinor: 25_600n,
          onAccountMinor: 0n,
        },
      ],
      suspense: [],
    });
  });
});

test('the history of an item tells its letters, who changed them and why, and the reason of a return', async () => {
  const books = await openBooks(database.pool, 'history', 'HISTORY');
  const at = (minute: number): Act => ({ actor: 'clara', now: new Date(Date.UTC(2026, 2, 1, 8, minute)) });
  await enterItems(database.pool, books, [{ number: 'F-1', customer: 'C1', amount: '100.00' }], at(1));
  const statement = { account: 'HISTORY', content: 'history 1', opening: '0.00', closedOn: '2026-03-02' };
  const paid = (name: string, amount: string) => ({ name, amount, bookedOn: '2026-03-02' });
  await publishPayments(database.pool, books, statement, [paid('part', '60.00'), paid('rest', '40.00')], at(2));
  const { item, payment } = await readNames(database.pool, books);
  const settle = (name: string, residual: string, cleared: string, minute: number) =>
    carryOut(
      database.pool,
      books,
      {
        id: randomUUID(),
        kind: 'settle_payment',
        reason: `${name} of F-1`,
        request: {
          paymentId: payment(name),
          version: 1,
          parts: [{ use: 'items', lines: [{ openItemId: item('F-1'), residual, cleared }] }],
        },
      },
      at(minute),
    );
  await settle('part', '100.00', '60.00', 3);
  await settle('rest', '40.00', '40.00', 4);
  const later = { account: 'HISTORY', content: 'history 2', opening: '100.00', closedOn: '2026-03-03' };
  const back = { name: 'rest', amount: '40.00', side: 'debit', returned: '58', bookedOn: '2026-03-03' } as const;
  await publishPayments(database.pool, books, later, [back], at(5));
  await applyReturns(database.pool, books, currency, at(6).now);

  const { letterings, cleared } = await letteringHistory(database.pool, books, item('F-1'));
  expect(letterings.map(({ code, kind, reason, actor }) => `${code} ${kind}: ${reason}, ${actor}`)).toEqual([
    'a partly_lettered: settled, clara',
    'A lettered: settled, clara',
    'A unlettered: returned, engine',
    'b partly_lettered: returned, engine',
    // The payment and its return, which are nothing together.
    'C lettered: returned, engine',
  ]);
  expect(
    cleared.map(({ amountMinor, reason, returnReason }) => [amountMinor, reason, returnReason?.iso ?? null]),
  ).toEqual([
    [6_000n, 'part of F-1', null],
    [4_000n, 'rest of F-1', null],
    [-4_000n, 'the bank returned it: 58', 'MS02'],
  ]);
});
