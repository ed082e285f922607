/** Direct debits that we sent together and that the bank credits as one sum. */
import { payerLevel, referenceLevel } from '../../domain/match.ts';
import { keyOf } from '../key-text.ts';

import type { Situation } from '../situation.ts';
import { says } from '../text/numbers.ts';
import { gap, type Scan } from '../text/scan.ts';
import { wordClass } from '../text/word-classes.ts';
import { makeDraft, type Draft, type NamedBy } from './draft.ts';

const mostAtoms = 5;
/** Bank transaction codes of direct debits that we collected. */
const debitCode = /(?:^|[/-])I[DR]DT[/-]/;

export function draftsByCollection(situation: Situation): readonly Draft[] {
  const { partition, residuals, amount, scan, payment } = situation;
  if (partition.columns.collections.length === 0) return [];
  const written = payment.endToEndId === null ? null : partition.collectionByKey(keyOf(payment.endToEndId));
  const isLikely = says(situation.numbers, wordClass.collection) || debitCode.test(payment.bankTransactionCode ?? '');
  const named = written ?? (isLikely ? findInText(situation, scan) : null);
  const items = named ?? findByAmount(situation);
  if (items === null || items.some((item) => partition.columns.itemCurrencies[item] !== situation.currency)) return [];
  let sum = 0;
  for (const item of items) sum += residuals[item] ?? 0;
  const namedBy = new Map<number, NamedBy>();
  for (const item of items) namedBy.set(item, { level: referenceLevel.structured, first: -1, last: -1 });
  const lines = [...items]
    .filter((item) => residuals[item] !== 0)
    .map((item) => ({ item, cleared: Math.abs(residuals[item] ?? 0) }));
  if (sum !== amount || lines.length !== items.length) return [];
  const customer = partition.columns.itemCustomers[items[0] ?? 0] ?? 0;
  return [
    makeDraft({
      customer,
      lines,
      selection: 'collection',
      reference: named === null ? referenceLevel.none : referenceLevel.structured,
      amountClass: 'exact',
      payer: payerLevel.none,
      namedBy,
    }),
  ];
}

/** Not named: the only collection of this sum, where the text speaks of one and counts as many debits. */
function findByAmount({ partition, residuals, amount, numbers }: Situation): Uint32Array | null {
  if (!says(numbers, wordClass.collection)) return null;
  const counts = new Set(numbers.value.subarray(0, numbers.count));
  const same = partition.columns.collections.filter(({ items }) => {
    if (!counts.has(items.length)) return false;
    let sum = 0;
    for (const item of items) sum += residuals[item] ?? 0;
    return sum === amount;
  });
  return same.length === 1 ? (same[0]?.items ?? null) : null;
}

function findInText({ partition }: Situation, scan: Scan): Uint32Array | null {
  for (let first = 0; first < scan.count; first += 1)
    for (let last = first; last < Math.min(scan.count, first + mostAtoms); last += 1) {
      if (last > first && (scan.gapBefore[last] ?? gap.hard) > gap.wrap) break;
      const size = (scan.to[last] ?? 0) - (scan.from[first] ?? 0);
      if (size < 6) continue;
      let key = '';
      for (let at = scan.from[first] ?? 0; at < (scan.to[last] ?? 0); at += 1)
        key += String.fromCharCode(scan.codes[at] ?? 0);
      const items = partition.collectionByKey(key);
      if (items !== null) return items;
    }
  return null;
}
