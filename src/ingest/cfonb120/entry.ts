/** One entry: its record 04 and the records 05 behind it. @see CFONB, Relevé de compte: enregistrement 04 */
import { isCreditorReference } from '../../domain/check-digits.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Entry, EntryDetail, Finding, SourcePosition } from '../../domain/statement.ts';
import { finding, refusal } from '../findings.ts';
import { isZoneDayAbsent, zone, zoneDay, zonePosition, zoneText } from '../fixed-values.ts';
import { realReference } from '../written-values.ts';
import { readAmountZone, type SidedAmount, type Unit } from './amount.ts';
import { readComplements, type Complement, type Complements } from './complements.ts';

/** The records of an entry, gathered until the next one begins. */
export type EntryRecords = Readonly<{ record: string; line: number; unit: Unit; complements: Complement[] }>;

/**
 * Interbank codes of what came back: unpaid cheques (03), direct debits (10, 27), bills (33), cards (38), transfers
 * (12), SEPA direct debits that we collected (B3, B4) or that we refused (A3, A4).
 */
const returnCodes: ReadonlySet<string> = new Set('03 10 12 27 33 38 A3 A4 B3 B4'.split(' '));
/** SEPA direct debits that their creditor took back. */
const reversalCodes: ReadonlySet<string> = new Set(['A5', 'A6']);

/** @throws IngestRefusal for an amount or a date that can't be read */
export function readEntry(
  { record, line, unit, complements }: EntryRecords,
  entryIndex: number,
): Readonly<{ entry: Entry; findings: readonly Finding[] }> {
  const at: SourcePosition = { line, path: '04' };
  const sided = readAmountZone(record, line, unit);
  const code = zoneText(record, 33, 34);
  const label = zoneText(record, 49, 80);
  const read = complements.length === 0 ? null : readComplements(complements);
  const detail = readDetail(record, sided, code, label, read);
  const entry: Entry = {
    entryIndex,
    amount: sided.amount,
    side: sided.side,
    isReversal: code !== null && reversalCodes.has(code),
    status: 'booked',
    bookingDate: readDate(record, line, 35),
    valueDate: isZoneDayAbsent(record, 43) ? null : readDate(record, line, 43),
    bankTransactionCode: code,
    accountServicerReference: read?.bankReference ?? entryNumber(record),
    additionalInformation: [label ?? '', ...(read?.identifications ?? [])].join('\n').trim() || null,
    batchCount: null,
    batchReference: null,
    charges: null,
    details: detail === null ? [] : [detail],
    at,
  };
  return { entry, findings: checkReference(detail, at) };
}

/**
 * A date that has to be there.
 *
 * @throws IngestRefusal `ingest.date_unreadable`
 */
export function readDate(record: string, line: number, first: number): LocalDate {
  const day = zoneDay(record, first);
  if (day !== null) return day;
  const at = zonePosition(line, zone(record, 1, 2), first, first + 5);
  throw refusal('ingest.date_unreadable', 'The date is not a day that exists', at, zone(record, first, first + 5));
}

/** Banks that do not number their entries write zeros. */
function entryNumber(record: string): string | null {
  const number = zoneText(record, 82, 88);
  return number === null || /^0+$/.test(number) ? null : number;
}

/** Null when the record 04 stands alone and says nothing but its label, which is the entry's. */
function readDetail(
  record: string,
  { amount, side }: SidedAmount,
  code: string | null,
  label: string | null,
  read: Complements | null,
): EntryDetail | null {
  const endToEndId = read?.endToEndId ?? realReference(zone(record, 105, 120));
  const returnReason = readReturnReason(record, code);
  if (read === null && endToEndId === null && returnReason === null) return null;
  // Of a returned payment the other party is on the other side: the debtor of a collection that leaves the account again.
  const isDebtor = (side === 'credit') === (returnReason === null);
  const [party, other] = isDebtor ? [read?.debtor, read?.creditor] : [read?.creditor, read?.debtor];
  return {
    amount,
    side,
    endToEndId,
    // Where the bank names one party only, it is the other one, whatever it calls it.
    counterpartyName: party?.name ?? other?.name ?? null,
    counterpartyIban: party?.iban ?? null,
    ultimateCounterpartyName: party?.ultimateName ?? null,
    instructedAmount: read?.instructedAmount ?? null,
    exchangeRate: read?.exchangeRate ?? null,
    charges: read?.charges ?? null,
    remittance: remittance(label, read),
    creditorReference: read?.creditorReference ?? null,
    mandateId: null,
    returnReason,
  };
}

/** The payer's own words where there are some; else the bank's label, which often repeats them. */
function remittance(label: string | null, read: Complements | null): readonly string[] {
  const labelled = label === null || (read !== null && read.freeRemittance.length > 0) ? [] : [label];
  return read === null ? labelled : [...read.freeRemittance, ...labelled, ...read.label, ...read.otherTexts];
}

/** The code of zone 41-42 as written; where a bank leaves it blank, the interbank code still says that it is a return. */
function readReturnReason(record: string, code: string | null): string | null {
  const reason = zoneText(record, 41, 42);
  if (reason !== null && reason !== '00') return reason;
  return code !== null && returnCodes.has(code) ? 'NOTPROVIDED' : null;
}

function checkReference(detail: EntryDetail | null, at: SourcePosition): readonly Finding[] {
  const reference = detail?.creditorReference ?? null;
  if (reference === null || !reference.startsWith('RF') || isCreditorReference(reference)) return [];
  const what = `The check digits of ${reference} are wrong`;
  return [finding('ingest.creditor_reference_check_failed', what, at, reference)];
}
