/** Scores as aligned text for a terminal, as Markdown for `docs/`, and as one JSON document. */
import { grouped, textTable } from '../../src/cli/text-table.ts';
import type { CurvePoint } from './curve.ts';
import type { DayTiming, ProtocolRun, Seconds } from './protocol.ts';
import type { ScenarioScore, Scores } from './score.ts';
import { sum, type Share } from './share.ts';
import type { BenchMeta } from './types.ts';

/** Time of a run; absent for a decisions file, which does not say how long it took. */
export type Speed = Readonly<{
  open: Seconds;
  decide: Seconds;
  learn: Seconds;
  /** Lines for one second of one core, in deciding. */
  /** What engines build before the lines of a day: indexes. */
  prepare: Seconds;
  linesPerProcessorSecond: number | null;
  processorSecondsPerLine: number | null;
  slowestDayWallSeconds: number;
}>;

export type Report = Readonly<{ engine: string; folder: string; meta: BenchMeta; scores: Scores; speed: Speed | null }>;

export function speedOf({ open, days }: ProtocolRun): Speed {
  const total = (of: (timing: DayTiming) => Seconds): Seconds => ({
    processor: sum(days, (timing) => of(timing).processor),
    wall: sum(days, (timing) => of(timing).wall),
  });
  const lines = sum(days, (timing) => timing.lines);
  const decide = total((timing) => timing.decide);
  return {
    open,
    prepare: total((timing) => timing.prepare),
    decide,
    learn: total((timing) => timing.learn),
    linesPerProcessorSecond: decide.processor === 0 ? null : lines / decide.processor,
    processorSecondsPerLine: lines === 0 ? null : decide.processor / lines,
    slowestDayWallSeconds: days.reduce((slowest, timing) => Math.max(slowest, timing.decide.wall), 0),
  };
}

const count = (value: number): string => grouped(String(value));
const percent = (rate: number | null, digits = 2): string =>
  rate === null ? '-' : `${(rate * 100).toFixed(digits)} %`;
const euros = (cents: number): string => `EUR ${grouped((cents / 100).toFixed(2))}`;
const ofWhole = (share: Share): string => `${count(share.count)} of ${count(share.of)}`;
const seconds = ({ processor, wall }: Seconds): string =>
  `${processor.toFixed(2)} s of processor, ${wall.toFixed(2)} s`;

/** The whole report as text; the table per scenario on request. */
export function formatReport(report: Report, { withScenarios }: Readonly<{ withScenarios: boolean }>): string {
  const { engine, folder, meta, scores, speed } = report;
  const blocks = [
    `${engine} on ${folder}: seed ${meta.seed} (${meta.profile}), ${count(scores.lines)} lines, ` +
      `${count(meta.items)} open and ${count(meta.closed)} closed documents, ${meta.days} ${meta.days === 1 ? 'day' : 'days'}`,
    textTable(['left', 'right', 'left'], scoreRows(scores)),
    `Lines that pay for nothing\n${textTable(['left', 'right', 'right', 'right', 'right'], quietRows(scores))}`,
  ];
  if (scores.curve !== null) blocks.push(formatCurve(scores.curve));
  if (speed !== null) blocks.push(`Time\n${textTable(['left', 'right'], speedRows(speed))}`);
  if (withScenarios) blocks.push(`By scenario\n${textTable(scenarioAlignment, scenarioRows(scores.scenarios))}`);
  return `${blocks.join('\n\n')}\n`;
}

function scoreRows(scores: Scores): readonly (readonly string[])[] {
  const { precision, falsePosts, autoMatch, autoMatchEuroCents, autoMatchWithoutLucky } = scores;
  const row = (what: string, value: Share) => [what, percent(value.rate), ofWhole(value)];
  return [
    row('auto-match, of receivable lines', autoMatch),
    ['  by euros', percent(autoMatchEuroCents.rate), ''],
    ['  without lucky ones', percent(autoMatchWithoutLucky.rate), `${count(scores.lucky)} lucky`],
    ['precision', percent(precision.rate, 3), `${ofWhole(precision)}; Wilson low ${percent(precision.wilsonLow, 3)}`],
    ['false posts', count(falsePosts.count), `${falsePosts.wrong} wrong, ${falsePosts.incomplete} incomplete`],
    ['  per 10,000 lines', falsePosts.perTenThousandLines?.toFixed(1) ?? '-', ''],
    ['  by euros', euros(falsePosts.euroCents), `largest ${euros(falsePosts.largestEuroCents)}`],
    row('recall@1, receivable lines', scores.recallAt1),
    row('recall@3, receivable lines', scores.recallAt3),
    row('recall@1, review queue', scores.queueRecallAt1),
    row('recall@3, review queue', scores.queueRecallAt3),
    row('customer@1', scores.customerAt1),
  ];
}

const quietRows = ({ quiet }: Scores): readonly (readonly string[])[] => [
  ['type', 'lines', 'applied (false)', 'review', 'none'],
  ...quiet.map(({ type, lines, applied, review, none }) => [type, ...[lines, applied, review, none].map(count)]),
];

function formatCurve(curve: readonly CurvePoint[]): string {
  const rows = curve.map(({ target, threshold, autoMatch, precision, wilsonLow }) =>
    threshold === null
      ? [percent(target), 'not reached', '', '', '', '']
      : [
          percent(target),
          percent(autoMatch.rate),
          count(precision.of),
          count(precision.of - precision.count),
          percent(wilsonLow, 3),
          `${threshold.among} >= ${threshold.confidence}`,
        ],
  );
  const head = ['precision at least', 'auto-match', 'applied', 'false', 'Wilson low', 'threshold'];
  const alignment = ['right', 'right', 'right', 'right', 'right', 'right'] as const;
  return `Auto-match at a fixed precision (threshold fitted on these very lines: a best case, not to be published)\n${textTable(alignment, [head, ...rows])}`;
}

const speedRows = (speed: Speed): readonly (readonly string[])[] => [
  ['opening the engine', seconds(speed.open)],
  ['preparing the days', seconds(speed.prepare)],
  ['deciding', seconds(speed.decide)],
  ['learning', seconds(speed.learn)],
  [
    'lines per processor second',
    speed.linesPerProcessorSecond === null ? '-' : count(Math.round(speed.linesPerProcessorSecond)),
  ],
  ['slowest day', `${speed.slowestDayWallSeconds.toFixed(2)} s`],
];

const scenarioHead = ['scenario', 'expect', 'lines', 'applied', 'correct', 'wrong', 'incomplete', 'recall@3'];
const scenarioAlignment = scenarioHead.map((_, column) => (column < 2 ? ('left' as const) : ('right' as const)));

const scenarioRows = (scenarios: readonly ScenarioScore[]): readonly (readonly string[])[] => [
  scenarioHead,
  ...scenarios.map((row) => [
    row.scenario,
    row.expect,
    ...[row.lines, row.applied, row.correct, row.wrong, row.incomplete].map(count),
    percent(row.recallAt3, 1),
  ]),
];

/** The table per scenario for `docs/`. */
export function scenariosAsMarkdown(scenarios: readonly ScenarioScore[]): string {
  const [head = [], ...rows] = scenarioRows(scenarios);
  const rule = scenarioAlignment.map((alignment) => (alignment === 'left' ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
