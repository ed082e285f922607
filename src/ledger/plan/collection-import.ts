/** Whether a collection can be taken as its rows say. Pure. */
import type { CollectionRow } from '../../domain/collection.ts';
import type { OpenItemId } from '../../domain/ids.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { importRefusals } from '../commands/import-refusals.ts';

export type NumberedRow = Readonly<{ line: number; row: CollectionRow }>;
export type CollectionRefusal = Readonly<{ line: number; code: keyof typeof importRefusals; found: string }>;

export type StoredCollectionLine = Readonly<{
  endToEndId: string;
  mandateId: string | null;
  openItemId: OpenItemId;
  amountMinor: bigint;
}>;
export type StoredCollection = Pick<CollectionRow, 'reference' | 'collectionDate' | 'scheme' | 'currency'> &
  Readonly<{ amountMinor: bigint; lines: readonly StoredCollectionLine[] }>;

/** By {@link documentKey}. */
export type KnownDocuments = ReadonlyMap<string, OpenItemId>;
export const documentKey = ({
  customerCode,
  documentNumber,
  currency,
}: Pick<CollectionRow, 'customerCode' | 'documentNumber' | 'currency'>): string =>
  JSON.stringify([customerCode, documentNumber, currency]);

/**
 * @param rows - of one reference, in the order of the file; one at least.
 * @param stored - what is known of the reference.
 * @returns what to store, `unchanged` when it is there already in whatever order, or every reason against it.
 */
export function planCollection(
  rows: readonly NumberedRow[],
  documents: KnownDocuments,
  stored: StoredCollection | null,
): Result<StoredCollection | 'unchanged', readonly CollectionRefusal[]> {
  const [first] = rows;
  if (first === undefined) throw new Error('a collection without rows');
  const { reference, collectionDate, scheme, currency, controlMinor } = first.row;
  const refusals: CollectionRefusal[] = [];
  const lines: StoredCollectionLine[] = [];
  const seen = new Set<string>();
  for (const { line, row } of rows) {
    const { endToEndId, mandateId, customerCode, documentNumber, amountMinor } = row;
    const refuse = (code: CollectionRefusal['code']) =>
      refusals.push({ line, code, found: `${reference} ${customerCode} ${documentNumber}` });
    const openItemId = documents.get(documentKey(row));
    const key = JSON.stringify([endToEndId, openItemId]);
    const isEven =
      row.collectionDate === collectionDate &&
      row.scheme === scheme &&
      row.currency === currency &&
      row.controlMinor === controlMinor;
    if (!isEven) refuse('import.collection_uneven');
    else if (openItemId === undefined) refuse('import.document_unknown');
    else if (seen.has(key)) refuse('import.duplicate_row');
    else lines.push({ endToEndId, mandateId, openItemId, amountMinor });
    seen.add(key);
  }
  if (refusals.length > 0) return err(refusals);
  const amountMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0n);
  const refuseAll = (code: CollectionRefusal['code']) => err([{ line: first.line, code, found: reference }]);
  if (controlMinor !== null && controlMinor !== amountMinor) return refuseAll('import.collection_sum');
  const told = { reference, collectionDate, scheme, currency, amountMinor, lines };
  if (stored === null) return ok(told);
  return contentOf(told) === contentOf(stored) ? ok('unchanged') : refuseAll('import.collection_changed');
}

/** One text for the same lines in any order. */
function contentOf({ collectionDate, scheme, currency, lines }: StoredCollection): string {
  const texts = lines.map((line) =>
    JSON.stringify([line.endToEndId, line.mandateId, line.openItemId, String(line.amountMinor)]),
  );
  return JSON.stringify([collectionDate, scheme, currency, texts.toSorted()]);
}
