/**
 * A payment takes an earlier one back: what a posting cleared with it is opened again, as far as it came back. The items
 * keep their due dates; the reason stays on the payment; what else the posting settled stays settled.
 */
import type { PoolClient } from 'pg';
import type { LedgerId, OpenItemId } from '../../domain/ids.ts';
import type { Side } from '../../domain/money.ts';
import { returnReasonOf } from '../../domain/return-reasons.ts';
import type { AuditEvent } from '../audit.ts';
import { LedgerError } from '../errors.ts';
import { minorOf } from '../plan/amount-text.ts';
import { legsOfReturn, type ReturnedItem } from '../plan/returns.ts';
import { originalOf } from '../queries/original-posting.ts';
import type { Executor } from './carry-out.ts';
import { disputeReturn } from './disputes/dispute-return.ts';
import { lockItems, lockPayment, type LockedItemRow } from './lock-settlement-rows.ts';
import { readWorth } from './read-worth.ts';
import { settle } from './settle.ts';
import { seenPayment } from './settle-payment.ts';

/**
 * @throws LedgerError `ledger.stale`, `ledger.not_found`, `ledger.posting_not_reversible`, and what the return and the
 *   settlement refuse: above all `ledger.return_exceeds`, by which nothing is taken back twice.
 */
export const returnPayment: Executor<'return_payment'> = async (context, request) => {
  const { tx, ledgerId } = context;
  const { paymentId, version, postingId } = request;
  const payment = await lockPayment(tx, ledgerId, paymentId);
  seenPayment(payment, version);
  const originalSide = await findOriginalSide(tx, ledgerId, postingId);
  const items = await lockItems(
    tx,
    ledgerId,
    request.lines.map(({ openItemId }) => openItemId),
  );
  const amountById = new Map<OpenItemId, bigint>();
  for (const { openItemId, amount } of request.lines)
    amountById.set(openItemId, (amountById.get(openItemId) ?? 0n) + minorOf(amount, payment.currency));
  const lines = [...amountById].map(([openItemId, amountMinor]) => ({ openItemId, amountMinor }));
  const feeMinor = request.fee === undefined ? 0n : minorOf(request.fee, payment.currency);
  const legs = legsOfReturn(
    { payment, postingId, originalSide, lines, feeMinor },
    await readReturnedItems(tx, ledgerId, postingId, items),
    await readWorth(tx, ledgerId, payment, items.values()),
  );
  const { returnReason } = payment;
  const settled = await settle(context, 0, {
    label: 'returned',
    date: payment.bookingDate,
    payment,
    items,
    legs,
    reversesPostingId: postingId,
  });
  const disputes = await disputeReturn(context, payment, items, lines);
  const event: AuditEvent = {
    type: 'payment.returned',
    subject: paymentId,
    details: {
      returnReason,
      isoReason: returnReasonOf(returnReason)?.iso ?? null,
      takenBackPostingId: postingId,
      postingId: settled.postingId,
      feeMinor,
      items: lines,
    },
  };
  return {
    outcome: { postingId: settled.postingId, version: version + 1, returnReason },
    events: [settled.event, event, ...disputes],
  };
};

async function findOriginalSide(tx: PoolClient, ledgerId: LedgerId, postingId: string): Promise<Side> {
  const { rows } = await tx.query<{ source: string; reversesPostingId: string | null; side: Side | null }>(
    `select o.source, o.reverses_posting_id as "reversesPostingId", p.side
     from posting o left join payment p on p.ledger_id = o.ledger_id and p.id = o.payment_id
     where o.ledger_id = $1 and o.id = $2`,
    [ledgerId, postingId],
  );
  const [posting] = rows;
  if (posting === undefined) throw new LedgerError('ledger.not_found', { posting: postingId });
  if (posting.source === 'entry' || posting.reversesPostingId !== null || posting.side === null)
    throw new LedgerError('ledger.posting_not_reversible', { posting: postingId });
  return posting.side;
}

/** Read after the items are locked: whoever takes back of them as well holds the same locks. */
async function readReturnedItems(
  tx: PoolClient,
  ledgerId: LedgerId,
  postingId: string,
  items: ReadonlyMap<OpenItemId, LockedItemRow>,
): Promise<ReadonlyMap<OpenItemId, ReturnedItem>> {
  const { rows } = await tx.query<{
    id: OpenItemId;
    leftMinor: bigint;
    leftBaseMinor: bigint | null;
    isMadeByPosting: boolean;
  }>(
    `select i.id, coalesce(i.origin_posting_id = $2, false) as "isMadeByPosting",
       coalesce(cleared.minor, 0) as "leftMinor", cleared.base as "leftBaseMinor"
     from open_item i
     cross join lateral (
       select sum(a.amount_minor)::bigint as minor,
         case when bool_and(a.base_minor is not null) then sum(a.base_minor)::bigint end as base
       from allocation a join posting p on p.ledger_id = a.ledger_id and p.id = a.posting_id
       where a.ledger_id = $1 and a.open_item_id = i.id and a.means = 'payment' and ${originalOf('p')} = $2) cleared
     where i.ledger_id = $1 and i.id = any($3)`,
    [ledgerId, postingId, [...items.keys()]],
  );
  const returned = new Map<OpenItemId, ReturnedItem>();
  for (const { id, ...found } of rows) {
    const item = items.get(id);
    if (item !== undefined) returned.set(id, { ...item, ...found });
  }
  return returned;
}
