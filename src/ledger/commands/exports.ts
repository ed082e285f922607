/** Exports that are asked for now and made by a job: see `workers/jobs/make-export.ts`. */
import type { Pool, PoolClient } from 'pg';
import { checkExport, type AskedExport, type ExportFormat, type ExportKind } from '../../domain/export.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { canonicalJson } from '../canonical-json.ts';
import { LedgerError } from '../errors.ts';
import { enqueue } from '../jobs.ts';
import { inLedger } from '../transaction.ts';
import type { Act } from '../audit.ts';

/** In the form that it is kept and shown in: a cursor is a decimal string. */
export type ExportParameters = Readonly<{
  format: ExportFormat;
  from: LocalDate | null;
  to: LocalDate | null;
  after: string;
}>;
export type ExportRequest = Readonly<
  { kind: ExportKind; format?: ExportFormat } & Partial<Omit<ExportParameters, 'format'>>
>;

const mostWaiting = 20;

/**
 * Asks for an export. Asking again with the same id is asking once.
 *
 * @throws LedgerError `ledger.export_refused`, `ledger.exports_waiting`, `ledger.command_reused`
 */
export async function requestExport(
  pool: Pool,
  ledgerId: LedgerId,
  id: string,
  request: ExportRequest,
  { actor, now }: Act,
): Promise<void> {
  const { kind, from = null, to = null, after = '0' } = request;
  const asked = checkExport(kind, request.format, { from, to, after: BigInt(after) });
  if (!asked.ok) throw new LedgerError('ledger.export_refused', { kind, parameter: asked.error });
  const parameters: ExportParameters = { format: asked.value.format, from, to, after };
  await inLedger(pool, ledgerId, async (tx) => {
    const known = await readAsked(tx, ledgerId, id);
    if (known !== null) {
      if (canonicalJson({ kind, ...parameters }) === canonicalJson({ kind: known.kind, ...known.parameters })) return;
      throw new LedgerError('ledger.command_reused', { command: id });
    }
    const waiting = await tx.query(`select from export where ledger_id = $1 and state = 'waiting'`, [ledgerId]);
    if (waiting.rows.length >= mostWaiting) throw new LedgerError('ledger.exports_waiting');
    await tx.query(
      `insert into export (ledger_id, id, kind, parameters, state, requested_by, requested_at)
       values ($1, $2, $3, $4, 'waiting', $5, $6)`,
      [ledgerId, id, kind, JSON.stringify(parameters), actor, now],
    );
    await enqueue(tx, ledgerId, 'export', id);
  });
}

type Asked = Readonly<{ kind: ExportKind; parameters: ExportParameters; isWaiting: boolean }>;

async function readAsked(tx: PoolClient, ledgerId: LedgerId, id: string): Promise<Asked | null> {
  const { rows } = await tx.query<Asked>(
    `select kind, parameters, state = 'waiting' as "isWaiting" from export where ledger_id = $1 and id = $2`,
    [ledgerId, id],
  );
  return rows[0] ?? null;
}

/** What a job has to make; null when it is made, or given up. */
export async function readWaitingExport(tx: PoolClient, ledgerId: LedgerId, id: string): Promise<AskedExport | null> {
  const asked = await readAsked(tx, ledgerId, id);
  if (asked?.isWaiting !== true) return null;
  const { kind, parameters } = asked;
  const { format, from, to, after } = parameters;
  return { kind, format, scope: { from, to, after: BigInt(after) } };
}

/** Keeps a part of an export's bytes; seen by nobody before {@link finishExport}, in the same transaction. */
export async function keepExportChunk(
  tx: PoolClient,
  ledgerId: LedgerId,
  id: string,
  chunkIndex: number,
  bytes: Buffer,
): Promise<void> {
  await tx.query('insert into export_chunk (ledger_id, export_id, chunk_index, bytes) values ($1, $2, $3, $4)', [
    ledgerId,
    id,
    chunkIndex,
    bytes,
  ]);
}

export type MadeFile = Readonly<{ fileName: string; mediaType: string; byteCount: bigint }>;

export async function finishExport(
  tx: PoolClient,
  ledgerId: LedgerId,
  id: string,
  { fileName, mediaType, byteCount }: MadeFile,
  readyAt: Date,
): Promise<void> {
  await tx.query(
    `update export set state = 'ready', file_name = $3, media_type = $4, byte_count = $5, ready_at = $6
     where ledger_id = $1 and id = $2`,
    [ledgerId, id, fileName, mediaType, byteCount, readyAt],
  );
}

/** Gives an export up, with the reason for who asked. */
export async function giveUpExport(pool: Pool, ledgerId: LedgerId, id: string, problem: string): Promise<void> {
  await inLedger(pool, ledgerId, (tx) =>
    tx.query(
      `update export set state = 'failed', problem = left($3, 2000)
       where ledger_id = $1 and id = $2 and state = 'waiting'`,
      [ledgerId, id, problem],
    ),
  );
}

/**
 * Deletes the bytes of exports that were asked for before an instant; that they were asked for, by whom, stays. One that
 * nobody has made by then is not made any more.
 *
 * @returns how many
 */
export async function expireExports(pool: Pool, ledgerId: LedgerId, before: Date): Promise<number> {
  return inLedger(pool, ledgerId, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `update export set state = 'expired' where ledger_id = $1 and requested_at < $2 and state <> 'expired' returning id`,
      [ledgerId, before],
    );
    await tx.query('delete from export_chunk where ledger_id = $1 and export_id = any($2)', [
      ledgerId,
      rows.map(({ id }) => id),
    ]);
    return rows.length;
  });
}
