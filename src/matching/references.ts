/**
 * Which of our documents a payment names, and where.
 *
 * Every run of up to six neighbouring tokens is looked up; the longest that names a document wins and its characters are
 * used up, so that `FA2026-00123` is not read as `2026-00123` as well. What is set aside (an IBAN, a day, …) gives way
 * only to a document number that contains it whole. Work is bounded by six look-ups for each token.
 */
import type { FoundAt, Payment } from '../domain/match.ts';
import { formatDecimal } from '../domain/money.ts';
import { findDocuments, type Hit } from './document-hits.ts';
import { isJoinedBehindDocument, mayBeCut, mayGoOnInNextLine, rivalsOf } from './doubts.ts';
import { creditorReferenceKeyOf, documentKeyOf, isDigit, keyOf } from './key-text.ts';
import type { Partition } from './partition.ts';
import { findRfReferences, itemsByRfBody } from './rf-hits.ts';
import { findSetAside } from './set-aside.ts';
import { scanText, type ScannedText, type TokenRun } from './text-scan.ts';
import { hasForeignPrefix, hasOtherPurpose } from './number-purpose.ts';
import { isCreditNoteOfPayer, speaksOfRefund } from './refund-wording.ts';
import {
  findLetteredUnknown,
  findPlainUnknown,
  hasShape,
  letteredShapesOf,
  type LetteredShape,
} from './unknown-numbers.ts';

/** A document number or creditor reference that leads to at least one item, open or closed. */
export type Reference = Readonly<{
  kind: 'creditor_reference' | 'document_number';
  /** As read: A-Z and 0-9. */
  key: string;
  found: FoundAt;
  /** Item rows, ascending; several when the number is not unique. */
  items: readonly number[];
  /** Items that the characters may mean instead: reason to ask, never to apply. */
  rivals: readonly number[];
  /** What was read may be a part of what was written. */
  isDoubtful: boolean;
}>;

export type Reading = Readonly<{
  /** The structured field first, then remittance in the order written, then the end-to-end id; no key twice. */
  references: readonly Reference[];
  /** A number is written like a document of ours, and is none: another company's, or one that we do not know. */
  hasUnknownNumber: boolean;
  /** The text or the end-to-end id speaks of money given back. */
  hasRefundWording: boolean;
  /** Characters and look-ups: bounded by a constant times the length of the text. */
  stepCount: number;
}>;

/** Reads the structured reference, the remittance lines and the end-to-end id. */
export function readReferences(payment: Payment, partition: Partition): Reading {
  const remittance = findReferences(scanText(payment.remittance), partition, payment);
  const written = payment.endToEndId === null ? [] : [payment.endToEndId];
  const endToEnd = findReferences(scanText(written), partition, payment);
  const structured = readStructured(payment.creditorReference, partition);
  const references = [
    ...structured,
    ...remittance.hits.map((hit) => toReference(hit, placeOf(remittance.scan, hit), partition)),
    ...endToEnd.hits
      .filter((hit) => isWholeOrLettered(endToEnd.scan, hit))
      .map((hit) => toReference(hit, { field: 'end_to_end_id' }, partition)),
  ];
  const shapes = letteredShapesOf(
    references.flatMap(({ kind, key, items }) =>
      kind === 'document_number' ? key : items.map((item) => keyOf(partition.documentNumberOf(item))),
    ),
  );
  const isStructuredUnknown = structured.length === 0 && isUnknownKey(keyOf(payment.creditorReference ?? ''), shapes);
  return {
    references: withoutRepeats(references),
    hasUnknownNumber:
      isStructuredUnknown ||
      remittance.hasForeignNumber ||
      findPlainUnknown(remittance.scan, remittance.hits, remittance.isUsed) ||
      [remittance, endToEnd].some(({ scan, isUsed }) => findLetteredUnknown(scan, shapes, isUsed)),
    hasRefundWording: [remittance, endToEnd].some(
      ({ scan, hits }) => speaksOfRefund(scan) || hits.some((hit) => isCreditNoteOfPayer(scan, hit, partition)),
    ),
    stepCount: remittance.stepCount + endToEnd.stepCount,
  };
}

const isUnknownKey = (key: string, shapes: readonly LetteredShape[]): boolean =>
  shapes.some((shape) => hasShape(key, shape));

/** The amount as digits, in units or in minor units: written in a text, it is no document number. */
function isAmount(key: string, { unappliedMinor, currency }: Payment): boolean {
  if (!isDigit(key.charCodeAt(0))) return false;
  if (key === String(unappliedMinor)) return true;
  const [units = '', fraction = ''] = formatDecimal({ minor: unappliedMinor, currency }).split('.');
  return key === units && /^0*$/.test(fraction);
}

/** The same reference quoted twice counts once, where it was first read. */
function withoutRepeats(references: readonly Reference[]): readonly Reference[] {
  const first = new Map<string, Reference>();
  for (const reference of references) {
    const name = `${reference.kind} ${reference.key}`;
    if (!first.has(name)) first.set(name, reference);
  }
  return [...first.values()];
}

