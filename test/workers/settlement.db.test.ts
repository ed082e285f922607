/** Matching through the service: what each kind of payment becomes in the books, and that threads leave no trace. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerId, MatchRunId } from '../../src/domain/ids.ts';
import { clearStagedDecisions } from '../../src/ledger/commands/record-decisions.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { loadPartition, PartitionTooLarge } from '../../src/workers/jobs/load-partition.ts';
import { nextRunOf, settlePayments } from '../../src/workers/jobs/settle-payments.ts';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { matchDue } from '../../src/workers/work-queue.ts';
import { enterItems, euros, openBooks, publishPayments, type ItemSpec, type PaymentSpec } from '../support/books.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { random, type Random } from '../support/random.ts';
import { testContext } from '../support/work.ts';

const { currency } = euros('1.00');
let database: TestDatabase;
const threadsOf = new Map<number, Threads>();
beforeAll(async () => {
  database = await createTestDatabase('settlement');
  for (const count of [1, 2, 4]) threadsOf.set(count, openThreads(count));
});
afterAll(async () => {
  for (const threads of threadsOf.values()) await threads.close();
  await database.drop();
});

const contextOf = (threadCount = 1, options: Parameters<typeof testContext>[2] = {}) => {
  const threads = threadsOf.get(threadCount);
  if (threads === undefined) throw new Error('no such pool');
  return testContext(database, threads, options);
};

let accountCount = 0;
const newAccount = (): string => `ACCOUNT${(accountCount += 1)}`;

/** A ledger with these items, and these payments in one statement of the day. */
async function booksOf(items: readonly ItemSpec[], payments: readonly PaymentSpec[]): Promise<LedgerId> {
  const account = newAccount();
  const books = await openBooks(database.pool, account, account);
  await enterItems(database.pool, books, items);
  const statement = { account, content: `day of ${account}`, opening: '0.00', closedOn: '2026-03-02' };
  await publishPayments(database.pool, books, statement, payments);
  return books;
}

type State = Readonly<{ name: string; status: string; reason: string | null; unapplied: bigint }>;
type Letter = Readonly<{ payment: string; kind: string; item: string; cleared: bigint; residual: bigint }>;

const readStates = (books: LedgerId) =>
  inLedger(database.pool, books, async (tx) => {
    const { rows } = await tx.query<State>(
      `select end_to_end_id as name, status, review_reason as reason, unapplied_minor as unapplied from payment order by 1`,
    );
    return rows.map(({ name, status, reason, unapplied }) => `${name} ${status} ${reason ?? '-'} ${unapplied}`);
  });

const readLetters = (books: LedgerId) =>
  inLedger(database.pool, books, async (tx) => {
    const { rows } = await tx.query<Letter>(
      `select p.end_to_end_id as payment, v.kind, i.document_number as item, a.amount_minor as cleared,
         i.residual_minor as residual
       from allocation a join payment p on p.id = a.payment_id join open_item i on i.id = a.open_item_id
       join lettering_event v on v.lettering_id = a.lettering_id
         and v.event_index = (select max(event_index) from lettering_event e where e.lettering_id = v.lettering_id)
       order by 1, 3`,
    );
    return rows.map(
      ({ payment, kind, item, cleared, residual }) => `${payment} ${kind} ${item} ${cleared} of ${residual}`,
    );
  });

const from = (customer: string, name: string, amount: string, text: string): PaymentSpec => ({
  name,
  amount,
  bookedOn: '2026-03-02',
  from: `Customer ${customer}`,
  text,
});

const invoice = (number: string, customer: string, amount: string): ItemSpec => ({ number, customer, amount });

describe('the service books', () => {
  test.each<[string, readonly ItemSpec[], readonly PaymentSpec[], readonly string[], readonly string[]]>([
    [
      'an invoice paid to the cent',
      [invoice('FA2026-0101', 'Alba', '100.00')],
      [from('Alba', 'P', '100.00', 'FACTURE FA2026-0101')],
      ['P applied - 0'],
      ['P lettered FA2026-0101 10000 of 0'],
    ],
    [
      'a part of one: the rest stays open, its letters are small',
      [invoice('FA2026-0101', 'Alba', '100.00')],
      [from('Alba', 'P', '60.00', 'ACOMPTE FACTURE FA2026-0101')],
      ['P applied - 0'],
      ['P partly_lettered FA2026-0101 6000 of 4000'],
    ],
    [
      'more than one: the rest waits for a person',
      [invoice('FA2026-0101', 'Alba', '100.00')],
      [from('Alba', 'P', '120.00', 'FACTURE FA2026-0101')],
      ['P in_review amount_differs 2000'],
      ['P lettered FA2026-0101 10000 of 0'],
    ],
    [
      'all but a guarantee withheld',
      [invoice('FA2026-0101', 'Alba', '1000.00')],
      [from('Alba', 'P', '950.00', 'FACTURE FA2026-0101 RETENUE DE GARANTIE 5%')],
      ['P applied - 0'],
      ['P partly_lettered FA2026-0101 95000 of 5000'],
    ],
    [
      'no rounding, where the ledger has set no limits',
      [invoice('FA2026-0101', 'Alba', '100.00')],
      [from('Alba', 'P', '99.98', 'FACTURE FA2026-0101')],
      ['P in_review not_bookable 9998'],
      [],
    ],
    [
      'a part, then the rest of it in another round of the same night',
      [invoice('FA2026-0101', 'Alba', '100.00')],
      [
        { ...from('Alba', 'P', '60.00', 'ACOMPTE FACTURE FA2026-0101'), bookedOn: '2026-03-01' },
        from('Alba', 'Q', '40.00', 'SOLDE FACTURE FA2026-0101'),
      ],
      ['P applied - 0', 'Q applied - 0'],
      ['P lettered FA2026-0101 6000 of 0', 'Q lettered FA2026-0101 4000 of 0'],
    ],
  ])('%s', async (_, items, payments, states, letters) => {
    const books = await booksOf(items, payments);
    await matchDue(contextOf(), books);
    expect(await readStates(books)).toEqual(states);
    expect(await readLetters(books)).toEqual(letters);
    expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
  });
});

