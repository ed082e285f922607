/** The rest of a list that the bank cut off: what was issued next, or a set that makes up the amount. */
import { type CombinationProof, referenceLevel } from '../../domain/match.ts';
import { joinsOn } from '../references/find-references.ts';
import { combine } from '../combination/combine.ts';
import { bitsOf, earlySets } from '../combination/early-sets.ts';

import type { Situation } from '../situation.ts';
import { evaluate, sumOf } from './amounts.ts';
import { makeDraft, type Draft } from './draft.ts';
import { notesOfEquals } from './equal-amounts.ts';
import { ascending, draftOf, isExact, type Context } from './named-draft.ts';
import { isListedWith } from './named-items.ts';
import { documentTextOf, openItemsOf } from './open-items.ts';
import { joinedDigits } from './typing-error.ts';

/** Items among which a sum that only one set has is no coincidence. */
const mostForCertainty = 12;
/** Digits that a number must have been begun with to say how it goes on. */
const fewestBegun = 2;
/** Ways to go on with a list that are told apart. */
const mostCompletions = 12;
/** The same, of those that may lie early in what follows. */
const mostBegun = 64;
/** Ways that are offered where they can't be told apart. */
const mostOffered = 3;
/** Items of a customer among which the rest of a list is looked for. */
const mostForCompletion = 60;
const completionBudget = { nodes: 20_000, words: 200_000 };

/** @param items - what is named, ascending. */
export function draftsOfCutList(context: Context, items: readonly number[]): readonly Draft[] {
  const missing = context.situation.amount - sumOf(context.situation.residuals, items);
  if (missing <= 0 || items.length === 0) return [];
  return [...byContinuation(context, items, missing), ...byCompletion(context, items, missing)];
}

/**
 * All that was issued behind the last item named, up to the one with which the amount is reached: payers pay in the order
 * of the days of issue. A dozen sums at most stand against millions of amounts, so that one which fits is no coincidence.
 */
function byContinuation(context: Context, items: readonly number[], missing: number): readonly Draft[] {
  const { situation, customer } = context;
  const { residuals } = situation;
  const open = openItemsOf(situation, customer);
  const behind = issuedBehind(context, items);
  const begun = begunNumber(context);
  for (const withCreditNotes of [false, true]) {
    const rest = withCreditNotes ? behind : behind.filter((item) => (residuals[item] ?? 0) > 0);
    const next = upTo(residuals, rest, missing);
    if (next === null || (begun !== null && !goesOnWith(situation, begun, next))) continue;
    const evaluation = evaluate(situation, ascending([...items, ...next]));
    if (evaluation === null || !isExact(evaluation)) continue;
    const draft = draftOf(context, ascending([...items, ...next]), evaluation, 'continued', 0, referenceLevel.cut);
    const others = open.filter((item) => !items.includes(item));
    const isAlone = context.named.mentions.length === 1;
    const notes = [...notesOfAdded(context, others, items, next), ...(isAlone ? ['one_named'] : [])];
    return [makeDraft({ ...draft, notes: [...draft.notes, ...notes, ...(begun === null ? [] : ['prefix'])] })];
  }
  return [];
}

/** What was issued behind the last of these, in order. */
function issuedBehind({ situation, customer }: Context, items: readonly number[]): readonly number[] {
  const { itemIssueDays, itemDigits } = situation.partition.columns;
  const inOrder = (a: number, b: number): number =>
    (itemIssueDays[a] ?? 0) - (itemIssueDays[b] ?? 0) || (itemDigits[a] ?? 0) - (itemDigits[b] ?? 0) || a - b;
  const last = items.toSorted(inOrder).at(-1) ?? 0;
  return openItemsOf(situation, customer)
    .filter((item) => inOrder(last, item) < 0)
    .toSorted(inOrder);
}

/** The first items of these whose sum is the target; null where none is. */
function upTo(residuals: Float64Array, items: readonly number[], target: number): readonly number[] | null {
  let sum = 0;
  for (const [place, item] of items.entries()) {
    sum += residuals[item] ?? 0;
    if (sum === target) return items.slice(0, place + 1);
  }
  return null;
}

/** Another item could stand for one that was added; or one that is named has its amount, and may have been paid twice. */
function notesOfAdded(
  { situation: { residuals } }: Context,
  others: readonly number[],
  named: readonly number[],
  added: readonly number[],
): readonly string[] {
  const amounts = Float64Array.from(others, (item) => residuals[item] ?? 0);
  const isRepeated = added.some((item) => named.some((other) => residuals[other] === residuals[item]));
  const equals = notesOfEquals(
    amounts,
    added.map((item) => others.indexOf(item)),
  );
  return isRepeated ? [...equals, 'repeats_amount'] : equals;
}

/** Lists are mostly written in the order of the documents; two numbers that stand so may do by chance. */
function isListAscending({ situation, named: { mentions } }: Context): boolean {
  const { itemDigits } = situation.partition.columns;
  const digits = mentions.map(({ items }) => itemDigits[items[0] ?? 0] ?? 0);
  return digits.every((value, place) => place === 0 || value > (digits[place - 1] ?? 0));
}

