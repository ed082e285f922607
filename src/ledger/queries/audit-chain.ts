/** The audit chain as it is stored: its head, for keeping elsewhere, and the walk over all of it. */
import type { PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { genesisHash } from '../audit.ts';
import {
  continueChain,
  endChain,
  startChain,
  type ChainBreak,
  type ChainLink,
  type ChainRow,
} from '../plan/audit-chain.ts';

/** `at`: when its event happened, ISO 8601; null before the first. */
export type AuditHead = ChainLink & Readonly<{ at: string | null }>;

export async function readAuditHead(tx: PoolClient, ledgerId: LedgerId): Promise<AuditHead> {
  const { rows } = await tx.query<ChainLink & { body: string | null }>(
    `select h.sequence, h.hash, e.body from audit_head h
     left join audit_event e on e.ledger_id = h.ledger_id and e.sequence = h.sequence where h.ledger_id = $1`,
    [ledgerId],
  );
  const [head] = rows;
  if (head === undefined) return { sequence: 0n, hash: genesisHash, at: null };
  const { sequence, hash, body } = head;
  return { sequence, hash, at: body === null ? null : (JSON.parse(body) as { at: string }).at };
}

/**
 * SQL: of a query of `audit_event` the first rows, in this order, whose bodies have so many bytes together; the last may exceed
 * them. An import writes one event for thousands of items, so that a number of rows alone bounds nothing. `foundCount`: rows before
 * the cut.
 */
export const cutAtBytes = (events: string, order: 'sequence' | 'sequence desc', bytes: number): string =>
  `select sequence, body, previous_hash as "previousHash", hash, "foundCount" from (
     select *, sum(octet_length(body)) over (order by ${order}) - octet_length(body) as bytes_before,
       count(*) over ()::int as "foundCount"
     from (${events}) found) page
   where bytes_before < ${bytes} order by ${order}`;

const pageSize = 5_000;
const pageBytes = 8_000_000;
const followingSql = cutAtBytes(
  'select * from audit_event where ledger_id = $1 and sequence > $2 order by sequence limit $3',
  'sequence',
  pageBytes,
);

/** Walks the chain from its first event, a page in memory at a time. */
export async function verifyChain(
  tx: PoolClient,
  ledgerId: LedgerId,
  anchor: ChainLink | null,
): Promise<Readonly<{ breaks: readonly ChainBreak[]; eventCount: number; head: ChainLink }>> {
  let walk = startChain(anchor);
  for (;;) {
    const { rows } = await tx.query<ChainRow>(followingSql, [ledgerId, walk.end.sequence, pageSize]);
    if (rows.length === 0) break;
    walk = continueChain(walk, rows);
  }
  const stored = await tx.query<ChainLink>('select sequence, hash from audit_head where ledger_id = $1', [ledgerId]);
  const head = stored.rows[0] ?? { sequence: 0n, hash: genesisHash };
  return { breaks: endChain(walk, head), eventCount: Number(walk.end.sequence), head };
}
