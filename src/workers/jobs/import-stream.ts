/**
 * Imports that arrive as a stream: rows are taken in batches, one being written while the next is read. The first row
 * that can't be taken ends it; all before it were, and stay. So a stream that broke, or was refused, is sent again whole.
 */
import { Readable } from 'node:stream';
import { setImmediate as immediate } from 'node:timers/promises';
import type { LedgerId } from '../../domain/ids.ts';
import type { RowProblem } from '../../domain/open-item.ts';
import { legalTerms } from '../../domain/payment-terms.ts';
import { bankAccountForm } from '../../ingest/open-items/bank-account-row.ts';
import { collectionForm } from '../../ingest/open-items/collection-row.ts';
import { customerForm } from '../../ingest/open-items/customer-row.ts';
import { exchangeRateForm } from '../../ingest/open-items/exchange-rate-row.ts';
import { openItemForm } from '../../ingest/open-items/open-item-row.ts';
import { rowReader, type RowForm, type RowFormat, type RowRecord } from '../../ingest/open-items/rows.ts';
import { importCustomers } from '../../ledger/commands/import-customers.ts';
import { importExchangeRates } from '../../ledger/commands/import-exchange-rates.ts';
import { importOpenItems } from '../../ledger/commands/import-open-items.ts';
import { importProblem } from '../../ledger/commands/import-refusals.ts';
import { registerBankAccount } from '../../ledger/commands/register-bank-account.ts';
import { readImportTarget } from '../../ledger/queries/import-target.ts';
import { act, type WorkContext } from '../work-context.ts';
import { addImported, nothingImported, rowsPerBatch, type Imported } from './imported.ts';
import { seenDocuments } from './seen-documents.ts';
import { gatherRows, takeCollections } from './take-collections.ts';

/** The bytes, as they come, and what they are. */
export type RowStream = Readonly<{ format: RowFormat; bytes: AsyncIterable<Uint8Array> }>;
/** `problem`: of the row that ended the import; null when all were taken. */
export type StreamImported = Omit<Imported, 'refused'> & Readonly<{ problem: RowProblem | null }>;

type Importer = Pick<WorkContext, 'pool' | 'actor' | 'now'>;
type Row<T> = Readonly<{ line: number; value: T }>;

/**
 * Open items; a document that is named a second time is a row that can't be taken.
 *
 * @throws what the stream or the database throws. Batches before it stay.
 */
export async function importOpenItemStream(
  importer: Importer,
  ledgerId: LedgerId,
  stream: RowStream,
): Promise<StreamImported> {
  const form = openItemForm(await readImportTarget(importer.pool, ledgerId, legalTerms));
  const seen = seenDocuments();
  const rows = readRowChunks(stream, {
    ...form,
    read(row, line) {
      const record = form.read(row, line);
      if (!record.ok) return record;
      const { customerCode, kind, documentNumber } = record.value;
      return seen.isFirst(customerCode, kind, documentNumber)
        ? record
        : { ok: false, error: importProblem('import.duplicate_row', line, `${customerCode} ${documentNumber}`) };
    },
  });
  return takeUntilProblem(rows, (batch) => {
    const records = batch.map(({ line, value }) => ({ line, record: value }));
    return importOpenItems(importer.pool, ledgerId, records, act(importer), { refused: 'stop' });
  });
}

/** Customers; the last row of a code stands. @throws as {@link importOpenItemStream} */
export const importCustomerStream = (
  importer: Importer,
  ledgerId: LedgerId,
  stream: RowStream,
): Promise<StreamImported> =>
  takeUntilProblem(readRowChunks(stream, customerForm), (batch) =>
    importCustomers(
      importer.pool,
      ledgerId,
      batch.map(({ value }) => value),
      act(importer),
    ),
  );

