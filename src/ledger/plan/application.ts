/**
 * Decides what one chunk of a run's decisions does to the books, from the rows as they are now, under lock. Pure.
 *
 * A decision is applied only while what it saw still holds: the payment is untouched, each item has the residual that
 * the proposal counted on. Otherwise the payment goes to the review queue, with the reason. So does what a payment
 * leaves over: who paid too much is asked, not guessed at. What is applied is a settlement like a person's; so is what it
 * writes off (night-differences.ts), or the payment is asked about.
 */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, MatchRunId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import { latest, type LocalDate } from '../../domain/local-date.ts';
import type { DecidedWriteOff, ImputationBasis, ReviewReason } from '../../domain/match.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { contentId } from '../content-id.ts';
import type { GroupMember, LiveGroup } from './lettering-groups.ts';
import { openNightDifferences, type DifferenceRows } from './night-differences.ts';
import {
  counterKey,
  unitKey,
  type PlannedSettlement,
  type SettledItem,
  type DatedPayment,
  type SettlementLeg,
  type SettlementOrder,
  type UnitRows,
} from './settlement-model.ts';
import { planSettlement } from './settlement.ts';

export type DecisionLine = Readonly<{ openItemId: OpenItemId; residualMinor: bigint; clearedMinor: bigint }>;
export type Decision = Readonly<{
  paymentId: PaymentId;
  /** What was unapplied of the payment when the run looked; null: all of it is applied. */
  unappliedMinor: bigint | null;
  action: 'apply' | 'review';
  reason: ReviewReason | null;
  lines: readonly DecisionLine[];
  /** What the items are cleared by without having been paid; null: nothing. */
  writeOff: DecidedWriteOff | null;
  /** Of an application: why these items. */
  basis: ImputationBasis;
}>;

export type LockedPayment = DatedPayment &
  Readonly<{
    status: 'received' | 'applied' | 'in_review';
    reviewReason: ReviewReason | null;
  }>;

export type Review = Readonly<{ paymentId: PaymentId; reason: ReviewReason; isNews: boolean }>;

export type ChunkPlan = Readonly<{
  applications: readonly PlannedSettlement[];
  reviews: readonly Review[];
  /** Payments that were applied and leave something over. */
  rests: readonly PaymentId[];
}>;

export type ChunkRows = Readonly<{
  baseCurrency: CurrencyCode;
  /** Nothing is dated before. */
  openFrom: LocalDate;
  payments: ReadonlyMap<PaymentId, LockedPayment>;
  /** Those of the decisions, and those of the groups that they touch. */
  items: ReadonlyMap<OpenItemId, SettledItem>;
  /** Groups of items that are cleared in part, by {@link unitKey}. */
  units: ReadonlyMap<string, UnitRows>;
  /** Last lettering number issued by {@link counterKey}; absent: none yet. */
  lastNumbers: ReadonlyMap<string, number>;
  /** What limits and documents say of the decisions that write something off; null: none does. */
  differences: DifferenceRows | null;
}>;

/** Why the rest of a payment waits for a person. */
export const reasonOfRest: ReviewReason = 'amount_differs';

/**
 * @param decisions - in the order in which they were settled: a later one may count on what an earlier leaves of an item.
 */
export function planDecisions(
  ledgerId: LedgerId,
  runId: MatchRunId,
  decisions: readonly Decision[],
  books: ChunkBooks,
): ChunkPlan {
  const { baseCurrency, openFrom, payments } = books.rows;
  const applications: PlannedSettlement[] = [];
  const reviews: Review[] = [];
  const rests: PaymentId[] = [];
  for (const decision of decisions) {
    const payment = payments.get(decision.paymentId);
    if (payment === undefined || payment.unappliedMinor === 0n) continue; // A clerk was faster: nothing is left to decide.
    const postingDate = latest(payment.bookingDate, openFrom);
    const legs = legsOf(payment, decision, postingDate, books);
    if (!legs.ok) {
      reviews.push({ paymentId: payment.id, reason: legs.error, isNews: legs.error !== payment.reviewReason });
      continue;
    }
    const order: SettlementOrder = {
      postingId: contentId<string>('posting', ledgerId, runId, payment.id),
      source: 'application',
      causeId: runId,
      label: 'matched',
      postingDate,
      reversesPostingId: null,
      matchRunId: runId,
      basis: decision.basis,
      legs: legs.value,
    };
    const planned = planSettlement(ledgerId, order, { ...books, baseCurrency, payment });
    if (!planned.ok) throw new Error(`a decision that holds was refused: ${planned.error.code}`);
    books.take(planned.value);
    applications.push(planned.value);
    if (payment.unappliedMinor > (planned.value.cashMinor ?? 0n)) rests.push(payment.id);
  }
  return { applications, reviews, rests };
}

