/** What the records around the movements say: account and old balance (1), new balance (8), totals (9). */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { Balance } from '../../domain/statement.ts';
import type { ControlTotals } from '../check-statement.ts';
import { scaledMoney, zone, zoneDigits, zoneText } from '../fixed-values.ts';
import { codaScale, readAccount, readBalance, readCurrency, type Account } from './values.ts';

export type Opening = Readonly<{
  account: Account;
  structure: string;
  currency: CurrencyCode;
  balance: Balance;
  sequence: string | null;
}>;

/** Reads a record 1. */
export function readOpening(record: string, line: number): Opening {
  const structure = zone(record, 2, 2);
  const account = readAccount(zone(record, 6, 42), structure);
  const currency = readCurrency(account.currencyWritten, line, '1');
  // The number of the coded statement; old files have only the one of the statement on paper.
  const sequence = [zoneText(record, 126, 128), zoneText(record, 3, 5)].find((number) => /[1-9]/.test(number ?? ''));
  return {
    account,
    structure,
    currency,
    balance: readBalance(record, line, 43, currency),
    sequence: sequence ?? null,
  };
}

type Closing = Readonly<{ balance: Balance; isOtherAccount: boolean; isCurrencyInherited: boolean }>;

/** Reads a record 8, which names the account again. */
export function readClosing(record: string, line: number, { account, structure, currency }: Opening): Closing {
  const other = readAccount(zone(record, 5, 41), structure);
  const isCurrencyInherited = other.currencyWritten.trim() === '';
  const own = isCurrencyInherited ? currency : readCurrency(other.currencyWritten, line, '8');
  return {
    balance: readBalance(record, line, 42, own),
    isOtherAccount: other.asWritten !== account.asWritten,
    isCurrencyInherited,
  };
}

/** Debits and credits of a record 9, which sum up the movements with detail number 0000. */
export const readTotals = (record: string, currency: CurrencyCode): ControlTotals => ({
  entryCount: null,
  creditCount: null,
  debitCount: null,
  sumMinor: null,
  creditsMinor: sumMinor(record, 38, currency),
  debitsMinor: sumMinor(record, 23, currency),
});

/** A total that is no amount agrees with nothing. */
function sumMinor(record: string, first: number, currency: CurrencyCode): bigint {
  const unscaled = zoneDigits(record, first, first + 14);
  const sum = unscaled === null ? null : scaledMoney(unscaled, codaScale, currency);
  return sum?.minor ?? -1n;
}
