import type { PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';

/** The last day of the closed periods; null: nothing is closed. */
export async function readClosedThrough(tx: PoolClient, ledgerId: LedgerId): Promise<LocalDate | null> {
  const { rows } = await tx.query<{ day: LocalDate | null }>(
    'select max(closed_through) as day from period_close where ledger_id = $1',
    [ledgerId],
  );
  return rows[0]?.day ?? null;
}

/** `day`, or the first open day after it: nothing is dated in a closed period. */
export async function openDayFrom(tx: PoolClient, ledgerId: LedgerId, day: LocalDate): Promise<LocalDate> {
  const { rows } = await tx.query<{ day: LocalDate }>(
    `select greatest($2::date, max(closed_through) + 1) as day from period_close where ledger_id = $1`,
    [ledgerId, day],
  );
  return rows[0]?.day ?? day;
}
