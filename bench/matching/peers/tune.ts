/**
 * Thresholds for peers that have none, found in their favour: on the very lines they are then measured on, the one that
 * applies the most while the precision asked for is kept.
 */
import { outcomeOf } from '../judge.ts';
import type { BenchTruth, Decision } from '../types.ts';

/** The precision at which a search library is shown: one in a hundred wrong is generous. */
export const tunedPrecision = 0.99;

type Candidate = Readonly<{ confidence: number; isCorrect: boolean }>;

/** The lowest confidence to apply; null where no threshold keeps the precision. */
export function findThreshold(decisions: readonly Decision[], truths: readonly BenchTruth[]): number | null {
  const truthByLine = new Map(truths.map((truth) => [truth.line, truth]));
  const candidates = decisions
    .flatMap(({ line, action, alloc, confidence }): Candidate[] => {
      const truth = truthByLine.get(line);
      if (action !== 'auto' || confidence === undefined || truth === undefined) return [];
      return [{ confidence, isCorrect: outcomeOf(alloc, truth) === 'correct' }];
    })
    .toSorted((a, b) => b.confidence - a.confidence);
  let threshold: number | null = null;
  let correctCount = 0;
  for (const [index, { confidence, isCorrect }] of candidates.entries()) {
    if (isCorrect) correctCount += 1;
    // Equal confidences are applied together or not at all.
    const isLastOfItsKind = candidates[index + 1]?.confidence !== confidence;
    if (isLastOfItsKind && correctCount >= tunedPrecision * (index + 1)) threshold = confidence;
  }
  return threshold;
}

/** Leaves to review what is below the threshold. A decision without a confidence stays as it is. */
export const applyFrom = (threshold: number | null, decisions: readonly Decision[]): readonly Decision[] =>
  decisions.map((decision) => {
    const { action, confidence } = decision;
    const isBelow = confidence !== undefined && (threshold === null || confidence < threshold);
    return action === 'auto' && isBelow ? { ...decision, action: 'review', alloc: [] } : decision;
  });
