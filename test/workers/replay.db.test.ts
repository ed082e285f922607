/** A night again: the same decisions to the byte, whatever has happened to the books since. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { importCustomers, customerIdOf } from '../../src/ledger/commands/import-customers.ts';
import { importOpenItems } from '../../src/ledger/commands/import-open-items.ts';
import { declineProposal } from '../../src/ledger/commands/decline-proposal.ts';
import { confirmPayer, forgetPayer } from '../../src/ledger/commands/learn-payer.ts';
import { LedgerError } from '../../src/ledger/errors.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { replayRun } from '../../src/workers/jobs/replay-run.ts';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { matchDue } from '../../src/workers/work-queue.ts';
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
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { dumpDatabase, firstDifference } from '../support/dump.ts';
import { random, type Random } from '../support/random.ts';
import { testContext } from '../support/work.ts';

const { currency } = euros('1.00');
const iban = 'FR7630006000011234567890189';
let database: TestDatabase;
let threads: Threads;
beforeAll(async () => {
  database = await createTestDatabase('replay');
  threads = openThreads(2);
});
afterAll(async () => {
  await threads.close();
  await database.drop();
});

const context = () => testContext(database, threads, { chunkSize: 3, paymentsPerTask: 4 });
const replay = (books: LedgerId, runNumber: number) => replayRun(context(), books, { runNumber });

const asOwner = (books: LedgerId, statement: string) =>
  inLedger(database.ownerPool, books, (tx) => tx.query(statement));

let bookCount = 0;

const invoice = (number: string, customer: string, amount: string): ItemSpec => ({ number, customer, amount });
const from = (customer: string, name: string, amount: string, text: string, bookedOn = '2026-03-02'): PaymentSpec => ({
  name,
  amount,
  bookedOn,
  from: `Customer ${customer}`,
  text,
});

const items = [
  invoice('FA2026-0101', 'Alba', '100.00'),
  invoice('FA2026-0102', 'Alba', '250.00'),
  invoice('FA2026-0103', 'Alba', '77.00'),
  {
    ...invoice('FA2026-0104', 'Bruno', '98.00'),
    discount: { bp: 200, until: day('2026-03-10') },
    purchaseOrder: 'PO-88',
  },
  invoice('FA2026-0105', 'Bruno', '410.00'),
  invoice('FA2026-0106', 'Carla', '55.00'),
];

const firstNight = [
  from('Alba', 'whole', '100.00', 'FACTURE FA2026-0101'),
  from('Alba', 'part', '150.00', 'ACOMPTE FACTURE FA2026-0102', '2026-03-01'),
  from('Alba', 'rest', '100.00', 'SOLDE FACTURE FA2026-0102'),
  from('Bruno', 'more', '420.00', 'FACTURE FA2026-0105'),
  from('Bruno', 'less', '96.04', 'FACTURE FA2026-0104'),
  from('Carla', 'twin-1', '55.00', 'FACTURE FA2026-0106'),
  from('Carla', 'twin-2', '55.00', 'FACTURE FA2026-0106'),
  { ...from('Nobody', 'unknown', '12.00', 'VIREMENT'), iban },
  from('Alba', 'later', '31.00', 'FACTURE FA2026-0201'),
];

/** Books after a first night, which is run 1. */
async function afterFirstNight(): Promise<Readonly<{ books: LedgerId; account: string }>> {
  const account = `REPLAY${(bookCount += 1)}`;
  const books = await openBooks(database.pool, account, account);
  await enterItems(database.pool, books, items);
  const statement = { account, content: `first of ${account}`, opening: '0.00', closedOn: '2026-03-02' };
  await publishPayments(database.pool, books, statement, firstNight);
  await matchDue(context(), books);
  return { books, account };
}

const item = (customerCode: string, documentNumber: string, residual: string, more: object = {}) => ({
  customerCode,
  documentNumber,
  kind: 'invoice' as const,
  currency,
  amountMinor: euros(residual).minor,
  residualMinor: euros(residual).minor,
  issueDate: day('2026-02-13'),
  dueDate: day('2026-03-15'),
  dueDateSource: 'given' as const,
  creditorReference: null,
  purchaseOrder: null,
  discount: null,
  vat: null,
  baseAmountMinor: null,
  asOf: null,
  ...more,
});

