/** Puts records and the `88` that continue them together: one logical record in memory. */
import { refusal } from '../findings.ts';
import type { IngestLimits } from '../limits.ts';
import { placeOf, type LogicalRecord } from './fields.ts';
import { physicalRecordReader, type PhysicalRecord, type RecordCode } from './physical-records.ts';

type LogicalRecordReader = Readonly<{
  /** Takes a line; gives the records that it shows to be complete. The last one may go on in the next line. */
  line: (text: string, line: number) => readonly LogicalRecord[];
  /** The record that is still open at the end of the file. */
  last: () => LogicalRecord | null;
}>;

/** @throws IngestRefusal `ingest.record_unreadable`, `ingest.field_too_long` */
export function logicalRecordReader(limits: IngestLimits): LogicalRecordReader {
  const physical = physicalRecordReader();
  let open: { code: RecordCode; line: number; contents: string[]; recordCount: number } | null = null;
  let chars = 0;

  const proceed = (into: NonNullable<typeof open>, { content, isCounted }: PhysicalRecord): void => {
    into.contents.push(content);
    if (isCounted) into.recordCount++;
    // An empty continuation costs memory too.
    chars += content.length + 1;
    if (chars > limits.fieldChars) {
      throw refusal('ingest.field_too_long', 'A record has too many continuations', placeOf(into));
    }
  };

  return {
    line(text, line) {
      const completed: LogicalRecord[] = [];
      for (const record of physical(text, line)) {
        if (record.code !== '88' || open === null) {
          if (open !== null) completed.push(open);
          open = { code: record.code, line: record.line, contents: [], recordCount: 0 };
          chars = 0;
        }
        proceed(open, record);
      }
      return completed;
    },
    last: () => open,
  };
}
