/** What a clerk would look at first where nothing adds up: items that the payment may be a part of, or pay too much. */
import { type PayerLevel, payerLevel, referenceLevel } from '../../domain/match.ts';
import type { Situation } from '../situation.ts';
import { evaluate, isRoundAmount } from './amounts.ts';
import { makeDraft, type Draft } from './draft.ts';
import { isSettled } from './named-draft.ts';
import type { NamedItems } from './named-items.ts';
import { documentTextOf, openItemsOf } from './open-items.ts';
import { likenessOf } from './typing-error.ts';

/** Items that are offered. */
const mostOffered = 3;
/** Numbers of a text that are compared with the numbers of items, and items of a customer that they are compared with. */
const mostCompared = 3;
const mostForComparison = 1_000;

/** The oldest items of one customer that are more than the payment, oldest first. */
export function draftsByPart(situation: Situation, customer: number, payer: PayerLevel): readonly Draft[] {
  const { oldest, count } = largerThanPayment(situation, customer);
  const notes = isRoundAmount(situation) ? ['round'] : [];
  return oldest.flatMap((item, place): readonly Draft[] => {
    const evaluation = evaluate(situation, [item]);
    if (evaluation?.amountClass !== 'partial') return [];
    const { amountClass, lines } = evaluation;
    const rivals = count - 1;
    return [
      makeDraft({ customer, lines, selection: 'single', amountClass, payer, rivals, notes: [...notes], bits: place }),
    ];
  });
}

/** How many there are, and the first few: an account of thousands is counted for many a payment. */
function largerThanPayment({ partition, residuals, amount }: Situation, customer: number) {
  const { customerItemStarts, customerOpenEnds } = partition.columns;
  const end = customerOpenEnds[customer] ?? 0;
  const oldest: number[] = [];
  let count = 0;
  for (let item = customerItemStarts[customer] ?? 0; item < end; item += 1) {
    if ((residuals[item] ?? 0) <= amount) continue;
    if (count < mostOffered) oldest.push(item);
    count += 1;
  }
  return { oldest, count };
}

/**
 * Items whose number is nearly written in the text, where it leads to nothing else, and whose amount the payment is not:
 * a part was paid, or too much. Only to be looked at: no rule applies what neither number nor amount says.
 */
export function draftsByNearNumber(
  situation: Situation,
  customer: number,
  payer: PayerLevel,
  named: NamedItems,
): readonly Draft[] {
  if (named.mentions.length > 0 || named.unknown.length === 0 || payer < payerLevel.named) return [];
  const open = openItemsOf(situation, customer);
  if (open.length > mostForComparison) return [];
  const numbers = named.unknown.slice(0, mostCompared);
  const near = open.flatMap((item): readonly Draft[] => {
    const document = documentTextOf(situation, item);
    const first = numbers.find((number) => likenessOf(situation.numbers, number, document) === 'near');
    const evaluation = first === undefined ? null : evaluate(situation, [item]);
    if (first === undefined || evaluation === null || isSettled(evaluation)) return [];
    const { amountClass, lines } = evaluation;
    const level = referenceLevel.typed;
    const namedBy = new Map([[item, { level, first, last: first }]]);
    return [makeDraft({ customer, lines, selection: 'mended', reference: level, amountClass, payer, namedBy })];
  });
  return near.slice(0, mostOffered).map((draft) => makeDraft({ ...draft, rivals: near.length - 1 }));
}
