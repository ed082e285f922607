import type { OpenItemId, PaymentId } from '../../../domain/ids.ts';
import type { AuditEvent } from '../../audit.ts';
import { planGivingWay } from '../../plan/dispute.ts';
import type { CommandContext } from '../carry-out.ts';
import type { LockedItemRow } from '../lock-settlement-rows.ts';
import { readDisputesOfReturn } from './read-disputes.ts';
import { writeDispute } from './write-dispute.ts';

/**
 * Ends what a return disputed, as far as the return is taken back. To be called before that is booked: no other dispute of
 * the item then gives way to it.
 *
 * @param paymentId - that came back.
 * @param items - as they are, locked.
 * @param cleared - amounts > 0 by item that are about to be cleared again.
 */
export async function undisputeReturn(
  { tx, ledgerId, commandId, act }: CommandContext,
  paymentId: PaymentId,
  items: ReadonlyMap<OpenItemId, LockedItemRow>,
  cleared: ReadonlyMap<OpenItemId, bigint>,
): Promise<readonly AuditEvent[]> {
  const disputes = await readDisputesOfReturn(tx, ledgerId, paymentId, [...cleared.keys()]);
  const events: AuditEvent[] = [];
  for (const [openItemId, clearedMinor] of cleared) {
    const item = items.get(openItemId);
    if (item === undefined) throw new Error(`open item ${openItemId} was not locked`);
    const own = disputes.filter((dispute) => dispute.openItemId === openItemId);
    let { disputedMinor } = item;
    const residualMinor = item.residualMinor - clearedMinor;
    for (const { dispute, event } of planGivingWay(own, clearedMinor, residualMinor, 'payment')) {
      const change = { id: dispute.id, before: dispute, events: [event], item: { id: openItemId, disputedMinor } };
      const written = await writeDispute(tx, ledgerId, { id: commandId, act }, change);
      ({ disputedMinor } = written);
      events.push(written.event);
    }
  }
  return events;
}
