/**
 * Numbers that are written like a document beside them and lead to none: `FA2026-00123 FA2026-00999`, where we have
 * only the first. What is named must be explained; a number that we do not know is a question.
 */
import { longestRun, standsAlone, type Hit } from './document-hits.ts';
import { seriesOf } from './document-series.ts';
import { isDigit } from './key-text.ts';
import { hasOtherPurpose } from './number-purpose.ts';
import { goesOn, isNumber, isTight, sizeOf, sliceText, wordOf, type ScannedText, type TokenRun } from './text-scan.ts';
import { documentWords, listWords } from './words.ts';

/** Letters and a count of digits, `FA` and 9: no number of digits only. */
export type LetteredShape = Readonly<{ prefix: string; digitCount: number }>;

/** The shapes with letters among these keys, each once. */
export function letteredShapesOf(keys: readonly string[]): readonly LetteredShape[] {
  const shapes = new Map<string, LetteredShape>();
  for (const key of keys) {
    const series = seriesOf(key);
    if (series === null || series.isMixed || series.prefix === '') continue;
    shapes.set(`${series.prefix}${series.digitCount}`, series);
  }
  return [...shapes.values()];
}

export const hasShape = (key: string, { prefix, digitCount }: LetteredShape): boolean => {
  if (key.length !== prefix.length + digitCount || !key.startsWith(prefix)) return false;
  for (let index = prefix.length; index < key.length; index += 1) if (!isDigit(key.charCodeAt(index))) return false;
  return true;
};

type IsUsed = (at: number) => boolean;

/** A run that no reading has used, of one of the shapes. */
export function findLetteredUnknown(scan: ScannedText, shapes: readonly LetteredShape[], isUsed: IsUsed): boolean {
  if (shapes.length === 0) return false;
  const longest = Math.max(...shapes.map(({ prefix, digitCount }) => prefix.length + digitCount));
  for (const [at, first] of scan.tokens.entries()) {
    const letter = scan.characters[first.from];
    if (!shapes.some(({ prefix }) => prefix.charCodeAt(0) === letter)) continue;
    for (let end = at; end < at + longestRun; end += 1) {
      const token = scan.tokens[end];
      if (token === undefined || isUsed(end) || (end > at && !goesOn(token.gap))) break;
      if (token.to - first.from > longest) break;
      const run = { first: at, end: end + 1 };
      if (
        token.digitCount === 0 ||
        !shapes.some(({ prefix, digitCount }) => token.to - first.from === prefix.length + digitCount)
      )
        continue;
      const key = sliceText(scan, first.from, token.to);
      if (shapes.some((shape) => hasShape(key, shape)) && standsAlone(scan, run) && !hasOtherPurpose(scan, run))
        return true;
    }
  }
  return false;
}

/**
 * The same for numbers of digits only, with the same parts joined in the same way, and listed directly beside the
 * document: banks print plenty of numbers elsewhere.
 */
export function findPlainUnknown(scan: ScannedText, hits: readonly Hit[], isUsed: IsUsed): boolean {
  return hits.some((hit) => {
    if (!isDigit(hit.key.charCodeAt(0))) return false;
    const size = hit.end - hit.first;
    const before = isListWord(scan, hit.first - 1) ? hit.first - 1 : hit.first;
    const after = isListWord(scan, hit.end) ? hit.end + 1 : hit.end;
    return (
      isLike(scan, { first: before - size, end: before }, hit, isUsed) ||
      isLike(scan, { first: after, end: after + size }, hit, isUsed)
    );
  });
}

function isListWord(scan: ScannedText, at: number): boolean {
  const word = wordOf(scan, scan.tokens[at]);
  return listWords.has(word) || documentWords.has(word);
}

function isLike(scan: ScannedText, run: TokenRun, hit: TokenRun, isUsed: IsUsed): boolean {
  for (let place = 0; place < hit.end - hit.first; place += 1) {
    const token = scan.tokens[run.first + place];
    const like = scan.tokens[hit.first + place];
    if (token === undefined || like === undefined || isUsed(run.first + place)) return false;
    if (!isNumber(like) || !isNumber(token) || sizeOf(token) !== sizeOf(like)) return false;
    if (place > 0 && !(isTight(token.gap) && isTight(like.gap))) return false;
  }
  return standsAlone(scan, run) && !hasOtherPurpose(scan, run);
}
