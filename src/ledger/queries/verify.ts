/**
 * Proves the books from the facts: the five equations over everything, the states beside the facts rebuilt and
 * compared. Reads only. An empty list is the proof; each finding names the row and by how much it is off.
 */
import type { Pool, PoolClient } from 'pg';
import { createHash } from 'node:crypto';
import type { FileSha256, LedgerId } from '../../domain/ids.ts';
import { inLedger } from '../transaction.ts';
import { chainHash, genesisHash } from '../audit.ts';
import { readStatementFileBytes } from './statement-file-bytes.ts';
import { checks } from './verify-checks.ts';

const equations = [
  'statement_proves',
  'payment_adds_up',
  'item_adds_up',
  'postings_balance',
  'audit_chain_whole',
] as const;
export type Equation = (typeof equations)[number];

type Violation = Readonly<{ equation: Equation; check: string; subject: string; off: string }>;
export type Verification = Readonly<{
  violations: readonly Violation[];
  /** Rows that each equation was checked on. */
  checkedCounts: Readonly<Record<Equation, number>>;
  auditHead: Readonly<{ sequence: bigint; hash: string }>;
}>;

/** Verifies one ledger in one snapshot. */
export async function verifyLedger(pool: Pool, ledgerId: LedgerId): Promise<Verification> {
  const verify = async (tx: PoolClient): Promise<Verification> => {
    const violations: Violation[] = [];
    for (const { equation, check, sql } of checks) {
      const { rows } = await tx.query<{ subject: string; off: string }>(sql, [ledgerId]);
      violations.push(...rows.map(({ subject, off }) => ({ equation, check, subject, off })));
    }
    violations.push(...(await verifyFiles(tx, ledgerId)));
    const chain = await verifyChain(tx, ledgerId);
    violations.push(...chain.violations);
    const { statements, payments, items, postings } = await countRows(tx, ledgerId);
    return {
      violations,
      checkedCounts: {
        statement_proves: statements,
        payment_adds_up: payments,
        item_adds_up: items,
        postings_balance: postings,
        audit_chain_whole: chain.eventCount,
      },
      auditHead: chain.head,
    };
  };
  return inLedger(pool, ledgerId, verify, 'snapshot');
}

async function countRows(tx: PoolClient, ledgerId: LedgerId) {
  const { rows } = await tx.query<{ statements: number; payments: number; items: number; postings: number }>(
    `select (select count(*) from statement where ledger_id = $1)::int as statements,
       (select count(*) from payment where ledger_id = $1)::int as payments,
       (select count(*) from open_item where ledger_id = $1)::int as items,
       (select count(*) from posting where ledger_id = $1)::int as postings`,
    [ledgerId],
  );
  return rows[0] ?? { statements: 0, payments: 0, items: 0, postings: 0 };
}

/** The bytes that were kept are the bytes that came: a file's identity is their SHA-256. */
async function verifyFiles(tx: PoolClient, ledgerId: LedgerId): Promise<readonly Violation[]> {
  const { rows } = await tx.query<{ sha256: FileSha256 }>(
    'select sha256 from statement_file where ledger_id = $1 order by sha256',
    [ledgerId],
  );
  const violations: Violation[] = [];
  for (const { sha256 } of rows) {
    const hash = createHash('sha256');
    for await (const bytes of readStatementFileBytes(tx, ledgerId, sha256)) hash.update(bytes);
    const found = hash.digest('hex');
    if (found === sha256) continue;
    const check = 'the bytes kept of a file have its SHA-256';
    violations.push({ equation: 'statement_proves', check, subject: `statement file ${sha256}`, off: found });
  }
  return violations;
}

const pageSize = 5_000;

/** Walks the chain from its first event: every hash recomputed, no number left out, the head the last of them. */
async function verifyChain(tx: PoolClient, ledgerId: LedgerId) {
  const violations: Violation[] = [];
  const broken = (subject: string, off: string) =>
    violations.push({ equation: 'audit_chain_whole', check: 'hash(n) covers hash(n-1) and the body', subject, off });
  let sequence = 0n;
  let hash = genesisHash;
  for (;;) {
    const { rows } = await tx.query<{ sequence: bigint; body: string; previousHash: string; hash: string }>(
      `select sequence, body, previous_hash as "previousHash", hash from audit_event
       where ledger_id = $1 and sequence > $2 order by sequence limit $3`,
      [ledgerId, sequence, pageSize],
    );
    for (const row of rows) {
      if (row.sequence !== sequence + 1n) broken(`audit event ${sequence + 1n}`, 'missing');
      if (row.previousHash !== hash) broken(`audit event ${row.sequence}`, 'does not follow the one before it');
      if (row.hash !== chainHash(row.previousHash, row.body)) broken(`audit event ${row.sequence}`, 'was changed');
      sequence = row.sequence;
      hash = row.hash;
    }
    if (rows.length < pageSize) break;
  }
  const { rows } = await tx.query<{ sequence: bigint; hash: string }>(
    'select sequence, hash from audit_head where ledger_id = $1',
    [ledgerId],
  );
  const head = rows[0] ?? { sequence: 0n, hash: genesisHash };
  if (head.sequence !== sequence || head.hash !== hash)
    broken('audit head', `stands at ${head.sequence}, the chain ends at ${sequence}`);
  return { violations, eventCount: Number(sequence), head };
}
