/** Builds one statement of an account record, its details and its trailer. */
import type { Balance, Entry, Finding, StatementSummary } from '../../domain/statement.ts';
import type { Money } from '../../domain/money.ts';
import { isIban } from '../../domain/check-digits.ts';
import { findingList, summarizeStatement } from '../statement-summary.ts';
import { statementTally } from '../statement-tally.ts';
import { normalizeAccount } from '../written-values.ts';
import { readAccount } from './account.ts';
import { readDetail } from './detail.ts';
import { placeOf, type LogicalRecord } from './fields.ts';
import type { Group } from './group.ts';

export type BaiStatement = Readonly<{
  /** Takes a `16`; answers with its entry, if it is one. */
  detail: (record: LogicalRecord) => Entry | null;
  /** Σ of all amounts so far: what the trailer `49` states. */
  sumMinor: () => bigint;
  /** @param findings - of the trailer. */
  finish: (findings: readonly Finding[]) => StatementSummary;
}>;

export function baiStatement(
  statementIndex: number,
  record: LogicalRecord,
  group: Group,
  limits: Readonly<{ findingsPerStatement: number; fieldChars: number }>,
): BaiStatement {
  const at = placeOf(record);
  const account = readAccount(record, group.currency);
  const tally = statementTally();
  const findings = findingList(limits.findingsPerStatement);
  const messages: string[] = [];
  let messageChars = 0;
  let { sumMinor } = account;
  if (group.finding !== null) findings.add(group.finding);

  const balance = (amount: Money | null): Balance | null => (amount === null ? null : { amount, date: group.asOfDate });
  const own = normalizeAccount(account.number);
  return {
    detail(detailRecord) {
      const { currency } = account;
      const context = { entryIndex: tally.counts().all, currency, bookingDate: group.asOfDate, status: group.status };
      const detail = readDetail(detailRecord, context);
      if (detail.kind === 'message') {
        messageChars += detail.text.join('\n').length;
        if (messageChars <= limits.fieldChars) messages.push(...detail.text);
        return null;
      }
      tally.add(detail.entry);
      sumMinor += detail.entry.amount.minor;
      return detail.entry;
    },
    sumMinor: () => sumMinor,
    finish(ofTrailer) {
      findings.add(...ofTrailer);
      const end = {
        statementIndex,
        bankStatementId: null,
        sequence: null,
        accountAsWritten: account.number,
        accountIban: isIban(own) ? own : null,
        currency: account.currency,
        fromDate: group.asOfDate,
        toDate: group.asOfDate,
        openingBalance: balance(account.openingLedger),
        // A day that is not over, a test and a deletion close nothing: what stands there proves nothing either.
        closingBalance: group.status === 'booked' ? balance(account.closingLedger) : null,
        additionalInformation: messages.length === 0 ? null : messages.join('\n'),
        totals: account.totals,
        findings: findings.all(),
        at,
      };
      return summarizeStatement('bai2', end, tally);
    },
  };
}
