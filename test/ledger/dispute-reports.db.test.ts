/**
 * The tables that say why customers do not pay. The synthesis is the one of a French course on receivables: 152 overdue
 * invoices under five causes, 121,500 euros, and 73 customers only for who adds the rows up.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disputeCauses, disputeSynthesis, listDisputesOf } from '../../src/cli/commands/disputes.ts';
import type { Output } from '../../src/cli/output.ts';
import type { Command, CommandKind, CommandRequests } from '../../src/domain/command.ts';
import type { DisputeCategory } from '../../src/domain/dispute.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { formatDecimal, money } from '../../src/domain/money.ts';
import { carryOut } from '../../src/ledger/commands/carry-out.ts';
import { findDispute, listDisputeReasons, listDisputes } from '../../src/ledger/queries/disputes.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import type { WorkContext } from '../../src/workers/work-context.ts';
import {
  act,
  enterItems,
  euros,
  openBooks,
  publishPayments,
  readNames,
  type ItemSpec,
  type Names,
} from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('dispute_reports');
afterAll(() => database.drop());

const at = (instant: string) => ({ ...act, now: new Date(instant) });

const askIn = async <Kind extends CommandKind>(
  books: LedgerId,
  instant: string,
  kind: Kind,
  request: CommandRequests[Kind],
): Promise<Readonly<Record<string, unknown>>> => {
  const command = { id: randomUUID(), kind, request, reason: 'a test' } as Command;
  const result = await carryOut(database.pool, books, command, at(instant));
  if (result.state !== 'done') throw new Error(result.state);
  return result.outcome as Record<string, unknown>;
};

/** What a command prints. */
async function printed(
  command: (session: { context: WorkContext }, output: Output) => Promise<number>,
  isJson = false,
): Promise<string> {
  let text = '';
  const output: Output = {
    isJson,
    write: (written) => (text += written),
    say: (said) => (text += `${said}\n`),
    onProgress: () => undefined,
  };
  const context = { pool: database.pool, now: () => new Date('2026-05-01T12:00:00Z') } as WorkContext;
  await command({ context }, output);
  return text;
}

