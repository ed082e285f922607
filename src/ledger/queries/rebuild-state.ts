/** Current state, made again from the rows that are only ever inserted, beside what is stored. Reads only. */
import type { PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';

/** A row whose stored state is not what the facts give. `state` names table and columns. */
export type StateDifference = Readonly<{ state: RebuiltState; subject: string; stored: string; rebuilt: string }>;

/** Each gives `subject`, `stored` and `rebuilt` of every row, as texts. */
const fromTables = {
  'payment: unapplied and status': `
    select p.id::text as subject, concat_ws(' ', p.unapplied_minor, p.status) as stored,
      concat_ws(' ', p.amount_minor - coalesce(u.cash, 0), case
        when p.amount_minor = coalesce(u.cash, 0) then 'applied'
        when u.payment_id is not null or d.payment_id is not null then 'in_review' else 'received' end) as rebuilt
    from payment p
    left join (select payment_id, sum(cash_minor) as cash from posting
      where ledger_id = $1 and payment_id is not null group by payment_id) u on u.payment_id = p.id
    left join (select distinct d.payment_id from match_decision d join match_chunk c on c.ledger_id = d.ledger_id
        and c.match_run_id = d.match_run_id and c.chunk_index = d.chunk_index
      where d.ledger_id = $1) d on d.payment_id = p.id
    where p.ledger_id = $1`,
  'open item: residual': `
    select i.id::text as subject, i.residual_minor::text as stored,
      (i.amount_minor - coalesce(a.cleared, 0) - coalesce(j.cleared, 0))::text as rebuilt
    from open_item i
    left join (select open_item_id, sum(amount_minor) as cleared from allocation
      where ledger_id = $1 group by open_item_id) a on a.open_item_id = i.id
    left join (select open_item_id, sum(amount_minor) as cleared from open_item_adjustment
      where ledger_id = $1 and reason <> 'amount_changed' group by open_item_id) j on j.open_item_id = i.id
    where i.ledger_id = $1`,
  // A posting that makes items has a line for each, without a letter; those of one customer's account are added up.
  'open items of a posting: amount': `
    select concat_ws(' ', posting_id, account, customer_id, currency) as subject,
      sum(of_items)::text as stored, sum(of_lines)::text as rebuilt
    from (
      select origin_posting_id as posting_id, account, customer_id, currency,
        case side when 'debit' then amount_minor else -amount_minor end as of_items, 0 as of_lines
      from open_item where ledger_id = $1 and origin_posting_id is not null
      union all
      select posting_id, account, customer_id, currency, 0,
        case side when 'debit' then amount_minor else -amount_minor end
      from posting_line where ledger_id = $1 and customer_id is not null and lettering_id is null) both_sides
    group by posting_id, account, customer_id, currency`,
  'open item: disputed': `
    select i.id::text as subject, i.disputed_minor::text as stored, coalesce(d.disputed, 0)::text as rebuilt
    from open_item i left join (select open_item_id, sum(amount_minor) as disputed from dispute
      where ledger_id = $1 and state = 'open' group by open_item_id) d on d.open_item_id = i.id
    where i.ledger_id = $1`,
  'lettering counter: last number': `
    select concat_ws(' ', account, customer_id) as subject, coalesce(c.last_number, 0)::text as stored,
      coalesce(g.issued, 0)::text as rebuilt
    from (select account, customer_id, last_number from lettering_counter where ledger_id = $1) c
    full join (select account, customer_id, max(code_number) as issued from lettering
      where ledger_id = $1 group by account, customer_id) g using (account, customer_id)`,
} as const;

const fromChain = {
  // What the ERP told stands in the audit chain, from the first version that told it there.
  'open item of the ERP: amount': `
    select told.id::text as subject, i.amount_minor::text as stored,
      (told.amount + coalesce(j.changed, 0))::text as rebuilt
    from (select (item ->> 'id')::uuid as id, (item ->> 'amountMinor')::bigint as amount
      from audit_event e cross join jsonb_array_elements(e.body::jsonb -> 'details' -> 'items') item
      where e.ledger_id = $1 and e.body like '%"type":"open_items.added"}' and item ? 'amountMinor') told
    left join open_item i on i.ledger_id = $1 and i.id = told.id
    left join (select open_item_id, sum(amount_minor) as changed from open_item_adjustment
      where ledger_id = $1 and reason = 'amount_changed' group by open_item_id) j on j.open_item_id = i.id`,
} as const;

export type RebuiltState = keyof typeof fromTables | keyof typeof fromChain;

/**
 * Rebuilds payments, open items and letter counters from postings, allocations, decisions, letters and the audit chain.
 *
 * @param isChainWhole - false: the audit chain was tampered with, and what is rebuilt from it is left out.
 * @returns what differs; nothing when the stored state is what the facts give.
 */
export async function rebuildState(
  tx: PoolClient,
  ledgerId: LedgerId,
  isChainWhole = true,
): Promise<readonly StateDifference[]> {
  const rebuilds = isChainWhole ? { ...fromTables, ...fromChain } : fromTables;
  const differences: StateDifference[] = [];
  for (const [state, sql] of Object.entries(rebuilds) as [RebuiltState, string][]) {
    const { rows } = await tx.query<Omit<StateDifference, 'state'>>(
      `select subject, stored, rebuilt from (${sql}) rebuilt where stored is distinct from rebuilt`,
      [ledgerId],
    );
    for (const row of rows) differences.push({ state, ...row });
  }
  return differences;
}
