/**
 * Decides what one chunk of a run's decisions does to the books, from the rows as they are now, under lock. Pure.
 *
 * A decision is applied only while what it saw still holds: the payment is untouched, each item has the residual that
 * the proposal counted on. Otherwise the payment goes to the review queue, with the reason. So does what a payment
 * leaves over: who paid too much is asked, not guessed at.
 */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId, LedgerId, LetteringId, MatchRunId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import { latest, type LocalDate } from '../../domain/local-date.ts';
import type { ReviewReason } from '../../domain/match.ts';
import type { Side } from '../../domain/money.ts';
import { contentId } from '../content-id.ts';

export type DecisionLine = Readonly<{ openItemId: OpenItemId; residualMinor: bigint; clearedMinor: bigint }>;
export type Decision = Readonly<{
  paymentId: PaymentId;
  /** What was unapplied of the payment when the run looked; null: all of it is applied. */
  unappliedMinor: bigint | null;
  action: 'apply' | 'review';
  reason: ReviewReason | null;
  lines: readonly DecisionLine[];
}>;

export type LockedPayment = Readonly<{
  id: PaymentId;
  side: Side;
  currency: CurrencyCode;
  bookingDate: LocalDate;
  unappliedMinor: bigint;
  status: 'received' | 'applied' | 'in_review';
  reviewReason: ReviewReason | null;
}>;

export type LockedItem = Readonly<{
  id: OpenItemId;
  customerId: CustomerId;
  side: 'debit' | 'credit';
  currency: CurrencyCode;
  issueDate: LocalDate;
  residualMinor: bigint;
}>;

type PlannedAllocation = Readonly<{ openItemId: OpenItemId; side: 'debit' | 'credit'; amountMinor: bigint }>;

/** One payment applied: its letter group, its allocations, the cash it moves from suspense to the customer. */
export type PlannedApplication = Readonly<{
  paymentId: PaymentId;
  letteringId: LetteringId;
  customerId: CustomerId;
  currency: CurrencyCode;
  codeNumber: number;
  isBalanced: boolean;
  postingDate: LocalDate;
  letteringDate: LocalDate | null;
  allocations: readonly PlannedAllocation[];
  cashMinor: bigint;
  /** What the payment leaves over. */
  leftMinor: bigint;
}>;

/** Why the rest of a payment waits for a person. */
export const reasonOfRest: ReviewReason = 'amount_differs';

export type ChunkPlan = Readonly<{
  applications: readonly PlannedApplication[];
  reviews: readonly Readonly<{ paymentId: PaymentId; reason: ReviewReason; isNews: boolean }>[];
  residualById: ReadonlyMap<OpenItemId, bigint>;
  lastNumberByCustomer: ReadonlyMap<CustomerId, number>;
}>;

type ChunkRows = Readonly<{
  payments: ReadonlyMap<PaymentId, LockedPayment>;
  items: ReadonlyMap<OpenItemId, LockedItem>;
  /** Last lettering number issued per customer; absent: none yet. */
  lastNumbers: ReadonlyMap<CustomerId, number>;
}>;

/**
 * @param decisions - in the order in which they were settled: a later one may count on what an earlier leaves of an item.
 */
export function planChunk(
  ledgerId: LedgerId,
  runId: MatchRunId,
  decisions: readonly Decision[],
  { payments, items, lastNumbers }: ChunkRows,
): ChunkPlan {
  const residualById = new Map<OpenItemId, bigint>();
  const lastNumberByCustomer = new Map<CustomerId, number>();
  const applications: PlannedApplication[] = [];
  const reviews: { paymentId: PaymentId; reason: ReviewReason; isNews: boolean }[] = [];
  const residualOf = (item: LockedItem): bigint => residualById.get(item.id) ?? item.residualMinor;

  for (const decision of decisions) {
    const payment = payments.get(decision.paymentId);
    if (payment === undefined || payment.unappliedMinor === 0n) continue; // A clerk was faster: nothing is left to decide.
    const lines = decision.action === 'apply' ? stillHolding(payment, decision, items, residualOf) : null;
    if (lines === null) {
      const reason = decision.reason ?? 'item_changed_meanwhile';
      reviews.push({ paymentId: payment.id, reason, isNews: reason !== payment.reviewReason });
      continue;
    }
    for (const { item, clearedMinor } of lines) residualById.set(item.id, residualOf(item) - clearedMinor);
    const { customerId } = lines[0].item;
    const codeNumber = (lastNumberByCustomer.get(customerId) ?? lastNumbers.get(customerId) ?? 0) + 1;
    lastNumberByCustomer.set(customerId, codeNumber);
    const isBalanced = lines.every(({ item }) => residualOf(item) === 0n);
    const cashMinor = cashOf(lines);
    applications.push({
      paymentId: payment.id,
      letteringId: contentId<LetteringId>('lettering', ledgerId, runId, payment.id),
      customerId,
      currency: payment.currency,
      codeNumber,
      isBalanced,
      postingDate: payment.bookingDate,
      letteringDate: isBalanced ? lines.map(({ item }) => item.issueDate).reduce(latest, payment.bookingDate) : null,
      allocations: lines.map(({ item, clearedMinor }) => ({
        openItemId: item.id,
        side: item.side,
        amountMinor: clearedMinor,
      })),
      cashMinor,
      leftMinor: payment.unappliedMinor - cashMinor,
    });
  }
  return { applications, reviews, residualById, lastNumberByCustomer };
}

type HeldLine = Readonly<{ item: LockedItem; clearedMinor: bigint }>;

/** The lines with their items when all that the decision saw is still so; null otherwise. */
function stillHolding(
  payment: LockedPayment,
  { lines, unappliedMinor }: Decision,
  items: ReadonlyMap<OpenItemId, LockedItem>,
  residualOf: (item: LockedItem) => bigint,
): readonly [HeldLine, ...HeldLine[]] | null {
  const held: HeldLine[] = [];
  for (const { openItemId, residualMinor, clearedMinor } of lines) {
    const item = items.get(openItemId);
    if (item === undefined || item.currency !== payment.currency) return null;
    if (residualOf(item) !== residualMinor || clearedMinor <= 0n || clearedMinor > residualMinor) return null;
    held.push({ item, clearedMinor });
  }
  const [first, ...rest] = held;
  if (first === undefined || payment.side !== 'credit') return null;
  if (rest.some(({ item }) => item.customerId !== first.item.customerId)) return null;
  if (new Set(held.map(({ item }) => item.id)).size !== held.length) return null;
  const cashMinor = cashOf(held);
  if (cashMinor <= 0n || cashMinor > payment.unappliedMinor) return null;
  return payment.unappliedMinor === (unappliedMinor ?? cashMinor) ? [first, ...rest] : null;
}

/** What the items take from the payment: invoices cleared less credit notes used up. */
const cashOf = (lines: readonly HeldLine[]): bigint =>
  lines.reduce((sum, { item, clearedMinor }) => sum + (item.side === 'debit' ? clearedMinor : -clearedMinor), 0n);
