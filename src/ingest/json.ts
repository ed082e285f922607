/** Entries and statements as `lettrage parse` prints them: amounts are decimal strings with their sign. */
import { formatDecimal, money, signed, type Money } from '../domain/money.ts';
import type { Balance, Entry, Finding, StatementSummary } from '../domain/statement.ts';

/** A finding as `lettrage parse` prints it. */
type FindingJson = Readonly<{
  code: string;
  severity: string;
  message: string;
  at: Readonly<{ line: number; path: string }> | null;
}>;

export const findingToJson = ({ code, severity, message, at }: Finding): FindingJson => ({
  code,
  severity,
  message,
  at,
});

/** The signed decimal of an amount ≥ 0 and its side: money out is negative, zero has no sign. */
const signedDecimal = (amount: Money, side: Entry['side']): string => formatDecimal(signed(amount, side));

/** An amount that may be in another currency than the entry's. */
const moneyToJson = (amount: Money | null) =>
  amount === null ? null : { amount: formatDecimal(amount), currency: amount.currency };

const balanceDecimal = (balance: Balance | null): string | null =>
  balance === null ? null : formatDecimal(balance.amount);

/** An entry as `lettrage parse` prints it. `remittance` holds all words of the entry, its details' in order. */
export type ParsedEntryJson = ReturnType<typeof parsedEntryToJson>;

export function parsedEntryToJson(entry: Entry) {
  const words = entry.details.flatMap((detail) => detail.remittance);
  const further = entry.additionalInformation === null ? [] : [entry.additionalInformation];
  return {
    bookingDate: entry.bookingDate,
    valueDate: entry.valueDate,
    amount: signedDecimal(entry.amount, entry.side),
    currency: entry.amount.currency,
    status: entry.status,
    isReversal: entry.isReversal,
    bankTransactionCode: entry.bankTransactionCode,
    accountServicerReference: entry.accountServicerReference,
    batchReference: entry.batchReference,
    charges: moneyToJson(entry.charges),
    remittance: words.length > 0 ? words : further,
    details: entry.details.map((detail) => ({
      endToEndId: detail.endToEndId,
      amount: detail.amount === null ? null : signedDecimal(detail.amount, detail.side),
      currency: entry.amount.currency,
      counterpartyName: detail.counterpartyName,
      counterpartyIban: detail.counterpartyIban,
      ultimateCounterpartyName: detail.ultimateCounterpartyName,
      instructedAmount: moneyToJson(detail.instructedAmount),
      exchangeRate: detail.exchangeRate,
      charges: moneyToJson(detail.charges),
      remittance: detail.remittance,
      creditorReference: detail.creditorReference,
      mandateId: detail.mandateId,
      returnReason: detail.returnReason,
    })),
  };
}

/** A statement as `lettrage parse` prints it, without its entries. */
export type ParsedStatementJson = ReturnType<typeof parsedStatementToJson>;

export function parsedStatementToJson(statement: StatementSummary) {
  const { currency } = statement;
  const sum = (minor: bigint): string => (currency === null ? '0' : formatDecimal(money(minor, currency)));
  return {
    id: statement.bankStatementId,
    account: statement.account,
    accountIban: statement.accountIban,
    currency,
    openingBalance: balanceDecimal(statement.openingBalance),
    closingBalance: balanceDecimal(statement.closingBalance),
    entryCount: statement.entryCount,
    bookedCount: statement.bookedCount,
    bookedCredits: sum(statement.bookedCreditsMinor),
    bookedDebits: sum(statement.bookedDebitsMinor),
    proves: statement.proves,
    additionalInformation: statement.additionalInformation,
    findings: statement.findings.map(findingToJson),
  };
}
