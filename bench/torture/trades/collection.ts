/** Money in for a batch of direct debits, or for one debit of it: of just its sum, and now and then of another. */
import type { OpenItemId } from '../../../src/domain/ids.ts';
import { contentId } from '../../../src/ledger/content-id.ts';
import { chance, euro, foreseeEffect, known, type Model, type Trade } from '../model.ts';

export const applyCollection: Trade<'apply_collection'> = {
  kind: 'apply_collection',
  weight: 2,
  make(model, random) {
    if (model.collections.length === 0) return null;
    const { reference, lines } = random.pick(model.collections);
    const debit = chance(40, random) ? { endToEndId: random.pick(lines).endToEndId } : {};
    const sum = [...collected(model, { reference, ...debit }).values()].reduce((all, minor) => all + minor, 0n);
    const payments = [...model.payments.values()];
    const fitting = payments.filter(({ unappliedMinor, side }) => unappliedMinor === sum && side === 'credit');
    if (fitting.length === 0 && !chance(5, random)) return null;
    const payment = random.pick(fitting.length > 0 && !chance(5, random) ? fitting : payments);
    const version = chance(5, random) ? payment.version - 1 : payment.version;
    return { paymentId: payment.id, version, reference, ...debit };
  },
  foresee(model, { paymentId, version, ...debit }, commandId) {
    const payment = known(model.payments, paymentId);
    const refusals = new Set<string>();
    if (payment.version !== version) refusals.add('ledger.stale');
    const amounts = [...collected(model, debit)];
    const cashMinor = amounts.reduce((sum, [, minor]) => sum + minor, 0n);
    if (payment.side !== 'credit' || payment.currency !== euro || payment.unappliedMinor !== cashMinor)
      refusals.add('ledger.collection_differs');
    const effect = {
      postingId: contentId<string>('posting', model.ledgerId, commandId, 0),
      paymentId,
      cashMinor,
      cleared: amounts.map(([id, minor]) => ({ id, minor, means: 'payment' }) as const),
      made: [],
      date: payment.bookingDate,
      reverses: null,
    };
    return foreseeEffect(model, effect, refusals);
  },
};

/** What is collected of each item: by the whole batch, or by one debit. */
function collected(
  { collections }: Model,
  { reference, endToEndId }: Readonly<{ reference: string; endToEndId?: string }>,
): ReadonlyMap<OpenItemId, bigint> {
  const lines = collections.find((one) => one.reference === reference)?.lines ?? [];
  const amounts = new Map<OpenItemId, bigint>();
  for (const { itemId, minor, endToEndId: debit } of lines)
    if (endToEndId === undefined || debit === endToEndId) amounts.set(itemId, (amounts.get(itemId) ?? 0n) + minor);
  return amounts;
}
