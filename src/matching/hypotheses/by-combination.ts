/** Sets of open items that have no name: proven the only ones of their sum, or only to be looked at. */
import type { CombinationProof, PayerLevel } from '../../domain/match.ts';
import { expectedCoincidences } from '../combination/coincidences.ts';
import { combine } from '../combination/combine.ts';
import { bitsOf, earlySets } from '../combination/early-sets.ts';
import { smallCombinations } from '../combination/small-combinations.ts';
import type { Situation } from '../situation.ts';
import { evaluate, isRoundAmount } from './amounts.ts';
import { makeDraft, type Draft } from './draft.ts';

/** Items up to which every set is looked at: with more, sets that give an amount by chance are too many. */
export const mostForProof = 12;
/** Items up to which pairs and triples are offered. */
const mostForPairs = 200;
/** Items up to which triples are looked for as well. */
const mostForTriples = 40;
/** Sets of one size that give an amount by chance, below which one that does is no coincidence. */
const mostChance = 5e-3;
/** Sets that are offered. */
const mostOffered = 3;

type Context = Readonly<{
  situation: Situation;
  customer: number;
  payer: PayerLevel;
  /** Rows with something left, oldest first, and what is left of each. */
  open: readonly number[];
  amounts: Float64Array;
  notes: readonly string[];
}>;

/** All sets that make up the amount, by whatever search found them: a set that two found is told by its best reason. */
export function draftsByCombination(context: Context): readonly Draft[] {
  const { open } = context;
  if (open.length <= mostForProof) return byEverySet(context);
  return [...(open.length <= mostForPairs ? byPairs(context) : []), ...draftsByEarlySet(context)];
}

/** So few items that no set is left out; where there are more sets than are offered, the early ones go with them. */
function byEverySet(context: Context): readonly Draft[] {
  const { situation, open, amounts } = context;
  const found = combine(amounts, open.length, situation.amount, { limit: mostOffered });
  const { solutions, count, isComplete, method } = found;
  const proof = { method, count, isComplete, itemCount: open.length };
  const drafts = solutions.flatMap((places) =>
    draftOf(context, places, isComplete ? count - 1 : count, { notes: ['all_sets'], proof }),
  );
  return isComplete && count === solutions.length ? drafts : [...drafts, ...draftsByEarlySet(context)];
}

function byPairs(context: Context): readonly Draft[] {
  const { situation, open, amounts } = context;
  const { solutions, count, isComplete } = smallCombinations(amounts, open.length, situation.amount, {
    largestSize: open.length <= mostForTriples ? 3 : 2,
    limit: mostOffered,
  });
  const proof = { method: 'pairs_and_triples', count, isComplete, itemCount: open.length } as const;
  return solutions.flatMap((places) => {
    const chance = expectedCoincidences(amounts, open.length, places.length, situation.amount);
    return draftOf(context, places, count - 1, { notes: [chance < mostChance ? 'rare' : 'common'], proof });
  });
}

/** Of the oldest items: there are always other sets, and no rule applies one. */
export function draftsByEarlySet(context: Context): readonly Draft[] {
  const { situation, open, amounts } = context;
  const { sets, count, itemCount } = earlySets(amounts, open.length, situation.amount, mostOffered);
  const proof = { method: 'meet_in_the_middle', count, isComplete: false, itemCount } as const;
  return sets.flatMap(({ places }) => draftOf(context, places, count, { notes: ['common', 'early'], proof }));
}

function draftOf(
  { situation, customer, payer, open, amounts, notes }: Context,
  places: readonly number[],
  rivals: number,
  found: Readonly<{ notes: readonly string[]; proof: CombinationProof }>,
): readonly Draft[] {
  const evaluation = evaluate(
    situation,
    places.map((place) => open[place] ?? 0),
  );
  if (evaluation === null || (evaluation.amountClass !== 'exact' && evaluation.isAtPar !== true)) return [];
  const { amountClass, lines } = evaluation;
  const further = [
    places.length <= 2 ? 'pair' : 'many',
    ...(places.some((place) => (amounts[place] ?? 0) < 0) ? ['credits'] : []),
    ...(evaluation.isAtPar === true ? ['at_par'] : []),
    ...(isRoundAmount(situation) ? ['round'] : []),
  ];
  return [
    makeDraft({
      customer,
      lines,
      selection: 'proven',
      amountClass,
      payer,
      rivals,
      notes: [...notes, ...found.notes, ...further],
      proof: found.proof,
      bits: bitsOf(places.at(-1) ?? 0, places.length),
    }),
  ];
}
