/** What stands around a search library: how hits become an answer, and how a threshold is found. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { peerFolder } from '../../bench/decisions/peers.ts';
import type { OpenDocument } from '../../bench/matching/peers/desk.ts';
import { flexSearch } from '../../bench/matching/peers/flex-search.ts';
import { fuseCustomers, fuseNumbers, fuseTokenSearch, fuseWholeText } from '../../bench/matching/peers/fuse.ts';
import { miniSearch } from '../../bench/matching/peers/mini-search.ts';
import { numbersIn } from '../../bench/matching/peers/numbers-in-text.ts';
import { answerOf } from '../../bench/matching/peers/search-peer.ts';
import { applyFrom, findThreshold } from '../../bench/matching/peers/tune.ts';
import type { Decision } from '../../bench/matching/types.ts';
import { books, customer, decide, invoice, paid, receipt } from './peers-books.ts';

const document = (id: number, amount: number): OpenDocument => ({
  item: invoice(id, `FA2026-000${String(id)}`, amount),
  customerName: 'Garage Morel',
  residual: amount,
});
const hit = (id: number, amount: number, score: number) => ({ document: document(id, amount), score });
const itemsOf = (answer: ReturnType<typeof answerOf>) =>
  answer.suggestions.map(({ alloc }) => alloc.map(({ item }) => item));

describe('hits of a library', () => {
  const line = receipt(0, 12_000, 'REGLT');

  test('an equal amount goes before a better rank', () => {
    const answer = answerOf(line, [hit(1, 9_000, 9), hit(2, 12_000, 2)]);
    expect(itemsOf(answer)[0]).toEqual([2]);
  });

  test('the best hits together are a list when their sum is the amount', () => {
    const answer = answerOf(line, [hit(1, 5_000, 9), hit(2, 7_000, 8), hit(3, 100, 1)]);
    expect(itemsOf(answer)[0]).toEqual([1, 2]);
  });

  test('an amount that two hits have is less sure than an amount of one, and surer than none', () => {
    const once = answerOf(line, [hit(1, 12_000, 1)]);
    const twice = answerOf(line, [hit(1, 12_000, 9), hit(2, 12_000, 9)]);
    const never = answerOf(line, [hit(1, 12_001, 9)]);
    expect(once.confidence).toBeGreaterThan(twice.confidence ?? Infinity);
    expect(twice.confidence).toBeGreaterThan(never.confidence ?? Infinity);
  });

  test('a payment in part clears what was paid', () => {
    expect(answerOf(line, [hit(1, 20_000, 1)]).suggestions[0]?.alloc).toEqual([{ item: 1, cleared: 12_000 }]);
  });
});

test('numbers are words with four digits, in any field, without marks at their ends', () => {
  const line = receipt(0, 1, 'FACT. FA2026-00017, (2026/00018) DU 15.01 TEL 12', { sref: 'RF18539007547034' });
  expect(numbersIn(line)).toEqual(['RF18539007547034', 'FA2026-00017', '2026/00018', '15.01']);
});

describe('a threshold found in favour of the peer', () => {
  const decisionsWith = (outcomes: readonly (readonly [confidence: number, isRight: boolean])[]) => {
    const decisions = outcomes.map(([confidence, isRight], line): Decision => ({
      line,
      action: 'auto',
      customer: 1,
      alloc: [{ item: isRight ? 1 : 2, cleared: 5 }],
      suggestions: [],
      reason: '',
      confidence,
    }));
    return { decisions, truths: outcomes.map((_, line) => paid(line, [{ item: 1, cleared: 5 }])) };
  };
  const hundred = Array.from({ length: 99 }, () => [0.9, true] as const);

  test('goes as low as 99 in 100 are right, and no lower', () => {
    const { decisions, truths } = decisionsWith([...hundred, [0.8, false], [0.7, false]]);
    const threshold = findThreshold(decisions, truths);
    expect(threshold).toBe(0.8);
    expect(applyFrom(threshold, decisions).filter(({ action }) => action === 'auto')).toHaveLength(100);
  });

  test('takes equal confidences together', () => {
    const { decisions, truths } = decisionsWith([
      [0.9, true],
      [0.9, false],
    ]);
    expect(findThreshold(decisions, truths)).toBeNull();
  });

  test('applies nothing when there is none, but keeps what the clerk is shown', () => {
    const { decisions } = decisionsWith([[0.9, false]]);
    expect(applyFrom(null, decisions)).toMatchObject([{ action: 'review', alloc: [], confidence: 0.9 }]);
  });
});

const installed = existsSync(peerFolder('fuse.js')) && existsSync(peerFolder('flexsearch'));

describe.runIf(installed)('the search libraries, where bench/peers is installed', () => {
  const data = books(
    [customer(1, 'Garage Morel'), customer(2, 'Pharmacie Tanguy'), customer(3, 'Scierie Girod')],
    [
      invoice(1, 'FA2026-40917', 12_000),
      invoice(2, 'FA2026-71318', 8_000, { customer: 2 }),
      invoice(3, 'FA2026-58219', 9_000, { customer: 3 }),
    ],
  );
  const line = receipt(0, 8_000, 'REGLT FA2026-71318', { name: 'PHARMACIE TANGUY' });

  test.each([
    ['fuse.js, whole text', fuseWholeText],
    ['fuse.js, token search', fuseTokenSearch],
    ['fuse.js, each number', fuseNumbers],
    ['fuse.js, payer then amount', fuseCustomers],
    ['MiniSearch', miniSearch],
    ['FlexSearch', flexSearch],
  ])('%s finds a clean reference', async (_name, open) => {
    expect(await decide(open, data, line)).toMatchObject({ alloc: [{ item: 2, cleared: 8_000 }] });
  });

  test.each([
    ['fuse.js, whole text', fuseWholeText],
    ['fuse.js, payer then amount', fuseCustomers],
    ['MiniSearch', miniSearch],
    ['FlexSearch', flexSearch],
  ])('%s finds nothing by a line without a word', async (_name, open) => {
    expect(await decide(open, data, receipt(0, 8_000, ''))).toMatchObject({ action: 'none', suggestions: [] });
  });

  test.each([
    ['fuse.js, each number', fuseNumbers],
    ['fuse.js, payer then amount', fuseCustomers],
    ['MiniSearch', miniSearch],
    ['FlexSearch', flexSearch],
  ])('%s does not find a document that was paid the day before', async (_name, open) => {
    const engine = await open(data);
    await engine.decideDay(0, line.date, [line]);
    await engine.learn(0, [paid(0, [{ item: 2, cleared: 8_000 }])]);
    const [again] = await engine.decideDay(1, '2026-01-21', [{ ...line, id: 1, day: 1, date: '2026-01-21' }]);
    expect(again?.suggestions.flatMap(({ alloc }) => alloc.map(({ item }) => item))).not.toContain(2);
  });
});