/** Bank accounts of the company. @throws LedgerError as `registerBankAccount` */
export const importBankAccountStream = (
  importer: Importer,
  ledgerId: LedgerId,
  stream: RowStream,
): Promise<StreamImported> =>
  takeUntilProblem(readRowChunks(stream, bankAccountForm), async (batch) => {
    const count = { registered: 0, changed: 0, unchanged: 0 };
    for (const { value } of batch) count[await registerBankAccount(importer.pool, ledgerId, value, act(importer))] += 1;
    return { added: count.registered, changed: count.changed, unchanged: count.unchanged };
  });

/** Exchange rates. @throws as {@link importOpenItemStream} */
export const importExchangeRateStream = (
  importer: Importer,
  ledgerId: LedgerId,
  stream: RowStream,
): Promise<StreamImported> =>
  takeUntilProblem(readRowChunks(stream, exchangeRateForm), (batch) =>
    importExchangeRates(importer.pool, ledgerId, batch, act(importer), 'stop'),
  );

/**
 * Collections: read to the end before the first is taken. Where a row can't be read none is; of those that the ledger
 * refuses the others are taken. @throws as {@link importOpenItemStream}
 */
export async function importCollectionStream(
  importer: Importer,
  ledgerId: LedgerId,
  stream: RowStream,
): Promise<StreamImported> {
  const gathered = await gatherRows(readRowChunks(stream, collectionForm));
  const isWhole = gathered.refused.length === 0;
  const { refused, ...taken } = await takeCollections(
    importer,
    ledgerId,
    isWhole ? gathered : { ...gathered, whole: [] },
  );
  return { ...taken, problem: refused[0] ?? null };
}

/** One row as a stream: what is said of one document is checked as what is said of a million. */
export const streamOf = (row: Readonly<Record<string, unknown>>): RowStream => ({
  format: 'jsonl',
  bytes: Readable.from([Buffer.from(JSON.stringify(row))]),
});

/** Bytes that are read in one go. Between them others have their turn: the database's answers, and who else asks. */
const bytesPerTurn = 8_192;

/** The rows of the stream, as they are completed. */
export async function* readRowChunks<T>(
  { format, bytes }: RowStream,
  form: RowForm<T>,
): AsyncGenerator<readonly RowRecord<T>[]> {
  const reader = rowReader(format, form);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const piece of bytes) {
    for (let at = 0; at < piece.length; at += bytesPerTurn) {
      yield reader.push(decoder.decode(piece.subarray(at, at + bytesPerTurn), { stream: true }));
      await immediate();
    }
  }
  yield reader.push(decoder.decode());
  yield reader.end();
}

async function takeUntilProblem<T>(
  chunks: AsyncIterable<readonly RowRecord<T>[]>,
  takeBatch: (rows: readonly Row<T>[]) => Promise<Partial<Imported>>,
): Promise<StreamImported> {
  let total = nothingImported;
  let batch: Row<T>[] = [];
  let writing: Promise<Partial<Imported>> | null = null;
  /** Waits for the batch before, then begins with this one. @returns whether all is well so far. */
  const write = async (): Promise<boolean> => {
    if (writing !== null) total = addImported(total, await writing);
    writing = batch.length === 0 || total.refused.length > 0 ? null : takeBatch(batch);
    writing?.catch(() => undefined); // Told by whoever waits for it.
    batch = [];
    return total.refused.length === 0;
  };
  const readOn = async (): Promise<RowProblem | null> => {
    for await (const rows of chunks) {
      for (const row of rows) {
        if (row.kind === 'problem') return row.problem;
        if (batch.push(row) >= rowsPerBatch && !(await write())) return null;
      }
    }
    return null;
  };
  try {
    const problem = await readOn();
    await write();
    await write();
    const { refused, ...taken } = total;
    // What the ledger refuses stands before what could not be read: that was read later.
    return { ...taken, problem: refused[0] ?? problem };
  } finally {
    // Nobody goes on while something is still being written, however this ends.
    await Promise.allSettled([Promise.resolve(writing)]);
  }
}
