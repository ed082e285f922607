/**
 * The records 05 behind an entry: a qualifier in 46-48 and a text in 49-118, in any number and order.
 *
 * @see CFONB, Relevé de compte: zones complémentaires
 */
import { isIban } from '../../domain/check-digits.ts';
import { parseCurrency } from '../../domain/currency.ts';
import type { Money } from '../../domain/money.ts';
import { joinZones, scaledMoney, zone, zoneDigits } from '../fixed-values.ts';
import { normalizeAccount, realReference, withoutBlanks } from '../written-values.ts';
import { readOverpunched, type Unit } from './amount.ts';

/** One record 05: its text with the blanks behind it. */
export type Complement = Readonly<{ qualifier: string; text: string }>;

export const readComplement = (record: string): Complement => ({
  qualifier: zone(record, 46, 48),
  text: zone(record, 49, 118),
});

/** A party as both sides of a payment are written: name, on whose behalf, and an account where its id is one. */
type Party = Readonly<{ name: string | null; ultimateName: string | null; iban: string | null }>;

export type Complements = Readonly<{
  debtor: Party;
  creditor: Party;
  /** The payer's words: `LCC`, `LC2`. */
  freeRemittance: readonly string[];
  /** The bank's words behind its label: `LIB`. */
  label: readonly string[];
  /** What stands behind references, and qualifiers that are not known, with their name. */
  otherTexts: readonly string[];
  /** Ids of the parties, with their qualifier: who they are, not what is paid. */
  identifications: readonly string[];
  endToEndId: string | null;
  creditorReference: string | null;
  bankReference: string | null;
  instructedAmount: Money | null;
  exchangeRate: string | null;
  charges: Money | null;
}>;

const textWidth = 70;
const referenceWidth = 35;

const known: ReadonlySet<string> = new Set('NPY NBE NPO NBU IPY IBE LCC LC2 LCS LIB RCN REF MMO FEE'.split(' '));

/** Reads all records 05 of one entry; a repeated qualifier adds to the first. Nothing of them is lost. */
export function readComplements(complements: readonly Complement[]): Complements {
  const texts: Texts = new Map();
  const unknown: string[] = [];
  for (const { qualifier, text } of complements) {
    // The second half of a remittance too long for one record.
    const name = qualifier === 'LC2' ? 'LCC' : qualifier;
    const earlier = texts.get(name);
    if (!known.has(name)) unknown.push(`${qualifier.trim()} ${text.trim()}`.trim());
    else if (earlier === undefined) texts.set(name, [text]);
    else earlier.push(text);
  }
  const [clientReference, ...furtherClientReferences] = texts.get('RCN') ?? none;
  const [bankReference = null, ...furtherBankReferences] = linesOf(texts, 'REF');
  const structured = structuredRemittance(linesOf(texts, 'LCS'));
  const exchange = readForeignAmount(texts.get('MMO') ?? none);
  const fee = readForeignAmount(texts.get('FEE') ?? none);
  return {
    debtor: readParty(texts, 'NPY', 'NPO', 'IPY'),
    creditor: readParty(texts, 'NBE', 'NBU', 'IBE'),
    freeRemittance: linesOf(texts, 'LCC'),
    label: linesOf(texts, 'LIB'),
    otherTexts: [
      ...structured.further,
      ...spoken('', [clientReference?.slice(referenceWidth) ?? '']),
      ...spoken('RCN', furtherClientReferences),
      ...spoken('REF', furtherBankReferences),
      ...spoken('MMO', exchange.unread),
      ...spoken('FEE', fee.unread),
      ...unknown.filter((text) => text !== ''),
    ],
    identifications: [...spoken('IPY', texts.get('IPY') ?? none), ...spoken('IBE', texts.get('IBE') ?? none)],
    endToEndId: realReference(clientReference?.slice(0, referenceWidth) ?? null),
    creditorReference: structured.reference,
    bankReference: realReference(bankReference),
    instructedAmount: exchange.amount,
    exchangeRate: exchange.rate,
    charges: fee.amount,
  };
}

/** Texts by qualifier, in their order. */
type Texts = Map<string, string[]>;
const none: readonly string[] = [];

function linesOf(texts: Texts, qualifier: string): readonly string[] {
  const found = texts.get(qualifier);
  return found === undefined ? none : joinZones(found.map((text) => ({ text, width: textWidth })));
}

function readParty(texts: Texts, name: string, ultimateName: string, identification: string): Party {
  const accounts = texts.get(identification)?.map((text) => normalizeAccount(text.slice(0, referenceWidth)));
  return {
    name: linesOf(texts, name).join(' ') || null,
    ultimateName: linesOf(texts, ultimateName).join(' ') || null,
    iban: accounts?.find(isIban) ?? null,
  };
}

/** Texts behind their qualifier, without blanks around them and runs of blanks in them. */
function spoken(qualifier: string, texts: readonly string[]): readonly string[] {
  if (texts.length === 0) return none;
  const words = texts.map((text) => text.trim().replace(/ {2,}/g, ' ')).filter((text) => text !== '');
  return qualifier === '' ? words : words.map((text) => `${qualifier} ${text}`);
}

/** The first line is the creditor's reference, unless it is too long for one. */
function structuredRemittance(
  lines: readonly string[],
): Readonly<{ reference: string | null; further: readonly string[] }> {
  const [first, ...further] = lines;
  const reference = first === undefined ? '' : withoutBlanks(first);
  if (reference === '' || reference.length > referenceWidth) return { reference: null, further: lines };
  return { reference: realReference(reference), further };
}

type ForeignAmount = Readonly<{ amount: Money | null; rate: string | null; unread: readonly string[] }>;

/** Currency (3), decimals (1), amount (14), and for `MMO` the decimals of the rate (1) and the rate (11). */
function readForeignAmount([text, ...further]: readonly string[]): ForeignAmount {
  if (text === undefined) return { amount: null, rate: null, unread: [] };
  const currency = parseCurrency(text.slice(0, 3));
  const scale = zoneDigits(text, 4, 4);
  if (!currency.ok || scale === null) return { amount: null, rate: null, unread: [text, ...further] };
  const amount = readAmount(text, { currency: currency.value, scale });
  return amount === null
    ? { amount, rate: null, unread: [text, ...further] }
    : { amount, rate: readRate(text), unread: further };
}

/** Fourteen digits, or thirteen and an overpunched one. */
function readAmount(text: string, unit: Unit): Money | null {
  const digits = zoneDigits(text, 5, 18);
  if (digits !== null) return scaledMoney(digits, unit.scale, unit.currency);
  const read = readOverpunched(text, 5, unit);
  return typeof read === 'string' ? null : read.amount;
}

/** `4` and `00000010842` are 1.0842. */
function readRate(text: string): string | null {
  const [, scale = '', digits = ''] = /^(\d)(\d{1,11})/.exec(text.slice(18)) ?? [];
  if (!/[1-9]/.test(digits)) return null;
  const padded = digits.padStart(+scale + 1, '0');
  const point = padded.length - +scale;
  const whole = padded.slice(0, point).replace(/^0+(?=\d)/, '');
  return +scale === 0 ? whole : `${whole}.${padded.slice(point)}`;
}