describe('the synthesis', () => {
  const causes: readonly Readonly<{
    category: DisputeCategory;
    reasonCode: string;
    euros: bigint;
    invoices: number;
    /** Numbers of the first customer and of the one after the last: some are in several rows. */
    customers: readonly [number, number];
  }>[] = [
    { category: 'A', reasonCode: 'price', euros: 16_500n, invoices: 20, customers: [1, 11] },
    { category: 'B', reasonCode: 'quantity', euros: 45_600n, invoices: 58, customers: [6, 24] },
    { category: 'C', reasonCode: 'payment_terms', euros: 2_500n, invoices: 4, customers: [1, 4] },
    { category: 'D', reasonCode: 'cash_shortage', euros: 24_500n, invoices: 14, customers: [20, 28] },
    { category: 'E', reasonCode: 'not_chased', euros: 32_400n, invoices: 56, customers: [20, 54] },
  ];

  /** The invoices of a cause: equal shares, the last takes what is left over; of every third more was invoiced. */
  const invoicesOf = ({ category, euros: sum, invoices, customers: [first, end] }: (typeof causes)[number]) => {
    const share = (sum * 100n) / BigInt(invoices);
    return Array.from({ length: invoices }, (_, place): ItemSpec & { residual: string } => {
      const last = sum * 100n - share * BigInt(invoices - 1);
      const minor = place === invoices - 1 ? last : share;
      const decimal = (value: bigint) => formatDecimal(money(value, euros('1.00').currency));
      return {
        number: `${category}-${String(place + 1).padStart(3, '0')}`,
        customer: `K${String(first + (place % (end - first))).padStart(2, '0')}`,
        amount: decimal(place % 3 === 0 ? minor + 1_000n : minor),
        residual: decimal(minor),
      };
    });
  };

  let books: LedgerId;
  let names: Names;
  const synthesis = (asOf: string, options: Readonly<{ since?: string; csv?: boolean }> = {}, isJson = false) =>
    printed(
      (session, output) =>
        disputeSynthesis(session, output, { ledger: 'synthesis', csv: false, currency: 'EUR', asOf, ...options }),
      isJson,
    );

  beforeAll(async () => {
    books = await openBooks(database.pool, 'synthesis', 'SYNTHESIS');
    await enterItems(database.pool, books, [
      ...causes.flatMap(invoicesOf),
      { number: 'LATER', customer: 'K60', amount: '999.00', due: '2026-06-30' },
      { number: 'NOTE', customer: 'K61', amount: '500.00', kind: 'credit_note' },
    ]);
    const statement = { account: 'SYNTHESIS', content: 'synthesis', opening: '0.00', closedOn: '2026-04-20' };
    await publishPayments(database.pool, books, statement, [
      { name: 'P', amount: '825.00', bookedOn: '2026-04-20', side: 'credit' },
    ]);
    names = await readNames(database.pool, books);
    for (const cause of causes)
      for (const { number, residual } of invoicesOf(cause))
        await askIn(books, cause.category === 'E' ? '2026-04-10T10:00:00Z' : '2026-04-01T10:00:00Z', 'open_dispute', {
          openItemId: names.item(number),
          residual,
          // The status is of the document: what is left of it counts, however little is disputed.
          amount: number.endsWith('1') ? residual : '1.00',
          openedFrom: 'invoice',
          category: cause.category,
          reasonCode: cause.reasonCode,
        });
    await askIn(books, '2026-04-01T10:00:00Z', 'open_dispute', {
      openItemId: names.item('LATER'),
      residual: '999.00',
      amount: '999.00',
      openedFrom: 'invoice',
      category: 'B',
      reasonCode: 'quality',
    });
    // A second, smaller dispute changes no status.
    await askIn(books, '2026-04-01T10:00:00Z', 'open_dispute', {
      openItemId: names.item('B-002'),
      residual: '786.20',
      amount: '0.50',
      openedFrom: 'invoice',
      category: 'C',
      reasonCode: 'customer_process',
    });
    await askIn(books, '2026-04-21T10:00:00Z', 'settle_payment', {
      paymentId: names.payment('P'),
      version: 1,
      parts: [{ use: 'items', lines: [{ openItemId: names.item('A-001'), residual: '825.00', cleared: '825.00' }] }],
    });
    expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
  }, 120_000);

  test('has the figures of the course, by residual, every customer once overall', async () => {
    expect(await synthesis('2026-04-15')).toBe(
      [
        '  status       why                         EUR  share %  invoices  customers',
        '  A            invoicing             16,500.00     13.6        20         10',
        '  B            delivery or service   45,600.00     37.5        58         18',
        '  C            administration         2,500.00      2.1         4          3',
        '  D            solvency              24,500.00     20.2        14          8',
        '  E            nobody chased it      32,400.00     26.7        56         34',
        '  unqualified  no dispute says why        0.00      0.0         0          0',
        '  total                             121,500.00    100.0       152         53',
        '',
      ].join('\n'),
    );
    const { now } = JSON.parse(await synthesis('2026-04-15', {}, true)) as {
      now: { rows: readonly { customerCount: number }[] };
    };
    expect(now.rows.reduce((sum, { customerCount }) => sum + customerCount, 0)).toBe(73);
  });

  test('is known as of any instant: before a dispute its invoice says nothing of why', async () => {
    const csv = await synthesis('2026-04-05', { csv: true });
    expect(csv).toContain('E,nobody chased it,0.00,0.0,0,0\n');
    expect(csv).toContain('unqualified,no dispute says why,32400.00,26.7,56,34\n');
    expect(await synthesis('2026-03-15', { csv: true })).toContain('total,,0.00,0.0,0,0\n');
  });

  test('tells what moved since: a paid invoice is gone, and is there again as of the day before', async () => {
    const csv = await synthesis('2026-04-21T12:00:00+02:00', { since: '2026-04-05', csv: true });
    expect(csv.split('\n')).toEqual([
      'status,why,EUR,share %,invoices,customers,EUR change,invoices change,customers change',
      'A,invoicing,15675.00,13.0,19,10,-825.00,-1,0',
      'B,delivery or service,45600.00,37.8,58,18,0.00,0,0',
      'C,administration,2500.00,2.1,4,3,0.00,0,0',
      'D,solvency,24500.00,20.3,14,8,0.00,0,0',
      'E,nobody chased it,32400.00,26.8,56,34,32400.00,56,34',
      'unqualified,no dispute says why,0.00,0.0,0,0,-32400.00,-56,-34',
      'total,,120675.00,100.0,151,53,-825.00,-1,0',
      '',
    ]);
    expect(await synthesis('2026-04-20', { csv: true })).toContain('A,invoicing,16500.00,13.6,20,10\n');
  });

  test('is asked for in a currency and for a time that there is', async () => {
    expect(await synthesis('yesterday')).toContain('--as-of and --since take a day');
    const wrong = printed((session, output) =>
      disputeSynthesis(session, output, { ledger: 'synthesis', csv: false, currency: 'EURO' }),
    );
    expect(await wrong).toContain('--currency takes');
  });
});

