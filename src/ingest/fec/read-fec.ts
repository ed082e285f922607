/**
 * A FEC (fichier des écritures comptables) as an import of open items: the lines of the receivable accounts, what their
 * lettering leaves of them, and the customers they name.
 *
 * A push machine over bytes. What a letter leaves is known at the end of the file, so the lines of receivable accounts
 * stay in memory until then, and no others (docs/formats/fec.md has the figure).
 *
 * @see Livre des procédures fiscales, A47 A-1, VII: the columns; XII: encodings, separators, signs
 */
import { Buffer } from 'node:buffer';
import type { CustomerRecord, RowProblem } from '../../domain/open-item.ts';
import { IngestRefusal } from '../findings.ts';
import { ingestLimits } from '../limits.ts';
import { lineReader } from '../lines.ts';
import { rowProblem } from '../open-items/problems.ts';
import { documentsOf, type FecDocument, type FecTarget, type LineFacts } from './documents.ts';
import { entryKey, readFecLine, type FecLine, type FecRow } from './fec-line.ts';
import { readFecHeading, type FecColumn, type FecHeading } from './heading.ts';
import { fromLatin9 } from './latin-9.ts';
import { leftOfLines, letteringKey } from './letterings.ts';
import { globalOpenings, withoutRepeated } from './opening-lines.ts';

export type FecOptions = FecTarget &
  Readonly<{
    /** Beginnings of the accounts that customers owe on, such as `411`. */
    receivableAccounts: readonly string[];
  }>;

/** What a FEC says of customers, when it has ended. */
export type FecRead = Readonly<{
  /** Those of whom something is open, by code; `paymentTerms` are never said. */
  customers: readonly CustomerRecord[];
  /** By line. A document that is settled has a residual of 0. */
  documents: readonly FecDocument[];
  problems: readonly RowProblem[];
}>;

export type FecReader = Readonly<{ push(bytes: Uint8Array): void; end(): FecRead }>;

/** Banks and the like, and cash in hand: an entry that has a line there moves money. */
const isCashAccount = (account: string): boolean => account.startsWith('51') || account.startsWith('53');

/** Reads one FEC. The same bytes give the same answer wherever they are cut. */
export function fecReader(options: FecOptions): FecReader {
  const book = openBook(options);
  const lines = lineReader(new Uint8Array(0), ingestLimits, book.take, fromLatin9);
  let stopped: RowProblem | null = null;

  // A line that does not end is the one thing behind which nothing can be followed: the file says nothing then.
  const guarded = (work: () => void): void => {
    if (stopped !== null) return;
    try {
      work();
    } catch (error) {
      if (!(error instanceof IngestRefusal)) throw error;
      stopped = rowProblem('import.row_too_long', error.finding.at?.line ?? 1, null, null);
    }
  };
  return {
    push: (bytes) => guarded(() => lines.push(bytes)),
    end() {
      guarded(() => {
        const last = lines.end();
        if (last !== null) book.take(last.text, last.number);
      });
      return stopped === null ? book.close() : { customers: [], documents: [], problems: [stopped] };
    },
  };
}

type Book = Readonly<{ take(text: string, line: number): void; close(): FecRead }>;

/** What the lines have said, and what could not be read of them. */
type Told = Readonly<{
  lines: FecLine[];
  problems: RowProblem[];
  cashEntries: Set<string>;
  brokenLetterings: Set<string>;
  brokenDocuments: Set<string>;
}>;

function openBook(options: FecOptions): Book {
  const told: Told = {
    lines: [],
    problems: [],
    cashEntries: new Set(),
    brokenLetterings: new Set(),
    brokenDocuments: new Set(),
  };
  const keep = textKeeper();
  let heading: FecHeading | 'refused' | null = null;
  let hasLostLines = false; // A line whose values can't be told apart may be of any account and letter.

  const takeHeading = (text: string, line: number): void => {
    const read = readFecHeading(text, line);
    heading = read.ok ? read.value : 'refused';
    if (!read.ok) told.problems.push(...read.error);
  };
  const takeLine = (
    { separator, columnCount, indexByColumn, hasSides }: FecHeading,
    text: string,
    line: number,
  ): void => {
    const values = text.split(separator);
    // A separator at the end of each line is one value more, and empty.
    if (values.length < columnCount || values.slice(columnCount).some((value) => value.trim() !== '')) {
      hasLostLines = true;
      told.problems.push(rowProblem('import.fec_line_count', line, null, text));
      return;
    }
    const valueOf = (column: FecColumn): string => values[indexByColumn.get(column) ?? -1] ?? '';
    const account = valueOf('CompteNum').trim();
    if (isCashAccount(account)) told.cashEntries.add(keep(entryKey(valueOf('JournalCode'), valueOf('EcritureNum'))));
    if (!options.receivableAccounts.some((beginning) => account.startsWith(beginning))) return;
    const row = Object.fromEntries([...indexByColumn].map(([column, index]) => [column, values[index] ?? '']));
    takeReceivable(told, readFecLine(row, line, hasSides), row, keep);
  };

  return {
    take(text, line) {
      if (heading === 'refused' || text.trim() === '') return;
      if (heading === null) takeHeading(text, line);
      else takeLine(heading, text, line);
    },
    close() {
      if (heading === null) told.problems.push(rowProblem('import.heading_missing', 1, null, null));
      return whatIsTold(told, hasLostLines, options);
    },
  };
}

