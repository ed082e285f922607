/** What it is that customers dispute, and how long it takes to settle: disputes by reason, as known at an instant. */
import type { Pool } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { DisputeCategory } from '../../domain/dispute.ts';
import type { LedgerId } from '../../domain/ids.ts';
import { inLedger } from '../transaction.ts';
import { disputeStates } from './dispute-states.ts';

/** Amounts in minor units, times in whole days; null where there is nothing to time. */
export type DisputeCause = Readonly<{
  category: DisputeCategory;
  reasonCode: string;
  label: string;
  amountMinor: bigint;
  count: number;
  resolvedCount: number;
  /** From the first opening to the last resolution, of those that are resolved. */
  medianCycleDays: number | null;
  p90CycleDays: number | null;
  openCount: number;
  openMinor: bigint;
  /** Since they were opened, of those that are open. */
  medianAgeDays: number | null;
  oldestAgeDays: number | null;
}>;

/** By category, and within it the largest amount first. */
export async function listDisputeCauses(
  pool: Pool,
  ledgerId: LedgerId,
  { currency, instant }: Readonly<{ currency: CurrencyCode; instant: Date }>,
): Promise<readonly DisputeCause[]> {
  const { rows } = await inLedger(
    pool,
    ledgerId,
    (tx) => tx.query<DisputeCause>(causesSql, [ledgerId, currency, instant]),
    'snapshot',
  );
  return rows;
}

const causesSql = `
  with timed as (
    select *, floor(extract(epoch from (case state when 'open' then $3 else resolved_at end) - opened_at) / 86400)::int
      as days
    from (${disputeStates}) dispute_state)
  select t.category, t.reason_code as "reasonCode", r.label, sum(t.amount_minor)::bigint as "amountMinor",
    count(*)::int as count, (count(*) filter (where state = 'resolved'))::int as "resolvedCount",
    percentile_disc(0.5) within group (order by days) filter (where state = 'resolved') as "medianCycleDays",
    percentile_disc(0.9) within group (order by days) filter (where state = 'resolved') as "p90CycleDays",
    (count(*) filter (where state = 'open'))::int as "openCount",
    coalesce(sum(t.amount_minor) filter (where state = 'open'), 0)::bigint as "openMinor",
    percentile_disc(0.5) within group (order by days) filter (where state = 'open') as "medianAgeDays",
    max(days) filter (where state = 'open') as "oldestAgeDays"
  from timed t join dispute_reason r on r.ledger_id = $1 and r.code = t.reason_code
  group by t.category, t.reason_code, r.label
  order by t.category, "amountMinor" desc, t.reason_code`;
