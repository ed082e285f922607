/**
 * Numbers in bank text that are something else than a document: an IBAN, a day, a month, a phone, a company or a VAT number.
 * Each reader looks at the tokens from one place on and says how many of them belong to it; none looks back.
 */
import { ibanLengthOf, isIban, isLuhn, isVatNumber } from '../domain/check-digits.ts';
import {
  isNumber,
  isTight,
  sizeOf,
  sliceText,
  wordOf,
  type ScannedText,
  type Token,
  type TokenRun,
} from './text-scan.ts';
import { companyNumberWords, dateWords, phoneWords, vatFillers, vatWords } from './words.ts';

/** Tokens that belong to the thing that starts at `at`; 0 when none does. */
type Reader = (scan: ScannedText, at: number) => number;

const numberAt = (token: Token | undefined): token is Token => token !== undefined && isNumber(token);
const textOf = (scan: ScannedText, token: Token): string => sliceText(scan, token.from, token.to);

/** The IBAN's own country says where it ends; its check digits say that it is one. */
const readIban: Reader = (scan, at) => {
  const first = scan.tokens[at];
  if (first === undefined || first.digitCount < 2) return 0;
  const length = ibanLengthOf(sliceText(scan, first.from, first.from + 2));
  if (length === null) return 0;
  for (let end = at; end < at + 9; end += 1) {
    const token = scan.tokens[end];
    if (token === undefined || (end > at && token.gap !== ' ')) return 0;
    if (token.to - first.from >= length)
      return token.to - first.from === length && isIban(sliceText(scan, first.from, token.to)) ? end - at + 1 : 0;
  }
  return 0;
};

const isDay = (day: string, month: string): boolean => +day >= 1 && +day <= 31 && +month >= 1 && +month <= 12;
const isYear = (year: string): boolean => +year >= 1990 && +year <= 2079;

/** `12/05/2024`, `12.05.24`, `2024-05-12`, `12 05 2024`: three numbers with the same separator. */
const readWrittenDay: Reader = (scan, at) => {
  const [a, b, c] = scan.tokens.slice(at, at + 3);
  if (!numberAt(a) || !numberAt(b) || !numberAt(c) || b.gap !== c.gap || b.gap === '|' || b.gap === '+') return 0;
  const sizes = `${sizeOf(a)}${sizeOf(b)}${sizeOf(c)}`;
  const [first, month, last] = [textOf(scan, a), textOf(scan, b), textOf(scan, c)];
  if (sizes === '422') return isYear(first) && isDay(last, month) ? 3 : 0;
  if (/^[12][12]4$/.test(sizes)) return isDay(first, month) && isYear(last) ? 3 : 0;
  return sizes === '222' && b.gap !== ' ' && isDay(first, month) ? 3 : 0;
};

/** `12052024`, `20240512`; `120524` only after a word such as `DU`. */
const readPackedDay: Reader = (scan, at) => {
  const token = scan.tokens[at];
  if (!numberAt(token)) return 0;
  const text = textOf(scan, token);
  const part = (from: number, to: number): string => text.slice(from, to);
  if (text.length === 8) {
    const isDayFirst = isDay(part(0, 2), part(2, 4)) && isYear(part(4, 8));
    return isDayFirst || (isYear(part(0, 4)) && isDay(part(6, 8), part(4, 6))) ? 1 : 0;
  }
  if (text.length !== 6 || !dateWords.has(wordOf(scan, scan.tokens[at - 1]))) return 0;
  return isDay(part(0, 2), part(2, 4)) || isDay(part(4, 6), part(2, 4)) ? 1 : 0;
};

/** `03/2026`, `2026-03`, `202603`, `032026`: the month that is paid. Part of a longer number, it is none. */
const readMonth: Reader = (scan, at) => {
  const [first, second, third] = scan.tokens.slice(at, at + 3);
  if (!numberAt(first)) return 0;
  if (sizeOf(first) === 6) {
    const text = textOf(scan, first);
    const [head, tail] = [text.slice(0, 4), text.slice(4)];
    return (isYear(head) && isDay('1', tail)) || (isDay('1', text.slice(0, 2)) && isYear(text.slice(2))) ? 1 : 0;
  }
  if (!numberAt(second) || !isTight(second.gap)) return 0;
  if (isTight(first.gap) && numberAt(scan.tokens[at - 1])) return 0;
  if (numberAt(third) && isTight(third.gap)) return 0;
  const [a, b] = [textOf(scan, first), textOf(scan, second)];
  const isMonthFirst = a.length <= 2 && b.length === 4 && isDay('1', a) && isYear(b);
  return isMonthFirst || (a.length === 4 && b.length === 2 && isYear(a) && isDay('1', b)) ? 2 : 0;
};

