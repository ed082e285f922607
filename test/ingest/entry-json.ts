/** Everything the reader gave of an entry, as plain JSON for golden files: amounts are strings of minor units. */
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
  details: entry.details.map(detailToJson),
  line: entry.at.line,
});

const detailToJson = (detail: EntryDetail) => ({
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
