/**
 * CSV as spreadsheets and ERPs write it: a comma, semicolon, tab or bar between values, quotes where needed.
 * The separator is the one the heading uses most. Each record's own syntax is left to csv-parse.
 *
 * @see RFC 4180
 */
import { parse } from 'csv-parse/sync';
import { err, ok, type Result } from '../../domain/result.ts';
import { recordSplitter, type TextRecord } from './record-splitter.ts';

const separators = [';', ',', '\t', '|'] as const;
type Separator = (typeof separators)[number];

/** A record's values in column order, or why they can't be read. */
export type CsvRecord = Readonly<{
  line: number;
  values: Result<readonly string[], TextRecord['state']>;
  text: string;
}>;

type CsvReader = Readonly<{ push(chunk: string): readonly CsvRecord[]; end(): readonly CsvRecord[] }>;

function separatorOf(heading: string): Separator {
  const unquoted = heading.replace(/"[^"]*"/g, '');
  const countOf = (separator: Separator): number => unquoted.split(separator).length;
  return separators.reduce((best, separator) => (countOf(separator) > countOf(best) ? separator : best));
}

function parseRecords(text: string, separator: Separator): readonly (readonly string[])[] {
  // A quote inside an unquoted value is a character: names such as `Tube 5" SARL` are written that way.
  return parse(text, {
    delimiter: separator,
    record_delimiter: '\n',
    relax_quotes: true,
    relax_column_count: true,
  });
}

/** Cuts and reads records. The same text gives the same records wherever it is cut. The first record is the heading. */
export function csvReader(): CsvReader {
  let separator: Separator | null = null;
  let waiting: TextRecord[] = [];

  const isSeparator = (code: number): boolean => {
    const character = String.fromCharCode(code);
    return separator === null ? separators.some((candidate) => candidate === character) : character === separator;
  };
  const splitter = recordSplitter((record) => {
    separator ??= separatorOf(record.text);
    waiting.push(record);
  }, isSeparator);

  // One call for all records is several times faster than one call each. The counts differ only if csv-parse cuts
  // where we did not; then each record is read for itself, so that one of them can't shift the lines of the others.
  const drain = (): readonly CsvRecord[] => {
    const records = waiting;
    waiting = [];
    const whole = records.filter((record) => record.state === 'whole');
    if (separator === null || whole.length === 0) return records.map((record) => toCsvRecord(record, undefined));
    const parsed = parseRecords(whole.map((record) => record.text).join('\n'), separator);
    const rows = parsed.length === whole.length ? parsed.values() : whole.map(({ text }) => firstOf(text)).values();
    return records.map((record) => toCsvRecord(record, record.state === 'whole' ? rows.next().value : undefined));
  };
  const firstOf = (text: string): readonly string[] => parseRecords(text, separator ?? ';')[0] ?? [];

  return {
    push(chunk) {
      splitter.push(chunk);
      return drain();
    },
    end() {
      splitter.end();
      return drain();
    },
  };
}

const toCsvRecord = ({ line, state, text }: TextRecord, values: readonly string[] | undefined): CsvRecord => ({
  line,
  text,
  values: values === undefined ? err(state) : ok(values),
});
