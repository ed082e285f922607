/** Hypotheses about the items of anybody, where nobody known paid: of just this amount. */
import { payerLevel, type PayerLevel, referenceLevel } from '../../domain/match.ts';
import type { Situation } from '../situation.ts';
import { wordClass } from '../text/word-classes.ts';
import { isRareAmount } from './amounts.ts';
import { makeDraft, type Draft } from './draft.ts';
import { documentTextOf } from './open-items.ts';
import { joinedDigits, likenessOf, mostCompared } from './typing-error.ts';

/** Items of one amount that are offered, oldest first. */
const mostOffered = 3;
/** Items of one amount beyond which the amount says nothing. */
const mostOfAmount = 200;
/** Digits of a number that may be anybody's, written nearly. */
const fewestOfAnybody = 5;

/** Nobody known paid, and nothing is named: the open items of this amount, where they are few. Only to be looked at. */
export function draftsOfAnybody(situation: Situation, payerOf: (customer: number) => PayerLevel): readonly Draft[] {
  const { partition, amount, residuals, currency } = situation;
  const { amountRows, itemCustomers, itemCurrencies, itemDueDays } = partition.columns;
  const [from, to] = partition.amountRange(amount);
  const items: number[] = [];
  for (let at = from; at < Math.min(to, from + mostOfAmount); at += 1) {
    const item = amountRows[at] ?? 0;
    if (residuals[item] !== amount || itemCurrencies[item] !== currency) continue;
    if (payerOf(itemCustomers[item] ?? 0) === payerLevel.none) items.push(item);
  }
  items.sort((a, b) => (itemDueDays[a] ?? 0) - (itemDueDays[b] ?? 0) || a - b);
  return items.slice(0, mostOffered).map((item) => {
    const customer = itemCustomers[item] ?? 0;
    const isAlike = situation.payer.alike.includes(customer);
    return makeDraft({
      customer,
      lines: [{ item, cleared: amount }],
      selection: 'single',
      amountClass: 'exact',
      payer: isAlike ? payerLevel.weak : payerLevel.none,
      rivals: to - from - 1,
      notes: [isAlike ? 'rare' : 'anyone'],
    });
  });
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
      drafts.push(
        makeDraft({
          customer,
          lines: [{ item, cleared: amount }],
          selection: 'mended',
          reference: level,
          amountClass: 'exact',
          payer: payerOf(customer),
          notes: isRareAmount(situation) ? ['anyone', 'rare'] : ['anyone'],
          namedBy: new Map([[item, { level, first: number, last: number }]]),
        }),
      );
      break;
    }
  }
  return drafts.map((draft) => makeDraft({ ...draft, rivals: drafts.length - 1 }));
}
