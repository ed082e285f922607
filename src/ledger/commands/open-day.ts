import type { PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Act } from '../audit.ts';

/** The last day of the closed periods; null: nothing is closed. */
export async function readClosedThrough(tx: PoolClient, ledgerId: LedgerId): Promise<LocalDate | null> {
  const { rows } = await tx.query<{ day: LocalDate | null }>(
    'select max(closed_through) as day from period_close where ledger_id = $1',
    [ledgerId],
  );
  return rows[0]?.day ?? null;
}

// Advisory locks of a database share one space of numbers; this one is ours in it.
const bookingSpace = 0x4c45_5457;

/** Waits for those who are booking, and has others wait until the period is closed: none of them dates anything in it. */
export async function holdOffBooking(tx: PoolClient, ledgerId: LedgerId): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [bookingSpace, ledgerId]);
}

/** `day`, or the first open day after it: nothing is dated in a closed period, nor in one that is being closed. */
export async function openDayFrom(tx: PoolClient, ledgerId: LedgerId, day: LocalDate): Promise<LocalDate> {
  await tx.query('select pg_advisory_xact_lock_shared($1, $2)', [bookingSpace, ledgerId]);
  const { rows } = await tx.query<{ day: LocalDate }>(
    `select greatest($2::date, max(closed_through) + 1) as day from period_close where ledger_id = $1`,
    [ledgerId, day],
  );
  return rows[0]?.day ?? day;
}

/** The day on which something is done that no document dates: in UTC, whatever the zone of the company. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the ISO form of an instant begins with its day
export const dayOf = ({ now }: Act): LocalDate => now.toISOString().slice(0, 10) as LocalDate;
