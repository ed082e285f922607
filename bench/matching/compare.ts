/** Scores decisions that another product wrote, by the same rules as ours. */
import { decisionsInOrder, itemIdsOf } from './decisions.ts';
import { InputRefused, readJsonRows } from './json-rows.ts';
import { rowSchemas } from './row-schemas.ts';
import type { BenchData, Decision } from './types.ts';

/**
 * Reads a decisions file (plain or `.gz`): one row for each line of the data.
 *
 * Nobody can check here that its writer saw a day's right answers only after the day: a figure from a foreign file is
 * that of its sender.
 *
 * @throws InputRefused naming a malformed row, or a line that is unknown, missing or decided twice
 */
export function readDecisions(path: string, data: Pick<BenchData, 'lines' | 'items'>): readonly Decision[] {
  const decisions = decisionsInOrder(data.lines, readJsonRows(path, rowSchemas.decisions), itemIdsOf(data));
  if (typeof decisions === 'string') throw new InputRefused(`${path}: ${decisions}`);
  return decisions;
}
