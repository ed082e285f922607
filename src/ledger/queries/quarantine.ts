/** The files that are set aside, each with its reason and place; and the bytes of any file that came. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Pool } from 'pg';
import type { FileSha256, LedgerId } from '../../domain/ids.ts';
import type { Finding } from '../../domain/statement.ts';
import { LedgerError } from '../errors.ts';
import { statementFileArrivals, statementFiles } from '../schema.ts';
import { inLedger } from '../transaction.ts';
import { document, readLedger } from './orm.ts';
import { readStoredChunk } from './statement-file-bytes.ts';
import { pageOf, seek, type Page, type PageRequest } from './page.ts';
import { fileSelection, isArrivalOfFile, isFirstArrival, type StatementFileRecord } from './statement-files.ts';

export type FileSetAside = StatementFileRecord & Readonly<{ parser: string | null; findings: Finding[] }>;

/** Quarantined and held, the latest to arrive first. */
export async function listQuarantine(
  pool: Pool,
  ledgerId: LedgerId,
  request: PageRequest,
): Promise<Page<FileSetAside>> {
  const page = seek({ columns: [statementFileArrivals.id], direction: 'descending' }, request);
  const isSetAside = inArray(statementFiles.state, ['quarantined', 'held']);
  const rows = await readLedger(pool, ledgerId, (orm) =>
    orm
      .select({
        file: {
          ...fileSelection,
          parser: statementFiles.parser,
          findings: document<Finding[]>(statementFiles.findings),
        },
        arrivalId: statementFileArrivals.id,
      })
      .from(statementFileArrivals)
      .innerJoin(statementFiles, isArrivalOfFile)
      .where(and(eq(statementFileArrivals.ledgerId, ledgerId), isFirstArrival(orm), isSetAside, page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
  const { items, next } = pageOf(rows, request, ({ arrivalId }) => [arrivalId]);
  return { items: items.map(({ file }) => file), next };
}

/**
 * The file whose identity begins with these digits.
 *
 * @throws LedgerError `ledger.not_found` when there is none, or more than one.
 */
export async function findFileByPrefix(pool: Pool, ledgerId: LedgerId, prefix: string): Promise<FileSha256> {
  const matches = await inLedger(
    pool,
    ledgerId,
    async (tx) =>
      /^[0-9a-f]{4,64}$/.test(prefix)
        ? await tx.query<{ sha256: FileSha256 }>(
            'select sha256 from statement_file where ledger_id = $1 and sha256 like $2 limit 2',
            [ledgerId, `${prefix}%`],
          )
        : { rows: [] },
    'snapshot',
  );
  const [only, other] = matches.rows;
  if (only === undefined || other !== undefined) throw new LedgerError('ledger.not_found', { statementFile: prefix });
  return only.sha256;
}

/**
 * The bytes of a file as it came. Each chunk is a transaction of its own: the bytes never change, and a slow reader
 * holds no connection.
 *
 * @throws LedgerError `ledger.not_found`
 */
export async function* readFileBytes(pool: Pool, ledgerId: LedgerId, sha256: FileSha256): AsyncGenerator<Uint8Array> {
  for (let chunkIndex = 0; ; chunkIndex += 1) {
    const bytes = await readChunk(pool, ledgerId, sha256, chunkIndex);
    if (bytes === undefined) return;
    yield bytes;
  }
}

const readChunk = (pool: Pool, ledgerId: LedgerId, sha256: FileSha256, chunkIndex: number) =>
  inLedger(pool, ledgerId, (tx) => readStoredChunk(tx, ledgerId, sha256, chunkIndex), 'snapshot');
