/** Days that only together fit; days that are missing; holes that a company lets be. Pure plans, no database. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planPublication, planTogether } from '../../src/ledger/plan/publication.ts';
import { chainOf, daysFrom, statement, type Circumstances, type Given } from '../support/plan-statements.ts';

const kept = (given: Given, around: Circumstances, links: readonly Given[]) =>
  planPublication([statement(given, 0, around)], chainOf(...links));

const [monday, tuesday, wednesday, thursday, friday] = daysFrom('2026-03-02', [
  100n,
  150n,
  250n,
  150n,
  150n,
  180n,
]) as readonly [Given, Given, Given, Given, Given];

describe('days that only together move nothing', () => {
  const whole = chainOf(monday, thursday, friday);

  test('are each held alone, and published together', () => {
    for (const day of [tuesday, wednesday]) expect(planPublication([statement(day)], whole).state).toBe('held');
    const plans = planTogether([[statement(wednesday)], [statement(tuesday)]], whole);
    expect(plans.map(({ state }) => state)).toEqual(['published', 'published']);
    expect(plans.flatMap(({ publish }) => publish.map(({ dayRank }) => dayRank))).toEqual([0, 0]);
  });

  test('are published from one file too', () => {
    expect(planPublication([statement(tuesday, 0), statement(wednesday, 1)], whole).state).toBe('published');
  });

  test('stay held while one of their files has something else that does not fit', () => {
    const stray = statement({ day: '2026-03-09', opening: 1n, closing: 2n }, 1);
    const plans = planTogether([[statement(wednesday)], [statement(tuesday), stray]], whole);
    expect(plans.map(({ state }) => state)).toEqual(['held', 'held']);
  });

  test('are not taken when their entries are on the account already', () => {
    const plans = planTogether([[statement({ ...wednesday, overlap: 1 })], [statement(tuesday)]], whole);
    expect(plans.map(({ state }) => state)).toEqual(['held', 'held']);
  });
});

test('whatever the order and the grouping of deliveries, all days end in the chain, each once', () => {
  const balance = fc.constantFrom(100n, 200n, 300n);
  fc.assert(
    fc.property(fc.array(balance, { minLength: 3, maxLength: 9 }), fc.infiniteStream(fc.nat()), (balances, random) => {
      const days = daysFrom('2026-03-02', balances);
      const order = shuffled(days, random);
      let links: readonly Given[] = [];
      let waiting: readonly Given[] = [];
      for (const day of order) {
        waiting = [...waiting, day];
        for (;;) {
          const plans = planTogether(
            waiting.map((given) => [statement(given)]),
            chainOf(...links),
          );
          const published = waiting.filter((_, index) => plans[index]?.state === 'published');
          if (published.length === 0) break;
          links = [...links, ...published].toSorted((a, b) => (a.day < b.day ? -1 : 1));
          waiting = waiting.filter((given) => !published.includes(given));
        }
      }
      expect([links, waiting]).toEqual([days, []]);
    }),
    { numRuns: 500 },
  );
});

describe('a missing day', () => {
  const month = daysFrom(
    '2026-03-01',
    Array.from({ length: 33 }, (_, index) => BigInt(1_000 + index * index * 7)),
  );

  test('is named beside the nearest day that came, where two are missing', () => {
    const came = [5, 6, 8].flatMap((index) => month[index] ?? []);
    const plans = planTogether(
      came.map((given) => [statement(given)]),
      chainOf(...month.slice(0, 4)),
    );
    const [first, behind, second] = plans.map(({ findings }) => findings[0]?.message ?? '');
    expect(first).toContain('the statement of 2026-03-04 closes with 11.12');
    expect(behind).toContain('It continues the statement of 2026-03-06');
    expect(second).toContain('the statement of 2026-03-07 closes with 13.43');
    expect(second).toContain('Entries of 1.05 in all are missing');
  });

  test('is named with its neighbours and its amount: 30 of 30', () => {
    const named = Array.from({ length: 30 }, (_, index) => index + 1).filter((missing) => {
      const before = month.slice(0, missing);
      const after = month.slice(missing + 1);
      const plans = planTogether(
        after.map((given) => [statement(given)]),
        chainOf(...before),
      );
      const [first, ...others] = plans;
      const [last, gone, next] = [before.at(-1), month[missing], after[0]];
      const message = first?.findings[0]?.message ?? '';
      return (
        plans.every(({ state }) => state === 'held') &&
        message.includes(last?.day ?? '?') &&
        message.includes(next?.day ?? '?') &&
        message.includes(decimal((gone?.closing ?? 0n) - (gone?.opening ?? 0n))) &&
        others.every(({ findings }) => findings[0]?.message.includes('waits for a missing one') === true)
      );
    });
    expect(named).toHaveLength(30);
  });

  test('is named with the numbers around it when the bank gives some', () => {
    const plan = kept({ ...wednesday, sequence: '14/1' }, {}, [{ ...monday, sequence: '12' }]);
    expect(plan.findings[0]?.message).toContain('between numbers 12 and 14/1');
  });
});

describe('a gap that the company lets be', () => {
  const around: Circumstances = { policy: { onMissingStatement: 'publish' } };

  test('is published with the finding on the statement, and says what it left open', () => {
    const plan = kept(wednesday, around, [monday]);
    expect(plan).toMatchObject({
      state: 'published',
      findings: [],
      publish: [
        {
          gapBeforeMinor: monday.closing,
          gapAfterMinor: null,
          summary: { findings: [{ code: 'ingest.statement_gap', severity: 'warn' }] },
        },
      ],
    });
  });

  test('is closed by the missing day, between its neighbours', () => {
    expect(kept(tuesday, {}, [monday, wednesday])).toMatchObject({
      state: 'published',
      publish: [{ dayRank: 0, gapBeforeMinor: null, gapAfterMinor: null }],
    });
  });

  test('becomes smaller by a day that fits one of its ends', () => {
    const later = { ...friday, opening: 151n };
    expect(kept(tuesday, {}, [monday, later])).toMatchObject({
      state: 'published',
      publish: [{ gapBeforeMinor: null, gapAfterMinor: 151n }],
    });
    expect(
      kept({ ...thursday, opening: 140n, closing: 151n }, {}, [monday, { ...friday, opening: 151n }]),
    ).toMatchObject({
      state: 'published',
      publish: [{ gapBeforeMinor: 150n, gapAfterMinor: null }],
    });
  });

  test('takes no statement into a chain that has no hole, nor one whose entries are there', () => {
    const stray = { day: '2026-03-03', opening: 1n, closing: 2n };
    expect(kept(stray, around, [monday, { ...wednesday, opening: monday.closing }])).toMatchObject({
      state: 'held',
      findings: [{ code: 'ingest.statement_out_of_chain' }],
    });
    expect(kept({ ...wednesday, overlap: 1 }, around, [monday]).state).toBe('quarantined');
  });

  test('can be a reason to set the statement aside', () => {
    const plan = kept(wednesday, { policy: { onMissingStatement: 'quarantine' } }, [monday]);
    expect(plan).toMatchObject({ state: 'quarantined', findings: [{ code: 'ingest.statement_gap' }] });
  });
});

const decimal = (minor: bigint): string => {
  const digits = String(minor).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

function shuffled<T>(values: readonly T[], random: Iterator<number>): readonly T[] {
  const left = [...values];
  const order: T[] = [];
  while (left.length > 0) order.push(...left.splice(Number(random.next().value) % left.length, 1));
  return order;
}
