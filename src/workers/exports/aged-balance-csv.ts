/** What customers owe, as a table for a spreadsheet. */
import { stringify } from 'csv-stringify/sync';
import { formatDecimal, money } from '../../domain/money.ts';
import { spreadsheetText } from '../../domain/spreadsheet-text.ts';
import { usualBuckets, type AgedBalance, type AgedRow } from '../../ledger/queries/aged-balance.ts';

const bucketNames = [
  ...usualBuckets.map((last, index) => `${(usualBuckets[index - 1] ?? 0) + 1}-${last}`),
  `over ${usualBuckets.at(-1) ?? 0}`,
];
export const agedColumnNames: readonly string[] = ['not due', ...bucketNames, 'credits', 'on account', 'balance'];
export const suspenseName = 'unidentified (471)';

/** Decimal strings, in the order of {@link agedColumnNames}. */
export function agedAmountsOf(row: AgedRow): readonly string[] {
  const { notDueMinor, pastDueMinor, creditsMinor, onAccountMinor, currency } = row;
  const owed = pastDueMinor.reduce((sum, minor) => sum + minor, notDueMinor);
  const columns = [notDueMinor, ...pastDueMinor, creditsMinor, onAccountMinor, owed - creditsMinor - onAccountMinor];
  return columns.map((minor) => formatDecimal(money(minor, currency)));
}

const columnKeys = agedColumnNames.map((name) => name.replaceAll(/\W/g, '_'));

/** A line for each customer and currency, and for what nobody is known to have paid; amounts are decimal strings. */
export const agedBalanceLines = ({ rows, suspense }: AgedBalance): readonly object[] => [
  ...rows.map((row) => {
    const amounts = agedAmountsOf(row);
    const { code, name, currency } = row;
    return {
      customer_code: code,
      customer_name: name,
      currency,
      ...Object.fromEntries(columnKeys.map((key, index) => [key, amounts[index]])),
    };
  }),
  ...suspense.map(({ currency, minor }) => ({ suspense: formatDecimal(money(minor, currency)), currency })),
];

/** RFC 4180; texts are made safe for a spreadsheet, amounts stay numbers. */
export function agedBalanceCsv({ rows, suspense }: AgedBalance): string {
  const heading = ['customer_code', 'customer_name', 'currency', ...columnKeys];
  return stringify([
    heading,
    ...rows.map((row) => [spreadsheetText(row.code), spreadsheetText(row.name), row.currency, ...agedAmountsOf(row)]),
    ...suspense.map(({ currency, minor }) => [
      '',
      suspenseName,
      currency,
      ...agedColumnNames.slice(0, -2).map(() => ''),
      formatDecimal(money(minor, currency)),
      formatDecimal(money(-minor, currency)),
    ]),
  ]);
}
