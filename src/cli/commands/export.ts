import type { PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { parseLocalDate } from '../../domain/local-date.ts';
import { exportAllocations } from '../../ledger/queries/export-allocations.ts';
import { exportCashEvents } from '../../ledger/queries/export-cash-events.ts';
import { exportLettering } from '../../ledger/queries/export-lettering.ts';
import { exportPostings } from '../../ledger/queries/export-postings.ts';
import type { ExportPeriod } from '../../ledger/queries/export-rows.ts';
import { inLedger } from '../../ledger/transaction.ts';
import {
  allocationCsv,
  bookLineCsv,
  cashEventCsv,
  fecAnnexe,
  fecShape,
  jsonLines,
  type Shape,
} from '../export-shapes.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';
import { writeWholeFile, type Write } from '../whole-file.ts';

export const exportKinds = ['lettering', 'postings', 'allocations', 'cash-events'] as const;
export type ExportKind = (typeof exportKinds)[number];
export const exportFormats = ['csv', 'fec', 'jsonl'] as const;
type ExportFormat = (typeof exportFormats)[number];

export type ExportOptions = Readonly<{
  ledger: string;
  from?: string;
  to?: string;
  format?: ExportFormat;
  after: string;
  out?: string;
}>;

/** The first is what is written when nothing else is asked for. */
const formatsOf: Readonly<Record<ExportKind, readonly [ExportFormat, ...ExportFormat[]]>> = {
  lettering: ['fec', 'csv', 'jsonl'],
  postings: ['csv', 'fec', 'jsonl'],
  allocations: ['csv', 'jsonl'],
  'cash-events': ['jsonl', 'csv'],
};

/** A transaction that is run again would write its rows again: what was written can't be taken back. */
export class ExportInterrupted extends Error {
  override readonly name = 'ExportInterrupted';
  constructor(rowCount: number) {
    super(`The connection was lost after ${rowCount} rows; the export is not whole. Run it again.`);
  }
}

/** `lettrage export`: rows of one snapshot to stdout, or with `--out` to a file, which is written whole or not at all. */
export async function exportLedger(
  session: Session,
  output: Output,
  kind: ExportKind,
  options: ExportOptions,
): Promise<ExitCode> {
  const [preferred, ...others] = formatsOf[kind];
  const format = output.isJson ? 'jsonl' : (options.format ?? preferred);
  if (format !== preferred && !others.includes(format)) {
    output.say(`${kind} can be written as ${[preferred, ...others].join(', ')}.`);
    return exitCodes.usage;
  }
  const scope = scopeOf(options);
  if (typeof scope === 'string') {
    output.say(scope);
    return exitCodes.usage;
  }
  const ledgerId = await ledgerFor(session, options.ledger, 'use');
  const write = (to: Write) => writeRows(session, ledgerId, { kind, format, scope }, to);
  if (options.out === undefined) await write(async (text) => output.write(text));
  else await writeWholeFile(options.out, write);
  return exitCodes.done;
}

type Scope = ExportPeriod & Readonly<{ after: bigint }>;

/** @returns a sentence for the user when an option can't be read. */
function scopeOf({ from, to, after }: ExportOptions): Scope | string {
  const days = [from, to].map((text) => (text === undefined ? null : parseLocalDate(text)));
  const wrong = [from, to].find((_, index) => days[index]?.ok === false);
  if (wrong !== undefined) return `${wrong} is not a day; write 2026-03-02.`;
  if (!/^\d{1,18}$/.test(after)) return '--after takes the cursor of an event, a whole number.';
  const [first, last] = days.map((day) => (day?.ok === true ? day.value : null));
  return { from: first ?? null, to: last ?? null, after: BigInt(after) };
}

type Asked = Readonly<{ kind: ExportKind; format: ExportFormat; scope: Scope }>;

async function writeRows({ context }: Session, ledgerId: LedgerId, asked: Asked, write: Write): Promise<void> {
  let rowCount = 0;
  let isBegun = false;
  const copy = async <Row>(shape: Shape<Row>, rows: AsyncIterable<Row>): Promise<void> => {
    isBegun = true;
    await write(shape.heading);
    for await (const row of rows) {
      await write(shape.line(row));
      rowCount += 1;
    }
  };
  const work = async (tx: PoolClient): Promise<void> => {
    if (isBegun) throw new ExportInterrupted(rowCount);
    await copyRows(tx, ledgerId, asked, copy);
  };
  await inLedger(context.pool, ledgerId, work, 'snapshot');
}

type Copy = <Row>(shape: Shape<Row>, rows: AsyncIterable<Row>) => Promise<void>;

async function copyRows(tx: PoolClient, ledgerId: LedgerId, { kind, format, scope }: Asked, copy: Copy): Promise<void> {
  const isCsv = format === 'csv';
  if (kind === 'allocations') await copy(isCsv ? allocationCsv : jsonLines, exportAllocations(tx, ledgerId, scope));
  else if (kind === 'cash-events') await copy(isCsv ? cashEventCsv : jsonLines, exportCashEvents(tx, ledgerId, scope));
  else {
    const fec = kind === 'lettering' ? fecAnnexe : fecShape;
    const shape = format === 'fec' ? fec : isCsv ? bookLineCsv : jsonLines;
    await copy(
      shape,
      kind === 'lettering' ? exportLettering(tx, ledgerId, scope) : exportPostings(tx, ledgerId, scope),
    );
  }
}
