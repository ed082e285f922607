/** Builds one statement of `STMTRS`, `CCSTMTRS` or `INVSTMTRS`, transaction by transaction. */
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Balance, Entry, SourcePosition, StatementSummary } from '../../domain/statement.ts';
import { finding, refusal } from '../findings.ts';
import type { IngestLimits } from '../limits.ts';
import { findingList, summarizeStatement } from '../statement-summary.ts';
import { statementTally } from '../statement-tally.ts';
import { ibanOfAccount } from './account.ts';
import { fields, type Fields } from './fields.ts';
import { readTransaction } from './transaction.ts';
import { readAmount, readDate } from './values.ts';

export type OfxStatement = Readonly<{
  /** Takes a value of the statement itself; `path` begins below `STMTRS`. */
  value: (path: string, value: string, line: number) => void;
  /** Takes a whole transaction. */
  transaction: (of: Fields, isPending: boolean, at: SourcePosition) => Entry;
  finish: () => StatementSummary;
}>;

/** The account has one of three names; only one of them stands in a statement. */
const accountNames = ['BANKACCTFROM', 'CCACCTFROM', 'INVACCTFROM'];

const statementPaths: ReadonlySet<string> = new Set([
  'CURDEF',
  'LEDGERBAL/BALAMT',
  'LEDGERBAL/DTASOF',
  'MKTGINFO',
  ...accountNames.flatMap((name) => ['BANKID', 'BRANCHID', 'ACCTID', 'ACCTKEY'].map((part) => `${name}/${part}`)),
]);

/** A statement may have several lists of transactions: its period is from the first day to the last. */
const listDates = /^(?:BANKTRANLIST|INVTRANLIST)\/(DTSTART|DTEND)$/;

export function ofxStatement(
  statementIndex: number,
  kind: string,
  at: SourcePosition,
  limits: IngestLimits,
): OfxStatement {
  const own = fields(statementPaths, { ...limits, xmlElementsPerEntry: limits.xmlElements });
  const tally = statementTally();
  const findings = findingList(limits.findingsPerStatement);
  let fromDate: LocalDate | null = null;
  let toDate: LocalDate | null = null;
  if (kind === 'INVSTMTRS') findings.add(finding('ingest.securities_statement', 'The statement is an INVSTMTRS', at));

  const currency = (): CurrencyCode | null => {
    const code = own.get('CURDEF');
    if (code === null) return null;
    const parsed = parseCurrency(code);
    if (parsed.ok) return parsed.value;
    throw refusal('ingest.currency_unknown', `CURDEF "${code}" is not in ISO 4217`, at, code);
  };
  const closingBalance = (known: CurrencyCode | null): Balance | null => {
    const written = own.get('LEDGERBAL/BALAMT');
    if (written === null) return null;
    const place = { line: at.line, path: `${kind}/LEDGERBAL` };
    if (known === null) throw refusal('ingest.currency_unknown', 'CURDEF is missing', place);
    return { amount: readAmount(written, known, place), date: readDate(own.get('LEDGERBAL/DTASOF') ?? '') };
  };
  const part = (name: string): string | null =>
    accountNames.map((account) => own.get(`${account}/${name}`)).find((value) => value !== null) ?? null;

  return {
    value(path, value, line) {
      own.add(path, value, line);
      const [, which] = listDates.exec(path) ?? [];
      const date = which === undefined ? null : readDate(value);
      if (date === null) return;
      if (which === 'DTSTART') fromDate = fromDate === null || date < fromDate ? date : fromDate;
      else toDate = toDate === null || date > toDate ? date : toDate;
    },
    transaction(of, isPending, place) {
      const entry = readTransaction(of, tally.counts().all, currency(), isPending, place);
      const corrected = of.get('CORRECTFITID');
      if (corrected !== null) {
        const what = `The transaction replaces or deletes the earlier one "${corrected}"`;
        findings.add(finding('ingest.entry_corrects_another', what, place, corrected));
      }
      tally.add(entry);
      return entry;
    },
    finish() {
      const currencies = tally.currencies();
      // Without CURDEF the one currency of all entries is the statement's.
      const known = currency() ?? (currencies.length === 1 ? (currencies[0] ?? null) : null);
      const end = {
        statementIndex,
        bankStatementId: null,
        sequence: null,
        accountAsWritten: part('ACCTID'),
        accountIban: ibanOfAccount(part),
        currency: known,
        fromDate,
        toDate,
        openingBalance: null,
        closingBalance: closingBalance(known),
        additionalInformation: own.get('MKTGINFO'),
        totals: null,
        findings: findings.all(),
        at,
      };
      return summarizeStatement('ofx', end, tally);
    },
  };
}
