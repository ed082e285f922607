/** The lines of a posting, from the legs of its settlement: what nets to nothing is no line. Pure. */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId } from '../../domain/ids.ts';
import { sideOfItem } from '../../domain/settlement.ts';
import { accounts } from '../accounts.ts';
import {
  itemOf,
  unitKey,
  type LetteringUnit,
  type PlannedLine,
  type SettlementLeg,
  type SettlementRows,
} from './settlement-model.ts';

/** `unit`: whose letter the line will carry. */
export type UnletteredLine = Omit<PlannedLine, 'letteringId'> & Readonly<{ unit: LetteringUnit | null }>;

/** Cash first, then the items' accounts, then new items, then other accounts. */
export function linesOf(legs: readonly SettlementLeg[], rows: SettlementRows): readonly UnletteredLine[] {
  const { payment, baseCurrency } = rows;
  const lines: UnletteredLine[] = [];
  /** `creditMinor` < 0 is a debit. */
  const add = (
    line: Readonly<{
      account: string;
      customerId: CustomerId | null;
      currency: CurrencyCode;
      unit: LetteringUnit | null;
    }>,
    creditMinor: bigint,
    baseCreditMinor: bigint | null,
  ) => {
    if (creditMinor === 0n && (baseCreditMinor ?? 0n) === 0n) return;
    const isCredit = creditMinor === 0n ? (baseCreditMinor ?? 0n) > 0n : creditMinor > 0n;
    const size = (minor: bigint): bigint => (isCredit ? minor : -minor);
    const baseMinor = line.currency === baseCurrency || baseCreditMinor === null ? null : size(baseCreditMinor);
    lines.push({ ...line, side: isCredit ? 'credit' : 'debit', amountMinor: size(creditMinor), baseMinor });
  };
  for (const leg of legs) {
    if (leg.kind !== 'cash' || payment === null) continue;
    const sign = payment.side === 'credit' ? -1n : 1n;
    const line = { account: accounts.suspense, customerId: null, currency: payment.currency, unit: null };
    add(line, sign * leg.amountMinor, leg.baseMinor === undefined ? null : sign * leg.baseMinor);
  }
  const byUnit = new Map<string, { unit: LetteringUnit; creditMinor: bigint; baseCreditMinor: bigint | null }>();
  for (const leg of legs) {
    if (leg.kind !== 'item') continue;
    const { account, customerId, currency, side } = itemOf(rows, leg.openItemId);
    const sign = side === 'debit' ? 1n : -1n;
    const unit = { account, customerId, currency };
    const sum = byUnit.get(unitKey(unit)) ?? { unit, creditMinor: 0n, baseCreditMinor: null };
    sum.creditMinor += sign * leg.amountMinor;
    if (leg.baseMinor !== undefined) sum.baseCreditMinor = (sum.baseCreditMinor ?? 0n) + sign * leg.baseMinor;
    byUnit.set(unitKey(unit), sum);
  }
  for (const { unit, creditMinor, baseCreditMinor } of byUnit.values())
    add({ ...unit, unit }, creditMinor, baseCreditMinor);
  for (const leg of legs) {
    if (leg.kind === 'new_item') {
      const { account, customerId, currency, kind, amountMinor } = leg.item;
      add(
        { account, customerId, currency, unit: null },
        sideOfItem(kind) === 'credit' ? amountMinor : -amountMinor,
        null,
      );
    } else if (leg.kind === 'account') {
      const { account, currency, side, amountMinor } = leg;
      add({ account, customerId: null, currency, unit: null }, side === 'credit' ? amountMinor : -amountMinor, null);
    }
  }
  return lines;
}

/** In one currency debits are credits; in several their values in the base currency are. Null: balanced. */
export function imbalanceOf(lines: readonly UnletteredLine[], baseCurrency: CurrencyCode): string | null {
  const isMixed = new Set(lines.map(({ currency }) => currency)).size > 1;
  let off = 0n;
  for (const { side, amountMinor, currency, baseMinor } of lines) {
    const value = isMixed && currency !== baseCurrency ? baseMinor : amountMinor;
    if (value === null) return `unknown value of ${currency} in ${baseCurrency}`;
    off += side === 'credit' ? value : -value;
  }
  return off === 0n ? null : String(off);
}
