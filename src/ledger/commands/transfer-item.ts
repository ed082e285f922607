import type { PoolClient } from 'pg';
import type { CustomerId, LedgerId, OpenItemId } from '../../domain/ids.ts';
import { contentId } from '../content-id.ts';
import { LedgerError } from '../errors.ts';
import { minorOf } from '../plan/amount-text.ts';
import { markOf, vatOfPart } from '../plan/differences.ts';
import { valueOfPart } from '../plan/exchange.ts';
import type { NewItem } from '../plan/settlement-model.ts';
import type { CommandContext, Executor } from './carry-out.ts';
import { worthOf } from './check-let-off.ts';
import type { LockedItemRow } from './lock-settlement-rows.ts';
import { readTolerances, requireApprovalAbove } from './needs-approval.ts';
import { dayOf } from './open-day.ts';
import { readWorth } from './read-worth.ts';
import { settle } from './settle.ts';
import { lockSeen } from './write-off.ts';

/**
 * Moves a claim, or money on account, to another customer: one posting of both, and an item there with the dates it had.
 *
 * @throws LedgerError `ledger.stale`, `ledger.not_found`, `ledger.same_customer`, and what the settlement refuses;
 *   ApprovalNeeded.
 */
export const transferItem: Executor<'transfer_item'> = async (context, request) => {
  const { tx, ledgerId, act } = context;
  const { openItemId, residual, amount, toCustomerId } = request;
  const item = await lockSeen(context, openItemId, residual);
  if (item.customerId === toCustomerId) throw new LedgerError('ledger.same_customer', { openItem: item.id });
  await seeCustomer(tx, ledgerId, toCustomerId);
  const amountMinor = minorOf(amount, item.currency);
  const worth = await readWorth(tx, ledgerId, null, [item]);
  const { approveTransferMinor } = await readTolerances(tx, ledgerId, worth.baseCurrency);
  requireApprovalAbove(
    context,
    'transfer to another customer',
    worthOf(worth, item, amountMinor),
    approveTransferMinor,
    worth.baseCurrency,
  );
  const document = worth.documents.get(item.id);
  const value = document === undefined ? {} : { baseMinor: valueOfPart(document, amountMinor) };
  const moved = { ...(await movedItem(context, item, toCustomerId, amountMinor)), ...value };
  const settled = await settle(context, 0, {
    label: 'transferred',
    date: dayOf(act),
    payment: null,
    items: new Map([[item.id, item]]),
    legs: [
      { kind: 'item', openItemId: item.id, amountMinor, means: 'transfer', ...value },
      { kind: 'new_item', item: moved },
    ],
  });
  return { outcome: { postingId: settled.postingId, openItemId: moved.id }, events: [settled.event] };
};

/** @throws LedgerError `ledger.not_found`. */
export async function seeCustomer(tx: PoolClient, ledgerId: LedgerId, id: CustomerId): Promise<void> {
  const { rowCount } = await tx.query('select from customer where ledger_id = $1 and id = $2', [ledgerId, id]);
  if (rowCount === 0) throw new LedgerError('ledger.not_found', { customer: id });
}

/**
 * The document keeps its number where the other customer has none of that number: payers quote it, and the ERP that moves
 * it as well then tells of the same item. Hence the id that an import would give it.
 */
async function movedItem(
  { tx, ledgerId, commandId }: CommandContext,
  item: LockedItemRow,
  customerId: CustomerId,
  amountMinor: bigint,
): Promise<NewItem> {
  const { kind, account, currency, documentNumber, issueDate, dueDate } = item;
  const { rowCount } = await tx.query(
    `select from open_item where ledger_id = $1 and customer_id = $2 and kind = $3 and document_number = $4`,
    [ledgerId, customerId, kind, documentNumber],
  );
  const number = rowCount === 0 ? documentNumber : `${documentNumber} TR ${markOf(commandId)}`;
  return {
    id: contentId<OpenItemId>('open_item', ledgerId, customerId, kind, number),
    customerId,
    kind,
    account,
    documentNumber: number,
    currency,
    amountMinor,
    baseMinor: null,
    vat: vatOfPart(item, amountMinor),
    issueDate,
    dueDate,
  };
}
