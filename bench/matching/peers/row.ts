/** One peer's line of the table. */
import { judge } from '../judge.ts';
import { score } from '../score.ts';
import type { BenchData } from '../types.ts';
import type { PeerOutcome } from './side-by-side.ts';
import { applyFrom, findThreshold, tunedPrecision } from './tune.ts';

export type PeerRow = Readonly<
  | {
      lines: number;
      autoMatchPercent: number | null;
      precisionPercent: number | null;
      /** Applied and wrong, or applied and not all of it. */
      falsePosts: number;
      applied: number;
      recallAt1Percent: number | null;
      linesPerSecond: number;
      clock: 'processor' | 'wall';
      openSeconds: number;
      upkeepMillisecondsPerDay: number;
      threshold: string;
    }
  | { notAvailable: string }
>;

// Two places: between 99.9 and 100 they are all that tells.
const percent = (rate: number | null): number | null => (rate === null ? null : Math.round(rate * 10_000) / 100);
const rounded = (value: number): number => (value < 100 ? Math.round(value * 10) / 10 : Math.round(value));

export function rowOf(data: BenchData, { peer, run, reason }: PeerOutcome): PeerRow {
  if (run === null) return { notAvailable: reason ?? 'no reason given' };
  const sampled = new Set(run.lines.map(({ id }) => id));
  const truth = data.truth.filter(({ line }) => sampled.has(line));
  const isTuned = peer.isOurs !== true && run.decisions.some(({ confidence }) => confidence !== undefined);
  const threshold = findThreshold(run.decisions, truth);
  const decisions = isTuned ? applyFrom(threshold, run.decisions) : run.decisions;
  const scores = score(judge({ lines: run.lines, truth, rates: data.rates }, decisions));
  const dayCount = new Set(data.lines.map(({ day }) => day)).size;
  return {
    lines: scores.lines,
    autoMatchPercent: percent(scores.autoMatch.rate),
    precisionPercent: percent(scores.precision.rate),
    falsePosts: scores.falsePosts.count,
    applied: scores.precision.of,
    recallAt1Percent: percent(scores.recallAt1.rate),
    linesPerSecond: rounded(scores.lines / run.decideSeconds),
    clock: peer.isServer === true ? 'wall' : 'processor',
    openSeconds: rounded(run.openSeconds),
    upkeepMillisecondsPerDay: rounded((run.upkeepSeconds * 1_000) / dayCount),
    threshold: isTuned ? thresholdText(threshold) : 'its own rules',
  };
}

const thresholdText = (threshold: number | null): string =>
  threshold === null
    ? `none keeps ${String(tunedPrecision * 100)} % precision on these lines`
    : `found on these lines, at ${String(tunedPrecision * 100)} % precision`;
