/** What the pages reckon themselves: sums, proofs, who is to be chased, and events as they come. */
import { expect, test } from 'vitest';
import { readEvents, type StreamEvent } from '../../web/src/events.ts';
import { differenceOf, isZero, sumsOf } from '../../web/src/money.ts';
import { adviceOn } from '../../web/src/pages/customers/chase.ts';
import { chainsOf, remainderOf } from '../../web/src/pages/nights/statement-chain.ts';
import { instantText } from '../../web/src/words/written.ts';

const eur = (value: string) => ({ value, currency: 'EUR' });

test('sums are exact, by currency, and beyond what a float holds', () => {
  const amounts = [eur('0.10'), { value: '7', currency: 'JPY' }, eur('0.20'), eur('90071992547409.93')];
  expect(sumsOf(amounts)).toEqual([eur('90071992547410.23'), { value: '7', currency: 'JPY' }]);
  expect(differenceOf(eur('0.30'), eur('0.31'))).toEqual(eur('-0.01'));
  expect(differenceOf(eur('-0.05'), eur('1.00'))).toEqual(eur('-1.05'));
  expect(isZero(differenceOf(eur('12.00'), eur('12.00')))).toBe(true);
});

test('an instant is written as its day is, with the time on the wall', () => {
  const instant = new Date(2026, 2, 1, 23, 5, 9).toISOString();
  expect(instantText(instant, 'en')).toBe('01.03.2026 23:05:09');
  expect(instantText(instant, 'fr')).toBe('01/03/2026 23:05:09');
});

const statement = (account: string, statementDate: string, [opening, credits, debits, closing]: readonly string[]) => ({
  account,
  statementDate,
  opening: eur(opening ?? ''),
  credits: eur(credits ?? ''),
  debits: eur(debits ?? ''),
  closing: eur(closing ?? ''),
  entryCount: 1,
});

test('a chain of statements shows what does not add up, what does not follow, and which numbers are missing', () => {
  const statements = [
    statement('A', '2026-03-02', ['10.00', '5.00', '2.00', '13.00']),
    statement('B', '2026-03-02', ['1.00', '0.00', '0.00', '1.00']),
    statement('A', '2026-03-03', ['13.00', '1.00', '0.00', '14.10']),
    statement('A', '2026-03-04', ['20.10', '0.00', '0.10', '20.00']),
  ];
  const missing = { account: 'A', after: '2026-03-03', from: 4, to: 5 };
  const [first, second] = chainsOf(statements, [missing]);
  expect(first?.account).toBe('A');
  expect(first?.links.map(({ statement: { statementDate }, gap }) => [statementDate, gap?.value ?? null])).toEqual([
    ['2026-03-04', '6.00'],
    ['2026-03-03', '0.00'],
    ['2026-03-02', null],
  ]);
  expect(first?.links.map((link) => link.missing)).toEqual([missing, null, null]);
  expect(first?.links.map((link) => remainderOf(link.statement).value)).toEqual(['0.00', '-0.10', '0.00']);
  expect(second?.links).toHaveLength(1);
});

test.each([
  ['nothing is overdue', '0.00', '0.00', '50.00', 'nothing_due', '0.00'],
  ['all that is overdue is disputed', '100.00', '100.00', '0.00', 'disputed', '100.00'],
  ['more is disputed than is overdue', '100.00', '150.00', '0.00', 'disputed', '150.00'],
  ['money of the customer covers it', '100.00', '20.00', '80.00', 'credits', '80.00'],
  ['a cent is left', '100.00', '20.00', '79.99', 'chase', '0.01'],
])('%s', (_case, overdue, disputed, credits, verdict, amount) => {
  const balance = { overdue: eur(overdue), disputed: eur(disputed), credits: eur(credits) };
  expect(adviceOn(balance)).toEqual({ verdict, amount: eur(amount) });
});

const streamed = `: still here\n\nevent: progress\ndata: {"state":"é"}\n\nevent: end\ndata: {}\n\nevent: half`;

test('events are the same wherever their bytes are cut; what is not whole is not told', async () => {
  const bytes = new TextEncoder().encode(streamed);
  for (let cut = 1; cut < bytes.length; cut += 1) {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.slice(0, cut));
        controller.enqueue(bytes.slice(cut));
        controller.close();
      },
    });
    const events: StreamEvent[] = [];
    for await (const event of readEvents(body)) events.push(event);
    expect([cut, events]).toEqual([
      cut,
      [
        { name: 'progress', data: '{"state":"é"}' },
        { name: 'end', data: '{}' },
      ],
    ]);
  }
});
