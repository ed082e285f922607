/** Control totals of the trailers: sums, and how many accounts, groups and records there are. */
import type { Finding } from '../../domain/statement.ts';
import { finding } from '../findings.ts';
import { fieldsOf, placeOf, type LogicalRecord } from './fields.ts';
import { readCount, readTotal } from './values.ts';

/** Counted while reading: physical records with their headers and trailers, and the parts one level below. */
type Counted = { sumMinor: bigint; partCount: number; recordCount: number };

export const nothingCounted = (): Counted => ({ sumMinor: 0n, partCount: 0, recordCount: 0 });

const trailers = {
  '49': { of: 'account', parts: null },
  '98': { of: 'group', parts: 'accounts' },
  '99': { of: 'file', parts: 'groups' },
} as const;

export type TrailerCode = keyof typeof trailers;

/**
 * Compares a trailer with what was read. A field that is empty says nothing.
 *
 * @param counted - the trailer's own records included.
 * @throws IngestRefusal `ingest.record_unreadable`
 */
export function checkTrailer(
  code: TrailerCode,
  record: LogicalRecord,
  counted: Counted,
): Readonly<{ findings: readonly Finding[]; statedMinor: bigint }> {
  const at = placeOf(record);
  const { of, parts } = trailers[code];
  const fields = fieldsOf(record);
  const total = readTotal(fields.next(), at);
  const partCount = parts === null ? null : readCount(fields.next(), at);
  const recordCount = readCount(fields.next(), at);
  const findings: Finding[] = [];
  const compare = (what: string, stated: bigint | number | null, found: bigint | number): void => {
    if (stated === null || stated === found) return;
    const message = `The bank counted ${String(stated)} ${what} of the ${of}, the file has ${String(found)}`;
    findings.push(finding('ingest.totals_mismatch', message, at));
  };
  compare('minor units', total, counted.sumMinor);
  compare(parts ?? '', partCount, counted.partCount);
  compare('records', recordCount, counted.recordCount);
  // The next trailer adds up what this one states, not what it should have stated: one error is said once.
  return { findings, statedMinor: total ?? counted.sumMinor };
}
