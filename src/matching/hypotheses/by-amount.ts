/** Hypotheses from the payer and the amount alone, and from numbers that are nearly a document's. */
import { type Structure, payerLevel, type PayerLevel, referenceLevel } from '../../domain/match.ts';
import { bitsOf } from '../combination/early-sets.ts';
import { accountButOne, allButOne, runsOf } from '../combination/runs.ts';
import { structuredSets, type Account } from '../combination/structured-sets.ts';

import { wordClass } from '../text/word-classes.ts';
import type { Situation } from '../situation.ts';
import { evaluate, isRareAmount, isRoundAmount, isUncommonAmount } from './amounts.ts';
import { draftsByCombination, draftsByEarlySet, mostForProof } from './by-combination.ts';
import { noNames, type Draft, type Selection } from './draft.ts';
import { notesOfEquals } from './equal-amounts.ts';
import { isSettled } from './named-draft.ts';
import { documentTextOf, openItemsOf } from './open-items.ts';
import type { Numbers } from '../text/numbers.ts';
import { mayNameDocument, type NamedItems } from './named-items.ts';
import { joinedDigits, likenessOf } from './typing-error.ts';

/** Items of one amount that are offered, oldest first. */
const mostOffered = 3;
/** Items of one amount beyond which the amount says nothing. */
const mostOfAmount = 200;
/** Numbers of a text that are compared with the numbers of items. */
const mostCompared = 24;
/** Digits of a number that may be anybody's, written nearly. */
const fewestOfAnybody = 5;
type Asked = readonly [account: Account, target: number, asOfDay: number];
/** Sets that no rule applies. */
const toBeLookedAt: readonly (readonly [Structure, (...each: Asked) => readonly (readonly number[])[]])[] = [
  ['run', (account, target) => runsOf(account, target, mostOffered)],
  ['all_but_one', (account, target) => allButOne(account, target, mostOffered)],
  ['all_but_one', accountButOne],
];

/** All that the open items of one customer say about the amount. */
export function draftsByAmount(
  situation: Situation,
  customer: number,
  payer: PayerLevel,
  named: NamedItems,
): readonly Draft[] {
  const open = openItemsOf(situation, customer);
  const drafts: Draft[] = [];
  const hasUnknown: string[] = [
    ...(named.unknown.length > 0 ? ['unknown'] : []),
    ...(named.paidCount > 0 ? ['paid'] : []),
    ...(named.hasUnknownOfOurs ? ['unknown_ours'] : []),
    ...(named.mentions.length > 0 ? ['names_other'] : []),
  ];
  const isRound = isRoundAmount(situation);
  const rarity = [
    ...(isRareAmount(situation) ? ['rare'] : []),
    ...(payer === payerLevel.weak && isUncommonAmount(situation) ? ['uncommon'] : []),
    ...(isRound && (open.length > mostForProof || payer < payerLevel.good) ? ['round'] : []),
    ...(situation.partition.hasPaid(customer, situation.amount, situation.day) ? ['repeated'] : []),
  ];
  const put = (
    items: readonly number[],
    selection: Selection,
    rivals: number,
    notes: readonly string[],
    bits?: number,
  ): void => {
    const evaluation = evaluate(situation, items);
    if (evaluation === null || !isSettled(evaluation)) return;
    const { amountClass, lines } = evaluation;
    const isOrdered = amountClass === 'exchange' && situation.payment.instructed !== null;
    const further = isOrdered ? ['instructed'] : evaluation.isAtPar === true ? ['at_par'] : [];
    drafts.push({
      customer,
      lines,
      selection,
      reference: 0,
      amountClass,
      payer,
      rivals,
      notes: [...hasUnknown, ...notes, ...further],
      namedBy: noNames,
      ...(bits === undefined ? {} : { bits }),
    });
  };
  const singles = singlesOf(situation, open);
  drafts.push(...typedSingles(situation, customer, payer, named, singles.all));
  for (const same of [singles.exact, singles.settled, singles.atPar]) {
    for (const item of same.slice(0, mostOffered)) put([item], 'single', same.length - 1, rarity);
  }
  // A name that hardly fits is no ground for a set.
  if (open.length < 2 || payer < payerLevel.named) return drafts;
  const account = accountOf(situation, open);
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
    put(
      set.members.map((place) => open[place] ?? 0),
      'structured',
      0,
      notes,
    );
  }
  const context = { situation, customer, payer, open, amounts: account.amounts, notes: hasUnknown };
  // Another item of the same amount may be meant, and then it is another set.
  if (singles.exact.length === 0 && sets.some(({ isExchangeable }) => isExchangeable))
    drafts.push(...draftsByEarlySet(context));
  if (sets.length > 0 || singles.exact.length > 0) return drafts;
  drafts.push(...draftsByCombination(context));
  for (const [structure, find] of toBeLookedAt) {
    const sets = find(account, situation.amount, situation.day);
    for (const set of sets) {
      const items = set.map((place) => open[place] ?? 0);
      // There are always other sets.
      const bits = bitsOf(set.at(-1) ?? 0, 2);
      put(items, 'structured', sets.length, [structure, ...notesOfEquals(account.amounts, set)], bits);
    }
  }
  return drafts;
}

