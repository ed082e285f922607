import type { PoolClient } from 'pg';
import type { LedgerId, OpenItemId, PaymentId } from '../../../domain/ids.ts';
import { LedgerError } from '../../errors.ts';
import type { Dispute } from '../../plan/dispute.ts';
import { lockItems, type LockedItemRow } from '../lock-settlement-rows.ts';

const disputeColumns = `d.id, d.version, d.customer_id as "customerId", d.open_item_id as "openItemId",
  d.opened_from as "openedFrom", d.payment_id as "paymentId", d.currency, d.amount_minor as "amountMinor",
  (select (e.details ->> 'residualMinor')::bigint from dispute_event e where e.ledger_id = d.ledger_id
     and e.dispute_id = d.id order by e.event_index desc limit 1) as "residualMinor",
  d.category, d.reason_code as "reasonCode", d.owner, d.department, d.due_date as "dueDate", d.state, d.resolution`;

/**
 * Locks the item of a dispute, which guards all disputes of the item, and reads the dispute behind the lock.
 *
 * @param others - items to lock with it.
 * @throws LedgerError `ledger.not_found`; `ledger.stale` with the dispute as it stands.
 */
export async function lockDispute(
  tx: PoolClient,
  ledgerId: LedgerId,
  id: string,
  version: number,
  others: readonly OpenItemId[] = [],
): Promise<Readonly<{ dispute: Dispute; item: LockedItemRow; items: ReadonlyMap<OpenItemId, LockedItemRow> }>> {
  const { openItemId } = await readDispute(tx, ledgerId, id);
  const items = await lockItems(tx, ledgerId, [openItemId, ...others]);
  const item = items.get(openItemId);
  const dispute = await readDispute(tx, ledgerId, id);
  if (item === undefined) throw new Error(`open item ${openItemId} was not read`);
  if (dispute.version !== version)
    throw new LedgerError('ledger.stale', {
      dispute: id,
      version: String(dispute.version),
      state: dispute.state,
      amount: String(dispute.amountMinor),
      category: dispute.category,
      reason: dispute.reasonCode,
    });
  return { dispute, item, items };
}

async function readDispute(tx: PoolClient, ledgerId: LedgerId, id: string): Promise<Dispute> {
  const { rows } = await tx.query<Dispute>(
    `select ${disputeColumns} from dispute d where d.ledger_id = $1 and d.id = $2`,
    [ledgerId, id],
  );
  const [dispute] = rows;
  if (dispute === undefined) throw new LedgerError('ledger.not_found', { dispute: id });
  return dispute;
}

/** Open disputes that a returned payment opened, of items that are locked: the oldest first. */
export async function readDisputesOfReturn(
  tx: PoolClient,
  ledgerId: LedgerId,
  paymentId: PaymentId,
  itemIds: readonly OpenItemId[],
): Promise<readonly Dispute[]> {
  const { rows } = await tx.query<Dispute>(
    `select ${disputeColumns} from dispute d
     where d.ledger_id = $1 and d.open_item_id = any($2) and d.state = 'open' and d.opened_from = 'return'
       and d.payment_id = $3
     order by d.open_item_id, d.opened_at, d.id`,
    [ledgerId, itemIds, paymentId],
  );
  return rows;
}

/** An open dispute of an item of which less is left than is disputed. */
export type OverclaimingDispute = Readonly<{ dispute: Dispute; residualMinor: bigint; disputedMinor: bigint }>;

/** By item, oldest dispute first. The items are locked; where nothing is disputed, one look-up by key. */
export async function readOverclaiming(
  tx: PoolClient,
  ledgerId: LedgerId,
  itemIds: readonly OpenItemId[],
): Promise<ReadonlyMap<OpenItemId, readonly OverclaimingDispute[]>> {
  const { rows } = await tx.query<Dispute & Readonly<{ itemResidualMinor: bigint; itemDisputedMinor: bigint }>>(
    `select ${disputeColumns}, i.residual_minor as "itemResidualMinor", i.disputed_minor as "itemDisputedMinor"
     from open_item i join dispute d on d.ledger_id = i.ledger_id and d.open_item_id = i.id and d.state = 'open'
     where i.ledger_id = $1 and i.id = any($2) and i.disputed_minor > i.residual_minor
     order by d.open_item_id, d.opened_at, d.id`,
    [ledgerId, itemIds],
  );
  const byItem = new Map<OpenItemId, OverclaimingDispute[]>();
  for (const { itemResidualMinor: residualMinor, itemDisputedMinor: disputedMinor, ...dispute } of rows) {
    const overclaiming = { dispute, residualMinor, disputedMinor };
    const known = byItem.get(dispute.openItemId);
    if (known === undefined) byItem.set(dispute.openItemId, [overclaiming]);
    else known.push(overclaiming);
  }
  return byItem;
}