/** Numbers from `at` on, while they stay within `digitCount` digits. */
function countNumbers(scan: ScannedText, at: number, digitCount: number): number {
  let left = digitCount;
  let end = at;
  for (let token = scan.tokens[end]; numberAt(token) && (end === at || token.gap !== '|'); token = scan.tokens[end]) {
    left -= sizeOf(token);
    if (left < 0) break;
    end += 1;
  }
  return end - at;
}

/** After a word such as `TEL`; `01 41 57 92 95` and `0141579295`; `+33 1 41 57 92 95`. */
const readPhone: Reader = (scan, at) => {
  const token = scan.tokens[at];
  if (!numberAt(token)) return 0;
  if (phoneWords.has(wordOf(scan, scan.tokens[at - 1]))) return countNumbers(scan, at, 15);
  if (token.gap === '+' && (sizeOf(token) <= 3 || sizeOf(token) >= 10)) return countNumbers(scan, at, 15);
  if (scan.characters[token.from] !== 48 || scan.characters[token.from + 1] === 48) return 0;
  if (sizeOf(token) === 10) return 1;
  const pairs = scan.tokens.slice(at, at + 5);
  const isGrouped = pairs.every(
    (pair, index) => numberAt(pair) && sizeOf(pair) === 2 && (index === 0 || pair.gap !== '|'),
  );
  return isGrouped && pairs.length === 5 ? 5 : 0;
};

/** After `SIRET` or `SIREN`; else 14 digits, in one piece or as 3-3-3-5, whose check digit holds. */
const readCompanyNumber: Reader = (scan, at) => {
  const token = scan.tokens[at];
  if (!numberAt(token)) return 0;
  const word = wordOf(scan, scan.tokens[at - 1]);
  if (companyNumberWords.has(word)) return countNumbers(scan, at, 14);
  if (sizeOf(token) === 14) return isLuhn(textOf(scan, token)) ? 1 : 0;
  const groups = scan.tokens.slice(at, at + 4);
  if (groups.length < 4 || !groups.every(numberAt) || groups.map(sizeOf).join('') !== '3335') return 0;
  return isLuhn(groups.map((group) => textOf(scan, group)).join('')) ? 4 : 0;
};

/** After `TVA`, `VAT`, `USt-IdNr.`, …; else a French or Belgian number whose check digits hold. */
const readVatNumber: Reader = (scan, at) => {
  const token = scan.tokens[at];
  if (token === undefined) return 0;
  let before = at - 1;
  while (before >= at - 3 && vatFillers.has(wordOf(scan, scan.tokens[before]))) before -= 1;
  if (vatWords.has(wordOf(scan, scan.tokens[before])) && !vatFillers.has(wordOf(scan, token))) {
    if (token.digitCount > 0 && !isNumber(token)) return 1;
    return isNumber(token) ? countNumbers(scan, at, 14) : 1 + countNumbers(scan, at + 1, 14);
  }
  return token.digitCount >= 9 && isVatNumber(textOf(scan, token)) ? 1 : 0;
};

const readers: readonly Reader[] = [
  readIban,
  readVatNumber,
  readCompanyNumber,
  readPhone,
  readWrittenDay,
  readPackedDay,
  readMonth,
];

/** All runs of tokens that are no document numbers, left to right, none inside another. */
export function findSetAside(scan: ScannedText): readonly TokenRun[] {
  const runs: TokenRun[] = [];
  for (let at = 0; at < scan.tokens.length; at += 1) {
    if (scan.tokens[at]?.digitCount === 0 && !isCountryCode(scan, at)) continue;
    const size = Math.max(...readers.map((read) => read(scan, at)));
    if (size === 0) continue;
    runs.push({ first: at, end: at + size });
    at += size - 1;
  }
  return runs;
}

/** The only token without a digit at which something can start: `FR 76 3000 …`, `TVA FR 12 …`. */
const isCountryCode = (scan: ScannedText, at: number): boolean => {
  const token = scan.tokens[at];
  return token !== undefined && sizeOf(token) === 2;
};
