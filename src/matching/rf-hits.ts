/** RF creditor references in scanned text. */
import { isCreditorReference } from '../domain/check-digits.ts';
import type { Hit, HitSearch } from './document-hits.ts';
import { documentKeyOf } from './key-text.ts';
import type { Partition } from './partition.ts';
import { sliceText, type ScannedText, type TokenRun } from './text-scan.ts';

/** 25 characters in groups of four, and one group more that a blank cut in two. */
const longestRun = 9;

/** `RF` + check digits + our document number: creditors make them so, and rarely store them. */
export function itemsByRfBody(key: string, partition: Partition): readonly number[] {
  const body = key.slice(4);
  return isCreditorReference(key) && documentKeyOf(body) === body ? partition.itemsByDocumentKey(body) : [];
}

/** RF references in running text, blanks dropped; `runs` also holds those that are valid and lead nowhere. */
export function findRfReferences(
  scan: ScannedText,
  partition: Partition,
): HitSearch & Readonly<{ runs: readonly TokenRun[] }> {
  const hits: Hit[] = [];
  const runs: TokenRun[] = [];
  let stepCount = 0;
  for (const [at, first] of scan.tokens.entries()) {
    if (sliceText(scan, first.from, first.from + 2) !== 'RF') continue;
    for (let end = at + longestRun; end > at; end -= 1) {
      const last = scan.tokens[end - 1];
      if (last === undefined || last.to - first.from > 25) continue;
      if (scan.tokens.slice(at + 1, end).some((token) => token.gap !== ' ')) continue;
      stepCount += last.to - first.from;
      const key = sliceText(scan, first.from, last.to);
      if (!isCreditorReference(key)) continue;
      const stored = partition.itemsByCreditorReferenceKey(key);
      const items = stored.length === 0 ? itemsByRfBody(key, partition) : stored;
      runs.push({ first: at, end });
      if (items.length === 0) continue;
      hits.push({ first: at, end, kind: 'creditor_reference', key, items });
      break;
    }
  }
  return { hits, runs, stepCount };
}
