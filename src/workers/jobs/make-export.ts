/** Makes an export that was asked for, from one snapshot: all of it is there, or nothing. */
import type { PoolClient } from 'pg';
import type { AskedExport, ExportFormat } from '../../domain/export.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import {
  finishExport,
  giveUpExport,
  keepExportChunk,
  readWaitingExport,
  type MadeFile,
} from '../../ledger/commands/exports.ts';
import { LedgerError } from '../../ledger/errors.ts';
import { mostAttempts, type Job } from '../../ledger/jobs.ts';
import { inLedger } from '../../ledger/transaction.ts';
import { copyRows } from '../exports/copy-rows.ts';
import type { WorkContext } from '../work-context.ts';

const chunkCharacters = 256 * 1024;

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  fec: 'text/plain; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};
const extensions: Readonly<Record<ExportFormat, string>> = { csv: 'csv', fec: 'txt', jsonl: 'jsonl' };

/**
 * Memory is bounded: a chunk of text and a page of rows. What the ledger refuses is told to who asked and not tried again;
 * what fails otherwise is tried by the next attempt of the job, and given up with the last.
 */
export async function makeExport({ pool, now }: Pick<WorkContext, 'pool' | 'now'>, job: Job): Promise<void> {
  const { ledgerId, key, attempt } = job;
  try {
    await inLedger(pool, ledgerId, (tx) => copyInto(tx, ledgerId, key, now()), 'copy');
  } catch (error) {
    if (error instanceof LedgerError) return giveUpExport(pool, ledgerId, key, error.message);
    if (attempt >= mostAttempts) await giveUpExport(pool, ledgerId, key, 'It failed too often; the log says why.');
    throw error;
  }
}

async function copyInto(tx: PoolClient, ledgerId: LedgerId, id: string, now: Date): Promise<void> {
  const asked = await readWaitingExport(tx, ledgerId, id);
  if (asked === null) return;
  let text = '';
  let chunkIndex = 0;
  let byteCount = 0n;
  const flush = async () => {
    const bytes = Buffer.from(text);
    text = '';
    await keepExportChunk(tx, ledgerId, id, chunkIndex, bytes);
    chunkIndex += 1;
    byteCount += BigInt(bytes.length);
  };
  const today = now.toISOString().slice(0, 10) as LocalDate;
  await copyRows(tx, ledgerId, asked, today, async (part) => {
    text += part;
    if (text.length >= chunkCharacters) await flush();
  });
  await flush();
  await finishExport(tx, ledgerId, id, { ...fileOf(asked, now), byteCount }, now);
}

/** `lettering-20260331T081500Z.txt` */
const fileOf = ({ kind, format }: AskedExport, now: Date): Omit<MadeFile, 'byteCount'> => ({
  fileName: `${kind}-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.${extensions[format]}`,
  mediaType: mediaTypes[format],
});
