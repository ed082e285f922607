/** Looking into a collected camt element by the names of ISO 20022. */
import { exponentOf, parseCurrency } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { parseAmount, type AmountProblem, type Money, type Side } from '../../domain/money.ts';
import type { Result } from '../../domain/result.ts';
import type { SourcePosition } from '../../domain/statement.ts';
import { refusal } from '../findings.ts';
import { readDay } from '../known-days.ts';
import type { XmlElement } from '../xml-elements.ts';

/** The first child of that name; null stays null, so that calls can be nested into a path. */
export function child(parent: XmlElement | null, name: string): XmlElement | null {
  let found = parent === null ? null : parent.firstChild;
  while (found !== null && found.name !== name) found = found.nextSibling;
  return found;
}

/** The first descendant along up to four names, such as `Refs`, `EndToEndId`. Named one by one: no list to allocate. */
export function find(
  parent: XmlElement | null,
  first: string,
  second?: string,
  third?: string,
  fourth?: string,
): XmlElement | null {
  let found = child(parent, first);
  if (second !== undefined) found = child(found, second);
  if (third !== undefined) found = child(found, third);
  return fourth === undefined ? found : child(found, fourth);
}

const none: readonly XmlElement[] = [];

/** All children of that name, in order. */
export function all(parent: XmlElement | null, name: string): readonly XmlElement[] {
  let found: XmlElement[] | null = null;
  for (let each = child(parent, name); each !== null; each = each.nextSibling) {
    if (each.name === name) (found ??= []).push(each);
  }
  return found ?? none;
}

/** The text without the blanks around it; null when it is absent or empty. */
export function textOf(element: XmlElement | null): string | null {
  if (element === null || element.text === '') return null;
  return element.text.trim() || null;
}

/** The text along the names. */
export const textAt = (
  parent: XmlElement | null,
  first: string,
  second?: string,
  third?: string,
  fourth?: string,
): string | null => textOf(find(parent, first, second, third, fourth));

/** The value of an attribute; empty when there is none of that name. */
export function attributeOf({ attributes }: XmlElement, name: string): string {
  for (const attribute of attributes) if (attribute.name === name) return attribute.value;
  return '';
}

export const positionOf = (element: XmlElement, path: string): SourcePosition => ({ line: element.line, path });

/**
 * A written xs:decimal in the one spelling that `parseAmount` takes: `+120.00`, `.5` and `12.` are legal too.
 * What is no decimal stays as it is, for the refusal.
 */
export function plainDecimal(written: string): string {
  const unsigned = written.startsWith('+') ? written.slice(1) : written;
  if (!unsigned.startsWith('.')) return unsigned.startsWith('-') && unsigned !== written ? written : unsigned;
  return unsigned === '.' ? written : `0${unsigned}`;
}

/** An `Amt` with its `Ccy`. A sign below zero is refused, because `CdtDbtInd` carries it. */
export function parseAmountElement(amount: XmlElement): Result<Money, AmountProblem> {
  const written = plainDecimal(textOf(amount) ?? '');
  if (written.startsWith('-')) return { ok: false, error: 'amount_not_decimal' };
  return parseAmount(written, attributeOf(amount, 'Ccy'));
}

/**
 * Reads `Amt` with its `Ccy`.
 *
 * @throws IngestRefusal `ingest.amount_not_decimal`, `ingest.amount_too_precise`, `ingest.amount_out_of_range`,
 * `ingest.currency_unknown`
 */
export function readAmount(amount: XmlElement, path: string): Money {
  const parsed = parseAmountElement(amount);
  if (parsed.ok) return parsed.value;
  const written = textOf(amount) ?? '';
  const what = amountSentence(parsed.error, written, attributeOf(amount, 'Ccy'));
  throw refusal(`ingest.${parsed.error}`, what, positionOf(amount, path), written);
}

function amountSentence(error: AmountProblem, written: string, code: string): string {
  if (error === 'currency_unknown') return `The currency "${code.slice(0, 20)}" of an amount is not in ISO 4217`;
  const currency = parseCurrency(code);
  const decimals = currency.ok ? String(exponentOf(currency.value)) : '?';
  const shown = `The amount "${written.slice(0, 60)}" ${code}`;
  if (error === 'amount_too_precise') return `${shown} has more than ${decimals} decimals`;
  return error === 'amount_out_of_range' ? `${shown} is too large` : `${shown} is not a decimal number`;
}

/** Reads `CdtDbtInd`. @throws IngestRefusal `ingest.side_unreadable` */
export function readSide(parent: XmlElement, path: string): Side {
  const written = textAt(parent, 'CdtDbtInd');
  if (written === 'CRDT') return 'credit';
  if (written === 'DBIT') return 'debit';
  const what =
    written === null ? 'CdtDbtInd is missing' : `CdtDbtInd is "${written.slice(0, 20)}", neither CRDT nor DBIT`;
  throw refusal('ingest.side_unreadable', what, positionOf(parent, path), written);
}

/**
 * Reads `Dt` or the day of `DtTm` as written; an offset never shifts the day.
 *
 * @throws IngestRefusal `ingest.date_unreadable`
 */
export function readDate(parent: XmlElement | null, path: string): LocalDate | null {
  if (parent === null) return null;
  const written = textAt(parent, 'Dt') ?? textAt(parent, 'DtTm') ?? textOf(parent);
  if (written === null) return null;
  const day = readDay(written.length === 10 ? written : written.slice(0, 10));
  const isDay =
    day !== null && (written.length === 10 || /^(?:T[\d:.]+)?(?:Z|[+-]\d{2}:?\d{2})?$/.test(written.slice(10)));
  if (isDay) return day;
  throw refusal('ingest.date_unreadable', `"${written.slice(0, 40)}" is no date`, positionOf(parent, path), written);
}
