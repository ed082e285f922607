/**
 * What staged certificates become once they are settled: the decisions of a run, as rows. A run inserts them, a replay
 * compares them with those of then; both ask the same query.
 */
import type { LedgerId, MatchRunId, PaymentId } from '../domain/ids.ts';
import type { ReviewReason } from '../domain/match.ts';

type SettledClaims = Readonly<{
  applied: readonly Readonly<{ paymentId: PaymentId; round: number }>[];
  demotions: readonly Readonly<{ paymentId: PaymentId; reason: ReviewReason }>[];
}>;

/** `$1` to `$7` of the queries below; a chunk has `chunkSize` payments. */
export function decidedKey(
  ledgerId: LedgerId,
  runId: MatchRunId,
  { applied, demotions }: SettledClaims,
  chunkSize: number,
) {
  const later = applied.filter(({ round }) => round > 1);
  return [
    ledgerId,
    runId,
    chunkSize,
    demotions.map(({ paymentId }) => paymentId),
    demotions.map(({ reason }) => reason),
    later.map(({ paymentId }) => paymentId),
    later.map(({ round }) => round),
  ];
}

/**
 * A part of `with`: in which round each payment was settled, and in which chunk it is applied. Without the certificates,
 * which no sort has to carry; in one table, because two of them would be compared row by row where statistics are absent.
 */
export const numberedPayments = `
  numbered as materialized (
    select payment_id, round, (row_number() over (order by round, booking_date, payment_id) - 1) / $3::int as chunk_index
    from (select s.payment_id, s.booking_date, coalesce(r.round, 1) as round from staged_decision s
      left join unnest($6::uuid[], $7::int[]) as r (payment_id, round) on r.payment_id = s.payment_id
      where s.ledger_id = $1 and s.match_run_id = $2) rounds)`;

// A claim that lost in the resolver keeps its evidence, in its order; only what becomes of it is other than its proposer
// thought.
/**
 * A query that needs {@link numberedPayments} before it: the decisions, as `match_decision` has them, and whose items are
 * suggested, of whatever becomes of the payment.
 */
export const decidedRows = `
  select s.payment_id, n.chunk_index, n.round, s.unapplied_minor,
    case when d.reason is null then s.action else 'review' end as action, coalesce(d.reason, s.reason) as reason,
    case when d.reason is null then s.certificate else (
      select json_object_agg(key, case key when 'action' then to_json('review'::text)
        when 'reason' then to_json(d.reason) when 'rule' then 'null'::json else value end) from json_each(s.certificate))
    end as certificate, s.suggested_customer_id
  from staged_decision s join numbered n on n.payment_id = s.payment_id
  left join unnest($4::uuid[], $5::text[]) as d (payment_id, reason) on d.payment_id = s.payment_id
  where s.ledger_id = $1 and s.match_run_id = $2`;