/** A credit note inside takes an invoice inside away whole: without the two, the sum is the same. */
function cancelsItself(amounts: Float64Array, members: readonly number[]): boolean {
  const values = new Set(members.map((place) => amounts[place] ?? 0));
  return members.some((place) => (amounts[place] ?? 0) < 0 && values.has(-(amounts[place] ?? 0)));
}

/** Single items that the payment settles: to the cent, with a difference that has a name, or at par. Oldest first. */
function singlesOf(situation: Situation, open: readonly number[]) {
  const exact: number[] = [];
  const settled: number[] = [];
  const atPar: number[] = [];
  const { residuals, amount } = situation;
  for (const item of open) {
    const residual = residuals[item] ?? 0;
    // Differences that have a name are small, but for other currencies.
    if (
      residual <= 0 ||
      (residual > amount * 1.25 && situation.partition.columns.itemCurrencies[item] === situation.currency)
    )
      continue;
    const evaluation = evaluate(situation, [item]);
    if (evaluation === null || !isSettled(evaluation)) continue;
    if (evaluation.isAtPar === true) atPar.push(item);
    else if (evaluation.amountClass === 'exact') exact.push(item);
    else settled.push(item);
  }
  return { exact, settled, atPar, all: [...exact, ...settled] };
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
      { customer, lines, selection: 'mended' as const, reference: level, amountClass, payer, rivals, notes, namedBy },
    ];
  });
}

/** A typing error may have made the number of another item of the customer: all numbers are looked at again. */
const allNumbers = (numbers: Numbers): readonly number[] =>
  Array.from({ length: numbers.count }, (_, number) => number).filter((number) => mayNameDocument(numbers, number));

function accountOf({ residuals, partition }: Situation, open: readonly number[]) {
  const { itemIssueDays, itemDueDays } = partition.columns;
  const { length } = open;
  const amounts = new Float64Array(length);
  const issueDays = new Int32Array(length);
  const dueDays = new Int32Array(length);
  for (let place = 0; place < length; place += 1) {
    const item = open[place] ?? 0;
    amounts[place] = residuals[item] ?? 0;
    issueDays[place] = itemIssueDays[item] ?? 0;
    dueDays[place] = itemDueDays[item] ?? 0;
  }
  return { length, amounts, issueDays, dueDays };
}

/** Nobody known paid, and nothing is named: the open items of this amount, where they are few. Only to be looked at. */
export function draftsOfAnybody(situation: Situation, payerOf: (customer: number) => PayerLevel): readonly Draft[] {
  const { partition, amount, residuals, currency } = situation;
  const { amountRows, itemCustomers, itemCurrencies, itemDueDays } = partition.columns;
  const [from, to] = partition.amountRange(amount);
  const items = Array.from(amountRows.subarray(from, Math.min(to, from + mostOfAmount)))
    .filter((item) => residuals[item] === amount && itemCurrencies[item] === currency)
    .filter((item) => payerOf(itemCustomers[item] ?? 0) === payerLevel.none)
    .toSorted((a, b) => (itemDueDays[a] ?? 0) - (itemDueDays[b] ?? 0) || a - b)
    .slice(0, mostOffered);
  const alike = new Set(situation.payer.alike);
  return items.map((item) => ({
    customer: itemCustomers[item] ?? 0,
    lines: [{ item, cleared: amount }],
    selection: 'single',
    reference: 0,
    amountClass: 'exact',
    payer: alike.has(itemCustomers[item] ?? 0) ? payerLevel.weak : payerLevel.none,
    rivals: to - from - 1,
    notes: alike.has(itemCustomers[item] ?? 0) ? ['rare'] : ['anyone'],
    namedBy: noNames,
  }));
}

/** Nobody known paid: items of exactly this amount whose number is nearly written in the text. */
export function draftsByEqualAmount(
  situation: Situation,
  unknown: readonly number[],
  payerOf: (customer: number) => PayerLevel,
): readonly Draft[] {
  const { partition, amount, numbers, residuals, currency } = situation;
  const { amountRows, itemCustomers, itemCurrencies } = partition.columns;
  const [from, to] = partition.amountRange(amount);
  if (unknown.length === 0 || to - from > mostOfAmount) return [];
  const drafts: Draft[] = [];
  for (let at = from; at < to; at += 1) {
    const item = amountRows[at] ?? 0;
    if (residuals[item] !== amount || itemCurrencies[item] !== currency) continue;
    const document = documentTextOf(situation, item);
    for (const number of unknown.slice(0, mostCompared)) {
      if (
        numbers.isForeign[number] === 1 ||
        numbers.context[number] === wordClass.creditNote ||
        joinedDigits(numbers, number).length < fewestOfAnybody
      )
        continue;
      const likeness = likenessOf(numbers, number, document);
      if (likeness === null) continue;
      const level = likeness === 'near' ? referenceLevel.typed : referenceLevel.cut;
      const customer = itemCustomers[item] ?? 0;
      drafts.push({
        customer,
        lines: [{ item, cleared: amount }],
        selection: 'mended',
        reference: level,
        amountClass: 'exact',
        payer: payerOf(customer),
        rivals: 0,
        notes: isRareAmount(situation) ? ['anyone', 'rare'] : ['anyone'],
        namedBy: new Map([[item, { level, first: number, last: number }]]),
      });
      break;
    }
  }
  return drafts.map((draft) => ({ ...draft, rivals: drafts.length - 1 }));
}
