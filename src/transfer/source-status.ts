/** How each source is: when its last file came, and whether it is too quiet. */
import type { Pool } from 'pg';
import type { Source } from '../config/sources.ts';
import type { LedgerId } from '../domain/ids.ts';
import { lastArrivalOf } from '../ledger/queries/source-arrivals.ts';
import { problem, type TransferProblem } from './errors.ts';
import { silenceOf } from './heartbeat.ts';

export type SourceStatus = Readonly<{
  source: string;
  ledger: string;
  lastArrivalAt: Date | null;
  /** `transfer.no_file_arrived`, or nothing. */
  alerts: readonly TransferProblem[];
}>;

export async function statusOf(pool: Pool, ledgerId: LedgerId, source: Source, now: Date): Promise<SourceStatus> {
  const lastArrivalAt = await lastArrivalOf(pool, ledgerId, source.name);
  const { name, ledger, schedule } = source;
  const silence = schedule === null ? null : silenceOf(schedule, lastArrivalAt, now);
  if (schedule === null || silence === null) return { source: name, ledger, lastArrivalAt, alerts: [] };
  const before = lastArrivalAt === null ? 'none came before' : `the last came ${lastArrivalAt.toISOString()}`;
  const found = `${name}: due ${silence.day} ${schedule.expectedBy} ${schedule.timezone}, ${before}`;
  return { source: name, ledger, lastArrivalAt, alerts: [problem('transfer.no_file_arrived', found)] };
}
