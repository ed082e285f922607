/** One entry: the `:61:` line, what stands under it, and the `:86:` that belong to it. */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { Entry, EntryDetail, Finding, SourcePosition } from '../../domain/statement.ts';
import { isIban } from '../../domain/check-digits.ts';
import { finding } from '../findings.ts';
import { normalizeAccount, realReference } from '../written-values.ts';
import { readInformation } from './information.ts';
import type { Field } from './message.ts';
import { readStatementLine, type StatementLine } from './statement-line.ts';

/** The fields of an entry, gathered until the next one begins. */
export type EntryFields = Readonly<{ statementLine: Field; information: string[] }>;

export function readEntry(
  { statementLine, information }: EntryFields,
  entryIndex: number,
  currency: CurrencyCode,
  isInterim: boolean,
): Readonly<{ entry: Entry; findings: readonly Finding[]; isAmountRegular: boolean }> {
  const at: SourcePosition = { line: statementLine.line, path: ':61:' };
  const [first = '', ...supplementary] = statementLine.lines;
  const line = readStatementLine(first, currency, at);
  const findings: Finding[] = [];
  if (line.isValueDateClamped) {
    findings.push(
      finding('ingest.value_date_clamped', `The value date became ${line.valueDate}`, at, first.slice(0, 6)),
    );
  }
  const detail = readEntryDetail(line, information);
  const entry: Entry = {
    entryIndex,
    amount: line.amount,
    side: line.side,
    isReversal: line.isReversal,
    // What MT942 reports is provisional until an MT940 has it; expected marks are not booked anywhere.
    status: isInterim || line.isExpected ? 'pending' : 'booked',
    bookingDate: line.bookingDate,
    valueDate: line.valueDate,
    bankTransactionCode: line.transactionType,
    accountServicerReference: realReference(line.bankReference),
    additionalInformation: joinedOrNull(supplementary),
    batchCount: null,
    batchReference: null,
    charges: null,
    details: detail === null ? [] : [detail],
    at,
  };
  return { entry, findings, isAmountRegular: line.isAmountRegular };
}

const joinedOrNull = (lines: readonly string[]): string | null =>
  lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n') || null;

/** Words in the place of the owner's reference that only say where the reference is. */
const pointers: ReadonlySet<string> = new Set(['EREF', 'KREF', 'PREF', 'MARF', 'RREF', 'CREF']);

/** All `:86:` of an entry are one text. Null when neither they nor the reference say anything. */
function readEntryDetail(line: StatementLine, lines: readonly string[]): EntryDetail | null {
  const information = readInformation(lines);
  const reference = realReference(line.customerReference);
  const isPointer = reference !== null && pointers.has(reference.toUpperCase());
  // Dutch banks put the other party's account in the place of the reference.
  const account = normalizeAccount(reference ?? '');
  const isAccount = isIban(account);
  const ownReference = isPointer || isAccount ? null : reference;
  const detail: EntryDetail = {
    amount: line.amount,
    side: line.side,
    ultimateCounterpartyName: null,
    instructedAmount: null,
    exchangeRate: null,
    charges: null,
    ...information,
    endToEndId: information.endToEndId ?? ownReference,
    counterpartyName: information.counterpartyName ?? line.trailingText,
    counterpartyIban: information.counterpartyIban ?? (isAccount ? account : null),
  };
  const saysSomething = [detail.endToEndId, detail.counterpartyName, detail.counterpartyIban].some(
    (text) => text !== null,
  );
  return saysSomething || lines.some((text) => text.trim() !== '') ? detail : null;
}
