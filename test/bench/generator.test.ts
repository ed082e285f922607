/** The generator of the matching benchmark: what its right answers must obey, counted from its output alone. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readDataFolder } from '../../bench/matching/data.ts';
import { generateBenchmark, type GeneratorOptions } from '../../bench/matching/generator/generate.ts';
import { scenarioNames } from '../../bench/matching/generator/scenario-table.ts';
import { writeDataFolder } from '../../bench/matching/generator/write.ts';
import type { BenchAlloc, BenchData } from '../../bench/matching/types.ts';
import { isCreditorReference, isIban } from '../../src/domain/check-digits.ts';

const base: GeneratorOptions = { seed: 5, profile: 'base', items: 7_000, lines: 1_500, days: 8 };
const shifted: GeneratorOptions = { ...base, profile: 'shifted' };
const generated = [base, shifted].map((options) => ({ ...options, data: generateBenchmark(options) }));
const folder = await mkdtemp(join(tmpdir(), 'lettrage-bench-'));
afterAll(() => rm(folder, { recursive: true }));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Each line with its answer. */
const answered = ({ lines, truth }: BenchData) =>
  lines.map((line, index) => {
    const answer = truth[index];
    if (answer === undefined || answer.line !== line.id) throw new RangeError(`line ${line.id} has no answer`);
    return { line, answer };
  });

/** What an allocation clears beyond what it was paid, in the line's currency; null where that is another one. */
const forgiven = ({ cleared, cash = 0, ccy }: BenchAlloc): number | null => (ccy === undefined ? cleared - cash : null);

test('the same options give the same bytes, another seed gives others', () => {
  const small = { ...base, items: 900, lines: 150, days: 3 };
  writeDataFolder(generateBenchmark(small), join(folder, 'one'));
  writeDataFolder(generateBenchmark(small), join(folder, 'two'));
  writeDataFolder(generateBenchmark({ ...small, seed: 6 }), join(folder, 'other'));
  const names = 'companies customers items closed batches history lines truth'
    .split(' ')
    .map((name) => `${name}.jsonl`);
  for (const name of [...names, 'rates.json', 'meta.json']) {
    const read = (run: string): string => readFileSync(join(folder, run, name), 'utf8');
    expect(read('one'), name).toBe(read('two'));
    if (name === 'lines.jsonl') expect(read('one')).not.toBe(read('other'));
  }
});

test('a written folder reads back as it was', () => {
  const data = generateBenchmark({ ...base, items: 600, lines: 100, days: 2 });
  writeDataFolder(data, join(folder, 'back'));
  expect(readDataFolder(join(folder, 'back'))).toEqual(data);
});

