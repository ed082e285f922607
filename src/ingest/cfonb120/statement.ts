/** Builds one statement, from its opening balance (01) to its closing balance (07). */
import { signed } from '../../domain/money.ts';
import type { Balance, Entry, StatementSummary } from '../../domain/statement.ts';
import { finding, refusal, type IngestFindingCode } from '../findings.ts';
import { zone, zonePosition } from '../fixed-values.ts';
import type { IngestLimits } from '../limits.ts';
import { frenchIban } from '../national-iban.ts';
import { findingList, summarizeStatement } from '../statement-summary.ts';
import { statementTally } from '../statement-tally.ts';
import { readAmountZone, readUnit, type Unit } from './amount.ts';
import { readComplement } from './complements.ts';
import { readDate, readEntry, type EntryRecords } from './entry.ts';

export type CfonbStatement = Readonly<{
  /** Takes a record 04, 05 or 07; answers with the entry that it completed, if any. */
  take: (record: string, line: number) => Entry | null;
  /** Where the file, or the statement, breaks off: the entry that was still open. */
  lastEntry: () => Entry | null;
  hasClosing: () => boolean;
  finish: () => StatementSummary;
}>;

/** @param opening - the record 01, at `line`. */
export function cfonbStatement(
  opening: string,
  line: number,
  statementIndex: number,
  limits: IngestLimits,
): CfonbStatement {
  const at = { line, path: '01' };
  const unit = readUnit(opening, line, null);
  const openingBalance = readBalance(opening, line, unit);
  const bank = zone(opening, 3, 7);
  const branch = zone(opening, 12, 16);
  const account = zone(opening, 22, 32);
  const tally = statementTally();
  const findings = findingList(limits.findingsPerStatement);
  const saidOnce = new Set<IngestFindingCode>();
  let closingBalance: Balance | null = null;
  let open: EntryRecords | null = null;
  let entryCount = 0;

  const noteOnce = (
    code: IngestFindingCode,
    what: string,
    record: string,
    place: number,
    first: number,
    last: number,
  ) => {
    if (saidOnce.has(code)) return;
    saidOnce.add(code);
    findings.add(finding(code, what, zonePosition(place, zone(record, 1, 2), first, last), zone(record, first, last)));
  };
  /** Every record names the account again. */
  const checkAccount = (record: string, place: number): void => {
    if (!record.startsWith(account, 21)) {
      noteOnce('ingest.account_differs', `The account is not ${account}`, record, place, 22, 32);
    } else if (!record.startsWith(bank, 2) || !record.startsWith(branch, 11)) {
      const what = `Bank and branch are not ${bank} ${branch}, the account is the same`;
      noteOnce('ingest.bank_code_differs', what, record, place, 3, 16);
    }
  };
  const closeEntry = (): Entry | null => {
    if (open === null) return null;
    const read = readEntry(open, entryCount++);
    open = null;
    findings.add(...read.findings);
    tally.add(read.entry);
    return read.entry;
  };
  const unitOf = (record: string, place: number): Unit => {
    if (zone(record, 17, 19) === '   ') {
      noteOnce('ingest.currency_inherited', `The currency was taken as ${unit.currency}`, record, place, 17, 19);
    }
    return readUnit(record, place, unit);
  };
  const addComplement = (record: string, place: number): void => {
    if (open === null) {
      const what = 'A complement 05 stands before any entry 04';
      noteOnce('ingest.record_out_of_place', what, record, place, 1, 2);
      return;
    }
    if (open.complements.length >= limits.recordsPerEntry) {
      throw refusal('ingest.entry_too_large', 'An entry has too many records 05', { line: place, path: '05' });
    }
    open.complements.push(readComplement(record));
  };

  return {
    take(record, place) {
      checkAccount(record, place);
      const code = record.charAt(1);
      if (code === '5') {
        addComplement(record, place);
        return null;
      }
      const completed = closeEntry();
      if (code === '4') open = { record, line: place, unit: unitOf(record, place), complements: [] };
      else closingBalance = readBalance(record, place, unitOf(record, place));
      return completed;
    },
    lastEntry: closeEntry,
    hasClosing: () => closingBalance !== null,
    finish: () => {
      const end = {
        statementIndex,
        bankStatementId: null,
        sequence: null,
        accountAsWritten: account,
        accountIban: frenchIban(bank, branch, account),
        currency: unit.currency,
        fromDate: openingBalance.date,
        toDate: closingBalance?.date ?? null,
        openingBalance,
        closingBalance,
        additionalInformation: null,
        totals: null,
        findings: findings.all(),
        at,
      };
      return summarizeStatement('cfonb120', end, tally);
    },
  };
}

function readBalance(record: string, line: number, unit: Unit): Balance {
  const { amount, side } = readAmountZone(record, line, unit);
  return { amount: signed(amount, side), date: readDate(record, line, 35) };
}
