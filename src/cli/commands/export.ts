import type { PoolClient } from 'pg';
import {
  checkExport,
  formatsOf,
  type AskedExport,
  type ExportFormat,
  type ExportKind,
  type ExportScope,
} from '../../domain/export.ts';
import type { LedgerId } from '../../domain/ids.ts';
import { parseLocalDate, type LocalDate } from '../../domain/local-date.ts';
import { inLedger } from '../../ledger/transaction.ts';
import { copyRows, type Write } from '../../workers/exports/copy-rows.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';
import { writeWholeFile } from '../whole-file.ts';

export type ExportOptions = Readonly<{
  ledger: string;
  from?: string;
  to?: string;
  format?: ExportFormat;
  after: string;
  out?: string;
}>;

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
  const asked = askedOf(kind, output.isJson ? 'jsonl' : options.format, options);
  if (typeof asked === 'string') {
    output.say(asked);
    return exitCodes.usage;
  }
  const ledgerId = await ledgerFor(session, options.ledger, 'use');
  const write = (to: Write) => writeRows(session, ledgerId, asked, to);
  if (options.out === undefined) await write(async (text) => output.write(text));
  else await writeWholeFile(options.out, write);
  return exitCodes.done;
}

/** @returns a sentence for the user when an option can't be read or is not for this kind. */
function askedOf(kind: ExportKind, format: ExportFormat | undefined, options: ExportOptions): AskedExport | string {
  const scope = scopeOf(options);
  if (typeof scope === 'string') return scope;
  const asked = checkExport(kind, format, scope);
  if (asked.ok) return asked.value;
  return asked.error === 'format'
    ? `${kind} can be written as ${formatsOf[kind].join(', ')}.`
    : `${kind} takes no --${asked.error}.`;
}

function scopeOf({ from, to, after }: ExportOptions): ExportScope | string {
  const days = [from, to].map((text) => (text === undefined ? null : parseLocalDate(text)));
  const wrong = [from, to].find((_, index) => days[index]?.ok === false);
  if (wrong !== undefined) return `${wrong} is not a day; write 2026-03-02.`;
  if (!/^\d{1,18}$/.test(after)) return '--after takes the cursor of an event, a whole number.';
  const [first, last] = days.map((day) => (day?.ok === true ? day.value : null));
  return { from: first ?? null, to: last ?? null, after: BigInt(after) };
}

async function writeRows({ context }: Session, ledgerId: LedgerId, asked: AskedExport, write: Write): Promise<void> {
  let textCount = 0;
  const today = context.now().toISOString().slice(0, 10) as LocalDate;
  const work = async (tx: PoolClient): Promise<void> => {
    // The first text is the heading.
    if (textCount > 0) throw new ExportInterrupted(textCount - 1);
    await copyRows(tx, ledgerId, asked, today, async (text) => {
      await write(text);
      textCount += 1;
    });
  };
  await inLedger(context.pool, ledgerId, work, 'snapshot');
}
