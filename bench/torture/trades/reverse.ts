/**
 * A posting taken back; also one that was taken back already, and one whose money on account was used. A return that was
 * booked by mistake is taken back as well, while what it opened is still open.
 */
import type { OpenItemId } from '../../../src/domain/ids.ts';
import { contentId } from '../../../src/ledger/content-id.ts';
import {
  chance,
  foreseeEffect,
  isReturn,
  known,
  takenBack,
  type Model,
  type ModelPosting,
  type Trade,
} from '../model.ts';

export const reversePosting: Trade<'reverse_posting'> = {
  kind: 'reverse_posting',
  weight: 5,
  make(model, random) {
    const all = [...model.postings.values()];
    const gone = takenBack(model);
    const whole = all.filter((posting) => canBeTakenBack(model, posting) && !gone.has(posting.postingId));
    const returns = whole.filter((posting) => isReturn(model, posting));
    if (returns.length > 0 && chance(25, random)) return { postingId: random.pick(returns).postingId };
    const from = whole.length > 0 && !chance(3, random) ? whole : all;
    return from.length === 0 ? null : { postingId: random.pick(from).postingId };
  },
  foresee(model, { postingId }, commandId) {
    const posting = known(model.postings, postingId);
    const refusals = new Set<string>();
    if (!canBeTakenBack(model, posting) || takenBack(model).has(postingId))
      refusals.add('ledger.posting_not_reversible');
    if (isReturn(model, posting) && !isStillOpen(model, posting)) refusals.add('ledger.posting_built_on');
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

const canBeTakenBack = (model: Model, posting: ModelPosting): boolean =>
  posting.reverses === null || isReturn(model, posting);

/** What a return opened again, nobody has cleared since. */
function isStillOpen({ items }: Model, { cleared }: ModelPosting): boolean {
  const opened = new Map<OpenItemId, bigint>();
  for (const { id, minor } of cleared) if (minor < 0n) opened.set(id, (opened.get(id) ?? 0n) - minor);
  return [...opened].every(([id, minor]) => known(items, id).residualMinor >= minor);
}
