/**
 * In which order postings came into the books: that of the audit events that tell of them. It is the order of the commits,
 * and nothing is ever put into it later: numbers and cursors that follow it stay what they are.
 */

/**
 * A part of `with`: `booked (posting_id, sequence, at)` of the ledger `$1`, told of after the event `after`.
 *
 * @param after - SQL of a sequence number, 0 for all.
 */
export const bookedPostings = (after: string): string => `
  told as materialized (
    select sequence, type, event ->> 'subject' as subject, event -> 'details' ->> 'letteringId' as lettering_id,
      (event -> 'details' ->> 'postingId')::uuid as posting_id,
      (event ->> 'at')::timestamptz as at
    from (select sequence, substring(body from '"type":"([a-z_.]+)"}$') as type, body::jsonb as event
      from audit_event where ledger_id = $1 and sequence > ${after}
        and (body like '%"type":"statement.published"}' or body like '%"type":"payment.applied"}'
          or body like '%"type":"settlement.booked"}')) events),
  booked as (
    select subject::uuid as posting_id, sequence, at from told where type = 'settlement.booked'
    union all
    select coalesce(posting_id, content_id('posting|' || lettering_id)), sequence, at from told where type = 'payment.applied'
    union all
    select p.id, t.sequence, t.at from told t
    join entry e on e.ledger_id = $1 and e.statement_id = t.subject::uuid
    join posting p on p.ledger_id = $1 and p.id = content_id('posting|' || e.id)
    where t.type = 'statement.published')`;
