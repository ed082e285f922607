/**
 * A search library as a matcher. The library ranks documents; what it cannot do, we do for it, the same for all of them:
 * compare the amount, add up the best hits of a list, refuse a tie. Its threshold is found afterwards, in its favour.
 */
import type { BenchLine, OpenEngine, Suggestion } from '../types.ts';
import { clearInOrder, clearWhole, paidIn, paysExactly } from './amounts.ts';
import { noAnswer, peerEngine, type Answer, type CompanyBooks, type OpenDocument } from './desk.ts';

/** A document that the library found; `score` above 0, higher is better, on any scale that it keeps to. */
export type Hit = Readonly<{ document: OpenDocument; score: number }>;

export type DocumentSearch = Readonly<{
  add(documents: readonly OpenDocument[]): void | Promise<void>;
  remove(documents: readonly OpenDocument[]): void | Promise<void>;
  /** Best first, at most {@link hitLimit}. */
  search(line: BenchLine): readonly Hit[] | Promise<readonly Hit[]>;
  close?(): Promise<void>;
}>;

/** Hits that are looked at for one line: a payment list longer than this is rare. */
export const hitLimit = 12;

/** The classes of an answer, least sure first. Within one the library's score decides. */
const amountDiffers = 0;
const amountEqualTwice = 1;
const amountEqual = 2;

export const searchPeer = (
  name: string,
  openSearch: (books: CompanyBooks) => DocumentSearch | Promise<DocumentSearch>,
): OpenEngine =>
  peerEngine(name, async (books) => {
    const { add, remove, search, close } = await openSearch(books);
    const decide = async (line: BenchLine): Promise<Answer> => answerOf(line, await search(line));
    return close === undefined ? { add, remove, decide } : { add, remove, decide, close };
  });

/** All text of a line that may hold a reference, and the payer's name. */
export const textOf = ({ text, sref, e2e, name }: BenchLine): string =>
  [text, sref, e2e, name].filter((part) => part !== '').join(' ');

/** Turns ranked hits into suggestions: an equal amount goes before a better rank. */
export function answerOf(line: BenchLine, hits: readonly Hit[]): Answer {
  const [best] = hits;
  if (best === undefined) return noAnswer;
  const exact = hits.filter(({ document }) => paysExactly(line, document));
  const list = exact.length > 0 ? [] : leadingSum(line, hits);
  const suggestions: Suggestion[] = exact.map(({ document }) => clearWhole([document]));
  if (list.length > 0) suggestions.push(clearWhole(list.map(({ document }) => document)));
  for (const { document } of hits) if (suggestions.length < 3) suggestions.push(clearInOrder(line, [document]));

  const chosen = exact[0] ?? list.at(-1) ?? best;
  const kind = exact.length > 1 ? amountEqualTwice : exact.length + list.length > 0 ? amountEqual : amountDiffers;
  return {
    suggestions,
    isApplied: true,
    reason: ['best rank', 'equal amount, more than once', 'equal amount'][kind] ?? '',
    confidence: kind + chosen.score / (1 + chosen.score),
  };
}

/** The first k ≥ 2 hits whose residuals are the payment: the documents of a list rank together. */
function leadingSum(line: BenchLine, hits: readonly Hit[]): readonly Hit[] {
  const currency = hits[0]?.document.item.ccy ?? line.ccy;
  const paid = paidIn(currency, line);
  let sum = 0;
  for (const [index, { document }] of hits.entries()) {
    if (document.item.ccy !== currency) return [];
    sum += document.residual;
    if (index > 0 && sum === paid) return hits.slice(0, index + 1);
  }
  return [];
}
