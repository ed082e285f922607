/** What is done to one item without money: given up, moved to another customer, set aside to be paid back. */
import type { CustomerId, OpenItemId } from '../../../src/domain/ids.ts';
import { parseLocalDate, type LocalDate } from '../../../src/domain/local-date.ts';
import type { SettlementMeans } from '../../../src/domain/settlement.ts';
import { contentId } from '../../../src/ledger/content-id.ts';
import { act } from '../../../test/support/books.ts';
import type { Random } from '../../../test/support/random.ts';
import {
  chance,
  clearedKey,
  decimal,
  euro,
  foreseeEffect,
  known,
  minorOf,
  partOf,
  type Effect,
  type Foreseen,
  type Model,
  type ModelItem,
  type Trade,
} from '../model.ts';
import { limits } from '../books.ts';

const today = ((): LocalDate => {
  const day = parseLocalDate(act.now.toISOString().slice(0, 10));
  if (!day.ok) throw new Error(day.error);
  return day.value;
})();

/** What every one of them says of its item. */
function makeUse(model: Model, random: Random, fits: (item: ModelItem) => boolean) {
  const open = [...model.items.values()].filter((item) => item.residualMinor > 0n && fits(item));
  if (open.length === 0) return null;
  const item = random.pick(open);
  const minor = chance(4, random) ? item.residualMinor + 1n : partOf(item.residualMinor, random);
  const seen = chance(4, random) ? item.residualMinor + 1n : item.residualMinor;
  return { openItemId: item.id, residual: decimal(seen, item.currency), amount: decimal(minor, item.currency) };
}

type Use = NonNullable<ReturnType<typeof makeUse>>;

function foreseeUse(
  model: Model,
  commandId: string,
  { openItemId, residual, amount }: Use,
  means: SettlementMeans,
  refusals: Set<string>,
  made: (item: ModelItem, amountMinor: bigint) => readonly ModelItem[],
): Foreseen {
  const item = known(model.items, openItemId);
  if (minorOf(residual, item.currency) !== item.residualMinor) refusals.add('ledger.stale');
  const minor = minorOf(amount, item.currency);
  const effect = {
    postingId: contentId<string>('posting', model.ledgerId, commandId, 0),
    paymentId: null,
    cashMinor: null,
    cleared: [{ id: openItemId, minor, means }],
    made: made(item, minor),
    date: today,
    reverses: null,
  };
  return foreseeEffect(model, effect, refusals);
}

/** It takes two to let more than this pass, in euros. */
const aboveLimit = (limit: string, minor: bigint): Pick<Foreseen, 'approval'> =>
  minor > minorOf(limit, euro) ? { approval: 'must' } : {};

/** The torture's books let any amount go; what is worth nothing known in euros can't be. */
export const writeOff: Trade<'write_off'> = {
  kind: 'write_off',
  weight: 2,
  make: (model, random) => makeUse(model, random, ({ currency }) => currency === euro || chance(30, random)),
  foresee(model, request, commandId) {
    const refusals = new Set<string>();
    const item = known(model.items, request.openItemId);
    if (!item.isWorthKnown) refusals.add('ledger.base_value_unknown');
    const foreseen = foreseeUse(model, commandId, request, 'write_off', refusals, () => []);
    if (item.currency !== euro) return { ...foreseen, approval: 'may' };
    // All that was ever let off of a document counts, and what banks kept and discounts were is weighed once more.
    const before = (means: SettlementMeans): bigint => model.cleared.get(clearedKey({ id: item.id, means })) ?? 0n;
    const judged = aboveLimit(limits.approveWriteOff, before('write_off') + minorOf(request.amount, euro));
    const isWeighed = before('bank_charge') > 0n || before('discount') > 0n;
    return { ...foreseen, ...(isWeighed ? { approval: 'may' } : {}), ...judged };
  },
};

export const transferItem: Trade<'transfer_item'> = {
  kind: 'transfer_item',
  weight: 2,
  make(model, random) {
    const use = makeUse(model, random, (item) => item.currency === euro && item.documentNumber !== null);
    return use === null ? null : { ...use, toCustomerId: random.pick(model.customerIds) };
  },
  foresee(model, { toCustomerId, ...use }, commandId) {
    const refusals = new Set<string>();
    if (known(model.items, use.openItemId).customerId === toCustomerId) refusals.add('ledger.same_customer');
    const foreseen = foreseeUse(model, commandId, use, 'transfer', refusals, (item, amountMinor) => {
      const [plain, marked] = movedItems(model, item, toCustomerId, commandId);
      const moved = model.items.has(plain.id) ? marked : plain;
      return [{ ...moved, amountMinor, residualMinor: amountMinor, discount: null }];
    });
    return { ...foreseen, ...aboveLimit(limits.approveTransfer, minorOf(use.amount, euro)) };
  },
};

/** The item over there: under its number, or under one of its own where that number is taken. */
function movedItems(
  { ledgerId }: Model,
  item: ModelItem,
  customerId: CustomerId,
  commandId: string,
): readonly [ModelItem, ModelItem] {
  const movedAs = (documentNumber: string): ModelItem => {
    const id = contentId<OpenItemId>('open_item', ledgerId, customerId, item.kind, documentNumber);
    return { ...item, id, customerId, documentNumber };
  };
  const number = item.documentNumber ?? '';
  return [movedAs(number), movedAs(`${number} TR ${commandId.slice(-8)}`)];
}

/** Among others somebody may have taken the number meanwhile: the effect of a transfer is as its answer tells. */
export function asTransferred(model: Model, effect: Effect, commandId: string, told: OpenItemId): Effect {
  const made = effect.made.map((moved) => {
    const { amountMinor, residualMinor, discount } = moved;
    const [source] = effect.cleared;
    if (source === undefined || moved.id === told) return moved;
    const items = movedItems(model, known(model.items, source.id), moved.customerId, commandId);
    const item = items.find(({ id }) => id === told) ?? moved;
    return { ...item, amountMinor, residualMinor, discount };
  });
  return { ...effect, made };
}

export const refundCredit: Trade<'refund_credit'> = {
  kind: 'refund_credit',
  weight: 1,
  make: (model, random) =>
    makeUse(model, random, ({ currency, side }) => currency === euro && (side === 'credit' || chance(1, random))),
  foresee(model, request, commandId) {
    const refusals = new Set<string>();
    const { side, kind } = known(model.items, request.openItemId);
    if (side !== 'credit' || kind === 'refund') refusals.add('ledger.side_mismatch');
    const foreseen = foreseeUse(
      model,
      commandId,
      request,
      'refund',
      refusals,
      ({ customerId, currency }, amountMinor) => [
        {
          id: contentId('open_item', model.ledgerId, commandId, 'refund'),
          customerId,
          kind: 'refund',
          documentNumber: null,
          side: 'credit',
          currency,
          amountMinor,
          residualMinor: amountMinor,
          issueDate: today,
          isWorthKnown: true,
          discount: null,
        },
      ],
    );
    return { ...foreseen, ...aboveLimit(limits.approveRefund, minorOf(request.amount, euro)) };
  },
};
