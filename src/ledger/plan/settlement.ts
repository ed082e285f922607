/**
 * One settlement: what a posting takes of a payment, clears of items, makes of new ones and books on other accounts. Pure.
 *
 * Every command of a person comes down to legs that sum to nothing. Cash stands on 471, an item on its own account; so the
 * lines of the posting follow from the legs, and so do the letters. Taking a settlement back is the same legs, negative.
 */
import type { LedgerId, OpenItemId } from '../../domain/ids.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Refusal } from '../errors.ts';
import { letter } from './settlement-letters.ts';
import { imbalanceOf, linesOf } from './settlement-lines.ts';
import {
  itemOf,
  legsByUnit,
  unitKey,
  type ItemLeg,
  type PlannedSettlement,
  type SettledItem,
  type SettledPayment,
  type SettlementLeg,
  type SettlementOrder,
  type SettlementRows,
} from './settlement-model.ts';

/**
 * @returns `ledger.payment_overdrawn`, `ledger.item_overpaid`, `ledger.settlement_unbalanced`, `ledger.not_found`.
 */
export function planSettlement(
  ledgerId: LedgerId,
  order: SettlementOrder,
  rows: SettlementRows,
): Result<PlannedSettlement, Refusal> {
  const itemLegs = order.legs.filter((leg) => leg.kind === 'item');
  const missing = itemLegs.find(({ openItemId }) => !rows.items.has(openItemId));
  if (missing !== undefined) return refuse('ledger.not_found', { openItem: missing.openItemId });
  const residuals = residualsAfter(itemLegs, rows.items);
  if (!residuals.ok) return residuals;
  const cash = cashOf(order.legs, rows.payment);
  if (!cash.ok) return cash;
  const units = legsByUnit(itemLegs, rows);
  const unlettered = linesOf(order.legs, units, rows);
  const off = imbalanceOf(unlettered, rows.baseCurrency);
  if (off !== null) return refuse('ledger.settlement_unbalanced', { by: off });
  const { ownByUnit, letterings, ended, moves } = letter(ledgerId, order, units, rows, residuals.value);
  return ok({
    order,
    paymentId: rows.payment?.id ?? null,
    cashMinor: cash.value,
    lines: unlettered.map(({ unitKey: key, account, customerId, side, amountMinor, currency, baseMinor }) => ({
      account,
      customerId,
      side,
      amountMinor,
      currency,
      baseMinor,
      letteringId: key === null ? null : (ownByUnit.get(key) ?? null),
    })),
    allocations: itemLegs.map(({ openItemId, amountMinor, means, baseMinor = null }) => {
      const item = itemOf(rows, openItemId);
      const letteringId = ownByUnit.get(unitKey(item));
      if (letteringId === undefined) throw new Error('an allocation without a letter group');
      const { side, currency } = item;
      const givenUpMinor = currency === rows.baseCurrency ? null : baseMinor;
      return { openItemId, side, amountMinor, currency, means, baseMinor: givenUpMinor, letteringId };
    }),
    newItems: order.legs.flatMap((leg) => (leg.kind === 'new_item' ? [leg.item] : [])),
    residualById: residuals.value,
    letterings,
    ended,
    moves,
  });
}

const refuse = (code: Refusal['code'], details: Refusal['details']): Result<never, Refusal> => err({ code, details });

function residualsAfter(
  legs: readonly ItemLeg[],
  items: ReadonlyMap<OpenItemId, SettledItem>,
): Result<ReadonlyMap<OpenItemId, bigint>, Refusal> {
  const residualById = new Map<OpenItemId, bigint>();
  for (const { openItemId, amountMinor } of legs) {
    const item = items.get(openItemId);
    if (item === undefined || amountMinor === 0n) return refuse('ledger.not_found', { openItem: openItemId });
    const residual = (residualById.get(openItemId) ?? item.residualMinor) - amountMinor;
    if (residual < 0n || residual > item.amountMinor)
      return refuse('ledger.item_overpaid', { openItem: openItemId, residual: String(item.residualMinor) });
    residualById.set(openItemId, residual);
  }
  return ok(residualById);
}

function cashOf(legs: readonly SettlementLeg[], payment: SettledPayment | null): Result<bigint | null, Refusal> {
  const cash = legs.filter((leg) => leg.kind === 'cash');
  if (cash.length === 0) return ok(null);
  if (payment === null) throw new Error('cash of no payment');
  const cashMinor = cash.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const left = payment.unappliedMinor - cashMinor;
  if (left < 0n || left > payment.amountMinor)
    return refuse('ledger.payment_overdrawn', { payment: payment.id, unapplied: String(payment.unappliedMinor) });
  return ok(cashMinor);
}
