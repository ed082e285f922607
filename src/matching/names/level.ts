/** How sure it is that nobody else was meant. */
import { isFull, type Fit } from './fit.ts';
import { likeness } from './meanings.ts';

/**
 * `exact`: one owner has this name, and no other's could have been cut or shortened to it.
 * `good`: every word on both sides is explained, no other owner comes near, and an accident is unlikely.
 * `weak`: something fits. Namesakes stay weak, unless the legal form tells them apart.
 */
export type NameLevel = 'exact' | 'good' | 'weak';

/** Distance of scores to the second owner that `good` takes. */
export const clearDistance = 0.15;
/** An accident in one of three ledgers of this size, as a {@link Fit} `margin`. */
const unlikely = 1_100;

/** Of an owner whose name is equal: `others` are the best fits of all other owners, best first. */
export function levelOfEqual(first: Fit, others: readonly Fit[], isEqual: (fit: Fit) => boolean): NameLevel {
  const namesakes = others.filter(isEqual);
  if (namesakes.length > 0) {
    const isToldApart = first.form === 'same' && namesakes.every(({ form }) => form === 'different');
    return isToldApart ? 'good' : 'weak';
  }
  // A typing error makes another word of one; a cut or an abbreviation makes what was written.
  const isShortOfOther = others.some((fit) => isFull(fit) && fit.worst < likeness.equal && fit.worst !== likeness.edit);
  return isShortOfOther || first.form === 'different' ? 'good' : 'exact';
}

export function levelOfUnequal(first: Fit, second: Fit | undefined): NameLevel {
  const distance = first.score - (second?.score ?? 0);
  if (!isFull(first) || distance < clearDistance || first.form === 'different') return 'weak';
  if (first.worst <= likeness.initial || first.hasOtherWord) return 'weak';
  const needed = first.worst >= likeness.edit ? 0 : unlikely;
  return first.margin >= needed ? 'good' : 'weak';
}
