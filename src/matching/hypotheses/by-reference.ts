/** Hypotheses from what the text names among the items of one customer. */
import { payerLevel, type PayerLevel, referenceLevel } from '../../domain/match.ts';
import { combine } from '../combination/combine.ts';
import { smallCombinations } from '../combination/small-combinations.ts';
import { creditNoteKind } from '../index/partition.ts';

import { says } from '../text/numbers.ts';
import { wordClass } from '../text/word-classes.ts';

import type { Situation } from '../situation.ts';
import { clearInOrder, discountOf, evaluate, sumOf, type Evaluation } from './amounts.ts';
import { draftsOfCutList } from './cut-list.ts';
import { makeDraft, type Draft } from './draft.ts';
import { ascending, draftOf, isExact, isSettled, type Context } from './named-draft.ts';
import type { Mention, NamedItems } from './named-items.ts';
import { documentTextOf, openItemsOf } from './open-items.ts';
import { likenessOf } from './typing-error.ts';

/** Choices of one item for each mention that are compared. */
const mostChoices = 64;
/** Items of a customer among which a number that is nearly right is looked for. */
const mostForMending = 1_000;
/** For the sets among what is named. */
const subsetBudget = { nodes: 20_000, words: 200_000 };
export const mostLines = 500;

export function draftsByReference(
  situation: Situation,
  customer: number,
  payer: PayerLevel,
  named: NamedItems,
): readonly Draft[] {
  const context: Context = { situation, customer, payer, named };
  const { mentions } = named;
  if (mentions.length === 0) return [];
  const choice = chooseItems(context);
  if (choice.items.length > mostLines) return [];
  const settled = inOrderOfText(context, choice);
  const own = settled === null ? [] : [draftOf(context, choice.items, settled, 'named', choice.rivals)];
  if (settled !== null && !isSettled(settled)) {
    if (paysOtherItem(context, choice.items)) own[0]?.notes.push('pays_other');
    if (namesMore(context, settled)) own[0]?.notes.push('names_more');
    if (settled.amountClass === 'partial' && saysPart(situation)) own[0]?.notes.push('said');
  }
  if (settled !== null && isSettled(settled)) return own;
  // No rule mends what somebody unknown wrote.
  if (payer < payerLevel.weak) return [...bySubset(context, choice.items), ...own];
  const repaired = [
    ...byRange(context, choice.items),
    ...bySubset(context, choice.items),
    ...byCreditNotes(context, choice.items),
    ...byMending(context, choice.items),
    ...draftsOfCutList(context, choice.items),
  ];
  return [...repaired, ...own];
}

/** The text speaks of more documents than lead to items of the customer: a plural, a range, items of somebody else. */
function namesMore({ situation, customer, named }: Context, { amountClass }: Evaluation): boolean {
  const { numbers, hits, partition, residuals, amount } = situation;
  if (numbers.isRange.subarray(0, numbers.count).includes(1)) return true;
  if (named.mentions.length === 1 && says(numbers, wordClass.documents)) return true;
  return hits.some(({ item }) => {
    const residual = residuals[item] ?? 0;
    if (partition.columns.itemCustomers[item] === customer || residual === 0) return false;
    // Who can't pay the one with this money does not pay the other as well.
    return amountClass !== 'partial' || residual <= amount;
  });
}

const saysPart = ({ numbers }: Situation): boolean =>
  says(numbers, wordClass.partial) || says(numbers, wordClass.advance);

/** Another item of the customer has just this amount: a number may be wrong, or two were exchanged. */
function paysOtherItem({ situation, customer }: Context, items: readonly number[]): boolean {
  return openItemsOf(situation, customer).some((item) => {
    if (items.includes(item)) return false;
    const evaluation = evaluate(situation, [item]);
    return evaluation !== null && isExact(evaluation);
  });
}

