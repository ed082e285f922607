/** The group record `02`: the day that its accounts are of, and whether it is to be booked at all. */
import { parseCurrency } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { EntryStatus, Finding } from '../../domain/statement.ts';
import { finding, refusal } from '../findings.ts';
import { fieldsOf, placeOf, type LogicalRecord } from './fields.ts';
import { readDate } from './values.ts';

export type Group = Readonly<{
  asOfDate: LocalDate;
  /** Null when the account has to name it. */
  currency: string | null;
  /** `booked` for a final report; `pending` for an interim one; `information` for a test or a deletion. */
  status: EntryStatus;
  /** What has to be said of each of its accounts. */
  finding: Finding | null;
}>;

/**
 * @param version - 2 has USD where no currency is given; 3 (BTRS) asks for one on each account.
 * @throws IngestRefusal `ingest.date_unreadable`, `ingest.currency_unknown`, `ingest.record_unreadable`
 */
export function readGroup(record: LogicalRecord, version: string): Group {
  const at = placeOf(record);
  const fields = fieldsOf(record);
  fields.next(); // the ultimate receiver
  fields.next(); // the originator
  const status = fields.next();
  const asOfDate = readDate(fields.next(), at);
  fields.next(); // the time of day
  const written = fields.next();
  const modifier = fields.next();
  if (written !== '' && !parseCurrency(written).ok) {
    throw refusal('ingest.currency_unknown', `The currency "${written}" is not in ISO 4217`, at, written);
  }
  if (!/^[1-4]?$/.test(status)) {
    throw refusal('ingest.record_unreadable', `The group status "${status.slice(0, 20)}" is none`, at, status);
  }
  if (!/^[1-4]?$/.test(modifier)) {
    throw refusal(
      'ingest.record_unreadable',
      `The as-of-date modifier "${modifier.slice(0, 20)}" is none`,
      at,
      modifier,
    );
  }
  const currency = written || (version === '2' ? 'USD' : null);
  const isInterim = modifier === '1' || modifier === '3';
  if (status === '2') {
    const said = finding('ingest.group_deleted', `The bank withdraws its group of ${asOfDate}`, at, status);
    return { asOfDate, currency, status: 'information', finding: said };
  }
  if (status === '4') {
    const said = finding('ingest.group_is_test', `The group of ${asOfDate} is a test`, at, status);
    return { asOfDate, currency, status: 'information', finding: said };
  }
  if (isInterim) {
    const said = finding('ingest.report_is_interim', `The group of ${asOfDate} is interim`, at, modifier);
    return { asOfDate, currency, status: 'pending', finding: said };
  }
  const correction = finding(
    'ingest.group_is_correction',
    `The group of ${asOfDate} corrects an earlier one`,
    at,
    status,
  );
  return { asOfDate, currency, status: 'booked', finding: status === '3' ? correction : null };
}
