import { stringify } from 'csv-stringify/sync';
import { parseLocalDate, type LocalDate } from '../../domain/local-date.ts';
import { formatDecimal, money } from '../../domain/money.ts';
import { spreadsheetText } from '../../domain/spreadsheet-text.ts';
import { agedBalance, usualBuckets, type AgedBalance, type AgedRow } from '../../ledger/queries/aged-balance.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';
import { grouped, textTable } from '../text-table.ts';

export type BalanceOptions = Readonly<{ ledger: string; asOf: string | null; day: string | null; csv: boolean }>;

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** `lettrage balance`: what customers owe by days past due, now or as known at an instant. */
export async function balance(
  session: Pick<Session, 'context'>,
  output: Output,
  { ledger, asOf, day, csv }: BalanceOptions,
): Promise<ExitCode> {
  const instant = asOf === null ? null : instantOf(asOf);
  if (instant === undefined) {
    output.say('--as-of takes an instant with its time zone, such as 2026-12-31T18:00:00+01:00.');
    return exitCodes.usage;
  }
  // Written with a zone, the instant has its day in it.
  const counted = parseLocalDate(day ?? asOf?.slice(0, 10) ?? session.context.now().toISOString().slice(0, 10));
  if (!counted.ok) {
    output.say('--day takes a day, such as 2026-12-31.');
    return exitCodes.usage;
  }
  const { pool } = session.context;
  const question = { asOf: instant, day: counted.value, buckets: usualBuckets };
  const aged = await agedBalance(pool, await ledgerFor(session, ledger, 'use'), question);
  if (output.isJson) output.write(`${toJson({ asOf: instant, day: counted.value, buckets: usualBuckets, ...aged })}\n`);
  else output.write(csv ? asCsv(aged) : asText(aged, counted.value));
  return exitCodes.done;
}

/** Undefined: no instant. */
function instantOf(text: string): Date | undefined {
  const instant = new Date(text);
  return instantForm.test(text) && !Number.isNaN(instant.getTime()) ? instant : undefined;
}

const bucketNames = [
  ...usualBuckets.map((last, index) => `${(usualBuckets[index - 1] ?? 0) + 1}-${last}`),
  `over ${usualBuckets.at(-1) ?? 0}`,
];
const columnNames = ['not due', ...bucketNames, 'credits', 'on account', 'balance'];

function amountsOf({ notDueMinor, pastDueMinor, creditsMinor, onAccountMinor, currency }: AgedRow): readonly string[] {
  const owed = pastDueMinor.reduce((sum, minor) => sum + minor, notDueMinor);
  const columns = [notDueMinor, ...pastDueMinor, creditsMinor, onAccountMinor, owed - creditsMinor - onAccountMinor];
  return columns.map((minor) => formatDecimal(money(minor, currency)));
}

const suspenseName = 'unidentified (471)';

function asCsv({ rows, suspense }: AgedBalance): string {
  const heading = [
    'customer_code',
    'customer_name',
    'currency',
    ...columnNames.map((name) => name.replaceAll(/\W/g, '_')),
  ];
  return stringify([
    heading,
    ...rows.map((row) => [spreadsheetText(row.code), spreadsheetText(row.name), row.currency, ...amountsOf(row)]),
    ...suspense.map(({ currency, minor }) => [
      '',
      suspenseName,
      currency,
      ...columnNames.slice(0, -2).map(() => ''),
      formatDecimal(money(minor, currency)),
      formatDecimal(money(-minor, currency)),
    ]),
  ]);
}

function asText({ rows, suspense }: AgedBalance, day: LocalDate): string {
  if (rows.length === 0 && suspense.length === 0) return 'Nothing is owed.\n';
  const table = textTable(
    ['left', 'left', 'left', ...columnNames.map(() => 'right' as const)],
    [
      ['customer', '', '', ...columnNames],
      ...rows.map((row) => [row.code, row.name.slice(0, 30), row.currency, ...amountsOf(row).map(grouped)]),
    ],
  );
  const unknown = suspense.map(
    ({ currency, minor }) => `  ${suspenseName}: ${grouped(formatDecimal(money(minor, currency)))} ${currency}\n`,
  );
  return `Days past due on ${day}\n${table}\n${unknown.join('')}`;
}
