/**
 * Finds what a returned payment takes back. Pure.
 *
 * The end-to-end id is ours on a collection, and the payer's own on a transfer: it names what came back. Where the bank
 * leaves it out, the mandate names the debits of one customer; where two have it, the mandate tells them apart. The amount
 * only confirms; nothing is found by the amount alone. A debit that was credited inside a batch is found through the
 * collection it was sent with; the posting taken back must have used money of that collection, because the customer may
 * have paid the same document by other means as well.
 */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Side } from '../../domain/money.ts';
import { largestReturnFee } from '../../domain/return-reasons.ts';
import { debitsOf, namesCollection, type CollectedLine, type Debit } from './collected-debits.ts';

/** A payment that the bank calls a return, unapplied as a whole. */
export type WaitingReturn = Readonly<{
  id: PaymentId;
  version: number;
  side: Side;
  currency: CurrencyCode;
  amountMinor: bigint;
  bookingDate: LocalDate;
  /** At least one of the two is there. */
  endToEndId: string | null;
  mandateId: string | null;
  returnReason: string | null;
}>;

/** What a posting cleared of an item with money of a payment, less what was taken back of it since. */
export type Clearing = Readonly<{
  postingId: string;
  openItemId: OpenItemId;
  itemSide: Side;
  currency: CurrencyCode;
  leftMinor: bigint;
  paymentId: PaymentId;
  paymentSide: Side;
  paymentMinor: bigint;
  paymentEndToEndId: string | null;
  paymentMandateId: string | null;
  /** What the bank and the payer wrote of the payment: batch reference, ids, remittance. */
  paymentTexts: readonly string[];
}>;

export type Returned = Readonly<{
  postingId: string;
  lines: readonly Readonly<{ openItemId: OpenItemId; amountMinor: bigint }>[];
  feeMinor: bigint;
}>;

/**
 * @param collected - lines of collections that the return {@link isNamedBy names}.
 * @param clearings - of the items of those lines, and of payments that it names.
 * @returns null when there is none, or more than one that it could be: a person looks for it then.
 */
export function findReturned(
  payment: WaitingReturn,
  collected: readonly CollectedLine[],
  clearings: readonly Clearing[],
): Returned | null {
  const usable = clearings.filter(
    ({ currency, paymentSide, leftMinor }) =>
      currency === payment.currency && paymentSide !== payment.side && leftMinor > 0n,
  );
  const debits = debitsOf(collected).filter(
    (debit) =>
      isNamedBy(payment, debit) && debit.currency === payment.currency && debit.collectionDate <= payment.bookingDate,
  );
  const ofCollections = debits.flatMap((debit) => takenBackOfDebit(payment, debit, usable));
  return onlyOne(ofCollections) ?? (ofCollections.length > 0 ? null : onlyOne(takenBackOfPayments(payment, usable)));
}

/** Whether the return means what has these ids: by the end-to-end id, unless the mandates differ; without one, by the mandate. */
function isNamedBy(
  { endToEndId, mandateId }: Pick<WaitingReturn, 'endToEndId' | 'mandateId'>,
  named: Readonly<{ endToEndId: string | null; mandateId: string | null }>,
): boolean {
  if (endToEndId === null) return mandateId !== null && named.mandateId === mandateId;
  const isOther = mandateId !== null && named.mandateId !== null && named.mandateId !== mandateId;
  return named.endToEndId === endToEndId && !isOther;
}

const onlyOne = <T>(found: readonly T[]): T | null => (found.length === 1 ? (found[0] ?? null) : null);

/** Postings of the collection's money that cleared every document of the debit. */
function takenBackOfDebit(payment: WaitingReturn, debit: Debit, clearings: readonly Clearing[]): readonly Returned[] {
  const feeMinor = feeOf(payment, debit.amountMinor);
  if (feeMinor === null || payment.side !== 'debit') return [];
  const ofCollection = clearings.filter((clearing) => isMoneyOf(clearing, debit));
  return [...postingsOf(ofCollection)].flatMap(([postingId, cleared]) => {
    const leftById = new Map(cleared.map(({ openItemId, leftMinor }) => [openItemId, leftMinor]));
    const isWhole = debit.lines.every(({ openItemId, amountMinor }) => (leftById.get(openItemId) ?? 0n) >= amountMinor);
    return isWhole ? [{ postingId, lines: debit.lines, feeMinor }] : [];
  });
}

/** The bank names the batch or the debit; a batch of several debits is known by its sum as well, once its documents are. */
function isMoneyOf(clearing: Clearing, debit: Debit): boolean {
  const { paymentEndToEndId, paymentMinor, paymentTexts } = clearing;
  if (paymentEndToEndId === debit.endToEndId || namesCollection(paymentTexts, debit.reference)) return true;
  return debit.collectionMinor > debit.amountMinor && paymentMinor === debit.collectionMinor;
}

/** A payment of its own that comes back whole: all that its one posting cleared. */
function takenBackOfPayments(payment: WaitingReturn, clearings: readonly Clearing[]): readonly Returned[] {
  const named = clearings.filter(({ paymentEndToEndId, paymentMandateId }) =>
    isNamedBy(payment, { endToEndId: paymentEndToEndId, mandateId: paymentMandateId }),
  );
  return [...postingsOf(named)].flatMap(([postingId, cleared]) => {
    const [first] = cleared;
    const feeMinor = first === undefined ? null : feeOf(payment, first.paymentMinor);
    if (first === undefined || feeMinor === null) return [];
    const bySide = (side: Side) =>
      cleared.filter(({ itemSide }) => itemSide === side).reduce((sum, { leftMinor }) => sum + leftMinor, 0n);
    const netMinor = payment.side === 'debit' ? bySide('debit') - bySide('credit') : bySide('credit') - bySide('debit');
    if (netMinor !== first.paymentMinor) return [];
    return [
      {
        postingId,
        lines: cleared.map(({ openItemId, leftMinor }) => ({ openItemId, amountMinor: leftMinor })),
        feeMinor,
      },
    ];
  });
}

/** What the bank kept on top when it took money back, or out of what it gave back; null: the amounts do not fit. */
function feeOf({ side, amountMinor, currency }: WaitingReturn, originalMinor: bigint): bigint | null {
  const feeMinor = side === 'debit' ? amountMinor - originalMinor : originalMinor - amountMinor;
  return feeMinor >= 0n && feeMinor <= largestReturnFee(currency) ? feeMinor : null;
}

function postingsOf(clearings: readonly Clearing[]): ReadonlyMap<string, readonly Clearing[]> {
  const byPosting = new Map<string, Clearing[]>();
  for (const clearing of clearings) {
    const known = byPosting.get(clearing.postingId);
    if (known === undefined) byPosting.set(clearing.postingId, [clearing]);
    else known.push(clearing);
  }
  return byPosting;
}
