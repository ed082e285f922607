/** Reading a data folder: plain and gzipped, and what is said about one that can't be scored. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDataFolder } from '../../bench/matching/data.ts';
import { InputRefused } from '../../bench/matching/json-rows.ts';
import { judge } from '../../bench/matching/judge.ts';
import { score } from '../../bench/matching/score.ts';
import type { BenchData } from '../../bench/matching/types.ts';
import { aLedger, aLine, anItem, applies, aTruth, leavesAlone, writeLedger } from './score-ledger.ts';

const ledger: BenchData = aLedger({
  items: [anItem(1, 100_00, { disc: { pct: 2, until: '2024-05-11' } }), anItem(2, -20_00)],
  lines: [
    aLine(0, 80_00, { text: 'DÉDUCTION AVOIR\tFA2024-00001' }),
    aLine(1, 5_00, { day: 1, instd: { amount: 4_85, ccy: 'CHF', rate: 1.031 } }),
  ],
  truth: [aTruth(0, { 1: 100_00, 2: -20_00 }), aTruth(1, {}, { type: 'none', expect: 'none', customer: null })],
});

describe('a data folder', () => {
  test.each([[{ isZipped: false }], [{ isZipped: true }]])('is read as it was written: %o', (how) => {
    expect(readDataFolder(writeLedger(ledger, how))).toEqual(ledger);
  });

  test('is told to be absent', () => {
    expect(() => readDataFolder('/nowhere/at-all')).toThrow(new InputRefused('/nowhere/at-all: no such folder'));
  });

  /** Changes one file of a good folder and reads it again. @returns what was said, without the name of the folder */
  function refusalAfter(name: string, change: (text: string) => string): string {
    const folder = writeLedger(ledger);
    const path = join(folder, name);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    try {
      readDataFolder(folder);
    } catch (error) {
      if (error instanceof InputRefused) return error.message.replace(`${folder}/`, '').replace(`${folder}: `, '');
      throw error;
    }
    return 'read';
  }

  test.each<readonly [string, string, (text: string) => string, string]>([
    ['broken JSON', 'items.jsonl', (text) => text.replace('"id":2', '"id":'), 'items.jsonl line 2: not JSON'],
    [
      'a decimal amount',
      'lines.jsonl',
      (text) => text.replace('500', '5.5'),
      'lines.jsonl line 2: amount must be integer',
    ],
    [
      'an amount that JSON rounds',
      'lines.jsonl',
      (text) => text.replace('8000', '9007199254740993'),
      'lines.jsonl line 1: amount must be <= 9007199254740991',
    ],
    [
      'a row without its day',
      'lines.jsonl',
      (text) => text.replace('"day":0,', ''),
      'lines.jsonl line 1: the row must have required properties day',
    ],
    [
      'a day in another form',
      'items.jsonl',
      (text) => text.replace('2024-05-11', '11.05.2024'),
      'items.jsonl line 1: disc/until must match pattern "^\\d{4}-\\d{2}-\\d{2}$"',
    ],
    [
      'an unknown kind',
      'items.jsonl',
      (text) => text.replace('"cn"', '"xx"'),
      'items.jsonl line 2: kind must be equal to one of the allowed values',
    ],
    [
      'a right answer missing',
      'truth.jsonl',
      (text) => text.split('\n').slice(1).join('\n'),
      '2 lines, but 1 right answers',
    ],
    [
      'right answers in another order',
      'truth.jsonl',
      (text) => text.split('\n').toReversed().join('\n'),
      'the right answers do not stand in the order of the lines, from line 0 on',
    ],
    [
      'days that run backwards',
      'lines.jsonl',
      (text) => text.replace('"day":0', '"day":2'),
      'line 1 is of day 1, after a line of day 2',
    ],
    ['a currency without a rate', 'rates.json', () => '{"CHF":1.031}', 'line 0 is in EUR, which has no rate'],
    [
      'an item that is not there',
      'truth.jsonl',
      (text) => text.replace('"item":2', '"item":3'),
      'the right answer of line 0 names the unknown item 3',
    ],
    [
      'another count of receivables',
      'meta.json',
      (text) => text.replace('"receivable":1', '"receivable":2'),
      '1 lines carry a receivable, but meta.json says 2',
    ],
  ])('is refused, with the place, for %s', (_, name, change, message) => {
    expect(refusalAfter(name, change)).toBe(message);
  });

  test('names the file that is missing, in both its forms', () => {
    const folder = writeLedger(ledger);
    rmSync(join(folder, 'history.jsonl'));
    const path = join(folder, 'history.jsonl');
    expect(() => readDataFolder(folder)).toThrow(new InputRefused(`${path}: not found, and no ${path}.gz either`));
  });

  test('is refused when a .gz is no gzip', () => {
    const folder = writeLedger(ledger, { isZipped: true });
    writeFileSync(join(folder, 'items.jsonl.gz'), 'plain');
    expect(() => readDataFolder(folder)).toThrow(/items\.jsonl\.gz: can't be read: incorrect header check/);
  });
});

const labelled = '../shared/cash-application/seed-1';

describe.runIf(existsSync(labelled))('the shared corpus, where present', () => {
  test('is read, and its own right answers score in full', () => {
    const data = readDataFolder(labelled);
    const decisions = data.truth.map(({ line, customer, alloc }) =>
      alloc.length === 0 ? leavesAlone(line) : applies(line, {}, { customer, alloc, suggestions: [] }),
    );
    const scores = score(judge(data, decisions));
    expect(scores.receivable).toBe(8_244);
    expect(scores).toMatchObject({
      autoMatch: { rate: 1 },
      precision: { rate: 1 },
      recallAt1: { rate: 1 },
      customerAt1: { count: 8_071, rate: 1 },
      falsePosts: { count: 0 },
      lucky: 588,
    });
    expect(Object.fromEntries(scores.scenarios.map(({ scenario, lines }) => [scenario, lines]))).toEqual(data.meta.mix);
  });
});
