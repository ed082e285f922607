/** A list of documents of several customers: a factor, a group's treasury or a collecting agent pays them together. */

import { payerLevel, referenceLevel, type ReferenceLevel } from '../../domain/match.ts';
import type { Hit } from '../references/find-references.ts';
import type { Situation } from '../situation.ts';
import { sumOf } from './amounts.ts';
import { makeDraft, type Draft, type NamedBy } from './draft.ts';
import { mayNameDocument } from './named-items.ts';

/**
 * All that is named, where that is of two customers at least and together the payment to the cent. Each number must lead
 * to one open document alone. Only to be looked at: no rule applies a payment to several customers.
 */
export function draftsAcross(situation: Situation): readonly Draft[] {
  const { hits, residuals, partition, amount, currency, numbers } = situation;
  const { itemCustomers, itemCurrencies } = partition.columns;
  const namedBy = new Map<number, NamedBy>();
  const isCovered = new Uint8Array(numbers.count);
  for (const same of readingsOf(hits)) {
    const [hit, ...others] = same.filter(({ item }) => residuals[item] !== 0);
    if (hit === undefined || others.length > 0 || itemCurrencies[hit.item] !== currency) return [];
    const { item, level, first, last } = hit;
    if (first >= 0) isCovered.fill(1, first, last + 1);
    // Named twice, it is as certain as it is named best.
    if ((namedBy.get(item)?.level ?? 0) < level) namedBy.set(item, { level, first, last });
  }
  const items = [...namedBy.keys()].toSorted((a, b) => a - b);
  const [one = 0] = items;
  if (items.every((item) => itemCustomers[item] === itemCustomers[one]) || sumOf(residuals, items) !== amount)
    return [];
  const weakest = [...namedBy.values()].reduce<ReferenceLevel>(
    (least, { level }) => Math.min(least, level) as ReferenceLevel,
    referenceLevel.structured,
  );
  const isUnknown = isCovered.some((covered, number) => covered === 0 && mayNameDocument(numbers, number));
  return [
    makeDraft({
      customer: itemCustomers[one] ?? 0,
      lines: items.map((item) => ({ item, cleared: Math.abs(residuals[item] ?? 0) })),
      selection: 'across',
      reference: weakest,
      amountClass: 'exact',
      payer: payerLevel.none,
      notes: ['list', ...(isUnknown ? ['unknown'] : [])],
      namedBy,
    }),
  ];
}

/** Hits of the same numbers together, as certain as the best of them. */
function readingsOf(hits: readonly Hit[]): readonly (readonly Hit[])[] {
  const readings = new Map<number, Hit[]>();
  for (const hit of hits) {
    const same = readings.get(hit.first);
    if (same === undefined || (same[0]?.level ?? 0) < hit.level) readings.set(hit.first, [hit]);
    else if (same[0]?.level === hit.level) same.push(hit);
  }
  return [...readings.values()];
}
