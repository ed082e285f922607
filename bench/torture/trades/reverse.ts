/** A posting taken back; also one that was taken back already, and one whose money on account was used. */
import { contentId } from '../../../src/ledger/content-id.ts';
import { chance, foreseeEffect, known, type Model, type ModelPosting, type Trade } from '../model.ts';

/** Another payment took it back. A return that was booked by mistake is not tried here. */
const isReturn = ({ postings }: Model, { reverses, paymentId }: ModelPosting): boolean =>
  reverses !== null && known(postings, reverses).paymentId !== paymentId;

export const reversePosting: Trade<'reverse_posting'> = {
  kind: 'reverse_posting',
  weight: 5,
  make(model, random) {
    const all = [...model.postings.values()].filter((posting) => !isReturn(model, posting));
    const whole = all.filter(({ postingId, reverses }) => reverses === null && !model.reversed.has(postingId));
    const from = whole.length > 0 && !chance(3, random) ? whole : all;
    return from.length === 0 ? null : { postingId: random.pick(from).postingId };
  },
  foresee(model, { postingId }, commandId) {
    const posting = known(model.postings, postingId);
    const refusals = new Set<string>();
    if (posting.reverses !== null || model.reversed.has(postingId)) refusals.add('ledger.posting_not_reversible');
    const made = posting.made.map(({ id }) => known(model.items, id));
    if (made.some(({ residualMinor, amountMinor }) => residualMinor !== amountMinor))
      refusals.add('ledger.posting_built_on');
    const effect = {
      postingId: contentId<string>('posting', model.ledgerId, commandId, 0),
      paymentId: posting.paymentId,
      cashMinor: posting.cashMinor === null ? null : -posting.cashMinor,
      overpaidMinor: -(posting.overpaidMinor ?? 0n),
      cleared: [
        ...posting.cleared.map((cleared) => ({ ...cleared, minor: -cleared.minor })),
        ...made.map(({ id, amountMinor: minor }) => ({ id, minor, means: 'taken_back' }) as const),
      ],
      made: [],
      date: posting.postingDate,
      reverses: postingId,
    };
    // A letter that a closed period reported is undone by two.
    const foreseen = foreseeEffect(model, effect, refusals);
    return model.closedThrough === null ? foreseen : { ...foreseen, approval: 'may' };
  },
};
