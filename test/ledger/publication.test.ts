import { describe, expect, test } from 'vitest';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import { planPublication } from '../../src/ledger/plan/publication.ts';
import { chainOf, eur, statement, type Given } from '../support/plan-statements.ts';

const undated = { amount: { minor: 1n, currency: eur }, date: null };

const monday = { day: '2026-03-02', opening: 100n, closing: 250n };
const tuesday = { day: '2026-03-03', opening: 250n, closing: 240n };
const wednesday = { day: '2026-03-04', opening: 240n, closing: 300n };

describe('planPublication', () => {
  test.each([
    ['the first statement of an account', chainOf(), monday, 'published', null],
    ['the next day', chainOf(monday), tuesday, 'published', null],
    ['the day before the first', chainOf(tuesday), monday, 'published', null],
    ['a day after a gap', chainOf(monday), wednesday, 'held', 'ingest.statement_gap'],
    [
      'one cent beside the last closing balance',
      chainOf(monday),
      { ...tuesday, opening: 251n },
      'held',
      'ingest.statement_gap',
    ],
    ['the same statement again', chainOf(monday, tuesday), monday, 'duplicate', null],
    [
      'the same statement id with other content',
      chainOf(monday),
      { ...monday, content: 'other' },
      'quarantined',
      'ingest.statement_conflict',
    ],
    [
      'the same day under another id, all entries known',
      chainOf(monday),
      { ...monday, id: 'R', content: 'r', overlap: 1 },
      'duplicate',
      null,
    ],
    [
      'another total under another id, entries known',
      chainOf(monday),
      { ...monday, id: 'R', content: 'r', closing: 251n, overlap: 1 },
      'quarantined',
      'ingest.entries_already_booked',
    ],
    [
      'a day inside a whole chain',
      chainOf(monday, tuesday, wednesday),
      { day: '2026-03-03', opening: 1n, closing: 2n, id: 'X' },
      'held',
      'ingest.statement_out_of_chain',
    ],
    [
      'a second statement of the day that continues it',
      chainOf(monday),
      { day: '2026-03-02', opening: 250n, closing: 260n, id: 'B' },
      'published',
      null,
    ],
  ] as const)('%s', (_name, chain, given, state, code) => {
    const plan = planPublication([statement(given)], chain);
    expect([plan.state, plan.findings[0]?.code ?? null]).toEqual([state, code]);
    expect(plan.publish).toHaveLength(state === 'published' ? 1 : 0);
  });

  test('keeps the whole file back when one of its statements is of an unknown account', () => {
    const unknown = { ...statement(tuesday, 1), bankAccount: null };
    const plan = planPublication([statement(monday), unknown], chainOf());
    expect(plan).toMatchObject({ state: 'quarantined', publish: [], findings: [{ code: 'ingest.account_unknown' }] });
  });

  test.each([
    ['ingest.statement_without_balance', { openingBalance: null }],
    ['ingest.statement_without_balance', { closingBalance: null }],
    ['ingest.account_currency_differs', { currency: 'USD' as CurrencyCode }],
    ['ingest.statement_date_missing', { openingBalance: undated, closingBalance: undated }],
  ] as const)('keeps back with %s what lacks %o', (code, lack) => {
    const whole = statement(monday);
    const plan = planPublication([{ ...whole, summary: { ...whole.summary, ...lack } }], chainOf());
    expect(plan).toMatchObject({ state: 'quarantined', publish: [], findings: [{ code }] });
  });

  test('takes the statements of one file in the order of their days', () => {
    const plan = planPublication([statement(tuesday, 0), statement(monday, 1)], chainOf());
    expect(plan.publish.map(({ statementIndex }) => statementIndex)).toEqual([1, 0]);
  });

  test('ends in the same chain for every order in which seven days are delivered', () => {
    const days = [100n, 250n, 240n, 300n, 300n, 310n, 290n, 500n];
    const week = days.slice(1).map((closing, index) => ({
      day: `2026-03-0${index + 2}`,
      opening: days[index] ?? 0n,
      closing,
    }));
    const ends = new Set<string>();
    let orderCount = 0;
    for (const order of permutations(week)) {
      orderCount += 1;
      ends.add(deliver(order));
    }
    expect(orderCount).toBe(5_040);
    expect([...ends]).toEqual([week.map(({ day }) => `${day}/0`).join(' ')]);
  });
});

/** Delivers one file a statement; a held one is tried again after each that is published. */
function deliver(order: readonly Given[]): string {
  let links: Given[] = [];
  let waiting: Given[] = [];
  const place = new Map<string, number>();
  for (const given of order) {
    waiting.push(given);
    for (let moved = true; moved;) {
      moved = false;
      for (const candidate of waiting.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
        const plan = planPublication([statement(candidate)], chainOf(...links));
        const [planned] = plan.publish;
        if (planned === undefined) continue;
        place.set(planned.statementDate, planned.dayRank);
        links = [...links, candidate].toSorted((a, b) => (a.day < b.day ? -1 : 1));
        waiting = waiting.filter((other) => other !== candidate);
        moved = true;
        break;
      }
    }
  }
  return [...place]
    .map(([day, rank]) => `${day}/${rank}`)
    .toSorted()
    .join(' ');
}

function* permutations<T>(values: readonly T[]): Generator<readonly T[]> {
  if (values.length <= 1) return yield values;
  for (const [index, value] of values.entries()) {
    for (const rest of permutations(values.toSpliced(index, 1))) yield [value, ...rest];
  }
}
