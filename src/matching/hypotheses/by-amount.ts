/** Hypotheses from the payer and the amount alone, and from numbers that are nearly a document's. */
import { type Structure, payerLevel, type PayerLevel, referenceLevel } from '../../domain/match.ts';
import { bitsOf } from '../combination/early-sets.ts';
import { accountButOne, allButOne, runsOf } from '../combination/runs.ts';
import { structuredSets, type Account } from '../combination/structured-sets.ts';

import { wordClass } from '../text/word-classes.ts';
import type { Situation } from '../situation.ts';
import { evaluate, isRareAmount, isRoundAmount, isUncommonAmount, largestRounding } from './amounts.ts';
import { draftsByCombination, draftsByEarlySet, mostForProof } from './by-combination.ts';
import { makeDraft, type Draft, type Selection } from './draft.ts';
import { notesOfEquals } from './equal-amounts.ts';
import { isSettled } from './named-draft.ts';
import { documentTextOf, openItemsOf } from './open-items.ts';
import type { Numbers } from '../text/numbers.ts';
import { mayNameDocument, type NamedItems } from './named-items.ts';
import { likenessOf, mostCompared } from './typing-error.ts';

/** Items of one amount that are offered, oldest first. */
const mostOffered = 3;
type Asked = readonly [account: Account, target: number, asOfDay: number];
/** Sets that no rule applies. */
const toBeLookedAt: readonly (readonly [Structure, (...each: Asked) => readonly (readonly number[])[]])[] = [
  ['run', (account, target) => runsOf(account, target, mostOffered)],
  ['all_but_one', (account, target) => allButOne(account, target, mostOffered)],
  ['all_but_one', accountButOne],
];

/** Sets are dear to look for, and made when they are asked for. */
export type ByAmount = Readonly<{ singles: readonly Draft[]; sets: () => readonly Draft[] }>;

const noDrafts: readonly Draft[] = [];
const nothing: ByAmount = { singles: noDrafts, sets: () => noDrafts };

/** All that the open items of one customer say about the amount. */
export function byAmount(situation: Situation, customer: number, payer: PayerLevel, named: NamedItems): ByAmount {
  const open = openItemsOf(situation, customer);
  const singles = singlesOf(situation, open);
  // A name that hardly fits is no ground for a set.
  const areSetsAsked = open.length >= 2 && payer >= payerLevel.named;
  if (singles.count === 0 && !areSetsAsked) return nothing;
  const context: Context = { situation, customer, payer, named, open };
  return {
    singles: singles.count === 0 ? noDrafts : draftsOfSingles(context, singles),
    sets: () => (areSetsAsked ? draftsOfSets(context, singles.exact.length > 0) : noDrafts),
  };
}

type Context = Readonly<{
  situation: Situation;
  customer: number;
  payer: PayerLevel;
  named: NamedItems;
  open: readonly number[];
}>;

/** What else the text says that may speak against items which it does not name. */
const notesOfText = ({ unknown, paidCount, hasUnknownOfOurs, mentions }: NamedItems): readonly string[] => [
  ...(unknown.length > 0 ? ['unknown'] : []),
  ...(paidCount > 0 ? ['paid'] : []),
  ...(hasUnknownOfOurs ? ['unknown_ours'] : []),
  ...(mentions.length > 0 ? ['names_other'] : []),
];

/** The draft that these items are, where the payment settles them. */
function draftOfItems(
  { situation, customer, payer, named }: Context,
  items: readonly number[],
  selection: Selection,
  found: Readonly<{ rivals: number; notes: readonly string[]; bits?: number }>,
): readonly Draft[] {
  const evaluation = evaluate(situation, items);
  if (evaluation === null || !isSettled(evaluation)) return noDrafts;
  const { amountClass, lines } = evaluation;
  const isOrdered = amountClass === 'exchange' && situation.payment.instructed !== null;
  const further = isOrdered ? ['instructed'] : evaluation.isAtPar === true ? ['at_par'] : [];
  const notes = [...notesOfText(named), ...found.notes, ...further];
  const { rivals, bits = 0 } = found;
  return [makeDraft({ customer, lines, selection, amountClass, payer, rivals, notes, bits })];
}

function draftsOfSingles(context: Context, singles: Singles): readonly Draft[] {
  const { situation, customer, payer, named, open } = context;
  const drafts: Draft[] = [...typedSingles(situation, customer, payer, named, [...singles.exact, ...singles.settled])];
  const notes = [
    ...(isRareAmount(situation) ? ['rare'] : []),
    ...(payer === payerLevel.weak && isUncommonAmount(situation) ? ['uncommon'] : []),
    ...(isRoundAmount(situation) && (open.length > mostForProof || payer < payerLevel.good) ? ['round'] : []),
    ...(situation.partition.hasPaid(customer, situation.amount, situation.day) ? ['repeated'] : []),
  ];
  for (const same of [singles.exact, singles.settled, singles.atPar])
    for (const item of same.slice(0, mostOffered))
      drafts.push(...draftOfItems(context, [item], 'single', { rivals: same.length - 1, notes }));
  return drafts;
}

