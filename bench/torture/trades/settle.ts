/**
 * A payment used: exactly, partly or too much, over one customer or several, for items in its currency and in another, with
 * differences and without, with amounts seen and amounts made up.
 */
import type { PaymentPart, SettledLine } from '../../../src/domain/command.ts';
import type { CustomerId, OpenItemId } from '../../../src/domain/ids.ts';
import { contentId } from '../../../src/ledger/content-id.ts';
import type { Random } from '../../../test/support/random.ts';
import {
  chance,
  decimal,
  euro,
  foreseeEffect,
  known,
  minorOf,
  partOf,
  type Cleared,
  type Foreseen,
  type Model,
  type ModelItem,
  type ModelPayment,
  type Trade,
} from '../model.ts';
import { foreseeDifferences, isDiscountedTooMuch, makeDifferences, makeForeignDifference } from './differences.ts';

export const settlePayment: Trade<'settle_payment'> = {
  kind: 'settle_payment',
  weight: 12,
  make(model, random) {
    const all = [...model.payments.values()];
    const open = all.filter(({ unappliedMinor }) => unappliedMinor > 0n);
    const payment = random.pick(open.length > 0 && !chance(5, random) ? open : all);
    const parts: PaymentPart[] = [];
    const taken = { minor: 0n, items: new Set<OpenItemId>() };
    const partCount = 1 + random.below(3);
    for (let part = 0; part < partCount; part += 1) {
      const made = makePart(model, payment, taken, random);
      if (made !== null) parts.push(made);
    }
    if (parts.length === 0) return null;
    const version = chance(5, random) ? payment.version - 1 : payment.version;
    return { paymentId: payment.id, version, parts };
  },
  foresee: (model, request, commandId) => foreseeSettlement(model, request, commandId),
};

type Taken = { minor: bigint; items: Set<OpenItemId> };

function makePart(model: Model, payment: ModelPayment, taken: Taken, random: Random): PaymentPart | null {
  if (chance(65, random)) {
    const lines: SettledLine[] = [];
    const count = 1 + random.below(4);
    for (let index = 0; index < count; index += 1) {
      const line = makeLine(model, payment, taken, random);
      if (line !== null) lines.push(line);
    }
    if (lines.length === 0) return null;
    const left = payment.unappliedMinor - taken.minor;
    const isOne = payment.currency === euro && new Set(customersOf(model, lines)).size === 1;
    if (left <= 0n || !chance(isOne ? 15 : 1, random)) return { use: 'items', lines };
    const overpaid = partOf(left, random);
    taken.minor += overpaid;
    return { use: 'items', lines, overpaidWrittenOff: decimal(overpaid, payment.currency) };
  }
  const left = payment.unappliedMinor - taken.minor;
  if (left <= 0n && !chance(5, random)) return null;
  const minor = partOf(left > 0n ? left : 1n, random);
  taken.minor += minor;
  const amount = decimal(minor, payment.currency);
  const customerId = random.pick(model.customerIds);
  return random.pick<PaymentPart>([
    { use: 'on_account', customerId, amount },
    { use: 'advance', customerId, amount },
    { use: 'not_receivable', purpose: random.pick(['tax', 'payroll', 'other'] as const), amount },
  ]);
}

const customersOf = ({ items }: Model, lines: readonly SettledLine[]): readonly CustomerId[] =>
  lines.map(({ openItemId }) => known(items, openItemId).customerId);

function makeLine(model: Model, payment: ModelPayment, taken: Taken, random: Random): SettledLine | null {
  const isForeign = chance(payment.currency === euro ? 20 : 1, random);
  const isOdd = chance(4, random);
  const candidates = [...model.items.values()].filter(
    ({ id, currency, residualMinor, isWorthKnown }) =>
      !taken.items.has(id) &&
      (currency === payment.currency) !== isForeign &&
      residualMinor > 0n &&
      (isWorthKnown || !isForeign || isOdd),
  );
  if (candidates.length === 0) return null;
  const item = random.pick(candidates);
  if (takes(item, payment) && payment.unappliedMinor <= taken.minor && !isOdd) return null;
  const seen = chance(3, random) ? item.residualMinor + 1n : item.residualMinor;
  const of = { openItemId: item.id, residual: decimal(seen, item.currency) };
  taken.items.add(item.id);
  return isForeign
    ? { ...of, ...makeForeign(item, payment, taken, random) }
    : { ...of, ...makeOwn(item, payment, taken, random) };
}

type LineUse = Omit<SettledLine, 'openItemId' | 'residual'>;

/** Of the payment's currency, now and then with a difference. */
function makeOwn(item: ModelItem, payment: ModelPayment, taken: Taken, random: Random): LineUse {
  const isTaking = takes(item, payment);
  const left = payment.unappliedMinor - taken.minor;
  const most = isTaking && left > 0n && left < item.residualMinor && !chance(4, random) ? left : item.residualMinor;
  const minor = chance(3, random) ? item.residualMinor + 1n : partOf(most, random);
  const differences = chance(30, random) ? makeDifferences(item, minor, random) : [];
  const off = differences.reduce((sum, { amount }) => sum + minorOf(amount, item.currency), 0n);
  taken.minor += isTaking ? minor - off : off - minor;
  const cleared = decimal(minor, item.currency);
  return differences.length === 0 ? { cleared } : { cleared, differences };
}

