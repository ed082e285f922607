/** The questions that send a command to a second person. */
import type { PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { formatDecimal } from '../../domain/money.ts';
import { defaultTolerances, type Tolerances } from '../plan/tolerances.ts';
import { ApprovalNeeded, type ApprovalReason } from './approval-needed.ts';
import type { CommandContext } from './carry-out.ts';
import { readClosedThrough } from './open-day.ts';

/**
 * Goes on only when there is nothing to ask, or a second person has agreed.
 *
 * @throws ApprovalNeeded
 */
export function requireApproval({ approver }: CommandContext, reasons: readonly ApprovalReason[]): void {
  if (reasons.length > 0 && approver === null) throw new ApprovalNeeded(reasons);
}

/**
 * An amount of the base currency above what one person may move alone.
 *
 * @throws ApprovalNeeded
 */
export function requireApprovalAbove(
  context: CommandContext,
  limit: string,
  minor: bigint,
  allowedMinor: bigint,
  currency: CurrencyCode,
): void {
  if (minor <= allowedMinor) return;
  const text = (amount: bigint): string => `${formatDecimal({ minor: amount, currency })} ${currency}`;
  requireApproval(context, [{ limit, found: text(minor), allowed: text(allowedMinor) }]);
}

/** What the ledger set last, or the defaults. */
export const readTolerances = async (
  tx: PoolClient,
  ledgerId: LedgerId,
  baseCurrency: CurrencyCode,
): Promise<Tolerances> => (await readSetTolerances(tx, ledgerId)) ?? defaultTolerances(baseCurrency);

/** What the ledger set last; null: nothing yet. */
export async function readSetTolerances(tx: PoolClient, ledgerId: LedgerId): Promise<Tolerances | null> {
  const { rows } = await tx.query<Tolerances>(
    `select write_off_minor as "writeOffMinor", write_off_bp as "writeOffBp",
       write_off_monthly_minor as "writeOffMonthlyMinor", approve_write_off_minor as "approveWriteOffMinor",
       approve_refund_minor as "approveRefundMinor", approve_transfer_minor as "approveTransferMinor"
     from tolerance where ledger_id = $1 order by version desc limit 1`,
    [ledgerId],
  );
  return rows[0] ?? null;
}

/**
 * A letter that a closed period reported is not undone by one person: the un-lettering is dated in an open one all the same.
 *
 * @param postingId - what is to be taken back.
 * @throws ApprovalNeeded when a group that the posting is in now is lettered in a closed period.
 */
export async function requireApprovalToUnletter(context: CommandContext, postingId: string): Promise<void> {
  const { tx, ledgerId } = context;
  const closedThrough = await readClosedThrough(tx, ledgerId);
  if (closedThrough === null) return;
  const { rows } = await tx.query<{ letteringDate: LocalDate | null }>(closedLetters, [
    ledgerId,
    postingId,
    closedThrough,
  ]);
  const [lettered] = rows;
  if (lettered === undefined) return;
  const found = `lettered on ${lettered.letteringDate ?? closedThrough}`;
  requireApproval(context, [{ limit: 'un-lettering in a closed period', found, allowed: `after ${closedThrough}` }]);
}

// The groups of the posting as they are now: the last move of each account of a customer, or what its lines carry.
const closedLetters = `
  select v.lettering_date as "letteringDate"
  from (select distinct account, customer_id, currency, lettering_id from posting_line
    where ledger_id = $1 and posting_id = $2 and lettering_id is not null) l
  left join lateral (select lettering_id from lettering_move m where m.ledger_id = $1 and m.posting_id = $2
    and m.account = l.account and m.customer_id = l.customer_id and m.currency = l.currency order by move_index desc limit 1) moved on true
  join lateral (select kind, lettering_date from lettering_event e where e.ledger_id = $1
    and e.lettering_id = coalesce(moved.lettering_id, l.lettering_id) order by event_index desc limit 1) v
    on v.kind = 'lettered' and v.lettering_date <= $3
  order by 1 desc limit 1`;