/** The digits at which a list breaks off: its last number, all parts of it, leads nowhere; null: none. */
function begunNumber({ situation: { numbers }, named }: Context): string | null {
  const last = numbers.count - 1;
  let first = last;
  while (first > 0 && named.unknown.includes(first - 1) && joinsOn(numbers, first)) first -= 1;
  const isListed =
    named.unknown.includes(last) && named.mentions.some((mention) => isListedWith(numbers, first, mention));
  const begun = isListed ? joinedDigits(numbers, last) : '';
  return begun.length >= fewestBegun ? begun : null;
}

/** The first of these documents, in the order of their numbers, begins with the digits. */
function goesOnWith(situation: Situation, begun: string, items: readonly number[]): boolean {
  const { itemDigits } = situation.partition.columns;
  const next = items.reduce(
    (least, item) => ((itemDigits[item] ?? 0) < (itemDigits[least] ?? 0) ? item : least),
    items[0] ?? 0,
  );
  const { digits, serial } = documentTextOf(situation, next);
  return digits.startsWith(begun) || serial.startsWith(begun);
}

/** Any set that makes up the amount: of what follows in the order of the documents, else of all. */
function byCompletion(context: Context, items: readonly number[], missing: number): readonly Draft[] {
  const { situation, customer } = context;
  const all = openItemsOf(situation, customer).filter((item) => !items.includes(item));
  const begun = begunNumber(context);
  let proven: readonly Draft[] = [];
  for (const isInOrder of [true, false]) {
    const rest = isInOrder ? followingOf(context, items, all) : all;
    if (rest.length === 0 || rest.length > mostForCompletion || proven.length > 0) continue;
    proven = byEverySet({ context, items, missing, rest, isInOrder, begun });
  }
  if (proven.some(({ rivals }) => rivals === 0)) return proven;
  const rest = issuedBehind(context, items);
  return [...proven, ...byEarlySet({ context, items, missing, rest, isInOrder: true, begun })];
}

type CutList = Readonly<{
  context: Context;
  /** What is named. */
  items: readonly number[];
  missing: number;
  /** Items that may have followed, and whether they stand in the order of the list. */
  rest: readonly number[];
  isInOrder: boolean;
  /** Where a number was begun, it is that of the next document: other sets are no way to go on. */
  begun: string | null;
}>;

function byEverySet(cut: CutList): readonly Draft[] {
  const { rest, missing } = cut;
  const found = combine(amountsOf(cut), rest.length, missing, { limit: mostCompletions, budget: completionBudget });
  const fitting = found.solutions.filter((places) => goesOn(cut, places));
  const { count, isComplete, method } = found;
  const areAll = isComplete && count === found.solutions.length;
  const rivals = areAll ? fitting.length - 1 : Math.max(count - 1, 1);
  const proof = { method, count: areAll ? fitting.length : count, isComplete, itemCount: rest.length };
  return fitting.slice(0, mostOffered).flatMap((places) => completed(cut, places, rivals, proof));
}

/** Of what follows next: there are always other sets, and no rule applies one. */
function byEarlySet(cut: CutList): readonly Draft[] {
  const { rest, missing, begun } = cut;
  const { sets, count, itemCount } = earlySets(
    amountsOf(cut),
    rest.length,
    missing,
    begun === null ? mostOffered : mostBegun,
  );
  const proof = { method: 'meet_in_the_middle', count, isComplete: false, itemCount } as const;
  return sets
    .filter(({ places }) => goesOn(cut, places))
    .slice(0, mostOffered)
    .flatMap(({ places }) => completed(cut, places, count, proof));
}

const amountsOf = ({ context, rest }: CutList): Float64Array =>
  Float64Array.from(rest, (item) => context.situation.residuals[item] ?? 0);

const membersOf = ({ rest }: CutList, places: readonly number[]): readonly number[] =>
  places.map((place) => rest[place] ?? 0);

const goesOn = (cut: CutList, places: readonly number[]): boolean =>
  cut.begun === null || goesOnWith(cut.context.situation, cut.begun, membersOf(cut, places));

function completed(cut: CutList, places: readonly number[], rivals: number, proof: CombinationProof): readonly Draft[] {
  const { context, items, rest, isInOrder, begun } = cut;
  const chosen = ascending([...items, ...membersOf(cut, places)]);
  const evaluation = evaluate(context.situation, chosen);
  if (evaluation === null || !isExact(evaluation)) return [];
  const draft = draftOf(context, chosen, evaluation, 'completed', rivals, referenceLevel.cut);
  const notes = [
    ...(isInOrder ? [] : ['anywhere']),
    ...(rest.length <= mostForCertainty ? ['few'] : []),
    ...(begun === null ? [] : ['prefix']),
  ];
  const bits = bitsOf(places.at(-1) ?? 0, places.length);
  return [makeDraft({ ...draft, notes: [...draft.notes, ...notes], proof, bits })];
}

/** What comes behind the last of an ascending list in its series; none where the list is in no order. */
function followingOf(context: Context, items: readonly number[], all: readonly number[]): readonly number[] {
  const { residuals, partition } = context.situation;
  const { itemDigits, itemPrefixes } = partition.columns;
  if (!isListAscending(context)) return [];
  const digitsOf = (item: number): number => itemDigits[item] ?? 0;
  const last = items.reduce((most, item) => (digitsOf(item) > digitsOf(most) ? item : most), items[0] ?? 0);
  return all.filter(
    (item) =>
      (residuals[item] ?? 0) > 0 && itemPrefixes[item] === itemPrefixes[last] && digitsOf(item) > digitsOf(last),
  );
}
