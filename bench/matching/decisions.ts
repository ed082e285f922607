/** The decisions file: one JSON line per statement line, in the order of the lines. Any product can write one. */
import type { BenchData, BenchLine, Decision, Suggestion } from './types.ts';

/** What decisions are held against: an item that is not there can't be applied. */
export const itemIdsOf = ({ items }: Pick<BenchData, 'items'>): ReadonlySet<number> =>
  new Set(items.map((item) => item.id));

/**
 * Holds decisions against the lines they are for.
 *
 * @returns the decisions in the order of the lines, or what is wrong with them, in words
 */
export function decisionsInOrder(
  lines: readonly BenchLine[],
  decisions: readonly Decision[],
  itemIds: ReadonlySet<number>,
): readonly Decision[] | string {
  const decisionByLine = new Map(decisions.map((decision) => [decision.line, decision]));
  const lineIds = new Set(lines.map((line) => line.id));
  for (const decision of decisions) {
    if (!lineIds.has(decision.line)) return `line ${decision.line} is decided, but was not asked for`;
    if (decisionByLine.get(decision.line) !== decision) return `line ${decision.line} is decided twice`;
    const problem = problemOf(decision, itemIds);
    if (problem !== null) return `line ${decision.line} ${problem}`;
  }
  const undecided = lines.find((line) => !decisionByLine.has(line.id));
  if (undecided !== undefined) return `line ${undecided.id} is not decided`;
  return lines.flatMap((line) => decisionByLine.get(line.id) ?? []);
}

/** A decision that says two things at once can't be scored. */
function problemOf({ action, alloc, suggestions }: Decision, itemIds: ReadonlySet<number>): string | null {
  if (action === 'auto' && alloc.length === 0) return 'is applied (auto) to no item';
  if (action !== 'auto' && alloc.length > 0) return `is not applied (${action}), but has an allocation`;
  for (const items of [alloc, ...suggestions.map((suggestion) => suggestion.alloc)]) {
    const unknown = items.find(({ item }) => !itemIds.has(item));
    if (unknown !== undefined) return `names the item ${unknown.item}, which is not in the data`;
    if (new Set(items.map(({ item }) => item)).size !== items.length) return 'names an item twice in one allocation';
  }
  return null;
}

/** One line of the file, without the line break; at most three suggestions, as the form asks. */
export function formatDecision({ line, action, customer, alloc, suggestions, reason, confidence }: Decision): string {
  return JSON.stringify({
    line,
    action,
    customer,
    alloc: formatAllocation(alloc),
    suggestions: suggestions
      .slice(0, 3)
      .map((shown) => ({ customer: shown.customer, alloc: formatAllocation(shown.alloc) })),
    reason,
    ...(confidence === undefined ? {} : { confidence }),
  });
}

export const formatDecisions = (decisions: readonly Decision[]): string =>
  decisions.map((decision) => `${formatDecision(decision)}\n`).join('');

/** Nothing but the two fields of the form, whatever an engine keeps beside them. */
const formatAllocation = (alloc: Suggestion['alloc']): Suggestion['alloc'] =>
  alloc.map(({ item, cleared }) => ({ item, cleared }));
