/**
 * Lines to documents. A debit is an invoice, a credit is a credit note, unless its entry touches the bank: money that
 * came in is no document. Lines of one customer with one number and side are one document, as where it is paid in parts.
 */
import { formatDecimal, money } from '../../domain/money.ts';
import type { OpenItemKind, OpenItemRecord, RowProblem } from '../../domain/open-item.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { dueOf } from '../open-items/open-item-row.ts';
import type { TargetLedger } from '../open-items/row-form.ts';
import { rowProblem, type RowProblemCode } from '../open-items/problems.ts';
import { bookCurrency, type FecLine } from './fec-line.ts';
import type { LineLeft } from './letterings.ts';
import { vatOfTax } from './vat-of-tax.ts';

/** What is asked of a line that it does not say itself. */
export type LineFacts = Readonly<{
  /** Its entry has a line on a bank or cash account. */
  isCash(line: FecLine): boolean;
  isGlobalOpening(line: FecLine): boolean;
  /** Another line of its document could not be read. */
  isIncomplete(line: FecLine): boolean;
}>;

/** The ledger that a file is for, and the day on which the file was written, when that is known. */
export type FecTarget = TargetLedger & Readonly<{ asOf: LocalDate | null }>;

export type FecDocument = Readonly<{ line: number; record: OpenItemRecord }>;

const kindOf = ({ own }: FecLine): OpenItemKind => (own.minor > 0n ? 'invoice' : 'credit_note');

/**
 * The documents in the order of their first line, those that are settled with a residual of 0; a problem for each of
 * those of which something is left that can't be taken.
 */
export function documentsOf(
  lefts: readonly LineLeft[],
  facts: LineFacts,
  target: FecTarget,
): readonly Result<FecDocument, RowProblem>[] {
  const documents = new Map<string, LineLeft[]>();
  const results: Result<FecDocument, RowProblem>[] = [];
  for (const left of lefts) {
    const { line } = left;
    const refusal = refusalOf(left, facts);
    if (refusal !== null) {
      if (left.leftMinor === null) results.push(err(unknownRest(line, left.why)));
      else if (left.leftMinor !== 0n) results.push(err(refusal));
      continue;
    }
    const key = [line.customerCode, kindOf(line), line.pieceRef, line.own.currency].join('\t');
    const same = documents.get(key);
    if (same === undefined) documents.set(key, [left]);
    else same.push(left);
  }
  for (const same of documents.values()) results.push(documentOf(same, facts, target));
  return results;
}

/** Why a line is part of no document; null when it is. Only what is left of it is worth telling. */
function refusalOf({ line, leftMinor }: LineLeft, facts: LineFacts): RowProblem | null {
  const refuse = (code: RowProblemCode, where: string | null): RowProblem => {
    const amount = formatDecimal(money(leftMinor ?? 0n, line.own.currency));
    return rowProblem(code, line.line, where, `${line.account} ${line.customerCode} ${line.pieceRef} ${amount}`);
  };
  if (facts.isGlobalOpening(line)) return refuse('import.fec_opening_global', null);
  if (line.own.minor < 0n && facts.isCash(line)) return refuse('import.fec_cash_unapplied', null);
  if (line.customerCode === '') return refuse('import.value_missing', 'CompAuxNum');
  if (line.pieceRef === '') return refuse('import.value_missing', 'PieceRef');
  return line.pieceDate === null ? refuse('import.value_missing', 'PieceDate') : null;
}

const unknownRest = ({ line, customerCode, pieceRef }: FecLine, why: 'rest_unknown' | 'currencies_mixed'): RowProblem =>
  rowProblem(`import.fec_${why}`, line, null, `${customerCode} ${pieceRef}`);

/** One document from all of its lines. */
function documentOf(same: readonly LineLeft[], facts: LineFacts, target: FecTarget): Result<FecDocument, RowProblem> {
  const lines = same.map(({ line }) => line);
  const [first] = lines;
  if (first === undefined || first.pieceDate === null) throw new Error('a document without a line, or without a day');
  for (const left of same) {
    if (left.leftMinor === null) return err(unknownRest(first, left.why));
  }
  if (lines.some((line) => facts.isIncomplete(line))) return err(unknownRest(first, 'rest_unknown'));
  const residualMinor = magnitude(same, ({ leftMinor }) => leftMinor ?? 0n);
  // A collection that the bank took back debits the customer again: the document is owed again, and not twice as large.
  const ownLines = lines.filter((line) => !facts.isCash(line));
  const counted = ownLines.length === 0 ? lines : ownLines;
  const writtenMinor = magnitude(counted, ({ own }) => own.minor);
  const amountMinor = writtenMinor < residualMinor ? residualMinor : writtenMinor;
  const bookMinor = magnitude(counted, (line) => line.bookMinor);
  const dueDates = lines.flatMap(({ dueDate }) => dueDate ?? []).toSorted();
  const ownTerms = lines.find((line) => line.terms !== null)?.terms ?? target.termsOf(first.customerCode);
  return ok({
    line: first.line,
    record: {
      customerCode: first.customerCode,
      documentNumber: first.pieceRef,
      kind: kindOf(first),
      currency: first.own.currency,
      amountMinor,
      residualMinor,
      issueDate: first.pieceDate,
      ...dueOf(dueDates[0] ?? null, first.pieceDate, ownTerms),
      creditorReference: lines.find((line) => line.creditorReference !== null)?.creditorReference ?? null,
      purchaseOrder: null,
      discount: null,
      vat: counted.some(({ vatMinor }) => vatMinor === null)
        ? null
        : vatOfTax(
            bookMinor,
            magnitude(counted, ({ vatMinor }) => vatMinor ?? 0n),
            amountMinor,
          ),
      baseAmountMinor: target.baseCurrency === bookCurrency && first.own.currency !== bookCurrency ? bookMinor : null,
      asOf: target.asOf,
    },
  });
}

function magnitude<T>(parts: readonly T[], read: (part: T) => bigint): bigint {
  const sum = parts.reduce((total, part) => total + read(part), 0n);
  return sum < 0n ? -sum : sum;
}
