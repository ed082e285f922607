/** Builds one statement, from its header (0) to its trailer (9), from records whose order is known to be right. */
import type { Balance, Entry, StatementSummary } from '../../domain/statement.ts';
import { finding, refusal, type IngestFindingCode } from '../findings.ts';
import { zone, zoneDigits, zoneText } from '../fixed-values.ts';
import type { IngestLimits } from '../limits.ts';
import { findingList, summarizeStatement, type StatementEnd } from '../statement-summary.ts';
import { statementTally } from '../statement-tally.ts';
import { readClosing, readOpening, readTotals, type Opening } from './balances.ts';
import { entryRecords, type EntryMovements } from './entry-records.ts';
import { readEntry } from './entry.ts';

export type CodaStatement = Readonly<{
  /** Takes a record behind the header; answers with the entry that it completed, if any. */
  take: (code: string, record: string, line: number) => Entry | null;
  lastEntry: () => Entry | null;
  /** False for a header alone, as banks write for a day without anything. */
  hasBalance: () => boolean;
  /** Movements without new balance behind them: the statement breaks off. */
  lacksClosing: () => boolean;
  note: (code: IngestFindingCode, what: string, line: number, path: string) => void;
  finish: () => StatementSummary;
}>;

/** @param header - the record 0, at `headerLine`. */
export function codaStatement(
  header: string,
  headerLine: number,
  statementIndex: number,
  limits: IngestLimits,
): CodaStatement {
  const tally = statementTally();
  const findings = findingList(limits.findingsPerStatement);
  const records = entryRecords(limits.recordsPerEntry);
  const messages: string[] = [];
  let opening: Opening | null = null;
  let closing: Balance | null = null;
  let totals: StatementEnd['totals'] = null;
  let entryCount = 0;
  let countedRecords = 0;

  const note = (code: IngestFindingCode, what: string, line: number, path: string): void =>
    findings.add(finding(code, what, { line, path }));
  if (isDuplicate(header)) note('ingest.duplicate_announced', 'The header has the code D', headerLine, '0[17-17]');
  if (isExtract(header)) {
    note('ingest.separate_application', `The application is ${applicationOf(header)}`, headerLine, '0[84-88]');
  }
  const entryOf = (movements: EntryMovements | null): Entry | null => {
    if (movements === null) return null;
    const read = readEntry(movements.main, movements.details, entryCount++);
    findings.add(...read.findings);
    tally.add(read.entry);
    return read.entry;
  };
  const addMessage = (record: string, line: number): void => {
    if (messages.length >= limits.recordsPerEntry) {
      throw refusal('ingest.entry_too_large', 'The statement has too many messages', { line, path: '4' });
    }
    messages.push(zone(record, 33, 112).trim());
  };
  const takeClosing = (record: string, line: number, before: Opening): void => {
    const read = readClosing(record, line, before);
    closing = read.balance;
    const { account, currency } = before;
    if (read.isOtherAccount) {
      note('ingest.account_differs', `The new balance is not of ${account.asWritten}`, line, '8[5-41]');
    }
    if (read.isCurrencyInherited) {
      note('ingest.currency_inherited', `The currency was taken as ${currency}`, line, '8[5-41]');
    }
  };
  const takeTrailer = (record: string, line: number): void => {
    if (opening !== null) totals = readTotals(record, opening.currency);
    const stated = zoneDigits(record, 17, 22);
    // Free messages do not count, yet some banks count them.
    if (opening === null || stated === countedRecords || stated === countedRecords + messages.length) return;
    const what = `The trailer counts ${zone(record, 17, 22)} records, there are ${String(countedRecords)}`;
    note('ingest.totals_mismatch', what, line, '9[17-22]');
  };

  return {
    take(code, record, line) {
      if (code === '4') {
        addMessage(record, line);
        return null;
      }
      if (code !== '9') countedRecords++;
      if (code === '1') opening = readOpening(record, line);
      else if (opening !== null && code !== '8' && code !== '9') {
        return entryOf(records.take(code, record, line, opening.currency));
      }
      const completed = entryOf(records.close());
      if (code === '8' && opening !== null) takeClosing(record, line, opening);
      if (code === '9') takeTrailer(record, line);
      return completed;
    },
    lastEntry: () => entryOf(records.close()),
    hasBalance: () => opening !== null,
    lacksClosing: () => closing === null && entryCount > 0,
    note,
    finish: () => {
      const end = { ...endOf(header, opening, closing, messages), totals, findings: findings.all() };
      return summarizeStatement('coda', { statementIndex, ...end, at: { line: headerLine, path: '0' } }, tally);
    },
  };
}

const isDuplicate = (header: string): boolean => zone(header, 17, 17) === 'D';
const applicationOf = (header: string): string => zone(header, 84, 88);
const isExtract = (header: string): boolean => /[1-9]/.test(applicationOf(header));

/** An extract has the file reference of the full statement of its day: its application keeps the two apart. */
function bankStatementId(header: string): string | null {
  const reference = zoneText(header, 25, 34);
  return isExtract(header) ? `${reference ?? ''}/${applicationOf(header)}` : reference;
}

const endOf = (
  header: string,
  opening: Opening | null,
  closing: Balance | null,
  messages: readonly string[],
): Omit<StatementEnd, 'statementIndex' | 'totals' | 'findings' | 'at'> => ({
  bankStatementId: bankStatementId(header),
  sequence: opening?.sequence ?? null,
  accountAsWritten: opening?.account.asWritten || null,
  accountIban: opening?.account.iban ?? null,
  currency: opening?.currency ?? null,
  fromDate: opening?.balance.date ?? null,
  toDate: closing?.date ?? null,
  openingBalance: opening?.balance ?? null,
  closingBalance: closing,
  additionalInformation: messages.filter((text) => text !== '').join('\n') || null,
});
