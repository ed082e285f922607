/** Counts and sums of a statement while its entries stream by; per currency, because only equal ones can be added. */
import type { CurrencyCode } from '../domain/currency.ts';
import type { Entry } from '../domain/statement.ts';

/** Minor units, each ≥ 0. `reversed…` are the parts of the booked sums that are marked as reversals. */
export type CurrencySums = Readonly<{
  bookedCreditsMinor: bigint;
  bookedDebitsMinor: bigint;
  reversedCreditsMinor: bigint;
  reversedDebitsMinor: bigint;
  /** Of all entries, pending and informational ones too. */
  allCreditsMinor: bigint;
  allDebitsMinor: bigint;
}>;

export type EntryCounts = Readonly<{
  all: number;
  booked: number;
  credit: number;
  debit: number;
  bookedCredit: number;
  bookedDebit: number;
}>;

export type StatementTally = Readonly<{
  add: (entry: Entry) => void;
  counts: () => EntryCounts;
  /** In the order in which they first appear. */
  currencies: () => readonly CurrencyCode[];
  sumsOf: (currency: CurrencyCode | null) => CurrencySums;
}>;

const nothing: CurrencySums = {
  bookedCreditsMinor: 0n,
  bookedDebitsMinor: 0n,
  reversedCreditsMinor: 0n,
  reversedDebitsMinor: 0n,
  allCreditsMinor: 0n,
  allDebitsMinor: 0n,
};

/** Kept apart while counting, so that an entry costs one addition. */
type Running = {
  bookedCreditsMinor: bigint;
  bookedDebitsMinor: bigint;
  reversedCreditsMinor: bigint;
  reversedDebitsMinor: bigint;
  otherCreditsMinor: bigint;
  otherDebitsMinor: bigint;
};

const none = (): Running => ({
  bookedCreditsMinor: 0n,
  bookedDebitsMinor: 0n,
  reversedCreditsMinor: 0n,
  reversedDebitsMinor: 0n,
  otherCreditsMinor: 0n,
  otherDebitsMinor: 0n,
});

export function statementTally(): StatementTally {
  const sumsByCurrency = new Map<CurrencyCode, Running>();
  const counts = { all: 0, booked: 0, credit: 0, debit: 0, bookedCredit: 0, bookedDebit: 0 };
  // Entries of a statement are in one currency, nearly always: the last one is at hand.
  let lastCurrency: CurrencyCode | null = null;
  let lastSums = none();
  const sumsIn = (currency: CurrencyCode): Running => {
    lastSums = sumsByCurrency.get(currency) ?? none();
    sumsByCurrency.set(currency, lastSums);
    lastCurrency = currency;
    return lastSums;
  };
  return {
    add({ amount, side, status, isReversal }) {
      const sums = amount.currency === lastCurrency ? lastSums : sumsIn(amount.currency);
      const isBooked = status === 'booked';
      counts.all++;
      if (isBooked) counts.booked++;
      if (side === 'credit') {
        counts.credit++;
        if (isBooked) {
          counts.bookedCredit++;
          sums.bookedCreditsMinor += amount.minor;
          if (isReversal) sums.reversedCreditsMinor += amount.minor;
        } else sums.otherCreditsMinor += amount.minor;
      } else {
        counts.debit++;
        if (isBooked) {
          counts.bookedDebit++;
          sums.bookedDebitsMinor += amount.minor;
          if (isReversal) sums.reversedDebitsMinor += amount.minor;
        } else sums.otherDebitsMinor += amount.minor;
      }
    },
    counts: () => ({ ...counts }),
    currencies: () => [...sumsByCurrency.keys()],
    sumsOf: (currency) => {
      const sums = currency === null ? undefined : sumsByCurrency.get(currency);
      if (sums === undefined) return nothing;
      const { otherCreditsMinor, otherDebitsMinor, ...booked } = sums;
      return {
        ...booked,
        allCreditsMinor: booked.bookedCreditsMinor + otherCreditsMinor,
        allDebitsMinor: booked.bookedDebitsMinor + otherDebitsMinor,
      };
    },
  };
}
