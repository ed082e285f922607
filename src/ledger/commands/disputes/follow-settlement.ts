import type { PoolClient } from 'pg';
import type { DisputeResolution } from '../../../domain/dispute.ts';
import type { LedgerId, OpenItemId } from '../../../domain/ids.ts';
import type { AuditEvent } from '../../audit.ts';
import { planFollowing } from '../../plan/dispute.ts';
import { readOverclaiming } from './read-disputes.ts';
import { writeDispute, type DisputeCause } from './write-dispute.ts';

/**
 * Lets the disputes of settled items follow: none claims more than is left. To be called in the transaction that settles,
 * when the residuals are written; costs one look-up by key where nothing is disputed.
 *
 * @param settled - the items, and what ends a dispute of each.
 */
export async function followSettlement(
  tx: PoolClient,
  ledgerId: LedgerId,
  cause: DisputeCause,
  settled: ReadonlyMap<OpenItemId, DisputeResolution>,
): Promise<readonly AuditEvent[]> {
  const events: AuditEvent[] = [];
  for (const [openItemId, overclaiming] of await readOverclaiming(tx, ledgerId, [...settled.keys()])) {
    const [first] = overclaiming;
    if (first === undefined) continue;
    const open = overclaiming.map(({ dispute }) => dispute);
    let { disputedMinor } = first;
    for (const { dispute, event } of planFollowing(open, first.residualMinor, settled.get(openItemId) ?? 'payment')) {
      const item = { id: openItemId, disputedMinor };
      const written = await writeDispute(tx, ledgerId, cause, {
        id: dispute.id,
        before: dispute,
        events: [event],
        item,
      });
      ({ disputedMinor } = written);
      events.push(written.event);
    }
  }
  return events;
}
