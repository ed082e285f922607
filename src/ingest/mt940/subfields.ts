/**
 * `:86:` in numbered subfields: three digits of the transaction code, a separator of the bank's choice, then each
 * value behind the separator and two digits: `166?00GUTSCHRIFT?20…?21…?30BIC?31IBAN?32NAME`.
 *
 * Hot path: one walk from separator to separator; a value is cut out once, where its field is known.
 *
 * @see Deutsche Kreditwirtschaft, DFÜ-Abkommen, appendix 3, field 86
 */
import { ibanOrNull } from './account.ts';
import {
  addRemittance,
  addUnlessBankCode,
  addUnlessIdentifier,
  emptyInformation,
  type Information,
} from './information-values.ts';
import { readSepaKeywords } from './sepa-keywords.ts';
import { textOrNull, trimmed } from './text.ts';

const zero = 48;
const three = 51;
const six = 54;

const isDigit = (code: number): boolean => code >= zero && code <= 57;

/** Only numbers that exist: a `?99` or `+49…` in the text is text. */
const isNumber: readonly boolean[] = Array.from(
  { length: 70 },
  (_, number) =>
    number <= 1 || number === 10 || (number >= 20 && number <= 35) || number === 38 || (number >= 60 && number <= 65),
);

/** The number that begins here, or -1. */
function numberAt(text: string, index: number): number {
  const tens = text.charCodeAt(index) - zero;
  const ones = text.charCodeAt(index + 1) - zero;
  const number = tens >= 0 && ones >= 0 && tens <= 6 && ones <= 9 ? tens * 10 + ones : -1;
  return isNumber[number] === true ? number : -1;
}

const plus = 43;
/** By character code. */
const isSeparator: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  '?>^+~@|'.includes(String.fromCharCode(code)),
);

/** Where the first separator stands: behind a transaction code, or at the very beginning; -1 when the text has none. */
function placeOfSeparator(text: string): number {
  const isCoded = isDigit(text.charCodeAt(0)) && isDigit(text.charCodeAt(1)) && isDigit(text.charCodeAt(2));
  const place = isCoded ? 3 : 0;
  const separator = text.charCodeAt(place);
  // Without its three digits, `+33` begins a phone number.
  if (isSeparator[separator] !== true || (separator === plus && !isCoded)) return -1;
  const tens = text.charCodeAt(place + 1);
  return ((tens >= zero && tens <= three) || tens === six) && isDigit(text.charCodeAt(place + 2)) ? place : -1;
}

/** Values by their number, those in several pieces put together. */
type Subfields = {
  posting: string;
  texts: string[];
  bankCode: string;
  account: string;
  iban: string;
  name: string;
  others: string[];
};

/** @returns null when the text is not laid out so. */
export function readSubfields(text: string): Information | null {
  const first = placeOfSeparator(text);
  if (first === -1) return null;
  const separator = text.charAt(first);
  const found: Subfields = { posting: '', texts: [], bankCode: '', account: '', iban: '', name: '', others: [] };
  let number = -1;
  let start = first;
  let count = 0;
  for (let place = first; place !== -1; place = text.indexOf(separator, place + 1)) {
    const next = numberAt(text, place + 1);
    if (next === -1) continue;
    if (place > start) take(found, number, text.slice(start, place));
    number = next;
    start = place + 3;
    place += 2;
    count++;
  }
  // One mark may be chance.
  if (count < 2) return null;
  take(found, number, text.slice(start));
  return fromSubfields(found, text.slice(0, first));
}

function take(found: Subfields, number: number, value: string): void {
  if ((number >= 20 && number <= 29) || number >= 60) found.texts.push(value);
  else if (number === 32 || number === 33) found.name += value;
  else if (number === 31) found.account += value;
  else if (number === 38) found.iban += value;
  else if (number === 30) found.bankCode += value;
  else if (number === 0 || number === 1) found.posting += value;
  else found.others.push(value);
}

/** @param transactionCode - the three digits (GVC) at the beginning, or nothing. */
function fromSubfields(found: Subfields, transactionCode: string): Information {
  const sepa = readSepaKeywords(found.texts, transactionCode);
  const information = sepa ?? emptyInformation();
  if (sepa === null) for (const text of found.texts) addRemittance(information, text);
  information.counterpartyName = textOrNull(found.name);
  information.counterpartyIban = ibanOrNull(found.iban) ?? ibanOrNull(found.account) ?? information.counterpartyIban;
  information.notes = kindOfPosting(transactionCode, trimmed(found.posting));
  addUnlessBankCode(information, found.bankCode);
  addUnlessIdentifier(information, found.account);
  addUnlessIdentifier(information, found.iban);
  for (const other of found.others) addUnlessIdentifier(information, other);
  return information;
}

/** `166 GUTSCHRIFT`; banks without such codes write three zeros. */
function kindOfPosting(transactionCode: string, posting: string): string | null {
  if (transactionCode === '' || transactionCode === '000') return posting || null;
  return posting === '' ? transactionCode : `${transactionCode} ${posting}`;
}
