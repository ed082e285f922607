/**
 * Holds each decision against the right answer of its line. All tables are counts over these judgements.
 *
 * An applied decision is `correct` when its items are those of the truth and each cleared amount is equal to the minor
 * unit; `incomplete` when all it applied is right and something is missing; else `wrong`. So whatever is applied on a
 * line without a receivable (noise, return, duplicate, on account) is wrong.
 */
import type { BenchData, BenchLine, BenchTruth, Decision, Suggestion } from './types.ts';

type Outcome = 'correct' | 'incomplete' | 'wrong';

export type Judgement = Readonly<{
  line: BenchLine;
  truth: BenchTruth;
  decision: Decision;
  /** The amount of the line in cents of the euro, without sign. */
  euroCents: number;
  /** The line pays for documents. */
  isReceivable: boolean;
  /** Null when nothing was applied without asking. */
  outcome: Outcome | null;
  /** Place of the right answer among the suggestions: 0 is the first. Null when it is not among them. */
  rank: number | null;
}>;

type Allocation = Suggestion['alloc'];

/** What an allocation would be if it were applied. An item stands in it once. */
export function outcomeOf(allocation: Allocation, truth: BenchTruth): Outcome {
  const clearedByItem = new Map(truth.alloc.map(({ item, cleared }) => [item, cleared]));
  if (allocation.some(({ item, cleared }) => clearedByItem.get(item) !== cleared)) return 'wrong';
  return allocation.length === truth.alloc.length ? 'correct' : 'incomplete';
}

/** What a clerk is shown, best first. An engine that applies a line and suggests nothing has shown what it applied. */
export function shownOf({ action, customer, alloc, suggestions }: Decision): readonly Suggestion[] {
  if (action === 'none') return [];
  return suggestions.length === 0 && alloc.length > 0 ? [{ customer, alloc }] : suggestions.slice(0, 3);
}

/**
 * Judges every line. Amounts in other currencies are weighed at the rate of the data, rounded to the cent.
 *
 * @param decisions - one for each line, any order.
 */
export function judge(
  { lines, truth, rates }: Pick<BenchData, 'lines' | 'truth' | 'rates'>,
  decisions: readonly Decision[],
): readonly Judgement[] {
  const truthByLine = new Map(truth.map((answer) => [answer.line, answer]));
  const decisionByLine = new Map(decisions.map((decision) => [decision.line, decision]));
  return lines.map((line) => {
    const answer = truthByLine.get(line.id);
    const decision = decisionByLine.get(line.id);
    const rate = rates[line.ccy];
    if (answer === undefined) throw new Error(`line ${line.id} has no right answer`);
    if (decision === undefined) throw new Error(`line ${line.id} has no decision`);
    if (rate === undefined) throw new Error(`${line.ccy} has no rate`);
    return judgeLine(line, answer, decision, Math.round(Math.abs(line.amount) * rate));
  });
}

function judgeLine(line: BenchLine, truth: BenchTruth, decision: Decision, euroCents: number): Judgement {
  const isReceivable = truth.alloc.length > 0;
  const rank = shownOf(decision).findIndex((suggestion) => outcomeOf(suggestion.alloc, truth) === 'correct');
  return {
    line,
    truth,
    decision,
    euroCents,
    isReceivable,
    outcome: decision.action === 'auto' ? outcomeOf(decision.alloc, truth) : null,
    // Where nothing is to be found, an empty suggestion finds nothing.
    rank: isReceivable && rank >= 0 ? rank : null,
  };
}
