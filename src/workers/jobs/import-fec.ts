/** A FEC as an import of open items: read whole, because what a letter leaves is known at its end, then taken in batches. */
import { open } from 'node:fs/promises';
import type { LedgerId } from '../../domain/ids.ts';
import type { RowProblem } from '../../domain/open-item.ts';
import { looksLikeFec } from '../../ingest/fec/heading.ts';
import { fecReader, type FecOptions, type FecRead } from '../../ingest/fec/read-fec.ts';
import { ingestLimits } from '../../ingest/limits.ts';
import { importCustomers } from '../../ledger/commands/import-customers.ts';
import { importOpenItems } from '../../ledger/commands/import-open-items.ts';
import { readImportTarget } from '../../ledger/queries/import-target.ts';
import { act, type WorkContext } from '../work-context.ts';
import { addImported, nothingImported, rowsPerBatch, type Imported, type OpenItemImport } from './imported.ts';

/** Whether the file begins with the heading of a FEC, whatever it is called. */
export async function isFecFile(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const head = new Uint8Array(ingestLimits.sniffBytes);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return looksLikeFec(head.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/**
 * Takes what is open in a FEC, with the customers that are new; of what is settled, only documents that are known and
 * still open here are touched. Customers that are known keep their name, IBANs and terms.
 */
export async function importFec(
  context: Pick<WorkContext, 'pool' | 'actor' | 'now'>,
  ledgerId: LedgerId,
  bytes: AsyncIterable<Uint8Array>,
  { terms, ...options }: OpenItemImport,
): Promise<Imported> {
  const target = await readImportTarget(context.pool, ledgerId, terms);
  const { customers, documents, problems } = await readFec(bytes, { ...target, ...options });
  for (const batch of batchesOf(customers)) await importCustomers(context.pool, ledgerId, batch, act(context), 'leave');
  let total: Imported = { ...nothingImported, refused: problems };
  for (const batch of batchesOf(documents)) {
    const taken = await importOpenItems(context.pool, ledgerId, batch, act(context), { unknownClosed: 'leave' });
    total = addImported(total, taken);
  }
  return { ...total, refused: total.refused.toSorted(byLine) };
}

async function readFec(bytes: AsyncIterable<Uint8Array>, options: FecOptions): Promise<FecRead> {
  const reader = fecReader(options);
  for await (const piece of bytes) reader.push(piece);
  return reader.end();
}

const byLine = (a: RowProblem, b: RowProblem): number => a.line - b.line;

function* batchesOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += rowsPerBatch) yield all.slice(start, start + rowsPerBatch);
}
