/** Differences that a run books without a person: the postings by hand-computed values, and where it asks instead. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CommandRequests } from '../../src/domain/command.ts';
import type { LedgerId, MatchRunId } from '../../src/domain/ids.ts';
import type { MatchCertificate } from '../../src/domain/match.ts';
import { applyChunk } from '../../src/ledger/commands/apply-chunk.ts';
import { requestMatching } from '../../src/ledger/commands/request-matching.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { checkCertificate } from '../../src/matching/check-certificate.ts';
import { dryRunMatching } from '../../src/workers/jobs/ask-matching.ts';
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
import { clerkOf, type Clerk } from '../support/clerk.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { testContext } from '../support/work.ts';

const { currency } = euros('1.00');
let database: TestDatabase;
let threads: Threads;
let books: LedgerId;
let clerk: Clerk;
beforeAll(async () => {
  database = await createTestDatabase('night_differences');
  threads = openThreads(1);
});
afterEach(async () => {
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
  for (const certificate of await certificates()) expect(checkCertificate(certificate)).toEqual([]);
});
afterAll(async () => {
  await threads.close();
  await database.drop();
});

type Limits = CommandRequests['set_tolerances'];
const limits = (more: Partial<Limits> = {}): Limits => ({
  writeOff: '5.00',
  writeOffBp: 100,
  writeOffMonthly: '25.00',
  approveWriteOff: '10.00',
  approveRefund: '0.00',
  approveTransfer: '0.00',
  ...more,
});

const vat = (...shares: readonly (readonly [number, string])[]) => shares.map(([rateBp, gross]) => ({ rateBp, gross }));
const invoice = (number: string, amount: string, more: Partial<ItemSpec> = {}): ItemSpec => ({
  number,
  customer: 'Alba',
  amount,
  ...more,
});
/** Called by a letter, which names nothing: `P-A` pays FA2026-0101. */
const paid = (number: string, amount: string, more: Partial<PaymentSpec> = {}): PaymentSpec => ({
  name: `P-${String.fromCodePoint(64 + Number(number.slice(-1)))}`,
  amount,
  bookedOn: '2026-03-02',
  from: 'Customer Alba',
  text: `FACTURE ${number}`,
  ...more,
});
const twoPercent = { bp: 200, until: day('2026-03-02') };

let ledgerCount = 0;
/** Books with these items and payments, before the night; `set`: the limits of the ledger, none by default. */
async function openNight(items: readonly ItemSpec[], payments: readonly PaymentSpec[], set?: Limits): Promise<void> {
  const account = `NIGHT${(ledgerCount += 1)}`;
  books = await openBooks(database.pool, account, account);
  clerk = clerkOf(database.pool, books);
  if (set !== undefined) await clerk.askWithTwo('set_tolerances', set);
  await enterItems(database.pool, books, items);
  const statement = { account, content: `day of ${account}`, opening: '0.00', closedOn: '2026-03-02' };
  await publishPayments(database.pool, books, statement, payments);
}

const context = (chunkSize = 1_000) => testContext(database, threads, { chunkSize });
const runNight = (chunkSize?: number) => matchDue(context(chunkSize), books);
const dueAgain = async () => {
  await requestMatching(database.pool, books, null);
  await runNight();
};

const certificates = async (): Promise<readonly MatchCertificate[]> =>
  (
    await inLedger(database.pool, books, (tx) =>
      tx.query<{ certificate: MatchCertificate }>('select certificate from match_decision order by payment_id'),
    )
  ).rows.map(({ certificate }) => certificate);

const lines = async (sql: string): Promise<readonly string[]> =>
  (await clerk.told(sql)).map((row) => Object.values(row).join(' '));

/** `D 665 2200`: the lines of what runs and people settled, in order. */
const postings = () =>
  lines(`select upper(left(l.side, 1)) as s, l.account, l.amount_minor from posting p join posting_line l on l.posting_id = p.id
    where p.source <> 'entry' order by p.reverses_posting_id is not null, p.posting_date, p.payment_id, l.line_index`);
