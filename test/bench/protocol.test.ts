/** The daily protocol, with an engine that is small but works: it applies what is quoted by number and exact in amount. */
import { describe, expect, test } from 'vitest';
import { judge } from '../../bench/matching/judge.ts';
import { EngineFailed, runProtocol, type DayTiming } from '../../bench/matching/protocol.ts';
import { score } from '../../bench/matching/score.ts';
import type { BenchData, BenchLine, Decision, OpenEngine } from '../../bench/matching/types.ts';
import { aLedger, aLine, anItem, applies, aTruth, leavesAlone } from './score-ledger.ts';

/** Applies a line whose text quotes exactly one open document of exactly its amount; learns what has been paid. */
const openExactReference: OpenEngine = ({ items }) => {
  const open = new Map(items.map((item) => [item.number, item]));
  const numberOf = new Map(items.map((item) => [item.id, item.number]));
  const decideLine = (line: BenchLine): Decision => {
    const quoted = line.text.split(' ').flatMap((word) => open.get(word) ?? []);
    const [item, ...others] = quoted.filter(({ issued }) => issued <= line.date);
    if (item === undefined || others.length > 0 || item.amount !== line.amount) return leavesAlone(line.id);
    open.delete(item.number); // A second line of the same day can't have it.
    return applies(line.id, { [item.id]: item.amount }, { customer: item.customer });
  };
  return {
    name: 'exact reference',
    decideDay: (_, __, lines) => lines.map(decideLine),
    learn(_, truths) {
      for (const { item } of truths.flatMap(({ alloc }) => alloc)) open.delete(numberOf.get(item) ?? '');
    },
  };
};

const threeDays = (): BenchData =>
  aLedger({
    items: [
      anItem(1, 100_00),
      anItem(2, 250_00),
      anItem(3, 40_00),
      anItem(4, 60_00, { issued: '2024-06-05' }),
      anItem(5, 90_00),
    ],
    lines: [
      aLine(10, 100_00, { text: 'PAIEMENT FA2024-00001' }),
      aLine(11, 250_00, { text: 'MERCI' }),
      aLine(12, 40_00, { text: 'FA2024-00003' }),
      aLine(13, 40_00, { text: 'FA2024-00003' }),
      aLine(14, 250_00, { text: 'FA2024-00002', day: 1, date: '2024-06-04' }),
      aLine(15, 60_00, { text: 'FA2024-00004', day: 1, date: '2024-06-04' }),
      aLine(16, 90_00, { text: 'FA2024-00005', day: 2, date: '2024-06-05' }),
    ],
    truth: [
      aTruth(10, { 1: 100_00 }),
      aTruth(11, { 2: 250_00 }, { scenario: 'name_amount' }),
      aTruth(12, { 3: 40_00 }),
      aTruth(13, {}, { scenario: 'duplicate', expect: 'review', type: 'duplicate' }),
      aTruth(14, {}, { scenario: 'duplicate', expect: 'review', type: 'duplicate' }),
      aTruth(15, {}, { scenario: 'on_account', expect: 'review', type: 'on_account' }),
      aTruth(16, { 5: 89_00 }),
    ],
  });

