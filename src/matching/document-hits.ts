/**
 * Document numbers in scanned text: every run of neighbouring tokens that could be one, looked up by its hashes.
 * The hashes of a longer run go on from those of the shorter, so a token costs six look-ups and no text is built for
 * a run that names nothing.
 */
import { finishHash, placeStart, placeStep, tagStart, tagStep } from './key-hash.ts';
import { longestDocumentKey, shortestDocumentKey } from './key-text.ts';
import type { Partition } from './partition.ts';
import {
  goesOn,
  isNumber,
  isTight,
  sizeOf,
  sliceText,
  wordOf,
  type Gap,
  type ScannedText,
  type Token,
  type TokenRun,
} from './text-scan.ts';

/** A run of tokens that leads to items. */
export type Hit = TokenRun &
  Readonly<{ kind: 'creditor_reference' | 'document_number'; key: string; items: readonly number[] }>;
export type HitSearch = Readonly<{ hits: readonly Hit[]; stepCount: number }>;

export const longestRun = 6;

const suffixWords: ReadonlySet<string> = new Set(['BIS', 'TER']);

/** All runs that name a document and stand alone, overlapping ones included. */
export function findDocuments(scan: ScannedText, partition: Partition): HitSearch {
  const hits: Hit[] = [];
  let stepCount = 0;
  for (const [at, first] of scan.tokens.entries()) {
    let place = placeStart;
    let tag = tagStart;
    let digitCount = 0;
    for (let end = at; end < at + longestRun; end += 1) {
      const token = scan.tokens[end];
      if (token === undefined || (end > at && !goesOn(token.gap)) || token.to - first.from > longestDocumentKey) break;
      for (let index = token.from; index < token.to; index += 1) {
        place = placeStep(place, scan.characters[index] ?? 0);
        tag = tagStep(tag, scan.characters[index] ?? 0);
      }
      digitCount += token.digitCount;
      stepCount += sizeOf(token) + 1;
      if (digitCount < shortestDocumentKey.digitCount) continue;
      if (token.to - first.from < shortestDocumentKey.characterCount) continue;
      const run = { first: at, end: end + 1 };
      if (!partition.mayHoldDocument(finishHash(place), finishHash(tag)) || !standsAlone(scan, run)) continue;
      const key = sliceText(scan, first.from, token.to);
      const items = partition.itemsByDocumentKey(key);
      if (items.length > 0) hits.push({ ...run, kind: 'document_number', key, items });
    }
  }
  return { hits, stepCount };
}

/** `-4`, `-A`, `/R2`, `-BIS`: what makes another document of a number. A name or a further number does not. */
const isSuffix = (scan: ScannedText, token: Token): boolean =>
  isNumber(token) || sizeOf(token) <= 2 || suffixWords.has(wordOf(scan, token));

/**
 * A number must end where it seems to end. `FA2024-00123-4` and `FA2024-00123-A` are other documents than `FA2024-00123`; `2405-1061` is not
 * read out of `2405-1061-7`, nor `10405` out of `10405-17`. A list of numbers of one size, `10405-10406`, is one.
 */
export function standsAlone(scan: ScannedText, { first, end }: TokenRun): boolean {
  const { tokens } = scan;
  const own = tokens.slice(first, end);
  const left = tokens[first - 1];
  const right = tokens[end];
  const leftGap = tokens[first]?.gap ?? '|';
  const rightGap = right?.gap ?? '|';
  if (!own.every(isNumber)) return right === undefined || !isTight(rightGap) || !isSuffix(scan, right);
  const innerGaps = new Set(own.slice(1).map((token) => token.gap));
  const [only] = own;
  const continues = (neighbour: Token | undefined, gap: Gap): boolean => {
    if (neighbour === undefined || neighbour.digitCount === 0) return false;
    if (innerGaps.size > 0) return innerGaps.has(gap) && (gap !== ' ' || isNumber(neighbour));
    return isTight(gap) && !(isNumber(neighbour) && only !== undefined && sizeOf(neighbour) === sizeOf(only));
  };
  return !continues(left, leftGap) && !continues(right, rightGap);
}
