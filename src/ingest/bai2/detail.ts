/** The transaction detail `16`: an entry, or a message of the bank without money (type 890). */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Entry, EntryDetail, EntryStatus } from '../../domain/statement.ts';
import { refusal } from '../findings.ts';
import { realReference } from '../written-values.ts';
import { fieldsOf, placeOf, readFunds, type LogicalRecord } from './fields.ts';
import { readAmount, readDate, sideOfType } from './values.ts';

/** What every detail of an account has in common. */
type DetailContext = Readonly<{
  entryIndex: number;
  currency: CurrencyCode;
  bookingDate: LocalDate;
  status: EntryStatus;
}>;

type Detail = Readonly<{ kind: 'entry'; entry: Entry }> | Readonly<{ kind: 'message'; text: readonly string[] }>;

const nonMonetary = '890';

/** @throws IngestRefusal `ingest.side_unreadable`, `ingest.record_unreadable`, `ingest.amount_…`, `ingest.date_unreadable` */
export function readDetail(
  record: LogicalRecord,
  { entryIndex, currency, bookingDate, status }: DetailContext,
): Detail {
  const at = placeOf(record);
  const fields = fieldsOf(record);
  const type = fields.next();
  const written = fields.next();
  const amount = readAmount(written, currency, at);
  const funds = readFunds(fields, at);
  const bankReference = realReference(fields.next());
  const customerReference = realReference(fields.next());
  const text = fields.text();
  if (type === nonMonetary && (amount === null || amount.minor === 0n)) return { kind: 'message', text };

  const side = sideOfType(type);
  if (side === null) {
    throw refusal('ingest.side_unreadable', `Type code "${type.slice(0, 10)}" says neither credit nor debit`, at, type);
  }
  if (amount === null) throw refusal('ingest.amount_missing', 'The transaction has no amount', at);
  if (written.startsWith('-')) {
    throw refusal('ingest.side_unreadable', `Type code ${type} and the sign of "${written}" contradict`, at, written);
  }
  const detail: EntryDetail = {
    amount,
    side,
    endToEndId: customerReference,
    counterpartyName: null,
    counterpartyIban: null,
    ultimateCounterpartyName: null,
    instructedAmount: null,
    exchangeRate: null,
    charges: null,
    remittance: text,
    creditorReference: null,
    mandateId: null,
    returnReason: null,
  };
  const entry: Entry = {
    entryIndex,
    amount,
    side,
    isReversal: false,
    status,
    bookingDate,
    valueDate: funds.valueDate === null ? null : readDate(funds.valueDate, at),
    bankTransactionCode: type,
    accountServicerReference: bankReference,
    additionalInformation: null,
    batchCount: null,
    batchReference: null,
    charges: null,
    details: customerReference !== null || text.length > 0 ? [detail] : [],
    at,
  };
  return { kind: 'entry', entry };
}
