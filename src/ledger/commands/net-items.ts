import { LedgerError } from '../errors.ts';
import { minorOf } from '../plan/amount-text.ts';
import { valuedLegs } from '../plan/exchange.ts';
import { seenAs } from '../plan/payment-use.ts';
import { latest } from '../../domain/local-date.ts';
import type { ItemLeg } from '../plan/settlement-model.ts';
import type { Executor } from './carry-out.ts';
import { lockItems } from './lock-settlement-rows.ts';
import { readWorth } from './read-worth.ts';
import { settle } from './settle.ts';

/**
 * Clears credits of a customer against what it owes: a credit note, money on account, an advance once its invoice is there.
 *
 * @throws LedgerError `ledger.stale`, `ledger.several_customers`, and what the settlement refuses.
 */
export const netItems: Executor<'net_items'> = async (context, { lines }) => {
  const { tx, ledgerId } = context;
  const items = await lockItems(
    tx,
    ledgerId,
    lines.map(({ openItemId }) => openItemId),
  );
  const all = [...items.values()];
  const [first] = all;
  if (first === undefined) throw new LedgerError('ledger.not_found');
  if (all.some(({ customerId, currency }) => customerId !== first.customerId || currency !== first.currency))
    throw new LedgerError('ledger.several_customers');
  const legs = lines.map(({ openItemId, residual, cleared }): ItemLeg => {
    const item = items.get(openItemId) ?? first;
    seenAs(item, residual);
    return { kind: 'item', openItemId, amountMinor: minorOf(cleared, item.currency), means: 'netting' };
  });
  const { postingId, event } = await settle(context, 0, {
    label: 'netted',
    date: all.map(({ issueDate }) => issueDate).reduce(latest),
    payment: null,
    items,
    legs: valuedLegs(await readWorth(tx, ledgerId, null, all), legs, (leg) => {
      return leg.kind === 'item' && items.get(leg.openItemId)?.side === 'debit';
    }),
  });
  return { outcome: { postingId }, events: [event] };
};
