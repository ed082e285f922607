/** Collections of one file or stream: read to its end, then taken one by one, each whole or not at all. */
import type { LedgerId } from '../../domain/ids.ts';
import type { ReadCollectionRow } from '../../ingest/open-items/collection-row.ts';
import type { RowRecord } from '../../ingest/open-items/rows.ts';
import { importCollection } from '../../ledger/commands/import-collections.ts';
import { act, type WorkContext } from '../work-context.ts';
import { gatherCollections, type GatheredCollections } from './collections-of-file.ts';
import { addImported, nothingImported, type Imported } from './imported.ts';

/** @param chunks - rows as they come. */
export async function gatherRows(
  chunks: AsyncIterable<readonly RowRecord<ReadCollectionRow>[]>,
): Promise<GatheredCollections> {
  const gathered = gatherCollections();
  for await (const rows of chunks) for (const row of rows) gathered.add(row);
  return gathered.end();
}

/** @returns what was refused in the order of the lines. */
export async function takeCollections(
  importer: Pick<WorkContext, 'pool' | 'actor' | 'now'>,
  ledgerId: LedgerId,
  { whole, refused }: GatheredCollections,
): Promise<Imported> {
  let total = addImported(nothingImported, { refused });
  for (const { reference, rows } of whole)
    total = addImported(total, await importCollection(importer.pool, ledgerId, reference, rows, act(importer)));
  return { ...total, refused: total.refused.toSorted((a, b) => a.line - b.line) };
}