describe('the causes', () => {
  let books: LedgerId;
  let ids: readonly string[];

  beforeAll(async () => {
    books = await openBooks(database.pool, 'causes', 'CAUSES');
    const numbers = ['F-1', 'F-2', 'F-3', 'F-4', '=F-5'];
    await enterItems(
      database.pool,
      books,
      numbers.map((number) => ({ number, customer: 'C1', amount: '100.00' })),
    );
    const names = await readNames(database.pool, books);
    const opened: string[] = [];
    for (const [place, number] of numbers.entries()) {
      const { disputeId } = await askIn(books, '2026-04-01T10:00:00Z', 'open_dispute', {
        openItemId: names.item(number),
        residual: '100.00',
        amount: `${place + 1}0.00`,
        openedFrom: 'residual',
        ...(place === 4 ? { category: 'A', reasonCode: 'price' } : { category: 'B', reasonCode: 'quality' }),
        owner: place === 4 ? 'anna' : 'ben',
      });
      opened.push(String(disputeId));
    }
    ids = opened;
    const days = ['2026-04-02T10:00:00Z', '2026-04-04T10:00:00Z', '2026-04-11T10:00:00Z'];
    for (const [place, instant] of days.entries())
      await askIn(books, instant, 'resolve_dispute', {
        disputeId: ids[place] ?? '',
        version: 1,
        resolution: 'rejection',
      });
  });

  const causes = (asOf: string) =>
    printed((session, output) =>
      disputeCauses(session, output, { ledger: 'causes', csv: true, currency: 'EUR', asOf }),
    );

  test('say how much, how many, and how long', async () => {
    expect(await causes('2026-04-30T10:00:00Z')).toBe(
      [
        'reason,why,EUR,disputes,resolved,median days,90 % within,open,EUR open,median age,oldest',
        'A price,Price other than agreed,50.00,1,0,,,1,50.00,29,29',
        'B quality,Quality,100.00,4,3,3,10,1,40.00,29,29',
        '',
      ].join('\n'),
    );
    expect(await causes('2026-04-06T10:00:00Z')).toContain('B quality,Quality,100.00,4,2,1,3,2,70.00,5,5\n');
    expect((await causes('2026-03-01')).split('\n')).toHaveLength(2);
  });

  test('and the list says who sees to each; a document number is no formula', async () => {
    const list = (options: Readonly<{ owner?: string; state?: 'open' | 'all'; limit?: string }>, csv = false) =>
      printed((session, output) =>
        listDisputesOf(session, output, { ledger: 'causes', csv, state: 'open', limit: '10', ...options }),
      );
    const csv = await list({ owner: 'anna' }, true);
    expect(csv.split('\n')[1]).toBe(`${ids[4]},C1,'=F-5,2026-03-15,50.00,EUR,A price,anna,,open`);
    expect((await list({})).trim().split('\n')).toHaveLength(3);
    expect((await list({ state: 'all' })).match(/rejection/g)).toHaveLength(3);
    expect(await list({ owner: 'nobody' })).toBe('Nothing is disputed.\n');
    expect(await list({ limit: '2', state: 'all' })).toContain('There are more');
    expect(await list({ limit: 'many' })).toContain('--limit takes');
  });

  test('and a dispute tells its history; reasons are listed before there are any', async () => {
    const history = await findDispute(database.pool, books, ids[0] ?? '');
    expect(history).toMatchObject({ state: 'resolved', resolution: 'rejection', version: 2, category: 'B' });
    expect(history.events.map(({ kind, details }) => `${kind} ${details['state']}`)).toEqual([
      'opened open',
      'resolved resolved',
    ]);
    await expect(findDispute(database.pool, books, randomUUID())).rejects.toMatchObject({
      refusal: { code: 'ledger.not_found' },
    });
    const filter = { category: 'A', customer: 'C1' } as const;
    expect((await listDisputes(database.pool, books, filter, { limit: 5 })).items).toHaveLength(1);
    const empty = await openBooks(database.pool, 'no-reasons', 'NOREASONS');
    expect(await listDisputeReasons(database.pool, empty)).toHaveLength(14);
    expect((await listDisputeReasons(database.pool, books)).map(({ code }) => code)).toContain('quality');
  });
});