/** Everything that matching reads changes: terms, residuals, names, IBANs, payers, and what people declined. */
async function changeMasterData(books: LedgerId): Promise<void> {
  const { pool } = database;
  const { minor } = euros('98.00');
  const { refused } = await importOpenItems(
    pool,
    books,
    [
      item('Alba', 'FA2026-0201', '31.00'),
      item('Alba', 'FA2026-0103', '70.00'),
      item('Bruno', 'FA2026-0104', '50.00', { amountMinor: minor, dueDate: day('2026-04-01'), purchaseOrder: 'PO-99' }),
    ].map((record, index) => ({ line: index + 2, record })),
    act,
  );
  expect(refused).toEqual([]);
  await importCustomers(
    pool,
    books,
    [
      { code: 'Alba', name: 'Entreprise Alba et Fils', ibans: [iban], paymentTerms: null },
      { code: 'Dora', name: 'Customer Carla', ibans: ['DE89370400440532013000'], paymentTerms: null },
    ],
    act,
  );
  const names = await readNames(pool, books);
  const payer = { kind: 'iban', value: iban, customerId: customerIdOf(books, 'Bruno') } as const;
  await inLedger(pool, books, async (tx) => {
    await confirmPayer(tx, books, payer, day('2026-03-02'), act);
    const pair = {
      paymentId: names.payment('less'),
      customerId: customerIdOf(books, 'Bruno'),
      openItemId: names.item('FA2026-0104'),
    };
    await declineProposal(tx, books, [pair], act);
  });
}

async function secondNight(books: LedgerId, account: string): Promise<void> {
  const statement = { account, content: `second of ${account}`, opening: '1019.04', closedOn: '2026-03-03' };
  await publishPayments(database.pool, books, statement, [
    from('Alba', 'again', '70.00', 'FACTURE FA2026-0103', '2026-03-03'),
    from('Carla', 'repeated', '55.00', 'REGLEMENT', '2026-03-03'),
  ]);
  await matchDue(context(), books);
}

/** Four nights; before each the ERP says something else of some items and customers, and a person of some payers. */
async function randomNights(books: LedgerId, account: string, drawn: Random): Promise<number> {
  const { pool } = database;
  const codes = ['Alba', 'Bruno', 'Carla'];
  const numbers = Array.from({ length: 8 }, (_, index) => `FA2026-0${300 + index}`);
  const ibans = [iban, 'DE89370400440532013000'];
  let opening = 0;
  for (let night = 1; night <= 4; night += 1) {
    const customers = codes.map((code) => ({
      code,
      name: drawn.pick([`Customer ${code}`, `Société ${code} et Cie`]),
      ibans: drawn.shuffled(ibans).slice(0, drawn.below(2)),
      paymentTerms: null,
    }));
    await importCustomers(pool, books, customers, act);
    const rows = numbers
      .filter(() => drawn.below(3) > 0)
      .map((number, index) => {
        const amountMinor = BigInt(100 * (100 + 50 * index));
        const residualMinor = amountMinor - (drawn.below(3) === 0 ? BigInt(100 * night * index) : 0n);
        const terms = {
          asOf: day(`2026-03-0${night}`),
          dueDate: day(drawn.pick(['2026-03-15', '2026-03-31'])),
          purchaseOrder: drawn.pick([null, 'PO-1234', 'PO-9876']),
          discount: drawn.pick([null, { bp: 200, until: day('2026-03-10') }]),
          amountMinor,
          residualMinor,
        };
        return { line: index + 2, record: item(codes[index % 3] ?? '', number, '1.00', terms) };
      });
    // Rows that the books can't take are refused: that is of no account here.
    await importOpenItems(pool, books, rows, act);
    await inLedger(pool, books, async (tx) => {
      const payer = {
        kind: 'iban',
        value: drawn.pick(ibans),
        customerId: customerIdOf(books, drawn.pick(codes)),
      } as const;
      if (drawn.below(3) > 0) await confirmPayer(tx, books, payer, day(`2026-03-0${night}`), act);
      else await forgetPayer(tx, books, payer, [payer.customerId], act);
    });
    const payments = Array.from({ length: 5 }, (_, index): PaymentSpec => ({
      ...from(
        drawn.pick(codes),
        `${night}-${index}`,
        `${drawn.pick([100, 150, 200, 250])}.00`,
        drawn.pick([`FACTURE ${drawn.pick(numbers)}`, `ACOMPTE ${drawn.pick(numbers)}`, 'VIREMENT']),
        `2026-03-0${night}`,
      ),
      iban: drawn.pick(ibans),
    }));
    const statement = {
      account,
      content: `${account} ${night}`,
      opening: `${opening}.00`,
      closedOn: `2026-03-0${night}`,
    };
    await publishPayments(pool, books, statement, payments);
    opening += payments.reduce((sum, { amount }) => sum + Number.parseInt(amount, 10), 0);
    await matchDue(context(), books);
  }
  const { rows } = await inLedger(pool, books, (tx) =>
    tx.query<{ count: number }>('select count(*)::int as count from match_run'),
  );
  return rows[0]?.count ?? 0;
}