export type ChunkBooks = ReturnType<typeof openChunkBooks>;

/** The rows as the settlements of the chunk leave them, one after the other. */
export function openChunkBooks(rows: ChunkRows) {
  const items = new Map(rows.items);
  const units = new Map(rows.units);
  const lastNumbers = new Map(rows.lastNumbers);

  function take({ residualById, letterings, ended }: PlannedSettlement): void {
    for (const [id, residualMinor] of residualById) {
      const item = items.get(id);
      if (item !== undefined) items.set(id, { ...item, residualMinor });
    }
    for (const { unit, letteringId, codeNumber, eventIndex, members, isBalanced } of letterings) {
      if (eventIndex === 0) lastNumbers.set(counterKey(unit), codeNumber);
      const key = unitKey(unit);
      const known = units.get(key);
      // A balanced group is met again by nobody: its items are closed.
      if (isBalanced && known === undefined) continue;
      const gone = new Set([letteringId, ...ended.map((group) => group.letteringId)]);
      const grown: readonly GroupMember[] = isBalanced ? [] : members.map((member) => ({ ...member, letteringId }));
      const live: readonly LiveGroup[] = isBalanced ? [] : [{ letteringId, codeNumber, eventCount: eventIndex + 1 }];
      const ids = new Set(members.map(({ postingId }) => postingId));
      units.set(key, {
        members: [...(known?.members ?? []).filter(({ postingId }) => !ids.has(postingId)), ...grown],
        live: [...(known?.live ?? []).filter((group) => !gone.has(group.letteringId)), ...live],
      });
    }
  }
  const differences = rows.differences === null ? null : openNightDifferences(rows.differences);
  return { rows, items, units, lastNumbers, differences, take };
}

/** The legs of a decision, or why the payment is asked about. */
function legsOf(
  payment: LockedPayment,
  decision: Decision,
  postingDate: LocalDate,
  { items, differences }: ChunkBooks,
): Result<readonly SettlementLeg[], ReviewReason> {
  const { action, reason, lines, writeOff } = decision;
  if (action === 'review') return err(reason ?? 'item_changed_meanwhile');
  const cashMinor = cashStillHolding(payment, decision, items);
  if (cashMinor === null) return err('item_changed_meanwhile');
  if (writeOff !== null) {
    if (differences === null) throw new Error('a decision writes off, and its rows were not read');
    return differences.take({ payment, lines, writeOff, postingDate }, items);
  }
  const itemLegs = lines.map(({ openItemId, clearedMinor }): SettlementLeg => {
    return { kind: 'item', openItemId, amountMinor: clearedMinor, means: 'payment' };
  });
  return ok([{ kind: 'cash', amountMinor: cashMinor }, ...itemLegs]);
}

/** What a decision takes of the payment when all that it saw is still so; null otherwise. */
function cashStillHolding(
  payment: LockedPayment,
  { lines, unappliedMinor, writeOff }: Decision,
  items: ReadonlyMap<OpenItemId, SettledItem>,
): bigint | null {
  let cashMinor = writeOff === null ? 0n : -writeOff.minor;
  let customerId: string | null = null;
  const seen = new Set<OpenItemId>();
  for (const { openItemId, residualMinor, clearedMinor } of lines) {
    const item = items.get(openItemId);
    if (item === undefined || item.currency !== payment.currency || seen.has(openItemId)) return null;
    if (item.residualMinor !== residualMinor || clearedMinor <= 0n || clearedMinor > residualMinor) return null;
    if (customerId !== null && item.customerId !== customerId) return null;
    ({ customerId } = item);
    seen.add(openItemId);
    // Invoices cleared, less credit notes used up.
    cashMinor += item.side === 'debit' ? clearedMinor : -clearedMinor;
  }
  if (payment.side !== 'credit' || cashMinor <= 0n || cashMinor > payment.unappliedMinor) return null;
  if (payment.unappliedMinor !== (unappliedMinor ?? cashMinor)) return null;
  // What is written off explains the whole of the payment, or nothing.
  return writeOff !== null && cashMinor !== payment.unappliedMinor ? null : cashMinor;
}
