/**
 * The audit chain in pages, the latest event first. Its bodies are kept as text, byte for byte, and have no index: what is
 * asked of one subject, kind or person looks through so many events a page and no more, and the next page goes on from there.
 */
import type { Pool, PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { inLedger } from '../transaction.ts';
import { cutAtBytes, readAuditHead, type AuditHead } from './audit-chain.ts';
import { keysAfter, pageOf, placeAfter, type Page, type PageRequest } from './page.ts';

export type AuditRecord = Readonly<{
  sequence: bigint;
  type: string;
  subject: string;
  actor: string;
  at: string;
  details: unknown;
  /** What the hash is of, after the hash before it and a line end. */
  body: string;
  previousHash: string;
  hash: string;
}>;

export type AuditFilter = Readonly<{
  subject?: string | undefined;
  type?: string | undefined;
  actor?: string | undefined;
}>;

/** Looked through for one page: a tenth of a second or so. */
const mostEvents = 50_000n;
/** Of the bodies of one page. */
const pageBytes = 4_000_000;

/** With a filter, or large events, a page may have few of them or none, and yet another that follows. */
export async function listAuditEvents(
  pool: Pool,
  ledgerId: LedgerId,
  filter: AuditFilter,
  request: PageRequest,
): Promise<Page<AuditRecord>> {
  const [after] = keysAfter(['bigint'], request);
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const before = after === undefined ? (await readAuditHead(tx, ledgerId)).sequence + 1n : BigInt(after);
      const from = before > mostEvents ? before - mostEvents : 1n;
      const rows = await readEvents(tx, ledgerId, filter, { from, before, limit: request.limit + 1 });
      const { items, next } = pageOf(rows, request, ({ sequence }) => [String(sequence)]);
      const isCut = rows.length < (rows[0]?.foundCount ?? 0);
      const lookedThrough = isCut ? (rows.at(-1)?.sequence ?? from) : from;
      return {
        items: items.map(recordOf),
        next: next ?? (lookedThrough > 1n ? placeAfter([String(lookedThrough)]) : null),
      };
    },
    'snapshot',
  );
}

export const findAuditHead = (pool: Pool, ledgerId: LedgerId): Promise<AuditHead> =>
  inLedger(pool, ledgerId, (tx) => readAuditHead(tx, ledgerId), 'snapshot');

type ChainRow = Pick<AuditRecord, 'sequence' | 'body' | 'previousHash' | 'hash'>;
/** `foundCount`: rows of the page, had none been too large. */
type EventRow = ChainRow & Readonly<{ foundCount: number }>;

// Canonical JSON sorts its members: actor, at, details, subject, type. No text in it has a quotation mark that is not escaped.
const eventsSql = cutAtBytes(
  `select * from audit_event
   where ledger_id = $1 and sequence >= $2 and sequence < $3
     and ($4::text is null or right(body, length($4) + 9) = ',"type":' || $4 || '}')
     and ($5::text is null or starts_with(body, '{"actor":' || $5 || ','))
     and ($6::text is null or strpos(body, ',"subject":' || $6 || ',"type":"') > 0)
   order by sequence desc limit $7`,
  'sequence desc',
  pageBytes,
);

async function readEvents(
  tx: PoolClient,
  ledgerId: LedgerId,
  { subject, type, actor }: AuditFilter,
  { from, before, limit }: Readonly<{ from: bigint; before: bigint; limit: number }>,
): Promise<readonly EventRow[]> {
  const text = (value: string | undefined): string | null => (value === undefined ? null : JSON.stringify(value));
  const { rows } = await tx.query<EventRow>(eventsSql, [
    ledgerId,
    from,
    before,
    text(type),
    text(actor),
    text(subject),
    limit,
  ]);
  return rows;
}

function recordOf({ sequence, body, previousHash, hash }: ChainRow): AuditRecord {
  const { type, subject, actor, at, details } = JSON.parse(body) as Omit<AuditRecord, keyof ChainRow>;
  return { sequence, body, previousHash, hash, type, subject, actor, at, details };
}
