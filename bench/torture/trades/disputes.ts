/** Amounts of items that customers contest: claimed, changed, turned down, claimed again; and given up as items are settled. */
import type { OpenItemId } from '../../../src/domain/ids.ts';
import { contentId } from '../../../src/ledger/content-id.ts';
import type { Random } from '../../../test/support/random.ts';
import {
  chance,
  decimal,
  disputedOf,
  known,
  minorOf,
  partOf,
  type Foreseen,
  type Model,
  type ModelDispute,
  type Trade,
} from '../model.ts';

export const openDispute: Trade<'open_dispute'> = {
  kind: 'open_dispute',
  weight: 2,
  make(model, random) {
    const items = [...model.items.values()].filter(
      ({ side, residualMinor }) => residualMinor > 0n && (side === 'debit' || chance(2, random)),
    );
    if (items.length === 0) return null;
    const item = random.pick(items);
    const room = item.residualMinor - disputedOf(model, item.id);
    const minor = room <= 0n || chance(4, random) ? room + 1n : partOf(room, random);
    const seen = chance(4, random) ? item.residualMinor + 1n : item.residualMinor;
    return {
      openItemId: item.id,
      residual: decimal(seen, item.currency),
      amount: decimal(minor, item.currency),
      openedFrom: random.pick(['short_payment', 'residual', 'invoice'] as const),
      category: 'A',
      reasonCode: chance(4, random) ? 'quality' : 'price',
    };
  },
  foresee(model, { openItemId, residual, amount, reasonCode }, commandId) {
    const item = known(model.items, openItemId);
    const refusals = new Set<string>();
    if (minorOf(residual, item.currency) !== item.residualMinor) refusals.add('ledger.stale');
    if (reasonCode !== 'price') refusals.add('ledger.dispute_reason_unknown');
    const amountMinor = minorOf(amount, item.currency);
    const isTooMuch = amountMinor > item.residualMinor - disputedOf(model, openItemId);
    if (item.side === 'credit' || isTooMuch) refusals.add('ledger.item_not_disputable');
    const id = contentId<string>('dispute', model.ledgerId, commandId, openItemId);
    return { refusals, effects: [], disputed: { id, itemId: openItemId, amountMinor, isOpen: true, version: 1 } };
  },
};

/** A dispute as somebody saw it, mostly as it is. */
function pickDispute({ disputes }: Model, random: Random, isOpen: boolean) {
  const fitting = [...disputes.values()].filter((dispute) => dispute.isOpen === isOpen || chance(3, random));
  if (fitting.length === 0) return null;
  const dispute = random.pick(fitting);
  return { dispute, seen: { disputeId: dispute.id, version: dispute.version - (chance(4, random) ? 1 : 0) } };
}

/** @param after - null: it stays as it is, and the refusals say why. */
function foreseeDispute(
  dispute: ModelDispute,
  version: number,
  refusals: Set<string>,
  after: Partial<ModelDispute>,
): Foreseen {
  if (dispute.version !== version) refusals.add('ledger.stale');
  return { refusals, effects: [], disputed: { ...dispute, ...after, version: dispute.version + 1 } };
}

const roomOf = (model: Model, itemId: OpenItemId): bigint =>
  known(model.items, itemId).residualMinor - disputedOf(model, itemId);

export const changeDispute: Trade<'change_dispute'> = {
  kind: 'change_dispute',
  weight: 1,
  make(model, random) {
    const picked = pickDispute(model, random, true);
    if (picked === null) return null;
    const { dispute, seen } = picked;
    const { currency } = known(model.items, dispute.itemId);
    const most = roomOf(model, dispute.itemId) + (dispute.isOpen ? dispute.amountMinor : 0n);
    const minor = most <= 0n || chance(6, random) ? most + 1n : partOf(most, random);
    return { ...seen, amount: decimal(minor, currency) };
  },
  foresee(model, { disputeId, version, amount = '' }) {
    const dispute = known(model.disputes, disputeId);
    const amountMinor = minorOf(amount, known(model.items, dispute.itemId).currency);
    const refusals = new Set<string>();
    if (amountMinor === dispute.amountMinor) refusals.add('ledger.dispute_unchanged');
    else if (!dispute.isOpen) refusals.add('ledger.dispute_resolved');
    else if (amountMinor > roomOf(model, dispute.itemId) + dispute.amountMinor)
      refusals.add('ledger.item_not_disputable');
    return foreseeDispute(dispute, version, refusals, { amountMinor });
  },
};

/** Turned down: the customer owes it after all. */
export const rejectDispute: Trade<'resolve_dispute'> = {
  kind: 'resolve_dispute',
  weight: 1,
  make(model, random) {
    const picked = pickDispute(model, random, true);
    return picked === null ? null : { ...picked.seen, resolution: 'rejection' };
  },
  foresee(model, { disputeId, version }) {
    const dispute = known(model.disputes, disputeId);
    const refusals = new Set(dispute.isOpen ? [] : ['ledger.dispute_resolved']);
    return foreseeDispute(dispute, version, refusals, { isOpen: false });
  },
};

export const reopenDispute: Trade<'reopen_dispute'> = {
  kind: 'reopen_dispute',
  weight: 1,
  make: (model, random) => pickDispute(model, random, false)?.seen ?? null,
  foresee(model, { disputeId, version }) {
    const dispute = known(model.disputes, disputeId);
    const room = roomOf(model, dispute.itemId);
    const refusals = new Set<string>();
    if (dispute.isOpen) refusals.add('ledger.dispute_open');
    else if (room <= 0n) refusals.add('ledger.item_not_disputable');
    const amountMinor = room < dispute.amountMinor ? room : dispute.amountMinor;
    return foreseeDispute(dispute, version, refusals, { amountMinor, isOpen: true });
  },
};
