import type { OpenItemId } from '../../../domain/ids.ts';
import { formatDecimal, money } from '../../../domain/money.ts';
import { returnReasonOf } from '../../../domain/return-reasons.ts';
import type { AuditEvent } from '../../audit.ts';
import type { CommandContext } from '../carry-out.ts';
import type { LockedItemRow, LockedPaymentRow } from '../lock-settlement-rows.ts';
import { ensureContestedDebit } from './dispute-reasons.ts';
import { addDispute } from './open-dispute.ts';

/**
 * Disputes what a payment opened again, where its reason says that the debtor contests the debt.
 *
 * @param opened - amounts > 0 by item, opened again by the command; `items` are as they were before it.
 */
export async function disputeReturn(
  context: CommandContext,
  payment: LockedPaymentRow,
  items: ReadonlyMap<OpenItemId, LockedItemRow>,
  opened: readonly Readonly<{ openItemId: OpenItemId; amountMinor: bigint }>[],
): Promise<readonly AuditEvent[]> {
  const reason = returnReasonOf(payment.returnReason);
  if (reason === null || !reason.opensDispute) return [];
  const contested = await ensureContestedDebit(context.tx, context.ledgerId);
  const events = [...contested.events];
  for (const { openItemId, amountMinor } of opened) {
    const item = items.get(openItemId);
    if (item === undefined || item.side !== 'debit') continue;
    const reopened = { ...item, residualMinor: item.residualMinor + amountMinor };
    const disputed = await addDispute(context, reopened, {
      amount: formatDecimal(money(amountMinor, item.currency)),
      openedFrom: 'return',
      paymentId: payment.id,
      category: contested.reason.category,
      reasonCode: contested.reason.code,
      comment: `${reason.iso}: ${reason.says}`,
    });
    events.push(...disputed.events);
  }
  return events;
}
