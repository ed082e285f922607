/** Books one settlement inside the transaction of a command: locks, plans, writes. */
import type { CustomerId, MatchRunId, OpenItemId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { ImputationBasis } from '../../domain/match.ts';
import type { AuditEvent } from '../audit.ts';
import { contentId } from '../content-id.ts';
import { LedgerError } from '../errors.ts';
import type { SettlementLabel, SettlementLeg } from '../plan/settlement-model.ts';
import { resolutionBy } from '../plan/dispute.ts';
import { settlementEvent } from '../plan/settlement-event.ts';
import { planSettlement } from '../plan/settlement.ts';
import type { CommandContext } from './carry-out.ts';
import { followSettlement } from './disputes/follow-settlement.ts';
import { lockSettlementRows, type LockedItemRow, type LockedPaymentRow } from './lock-settlement-rows.ts';
import { openDayFrom } from './open-day.ts';
import { writeSettlements } from './write-settlements.ts';

export type Settlement = Readonly<{
  label: SettlementLabel;
  /** The day it is to be dated; in a closed period, the first open day after it. */
  date: LocalDate;
  payment: LockedPaymentRow | null;
  /** Those of the legs, locked. */
  items: ReadonlyMap<OpenItemId, LockedItemRow>;
  legs: readonly SettlementLeg[];
  reversesPostingId?: string;
  /** The run whose suggestion it applies. */
  matchRunId?: MatchRunId;
  /** Who chose the items; absent: the clerk. */
  basis?: ImputationBasis;
}>;

export type Settled = Readonly<{ postingId: string; postingDate: LocalDate; event: AuditEvent }>;

/**
 * @param index - of the settlement within its command, from 0: it makes the posting's id.
 * @throws LedgerError the refusals of {@link planSettlement}.
 */
export async function settle(context: CommandContext, index: number, settlement: Settlement): Promise<Settled> {
  const { tx, ledgerId, commandId, act } = context;
  const {
    label,
    payment,
    items,
    legs,
    reversesPostingId = null,
    matchRunId = null,
    basis = 'decided_by_clerk',
  } = settlement;
  await requireCustomers(context, legs);
  const rows = await lockSettlementRows(tx, ledgerId, payment, items);
  const postingDate = await openDayFrom(tx, ledgerId, settlement.date);
  const postingId = contentId<string>('posting', ledgerId, commandId, index);
  const plan = planSettlement(
    ledgerId,
    {
      postingId,
      source: 'command',
      causeId: commandId,
      label,
      postingDate,
      reversesPostingId,
      matchRunId,
      basis,
      legs,
    },
    rows,
  );
  if (!plan.ok) throw new LedgerError(plan.error.code, plan.error.details);
  await writeSettlements(tx, ledgerId, [plan.value], act);
  // Cleared by several means: the last says how a dispute ended, a difference stands behind what was paid.
  const endings = plan.value.allocations.map(({ openItemId, means }) => [openItemId, resolutionBy(means)] as const);
  const disputes = await followSettlement(tx, ledgerId, { id: commandId, act }, new Map(endings));
  return { postingId, postingDate, event: settlementEvent(plan.value, disputes) };
}

/** @throws LedgerError `ledger.not_found` when an item would be made of a customer that is not there. */
async function requireCustomers({ tx, ledgerId }: CommandContext, legs: readonly SettlementLeg[]): Promise<void> {
  const ids = new Set(legs.flatMap((leg) => (leg.kind === 'new_item' ? [leg.item.customerId] : [])));
  if (ids.size === 0) return;
  const { rows } = await tx.query<{ id: CustomerId }>('select id from customer where ledger_id = $1 and id = any($2)', [
    ledgerId,
    [...ids],
  ]);
  const known = new Set(rows.map(({ id }) => id));
  const missing = [...ids].find((id) => !known.has(id));
  if (missing !== undefined) throw new LedgerError('ledger.not_found', { customer: missing });
}
