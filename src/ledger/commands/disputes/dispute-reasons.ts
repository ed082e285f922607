/** The ledger's own reasons for which customers do not pay. */
import type { PoolClient } from 'pg';
import {
  contestedDebit,
  defaultDisputeReasons,
  type DisputeCategory,
  type DisputeReason,
} from '../../../domain/dispute.ts';
import type { LedgerId } from '../../../domain/ids.ts';
import type { AuditEvent } from '../../audit.ts';
import { LedgerError } from '../../errors.ts';
import type { Executor } from '../carry-out.ts';

/** Gives a ledger without reasons the ones that most companies know; what it makes of them is its own affair. */
export async function ensureDisputeReasons(tx: PoolClient, ledgerId: LedgerId): Promise<readonly AuditEvent[]> {
  const { rowCount } = await tx.query(
    `insert into dispute_reason (ledger_id, code, category, label, department)
     select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[])
     where not exists (select from dispute_reason where ledger_id = $1) on conflict do nothing`,
    [
      ledgerId,
      defaultDisputeReasons.map(({ code }) => code),
      defaultDisputeReasons.map(({ category }) => category),
      defaultDisputeReasons.map(({ label }) => label),
      defaultDisputeReasons.map(({ department }) => department),
    ],
  );
  return rowCount === 0
    ? []
    : [{ type: 'dispute_reasons.seeded', subject: 'dispute_reason', details: { reasons: defaultDisputeReasons } }];
}

/** The reason that the ledger gives itself, whatever category the company has put it under; added to a list without it. */
export async function ensureContestedDebit(
  tx: PoolClient,
  ledgerId: LedgerId,
): Promise<Readonly<{ reason: DisputeReason; events: readonly AuditEvent[] }>> {
  const seeded = await ensureDisputeReasons(tx, ledgerId);
  const known = await readReason(tx, ledgerId, contestedDebit.code);
  if (known !== null) return { reason: known, events: seeded };
  await tx.query(
    'insert into dispute_reason (ledger_id, code, category, label, department) values ($1, $2, $3, $4, $5)',
    [ledgerId, contestedDebit.code, contestedDebit.category, contestedDebit.label, contestedDebit.department],
  );
  const event: AuditEvent = {
    type: 'dispute_reason.set',
    subject: contestedDebit.code,
    details: { before: null, after: contestedDebit },
  };
  return { reason: contestedDebit, events: [...seeded, event] };
}

/** @throws LedgerError `ledger.dispute_reason_unknown`. */
export async function findDisputeReason(
  tx: PoolClient,
  ledgerId: LedgerId,
  category: DisputeCategory,
  code: string,
): Promise<DisputeReason> {
  const reason = await readReason(tx, ledgerId, code);
  if (reason === null || reason.category !== category)
    throw new LedgerError('ledger.dispute_reason_unknown', { category, reason: code });
  return reason;
}

async function readReason(tx: PoolClient, ledgerId: LedgerId, code: string): Promise<DisputeReason | null> {
  const { rows } = await tx.query<DisputeReason>(
    'select code, category, label, department from dispute_reason where ledger_id = $1 and code = $2',
    [ledgerId, code],
  );
  return rows[0] ?? null;
}

/**
 * Adds a reason, or gives one another label or department.
 *
 * @throws LedgerError `ledger.dispute_reason_moved` for another category than it has.
 */
export const setDisputeReason: Executor<'set_dispute_reason'> = async ({ tx, ledgerId }, request) => {
  const seeded = await ensureDisputeReasons(tx, ledgerId);
  const before = await readReason(tx, ledgerId, request.code);
  const after: DisputeReason = { ...request, department: request.department ?? null };
  const { rowCount } = await tx.query(
    `insert into dispute_reason (ledger_id, code, category, label, department) values ($1, $2, $3, $4, $5)
     on conflict (ledger_id, code) do update set label = excluded.label, department = excluded.department
       where dispute_reason.category = excluded.category`,
    [ledgerId, after.code, after.category, after.label, after.department],
  );
  if (rowCount === 0) throw new LedgerError('ledger.dispute_reason_moved', { reason: after.code });
  const event: AuditEvent = { type: 'dispute_reason.set', subject: after.code, details: { before, after } };
  return { outcome: after, events: [...seeded, event] };
};
