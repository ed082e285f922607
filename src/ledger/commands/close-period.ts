import { LedgerError } from '../errors.ts';
import { parseLocalDate } from '../../domain/local-date.ts';
import type { Executor } from './carry-out.ts';
import { dayOf, holdOffBooking, readClosedThrough } from './open-day.ts';

/**
 * Closes the books up to a day: what is booked from then on is dated after it. Only ever later, and only days that are over.
 *
 * @throws LedgerError `ledger.date_invalid`, `ledger.period_not_forward`.
 */
export const closePeriod: Executor<'close_period'> = async ({ tx, ledgerId, commandId, act }, request) => {
  const day = parseLocalDate(request.closedThrough);
  if (!day.ok) throw new LedgerError('ledger.date_invalid', { date: request.closedThrough });
  await holdOffBooking(tx, ledgerId);
  const before = await readClosedThrough(tx, ledgerId);
  if (day.value >= dayOf(act) || (before !== null && day.value <= before))
    throw new LedgerError('ledger.period_not_forward', { closedThrough: before ?? 'never', asked: day.value });
  await tx.query(
    'insert into period_close (ledger_id, closed_through, command_id, closed_at) values ($1, $2, $3, $4)',
    [ledgerId, day.value, commandId, act.now],
  );
  const details = { closedThrough: day.value, before };
  return {
    outcome: { closedThrough: day.value },
    events: [{ type: 'period.closed', subject: commandId, details }],
  };
};
