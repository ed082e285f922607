/**
 * Why what is overdue is not paid: every overdue document under one category, by what is left of it, as it was known at an
 * instant. A document without a dispute is `unqualified`; one with several counts once, for the largest of them. Customers
 * are counted once in a row and once overall, so that the rows may add up to more than the total.
 */
import type { Pool, PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import { disputeCategories } from '../../domain/dispute.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { Moment } from '../moment.ts';
import { inLedger } from '../transaction.ts';
import { disputeStates } from './dispute-states.ts';

export const synthesisStatuses = [...disputeCategories, 'unqualified'] as const;
export type SynthesisStatus = (typeof synthesisStatuses)[number];

/** `amountMinor`: what is left, not what was invoiced, nor what is disputed of it. */
export type SynthesisCounts = Readonly<{ amountMinor: bigint; invoiceCount: number; customerCount: number }>;
export type SynthesisRow = SynthesisCounts & Readonly<{ status: SynthesisStatus; sharePermille: number }>;

export type Synthesis = Readonly<{
  asOf: Date;
  currency: CurrencyCode;
  /** Every status, also where there is nothing. */
  rows: readonly SynthesisRow[];
  /** A customer in several rows is one. */
  total: SynthesisCounts;
}>;

/** @param since - an earlier moment to compare with; null: none. */
export async function readDisputeSynthesis(
  pool: Pool,
  ledgerId: LedgerId,
  { currency, asOf, since }: Readonly<{ currency: CurrencyCode; asOf: Moment; since: Moment | null }>,
): Promise<Readonly<{ now: Synthesis; former: Synthesis | null }>> {
  const read = async (tx: PoolClient) => ({
    now: await synthesisAt(tx, ledgerId, currency, asOf),
    former: since === null ? null : await synthesisAt(tx, ledgerId, currency, since),
  });
  return inLedger(pool, ledgerId, read, 'snapshot');
}

async function synthesisAt(
  tx: PoolClient,
  ledgerId: LedgerId,
  currency: CurrencyCode,
  { instant, day }: Moment,
): Promise<Synthesis> {
  const { rows } = await tx.query<SynthesisCounts & Readonly<{ status: SynthesisStatus | null }>>(synthesisSql, [
    ledgerId,
    currency,
    instant,
    day,
  ]);
  const nothing: SynthesisCounts = { amountMinor: 0n, invoiceCount: 0, customerCount: 0 };
  const countsOf = (of: SynthesisStatus | null): SynthesisCounts => {
    const row = rows.find(({ status }) => status === of);
    if (row === undefined) return nothing;
    const { status: _status, ...counts } = row;
    return counts;
  };
  const total = countsOf(null);
  return {
    asOf: instant,
    currency,
    rows: synthesisStatuses.map((status) => {
      const counts = countsOf(status);
      return { status, ...counts, sharePermille: permille(counts.amountMinor, total.amountMinor) };
    }),
    total,
  };
}

/** Tenths of a percent, the half up. */
const permille = (part: bigint, whole: bigint): number =>
  whole === 0n ? 0 : Number((part * 2_000n + whole) / (whole * 2n));

// What was left then is what is left now and what was cleared since. A document that came later is not there yet.
const synthesisSql = `
  with dispute_state as (${disputeStates}),
  status as (
    select distinct on (open_item_id) open_item_id, category from dispute_state where state = 'open'
    order by open_item_id, amount_minor desc, opened_at, dispute_id),
  overdue as (
    select i.id, i.customer_id, i.residual_minor + coalesce(a.cleared, 0) + coalesce(d.cleared, 0) as residual
    from open_item i
    left join (select open_item_id, sum(amount_minor) as cleared from allocation
      where ledger_id = $1 and allocated_at > $3 group by open_item_id) a on a.open_item_id = i.id
    left join (select open_item_id,
        sum(case reason when 'amount_changed' then -amount_minor else amount_minor end) as cleared
      from open_item_adjustment where ledger_id = $1 and adjusted_at > $3 group by open_item_id) d
      on d.open_item_id = i.id
    where i.ledger_id = $1 and i.currency = $2 and i.side = 'debit' and i.due_date < $4 and i.added_at <= $3)
  select case grouping(s.category) when 0 then coalesce(s.category, 'unqualified') end as status,
    coalesce(sum(o.residual), 0)::bigint as "amountMinor", count(o.id)::int as "invoiceCount",
    count(distinct o.customer_id)::int as "customerCount"
  from overdue o left join status s on s.open_item_id = o.id
  where o.residual > 0 group by grouping sets ((s.category), ())`;
