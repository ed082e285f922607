/** A payment used: exactly, partly or too much, over one customer or several, with amounts seen and amounts made up. */
import type { PaymentPart, SettledLine } from '../../../src/domain/command.ts';
import type { OpenItemId } from '../../../src/domain/ids.ts';
import { parseAmount } from '../../../src/domain/money.ts';
import { contentId } from '../../../src/ledger/content-id.ts';
import type { Random } from '../../../test/support/random.ts';
import {
  chance,
  decimal,
  foreseeEffect,
  known,
  partOf,
  type Foreseen,
  type Model,
  type ModelItem,
  type ModelPayment,
  type Trade,
} from '../model.ts';

export const settlePayment: Trade<'settle_payment'> = {
  kind: 'settle_payment',
  weight: 10,
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
    return lines.length === 0 ? null : { use: 'items', lines };
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

function makeLine(model: Model, payment: ModelPayment, taken: Taken, random: Random): SettledLine | null {
  const fits = (item: ModelItem): boolean =>
    !taken.items.has(item.id) && (item.currency === payment.currency) !== chance(1, random);
  const candidates = [...model.items.values()].filter((item) => fits(item) && item.residualMinor > 0n);
  if (candidates.length === 0) return null;
  const item = random.pick(candidates);
  const isTaking = takes(item, payment);
  const left = payment.unappliedMinor - taken.minor;
  const most = isTaking && left < item.residualMinor && !chance(4, random) ? left : item.residualMinor;
  if (most <= 0n) return null;
  const minor = chance(3, random) ? item.residualMinor + 1n : partOf(most, random);
  taken.items.add(item.id);
  taken.minor += isTaking ? minor : -minor;
  const seen = chance(3, random) ? item.residualMinor + 1n : item.residualMinor;
  return {
    openItemId: item.id,
    residual: decimal(seen, item.currency),
    cleared: decimal(minor, item.currency),
  };
}

/** Money in is taken by what a customer owes, money out by what is owed to one. */
const takes = (item: ModelItem, payment: ModelPayment): boolean =>
  (item.side === 'debit') === (payment.side === 'credit');

export function minorOf(text: string, currency: string): bigint {
  const amount = parseAmount(text, currency);
  if (!amount.ok) throw new Error(`${text} ${currency}: ${amount.error}`);
  return amount.value.minor;
}

function foreseeSettlement(
  model: Model,
  { paymentId, version, parts }: Parameters<typeof settlePayment.foresee>[1],
  commandId: string,
): Foreseen {
  const payment = known(model.payments, paymentId);
  const refusals = new Set<string>();
  if (payment.version !== version) refusals.add('ledger.stale');
  let cashMinor = 0n;
  const cleared: (readonly [OpenItemId, bigint])[] = [];
  const made: ModelItem[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.use === 'items') {
      for (const line of part.lines) {
        const item = known(model.items, line.openItemId);
        if (minorOf(line.residual, item.currency) !== item.residualMinor) refusals.add('ledger.stale');
        if (item.currency !== payment.currency) refusals.add('ledger.currencies_mixed');
        const minor = minorOf(line.cleared, item.currency);
        cashMinor += takes(item, payment) ? minor : -minor;
        cleared.push([item.id, minor]);
      }
      continue;
    }
    const minor = minorOf(part.amount, payment.currency);
    cashMinor += minor;
    if (part.use === 'not_receivable') continue;
    if (payment.side === 'debit') refusals.add('ledger.side_mismatch');
    made.push({
      id: contentId('open_item', model.ledgerId, commandId, index),
      customerId: part.customerId,
      kind: part.use,
      documentNumber: null,
      side: 'credit',
      currency: payment.currency,
      amountMinor: minor,
      residualMinor: minor,
      issueDate: payment.bookingDate,
    });
  }
  const postingId = contentId<string>('posting', model.ledgerId, commandId, 0);
  const effect = { postingId, paymentId, cashMinor, cleared, made, date: payment.bookingDate, reverses: null };
  return foreseeEffect(model, effect, refusals);
}