const allocations = () =>
  lines(`select i.document_number, a.means, a.amount_minor, i.residual_minor from allocation a
    join open_item i on i.id = a.open_item_id order by 1, 2, 3`);
const states = () =>
  lines(`select end_to_end_id, status, coalesce(review_reason, '-'), unapplied_minor from payment order by 1`);

describe('a run books', () => {
  test('a discount of 2 % on a document of two rates, its VAT by rate', async () => {
    // 1,200.00 at 20 % and 105.50 at 5.5 %: of 26.11, 24.00 has 4.00 of tax in it and 2.11 has 0.11.
    const shares = vat([2_000, '1200.00'], [550, '105.50']);
    await openNight(
      [invoice('FA2026-0101', '1305.50', { discount: twoPercent, vat: shares })],
      [paid('FA2026-0101', '1279.39')],
    );
    await runNight();
    expect(await postings()).toEqual(['D 471 127939', 'C 411 130550', 'D 665 2200', 'D 44571 400', 'D 44571 11']);
    expect(await allocations()).toEqual(['FA2026-0101 discount 2611 0', 'FA2026-0101 payment 127939 0']);
    expect(await states()).toEqual(['P-A applied - 0']);
  });

  test('discounts of several documents, each its own, of those that still grant one', async () => {
    const shares = vat([2_000, '120.00']);
    const over = { bp: 200, until: day('2026-01-31') };
    await openNight(
      [
        invoice('FA2026-0101', '120.00', { discount: over, vat: shares, due: '2026-03-10' }),
        invoice('FA2026-0102', '120.00', { discount: twoPercent, vat: shares, due: '2026-03-11' }),
        invoice('FA2026-0103', '120.00', { discount: twoPercent, vat: shares, due: '2026-03-12' }),
      ],
      [paid('FA2026-0101', '355.20', { text: 'FACTURES FA2026-0101 FA2026-0102 FA2026-0103' })],
    );
    await runNight();
    expect(await allocations()).toEqual([
      'FA2026-0101 payment 12000 0',
      'FA2026-0102 discount 240 0',
      'FA2026-0102 payment 11760 0',
      'FA2026-0103 discount 240 0',
      'FA2026-0103 payment 11760 0',
    ]);
    // 2.40 of 20 %: 2.00 and 0.40, twice. One line of cash.
    expect(await postings()).toEqual([
      'D 471 35520',
      'C 411 36000',
      'D 665 200',
      'D 44571 40',
      'D 665 200',
      'D 44571 40',
    ]);
  });

  test.each([
    ['a rounding of 0.02 too little', '99.98', {}, ['D 471 9998', 'C 411 10000', 'D 658 2'], 'write_off 2'],
    ['a rounding of 0.02 too much', '100.02', {}, ['D 471 10002', 'C 411 10000', 'C 758 2'], null],
    [
      'a fee of 7.50 on the way from abroad',
      '92.50',
      { code: 'PMNT/RCDT/XBCT' },
      ['D 471 9250', 'C 411 10000', 'D 627 750'],
      'bank_charge 750',
    ],
  ] as const)('%s', async (_, amount, more, expected, means) => {
    await openNight([invoice('FA2026-0101', '100.00')], [paid('FA2026-0101', amount, more)], limits());
    await runNight();
    expect(await postings()).toEqual(expected);
    expect((await allocations()).filter((line) => !line.includes('payment'))).toEqual(
      means === null ? [] : [`FA2026-0101 ${means} 0`],
    );
    expect(await states()).toEqual(['P-A applied - 0']);
  });
});

