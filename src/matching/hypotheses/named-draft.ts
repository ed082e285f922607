/** What the hypotheses from named items share: the question they answer, and how they write the answer down. */
import { payerLevel, type PayerLevel, referenceLevel, type ReferenceLevel } from '../../domain/match.ts';
import { keyOf } from '../key-text.ts';

import type { Situation } from '../situation.ts';
import { isRareAmount, type Evaluation } from './amounts.ts';
import { makeDraft, type Draft, type NamedBy, type Selection } from './draft.ts';
import type { NamedItems } from './named-items.ts';

/** A customer, and what the text names among its items. */
export type Context = Readonly<{ situation: Situation; customer: number; payer: PayerLevel; named: NamedItems }>;

export const isSettled = ({ amountClass }: Evaluation): boolean =>
  amountClass !== 'partial' && amountClass !== 'over' && amountClass !== 'short';
export const isExact = ({ amountClass }: Evaluation): boolean =>
  amountClass === 'exact' || amountClass === 'discount' || amountClass === 'exchange';

export const ascending = (items: Iterable<number>): readonly number[] => [...new Set(items)].toSorted((a, b) => a - b);

/** @param weakest - the level of what is not named, where something is not. */
export function draftOf(
  { situation, customer, payer, named }: Context,
  items: readonly number[],
  { amountClass, lines, isAtPar }: Evaluation,
  selection: Selection,
  rivals: number,
  weakest: ReferenceLevel = referenceLevel.structured,
): Draft {
  const namedBy = new Map<number, NamedBy>();
  for (const { first, last, level, items: meant } of named.mentions)
    for (const item of meant) if (items.includes(item) && !namedBy.has(item)) namedBy.set(item, { level, first, last });
  let reference = weakest;
  for (const { level } of namedBy.values()) reference = Math.min(reference, level) as ReferenceLevel;
  const notes: string[] = [];
  if (named.unknown.length > 0) notes.push('unknown');
  if (named.isListDoubtful) notes.push('open_list');
  if (named.hasUnknownOfOurs) notes.push('unknown_ours');
  if (named.mentions.some(({ first }) => hasForeignLetters(situation, first))) notes.push('foreign_letters');
  if (named.paidCount > 0) notes.push('paid');
  if (items.length > 1) notes.push('list');
  if (isAtPar === true) notes.push('at_par');
  if (payer <= payerLevel.weak && isRareAmount(situation)) notes.push('rare');
  if (payer === payerLevel.none && doOthersOwe(situation, items)) notes.push('others_owe');
  return makeDraft({ customer, lines, selection, reference, amountClass, payer, rivals, notes, namedBy });
}

/** Letters before a number that are neither of ours nor a word of the payer's name: `METZ 2404-0415`. */
function hasForeignLetters({ scan, numbers, payment }: Situation, number: number): boolean {
  if (number < 0 || numbers.isForeign[number] !== 1) return false;
  const word = (numbers.firstAtom[number] ?? 0) - 1;
  const letters = String.fromCharCode(...scan.codes.subarray(scan.from[word] ?? 0, scan.to[word] ?? 0));
  return !(payment.counterpartyName ?? '').split(/[^\p{L}\p{N}]+/u).some((part) => keyOf(part) === letters);
}

/** Somebody whose name is like the payer's owes just this, or one of these amounts: the number may be mistyped. */
function doOthersOwe({ payer, partition, residuals, amount }: Situation, items: readonly number[]): boolean {
  if (!payer.fitsSomebody) return false;
  const { customerItemStarts, customerOpenEnds } = partition.columns;
  const amounts = new Set([amount, ...items.map((item) => residuals[item])]);
  return [...payer.candidates.map(({ customer }) => customer), ...payer.alike].some((customer) =>
    residuals
      .subarray(customerItemStarts[customer] ?? 0, customerOpenEnds[customer] ?? 0)
      .some((left) => amounts.has(left)),
  );
}
