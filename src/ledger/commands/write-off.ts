import type { OpenItemId } from '../../domain/ids.ts';
import { minorOf } from '../plan/amount-text.ts';
import { writeOffLeg } from '../plan/differences.ts';
import { valueOfPart } from '../plan/exchange.ts';
import { seenAs } from '../plan/payment-use.ts';
import type { SettlementLeg } from '../plan/settlement-model.ts';
import { LedgerError } from '../errors.ts';
import type { CommandContext, Executor } from './carry-out.ts';
import { checkLetOff } from './check-let-off.ts';
import { lockItems, type LockedItemRow } from './lock-settlement-rows.ts';
import { dayOf } from './open-day.ts';
import { readWorth } from './read-worth.ts';
import { settle, type Settled } from './settle.ts';

/**
 * Gives up what is left of a claim (658), or what is left of a debt to the customer (758).
 *
 * @throws LedgerError `ledger.stale`, and what the settlement and the limits refuse; ApprovalNeeded.
 */
export const writeOff: Executor<'write_off'> = async (context, { openItemId, residual, amount }) => {
  const item = await lockSeen(context, openItemId, residual);
  const settled = await writeOffItem(context, 0, item, minorOf(amount, item.currency));
  return { outcome: { postingId: settled.postingId }, events: [settled.event] };
};

/**
 * The write-off inside the transaction of a command, within the limits of the ledger: it takes two above one's own.
 *
 * @param index - of the settlement within its command.
 * @param item - locked.
 */
export async function writeOffItem(
  context: CommandContext,
  index: number,
  item: LockedItemRow,
  amountMinor: bigint,
): Promise<Settled> {
  const worth = await readWorth(context.tx, context.ledgerId, null, [item]);
  const left = item.residualMinor;
  if (amountMinor > left) throw new LedgerError('ledger.item_overpaid', { openItem: item.id, residual: String(left) });
  const own = { amountMinor, currency: item.currency };
  const leg = { kind: 'item', openItemId: item.id, amountMinor, means: 'write_off' } as const;
  let legs: readonly SettlementLeg[] = [leg, writeOffLeg(item.side, own)];
  if (item.currency !== worth.baseCurrency) {
    const document = worth.documents.get(item.id);
    if (document === undefined) throw new LedgerError('ledger.base_value_unknown', { openItem: item.id });
    const baseMinor = valueOfPart(document, amountMinor);
    const lost = { amountMinor: baseMinor, currency: worth.baseCurrency };
    // A few yen may be worth no cent: then they are lost as yen.
    legs = [{ ...leg, baseMinor }, writeOffLeg(item.side, baseMinor === 0n ? { ...own, baseMinor } : lost)];
  }
  const items = new Map([[item.id, item]]);
  const settled = await settle(context, index, {
    label: 'written_off',
    date: dayOf(context.act),
    payment: null,
    items,
    legs,
  });
  await checkLetOff(context, settled, { payment: null, items, legs, worth });
  return settled;
}

/** @throws LedgerError `ledger.not_found`, `ledger.stale`. */
export async function lockSeen(context: CommandContext, id: OpenItemId, residual: string): Promise<LockedItemRow> {
  const item = (await lockItems(context.tx, context.ledgerId, [id])).get(id);
  if (item === undefined) throw new LedgerError('ledger.not_found', { openItem: id });
  seenAs(item, residual);
  return item;
}
