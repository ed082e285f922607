/** One account's day: what both formats print. */
import type { LocalDate } from '../../src/domain/local-date.ts';
import { accounts, bankingDayBefore, bookingDate, nights, type OwnAccount } from './company.ts';
import type { AccountKey, BookedEntry, Night } from './model.ts';
import { signedSum } from './money-text.ts';

export type DemoStatement = Readonly<{
  account: OwnAccount;
  date: LocalDate;
  dayBefore: LocalDate;
  sequence: number;
  openingMinor: bigint;
  closingMinor: bigint;
  entries: readonly BookedEntry[];
}>;

/**
 * The statement of `night`: it opens where the account's entries of the nights before left it.
 *
 * @param entriesOf - every entry of a night, of all accounts.
 */
export function statementOf(
  key: AccountKey,
  night: Night,
  entriesOf: (night: Night) => readonly BookedEntry[],
): DemoStatement {
  const account = accounts[key];
  const ownEntries = (of: Night): readonly BookedEntry[] => entriesOf(of).filter((entry) => entry.account === key);
  const earlier = nights.filter((one) => one < night).flatMap(ownEntries);
  const openingMinor = account.openingMinor + signedSum(earlier);
  const entries = ownEntries(night);
  return {
    account,
    date: bookingDate(night),
    dayBefore: bankingDayBefore(night),
    sequence: account.firstSequence + night - 1,
    openingMinor,
    closingMinor: openingMinor + signedSum(entries),
    entries,
  };
}
