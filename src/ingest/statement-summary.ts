/** Closes a statement: what its head and foot said, what was counted, and whether it adds up. */
import type { CurrencyCode } from '../domain/currency.ts';
import { roleOfFormat, type Finding, type StatementFormat, type StatementSummary } from '../domain/statement.ts';
import {
  checkBalance,
  checkCurrencies,
  checkTotals,
  type BalanceProof,
  type ControlTotals,
} from './check-statement.ts';
import { finding } from './findings.ts';
import type { StatementTally } from './statement-tally.ts';
import { normalizeAccount } from './written-values.ts';

type Counted = 'account' | 'entryCount' | 'bookedCount' | 'bookedCreditsMinor' | 'bookedDebitsMinor' | 'proves';

/** What a parser knows at the end of a statement. `currency` is the one of the account. */
export type StatementEnd = Omit<StatementSummary, Counted> & Readonly<{ totals: ControlTotals | null }>;

export function summarizeStatement(
  format: StatementFormat,
  { totals, ...end }: StatementEnd,
  tally: StatementTally,
): StatementSummary {
  const { currency } = end;
  const sums = tally.sumsOf(currency);
  const counts = tally.counts();
  const foreign = checkCurrencies(currency, tally.currencies(), end.at);
  const proof = foreign.length > 0 && isMeantToProve(format) ? unprovable : proofFor(format, end, currency, tally);
  const totalsFindings = totals === null ? [] : checkTotals(totals, counts, sums, end.at);
  return {
    ...end,
    account: end.accountAsWritten === null ? null : normalizeAccount(end.accountAsWritten),
    entryCount: counts.all,
    bookedCount: counts.booked,
    bookedCreditsMinor: sums.bookedCreditsMinor,
    bookedDebitsMinor: sums.bookedDebitsMinor,
    proves: proof.proves,
    findings: [...foreign, ...proof.findings, ...totalsFindings, ...end.findings],
  };
}

const unprovable: BalanceProof = { proves: false, findings: [] };
const nothingToProve: BalanceProof = { proves: null, findings: [] };

const isMeantToProve = (format: StatementFormat): boolean => roleOfFormat[format] === 'booked';

/** Reports and notifications prove nothing; a camt.052 does when the bank put both booked balances into it. */
function proofFor(
  format: StatementFormat,
  { openingBalance, closingBalance, at }: Pick<StatementEnd, 'openingBalance' | 'closingBalance' | 'at'>,
  currency: CurrencyCode | null,
  tally: StatementTally,
): BalanceProof {
  const isProvable =
    isMeantToProve(format) || (format === 'camt.052' && openingBalance !== null && closingBalance !== null);
  return isProvable
    ? checkBalance(openingBalance, closingBalance, currency, tally.sumsOf(currency), at)
    : nothingToProve;
}

/** Keeps every refusal, and warnings up to a limit; counts the rest, so that a bad year of 40,000 odd entries stays readable. */
type FindingList = Readonly<{ add: (...found: readonly Finding[]) => void; all: () => readonly Finding[] }>;

export function findingList(limit: number): FindingList {
  const kept: Finding[] = [];
  let leftOutCount = 0;
  return {
    add(...found) {
      for (const one of found) {
        if (one.severity === 'refuse' || kept.length < limit) kept.push(one);
        else leftOutCount++;
      }
    },
    all: () =>
      leftOutCount === 0
        ? kept
        : [...kept, finding('ingest.findings_left_out', `${String(leftOutCount)} further warnings were left out`)],
  };
}