const toReference = (
  { kind, key, items, isDoubtful }: DoubtfulHit,
  found: FoundAt,
  partition: Partition,
): Reference => {
  const isDocument = kind === 'document_number';
  return {
    kind,
    key,
    found,
    items,
    rivals: isDocument ? rivalsOf(key, partition) : [],
    isDoubtful: isDoubtful || (isDocument && !partition.numbering.isComplete && !/^[A-Z]/.test(key)),
  };
};

function placeOf({ tokens }: ScannedText, run: TokenRun): FoundAt {
  const first = tokens[run.first];
  const last = tokens[run.end - 1];
  if (first === undefined || last === undefined) throw new RangeError('a hit outside the text');
  return { field: 'remittance', line: first.line, start: first.start, endLine: last.endLine, end: last.end };
}

/** Other systems' ids are full of numbers: there, a bare number is ours only when it is the whole id. */
const isWholeOrLettered = (scan: ScannedText, hit: Hit): boolean =>
  /[A-Z]/.test(hit.key) || (hit.first === 0 && hit.end === scan.tokens.length);

/** The structured field: our own reference; else an RF reference around a document number; else a document number. */
function readStructured(written: string | null, partition: Partition): readonly Reference[] {
  if (written === null) return [];
  const whole = keyOf(written);
  const reference = creditorReferenceKeyOf(written);
  const named = reference === null ? [] : partition.itemsByCreditorReferenceKey(reference);
  const items = named.length === 0 ? itemsByRfBody(whole, partition) : named;
  const found: FoundAt = { field: 'creditor_reference' };
  const hit = { first: 0, end: 0, key: whole, isDoubtful: false };
  if (items.length > 0) return [toReference({ ...hit, kind: 'creditor_reference', items }, found, partition)];
  const documents = documentKeyOf(written) === null ? [] : partition.itemsByDocumentKey(whole);
  return documents.length > 0
    ? [toReference({ ...hit, kind: 'document_number', items: documents }, found, partition)]
    : [];
}

type DoubtfulHit = Hit & Readonly<{ isDoubtful: boolean }>;

type TextReading = Readonly<{
  scan: ScannedText;
  /** Documents named, in the order written. */
  hits: readonly DoubtfulHit[];
  /** A number of ours stands behind the letters of another company. */
  hasForeignNumber: boolean;
  /** True for the tokens that belong to something: set aside, named, or a number with another purpose. */
  isUsed: (at: number) => boolean;
  stepCount: number;
}>;

/** Documents named in a text, and what else its numbers are. */
function findReferences(scan: ScannedText, partition: Partition, payment: Payment): TextReading {
  const references = findRfReferences(scan, partition);
  const documents = findDocuments(scan, partition);
  const owner = new Int32Array(scan.tokens.length);
  const blocked = [...findSetAside(scan), ...references.runs];
  for (const [index, run] of blocked.entries()) owner.fill(index + 1, run.first, run.end);
  const free = documents.hits.filter((hit) => !isInsideOther(hit, owner, blocked));
  const chosen = longestFirst([...references.hits, ...free], scan.tokens.length);
  for (const run of chosen) owner.fill(-1, run.first, run.end);
  const isUsed = (at: number): boolean => owner[at] !== 0;
  const isOurs = (hit: Hit): boolean =>
    hit.kind === 'creditor_reference' || (!isAmount(hit.key, payment) && !hasOtherPurpose(scan, hit));
  const isForeign = (hit: Hit): boolean => hit.kind === 'document_number' && hasForeignPrefix(scan, hit);
  const ours = chosen.filter(isOurs);
  const isDoubtful = (hit: Hit): boolean =>
    hit.kind === 'document_number' &&
    (mayBeCut(scan, hit, partition) ||
      mayGoOnInNextLine(scan, hit, partition, isUsed) ||
      isJoinedBehindDocument(scan, hit, partition));
  return {
    scan,
    hits: ours.filter((hit) => !isForeign(hit)).map((hit) => ({ ...hit, isDoubtful: isDoubtful(hit) })),
    hasForeignNumber: ours.some(isForeign),
    isUsed,
    stepCount: scan.stepCount + references.stepCount + documents.stepCount + scan.tokens.length,
  };
}

/** True when the hit shares a token with a run that it does not contain with something to spare. */
function isInsideOther(hit: TokenRun, owner: Int32Array, runs: readonly TokenRun[]): boolean {
  for (let at = hit.first; at < hit.end; at += 1) {
    const run = runs[(owner[at] ?? 0) - 1];
    if (run === undefined) continue;
    const isContained = hit.first <= run.first && run.end <= hit.end;
    if (!isContained || run.end - run.first === hit.end - hit.first) return true;
  }
  return false;
}

/** No token is used twice: longer keys take theirs first, earlier ones before later ones of the same length. */
function longestFirst(hits: readonly Hit[], tokenCount: number): readonly Hit[] {
  const isUsed = new Uint8Array(tokenCount);
  const byLength = hits.toSorted((a, b) => b.key.length - a.key.length || a.first - b.first);
  const chosen = byLength.filter((hit) => {
    if (isUsed.subarray(hit.first, hit.end).includes(1)) return false;
    isUsed.fill(1, hit.first, hit.end);
    return true;
  });
  return chosen.toSorted((a, b) => a.first - b.first);
}
