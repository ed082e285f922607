/** The fields of a record and of the `88` that continue it: one row of fields, in which a text ends the fields. */
import { refusal } from '../findings.ts';
import type { RecordCode } from './physical-records.ts';
import type { SourcePosition } from '../../domain/statement.ts';

/** A record with its continuations; `recordCount` counts it and them as the trailers do. */
export type LogicalRecord = Readonly<{
  code: RecordCode;
  line: number;
  contents: readonly string[];
  recordCount: number;
}>;

type FieldCursor = Readonly<{
  /** The next field, blanks around it removed; empty behind the last one. */
  next: () => string;
  isAtEnd: () => boolean;
  /** What is left, line by line: commas and slashes in it are text. */
  text: () => readonly string[];
}>;

export function fieldsOf({ contents }: LogicalRecord): FieldCursor {
  let part = 0;
  let offset = 0;
  return {
    next() {
      const content = contents[part];
      if (content === undefined) return '';
      const comma = content.indexOf(',', offset);
      const field = content.slice(offset, comma === -1 ? undefined : comma).trim();
      if (comma === -1) {
        part++;
        offset = 0;
      } else {
        offset = comma + 1;
      }
      return field;
    },
    isAtEnd: () => part >= contents.length,
    text() {
      const lines = contents.slice(part).map((content, index) => content.slice(index === 0 ? offset : 0));
      part = contents.length;
      return lines.map((line) => line.trim()).filter((line) => line !== '');
    },
  };
}

/** Where a record stands: its line and its code. */
export const placeOf = ({ line, code }: Pick<LogicalRecord, 'line' | 'code'>): SourcePosition => ({ line, path: code });

/** The day on which funds of type V are available; null for every other type. */
type Funds = Readonly<{ valueDate: string | null }>;

/**
 * Reads the funds type and what it brings: nothing, a day and a time, three amounts, or any number of pairs.
 *
 * @throws IngestRefusal `ingest.record_unreadable`
 */
export function readFunds(fields: FieldCursor, at: SourcePosition): Funds {
  const type = fields.next().toUpperCase();
  if (/^[012Z]?$/.test(type)) return { valueDate: null };
  if (type === 'V') {
    const valueDate = fields.next();
    fields.next();
    return { valueDate: valueDate === '' ? null : valueDate };
  }
  if (type === 'S') {
    for (let days = 0; days < 3; days++) fields.next();
    return { valueDate: null };
  }
  const count = type === 'D' ? fields.next() : '';
  if (!/^\d{1,3}$/.test(count)) {
    throw refusal('ingest.record_unreadable', `The funds type "${type.slice(0, 20)}" cannot be read`, at, type);
  }
  for (let pair = 0; pair < +count; pair++) {
    fields.next();
    fields.next();
  }
  return { valueDate: null };
}
