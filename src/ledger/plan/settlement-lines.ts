/** The lines of a posting, from the legs of its settlement: what nets to nothing is no line, if all is in one currency. Pure. */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId } from '../../domain/ids.ts';
import { sideOfItem } from '../../domain/settlement.ts';
import { accounts } from '../accounts.ts';
import {
  itemOf,
  type ItemLeg,
  type PlannedLine,
  type SettlementLeg,
  type SettlementRows,
  type UnitLegs,
} from './settlement-model.ts';

/** `unitKey`: whose letter the line will carry. */
export type UnletteredLine = Omit<PlannedLine, 'letteringId'> & Readonly<{ unitKey: string | null }>;

/**
 * Cash first, then the items' accounts, then new items, then other accounts.
 *
 * @param units - the legs of items again, by {@link legsByUnit}.
 */
export function linesOf(
  legs: readonly SettlementLeg[],
  units: ReadonlyMap<string, UnitLegs>,
  rows: SettlementRows,
): readonly UnletteredLine[] {
  const { payment, baseCurrency } = rows;
  const lines: UnletteredLine[] = [];
  /** `creditMinor` < 0 is a debit. */
  const add = (
    line: Readonly<{
      account: string;
      customerId: CustomerId | null;
      currency: CurrencyCode;
      unitKey: string | null;
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
    const line = { account: accounts.suspense, customerId: null, currency: payment.currency, unitKey: null };
    add(line, sign * leg.amountMinor, leg.baseMinor === undefined ? null : sign * leg.baseMinor);
  }
  const isMixed = currenciesOf(legs, rows).size > 1;
  for (const [key, { unit, legs: cleared }] of units) {
    const credits = cleared.map((leg) => creditOf(leg, rows));
    const net = sumOfCredits(credits);
    // What balances with values must be seen to: a currency of which as much comes as goes keeps its lines.
    const isHidden = isMixed && net.minor === 0n && (net.baseMinor ?? 0n) === 0n;
    const parts = isHidden ? [credits.filter(isDebit), credits.filter((credit) => !isDebit(credit))] : [credits];
    for (const part of parts) {
      const { minor, baseMinor } = sumOfCredits(part);
      add({ ...unit, unitKey: key }, minor, baseMinor);
    }
  }
  for (const leg of legs) {
    if (leg.kind === 'new_item') {
      const { account, customerId, currency, kind, amountMinor, baseMinor } = leg.item;
      const sign = sideOfItem(kind) === 'credit' ? 1n : -1n;
      const value = baseMinor === null ? null : sign * baseMinor;
      add({ account, customerId, currency, unitKey: null }, sign * amountMinor, value);
    } else if (leg.kind === 'account') {
      const { account, currency, side, amountMinor, baseMinor } = leg;
      const sign = side === 'credit' ? 1n : -1n;
      const value = baseMinor === undefined ? null : sign * baseMinor;
      add({ account, customerId: null, currency, unitKey: null }, sign * amountMinor, value);
    }
  }
  return lines;
}

/** Minor units on the credit side; < 0 is a debit. `baseMinor`: the value, null where it is not known. */
type Credit = Readonly<{ minor: bigint; baseMinor: bigint | null }>;

const isDebit = ({ minor }: Credit): boolean => minor < 0n;

function creditOf({ openItemId, amountMinor, baseMinor }: ItemLeg, rows: SettlementRows): Credit {
  const sign = itemOf(rows, openItemId).side === 'debit' ? 1n : -1n;
  return { minor: sign * amountMinor, baseMinor: baseMinor === undefined ? null : sign * baseMinor };
}

const sumOfCredits = (credits: readonly Credit[]): Credit =>
  credits.reduce<Credit>(
    (sum, { minor, baseMinor }) => ({
      minor: sum.minor + minor,
      baseMinor: baseMinor === null ? sum.baseMinor : (sum.baseMinor ?? 0n) + baseMinor,
    }),
    { minor: 0n, baseMinor: null },
  );

/** Currencies that something is settled in; an exchange difference is between values and makes none. */
function currenciesOf(legs: readonly SettlementLeg[], rows: SettlementRows): ReadonlySet<CurrencyCode> {
  const currencies = new Set<CurrencyCode>();
  for (const leg of legs) {
    if (leg.kind === 'cash' && rows.payment !== null) currencies.add(rows.payment.currency);
    else if (leg.kind === 'item') currencies.add(itemOf(rows, leg.openItemId).currency);
    else if (leg.kind === 'new_item') currencies.add(leg.item.currency);
    else if (leg.kind === 'account' && !isExchange(leg)) currencies.add(leg.currency);
  }
  return currencies;
}

const isExchange = ({ account }: Readonly<{ account: string }>): boolean =>
  account === accounts.exchangeLost || account === accounts.exchangeGained;

/**
 * In one currency debits are credits; in several their values in the base currency are. An exchange difference is between
 * values: it makes no second currency, and balances none. Where all values are known they balance in any case.
 *
 * @returns null: balanced.
 */
export function imbalanceOf(lines: readonly UnletteredLine[], baseCurrency: CurrencyCode): string | null {
  const own = lines.filter((line) => !isExchange(line));
  const isMixed = own.some(({ currency }) => currency !== own[0]?.currency);
  const off = isMixed ? 0n : sumOf(own, ({ amountMinor }) => amountMinor);
  if (off !== 0n) return String(off);
  const unknown = lines.find(({ currency, baseMinor }) => currency !== baseCurrency && baseMinor === null);
  if (unknown !== undefined && (isMixed || own.length < lines.length))
    return `unknown value of ${unknown.currency} in ${baseCurrency}`;
  if (unknown !== undefined) return null;
  const baseOff = sumOf(lines, ({ currency, amountMinor, baseMinor }) =>
    currency === baseCurrency ? amountMinor : (baseMinor ?? 0n),
  );
  return baseOff === 0n ? null : String(baseOff);
}

const sumOf = (lines: readonly UnletteredLine[], valueOf: (line: UnletteredLine) => bigint): bigint =>
  lines.reduce((sum, line) => sum + (line.side === 'credit' ? valueOf(line) : -valueOf(line)), 0n);