describe('a run', () => {
  test('has known scores: what was paid on an earlier day is not applied twice', async () => {
    const data = threeDays();
    const { engine, decisions } = await runProtocol(data, openExactReference);
    const scores = score(judge(data, decisions));
    expect(engine).toBe('exact reference');
    expect(scores.precision).toMatchObject({ count: 2, of: 3 });
    expect(scores.autoMatch).toMatchObject({ count: 2, of: 4 });
    expect(scores.quiet).toEqual([
      { type: 'duplicate', lines: 2, applied: 0, review: 0, none: 2 },
      { type: 'on_account', lines: 1, applied: 0, review: 0, none: 1 },
    ]);
  });

  test('shows an engine the truth of a day only after it has decided that day', async () => {
    const data = threeDays();
    const events: string[] = [];
    await runProtocol(data, (given) => {
      expect(Object.keys(given).toSorted()).toEqual(
        ['batches', 'closed', 'companies', 'customers', 'history', 'items', 'meta', 'rates'].toSorted(),
      );
      return {
        name: 'listener',
        async decideDay(day, date, lines) {
          events.push(`decide ${day} ${date}: ${lines.map(({ id }) => id).join(' ')}`);
          await Promise.resolve();
          expect(JSON.stringify(lines)).not.toContain('scenario');
          events.push(`decided ${day}`);
          return lines.map(({ id }) => leavesAlone(id));
        },
        async learn(day, truths) {
          await Promise.resolve();
          events.push(`learned ${day}: ${truths.map(({ line }) => line).join(' ')}`);
        },
        close: async () => void events.push('closed'),
      };
    });
    expect(events).toEqual([
      'decide 0 2024-06-03: ',
      'decided 0',
      'decide 0 2024-06-03: 10 11 12 13',
      'decided 0',
      'learned 0: 10 11 12 13',
      'decide 1 2024-06-04: ',
      'decided 1',
      'decide 1 2024-06-04: 14 15',
      'decided 1',
      'learned 1: 14 15',
      'decide 2 2024-06-05: ',
      'decided 2',
      'decide 2 2024-06-05: 16',
      'decided 2',
      'learned 2: 16',
      'closed',
    ]);
  });

  test('gives the decisions in the order of the lines, and the time of each day', async () => {
    const timings: DayTiming[] = [];
    const openBackwards: OpenEngine = () => ({
      name: 'backwards',
      decideDay: (_, __, lines) => lines.map(({ id }) => leavesAlone(id)).toReversed(),
      async learn(day) {
        const until = performance.now() + (day === 1 ? 30 : 0);
        while (performance.now() < until);
      },
    });
    const result = await runProtocol(threeDays(), openBackwards, { onDay: (timing) => timings.push(timing) });
    expect(result.decisions.map(({ line }) => line)).toEqual([10, 11, 12, 13, 14, 15, 16]);
    expect(timings).toEqual(result.days);
    expect(timings.map(({ day, date, lines }) => [day, date, lines])).toEqual([
      [0, '2024-06-03', 4],
      [1, '2024-06-04', 2],
      [2, '2024-06-05', 1],
    ]);
    expect(timings[1]?.learn.wall).toBeGreaterThanOrEqual(0.03);
    expect(timings[1]?.learn.processor).toBeGreaterThan(0);
  });
});

describe('an engine that breaks the protocol', () => {
  test.each<readonly [string, (lines: readonly BenchLine[]) => readonly Decision[], string]>([
    ['leaves a line out', (lines) => lines.slice(1).map(({ id }) => leavesAlone(id)), 'line 14 is not decided'],
    [
      'decides a line twice',
      (lines) => [...lines, ...lines].map(({ id }) => leavesAlone(id)),
      'line 14 is decided twice',
    ],
    ['decides the line of another day', () => [leavesAlone(16)], 'line 16 is decided, but was not asked for'],
    ['applies a line to nothing', () => [applies(14, {})], 'line 14 is applied (auto) to no item'],
    [
      'asks and applies at once',
      () => [applies(14, { 1: 1 }, { action: 'review' })],
      'line 14 is not applied (review), but has an allocation',
    ],
    ['invents an item', () => [applies(14, { 99: 1 })], 'line 14 names the item 99, which is not in the data'],
    [
      'names an item twice',
      () => [applies(14, { 1: 1 }, { alloc: [1, 1].map((item) => ({ item, cleared: 50_00 })) })],
      'line 14 names an item twice in one allocation',
    ],
  ])('is told which line: it %s', async (_, decide, problem) => {
    let isClosed = false;
    const openBroken: OpenEngine = () => ({
      name: 'broken',
      decideDay: (day, __, lines) => (day === 1 ? decide(lines) : lines.map(({ id }) => leavesAlone(id))),
      learn: () => undefined,
      close: async () => void (isClosed = true),
    });
    await expect(runProtocol(threeDays(), openBroken)).rejects.toThrow(new EngineFailed(`broken, day 1: ${problem}`));
    expect(isClosed).toBe(true);
  });
});
