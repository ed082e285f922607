/** Exports that were asked for, and their bytes once they are made. */
import { and, eq } from 'drizzle-orm';
import type { Pool } from 'pg';
import type { ExportKind } from '../../domain/export.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { ExportParameters } from '../commands/exports.ts';
import { LedgerError } from '../errors.ts';
import { exportChunks, exports } from '../schema.ts';
import { document, readLedger, typed, type Orm } from './orm.ts';
import { pageOf, seek, type Page, type PageRequest } from './page.ts';

const selection = {
  id: exports.id,
  kind: typed<ExportKind>(exports.kind),
  parameters: document<ExportParameters>(exports.parameters),
  state: exports.state,
  fileName: exports.fileName,
  mediaType: exports.mediaType,
  byteCount: exports.byteCount,
  problem: exports.problem,
  requestedBy: exports.requestedBy,
  requestedAt: exports.requestedAt,
  readyAt: exports.readyAt,
};
const selectExports = (orm: Orm) => orm.select(selection).from(exports);
export type ListedExport = Awaited<ReturnType<typeof selectExports>>[number];

/** The latest asked for first; of those asked for at one instant, by id. */
export async function listExports(pool: Pool, ledgerId: LedgerId, request: PageRequest): Promise<Page<ListedExport>> {
  const page = seek({ columns: [exports.requestedAt, exports.id], direction: 'descending' }, request);
  const rows = await readLedger(pool, ledgerId, (orm) =>
    selectExports(orm)
      .where(and(eq(exports.ledgerId, ledgerId), page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
  return pageOf(rows, request, ({ requestedAt, id }) => [requestedAt.toISOString(), id]);
}

/** @throws LedgerError `ledger.not_found` */
export async function findExport(pool: Pool, ledgerId: LedgerId, id: string): Promise<ListedExport> {
  const [found] = await readLedger(pool, ledgerId, (orm) =>
    selectExports(orm).where(and(eq(exports.ledgerId, ledgerId), eq(exports.id, id))),
  );
  if (found === undefined) throw new LedgerError('ledger.not_found', { export: id });
  return found;
}

/**
 * The bytes of an export that is ready. No connection is held between two chunks, so that a slow reader keeps none from
 * others: chunks never change.
 */
export async function* readExportBytes(pool: Pool, ledgerId: LedgerId, id: string): AsyncGenerator<Buffer> {
  for (let chunkIndex = 0; ; chunkIndex += 1) {
    const [chunk] = await readLedger(pool, ledgerId, (orm) =>
      orm
        .select({ bytes: exportChunks.bytes })
        .from(exportChunks)
        .where(
          and(
            eq(exportChunks.ledgerId, ledgerId),
            eq(exportChunks.exportId, id),
            eq(exportChunks.chunkIndex, chunkIndex),
          ),
        ),
    );
    if (chunk === undefined) return;
    yield Buffer.from(chunk.bytes);
  }
}
