/**
 * Proves the books from the facts: the five equations over everything, the states beside the facts rebuilt and
 * compared. Reads only. An empty list is the proof; each finding names the row and by how much it is off.
 */
import type { Pool, PoolClient } from 'pg';
import { createHash } from 'node:crypto';
import type { FileSha256, LedgerId } from '../../domain/ids.ts';
import { inLedger } from '../transaction.ts';
import type { ChainLink } from '../plan/audit-chain.ts';
import { verifyChain } from './audit-chain.ts';
import { rebuildState, type RebuiltState } from './rebuild-state.ts';
import { readStatementFileBytes } from './statement-file-bytes.ts';
import { checks } from './verify-checks.ts';

export const equations = [
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
  auditHead: ChainLink;
}>;

const equationOfState: Readonly<Record<RebuiltState, Equation>> = {
  'payment: unapplied and status': 'payment_adds_up',
  'open item: residual': 'item_adds_up',
  'open item of the ERP: amount': 'item_adds_up',
  'open items of a posting: amount': 'item_adds_up',
  'open item: disputed': 'item_adds_up',
  'lettering counter: last number': 'postings_balance',
};

/**
 * Verifies one ledger in one snapshot.
 *
 * @param anchor - an earlier head of the audit chain, kept outside, that the chain must still have.
 */
export async function verifyLedger(
  pool: Pool,
  ledgerId: LedgerId,
  anchor: ChainLink | null = null,
): Promise<Verification> {
  const verify = async (tx: PoolClient): Promise<Verification> => {
    await compareWholeTables(tx);
    const violations: Violation[] = [];
    const chain = await verifyChain(tx, ledgerId, anchor);
    const isChainWhole = chain.breaks.length === 0;
    for (const { equation, check, sql, readsChain } of checks) {
      if (readsChain === true && !isChainWhole) continue;
      const { rows } = await tx.query<{ subject: string; off: string }>(sql, [ledgerId]);
      for (const { subject, off } of rows) violations.push({ equation, check, subject, off });
    }
    for (const file of await verifyFiles(tx, ledgerId)) violations.push(file);
    for (const { state, subject, stored, rebuilt } of await rebuildState(tx, ledgerId, isChainWhole))
      violations.push({
        equation: equationOfState[state],
        check: `${state}, rebuilt`,
        subject,
        off: `${stored}, not ${rebuilt}`,
      });
    const check = 'hash(n) covers hash(n-1) and the body';
    for (const found of chain.breaks) violations.push({ equation: 'audit_chain_whole', check, ...found });
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

/**
 * Every question goes through whole tables, for as long as it takes: without statistics, which a table has only a minute
 * after it was filled, the planner would look up each row of one in the other.
 */
async function compareWholeTables(tx: PoolClient): Promise<void> {
  await tx.query(
    `select set_config('statement_timeout', '0', true), set_config('enable_nestloop', 'off', true),
       set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`,
  );
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
