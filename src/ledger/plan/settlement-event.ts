/** How the audit chain tells a settlement: a person's whole, a run's in short, for there are many. Pure. */
import type { AuditEvent } from '../audit.ts';
import { letteringCode } from './lettering-code.ts';
import type { PlannedSettlement } from './settlement-model.ts';

/** @param disputes - the events of disputes that gave way to it. */
export function settlementEvent(plan: PlannedSettlement, disputes: readonly AuditEvent[]): AuditEvent {
  const { order, paymentId, cashMinor, lines, allocations, newItems, letterings, ended, moves } = plan;
  return {
    type: 'settlement.booked',
    subject: order.postingId,
    details: {
      commandId: order.causeId,
      label: order.label,
      postingDate: order.postingDate,
      reversesPostingId: order.reversesPostingId,
      paymentId,
      cashMinor,
      lines,
      allocations,
      newItems,
      letterings: letterings.map(({ unit, letteringId, codeNumber, isBalanced }) => ({
        account: unit.account,
        customerId: unit.customerId,
        letteringId,
        code: letteringCode(codeNumber, isBalanced),
      })),
      unlettered: ended.map(({ letteringId }) => letteringId),
      relettered: moves.map(({ postingId, letteringId }) => ({ postingId, letteringId })),
      disputes: disputes.map(({ subject, details }) => ({ disputeId: subject, ...details })),
    },
  };
}

/** Of a payment that a run applied: one customer, one group. */
export function applicationEvent({
  order,
  paymentId,
  cashMinor,
  allocations,
  letterings,
}: PlannedSettlement): AuditEvent {
  const [lettering] = letterings;
  if (paymentId === null || lettering === undefined) throw new Error('a run applied no payment, or lettered nothing');
  return {
    type: 'payment.applied',
    subject: paymentId,
    details: {
      matchRunId: order.causeId,
      postingId: order.postingId,
      letteringId: lettering.letteringId,
      code: letteringCode(lettering.codeNumber, lettering.isBalanced),
      currency: lettering.unit.currency,
      cashMinor,
      allocations: allocations.map(({ openItemId, side, amountMinor, means }) =>
        means === 'payment' ? { openItemId, side, amountMinor } : { openItemId, side, amountMinor, means },
      ),
    },
  };
}