/** Customers with few invoices and few amounts, so that payments compete; instalments, lists, twins, sums without a word. */
function crowdedDay(seed: Random): Readonly<{ items: readonly ItemSpec[]; payments: readonly PaymentSpec[] }> {
  const items = Array.from({ length: 18 }, (_, index) => {
    const customer = seed.pick(['Alba', 'Bruno', 'Carla']);
    return invoice(`FA2026-${String(100 + index)}`, customer, `${seed.pick([100, 120, 200, 400])}.00`);
  });
  const payments = Array.from({ length: 24 }, (_, index): PaymentSpec => {
    const { customer, number, amount } = seed.pick(items);
    const other = seed.pick(items);
    const paid = (share: number): string => `${(Number.parseInt(amount, 10) * share) / 100}.00`;
    const [sum, text] = seed.pick([
      [amount, `FACTURE ${number}`],
      [paid(40), `ACOMPTE FACTURE ${number}`],
      [paid(60), `SOLDE FACTURE ${number}`],
      [amount, 'VIREMENT'],
      [paid(125), `FACTURE ${number}`],
      [`${Number.parseInt(amount, 10) + Number.parseInt(other.amount, 10)}.00`, `FACTURES ${number} ${other.number}`],
    ]);
    const day = seed.pick(['2026-02-27', '2026-03-01', '2026-03-02']);
    return { ...from(customer, `P${index}`, sum, text), bookedOn: day };
  });
  return { items, payments };
}

describe('what becomes of a day', () => {
  const runId = 'dddddddd-0000-8000-8000-000000000000' as MatchRunId;

  /** Everything that would be recorded, as text. */
  async function settledText(books: LedgerId, threadCount: number): Promise<string> {
    const context = contextOf(threadCount, { paymentsPerTask: 3 });
    const question = await nextRunOf(database.pool, books, runId, currency);
    const { applied, lines, demotions } = await settlePayments(context, question);
    const staged = await inLedger(database.pool, books, async (tx) => {
      const { rows } = await tx.query<{ certificate: string }>(
        'select certificate::text from staged_decision where ledger_id = $1 order by payment_id',
        [books],
      );
      return rows.map(({ certificate }) => certificate);
    });
    await clearStagedDecisions(database.pool, books, runId);
    const written = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
    return JSON.stringify({ applied, lines, demotions, staged }, written, 1);
  }

  /** A row that is written again stands elsewhere in its table: COPY gives it at another place. */
  const moveRows = (books: LedgerId, seed: Random) =>
    inLedger(database.pool, books, async (tx) => {
      for (const table of ['open_item', 'payment', 'customer']) {
        const { rows } = await tx.query<{ id: string }>(`select id from ${table} order by id`);
        for (const { id } of seed.shuffled(rows).slice(0, 9))
          await tx.query(`update ${table} set version = version where id = $1`, [id]);
      }
    });

  test('does not depend on how many threads look at it, nor on the order of rows: twenty days', async () => {
    const roundsSeen = new Set<number>();
    for (let run = 0; run < 20; run += 1) {
      const seed = random(`settlement ${run}`);
      const { items, payments } = crowdedDay(seed);
      const books = await booksOf(items, payments);
      const expected = await settledText(books, 1);
      for (const { round } of (JSON.parse(expected) as { applied: { round: number }[] }).applied) roundsSeen.add(round);
      for (const threadCount of [2, 4]) {
        await moveRows(books, seed);
        expect(await settledText(books, threadCount), `settlement ${run}, ${threadCount} threads`).toBe(expected);
      }
      await matchDue(contextOf(2, { chunkSize: 4 }), books);
      expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
      const { rows } = await inLedger(database.pool, books, (tx) =>
        tx.query('select from payment where review_reason = $1', ['item_changed_meanwhile']),
      );
      expect(rows).toEqual([]);
    }
    expect(roundsSeen.size).toBeGreaterThan(1);
  }, 300_000);
});

const load = (books: LedgerId, context = contextOf()) => {
  const asked = { ledgerId: books, currency, seen: { by: 'next_run', currency }, asOf: null } as const;
  return inLedger(database.pool, books, (tx) => loadPartition(tx, context, asked), 'snapshot');
};

test('a partition that does not fit is refused before it is loaded, with what it needs', async () => {
  const books = await booksOf([invoice('FA1', 'Alba', '10.00')], []);
  const small = { ...contextOf(), largestPartitionBytes: 1_000 };
  await expect(load(books, small)).rejects.toThrow(PartitionTooLarge);
  await expect(load(books, small)).rejects.toThrow(/needs 1 MB; LETTRAGE_MATCH_MEMORY_MB allows 1\./);
});

test('an amount that matching would round is refused with its item', async () => {
  const books = await booksOf([invoice('FA1', 'Alba', '90071992547409.92')], []);
  await expect(load(books)).rejects.toThrow(/9007199254740992 minor units left/);
});