describe('a run that is replayed', () => {
  test('decides the same to the byte after imports, lessons and another night; and writes nothing', async () => {
    const { books, account } = await afterFirstNight();
    await changeMasterData(books);
    await secondNight(books, account);
    await inLedger(database.pool, books, (tx) =>
      forgetPayer(tx, books, { kind: 'iban', value: iban }, [customerIdOf(books, 'Bruno')], act),
    );
    const before = await dumpDatabase(database.adminUrl);
    const replays = [await replay(books, 1), await replay(books, 2)];
    expect(replays[0]?.paymentCount).toBe(firstNight.length);
    for (const replayed of replays)
      expect(replayed).toMatchObject({
        identicalCount: replayed.paymentCount,
        differenceCount: 0,
        differences: [],
        hasSameInputs: true,
        isIdentical: true,
      });
    expect(firstDifference(before, await dumpDatabase(database.adminUrl))).toBeNull();
  });

  test('saw one moment: what was written while it looked is of the next run, and changes no replay', async () => {
    const { books, account } = await afterFirstNight();
    await enterItems(database.pool, books, [invoice('FA2026-0201', 'Alba', '31.00')]);
    let isDone = false;
    const meanwhile: Threads = {
      ...threads,
      async propose(task) {
        if (!isDone) {
          isDone = true;
          await changeMasterData(books);
          const statement = { account, content: `meanwhile ${account}`, opening: '1019.04', closedOn: '2026-03-03' };
          await publishPayments(database.pool, books, statement, [
            from('Alba', 'again', '70.00', 'FACTURE FA2026-0103', '2026-03-03'),
          ]);
        }
        return threads.propose(task);
      },
    };
    await matchDue({ ...context(), threads: meanwhile }, books);
    for (const runNumber of [1, 2, 3])
      expect(await replay(books, runNumber)).toMatchObject({ isIdentical: true, differences: [] });
    const again = (await readNames(database.pool, books)).payment('again');
    const { rows } = await inLedger(database.pool, books, (tx) =>
      tx.query<{ runNumber: number }>(
        `select r.run_number as "runNumber" from match_decision d join match_run r on r.id = d.match_run_id
         where d.payment_id = $1 order by 1`,
        [again],
      ),
    );
    expect(rows[0]?.runNumber).toBe(3);
  });

  test('is found again through any history: five random ones', async () => {
    for (let seed = 0; seed < 5; seed += 1) {
      const drawn = random(`replay ${seed}`);
      const account = `REPLAY${(bookCount += 1)}`;
      const books = await openBooks(database.pool, account, account);
      const runCount = await randomNights(books, account, drawn);
      for (let runNumber = 1; runNumber <= runCount; runNumber += 1)
        expect(await replay(books, runNumber), `replay ${seed}, run ${runNumber}`).toMatchObject({ isIdentical: true });
    }
  });

  test('says when its inputs are not those of then, and which decisions differ', async () => {
    const { books } = await afterFirstNight();
    const names = await readNames(database.pool, books);
    // Past the ledger's commands: the audit chain knows nothing of it.
    await inLedger(database.pool, books, (tx) =>
      tx.query('update open_item set document_number = $2 where id = $1', [names.item('FA2026-0101'), 'GB-77']),
    );
    const replayed = await replay(books, 1);
    expect(replayed).toMatchObject({ hasSameInputs: false, isIdentical: false });
    expect(replayed.differences.find(({ paymentId }) => paymentId === names.payment('whole'))).toMatchObject({
      recorded: { action: 'apply', documents: ['FA2026-0101'] },
      differsIn: expect.arrayContaining(['lines', 'chosen']),
    });
    expect(replayed.identicalCount + replayed.differenceCount).toBe(firstNight.length);
  });

  test('names both engines: another one may decide otherwise', async () => {
    const { books } = await afterFirstNight();
    await asOwner(books, `update match_run set engine = 'ladder/1'`);
    const { engineThen, engineNow } = await replay(books, 1);
    expect(engineThen).toBe('ladder/1');
    expect(engineNow).not.toBe(engineThen);
  });

  test('has to be there, and to have noted its inputs', async () => {
    const { books } = await afterFirstNight();
    const codeOf = (replaying: Promise<unknown>) =>
      replaying.then(
        () => null,
        (error: unknown) => (error instanceof LedgerError ? error.refusal.code : error),
      );
    expect(await codeOf(replay(books, 7))).toBe('ledger.not_found');
    await asOwner(books, 'update match_run set audit_sequence = null, inputs_sha256 = null, policy = null');
    expect(await codeOf(replay(books, 1))).toBe('ledger.run_not_replayable');
  });
});
