/** What a clerk would look at first where nothing adds up: the oldest items that the payment is a part of. */
import type { PayerLevel } from '../../domain/match.ts';
import type { Situation } from '../situation.ts';
import { evaluate, isRoundAmount } from './amounts.ts';
import { noNames, type Draft } from './draft.ts';
import { openItemsOf } from './open-items.ts';

/** Items that are offered. */
const mostOffered = 3;

/** The oldest items of one customer that are more than the payment, oldest first. */
export function draftsByPart(situation: Situation, customer: number, payer: PayerLevel): readonly Draft[] {
  const larger = openItemsOf(situation, customer).filter((item) => (situation.residuals[item] ?? 0) > situation.amount);
  return larger.slice(0, mostOffered).flatMap((item, place): readonly Draft[] => {
    const evaluation = evaluate(situation, [item]);
    if (evaluation === null || evaluation.amountClass !== 'partial') return [];
    const { amountClass, lines } = evaluation;
    const rivals = larger.length - 1;
    const selection = 'single';
    const notes = isRoundAmount(situation) ? ['round'] : [];
    return [
      {
        customer,
        lines,
        selection,
        reference: 0,
        amountClass,
        payer,
        rivals,
        notes,
        namedBy: noNames,
        bits: place,
      },
    ];
  });
}
