/**
 * Lines to physical records: a code, a comma, the content up to its `/` or, for text, up to the end of the line.
 *
 * A `/` ends every record but may also stand inside a text, where only the end of the line is the end. Some banks put
 * several records into one line and break texts over lines without `88`: a record begins inside a text only behind `/`
 * and a blank, and only with all the fields that make it one. The record counts of the trailers confirm or refute it.
 */
import { refusal } from '../findings.ts';

export type RecordCode = '01' | '02' | '03' | '16' | '49' | '88' | '98' | '99';

/**
 * One physical record; `content` is what stands behind the code and its comma, without the ending `/`.
 * A line that goes on with a text is an `88` that is no record of its own: no trailer counts it.
 */
export type PhysicalRecord = Readonly<{ code: RecordCode; content: string; line: number; isCounted: boolean }>;

type PhysicalRecordReader = (text: string, line: number) => readonly PhysicalRecord[];

const beginning = /^(01|02|03|16|49|88|98|99)\s*,/;
/** What may follow a text and its `/` in the same line. */
const nextInLine =
  /\/\s+(?=16\s*,\s*\d{3}\s*,\s*\+?\d*\s*,|88\s*,|49\s*,\s*[+-]?\d+\s*,\s*\d+\s*\/|03\s*,[^,/]{1,40},\s*(?:[A-Z]{3})?\s*,\s*\d{3}\s*,)/g;

/** Gives the records of each line in turn. @throws IngestRefusal `ingest.record_unreadable` */
export function physicalRecordReader(): PhysicalRecordReader {
  let isText = false;
  let isTerminated = true;

  return (text, line) => {
    const records: PhysicalRecord[] = [];
    let rest = text.trim();
    while (rest !== '') {
      const code = beginning.exec(rest)?.[1] as RecordCode | undefined;
      const isWrapped = code === undefined && isText && !isTerminated && records.length === 0;
      if (code === undefined && !isWrapped) {
        throw refusal('ingest.record_unreadable', 'No record begins here', { line, path: 'record' }, rest);
      }
      // A continuation is text where the record that it continues is.
      isText &&= isWrapped || code === '88';
      isText ||= code === '16';
      const content = isWrapped ? rest : rest.slice(rest.indexOf(',') + 1);
      const [own, following] = isText ? splitText(content) : splitFields(content);
      isTerminated = own.endsWith('/');
      records.push({
        code: code ?? '88',
        content: isTerminated ? own.slice(0, -1) : own,
        line,
        isCounted: !isWrapped,
      });
      rest = following;
    }
    return records;
  };
}

/** What is the text's own, its `/` included, and what follows it in the line. */
function splitText(content: string): readonly [string, string] {
  nextInLine.lastIndex = 0;
  const found = nextInLine.exec(content);
  if (found === null) return [content, ''];
  return [content.slice(0, found.index + 1), content.slice(found.index + 1).trim()];
}

function splitFields(content: string): readonly [string, string] {
  const slash = content.indexOf('/');
  return slash === -1 ? [content, ''] : [content.slice(0, slash + 1), content.slice(slash + 1).trim()];
}
