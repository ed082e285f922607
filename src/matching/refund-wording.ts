/** Does the payer say that this is money given back? */
import { sideOfKind } from '../domain/open-item.ts';
import type { Hit } from './document-hits.ts';
import { wordsBefore } from './number-purpose.ts';
import type { Partition } from './partition.ts';
import { wordOf, type ScannedText } from './text-scan.ts';
import { creditNotePhrases, creditNoteWords, refundPhrases, refundWords } from './words.ts';

/** A word of a refund, also one that the end of a line cut in two, or a phrase of two words. */
export function speaksOfRefund(scan: ScannedText): boolean {
  return scan.tokens.some((token, at) => {
    const word = wordOf(scan, token);
    const next = scan.tokens[at + 1];
    const nextWord = wordOf(scan, next);
    if (refundWords.has(word) || refundPhrases.has(`${word} ${nextWord}`)) return true;
    const isCut = next !== undefined && next.line > token.endLine;
    return isCut && word !== '' && nextWord !== '' && refundWords.has(word + nextWord);
  });
}

/** `AVOIR 2026-0042`, where 2026-0042 is an invoice of ours: the payer's own credit note, paid out to us. */
export function isCreditNoteOfPayer(scan: ScannedText, hit: Hit, partition: Partition): boolean {
  if (hit.items.some((item) => sideOfKind(partition.kindOf(item)) === 'credit')) return false;
  const { word, pairs } = wordsBefore(scan, hit.first);
  return creditNoteWords.has(word) || pairs.some((pair) => creditNotePhrases.has(pair));
}
