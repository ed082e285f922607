/**
 * `npm run bench:matching -- --data DIR`: an engine over a data folder by the daily protocol, and its scores.
 *
 * Exit code 0: done. 1: failed. 2: used wrongly, or an input that can't be scored.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exitCodeOf, wholeNumber, type Stream } from './command.ts';
import { readDecisions } from './compare.ts';
import { readDataFolder } from './data.ts';
import { formatDecisions } from './decisions.ts';
import { defaultEngine, loadEngine } from './engines.ts';
import { InputRefused } from './json-rows.ts';
import { judge, type Judgement } from './judge.ts';
import { runProtocol, type DayTiming } from './protocol.ts';
import { formatReport, scenariosAsMarkdown, speedOf, type Report, type Speed } from './report.ts';
import { score } from './score.ts';
import { falsePosts, missedOf, studyOf } from './study.ts';
import type { BenchData, Decision } from './types.ts';

const usage = `npm run bench:matching -- --data DIR [options]
  --data DIR           folder of JSON lines (plain or .gz), see bench/matching/README.md
  --engine NAME        engine to run (${defaultEngine})
  --against FILE       score this decisions file instead of running an engine
  --decisions FILE     write the decisions, one JSON line for each statement line
  --scenarios          add the table per scenario
  --markdown           print only the table per scenario, as Markdown
  --errors N           print N false posts, the largest first
  --missed SCENARIO    print receivable lines of a scenario that were not applied rightly
  --limit N            how many of them (20)
  --json               one JSON document instead of text
`;

type Decided = Readonly<{ engine: string; decisions: readonly Decision[]; speed: Speed | null }>;

function optionsOf(words: readonly string[]) {
  const { values } = parseArgs({
    args: [...words],
    options: {
      data: { type: 'string' },
      engine: { type: 'string' },
      against: { type: 'string' },
      decisions: { type: 'string' },
      scenarios: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      errors: { type: 'string' },
      missed: { type: 'string' },
      limit: { type: 'string', default: '20' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}
type Options = ReturnType<typeof optionsOf>;

/** Runs the command. @returns the exit code */
export const run = (words: readonly string[], stdout: Stream, stderr: Stream): Promise<number> =>
  exitCodeOf(
    async () => {
      const options = optionsOf(words);
      if (options.help) stdout.write(usage);
      else await runBenchmark(options, stdout, stderr);
    },
    usage,
    stderr,
  );

async function runBenchmark(options: Options, stdout: Stream, stderr: Stream): Promise<void> {
  if (options.data === undefined) throw new InputRefused(`--data is missing\n${usage}`);
  if (options.against !== undefined && options.engine !== undefined)
    throw new InputRefused('--against and --engine exclude each other: give one of them');
  const limits = {
    errors: wholeNumber('--errors', options.errors ?? '0'),
    missed: wholeNumber('--limit', options.limit),
  };
  const data = readDataFolder(options.data);
  const decided = await decide(data, options, stderr);
  if (options.decisions !== undefined) writeFileSync(options.decisions, formatDecisions(decided.decisions));
  const judgements = judge(data, decided.decisions);
  const scores = score(judgements);
  const report: Report = {
    engine: decided.engine,
    folder: options.data,
    meta: data.meta,
    scores,
    speed: decided.speed,
  };
  const cases = casesOf(judgements, options, limits);
  if (options.json) {
    const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
    const peakMemoryBytes = process.resourceUsage().maxRSS * 1024;
    stdout.write(`${JSON.stringify({ machine, peakMemoryBytes, ...report, cases })}\n`);
  } else if (options.markdown) stdout.write(`${scenariosAsMarkdown(scores.scenarios)}\n`);
  else stdout.write(formatReport(report, { withScenarios: options.scenarios }));
  if (!options.json && cases.length > 0) stdout.write(`\n${cases.map(studyOf(data)).join('\n\n')}\n`);
}

async function decide(data: BenchData, { against, engine }: Options, stderr: Stream): Promise<Decided> {
  if (against !== undefined) return { engine: against, decisions: readDecisions(against, data), speed: null };
  const openEngine = await loadEngine(engine ?? defaultEngine);
  const onDay = ({ day, lines, decide }: DayTiming): void => {
    stderr.write(`day ${day + 1} of ${data.meta.days}: ${lines} lines in ${decide.wall.toFixed(2)} s\n`);
  };
  const result = await runProtocol(data, openEngine, stderr.isTTY === true ? { onDay } : {});
  return { engine: result.engine, decisions: result.decisions, speed: speedOf(result) };
}

function casesOf(
  judgements: readonly Judgement[],
  { missed }: Options,
  limits: Readonly<{ errors: number; missed: number }>,
): readonly Judgement[] {
  const studied = falsePosts(judgements).slice(0, limits.errors);
  if (missed === undefined) return studied;
  if (!judgements.some(({ truth }) => truth.scenario === missed))
    throw new InputRefused(`--missed ${missed}: no line is of that scenario`);
  return [...studied, ...missedOf(judgements, missed).slice(0, limits.missed)];
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = await run(process.argv.slice(2), process.stdout, process.stderr);
