/** Everything the reader gave of an entry, as plain JSON for golden files: amounts are strings of minor units. */
import { formatDecimal, type Money } from '../../src/domain/money.ts';
import type { Entry, EntryDetail } from '../../src/domain/statement.ts';

export const entryToJson = (entry: Entry) => ({
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
  batchReference: entry.batchReference,
  charges: moneyToJson(entry.charges),
  details: entry.details.map(detailToJson),
  line: entry.at.line,
});

const moneyToJson = (amount: Money | null): string | null =>
  amount === null ? null : `${formatDecimal(amount)} ${amount.currency}`;

const detailToJson = (detail: EntryDetail) => ({
  amountMinor: detail.amount === null ? null : String(detail.amount.minor),
  side: detail.side,
  endToEndId: detail.endToEndId,
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
});
