/**
 * How much could be applied at a given precision, if the threshold were moved: for engines that give a confidence.
 *
 * The engine's own decisions are where it starts. They are tightened by leaving out applied lines, the least sure
 * first, or loosened by applying the first suggestion of lines left to review, the surest first. So a line that a gate
 * holds back, whatever its confidence, comes after all that the engine applied. Of all places to stop where the
 * precision reaches the target, the one with the most right answers counts; lines of equal confidence go together.
 *
 * The threshold is fitted on the very lines it is then measured on, so each point is a best case. A figure to publish
 * takes the threshold of one set and measures it on another.
 */
import { outcomeOf, type Judgement } from './judge.ts';
import { share, type Share } from './share.ts';
import { wilsonLow } from './wilson.ts';

/** False posts among 10,000 applied lines: whole numbers, so that 999 of 1,000 reach 99.9 % without a rounding. */
const falsePerTenThousand = [10, 5, 1] as const;

/**
 * Where to stop: at applied lines of this confidence, or, with all applied lines, at lines of this confidence left to
 * review.
 */
type Threshold = Readonly<{ among: 'applied' | 'review'; confidence: number }>;

/** The best place to stop for a target. `threshold` null: not reached anywhere. */
export type CurvePoint = Readonly<{
  target: number;
  threshold: Threshold | null;
  autoMatch: Share;
  precision: Share;
  wilsonLow: number | null;
}>;

type Candidate = Threshold & Readonly<{ isCorrect: boolean }>;
type Stop = Readonly<{ threshold: Threshold; applied: number; correct: number }>;

/** One point for each of {@link falsePerTenThousand}; null when no decision carries a confidence. */
export function confidenceCurve(judgements: readonly Judgement[]): readonly CurvePoint[] | null {
  const candidates = judgements.flatMap(candidateOf).toSorted(bySureness);
  if (candidates.length === 0) return null;
  const receivableCount = judgements.filter(({ isReceivable }) => isReceivable).length;
  const stops = stopsOf(candidates);
  return falsePerTenThousand.map((allowed) => {
    const reached = stops.filter(({ applied, correct }) => (applied - correct) * 10_000 <= applied * allowed);
    const best = reached.reduce<Stop | null>(
      (best, stop) => (best === null || stop.correct > best.correct ? stop : best),
      null,
    );
    const { applied, correct } = best ?? { applied: 0, correct: 0 };
    return {
      target: 1 - allowed / 10_000,
      threshold: best?.threshold ?? null,
      autoMatch: share(correct, receivableCount),
      precision: share(correct, applied),
      wilsonLow: wilsonLow(correct, applied),
    };
  });
}

function candidateOf({ decision, truth }: Judgement): Candidate[] {
  const { action, confidence, alloc, suggestions } = decision;
  if (confidence === undefined || action === 'none') return [];
  const among = action === 'auto' ? 'applied' : 'review';
  const allocation = action === 'auto' ? alloc : suggestions[0]?.alloc;
  if (allocation === undefined || allocation.length === 0) return [];
  return [{ among, confidence, isCorrect: outcomeOf(allocation, truth) === 'correct' }];
}

function bySureness(one: Candidate, other: Candidate): number {
  if (one.among !== other.among) return one.among === 'applied' ? -1 : 1;
  return other.confidence - one.confidence;
}

/** Counts from the surest candidate down to each confidence that occurs. */
function stopsOf(candidates: readonly Candidate[]): readonly Stop[] {
  const stops: Stop[] = [];
  let correct = 0;
  for (const [index, candidate] of candidates.entries()) {
    const { among, confidence, isCorrect } = candidate;
    if (isCorrect) correct += 1;
    const next = candidates[index + 1];
    if (next !== undefined && bySureness(candidate, next) === 0) continue;
    stops.push({ threshold: { among, confidence }, applied: index + 1, correct });
  }
  return stops;
}
