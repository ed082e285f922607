/** A ledger of a few lines, written by hand, for which every score can be counted on one's fingers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import type { BenchData, BenchItem, BenchLine, BenchTruth, Decision, Suggestion } from '../../bench/matching/types.ts';

export const anItem = (id: number, amount: number, fields: Partial<BenchItem> = {}): BenchItem => ({
  id,
  company: 0,
  customer: 7,
  kind: amount < 0 ? 'cn' : 'inv',
  number: `FA2024-${String(id).padStart(5, '0')}`,
  sref: '',
  po: '',
  issued: '2024-05-01',
  due: '2024-05-31',
  amount,
  ccy: 'EUR',
  disc: null,
  ...fields,
});

export const aLine = (id: number, amount: number, fields: Partial<BenchLine> = {}): BenchLine => ({
  id,
  company: 0,
  day: 0,
  date: '2024-06-03',
  amount,
  ccy: 'EUR',
  name: 'DUPONT SARL',
  iban: '',
  text: '',
  sref: '',
  e2e: '',
  code: 'PMNT-RCDT-ESCT',
  batchId: '',
  instd: null,
  ...fields,
});

/** Cleared amounts by item. */
const clears = (cleared: Readonly<Record<number, number>>): Suggestion['alloc'] =>
  Object.entries(cleared).map(([item, amount]) => ({ item: +item, cleared: amount }));

/** A line that pays for what `cleared` says, unless that is empty. */
export const aTruth = (
  line: number,
  cleared: Readonly<Record<number, number>>,
  fields: Partial<BenchTruth> = {},
): BenchTruth => ({
  line,
  scenario: 'exact_ref',
  expect: 'auto',
  type: 'apply',
  customer: 7,
  alloc: clears(cleared),
  ...fields,
});

export const applies = (
  line: number,
  cleared: Readonly<Record<number, number>>,
  fields: Partial<Decision> = {},
): Decision => ({
  line,
  action: 'auto',
  customer: 7,
  alloc: clears(cleared),
  suggestions: [{ customer: 7, alloc: clears(cleared) }],
  reason: 'by hand',
  ...fields,
});

export const asks = (
  line: number,
  shown: readonly Readonly<Record<number, number>>[],
  fields: Partial<Decision> = {},
): Decision => ({
  line,
  action: 'review',
  customer: null,
  alloc: [],
  suggestions: shown.map((cleared) => ({ customer: 7, alloc: clears(cleared) })),
  reason: 'by hand',
  ...fields,
});

export const leavesAlone = (line: number): Decision => ({ ...asks(line, []), action: 'none' });

export function aLedger(
  parts: Readonly<{ items: readonly BenchItem[]; lines: readonly BenchLine[]; truth: readonly BenchTruth[] }>,
): BenchData {
  const mix: Record<string, number> = {};
  for (const { scenario } of parts.truth) mix[scenario] = (mix[scenario] ?? 0) + 1;
  return {
    ...parts,
    companies: [{ id: 0, country: 'FR' }],
    customers: [
      { id: 7, company: 0, code: '001007', name: 'DUPONT SARL', ibans: [], terms: 30, disc: null, ccy: 'EUR' },
    ],
    closed: [],
    batches: [],
    history: [],
    rates: { EUR: 1, CHF: 1.031 },
    meta: {
      seed: 0,
      profile: 'by hand',
      items: parts.items.length,
      closed: 0,
      customers: 1,
      lines: parts.lines.length,
      days: new Set(parts.lines.map((line) => line.day)).size,
      maxOpenPerCustomer: parts.items.length,
      receivable: parts.truth.filter((answer) => answer.alloc.length > 0).length,
      mix,
    },
  };
}

const written: string[] = [];
afterAll(() => {
  for (const folder of written) rmSync(folder, { recursive: true, force: true });
});

/** Writes a ledger as a data folder that is gone after the test file. @returns its path */
export function writeLedger(data: BenchData, { isZipped = false } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-bench-'));
  written.push(folder);
  const { rates, meta, ...tables } = data;
  for (const [name, rows] of Object.entries(tables)) {
    const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    if (isZipped) writeFileSync(join(folder, `${name}.jsonl.gz`), gzipSync(text));
    else writeFileSync(join(folder, `${name}.jsonl`), text);
  }
  writeFileSync(join(folder, 'rates.json'), JSON.stringify(rates));
  writeFileSync(join(folder, 'meta.json'), JSON.stringify(meta));
  return folder;
}
