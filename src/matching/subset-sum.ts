/**
 * Which of a few amounts add up to a target. More than one answer means that the sum proves nothing, so the search goes
 * on until it found enough of them, finished, or spent its budget; a budget spent is said, not hidden.
 */
export type SubsetSearch = Readonly<{
  /** Places in `amounts`, ascending; subsets with earlier members first. Never empty ones. */
  subsets: readonly (readonly number[])[];
  /** False when the budget ended the search: there may be more. */
  isComplete: boolean;
}>;

/** Choices looked at before giving up: some milliseconds, and the same on every machine. */
const nodeBudget = 20_000;

/**
 * Finds up to `limit` subsets that add up to the target exactly. Amounts may be negative: credit notes.
 * Branches whose remaining amounts cannot reach the target are cut.
 */
export function exactSubsets(amounts: readonly bigint[], target: bigint, limit: number): SubsetSearch {
  const reach = reachOfRest(amounts);
  const subsets: (readonly number[])[] = [];
  const chosen: number[] = [];
  let nodeCount = 0;
  const isDone = (): boolean => subsets.length === limit || nodeCount > nodeBudget;
  const visit = (place: number, missing: bigint): void => {
    nodeCount += 1;
    if (isDone()) return;
    const amount = amounts[place];
    if (amount === undefined) {
      if (missing === 0n && chosen.length > 0) subsets.push([...chosen]);
      return;
    }
    const rest = reach[place];
    if (rest === undefined || missing > rest.most || missing < rest.least) return;
    chosen.push(place);
    visit(place + 1, missing - amount);
    chosen.pop();
    visit(place + 1, missing);
  };
  visit(0, target);
  return { subsets, isComplete: nodeCount <= nodeBudget };
}

type Reach = Readonly<{ least: bigint; most: bigint }>;

/** The smallest and largest sums of the amounts from each place on. */
function reachOfRest(amounts: readonly bigint[]): readonly Reach[] {
  const reach: Reach[] = [];
  let least = 0n;
  let most = 0n;
  for (const amount of amounts.toReversed()) {
    if (amount < 0n) least += amount;
    else most += amount;
    reach.push({ least, most });
  }
  return reach.toReversed();
}