function draftsOfSets(context: Context, isSingleExact: boolean): readonly Draft[] {
  const { situation, customer, payer, named, open } = context;
  const drafts: Draft[] = [];
  const account = accountOf(situation, open);
  const itemsAt = (places: readonly number[]): readonly number[] => places.map((place) => open[place] ?? 0);
  const sets = structuredSets(account, situation.amount, situation.day);
  for (const set of sets.slice(0, 3)) {
    const [structure] = set.structures;
    const notes = [
      structure,
      ...(set.splitsDay ? ['split_day'] : []),
      ...(set.withCreditNotes ? [] : ['no_credits']),
      ...(set.isExchangeable ? notesOfEquals(account.amounts, set.members) : []),
      ...(cancelsItself(account.amounts, set.members) ? ['cancels'] : []),
    ];
    drafts.push(...draftOfItems(context, itemsAt(set.members), 'structured', { rivals: 0, notes }));
  }
  const sums = { situation, customer, payer, open, amounts: account.amounts, notes: notesOfText(named) };
  // Another item of the same amount may be meant, and then it is another set.
  if (!isSingleExact && sets.some(({ isExchangeable }) => isExchangeable)) drafts.push(...draftsByEarlySet(sums));
  if (sets.length > 0 || isSingleExact) return drafts;
  drafts.push(...draftsByCombination(sums));
  for (const [structure, find] of toBeLookedAt) {
    const found = find(account, situation.amount, situation.day);
    for (const set of found) {
      const notes = [structure, ...notesOfEquals(account.amounts, set)];
      // There are always other sets.
      const others = { rivals: found.length, notes, bits: bitsOf(set.at(-1) ?? 0, 2) };
      drafts.push(...draftOfItems(context, itemsAt(set), 'structured', others));
    }
  }
  return drafts;
}

/** A credit note inside takes an invoice inside away whole: without the two, the sum is the same. */
function cancelsItself(amounts: Float64Array, members: readonly number[]): boolean {
  const values = new Set(members.map((place) => amounts[place] ?? 0));
  return members.some((place) => (amounts[place] ?? 0) < 0 && values.has(-(amounts[place] ?? 0)));
}

/** Rows, oldest first. */
type Singles = Readonly<{
  exact: readonly number[];
  settled: readonly number[];
  atPar: readonly number[];
  count: number;
}>;

const noSingles: Singles = { exact: [], settled: [], atPar: [], count: 0 };

/** Single items that the payment settles: to the cent, with a difference that has a name, or at par. */
function singlesOf(situation: Situation, open: readonly number[]): Singles {
  const { residuals, amount, currency } = situation;
  const { itemCurrencies } = situation.partition.columns;
  // Differences that have a name are small, but for other currencies.
  const possible = open.filter((item) => {
    const residual = residuals[item] ?? 0;
    return (
      residual > 0 &&
      (itemCurrencies[item] !== currency || (residual <= amount * 1.25 && amount <= residual + largestRounding))
    );
  });
  if (possible.length === 0) return noSingles;
  const exact: number[] = [];
  const settled: number[] = [];
  const atPar: number[] = [];
  for (const item of possible) {
    const evaluation = evaluate(situation, [item]);
    if (evaluation === null || !isSettled(evaluation)) continue;
    if (evaluation.isAtPar === true) atPar.push(item);
    else if (evaluation.amountClass === 'exact') exact.push(item);
    else settled.push(item);
  }
  return { exact, settled, atPar, count: exact.length + settled.length + atPar.length };
}

/** Items that settle the payment and whose number is nearly written in the text. */
function typedSingles(
  situation: Situation,
  customer: number,
  payer: PayerLevel,
  named: NamedItems,
  singles: readonly number[],
): readonly Draft[] {
  const numbers = (named.mentions.length === 0 ? named.unknown : allNumbers(situation.numbers)).slice(0, mostCompared);
  const alike = singles.flatMap((item) => {
    if (named.mentions.some(({ items }) => items.includes(item))) return [];
    for (const number of numbers) {
      if (situation.numbers.context[number] === wordClass.creditNote) continue;
      const likeness = likenessOf(situation.numbers, number, documentTextOf(situation, item));
      if (likeness !== null) return [{ item, number, likeness }];
    }
    return [];
  });
  return alike.flatMap(({ item, number, likeness }) => {
    const evaluation = evaluate(situation, [item]);
    if (evaluation === null) return [];
    const level = likeness === 'near' ? referenceLevel.typed : referenceLevel.cut;
    const rivals = alike.filter((other) => other.likeness === likeness).length - 1;
    const { amountClass, lines } = evaluation;
    const namedBy = new Map([[item, { level, first: number, last: number }]]);
    const notes = [...(named.mentions.length > 1 ? ['names_more'] : []), ...(named.paidCount > 0 ? ['paid'] : [])];
    return [
      makeDraft({ customer, lines, selection: 'mended', reference: level, amountClass, payer, rivals, notes, namedBy }),
    ];
  });
}

/** A typing error may have made the number of another item of the customer: all numbers are looked at again. */
const allNumbers = (numbers: Numbers): readonly number[] =>
  Array.from({ length: numbers.count }, (_, number) => number).filter((number) => mayNameDocument(numbers, number));

/** Of the account that is looked at: a customer's goes before the next one's comes. */
let amounts = new Float64Array(64);
let issueDays = new Int32Array(64);
let dueDays = new Int32Array(64);

function accountOf({ residuals, partition }: Situation, open: readonly number[]): Account {
  const { itemIssueDays, itemDueDays } = partition.columns;
  const { length } = open;
  if (length > amounts.length) {
    amounts = new Float64Array(length * 2);
    issueDays = new Int32Array(length * 2);
    dueDays = new Int32Array(length * 2);
  }
  for (let place = 0; place < length; place += 1) {
    const item = open[place] ?? 0;
    amounts[place] = residuals[item] ?? 0;
    issueDays[place] = itemIssueDays[item] ?? 0;
    dueDays[place] = itemDueDays[item] ?? 0;
  }
  return { length, amounts: amounts.subarray(0, length), issueDays, dueDays };
}