test.each([
  ['a discount', '1279.39', { discount: twoPercent, vat: vat([2_000, '1200.00'], [550, '105.50']) }, {}],
  ['a rounding', '1305.48', {}, {}],
  ['a rounding up', '1305.52', {}, {}],
  ['a fee', '1298.00', {}, { code: 'PMNT/RCDT/XBCT' }],
])('%s is taken back whole, tax and difference with it', async (_, amount, terms, more) => {
  await openNight([invoice('FA2026-0101', '1305.50', terms)], [paid('FA2026-0101', amount, more)], limits());
  await runNight();
  const booked = await postings();
  const [posting] = await clerk.told(`select id from posting where source = 'application'`);
  await clerk.ask('reverse_posting', { postingId: String(posting?.['id']) });
  const opposite = booked.map((line) => line.replace(/^[DC]/, (side) => (side === 'D' ? 'C' : 'D')));
  expect((await postings()).toSorted()).toEqual([...booked, ...opposite].toSorted());
  expect(await lines('select residual_minor, unapplied_minor from open_item, payment')).toEqual([
    `130550 ${euros(amount).minor}`,
  ]);
  expect(
    await lines(`select account from posting_line where account <> '512100' group by account
      having sum(case side when 'debit' then amount_minor else -amount_minor end) <> 0`),
  ).toEqual(['471']);
});

describe('the limit of a month', () => {
  const items = ['0101', '0102', '0103', '0104'].map((number) => invoice(`FA2026-${number}`, '100.00'));
  const night: readonly PaymentSpec[] = [
    paid('FA2026-0101', '99.60', { bookedOn: '2026-02-28' }),
    paid('FA2026-0102', '99.60', { bookedOn: '2026-03-01' }),
    paid('FA2026-0103', '100.30', { bookedOn: '2026-03-02' }),
    paid('FA2026-0104', '99.90', { bookedOn: '2026-03-02' }),
  ];
  // 0.40 in February; in March 0.40 of 0.60, then 0.30 that is too much, then 0.10.
  const expected = ['P-A applied - 0', 'P-B applied - 0', 'P-C in_review over_limit 10030', 'P-D applied - 0'];

  test.each([1_000, 1])('is counted in the order of application, chunks of %i', async (chunkSize) => {
    await openNight(items, night, limits({ writeOffMonthly: '0.60' }));
    await runNight(chunkSize);
    expect((await states()).toSorted()).toEqual(expected);
  });

  test('is one for people and runs, and what is taken back frees it', async () => {
    await openNight([...items, invoice('FA2026-0105', '100.00')], night, limits({ writeOffMonthly: '0.60' }));
    const names = await readNames(database.pool, books);
    const openItemId = names.item('FA2026-0105');
    await clerk.ask('write_off', { openItemId, residual: '100.00', amount: '0.60' });
    await runNight();
    expect((await states()).filter((line) => line.includes('applied'))).toEqual(['P-A applied - 0']);
    await expect(clerk.ask('write_off', { openItemId, residual: '99.40', amount: '0.01' })).rejects.toMatchObject({
      refusal: { code: 'ledger.write_off_over_limit' },
    });
    const [posting] = await clerk.told(`select id from posting where source = 'command'`);
    await clerk.ask('reverse_posting', { postingId: String(posting?.['id']) });
    await dueAgain();
    expect((await states()).toSorted()).toEqual(expected);
  });

  test('does not count again when a chunk is applied twice', async () => {
    await openNight(items, night, limits({ writeOffMonthly: '0.60' }));
    await runNight();
    const [before, run] = [await postings(), await lines('select id from match_run')];
    const again = await applyChunk(database.pool, books, run[0] as MatchRunId, 0, act);
    expect(again).toEqual({ appliedCount: 3, reviewCount: 1 });
    expect(await postings()).toEqual(before);
  });
});

describe('a night with differences', () => {
  const night = () =>
    openNight(
      [
        invoice('FA2026-0101', '100.00', { discount: twoPercent, vat: vat([2_000, '100.00']) }),
        invoice('FA2026-0102', '200.00'),
        invoice('FA2026-0103', '300.00'),
      ],
      [
        paid('FA2026-0101', '98.00'),
        paid('FA2026-0102', '200.02'),
        paid('FA2026-0103', '290.00', { code: 'PMNT/RCDT/XBCT' }),
      ],
      limits(),
    );

  test('is foreseen by a dry run, and decided again to the byte', async () => {
    await night();
    expect(await dryRunMatching(context(), books, currency)).toMatchObject({ appliedCount: 3, reviewCount: 0 });
    await runNight();
    expect((await states()).filter((line) => line.includes('applied'))).toHaveLength(3);
    // The limits of today are not those of then.
    await clerk.askWithTwo('set_tolerances', limits({ writeOff: '0.00' }));
    expect(await replayRun(context(), books, { runNumber: 1 })).toMatchObject({ isIdentical: true });
    expect(await lines('select policy -> $$amountClasses$$ from match_run')).toEqual([
      'exact,partial,over,retention,discount,rounding,fee',
    ]);
  });
});

