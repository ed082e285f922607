/** What the payer wrote: lines, and references in their structured places. @see ISO 20022 `TxDtls/RmtInf` */
import { isCreditorReference } from '../../domain/check-digits.ts';
import { withoutBlanks } from '../written-values.ts';
import type { XmlElement } from '../xml-elements.ts';
import { all, child, textAt, textOf } from './read-element.ts';
import { hasRecursiveCheckDigit } from './recursive-check-digit.ts';

type Remittance = Readonly<{
  lines: readonly string[];
  creditorReference: string | null;
  /** References whose check digits are wrong: kept as written, and said. */
  wrongReferences: readonly string[];
}>;

const nothing: readonly string[] = [];

/** @param detail - `TxDtls`. */
export function readRemittance(detail: XmlElement): Remittance {
  const lines: string[] = [];
  const references: string[] = [];
  const words: string[] = [];
  const documents: string[] = [];
  for (const information of all(detail, 'RmtInf')) {
    for (let part = information.firstChild; part !== null; part = part.nextSibling) {
      if (part.name === 'Ustrd') pushText(lines, part);
      else if (part.name === 'Strd') readStructured(part, references, words, documents);
    }
  }
  lines.push(...words, ...documents, ...references.slice(1));
  // Some banks have no other place for what the payer wrote.
  if (lines.length === 0 && references.length === 0) pushText(lines, child(detail, 'AddtlTxInf'));
  return {
    lines,
    creditorReference: references[0] ?? null,
    wrongReferences: references.length === 0 ? nothing : references.filter(hasWrongCheckDigits),
  };
}

function pushText(lines: string[], element: XmlElement | null): void {
  const text = textOf(element);
  if (text !== null) lines.push(text);
}

function readStructured(part: XmlElement, references: string[], words: string[], documents: string[]): void {
  for (const document of all(part, 'RfrdDocInf')) {
    const number = textAt(document, 'Nb');
    const type = typeOf(document);
    if (number !== null) documents.push(payableTypes.has(type) ? number : `${type ?? ''} ${number}`);
  }
  for (const further of all(part, 'AddtlRmtInf')) pushText(documents, further);
  const reference = child(part, 'CdtrRefInf');
  const written = textAt(reference, 'Ref') ?? textAt(reference, 'CdtrRef');
  if (reference === null || written === null) return;
  const type = typeOf(reference);
  // An order (`PUOR`) keeps its type, or it would pass for an invoice.
  if (type === null || type === 'SCOR') references.push(withoutBlanks(written));
  else words.push(`${type} ${written}`);
}

/** Documents that a payer pays. @see ISO 20022 `DocumentType6Code` */
const payableTypes: ReadonlySet<string | null> = new Set([null, 'CINV', 'MSIN', 'SBIN', 'HIRI', 'DNTR', 'AROI']);

/**
 * `SCOR`, `CINV`, `PUOR`; null when the bank says none, or a word of its own such as `QRR`, `ISR Reference`, `IPI`.
 *
 * @see ISO 20022 `DocumentType3Code`: all but `SCOR` are references of somebody else.
 */
const typeOf = (reference: XmlElement): string | null =>
  textAt(reference, 'Tp', 'CdOrPrtry', 'Cd') ?? textAt(reference, 'CdtrRefTp', 'Cd') ?? textAt(reference, 'Tp', 'Cd');

/** By its form: `RF…` is ISO 11649, 27 digits are a Swiss QR reference (before 2022 ISR, ESR, BVR). */
const hasWrongCheckDigits = (reference: string): boolean =>
  /^RF\d{2}/i.test(reference)
    ? !isCreditorReference(reference.toUpperCase())
    : /^\d{27}$/.test(reference) && !hasRecursiveCheckDigit(reference);
