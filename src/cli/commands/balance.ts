import { parseLocalDate, type LocalDate } from '../../domain/local-date.ts';
import { formatDecimal, money } from '../../domain/money.ts';
import { agedBalance, usualBuckets, type AgedBalance } from '../../ledger/queries/aged-balance.ts';
import {
  agedAmountsOf,
  agedBalanceCsv,
  agedColumnNames,
  suspenseName,
} from '../../workers/exports/aged-balance-csv.ts';
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
  else output.write(csv ? agedBalanceCsv(aged) : asText(aged, counted.value));
  return exitCodes.done;
}

/** Undefined: no instant. */
function instantOf(text: string): Date | undefined {
  const instant = new Date(text);
  return instantForm.test(text) && !Number.isNaN(instant.getTime()) ? instant : undefined;
}

function asText({ rows, suspense }: AgedBalance, day: LocalDate): string {
  if (rows.length === 0 && suspense.length === 0) return 'Nothing is owed.\n';
  const table = textTable(
    ['left', 'left', 'left', ...agedColumnNames.map(() => 'right' as const)],
    [
      ['customer', '', '', ...agedColumnNames],
      ...rows.map((row) => [row.code, row.name.slice(0, 30), row.currency, ...agedAmountsOf(row).map(grouped)]),
    ],
  );
  const unknown = suspense.map(
    ({ currency, minor }) => `  ${suspenseName}: ${grouped(formatDecimal(money(minor, currency)))} ${currency}\n`,
  );
  return `Days past due on ${day}\n${table}\n${unknown.join('')}`;
}