/** One item for each mention: the choice that the amount explains best; others that do as well are rivals. */
function chooseItems({ situation, named: { mentions } }: Context) {
  const choices = choicesOf(mentions);
  let best: { items: readonly number[]; evaluation: Evaluation | null; rivals: number } | null = null;
  for (const chosen of choices) {
    const items = ascending(chosen);
    const evaluation = evaluate(situation, items);
    if (best === null || rankOf(evaluation) > rankOf(best.evaluation)) best = { items, evaluation, rivals: 0 };
    else if (rankOf(evaluation) === rankOf(best.evaluation)) best.rivals += 1;
  }
  const isCut = mentions.reduce((count, { items }) => count * items.length, 1) > choices.length;
  const unseen = isCut || mentions.some(({ isCrowded }) => isCrowded) ? 1 : 0;
  return best === null ? { items: [], evaluation: null, rivals: 0 } : { ...best, rivals: best.rivals + unseen };
}

/** Too little for all of them: what is written first is paid first, and the last in part. */
function inOrderOfText(
  { situation, named: { mentions } }: Context,
  { items, evaluation }: Pick<ReturnType<typeof chooseItems>, 'items' | 'evaluation'>,
): Evaluation | null {
  if (evaluation?.amountClass !== 'short') return evaluation;
  const isChosen = new Set(items);
  const written = new Set(mentions.flatMap((mention) => mention.items.filter((item) => isChosen.has(item))));
  return { ...evaluation, lines: clearInOrder(situation, [...written]) };
}

const rankOf = (evaluation: Evaluation | null): number =>
  evaluation === null ? 0 : evaluation.amountClass === 'exact' ? 3 : isSettled(evaluation) ? 2 : 1;

/** Every way to take one item a mention, in order, up to a limit. */
function choicesOf(mentions: readonly Mention[]): readonly (readonly number[])[] {
  if (mentions.every(({ items }) => items.length === 1)) return [mentions.flatMap(({ items }) => items)];
  let choices: number[][] = [[]];
  for (const { items } of mentions) {
    // In place where nothing branches: a text may name a thousand.
    if (items.length === 1 || choices.length * items.length > mostChoices)
      for (const chosen of choices) chosen.push(items[0] ?? 0);
    else choices = choices.flatMap((chosen) => items.map((item) => [...chosen, item]));
  }
  return choices;
}

/** `FA 25908 A 26339`: everything of the customer between the two. */
function byRange(context: Context, items: readonly number[]): readonly Draft[] {
  const { situation, customer, named } = context;
  const { numbers, partition, residuals } = situation;
  const { itemDigits, itemPrefixes, itemKinds, customerItemStarts, customerOpenEnds } = partition.columns;
  const inside = new Set<number>();
  for (const [place, mention] of named.mentions.entries()) {
    const next = named.mentions[place + 1];
    if (next === undefined || mention.last < 0 || numbers.isRange[mention.last] !== 1) continue;
    for (const low of mention.items)
      for (const high of next.items) {
        const [first = 0, last = 0] = [itemDigits[low], itemDigits[high]];
        if (itemPrefixes[low] !== itemPrefixes[high] || first > last) continue;
        for (let item = customerItemStarts[customer] ?? 0; item < (customerOpenEnds[customer] ?? 0); item += 1) {
          const digits = itemDigits[item] ?? 0;
          if (
            digits >= first &&
            digits <= last &&
            residuals[item] !== 0 &&
            itemPrefixes[item] === itemPrefixes[low] &&
            itemKinds[item] !== creditNoteKind
          )
            inside.add(item);
        }
        if (inside.size > mostLines) return [];
      }
  }
  if (inside.size === 0) return [];
  const all = ascending([...inside, ...items]);
  const evaluation = all.length > mostLines ? null : evaluate(situation, all);
  if (evaluation === null || !isExact(evaluation)) return [];
  return [draftOf(context, all, evaluation, 'range', 0)];
}

