/**
 * The purpose of payment as German banks lay it out: `EREF+…MREF+…SVWZ+…`, in `?20` to `?29` or alone. Each value
 * ends where the next keyword begins; keywords may break across subfields and lines, which are joined before.
 *
 * @see Deutsche Kreditwirtschaft, DFÜ-Abkommen, appendix 3, chapter 8: SEPA attributes in field 86
 */
import { parseAmount, type Money } from '../../domain/money.ts';
import { ibanOrNull } from './account.ts';
import {
  addRemittance,
  addUnlessBankCode,
  addUnlessIdentifier,
  emptyInformation,
  type Information,
} from './information-values.ts';
import { referenceOrNull, textOrNull } from './text.ts';

const keywordChars = 4;
const hasPlus = (text: string): boolean => text.includes('+');

/** Four characters as one number: a key that needs no new string. */
const keyOf = (text: string, start: number): number =>
  ((text.charCodeAt(start) * 256 + text.charCodeAt(start + 1)) * 256 + text.charCodeAt(start + 2)) * 256 +
  text.charCodeAt(start + 3);

const keywords: ReadonlyMap<number, string> = new Map(
  'EREF KREF MREF CRED DEBT COAM OAMT SVWZ ABWA ABWE IBAN RREF BREF PURP'
    .split(' ')
    .map((keyword) => [keyOf(keyword, 0), keyword]),
);
/** Without one of these the others may be words of a text, such as `IBAN+BIC`. */
const announces = (keyword: string): boolean =>
  keyword === 'EREF' || keyword === 'SVWZ' || keyword === 'MREF' || keyword === 'KREF' || keyword === 'CRED';

/** The keyword that ends before this plus, or nothing. */
function keywordBefore(text: string, plus: number): string {
  return keywords.get(keyOf(text, plus - 4)) ?? (text.startsWith('BIC', plus - 3) ? 'BIC' : '');
}

/** Values that may come in several pieces, as written. */
type Pieces = {
  before: string;
  purpose: string;
  endToEndId: string;
  mandateId: string;
  /** ABWA and ABWE: for whom the payment was ordered, and for whom it is. */
  orderer: string;
  receiver: string;
};

/**
 * @param texts - one text; where it was cut says nothing.
 * @param transactionCode - the three digits (GVC) before it, if there are any.
 * @returns null when no keyword announces such a text.
 */
export function readSepaKeywords(texts: readonly string[], transactionCode = ''): Information | null {
  if (!texts.some(hasPlus)) return null;
  const information = emptyInformation();
  const pieces: Pieces = { before: '', purpose: '', endToEndId: '', mandateId: '', orderer: '', receiver: '' };
  let keyword = '';
  let value = '';
  let isAnnounced = false;
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index] ?? '';
    let start = 0;
    for (let plus = text.indexOf('+'); plus !== -1; plus = text.indexOf('+', plus + 1)) {
      // Its keyword may begin in the text before: rare enough to put all of them together.
      if (plus < keywordChars && index > 0) return readSepaKeywords([texts.join('')], transactionCode);
      const next = keywordBefore(text, plus);
      if (next === '' || plus - next.length < start) continue;
      take(information, pieces, keyword, value + text.slice(start, plus - next.length));
      keyword = next;
      value = '';
      start = plus + 1;
      isAnnounced ||= announces(next);
    }
    value += text.slice(start);
  }
  if (!isAnnounced) return null;
  take(information, pieces, keyword, value);
  information.endToEndId = referenceOrNull(pieces.endToEndId);
  information.mandateId = referenceOrNull(pieces.mandateId);
  addRemittance(information, pieces.before);
  addRemittance(information, pieces.purpose);
  if (pieces.orderer !== '' || pieces.receiver !== '') takeUltimates(information, pieces, transactionCode);
  return information;
}

function take(information: Information, pieces: Pieces, keyword: string, value: string): void {
  if (keyword === '') pieces.before = value;
  else if (keyword === 'SVWZ') pieces.purpose += value;
  else if (keyword === 'EREF') pieces.endToEndId += value;
  else if (keyword === 'MREF') pieces.mandateId += value;
  else if (keyword === 'BIC') addUnlessBankCode(information, value);
  else if (keyword === 'ABWA') pieces.orderer += value;
  else if (keyword === 'ABWE') pieces.receiver += value;
  else if (!claims(information, keyword, value)) addUnlessIdentifier(information, value, `${keyword}+`);
}

/** Direct debits, and cards, which are cashed like them. */
const directDebit = /^10[4-7]$/;

/** The creditor orders a direct debit, the debtor a credit transfer. */
function takeUltimates(information: Information, { orderer, receiver }: Pieces, transactionCode: string): void {
  const isDirectDebit = information.mandateId !== null || directDebit.test(transactionCode);
  information.ultimateDebtor = textOrNull(isDirectDebit ? receiver : orderer);
  information.ultimateCreditor = textOrNull(isDirectDebit ? orderer : receiver);
}

/** True when the value is what its keyword announces, and was taken. */
function claims(information: Information, keyword: string, value: string): boolean {
  if (keyword === 'IBAN') {
    const iban = ibanOrNull(value);
    information.counterpartyIban ??= iban;
    return iban !== null;
  }
  // The original amount of what came back, and what the other bank takes for it.
  if (keyword === 'OAMT') return (information.instructedAmount = euros(value)) !== null;
  if (keyword === 'COAM') return (information.charges = euros(value)) !== null;
  return false;
}

/** SEPA is in euros; some write it, some don't. */
function euros(written: string): Money | null {
  const amount = parseAmount(
    written
      .trim()
      .replace(/^EUR\s*/, '')
      .replace(',', '.'),
    'EUR',
  );
  return amount.ok ? amount.value : null;
}
