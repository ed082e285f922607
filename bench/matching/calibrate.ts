/**
 * `npx tsx bench/matching/calibrate.ts --fit DIR… --test DIR…`: calibrates the engine on some data folders and scores what
 * that does on others. Thresholds that are fitted and tested on the same lines prove nothing, so a folder is never both.
 *
 * Exit code 0: done. 1: failed. 2: used wrongly, or an input that can't be scored.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { historyOf, type History } from './calibrate-outcomes.ts';
import { calibrationAsMarkdown, notableAsMarkdown, trialsAsMarkdown } from './calibrate-report.ts';
import { calibrationOf, foldsOf, trialsOf } from './calibrate-score.ts';
import { exitCodeOf, wholeNumber, type Stream } from './command.ts';
import { readDecisions } from './compare.ts';
import { readDataFolder } from './data.ts';
import { formatDecisions } from './decisions.ts';
import { InputRefused } from './json-rows.ts';
import { openLettrage } from './lettrage.ts';
import { runProtocol } from './protocol.ts';
import type { BenchData, Decision } from './types.ts';

const usage = `npx tsx bench/matching/calibrate.ts --fit DIR… [--test DIR…] [options]
  --fit DIR…        data folders to learn from
  --test DIR…       data folders to test on; without it each folder is tested with what the others say
  --budget N…       wrong of 10,000 applied (5 2 1)
  --decisions DIR   keep each folder's decisions here; where they are already, the engine is not run again
  --cells FILE      write rules and cells at the last budget as Markdown
  --limit N         rows of the tables of notable cells (20)
`;

type Option = 'fit' | 'test' | 'budget' | 'decisions' | 'cells' | 'limit';

/** Words behind an option belong to it up to the next one. */
function valuesOf(words: readonly string[]): Readonly<Record<Option, readonly string[]>> {
  const string = { type: 'string', multiple: true } as const;
  const values: Record<Option, string[]> = { fit: [], test: [], budget: [], decisions: [], cells: [], limit: [] };
  const { tokens } = parseArgs({
    args: [...words],
    options: { fit: string, test: string, budget: string, decisions: string, cells: string, limit: string },
    allowPositionals: true,
    tokens: true,
  });
  let current: string[] | null = null;
  for (const token of tokens) {
    if (token.kind === 'option') current = values[token.name as Option];
    if (current === null) throw new InputRefused(`${words[0]}: behind no option\n${usage}`);
    if (token.kind !== 'option-terminator' && token.value !== undefined) current.push(token.value);
  }
  return values;
}

/** Runs the command. @returns the exit code */
export const run = (words: readonly string[], stdout: Stream, stderr: Stream): Promise<number> =>
  exitCodeOf(async () => void stdout.write(await calibrateFolders(valuesOf(words), stderr)), usage, stderr);

async function calibrateFolders(values: Readonly<Record<Option, readonly string[]>>, stderr: Stream): Promise<string> {
  if (values.fit.length === 0) throw new InputRefused(`--fit is missing\n${usage}`);
  const both = values.fit.find((folder) => values.test.includes(folder));
  if (both !== undefined) throw new InputRefused(`${both}: either learn from it (--fit) or test on it (--test)`);
  if (values.fit.length < 2 && values.test.length === 0)
    throw new InputRefused('--test is missing: one folder has no others');
  const budgets = (values.budget.length > 0 ? values.budget : ['5', '2', '1']).map((text) =>
    wholeNumber('--budget', text),
  );
  const limit = wholeNumber('--limit', values.limit[0] ?? '20');
  const fit = await readHistories(values.fit, values.decisions[0], stderr);
  const test = await readHistories(values.test, values.decisions[0], stderr);
  const calibration = calibrationOf(fit, budgets.at(-1) ?? 1);
  if (values.cells[0] !== undefined) writeFileSync(values.cells[0], calibrationAsMarkdown(calibration, test));
  const trials = trialsAsMarkdown(trialsOf(foldsOf(fit, test), budgets));
  return `${trials}\n\n${notableAsMarkdown(calibration, test, limit)}\n`;
}

/** One folder after the other: each holds its documents in memory while it runs. */
async function readHistories(
  folders: readonly string[],
  kept: string | undefined,
  stderr: Stream,
): Promise<readonly History[]> {
  const histories: History[] = [];
  for (const folder of folders) {
    stderr.write(`${folder}\n`);
    const data = readDataFolder(folder);
    histories.push(historyOf(folder, data, await decisionsOf(folder, data, kept)));
  }
  return histories;
}

async function decisionsOf(folder: string, data: BenchData, kept: string | undefined): Promise<readonly Decision[]> {
  const path = kept === undefined ? null : join(kept, `${basename(folder)}.jsonl`);
  if (path !== null && existsSync(path)) return readDecisions(path, data);
  const { decisions } = await runProtocol(data, openLettrage);
  if (path !== null) writeFileSync(path, formatDecisions(decisions));
  return decisions;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = await run(process.argv.slice(2), process.stdout, process.stderr);