/** Some of what is named gives the amount, and nothing else of it does. */
function bySubset(context: Context, items: readonly number[]): readonly Draft[] {
  const { situation } = context;
  if (items.length < 2 || items.length > 40) return [];
  const single = items.filter((item) => {
    const evaluation = evaluate(situation, [item]);
    return evaluation !== null && isExact(evaluation);
  });
  const [only] = single;
  if (only !== undefined) {
    const evaluation = evaluate(situation, [only]);
    return evaluation === null ? [] : [draftOf(context, [only], evaluation, 'named_subset', single.length - 1)];
  }
  const amounts = Float64Array.from(items, (item) => situation.residuals[item] ?? 0);
  const { solutions, count, isComplete } = combine(amounts, items.length, situation.amount, {
    limit: 2,
    budget: subsetBudget,
  });
  const [first] = solutions;
  if (first === undefined) return [];
  const subset = first.map((place) => items[place] ?? 0);
  const evaluation = evaluate(situation, subset);
  return evaluation === null
    ? []
    : [draftOf(context, subset, evaluation, 'named_subset', isComplete ? count - 1 : count)];
}

/** Credit notes that the payer deducted without naming them. */
function byCreditNotes(context: Context, items: readonly number[]): readonly Draft[] {
  const { situation, customer } = context;
  const { residuals, amount } = situation;
  const missing = sumOf(residuals, items) - amount;
  const rest = openItemsOf(situation, customer).filter((item) => (residuals[item] ?? 0) < 0 && !items.includes(item));
  if (missing <= 0 || rest.length === 0) return [];
  const drafts: Draft[] = [];
  for (const target of [missing, missing - discountOf(situation, items)]) {
    if (target <= 0 || (target !== missing && drafts.length > 0)) continue;
    const amounts = Float64Array.from(rest, (item) => -(residuals[item] ?? 0));
    const { solutions, count, isComplete } = smallCombinations(amounts, rest.length, target, {
      largestSize: 3,
      limit: 2,
    });
    const [first] = solutions;
    if (first === undefined) continue;
    const all = ascending([...items, ...first.map((place) => rest[place] ?? 0)]);
    const evaluation = evaluate(situation, all);
    if (evaluation === null || !isExact(evaluation)) continue;
    const draft = draftOf(context, all, evaluation, 'netted', count - 1);
    const isSaid = says(situation.numbers, wordClass.creditNote);
    const notes = [...draft.notes, ...(isSaid ? ['said'] : []), ...(first.length > 1 ? ['several_credits'] : [])];
    const proof = { method: 'pairs_and_triples', count, isComplete, itemCount: rest.length } as const;
    drafts.push(makeDraft({ ...draft, notes, proof }));
  }
  return drafts;
}

/** One number of the list leads nowhere, or to the wrong item: the one that is missing is written nearly like it. */
function byMending(context: Context, items: readonly number[]): readonly Draft[] {
  const { situation, customer, named } = context;
  const { residuals, amount, numbers } = situation;
  if (named.unknown.length === 0 || named.unknown.length > 3) return [];
  const missing = amount - sumOf(residuals, items);
  const open = openItemsOf(situation, customer);
  if (open.length > mostForMending) return [];
  const alike = named.unknown.map((number) =>
    open
      .filter(
        (item) => !items.includes(item) && likenessOf(numbers, number, documentTextOf(situation, item)) === 'near',
      )
      .slice(0, 8),
  );
  const solutions: number[][] = [];
  const visit = (place: number, chosen: readonly number[], left: number): void => {
    if (left === 0 && chosen.length > 0) solutions.push([...chosen]);
    if (place === alike.length || solutions.length > 2) return;
    visit(place + 1, chosen, left);
    for (const item of alike[place] ?? [])
      if (!chosen.includes(item)) visit(place + 1, [...chosen, item], left - (residuals[item] ?? 0));
  };
  visit(0, [], missing);
  const [first] = solutions;
  if (first === undefined || missing === 0) return [];
  const all = ascending([...items, ...first]);
  const evaluation = evaluate(situation, all);
  if (evaluation === null || !isExact(evaluation)) return [];
  const distinct = new Set(solutions.map((solution) => ascending(solution).join(' '))).size;
  return [draftOf(context, all, evaluation, 'mended', distinct - 1, referenceLevel.typed)];
}