/** Of another currency: what of the payment clears it is anybody's guess; mostly it is said. Now and then some is let off. */
function makeForeign(item: ModelItem, payment: ModelPayment, taken: Taken, random: Random): LineUse {
  const minor = partOf(item.residualMinor, random);
  const differences = chance(25, random) ? [makeForeignDifference(item, minor, random)] : [];
  const use = { cleared: decimal(minor, item.currency), ...(differences.length === 0 ? {} : { differences }) };
  if (chance(5, random)) return use;
  const isTaking = takes(item, payment);
  const left = payment.unappliedMinor - taken.minor;
  const paid = partOf(isTaking && left > 0n ? left : 1_000n, random);
  taken.minor += isTaking ? paid : -paid;
  return { ...use, paid: decimal(paid, payment.currency) };
}

/** Money in is taken by what a customer owes, money out by what is owed to one. */
const takes = (item: ModelItem, payment: ModelPayment): boolean =>
  (item.side === 'debit') === (payment.side === 'credit');

type Use = { cashMinor: bigint; overpaidMinor: bigint; cleared: Cleared[]; made: ModelItem[]; isWeighed: boolean };

export function foreseeSettlement(
  model: Model,
  { paymentId, version, parts }: Parameters<typeof settlePayment.foresee>[1],
  commandId: string,
): Foreseen {
  const payment = known(model.payments, paymentId);
  const refusals = new Set<string>();
  if (payment.version !== version) refusals.add('ledger.stale');
  const use: Use = { cashMinor: 0n, overpaidMinor: 0n, cleared: [], made: [], isWeighed: false };
  for (const [index, part] of parts.entries()) {
    if (part.use === 'items') {
      for (const [lineIndex, line] of part.lines.entries())
        foreseeLine(model, payment, line, { commandId, place: `${index}.${lineIndex}` }, use, refusals);
      if (part.overpaidWrittenOff !== undefined)
        use.overpaidMinor += minorOf(part.overpaidWrittenOff, payment.currency);
      continue;
    }
    const minor = minorOf(part.amount, payment.currency);
    use.cashMinor += minor;
    if (part.use === 'not_receivable') continue;
    if (payment.side === 'debit') refusals.add('ledger.side_mismatch');
    use.made.push({
      id: contentId('open_item', model.ledgerId, commandId, index),
      customerId: part.customerId,
      kind: part.use,
      documentNumber: null,
      side: 'credit',
      currency: payment.currency,
      amountMinor: minor,
      residualMinor: minor,
      issueDate: payment.bookingDate,
      isWorthKnown: payment.currency === euro,
      discount: null,
    });
  }
  if (isDiscountedTooMuch(model, use.cleared)) refusals.add('ledger.discount_too_large');
  foreseeOverpaid(model, payment, parts, use, refusals);
  const { overpaidMinor, cleared, made } = use;
  const cashMinor = use.cashMinor + overpaidMinor;
  const postingId = contentId<string>('posting', model.ledgerId, commandId, 0);
  const effect = {
    postingId,
    paymentId,
    cashMinor,
    overpaidMinor,
    cleared,
    made,
    date: payment.bookingDate,
    reverses: null,
  };
  const foreseen = foreseeEffect(model, effect, refusals);
  return use.isWeighed ? { ...foreseen, approval: 'may' } : foreseen;
}

function foreseeLine(
  model: Model,
  payment: ModelPayment,
  line: SettledLine,
  of: Readonly<{ commandId: string; place: string }>,
  use: Use,
  refusals: Set<string>,
): void {
  const item = known(model.items, line.openItemId);
  if (minorOf(line.residual, item.currency) !== item.residualMinor) refusals.add('ledger.stale');
  const minor = minorOf(line.cleared, item.currency);
  const sign = takes(item, payment) ? 1n : -1n;
  if (item.currency !== payment.currency) {
    if (line.paid === undefined) refusals.add('ledger.currencies_mixed');
    else use.cashMinor += sign * minorOf(line.paid, payment.currency);
    // Nobody ever said what a euro costs: only what items were booked at.
    if (!item.isWorthKnown || payment.currency !== euro) refusals.add('ledger.base_value_unknown');
    const off = foreseeDifferences({ ledgerId: model.ledgerId, ...of }, item, payment, line);
    for (const refusal of off.refusals) refusals.add(refusal);
    // What is all let off was not paid in another currency.
    if (off.minor === minor) refusals.add('ledger.settlement_unbalanced');
    use.cleared.push({ id: item.id, minor: minor - off.minor, means: 'payment' }, ...off.cleared);
    use.isWeighed = true;
    return;
  }
  const off = foreseeDifferences({ ledgerId: model.ledgerId, ...of }, item, payment, line);
  for (const refusal of off.refusals) refusals.add(refusal);
  const paid = minor - off.minor;
  use.cashMinor += sign * paid;
  if (paid > 0n) use.cleared.push({ id: item.id, minor: paid, means: 'payment' });
  use.cleared.push(...off.cleared);
  use.made.push(...off.made);
  if (off.cleared.length > 0) use.isWeighed = true;
}

/** What was paid too much is let off by one customer, who is not let off something at the same time. */
function foreseeOverpaid(
  model: Model,
  payment: ModelPayment,
  parts: readonly PaymentPart[],
  use: Use,
  refusals: Set<string>,
): void {
  if (use.overpaidMinor === 0n) return;
  use.isWeighed = true;
  // With credits deducted more may be too much than was paid: that is over any share.
  if (payment.overpaidMinor + use.overpaidMinor > payment.amountMinor) refusals.add('ledger.write_off_over_limit');
  const itemParts = parts.filter((part) => part.use === 'items');
  const customers = new Set(itemParts.flatMap(({ lines }) => customersOf(model, lines)));
  if (customers.size > 1) refusals.add('ledger.several_customers');
  if (use.cleared.some(({ means }) => means === 'write_off')) refusals.add('ledger.over_and_under');
  if (payment.currency !== euro) refusals.add('ledger.base_value_unknown');
}
