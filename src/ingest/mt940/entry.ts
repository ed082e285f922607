/** One entry: the `:61:` line, what stands under it, and the `:86:` that belong to it. */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { Entry, EntryDetail, Finding, SourcePosition } from '../../domain/statement.ts';
import { finding } from '../findings.ts';
import { ibanOrNull } from './account.ts';
import { readExchangeOfLines } from './exchange.ts';
import { readInformation } from './information.ts';
import type { Information } from './information-values.ts';
import type { Field } from './message.ts';
import { readStatementLine, type StatementLine } from './statement-line.ts';
import { referenceOrNull } from './text.ts';

/** The fields of an entry, gathered until the next one begins. */
type EntryFields = Readonly<{ statementLine: Field; information: readonly string[] }>;

/** What there is to say about an entry: rarely anything, so nothing is made for it before. */
export type EntryNotes = Readonly<{ add: (finding: Finding) => void; irregularAmount: (at: SourcePosition) => void }>;

export function readEntry(
  { statementLine, information }: EntryFields,
  entryIndex: number,
  currency: CurrencyCode,
  isInterim: boolean,
  notes: EntryNotes,
): Entry {
  const at: SourcePosition = { line: statementLine.line, path: ':61:' };
  const written = statementLine.lines[0] ?? '';
  const line = readStatementLine(written, currency, at);
  if (!line.isAmountRegular) notes.irregularAmount(at);
  if (line.isValueDateClamped) {
    const what = `The value date became ${line.valueDate}`;
    notes.add(finding('ingest.value_date_clamped', what, at, written.slice(0, 6)));
  }
  const told = readInformation(information);
  const supplement = supplementOf(statementLine);
  if (supplement !== null) readExchangeOfLines(told, supplement);
  const detail = readDetail(line, told, information);
  return {
    entryIndex,
    amount: line.amount,
    side: line.side,
    isReversal: line.isReversal,
    // What MT942 reports is provisional until an MT940 has it; expected marks are not booked anywhere.
    status: isInterim || line.isExpected ? 'pending' : 'booked',
    bookingDate: line.bookingDate,
    valueDate: line.valueDate,
    bankTransactionCode: line.transactionType,
    accountServicerReference: line.bankReference === null ? null : referenceOrNull(line.bankReference),
    additionalInformation:
      supplement === null || told.notes === null ? (supplement ?? told.notes) : `${supplement}\n${told.notes}`,
    batchCount: null,
    batchReference: null,
    charges: null,
    details: detail === null ? [] : [detail],
    at,
  };
}

/** The lines under `:61:`. */
function supplementOf({ lines }: Field): string | null {
  if (lines.length < 2) return null;
  const texts = lines.slice(1).map((line) => line.trim());
  return texts.filter((line) => line !== '').join('\n') || null;
}

/** Words in the place of the owner's reference that only say where the reference is. */
const pointers: ReadonlySet<string> = new Set(['EREF', 'KREF', 'PREF', 'MARF', 'RREF', 'CREF']);
const pointerChars = 4;

const isPointer = (reference: string): boolean =>
  reference.length === pointerChars && pointers.has(reference.toUpperCase());

/** All `:86:` of an entry are one text. Null when neither they nor the reference say anything. */
function readDetail(line: StatementLine, told: Information, lines: readonly string[]): EntryDetail | null {
  const reference = line.customerReference === null ? null : referenceOrNull(line.customerReference);
  // Dutch banks put the other party's account in the place of the reference.
  const account = reference === null ? null : ibanOrNull(reference);
  const ownReference = reference === null || account !== null || isPointer(reference) ? null : reference;
  const endToEndId = told.endToEndId ?? ownReference;
  const counterpartyName = told.counterpartyName ?? line.trailingText;
  const counterpartyIban = told.counterpartyIban ?? account;
  const saysSomething = endToEndId !== null || counterpartyName !== null || counterpartyIban !== null;
  if (!saysSomething && lines.every((text) => text.trim() === '')) return null;
  // Money in: the other side is the debtor's. A name of our own side is no party of ours to keep, but words.
  const isCredit = line.side === 'credit';
  const theirs = isCredit ? told.ultimateDebtor : told.ultimateCreditor;
  const ours = isCredit ? told.ultimateCreditor : told.ultimateDebtor;
  return {
    amount: line.amount,
    side: line.side,
    endToEndId,
    counterpartyName,
    counterpartyIban,
    ultimateCounterpartyName: theirs,
    instructedAmount: told.instructedAmount,
    exchangeRate: told.exchangeRate,
    charges: told.charges,
    remittance: ours === null ? told.remittance : [...told.remittance, ours],
    creditorReference: told.creditorReference,
    mandateId: told.mandateId,
    returnReason: told.returnReason,
  };
}
