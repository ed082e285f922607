/** Looking into a collected camt element by the names of ISO 20022. */
import { exponentOf, parseCurrency } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { parseAmount, type Money, type Side } from '../../domain/money.ts';
import type { SourcePosition } from '../../domain/statement.ts';
import { refusal } from '../findings.ts';
import { readDay } from '../known-days.ts';
import type { XmlElement } from '../xml-elements.ts';

/** The first descendant along the names, such as `Refs`, `EndToEndId`. */
export function find(element: XmlElement, ...names: readonly string[]): XmlElement | null {
  let current: XmlElement | undefined = element;
  for (const name of names) {
    current = current.children.find((child) => child.name === name);
    if (current === undefined) return null;
  }
  return current;
}

/** All children of that name, in order. */
export const all = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);

/** The text along the names without the blanks around it; null when it is absent or empty. */
export function textAt(element: XmlElement, ...names: readonly string[]): string | null {
  const text = find(element, ...names)?.text.trim() ?? '';
  return text === '' ? null : text;
}

/** The text of the first of several elements that has any. */
export function firstText(...elements: readonly (XmlElement | null)[]): string | null {
  for (const element of elements) {
    const text = element?.text.trim() ?? '';
    if (text !== '') return text;
  }
  return null;
}

export const positionOf = (element: XmlElement, path: string): SourcePosition => ({ line: element.line, path });

/**
 * Reads `Amt` with its `Ccy`.
 *
 * @throws IngestRefusal `ingest.amount_not_decimal`, `ingest.amount_too_precise`, `ingest.amount_out_of_range`,
 * `ingest.currency_unknown`
 */
export function readAmount(amount: XmlElement, path: string): Money {
  const text = amount.text.trim();
  // xs:decimal may leave out the zero before the point, and some banks do.
  const written = text.startsWith('.') ? `0${text}` : text;
  const code = amount.attributes['Ccy'] ?? '';
  // A sign is refused, because CdtDbtInd carries it.
  const parsed = written.startsWith('-')
    ? ({ ok: false, error: 'amount_not_decimal' } as const)
    : parseAmount(written, code);
  if (parsed.ok) return parsed.value;
  throw refusal(
    `ingest.${parsed.error}`,
    amountSentence(parsed.error, written, code),
    positionOf(amount, path),
    written,
  );
}

function amountSentence(error: string, written: string, code: string): string {
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
  const written = firstText(find(parent, 'Dt'), find(parent, 'DtTm'), parent);
  if (written === null) return null;
  const rest = written.slice(10);
  const day = readDay(written.slice(0, 10));
  if (day !== null && /^(?:T[\d:.]+)?(?:Z|[+-]\d{2}:?\d{2})?$/.test(rest)) return day;
  throw refusal('ingest.date_unreadable', `"${written.slice(0, 40)}" is no date`, positionOf(parent, path), written);
}
