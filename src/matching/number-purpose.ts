/** What the words before a number make of it: `CDE 24004265` is the payer's order, though we have an invoice of that number. */
import { isNumber, sizeOf, wordOf, type ScannedText, type TokenRun } from './text-scan.ts';
import { listWords, numberWords, otherPurposePhrases, otherPurposeWords } from './words.ts';

/** The last word before `at` that is not `N°`, `REF`, …, and the pair that it ends, `NOTRE REF`. */
export function wordsBefore(scan: ScannedText, at: number): Readonly<{ word: string; pairs: readonly string[] }> {
  const pairs: string[] = [];
  let before = at - 1;
  let word = wordOf(scan, scan.tokens[before]);
  while (word !== '') {
    pairs.push(`${wordOf(scan, scan.tokens[before - 1])} ${word}`);
    if (!numberWords.has(word)) break;
    before -= 1;
    word = wordOf(scan, scan.tokens[before]);
  }
  return { word, pairs };
}

/** True when the number is an order, a contract, a customer, …: it, or the first of the list that it stands in. */
export function hasOtherPurpose(scan: ScannedText, hit: TokenRun): boolean {
  for (let first = hit.first; ;) {
    const { word, pairs } = wordsBefore(scan, first);
    if (otherPurposeWords.has(word) || pairs.some((pair) => otherPurposePhrases.has(pair))) return true;
    const end = listWords.has(word) ? first - 1 : first;
    const neighbour = { first: end - (hit.end - hit.first), end };
    if (!isListedWith(scan, neighbour, hit)) return false;
    first = neighbour.first;
  }
}

/** Numbers of one list have one shape: `CDE 24004265 24004266`, `CDE 2026-0041, 2026-0042`. */
function isListedWith({ tokens }: ScannedText, neighbour: TokenRun, hit: TokenRun): boolean {
  if (neighbour.first < 0) return false;
  const own = tokens.slice(hit.first, hit.end);
  return tokens.slice(neighbour.first, neighbour.end).every((token, index) => {
    const like = own[index];
    return like !== undefined && isNumber(like) && isNumber(token) && sizeOf(like) === sizeOf(token);
  });
}