/** A line that can't be read leaves its letter and its document in doubt. */
function takeReceivable(told: Told, read: ReturnType<typeof readFecLine>, row: FecRow, keep: KeepText): void {
  if (read.ok) {
    if (read.value !== null) told.lines.push(kept(read.value, keep));
    return;
  }
  told.problems.push(read.error);
  const customerCode = oneLine(row.CompAuxNum);
  const letter = oneLine(row.EcritureLet);
  if (letter !== '') told.brokenLetterings.add(letteringKey(oneLine(row.CompteNum), customerCode, letter));
  told.brokenDocuments.add(documentKey(customerCode, oneLine(row.PieceRef)));
}

/** The end of the file: what all of its lines come to. */
function whatIsTold(told: Told, hasLostLines: boolean, options: FecOptions): FecRead {
  const lines = withoutRepeated(told.lines);
  const lefts = leftOfLines(lines, (lettering) => hasLostLines || told.brokenLetterings.has(lettering));
  const facts: LineFacts = {
    isCash: ({ entry, isOpening }) => !isOpening && told.cashEntries.has(entry),
    isGlobalOpening: globalOpenings(lines),
    isIncomplete: ({ customerCode, pieceRef }) => told.brokenDocuments.has(documentKey(customerCode, pieceRef)),
  };
  const results = documentsOf(lefts, facts, options);
  const documents = results.flatMap((result) => (result.ok ? result.value : []));
  const refused = results.flatMap((result) => (result.ok ? [] : result.error));
  return {
    customers: customersOf(lines, documents),
    documents: documents.toSorted((a, b) => a.line - b.line),
    problems: [...told.problems, ...refused].toSorted((a, b) => a.line - b.line),
  };
}

const oneLine = (text = ''): string => text.replace(/\s+/g, ' ').trim();
const documentKey = (customerCode: string, pieceRef: string): string => `${customerCode}\t${pieceRef}`;

/** A text cut out of a longer one keeps all of that one in memory: a copy lets the file be forgotten. */
const copyOf = (text: string): string => Buffer.from(text).toString();

type KeepText = (text: string) => string;

/** Codes and names come again and again: each is copied once. */
function textKeeper(): KeepText {
  const known = new Map<string, string>();
  return (text) => {
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    const copy = copyOf(text);
    known.set(copy, copy);
    return copy;
  };
}

const kept = (line: FecLine, keep: KeepText): FecLine => ({
  ...line,
  account: keep(line.account),
  customerCode: keep(line.customerCode),
  customerName: keep(line.customerName),
  entry: keep(line.entry),
  letter: keep(line.letter),
  pieceRef: copyOf(line.pieceRef), // Hardly ever the same twice.
});

/** Those of whom something is open, with the last name and every IBAN that the file gives them, by code. */
function customersOf(lines: readonly FecLine[], documents: readonly FecDocument[]): readonly CustomerRecord[] {
  const owing = new Set(
    documents.filter(({ record }) => record.residualMinor > 0n).map(({ record }) => record.customerCode),
  );
  const found = new Map<string, { name: string; ibans: Set<string> }>();
  for (const { customerCode, customerName, iban } of lines) {
    if (!owing.has(customerCode)) continue;
    const customer = found.get(customerCode) ?? { name: customerName, ibans: new Set() };
    customer.name = customerName;
    if (iban !== null) customer.ibans.add(iban);
    found.set(customerCode, customer);
  }
  return [...found]
    .map(([code, { name, ibans }]) => ({ code, name, ibans: [...ibans], paymentTerms: null }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
