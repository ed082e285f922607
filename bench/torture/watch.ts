/**
 * The equations on what one command touched, in one question after each: quick enough for a million. What it does not look
 * at, letters and all other rows, {@link findDifferences} does less often.
 */
import type { Pool, PoolClient } from 'pg';
import {
  continueChain,
  endChain,
  startChain,
  type ChainLink,
  type ChainRow,
} from '../../src/ledger/plan/audit-chain.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import type { OpenItemId, PaymentId } from '../../src/domain/ids.ts';
import type { Books } from './books.ts';
import type { Outcome, Step } from './commands.ts';
import type { Model } from './model.ts';

export type Watch = Readonly<{
  /** @returns one line for each thing that is not as it must be after this command. */
  findFaults(step: Step, outcome: Outcome): Promise<readonly string[]>;
}>;

/** Begins to watch books: their audit chain is whole so far. */
export async function watchBooks({ pool, model }: Books): Promise<Watch> {
  let walk = startChain(null);
  const walkOn = async (tx: PoolClient): Promise<readonly ChainRow[]> => {
    const { rows } = await tx.query<ChainRow>(eventsSince, [model.ledgerId, walk.end.sequence]);
    walk = continueChain(walk, rows);
    return rows;
  };
  await inLedger(pool, model.ledgerId, walkOn);
  return {
    async findFaults(step, outcome) {
      const read = await readTouched(pool, model, touchedBy(step), walkOn);
      const faults = read.rows.flatMap((row) => faultsOf(model, row));
      for (const { subject, off } of endChain(walk, read.head)) faults.push(`${subject} ${off}`);
      return [...faults, ...faultsOfEvents(step, outcome, read.events)];
    },
  };
}

const touchedBy = ({ foreseen }: Step) => ({
  itemIds: foreseen.effects.flatMap(({ cleared, made }) => [
    ...cleared.map(({ id }) => id),
    ...made.map(({ id }) => id),
  ]),
  paymentIds: foreseen.effects.flatMap(({ paymentId }) => (paymentId === null ? [] : [paymentId])),
  postingIds: foreseen.effects.map(({ postingId }) => postingId),
});

type Row = Readonly<{
  what: 'item' | 'payment' | 'posting' | 'lines';
  id: string;
  stored: string;
  /** What facts that are only ever inserted add up to. */
  facts: string;
  version: number | null;
}>;

async function readTouched(
  pool: Pool,
  { ledgerId }: Model,
  { itemIds, paymentIds, postingIds }: ReturnType<typeof touchedBy>,
  walkOn: (tx: PoolClient) => Promise<readonly ChainRow[]>,
) {
  return inLedger(pool, ledgerId, async (tx) => {
    const { rows } = await tx.query<Row>(touched, [ledgerId, itemIds, paymentIds, postingIds]);
    const events = await walkOn(tx);
    const heads = await tx.query<ChainLink>('select sequence, hash from audit_head where ledger_id = $1', [ledgerId]);
    const [head] = heads.rows;
    if (head === undefined) throw new Error(`ledger ${ledgerId} has no audit head`);
    return { rows, events, head };
  });
}

const eventsSince = `
  select sequence, body, previous_hash as "previousHash", hash from audit_event
  where ledger_id = $1 and sequence > $2 order by sequence`;

const touched = `
  select 'item' as what, i.id, i.residual_minor::text as stored, (i.imported_residual_minor + i.acknowledged_minor
      - coalesce((select sum(a.amount_minor) from allocation a where a.ledger_id = $1 and a.open_item_id = i.id), 0))::text
      as facts, null::int as version
  from open_item i where i.ledger_id = $1 and i.id = any($2)
  union all
  select 'payment', p.id, p.unapplied_minor::text, (p.amount_minor - coalesce((select sum(cash_minor) from posting
      where ledger_id = $1 and payment_id = p.id and source = 'command'), 0))::text, p.version
  from payment p where p.ledger_id = $1 and p.id = any($3)
  union all
  select 'posting', p.id, coalesce(p.cash_minor, 0)::text, coalesce((select sum(l.amount_minor
        * case when l.side = 'debit' then 1 else -1 end * case when paid.side = 'credit' then 1 else -1 end)
      from posting_line l where l.ledger_id = $1 and l.posting_id = p.id and l.account = '471'), 0)::text, null
  from posting p left join payment paid on paid.ledger_id = $1 and paid.id = p.payment_id
  where p.ledger_id = $1 and p.id = any($4)
  union all
  select 'lines', l.posting_id, '0', sum(case l.side when 'debit' then l.value else -l.value end)::text, null
  from (select posting_id, side, case when (count(*) over (partition by posting_id))
        = (count(*) over (partition by posting_id, currency)) or currency = g.base_currency then amount_minor
      else base_minor end as value
    from posting_line join ledger g on g.id = $1 where ledger_id = $1 and posting_id = any($4)) l
  group by l.posting_id`;

function faultsOf(model: Model, { what, id, stored, facts, version }: Row): readonly string[] {
  const faults = stored === facts ? [] : [`${what} ${id} says ${stored}, the facts ${facts}`];
  const modelled = modelledState(model, what, id);
  if (modelled !== null && modelled !== `${stored} ${version ?? ''}`)
    faults.push(`${what} ${id} says ${stored} ${version ?? ''}, the model ${modelled}`);
  return faults;
}

/** As the row has it, with its version where the model counts them; null: not in the model. */
function modelledState({ items, payments }: Model, what: Row['what'], id: string): string | null {
  if (what === 'item') {
    const item = items.get(id as OpenItemId);
    return item === undefined ? 'no such item' : `${item.residualMinor} `;
  }
  if (what !== 'payment') return null;
  const payment = payments.get(id as PaymentId);
  return payment === undefined ? 'no such payment' : `${payment.unappliedMinor} ${payment.version}`;
}

/** What was carried out is told as the last event; what was not done tells nothing, unless a second person was asked. */
function faultsOfEvents({ command, foreseen }: Step, outcome: Outcome, rows: readonly ChainRow[]): readonly string[] {
  const events = rows.map(({ body }) => JSON.parse(body) as { type: string; subject: string });
  if (outcome !== 'done')
    return events.length === 0 || foreseen.approval !== undefined
      ? []
      : [`${events.length} events of what was ${outcome}`];
  const last = events.at(-1);
  const booked = events.filter(({ type }) => type === 'settlement.booked').length;
  const faults =
    booked === foreseen.effects.length ? [] : [`${booked} settlements are told, not ${foreseen.effects.length}`];
  if (last?.type !== 'command.carried_out' || last.subject !== command.id) faults.push('the last event is another');
  return faults;
}