test.each<[string, readonly ItemSpec[], PaymentSpec, string]>([
  ['the debtor names it', [invoice('FA2026-0101', '100.00')], paid('FA2026-0101', '100.00'), 'named_by_debtor'],
  [
    'only one has the amount',
    [invoice('FA2026-0101', '100.50'), invoice('FA2026-0102', '77.00')],
    paid('FA2026-0101', '100.50', { text: 'VIREMENT' }),
    'only_possible',
  ],
  [
    'they are all that is due',
    [
      invoice('FA2026-0101', '100.50', { due: '2026-01-10' }),
      invoice('FA2026-0102', '77.20', { due: '2026-02-10' }),
      invoice('FA2026-0103', '43.70', { due: '2026-05-10' }),
      invoice('FA2026-0104', '12.90', { due: '2026-06-10' }),
    ],
    paid('FA2026-0101', '177.70', { text: 'VIREMENT' }),
    'legal_order',
  ],
])('an allocation says why this item: %s', async (_, items, payment, basis) => {
  await openNight(items, [payment]);
  await runNight();
  expect(await lines('select distinct basis from allocation')).toEqual([basis]);
});

describe('a run asks', () => {
  const taxed = { vat: vat([2_000, '100.00']) };
  test.each<[string, Partial<ItemSpec>, Partial<PaymentSpec> & { amount: string }, Limits | undefined, string]>([
    [
      'when a document of a discount does not say its VAT',
      { discount: twoPercent },
      { amount: '98.00' },
      limits(),
      'vat_unknown',
    ],
    [
      'when the day of a discount is over',
      { ...taxed, discount: { bp: 200, until: day('2026-03-01') } },
      { amount: '98.00' },
      limits(),
      'discount_late',
    ],
    ['about a rounding, where no limits are set', {}, { amount: '99.98' }, undefined, 'not_bookable'],
    [
      'about a fee, where no limits are set',
      {},
      { amount: '92.50', code: 'PMNT/RCDT/XBCT' },
      undefined,
      'not_bookable',
    ],
    ['a cent above the amount', {}, { amount: '99.98' }, limits({ writeOff: '0.01' }), 'over_limit'],
    ['a cent above the share', {}, { amount: '99.98' }, limits({ writeOffBp: 1 }), 'over_limit'],
    ['a cent above the month', {}, { amount: '100.02' }, limits({ writeOffMonthly: '0.01' }), 'over_limit'],
    ['above what one may alone', {}, { amount: '99.98' }, limits({ approveWriteOff: '0.01' }), 'over_limit'],
    [
      'for a fee above what one may alone',
      {},
      { amount: '92.50', code: 'PMNT/RCDT/XBCT' },
      limits({ approveWriteOff: '7.49' }),
      'over_limit',
    ],
  ])('%s', async (_, terms, { amount, ...more }, set, reason) => {
    await openNight([invoice('FA2026-0101', '100.00', terms)], [paid('FA2026-0101', amount, more)], set);
    await runNight();
    expect(await states()).toEqual([`P-A in_review ${reason} ${euros(amount).minor}`]);
    expect(await postings()).toEqual([]);
    // Whose queue it is in, whatever the run had decided of it.
    expect(
      await lines('select c.code from match_decision d join customer c on c.id = d.suggested_customer_id'),
    ).toEqual(['Alba']);
  });

  test('and books what the limits allow to the cent', async () => {
    const exact = limits({ writeOff: '0.02', writeOffBp: 2, writeOffMonthly: '0.02', approveWriteOff: '0.02' });
    await openNight([invoice('FA2026-0101', '100.00')], [paid('FA2026-0101', '99.98')], exact);
    await runNight();
    expect(await states()).toEqual(['P-A applied - 0']);
  });
});
