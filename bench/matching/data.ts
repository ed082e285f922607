/** Reads a data folder and proves that it hangs together, so that nobody scores against half a truth. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputRefused, readJson, readJsonRows } from './json-rows.ts';
import { rowSchemas } from './row-schemas.ts';
import type { BenchData } from './types.ts';

/**
 * Reads the eight files of JSON lines (`X.jsonl` or `X.jsonl.gz`), `rates.json` and `meta.json`.
 *
 * Lines come in booking order; the right answers stand in the order of the lines, one for each.
 *
 * @throws InputRefused with file and line, or with what does not fit together
 */
export function readDataFolder(folder: string): BenchData {
  if (!existsSync(folder)) throw new InputRefused(`${folder}: no such folder`);
  const file = (name: string): string => join(folder, name);
  const data: BenchData = {
    companies: readJsonRows(file('companies.jsonl'), rowSchemas.companies),
    customers: readJsonRows(file('customers.jsonl'), rowSchemas.customers),
    items: readJsonRows(file('items.jsonl'), rowSchemas.items),
    closed: readJsonRows(file('closed.jsonl'), rowSchemas.closed),
    batches: readJsonRows(file('batches.jsonl'), rowSchemas.batches),
    history: readJsonRows(file('history.jsonl'), rowSchemas.history),
    lines: readJsonRows(file('lines.jsonl'), rowSchemas.lines),
    truth: readJsonRows(file('truth.jsonl'), rowSchemas.truth),
    rates: readJson(file('rates.json'), rowSchemas.rates),
    meta: readJson(file('meta.json'), rowSchemas.meta),
  };
  const problem = problemOf(data);
  if (problem !== null) throw new InputRefused(`${folder}: ${problem}`);
  return data;
}

/** @returns the first thing that does not fit together, in words; null when all does */
function problemOf({ items, lines, truth, rates, meta }: BenchData): string | null {
  if (truth.length !== lines.length) return `${lines.length} lines, but ${truth.length} right answers`;
  const itemIds = new Set(items.map((item) => item.id));
  if (itemIds.size !== items.length) return 'two items have the same id';
  const lineIds = new Set(lines.map((line) => line.id));
  if (lineIds.size !== lines.length) return 'two lines have the same id';
  let lastDay = 0;
  for (const [index, line] of lines.entries()) {
    const answer = truth[index];
    if (answer?.line !== line.id)
      return `the right answers do not stand in the order of the lines, from line ${line.id} on`;
    if (line.day < lastDay) return `line ${line.id} is of day ${line.day}, after a line of day ${lastDay}`;
    if (rates[line.ccy] === undefined) return `line ${line.id} is in ${line.ccy}, which has no rate`;
    const unknown = answer.alloc.find((allocation) => !itemIds.has(allocation.item));
    if (unknown !== undefined) return `the right answer of line ${line.id} names the unknown item ${unknown.item}`;
    lastDay = line.day;
  }
  const receivableCount = truth.filter((answer) => answer.alloc.length > 0).length;
  return receivableCount === meta.receivable
    ? null
    : `${receivableCount} lines carry a receivable, but meta.json says ${meta.receivable}`;
}
