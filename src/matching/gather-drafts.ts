/**
 * All hypotheses about a payment, from the cheapest and surest to the dearest: what the text names, single items of the
 * amount, sets of them. Before each step it is asked whether the best so far is applied whatever the step may find, as its
 * points are bounded; then the step is left out (`docs/decisions/0026`).
 */
import { payerLevel, type PayerLevel, referenceLevel } from '../domain/match.ts';
import type { Limits } from './decision/verdict.ts';
import { mostPointsNearlyNamed, mostPointsUnnamed } from './decision/rank.ts';
import { identifyPayer, levelOf } from './payer/identify-payer.ts';
import { customersOf } from './payer/whose-items.ts';
import type { Situation } from './situation.ts';
import { says } from './text/numbers.ts';
import { wordClass } from './text/word-classes.ts';
import { byAmount } from './hypotheses/by-amount.ts';
import { draftsByEqualAmount, draftsOfAnybody } from './hypotheses/by-anybody.ts';
import { draftsByCollection } from './hypotheses/by-collection.ts';
import { draftsByNearNumber, draftsByPart } from './hypotheses/by-part.ts';
import { draftsByReference } from './hypotheses/by-reference.ts';
import { draftsAcross } from './hypotheses/by-several-customers.ts';
import type { Draft } from './hypotheses/draft.ts';
import { findNamedItems, type NamedItems } from './hypotheses/named-items.ts';

/** Customers of whose items a part is offered. */
const mostForParts = 3;

/** True when the best of what was found is applied even if there is something else within these limits. */
export type Decides<Found = readonly Draft[]> = (situation: Situation, found: Found, limits: Limits) => boolean;

type Look = Readonly<{
  customer: number;
  level: PayerLevel;
  named: NamedItems;
  byReference: readonly Draft[];
  isExact: boolean;
}>;

/**
 * Names are dear to look up, and asked only where they can change an answer: a payer that the IBAN tells and that names
 * items to the cent is the first by any name, and nothing is compared with it (`docs/decisions/0022`).
 *
 * @returns the situation with its payer, and the hypotheses in no order.
 */
export function draftsOf(
  situation: Situation,
  decides: Decides,
): Readonly<{ situation: Situation; drafts: readonly Draft[] }> {
  // Beyond this a double rounds; zero is nothing to apply.
  const isPayable = situation.amount > 0 && situation.amount <= Number.MAX_SAFE_INTEGER;
  const collected = isPayable ? draftsByCollection(situation) : [];
  const known = isPayable && collected.length === 0 ? lookAtKnown(situation) : null;
  if (known?.isExact === true) return { situation, drafts: known.byReference };
  const complete: Situation = { ...situation, payer: identifyPayer(situation.payment, situation.partition) };
  if (!isPayable || collected.length > 0) return { situation: complete, drafts: collected };
  return { situation: complete, drafts: draftsOfCustomers(complete, known, decides) };
}

/** What the text says about the items of one customer. */
function lookAt(situation: Situation, customer: number, level: PayerLevel): Look {
  const named = findNamedItems(situation, customer, level >= payerLevel.weak);
  const byReference = draftsByReference(situation, customer, level, named);
  return { customer, level, named, byReference, isExact: byReference.some(isExactlyNamed) };
}

/** The same about the customer that the IBAN tells; null where none does, or where another may be paid for. */
function lookAtKnown(situation: Situation): Look | null {
  const [known] = situation.payer.candidates;
  return known === undefined || says(situation.numbers, wordClass.onBehalf)
    ? null
    : lookAt(situation, known.customer, known.level);
}

const isExactlyNamed = ({ selection, amountClass, rivals, reference, notes }: Draft): boolean =>
  selection === 'named' &&
  amountClass === 'exact' &&
  rivals === 0 &&
  reference >= referenceLevel.order &&
  !notes.includes('paid');

/** @param known - what was looked at already. */
function draftsOfCustomers(situation: Situation, known: Look | null, decides: Decides): readonly Draft[] {
  const { payer } = situation;
  const customers = customersOf(situation);
  const looks: Look[] = [];
  const drafts: Draft[] = [];
  let isFound = false;
  for (const [customer, level] of customers) {
    const isKnown = known?.customer === customer && known.level === level;
    const look = isKnown ? known : lookAt(situation, customer, level);
    looks.push(look);
    for (const draft of look.byReference) drafts.push(draft);
    // A payer that is known names the items, and they are the payment to the cent: nobody behind it is meant.
    isFound = look.isExact && level >= payerLevel.good;
    if (isFound) break;
  }
  const toWeigh = looks.filter(({ level, isExact }) => level >= payerLevel.weak && !isExact);
  if (isFound && toWeigh.length === 0) return drafts;
  if (!isFound && customers.size > 1) drafts.push(...draftsAcross(situation));
  const surest = toWeigh.reduce<PayerLevel>((best, { level }) => (level > best ? level : best), payerLevel.weak);
  // Of a payer who is hardly known, what somebody else owes counts as well.
  if (decides(situation, drafts, { mostPoints: mostPointsNearlyNamed(surest), leastPayer: payerLevel.named }))
    return drafts;

  const amounts = toWeigh.map(({ customer, level, named }) => byAmount(situation, customer, level, named));
  for (const { singles } of amounts) for (const draft of singles) drafts.push(draft);
  const payerOf = (customer: number): PayerLevel => customers.get(customer) ?? levelOf(payer, customer);
  if (!isFound && payer.best < payerLevel.good) {
    const unknown = looks[0]?.named.unknown ?? findNamedItems(situation, -1, false).unknown;
    drafts.push(...draftsByEqualAmount(situation, unknown, payerOf));
  }
  if (!isFound && customers.size > 1) noteWhoElseOwes(drafts);
  if (decides(situation, drafts, { mostPoints: mostPointsUnnamed(surest), leastPayer: payerLevel.other }))
    return drafts;

  for (const { sets } of amounts) drafts.push(...sets());
  for (const { customer, level, named } of toWeigh)
    drafts.push(...draftsByNearNumber(situation, customer, level, named));
  if (isFound) return drafts;
  if (!payer.isCustomer && drafts.every(({ reference }) => reference === 0))
    drafts.push(...draftsOfAnybody(situation, payerOf));
  for (const { customer, level } of payer.candidates.slice(0, mostForParts))
    drafts.push(...draftsByPart(situation, customer, level));
  return drafts;
}

/** Where the text names a customer that owes just this amount, the number of another's document may be mistyped. */
function noteWhoElseOwes(drafts: readonly Draft[]): void {
  const owing = drafts.find(
    ({ payer, selection, amountClass }) =>
      payer >= payerLevel.named && amountClass === 'exact' && (selection === 'single' || selection === 'mended'),
  );
  if (owing === undefined) return;
  for (const { customer, payer, selection, notes } of drafts)
    if (
      selection === 'named' &&
      payer <= payerLevel.weak &&
      customer !== owing.customer &&
      !notes.includes('others_owe')
    )
      notes.push('others_owe');
}
