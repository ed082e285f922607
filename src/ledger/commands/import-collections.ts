/**
 * Takes one collection as the treasury software hands it over: whole, or not at all, because what comes back is looked
 * for in it. The same again changes nothing.
 */
import type { Pool, PoolClient } from 'pg';
import type { LedgerId, OpenItemId } from '../../domain/ids.ts';
import type { RowProblem } from '../../domain/open-item.ts';
import { appendAuditEvents, type Act } from '../audit.ts';
import {
  documentKey,
  planCollection,
  type KnownDocuments,
  type NumberedRow,
  type StoredCollection,
  type StoredCollectionLine,
} from '../plan/collection-import.ts';
import { inLedger } from '../transaction.ts';
import { enqueueMatching } from './enqueue-matching.ts';
import { importProblem } from './import-refusals.ts';

export type CollectionImported = Readonly<{ added: number; unchanged: number; refused: readonly RowProblem[] }>;

const collectionSpace = 0x4c45_5457;

/** @param rows - of one reference; one at least. @returns counts of rows. */
export async function importCollection(
  pool: Pool,
  ledgerId: LedgerId,
  reference: string,
  rows: readonly NumberedRow[],
  act: Act,
): Promise<CollectionImported> {
  return inLedger(pool, ledgerId, async (tx) => {
    // Two imports of one reference take turns, though there is no row yet to lock.
    await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [collectionSpace, `${ledgerId} ${reference}`]);
    const documents = await findDocuments(tx, ledgerId, rows);
    const plan = planCollection(rows, documents, await readStored(tx, ledgerId, reference));
    if (!plan.ok) {
      const refused = plan.error.map(({ code, line, found }) => importProblem(code, line, found));
      return { added: 0, unchanged: 0, refused };
    }
    if (plan.value === 'unchanged') return { added: 0, unchanged: rows.length, refused: [] };
    await insertCollection(tx, ledgerId, plan.value);
    const { lines, ...details } = plan.value;
    const event = { type: 'collection.added', subject: reference, details: { ...details, lineCount: lines.length } };
    await appendAuditEvents(tx, ledgerId, [event], act);
    await enqueueMatching(tx, ledgerId);
    return { added: rows.length, unchanged: 0, refused: [] };
  });
}

/** Documents that debit the customer; of an invoice and a down-payment of one number, the invoice. */
async function findDocuments(
  tx: PoolClient,
  ledgerId: LedgerId,
  rows: readonly NumberedRow[],
): Promise<KnownDocuments> {
  const { rows: found } = await tx.query<{
    customerCode: string;
    documentNumber: string;
    currency: NumberedRow['row']['currency'];
    id: OpenItemId;
  }>(
    `select distinct on (c.code, i.document_number, i.currency) c.code as "customerCode",
       i.document_number as "documentNumber", i.currency, i.id
     from (select distinct * from unnest($2::text[], $3::text[]) as t (code, number)) asked
     join customer c on c.ledger_id = $1 and c.code = asked.code
     join open_item i on i.ledger_id = $1 and i.customer_id = c.id and i.document_number = asked.number
       and i.kind in ('invoice', 'down_payment')
     order by c.code, i.document_number, i.currency, i.kind desc`,
    [ledgerId, rows.map(({ row }) => row.customerCode), rows.map(({ row }) => row.documentNumber)],
  );
  return new Map(found.map((document) => [documentKey(document), document.id]));
}

async function readStored(tx: PoolClient, ledgerId: LedgerId, reference: string): Promise<StoredCollection | null> {
  const { rows } = await tx.query<Omit<StoredCollection, 'lines'>>(
    `select reference, collection_date as "collectionDate", scheme, currency, amount_minor as "amountMinor"
     from collection where ledger_id = $1 and reference = $2`,
    [ledgerId, reference],
  );
  const [collection] = rows;
  if (collection === undefined) return null;
  const lines = await tx.query<StoredCollectionLine>(
    `select end_to_end_id as "endToEndId", mandate_id as "mandateId", open_item_id as "openItemId",
       amount_minor as "amountMinor"
     from collection_line where ledger_id = $1 and reference = $2 order by line_index`,
    [ledgerId, reference],
  );
  return { ...collection, lines: lines.rows };
}

async function insertCollection(
  tx: PoolClient,
  ledgerId: LedgerId,
  { reference, collectionDate, scheme, currency, amountMinor, lines }: StoredCollection,
): Promise<void> {
  await tx.query(
    `insert into collection (ledger_id, reference, collection_date, scheme, currency, amount_minor, line_count)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [ledgerId, reference, collectionDate, scheme, currency, amountMinor, lines.length],
  );
  await tx.query(
    `insert into collection_line (ledger_id, reference, line_index, end_to_end_id, mandate_id, open_item_id, amount_minor)
     select $1, $2, position - 1, end_to_end_id, mandate_id, item, amount
     from unnest($3::text[], $4::text[], $5::uuid[], $6::bigint[]) with ordinality
       as t (end_to_end_id, mandate_id, item, amount, position)`,
    [
      ledgerId,
      reference,
      lines.map(({ endToEndId }) => endToEndId),
      lines.map(({ mandateId }) => mandateId),
      lines.map(({ openItemId }) => openItemId),
      lines.map(({ amountMinor: minor }) => minor),
    ],
  );
}
