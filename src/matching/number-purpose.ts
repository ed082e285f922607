/** What the words before a number make of it: `CDE 24004265` is the payer's order, though we have an invoice of that number. */
import { legalForms } from './customer-name.ts';
import { goesOn, isNumber, sizeOf, wordOf, type ScannedText, type TokenRun } from './text-scan.ts';
import {
  creditNoteWords,
  dateWords,
  documentWords,
  listWords,
  numberWords,
  otherPurposePhrases,
  otherPurposeWords,
  smallWords,
} from './words.ts';

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

/** Letters before a number that are longer are a word. */
const longestSeriesLetters = 3;
const knownWords = [documentWords, smallWords, numberWords, listWords, dateWords, creditNoteWords];

/**
 * `SIG 2026-0042`, `F 2026-0042`: letters of another company's series, directly before a number that has none of ours.
 * `F/2026-0042` is how French payers write an invoice, `2026-0041 A 2026-0042` a range, and the legal form behind a
 * name is a part of the name: `DUPONT SAS 2026-0042`.
 */
export function hasForeignPrefix(scan: ScannedText, { first, end }: TokenRun): boolean {
  const { tokens } = scan;
  const token = tokens[first];
  if (token === undefined || !goesOn(token.gap) || !tokens.slice(first, end).every(isNumber)) return false;
  const word = wordOf(scan, tokens[first - 1]);
  if (word === '' || word.length > longestSeriesLetters || knownWords.some((known) => known.has(word))) return false;
  const before = tokens[first - 2];
  if (word === 'F' && token.gap === '/') return false;
  if (word === 'A' && before !== undefined && isNumber(before)) return false;
  return !(legalForms.has(word) && wordOf(scan, before).length > 1);
}
