/** The values of one aggregate, such as a transaction, by their path inside it: `TRNAMT`, `CURRENCY/CURSYM`. */
import { refusal } from '../findings.ts';
import type { IngestLimits } from '../limits.ts';

export type Fields = Readonly<{
  add: (path: string, value: string, line: number) => void;
  /** The first value of that path, or null when there is none or it is empty. */
  get: (path: string) => string | null;
}>;

/** @param known - the paths that are kept; others are read over. */
export function fields(known: ReadonlySet<string>, limits: IngestLimits): Fields {
  const values = new Map<string, string>();
  let count = 0;
  return {
    add(path, value, line) {
      if (++count > limits.xmlElementsPerEntry) {
        throw refusal('ingest.xml_too_many_elements', 'An entry has too many elements', { line, path });
      }
      if (value !== '' && known.has(path) && !values.has(path)) values.set(path, value);
    },
    get: (path) => values.get(path) ?? null,
  };
}
