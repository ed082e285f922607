/** Disputes as they stood at an instant: the last event of each until then says all that stands. */
/** A table expression of ledger `$1`, disputes in currency `$2`, as of instant `$3`. */
export const disputeStates = `
  select (details ->> 'openItemId')::uuid as open_item_id, details ->> 'category' as category,
    details ->> 'reasonCode' as reason_code, details ->> 'state' as state,
    (details ->> 'amountMinor')::bigint as amount_minor, dispute_id, opened_at, resolved_at
  from (
    select distinct on (dispute_id) dispute_id, details, min(happened_at) over (partition by dispute_id) as opened_at,
      max(happened_at) filter (where kind = 'resolved') over (partition by dispute_id) as resolved_at
    from dispute_event where ledger_id = $1 and happened_at <= $3 order by dispute_id, event_index desc) last
  where details ->> 'currency' = $2`;
