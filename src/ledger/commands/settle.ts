/** Books one settlement inside the transaction of a command: locks, plans, writes. */
import type { MatchRunId, OpenItemId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { AuditEvent } from '../audit.ts';
import { contentId } from '../content-id.ts';
import { LedgerError } from '../errors.ts';
import type { SettlementLeg } from '../plan/settlement-model.ts';
import { planSettlement } from '../plan/settlement.ts';
import type { CommandContext } from './carry-out.ts';
import { lockSettlementRows, type LockedItemRow, type LockedPaymentRow } from './lock-settlement-rows.ts';
import { openDayFrom } from './open-day.ts';
import { writeSettlement } from './write-settlement.ts';

export type Settlement = Readonly<{
  label: string;
  /** The day it is to be dated; in a closed period, the first open day after it. */
  date: LocalDate;
  payment: LockedPaymentRow | null;
  /** Those of the legs, locked. */
  items: ReadonlyMap<OpenItemId, LockedItemRow>;
  legs: readonly SettlementLeg[];
  reversesPostingId?: string;
  /** The run whose suggestion it applies. */
  matchRunId?: MatchRunId;
}>;

export type Settled = Readonly<{ postingId: string; postingDate: LocalDate; event: AuditEvent }>;

/**
 * @param index - of the settlement within its command, from 0: it makes the posting's id.
 * @throws LedgerError the refusals of {@link planSettlement}.
 */
export async function settle(context: CommandContext, index: number, settlement: Settlement): Promise<Settled> {
  const { tx, ledgerId, commandId, act } = context;
  const { label, payment, items, legs, reversesPostingId = null, matchRunId = null } = settlement;
  const rows = await lockSettlementRows(tx, ledgerId, payment, items, reversesPostingId);
  const postingDate = await openDayFrom(tx, ledgerId, settlement.date);
  const postingId = contentId<string>('posting', ledgerId, commandId, index);
  const plan = planSettlement(
    ledgerId,
    { postingId, commandId, label, postingDate, reversesPostingId, matchRunId, basis: 'decided_by_clerk', legs },
    rows,
  );
  if (!plan.ok) throw new LedgerError(plan.error.code, plan.error.details);
  return { postingId, postingDate, event: await writeSettlement(tx, ledgerId, plan.value, act) };
}
