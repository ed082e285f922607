/**
 * Entries and statements as plain JSON: for staging (minor units, as the ledger stores them) and for `lettrage parse`
 * (decimals with their sign, as people read them). Amounts are strings in both: JSON numbers are floats.
 */
import { formatDecimal, money, signed, type Money } from '../domain/money.ts';
import type { Balance, Entry, EntryDetail, Finding, StatementSummary } from '../domain/statement.ts';

/** An entry as staged: amounts are unsigned minor units beside their `side`. */
export type EntryJson = Readonly<{
  entryIndex: number;
  amountMinor: string;
  currency: string;
  side: string;
  isReversal: boolean;
  status: string;
  bookingDate: string | null;
  valueDate: string | null;
  bankTransactionCode: string | null;
  accountServicerReference: string | null;
  additionalInformation: string | null;
  batchCount: number | null;
  details: readonly EntryDetailJson[];
  line: number;
}>;

export type EntryDetailJson = Readonly<{
  amountMinor: string | null;
  side: string;
  endToEndId: string | null;
  counterpartyName: string | null;
  counterpartyIban: string | null;
  remittance: readonly string[];
  creditorReference: string | null;
  mandateId: string | null;
  returnReason: string | null;
}>;

export const entryToJson = (entry: Entry): EntryJson => ({
  entryIndex: entry.entryIndex,
  amountMinor: String(entry.amount.minor),
  currency: entry.amount.currency,
  side: entry.side,
  isReversal: entry.isReversal,
  status: entry.status,
  bookingDate: entry.bookingDate,
  valueDate: entry.valueDate,
  bankTransactionCode: entry.bankTransactionCode,
  accountServicerReference: entry.accountServicerReference,
  additionalInformation: entry.additionalInformation,
  batchCount: entry.batchCount,
  details: entry.details.map(detailToJson),
  line: entry.at.line,
});

const detailToJson = (detail: EntryDetail): EntryDetailJson => ({
  amountMinor: detail.amount === null ? null : String(detail.amount.minor),
  side: detail.side,
  endToEndId: detail.endToEndId,
  counterpartyName: detail.counterpartyName,
  counterpartyIban: detail.counterpartyIban,
  remittance: detail.remittance,
  creditorReference: detail.creditorReference,
  mandateId: detail.mandateId,
  returnReason: detail.returnReason,
});

/** A finding as `lettrage parse` prints it. */
export type FindingJson = Readonly<{
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
    remittance: words.length > 0 ? words : further,
    details: entry.details.map((detail) => ({
      endToEndId: detail.endToEndId,
      amount: detail.amount === null ? null : signedDecimal(detail.amount, detail.side),
      currency: entry.amount.currency,
      counterpartyName: detail.counterpartyName,
      counterpartyIban: detail.counterpartyIban,
      remittance: detail.remittance,
      creditorReference: detail.creditorReference,
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
    currency,
    openingBalance: balanceDecimal(statement.openingBalance),
    closingBalance: balanceDecimal(statement.closingBalance),
    entryCount: statement.entryCount,
    bookedCount: statement.bookedCount,
    bookedCredits: sum(statement.bookedCreditsMinor),
    bookedDebits: sum(statement.bookedDebitsMinor),
    proves: statement.proves,
    findings: statement.findings.map(findingToJson),
  };
}
