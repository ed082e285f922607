/** A payment that takes back what a posting used another for: as much as is left of it, less, and more. */
import type { OpenItemId } from '../../../src/domain/ids.ts';
import { contentId } from '../../../src/ledger/content-id.ts';
import {
  chance,
  decimal,
  foreseeEffect,
  known,
  minorOf,
  partOf,
  type Cleared,
  type Model,
  type ModelPosting,
  type Trade,
} from '../model.ts';

export const returnPayment: Trade<'return_payment'> = {
  kind: 'return_payment',
  weight: 5,
  make(model, random) {
    const payments = [...model.payments.values()].filter(({ unappliedMinor }) => unappliedMinor > 0n);
    const postings = [...model.postings.values()].filter(({ paymentId }) => paymentId !== null);
    if (payments.length === 0 || postings.length === 0) return null;
    const payment = random.pick(payments);
    const isOdd = chance(6, random);
    const fitting = postings.filter((posting) => isOdd || canReturn(model, posting, payment));
    if (fitting.length === 0) return null;
    const posting = random.pick(fitting);
    const ids = [...new Set([...posting.cleared, ...posting.made].map(({ id }) => id))].filter(
      (id) => isOdd || leftOf(model, posting, id) > 0n,
    );
    const picked = random.shuffled(ids).slice(0, 1 + random.below(2));
    const lines = picked.map((openItemId) => {
      const left = leftOf(model, posting, openItemId);
      const most = left > 0n && !chance(6, random) ? left : left + 1n;
      const minor = partOf(most > 0n ? most : 1n, random);
      return { openItemId, amount: decimal(minor, payment.currency) };
    });
    if (lines.length === 0) return null;
    const version = chance(5, random) ? payment.version - 1 : payment.version;
    const request = { paymentId: payment.id, version, postingId: posting.postingId, lines };
    return chance(20, random)
      ? { ...request, fee: decimal(1n + BigInt(random.below(500)), payment.currency) }
      : request;
  },
  foresee(model, { paymentId, version, postingId, lines, fee }, commandId) {
    const payment = known(model.payments, paymentId);
    const posting = known(model.postings, postingId);
    const original = posting.paymentId === null ? null : known(model.payments, posting.paymentId);
    const refusals = new Set<string>();
    if (payment.version !== version) refusals.add('ledger.stale');
    if (posting.reverses !== null || original === null) refusals.add('ledger.posting_not_reversible');
    else if (original.side === payment.side) refusals.add('ledger.side_mismatch');
    let cashMinor = fee === undefined ? 0n : minorOf(fee, payment.currency);
    if (payment.side === 'credit') cashMinor = -cashMinor;
    const cleared: Cleared[] = [];
    for (const { openItemId, amount } of lines) {
      const item = known(model.items, openItemId);
      const minor = minorOf(amount, payment.currency);
      const isMade = posting.made.some(({ id }) => id === openItemId);
      if (item.currency !== payment.currency) refusals.add('ledger.currencies_mixed');
      if (!isMade && paidOf(model, posting, openItemId) < minor) refusals.add('ledger.return_exceeds');
      cashMinor += (item.side === payment.side) !== isMade ? minor : -minor;
      cleared.push(
        isMade ? { id: openItemId, minor, means: 'taken_back' } : { id: openItemId, minor: -minor, means: 'payment' },
      );
    }
    const id = contentId<string>('posting', model.ledgerId, commandId, 0);
    const date = payment.bookingDate;
    const effect = { postingId: id, paymentId, cashMinor, cleared, made: [], date, reverses: postingId };
    return foreseeEffect(model, effect, refusals);
  },
};

const canReturn = (
  model: Model,
  { reverses, paymentId }: ModelPosting,
  payment: Readonly<{ side: string; currency: string }>,
): boolean => {
  if (reverses !== null || paymentId === null) return false;
  const { side, currency } = known(model.payments, paymentId);
  return side !== payment.side && currency === payment.currency;
};

/** What a posting counts with: itself, what it takes back, or what the return took back that it undoes. */
function originalOf(postings: Model['postings'], { postingId, reverses }: ModelPosting): string {
  return reverses === null ? postingId : (known(postings, reverses).reverses ?? reverses);
}

/** What the posting cleared of an item with money, less what was taken back of it since. */
function paidOf({ postings }: Model, { postingId }: ModelPosting, itemId: OpenItemId): bigint {
  let minor = 0n;
  for (const posting of postings.values())
    if (originalOf(postings, posting) === postingId)
      for (const { id, means, minor: cleared } of posting.cleared)
        if (id === itemId && means === 'payment') minor += cleared;
  return minor;
}

/** What could come back: of an item that the posting made, what nobody has used. */
const leftOf = (model: Model, posting: ModelPosting, itemId: OpenItemId): bigint =>
  posting.made.some(({ id }) => id === itemId)
    ? known(model.items, itemId).residualMinor
    : paidOf(model, posting, itemId);
