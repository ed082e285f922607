/**
 * What a movement says: free words, or a structured communication whose first three digits name its layout.
 *
 * @see Febelfin, CODA 2.6, annex III
 */
import { isCreditorReference } from '../../domain/check-digits.ts';
import { parseCurrency } from '../../domain/currency.ts';
import type { Money } from '../../domain/money.ts';
import { scaledMoney, zoneDigits } from '../fixed-values.ts';
import { isBelgianNumber } from '../national-iban.ts';
import { realReference, withoutBlanks } from '../written-values.ts';
import { codaScale } from './values.ts';

export type Communication = Readonly<{
  /** The words of the payer. */
  remittance: readonly string[];
  /** Structured communications that are kept as written, with their number. */
  notes: readonly string[];
  creditorReference: string | null;
  /** A reference whose check digits are wrong; it is kept all the same. */
  mistypedReference: string | null;
  instructedAmount: Money | null;
  exchangeRate: string | null;
  mandateId: string | null;
  /** Type and ISO reason of an R-transaction, as a direct debit (127) has them in its text. */
  returnType: string;
  returnReason: string | null;
}>;

const nothing: Communication = {
  remittance: [],
  notes: [],
  creditorReference: null,
  mistypedReference: null,
  instructedAmount: null,
  exchangeRate: null,
  mandateId: null,
  returnType: '',
  returnReason: null,
};

/** @param text - the zones of 2.1, 2.2 and 2.3 behind each other, with their blanks: they are cut within words. */
export function readCommunication(text: string, isStructured: boolean): Communication {
  if (!isStructured) return { ...nothing, remittance: words(text) };
  const type = text.slice(0, 3);
  const content = text.slice(3);
  const read = readers.get(type)?.(content) ?? null;
  return read ?? { ...nothing, notes: words(`${type} ${content}`) };
}

/** Answers null for a content that is not laid out as its type says. */
type ReadContent = (content: string) => Communication | null;

const readers: ReadonlyMap<string, ReadContent> = new Map<string, ReadContent>([
  ['100', (content) => withReference(content.slice(0, 35), isCreditorReference)],
  ['101', (content) => withBelgianReference(content.slice(0, 12), content.slice(12))],
  ['102', (content) => withBelgianReference(content.slice(0, 12), content.slice(12))],
  ['105', readOriginalAmount],
  ['127', readDirectDebit],
]);

function words(text: string): readonly string[] {
  const line = text.trim();
  if (line === '') return [];
  return [line.includes('  ') ? line.replace(/ {2,}/g, ' ') : line];
}

function withReference(written: string, isRight: (reference: string) => boolean): Communication | null {
  const reference = realReference(withoutBlanks(written));
  if (reference === null) return null;
  return { ...nothing, creditorReference: reference, mistypedReference: isRight(reference) ? null : reference };
}

/** Twelve digits, printed on invoices as `+++123/4567/89012+++`. */
function withBelgianReference(digits: string, behind: string): Communication | null {
  if (!/^\d{12}$/.test(digits) || digits === '000000000000') return null;
  const read = withReference(digits, isBelgianNumber);
  return read === null ? null : { ...read, remittance: words(behind) };
}

/** Gross amount in the account's currency (15), in the original one (15), rate (4 + 8), currency, reference (12). */
function readOriginalAmount(content: string): Communication | null {
  const currency = parseCurrency(content.slice(42, 45));
  const unscaled = zoneDigits(content, 16, 30);
  const amount = currency.ok && unscaled !== null ? scaledMoney(unscaled, codaScale, currency.value) : null;
  if (amount === null) return null;
  const reference = withBelgianReference(content.slice(45, 57), '') ?? nothing;
  return { ...reference, instructedAmount: amount, exchangeRate: readRate(content.slice(30, 42)) };
}

/** Four digits and eight decimals: `000108420000` is 1.0842; null for zeros. */
function readRate(digits: string): string | null {
  if (!/^\d{12}$/.test(digits) || !/[1-9]/.test(digits)) return null;
  const whole = digits.slice(0, 4).replace(/^0+(?=\d)/, '');
  const decimals = digits.slice(4).replace(/0+$/, '');
  return decimals === '' ? whole : `${whole}.${decimals}`;
}

/**
 * Settlement date (6), type, scheme, paid or refused (1 each), creditor (35), mandate (35), words (62), R type, reason.
 */
function readDirectDebit(content: string): Communication {
  const refusal = content.charAt(8);
  const returnType = content.charAt(141).trim();
  return {
    ...nothing,
    remittance: words(content.slice(79, 141)),
    mandateId: realReference(content.slice(44, 79)),
    returnType: returnType === '' && /[1-9]/.test(refusal) ? '1' : returnType,
    returnReason: content.slice(142, 146).trim() || null,
  };
}
