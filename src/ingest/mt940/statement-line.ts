/**
 * The statement line `:61:`, whose parts follow each other without separators:
 * `2001010219 RD R 1027,25 N068 NONREF // bank reference` (blanks added here).
 *
 * Hot path: there is one such line in every entry, so it is read by character codes, from left to right; each part is
 * told by what it begins with. A regular expression with named groups took four times as long.
 *
 * @see SWIFT field 61: 6!n[4!n]2a[1!a]15d1!a3!c16x[//16x][34x]
 */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Money, Side } from '../../domain/money.ts';
import type { SourcePosition } from '../../domain/statement.ts';
import { refusal, type IngestRefusal } from '../findings.ts';
import { minorOfPlainAmount, readSwiftAmount } from './amount.ts';
import { readEntryDays } from './entry-days.ts';
import { textOrNull } from './text.ts';

export type StatementLine = Readonly<{
  valueDate: LocalDate;
  /** True for a 30 February. */
  isValueDateClamped: boolean;
  bookingDate: LocalDate;
  side: Side;
  /** RC and RD: the reversal of a credit is money out, of a debit money in. */
  isReversal: boolean;
  /** EC and ED, in MT942: expected, not booked. */
  isExpected: boolean;
  amount: Money;
  isAmountRegular: boolean;
  /** `NTRF`, `N051`; null when the bank left it out. */
  transactionType: string | null;
  customerReference: string | null;
  /** What old files write behind the reference, padded to column 16: the other party's name. */
  trailingText: string | null;
  bankReference: string | null;
}>;

const blank = 32;
const comma = 44;
const point = 46;
const slash = 47;
const zero = 48;
const nine = 57;
const [letterA, letterC, letterD, letterE, letterR, letterZ] = [65, 67, 68, 69, 82, 90];

const isDigit = (code: number): boolean => code >= zero && code <= nine;
const typeChars = 4;
const isLetter = (code: number): boolean => code >= letterA && code <= letterZ;
const isOfType = (code: number): boolean => isLetter(code) || isDigit(code) || code === blank;

/**
 * @param line - the first line of the field without `:61:`.
 * @throws IngestRefusal `ingest.entry_line_unreadable`, `ingest.date_unreadable`, and those of {@link readSwiftAmount}
 */
export function readStatementLine(line: string, currency: CurrencyCode, at: SourcePosition): StatementLine {
  const digitCount = countDigits(line, 0, 10);
  if (digitCount < 6) throw unreadable(line, at);
  const dayChars = digitCount === 10 ? 4 : 0;
  let place = 6 + (dayChars === 0 && line.startsWith('    ', 6) ? 4 : dayChars);

  const isExpected = line.charCodeAt(place) === letterE;
  if (isExpected) place++;
  const isReversal = line.charCodeAt(place) === letterR;
  if (isReversal) place++;
  const mark = line.charCodeAt(place++);
  if (mark !== letterC && mark !== letterD) throw unreadable(line, at);
  // The funds letter is the third letter of the currency: RCR is RC + R of EUR, CR is C + R.
  const hasFunds = isLetter(line.charCodeAt(place));
  const amountStart = hasFunds ? place + 1 : place;
  const amountEnd = endOfAmount(line, amountStart);
  if (amountEnd === amountStart) throw unreadable(line, at);

  const days = readEntryDays(line, dayChars > 0);
  if (days === null) throw refusal('ingest.date_unreadable', 'The value date does not exist', at, line);
  const { bookingDate } = days;
  if (bookingDate === null) throw refusal('ingest.date_unreadable', 'The entry date does not exist', at, line);
  if (hasFunds && line.charCodeAt(place) !== currency.charCodeAt(2)) {
    const what = `"${line.charAt(place)}" before the amount is not of ${currency}`;
    throw refusal('ingest.entry_line_unreadable', what, at, line);
  }
  const minor = minorOfPlainAmount(line, amountStart, amountEnd, currency);
  let amount: Money;
  let isAmountRegular = true;
  if (minor !== null) amount = { minor, currency };
  else ({ amount, isRegular: isAmountRegular } = readSwiftAmount(line.slice(amountStart, amountEnd), currency, at));
  const typeStart = line.charCodeAt(amountEnd) === blank ? amountEnd + 1 : amountEnd;
  const typeEnd = typeStart + lengthOfType(line, typeStart);
  // The owner's reference up to `//`, the bank's after it. Neither is cut at 16: banks put IBANs there.
  const slashes = placeOfSlashes(line, typeEnd);
  const reference = slashes === -1 ? line.slice(typeEnd) : line.slice(typeEnd, slashes);
  const padded = reference.length > 16 && reference.includes('  ') ? paddedReference.exec(reference) : null;
  return {
    valueDate: days.valueDate,
    isValueDateClamped: days.isClamped,
    bookingDate,
    side: (mark === letterC) === isReversal ? 'debit' : 'credit',
    isReversal,
    isExpected,
    amount,
    isAmountRegular,
    transactionType: textOrNull(line.slice(typeStart, typeEnd)),
    customerReference: textOrNull(padded?.[1] ?? reference),
    trailingText: padded === null ? null : textOrNull(padded[2] ?? ''),
    bankReference: slashes === -1 ? null : textOrNull(line.slice(slashes + 2)),
  };
}

const paddedReference = /^(\S+(?: \S+)*) {2,}(\S.*)$/s;

const unreadable = (line: string, at: SourcePosition): IngestRefusal =>
  refusal('ingest.entry_line_unreadable', 'The :61: line cannot be read', at, line);

/** `line.indexOf('//', start)`, which for two characters is a call into the engine. */
function placeOfSlashes(line: string, start: number): number {
  let place = line.indexOf('/', start);
  while (place !== -1 && line.charCodeAt(place + 1) !== slash) place = line.indexOf('/', place + 1);
  return place;
}

/** How many of the next characters are digits, up to `limit`. */
function countDigits(line: string, start: number, limit: number): number {
  let count = 0;
  while (count < limit && isDigit(line.charCodeAt(start + count))) count++;
  return count;
}

/** Behind a digit and what may follow it in an amount; `start` where there is no digit. */
function endOfAmount(line: string, start: number): number {
  if (!isDigit(line.charCodeAt(start))) return start;
  let end = start + 1;
  for (let code = line.charCodeAt(end); isDigit(code) || code === comma || code === point;) {
    code = line.charCodeAt(++end);
  }
  return end;
}

/** Four characters that begin with a letter; three, such as `N07`, when a reference cannot be meant; else none. */
function lengthOfType(line: string, start: number): number {
  if (!isLetter(line.charCodeAt(start))) return 0;
  let length = 1;
  while (length < typeChars && isOfType(line.charCodeAt(start + length))) length++;
  return length === typeChars ? length : countDigits(line, start + 1, 2) === 2 ? 3 : 0;
}
