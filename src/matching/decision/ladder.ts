/**
 * The ladder: which hypotheses are certain enough to be applied without a person. Read from top to bottom; the first rule
 * that fits decides. It holds from the first day; what a ledger confirms can only take rules away (`calibration.ts`).
 *
 * A rule is a conjunction over the grounds of a hypothesis and nothing else, so that a certificate can be checked again.
 */
import {
  payerLevels,
  referenceLevels,
  type Grounds,
  type PayerLevelName,
  type ReferenceLevelName,
} from '../../domain/match.ts';
import type { Draft } from '../hypotheses/draft.ts';
import { groundsOf } from './evidence-cell.ts';

type Condition = (grounds: Grounds) => boolean;
export type Rule = Readonly<{ name: string; fits: Condition }>;

const all =
  (...conditions: readonly Condition[]): Condition =>
  (grounds) =>
    conditions.every((holds) => holds(grounds));
const any =
  (...conditions: readonly Condition[]): Condition =>
  (grounds) =>
    conditions.some((holds) => holds(grounds));
const not =
  (condition: Condition): Condition =>
  (grounds) =>
    !condition(grounds);

const selected =
  (...selections: readonly Grounds['selection'][]): Condition =>
  ({ selection }) =>
    selections.includes(selection);
const amount =
  (...classes: readonly Grounds['amountClass'][]): Condition =>
  ({ amountClass }) =>
    classes.includes(amountClass);
const noted =
  (note: string): Condition =>
  (grounds) =>
    grounds.notes.includes(note);
const without =
  (...notes: readonly string[]): Condition =>
  (grounds) =>
    !notes.some((note) => grounds.notes.includes(note));
/** Every item is named as certainly as this, or more. */
const names =
  (least: ReferenceLevelName): Condition =>
  ({ reference }) =>
    referenceLevels.indexOf(reference) >= referenceLevels.indexOf(least);
/** The payer is known as certainly as this, or more. */
const knows =
  (least: PayerLevelName): Condition =>
  ({ payer }) =>
    payerLevels.indexOf(payer) >= payerLevels.indexOf(least);

const whole = amount('exact');
/** The items are settled, with or without a difference that has a name. */
const settled = not(amount('partial', 'over', 'short'));
const differs = not(amount('exact', 'partial', 'over', 'short'));

/** Most certain first. A hypothesis with rivals fits none, nor one that takes one currency for another. */
export const ladder: readonly Rule[] = [
  { name: 'collection', fits: selected('collection') },
  {
    name: 'structured_reference',
    fits: all(selected('named'), names('structured'), settled, any(whole, without('list', 'unknown'))),
  },
  {
    name: 'full_reference',
    // A typing error may make another document of a number: nobody else who may pay must owe the amount.
    fits: all(selected('named'), names('full'), whole, any(knows('named'), without('others_owe'))),
  },
  {
    name: 'full_reference_difference',
    fits: all(
      selected('named'),
      names('full'),
      differs,
      any(knows('weak'), all(not(amount('rounding')), without('others_owe'))),
      any(amount('discount', 'retention'), without('open_list')),
      any(not(amount('exchange')), without('list')),
    ),
  },
  {
    name: 'partial_reference',
    fits: all(
      selected('named'),
      names('short'),
      settled,
      any(
        knows('named'),
        all(knows('weak'), whole, without('others_owe'), any(names('order'), noted('rare'))),
        all(names('partial'), whole, noted('rare'), without('others_owe')),
      ),
      any(not(amount('exchange')), without('unknown', 'list')),
      any(names('order'), noted('list'), without('open_list')),
    ),
  },
  { name: 'range', fits: all(selected('range'), knows('named')) },
  { name: 'named_subset', fits: all(selected('named_subset'), names('short'), whole, knows('named')) },
  {
    name: 'netted',
    fits: all(selected('netted'), settled, knows('named'), any(noted('said'), without('several_credits'))),
  },
  {
    name: 'mended',
    fits: all(
      selected('mended'),
      settled,
      without('paid', 'names_more'),
      any(whole, knows('named')),
      any(knows('named'), noted('rare'), all(knows('weak'), names('typed'), not(names('cut')))),
    ),
  },
  { name: 'misread', fits: all(selected('named'), not(names('cut')), names('typed'), settled, knows('named')) },
  {
    name: 'continued',
    // Where nothing breaks off, the number may be another's, or the payer may have paid twice.
    fits: all(
      selected('continued'),
      knows('named'),
      without('equal_outside'),
      any(noted('open_list'), noted('prefix'), without('repeats_amount', 'one_named')),
    ),
  },
  {
    name: 'completed',
    // Only where the text breaks off, and where what follows is in the order of the list or all there is to choose from.
    fits: all(
      selected('completed'),
      knows('good'),
      any(noted('open_list'), noted('prefix'), all(noted('list'), noted('few'))),
      any(noted('few'), noted('prefix'), without('anywhere')),
      any(noted('prefix'), noted('few'), without('unknown')),
    ),
  },
  {
    name: 'part',
    fits: all(
      selected('named'),
      amount('partial', 'over'),
      names('partial'),
      knows('named'),
      without('list', 'pays_other', 'names_more', 'paid'),
      any(all(amount('partial'), noted('said')), without('open_list', 'unknown_ours', 'foreign_letters')),
      any(amount('partial'), knows('good')),
    ),
  },
  {
    name: 'single',
    fits: all(
      selected('single'),
      any(whole, all(without('unknown'), any(amount('discount'), all(amount('exchange'), noted('instructed'))))),
      any(knows('named'), all(knows('weak'), any(noted('rare'), noted('uncommon')))),
      without('anyone', 'round', 'paid', 'repeated', 'unknown_ours', 'names_other'),
    ),
  },
  {
    name: 'structured_set',
    fits: all(
      selected('structured'),
      any(knows('good'), all(knows('named'), any(noted('whole_account'), noted('all_due')))),
      without('paid', 'equal_outside', 'unknown_ours', 'names_other'),
      any(noted('whole_account'), without('cancels')),
    ),
  },
  {
    name: 'proven_set',
    fits: all(
      selected('proven'),
      knows('good'),
      any(noted('all_sets'), noted('rare')),
      without('paid', 'unknown_ours', 'names_other'),
      any(without('credits'), without('round')),
    ),
  },
];

/** The rule that lets a hypothesis be applied, or null. */
export const ruleOf = (grounds: Grounds): string | null =>
  grounds.rivals > 0 || grounds.notes.includes('at_par')
    ? null
    : (ladder.find(({ fits }) => fits(grounds))?.name ?? null);

export const ruleFor = (draft: Draft): string | null => ruleOf(groundsOf(draft));
