/**
 * Where each posting's share of a customer's account is lettered now: its last move, or what it was written with. A part
 * of `with`, of the ledger `$1`.
 */
export const movedLetters = `
  moved as (select distinct on (posting_id, account, customer_id, currency) posting_id, account, customer_id, currency,
      lettering_id
    from lettering_move where ledger_id = $1 order by posting_id, account, customer_id, currency, move_index desc)`;

/** What each letter group is now; `kind` `unlettered`: it was ended. A part of `with`, of the ledger `$1`. */
export const letterStates = `
  letter as (select l.id, l.account, l.customer_id, l.currency, l.code_number, e.kind, e.lettering_date, e.happened_at
    from lettering l join (select distinct on (lettering_id) lettering_id, kind, lettering_date, happened_at
      from lettering_event where ledger_id = $1 order by lettering_id, event_index desc) e on e.lettering_id = l.id
    where l.ledger_id = $1)`;