describe.each(generated)('profile $profile', ({ data, lines: lineCount, days }) => {
  test('has the lines and days it was asked for, in booking order', () => {
    expect(data.lines).toHaveLength(lineCount);
    expect(data.lines.map(({ id }) => id)).toEqual(data.lines.map((_, index) => index));
    const dayIndexes = data.lines.map(({ day }) => day);
    expect(dayIndexes).toEqual(dayIndexes.toSorted((a, b) => a - b));
    expect(new Set(dayIndexes).size).toBe(days);
  });

  test('a line is its cash and what was paid too much', () => {
    const wrong = answered(data).filter(
      ({ line, answer: { alloc } }) =>
        alloc.length > 0 && sum(alloc.map(({ cash = 0, over = 0 }) => cash + over)) !== line.amount,
    );
    expect(wrong).toEqual([]);
  });

  test('what is cleared without cash is written off, with its kind', () => {
    const wrong = data.truth
      .flatMap(({ alloc }) => alloc)
      .filter((each) => {
        const difference = forgiven(each);
        return difference !== null && difference !== (each.writeOff?.amount ?? 0);
      });
    expect(wrong).toEqual([]);
    const kinds = data.truth.flatMap(({ alloc }) => alloc).flatMap(({ writeOff }) => writeOff?.kind ?? []);
    expect(new Set(kinds)).toEqual(new Set(['discount', 'fee', 'rounding']));
  });

  test('no item is cleared twice, beyond its amount, before its issue, or by another company', () => {
    const left = data.items.map(({ amount }) => amount);
    const wrong: unknown[] = [];
    for (const { line, answer } of answered(data)) {
      for (const { item, cleared } of answer.alloc) {
        const document = data.items[item];
        const before = left[item] ?? 0;
        const isVisible = document?.company === line.company && document.issued <= line.date;
        const isLeft = cleared * before > 0 && Math.abs(cleared) <= Math.abs(before);
        if (!isVisible || !isLeft) wrong.push({ line, answer });
        left[item] = before - cleared;
      }
    }
    expect(wrong).toEqual([]);
  });

  test('names the customer of its items, or nobody where there are several', () => {
    const wrong = data.truth.filter(({ customer, alloc }) => {
      const payers = new Set(alloc.map(({ item }) => data.items[item]?.customer));
      return customer !== null && payers.size > 0 && (payers.size > 1 || !payers.has(customer));
    });
    expect(wrong).toEqual([]);
  });

  test('expects nothing of lines that pay nothing, and never an automatic answer without items', () => {
    const wrong = data.truth.filter(
      ({ expect, type, alloc }) =>
        (type === 'apply') !== alloc.length > 0 ||
        (expect === 'auto' && alloc.length === 0) ||
        (expect === 'none' && alloc.length > 0),
    );
    expect(wrong).toEqual([]);
  });

  test('four lines in five carry a receivable, and most of those can be decided', () => {
    const receivable = data.truth.filter(({ type }) => type === 'apply');
    expect(receivable.length / data.truth.length).toBeGreaterThan(0.78);
    expect(receivable.length / data.truth.length).toBeLessThan(0.87);
    const decidable = receivable.filter(({ expect }) => expect === 'auto').length / receivable.length;
    expect(decidable).toBeGreaterThan(0.86);
    expect(decidable).toBeLessThan(0.95);
  });

  test('has every scenario', () => {
    expect(Object.keys(data.meta.mix).toSorted()).toEqual(scenarioNames.toSorted());
    expect(sum(Object.values(data.meta.mix))).toBe(lineCount);
  });

  test('numbers a document once in a company, and has right check digits', () => {
    const documents = [...data.items, ...data.closed];
    expect(new Set(documents.map(({ company, number }) => `${company} ${number}`)).size).toBe(documents.length);
    expect(documents.filter(({ sref }) => sref.startsWith('RF') && !isCreditorReference(sref))).toEqual([]);
    expect(data.customers.flatMap(({ ibans }) => ibans).filter((iban) => !isIban(iban))).toEqual([]);
  });

  test('a collection adds up to its line', () => {
    const byTotal = new Set(data.batches.map(({ company, total }) => `${company} ${total}`));
    const booked = answered(data).filter(({ answer }) => answer.scenario === 'dd_batch');
    expect(booked.length).toBe(data.batches.length);
    for (const { line } of booked) expect(byTotal).toContain(`${line.company} ${line.amount}`);
    for (const { items, total } of data.batches) {
      expect(sum(items.map((item) => data.items[item]?.amount ?? 0))).toBe(total);
    }
  });
});

test('the shifted profile knows fewer accounts, has fewer clean references and more errors', () => {
  const [one, other] = generated;
  const knownShare = (data: BenchData | undefined): number =>
    (data?.customers.filter(({ ibans }) => ibans.length > 0).length ?? 0) / (data?.customers.length ?? 1);
  const mixOf = (data: BenchData | undefined, scenario: string): number => data?.meta.mix[scenario] ?? 0;
  expect(knownShare(other?.data)).toBeLessThan(knownShare(one?.data) - 0.1);
  expect(mixOf(other?.data, 'exact_ref')).toBeLessThan(mixOf(one?.data, 'exact_ref'));
  expect(mixOf(other?.data, 'ref_typo')).toBeGreaterThan(mixOf(one?.data, 'ref_typo'));
});

test('an instalment plan goes on over the days until the invoice is paid', () => {
  const data = generated[0]?.data;
  const plans = new Map<number, number[]>();
  for (const { line, answer } of data === undefined ? [] : answered(data)) {
    const [alloc] = answer.alloc;
    if (answer.scenario !== 'instalment_plan' || alloc === undefined) continue;
    plans.set(alloc.item, [...(plans.get(alloc.item) ?? []), line.day]);
  }
  expect(plans.size).toBeGreaterThan(0);
  for (const dayIndexes of plans.values()) expect(new Set(dayIndexes).size).toBe(dayIndexes.length);
  expect(Math.max(...[...plans.values()].map((dayIndexes) => dayIndexes.length))).toBeGreaterThan(2);
});

test('refuses more lines than the ledger can pay for', () => {
  expect(() => generateBenchmark({ ...base, items: 60, lines: 400, days: 2 })).toThrow(/too few open items/);
});
