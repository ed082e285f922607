import type { OpenItemId } from '../../domain/ids.ts';
import { keyOf } from '../key-text.ts';
import { readUuid } from '../uuid-bytes.ts';

/** Direct debits that were sent to the bank together and come back as one entry. */
export type PartitionCollection = Readonly<{ reference: string; openItemIds: readonly OpenItemId[] }>;

/** Collections by key; their items by a look through all ids, once. */
export function writeCollections(collections: readonly PartitionCollection[], itemIds: Uint8Array) {
  if (collections.length === 0) return [];
  const wanted = new Set(collections.flatMap(({ openItemIds }) => openItemIds));
  const rows = new Map<string, number>();
  for (let row = 0; row * 16 < itemIds.length; row += 1) {
    const id = readUuid(itemIds, row * 16);
    if (wanted.has(id as OpenItemId)) rows.set(id, row);
  }
  return collections
    .map(({ reference, openItemIds }) => ({
      key: keyOf(reference),
      items: Uint32Array.from(openItemIds.flatMap((id) => rows.get(id) ?? [])).toSorted(),
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
